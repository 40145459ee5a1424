"""What word/settings.xml decides about pages, with the document's background (w:background)."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.looks import RunStyle
from pipeline.render.paper import PageSettings
from pipeline.render.read.colors import color
from pipeline.render.read.runprops import RunProps
from pipeline.render.read.styles import StyleSheet
from pipeline.render.read.units import attribute, child, is_on, switch


def page_settings(settings: etree._Element | None, document: etree._Element, styles: StyleSheet) -> PageSettings:
    """Return the switches for pages; those of w:compat are read by name (17.15.3)."""
    compat = child(settings, "w:compat")
    on = {etree.QName(node).localname for node in compat.iterchildren("*") if is_on(node)} if compat is not None else ()
    return PageSettings(
        mirror_margins=bool(switch(settings, "w:mirrorMargins")),
        gutter_at_top=bool(switch(settings, "w:gutterAtTop")),
        balance_columns="noColumnBalance" not in on,
        split_break_mark="splitPgBreakAndParaMark" in on,
        top_space_after_break="suppressSpBfAfterPgBrk" not in on,
        background=_background(settings, document),
        frame_around_header=not switch(settings, "w:bordersDoNotSurroundHeader"),
        frame_around_footer=not switch(settings, "w:bordersDoNotSurroundFooter"),
        number_style=_number_style(styles),
    )


def _number_style(styles: StyleSheet) -> RunStyle:
    """Return how numbers of lines look: the character style of that name on top of the default paragraph."""
    own = next((entry.id for entry in styles.entries.values() if entry.name.lower() == "line number"), "")
    return styles.run_style("", RunProps(style=own) if own else RunProps(), RunProps())


def _background(settings: etree._Element | None, document: etree._Element) -> str:
    """Return the colour of the paper, which Word draws only where it displays backgrounds (17.2.1, 17.15.1.25)."""
    if not switch(settings, "w:displayBackgroundShape"):
        return ""
    return color(attribute(document.find(q("w:background")), "w:color"))
