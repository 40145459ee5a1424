"""Inlines of prose as runs: text, line breaks, emphasis, links and figures."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from pipeline.compose.setting import Setting
from pipeline.compose.texts import clean_text
from pipeline.compose.xml import Element, element, run, text_run
from pipeline.findings.catalogue import finding
from pipeline.model.origin import Origin
from pipeline.model.printing import format_quote
from pipeline.model.prose import FigureReference, Inline, LineBreak, Link, Strong, Text

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def set_inlines(content: Iterable[Inline], origin: Origin, setting: Setting, *styles: str) -> list[Element]:
    """Return the runs of ``content``; ``styles`` are the ids of the character styles around it, outermost first."""
    return [made for inline in content for made in _set_inline(inline, origin, setting, styles)]


def _set_inline(inline: Inline, origin: Origin, setting: Setting, styles: tuple[str, ...]) -> list[Element]:
    if isinstance(inline, Text):
        return [text_run(clean_text(inline.text, origin, setting.findings), *_run_settings(styles, setting))]
    if isinstance(inline, LineBreak):
        return [run(element("w:br"))]
    if isinstance(inline, FigureReference):
        return [text_run(_figure_text(inline, setting), *_run_settings(styles, setting))]
    names = setting.profile.styles
    if isinstance(inline, Link):
        return _set_link(inline, origin, setting, styles)
    style = names.strong if isinstance(inline, Strong) else names.emphasis
    return set_inlines(inline.content, origin, setting, *styles, setting.styles.require(style))


def _run_settings(styles: tuple[str, ...], setting: Setting) -> list[Element]:
    """Return the innermost style, and what the others add to it: a run has one character style only."""
    if not styles:
        return []
    settings = {"w:rStyle": element("w:rStyle", val=styles[-1])} if styles[-1] else {}
    for outer in styles[:-1]:
        for name in ("w:b", "w:i"):
            if outer != styles[-1] and setting.styles.value(outer, f"w:rPr/{name}"):
                settings[name] = element(name)
    return list(settings.values())


def _set_link(link: Link, origin: Origin, setting: Setting, styles: tuple[str, ...]) -> list[Element]:
    if urlsplit(link.target).scheme.lower() not in _SCHEMES:
        setting.findings.add(
            finding("KOM207", f"länkens adress ”{link.target}” är inte en webb- eller e-postadress", origin)
        )
        return set_inlines(link.content, origin, setting, *styles)
    identity = setting.draft.relate("hyperlink", link.target, external=True)
    style = setting.styles.require(setting.profile.styles.hyperlink)
    return [element("w:hyperlink", *set_inlines(link.content, origin, setting, *styles, style), r__id=identity)]


def _figure_text(reference: FigureReference, setting: Setting) -> str:
    figure = setting.case.figures.get(reference.name)
    if figure is None:
        message = f"nyckeltalet ”{reference.name}” finns inte i ärendet"
        setting.findings.add(finding("KOM202", message, reference.origin))
        return f"{{{reference.name}}}"
    return format_quote(figure, reference, setting.profile.numbers)
