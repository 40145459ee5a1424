"""The content of a paragraph: runs, fields, links, pictures and breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.looks import TabPlace
from pipeline.render.notetree import NoteRun, SeparatorRun
from pipeline.render.read.alternatives import chosen
from pipeline.render.read.anchors import anchor
from pipeline.render.read.boxes import told
from pipeline.render.read.changes import DELETED, INSERTED, text_in
from pipeline.render.read.colors import is_dark
from pipeline.render.read.comments import mark
from pipeline.render.read.context import PartContext
from pipeline.render.read.datemarks import MARKS, marked
from pipeline.render.read.drawings import is_hidden, link_of, shape_text
from pipeline.render.read.fieldstack import FieldStack
from pipeline.render.read.formulapictures import formulas
from pipeline.render.read.joining import joined
from pipeline.render.read.ledger import Why
from pipeline.render.read.notemarks import own_mark, reference
from pipeline.render.read.objects import drawn_object, drawn_shapes
from pipeline.render.read.properties import RunProps, run_props
from pipeline.render.read.readings import with_reading
from pipeline.render.read.scripts import Scripts
from pipeline.render.read.shapes import TextReader, drawn
from pipeline.render.read.symbols import code_of, in_symbols, mapped
from pipeline.render.read.units import attribute, child
from pipeline.render.read.vml import VmlReader
from pipeline.render.tree import NOT_MISSED, BookmarkRun, BreakRun, Inline, Link, PictureRun, RunStyle, TabRun, TextRun

_TRANSPARENT = {q(name) for name in ("w:smartTag", "w:customXml")}
_KNOWN = {q(name) for name in ("w:pPr", "w:rPr", "w:proofErr", "w:bookmarkEnd", "w:permStart", "w:permEnd", "w:sdtPr")}
_FIELD_PARTS = {q("w:fldChar"), q("w:instrText"), q("w:delInstrText")}
_DIRECTIONS = {(False, False): "\u202a", (False, True): "\u202b", (True, False): "\u202d", (True, True): "\u202e"}
_END_OF_DIRECTION = "\u202c"
LINE_SEPARATOR = "\u2028"
_LINK_STYLE = "hyperlink"  # Word does not show it within a table of contents
_AS_SPACES = {ord(sign): " " for sign in "\n\r"}
_CHARACTERS = {q("w:noBreakHyphen"): "\u2011", q("w:softHyphen"): "\u00ad"}


@dataclass
class InlineReader:
    """Reads the runs of one story; fields may stay open from one paragraph to the next.

    ``boxed`` reads the blocks of a text box; None where boxes stand too deep in each other.
    """

    context: PartContext
    boxed: TextReader | None = None
    out: list[Inline] = field(default_factory=list)
    contents: int = 0
    pending: list[BookmarkRun] = field(default_factory=list)
    scripts: Scripts = field(default_factory=Scripts)
    shape_types: dict[str, etree._Element] = field(default_factory=dict)
    _paragraph_style: str = ""
    _link: Link | None = None
    _changed: tuple[str, str] | None = None
    _mark_follows: bool = False
    fields: FieldStack = field(init=False)

    def __post_init__(self) -> None:
        self.fields = FieldStack(self.context)

    def read(self, nodes: Sequence[etree._Element], style_id: str) -> tuple[Inline, ...]:
        """Return the content of a paragraph, of several where marks between them are gone.

        ``contents`` tells the number of the TOC that it has an entry of. Bookmarks that are ``pending``, since they
        began between two paragraphs, stand first in it.
        """
        self.out = [*self.pending]
        self.pending.clear()
        self._paragraph_style = style_id
        self._link = None
        self.fields.enter(self.out)
        for node in nodes:
            self._children(node)
        self.contents = self.fields.entry_of
        return joined(self.out)

    def _children(self, node: etree._Element | tuple[()]) -> None:
        for item in node:
            self._inline(item)

    def _inline(self, node: etree._Element) -> None:
        reader = self._INLINE.get(node.tag)
        if reader is not None:
            reader(self, node)
        elif node.tag in _TRANSPARENT or (node.tag not in _KNOWN and isinstance(node.tag, str) and len(node)):
            self._children(node)

    def _directed(self, node: etree._Element) -> None:
        """Read runs of one direction between the marks of Unicode that say so (w:dir, w:bdo; 17.3.2.8, 17.3.2.3)."""
        kind = (node.tag == q("w:bdo"), attribute(node, "w:val") == "rtl")
        style = self._style(RunProps())
        self._text(_DIRECTIONS[kind], style)
        self._children(node)
        self._text(_END_OF_DIRECTION, style)

    def _ruby(self, node: etree._Element, _style: RunStyle) -> None:
        """Read characters with their reading above (17.3.3.25); one of several looks stands behind in brackets."""
        start, base, reading = len(self.out), child(node, "w:rubyBase"), child(node, "w:rt")
        self._children(base if base is not None else ())
        end = len(self.out)
        if reading is not None and any(text.text for text in reading.iter(q("w:t"), q("m:t"))):
            self._children(reading)
            above = with_reading(self.out[start:end], self.out[end:], node)
            if above is not None:
                self.out[start:] = [above]
                return
            del self.out[end:]
            self.context.report("ett uttal ovanför tecken (ruby)", "det står inom parentes efter tecknen")
            self._text("(", self._style(RunProps()))
            self._children(reading)
            self._text(")", self._style(RunProps()))

    def _change(self, node: etree._Element) -> None:
        """Read inserted or deleted runs; without marks, what is deleted is left out."""
        changes = self.context.shared.changes
        kind = changes.meet(node)
        if not changes.shown:
            if kind == INSERTED:
                self._children(node)
            else:
                self.context.shared.ledger.add(Why.DELETED, text_in(node))
            return
        outer, self._changed = self._changed, (kind, attribute(node, "w:author") or "")
        if outer is not None and outer[0] == DELETED:
            self._changed = outer
        self._children(node)
        self._changed = outer

    def _alternatives(self, node: etree._Element) -> None:
        found = chosen(node)
        if found is not None:
            self._children(found)

    def _sdt(self, node: etree._Element) -> None:
        content = child(node, "w:sdtContent")
        if content is not None:
            self._children(content)

    def _bookmark(self, node: etree._Element) -> None:
        self.out.append(BookmarkRun(attribute(node, "w:name") or ""))

    def _hyperlink(self, node: etree._Element) -> None:
        relationship = self.context.relationships.get(node.get(q("r:id"), ""))
        uri = relationship.target if relationship is not None and relationship.external else ""
        anchor = attribute(node, "w:anchor") or ""
        outer = self._link
        if uri or anchor:
            self._link = Link(uri, anchor, attribute(node, "w:tooltip") or "")
        self._children(node)
        self._link = outer

    def _simple_field(self, node: etree._Element) -> None:
        depth = len(self.fields.open)
        self.fields.begin(node, attribute(node, "w:instr") or "")
        self.fields.separate()
        self._children(node)
        if len(self.fields.open) > depth:
            self.fields.end(self._style(RunProps()), self._link)

    def _run(self, node: etree._Element) -> None:
        direct = run_props(child(node, "w:rPr"), self.context.styles.theme)
        style = self._style(direct)
        self._within_run(node, style)
        self._mark_follows = False

    def _within_run(self, node: etree._Element, style: RunStyle) -> None:
        """Read what stands in a run, also within elements that nobody knows."""
        for item in node:
            reader = self._RUN.get(item.tag)
            if style.hidden and item.tag not in _FIELD_PARTS:
                self.context.shared.ledger.add(Why.HIDDEN, text_in(item))
                continue
            if reader is not None:
                reader(self, item, style)
            elif item.tag in _CHARACTERS:
                self._text(_CHARACTERS[item.tag], style)
            elif item.tag not in _KNOWN and isinstance(item.tag, str) and len(item):
                self._within_run(item, style)

    def _style(self, direct: RunProps) -> RunStyle:
        context = self.context
        if self.fields.contents and context.styles.name(direct.get("style", "")).lower() == _LINK_STYLE:
            direct = direct.copy()
            del direct["style"]
        dark = is_dark(context.ground)
        style = context.styles.run_style(self._paragraph_style, direct, context.table_run, on_dark=dark)
        return style if self._changed is None else context.shared.changes.marked(style, *self._changed)

    def _loose_text(self, node: etree._Element) -> None:
        """Read text that stands in no run."""
        self._text_node(node, self._style(RunProps()))

    def _nested_run(self, node: etree._Element, _style: RunStyle) -> None:
        self._run(node)

    def _text_node(self, node: etree._Element, style: RunStyle) -> None:
        text = node.text or ""
        if node.get(q("xml:space")) != "preserve":
            text = text.strip(" \t\r\n")
        style = told(style, text, node)
        unicode_text = mapped(text, style.family)
        if unicode_text is not None:
            self.context.shared.ledger.add(Why.SYMBOL, text)
            style = in_symbols(style, style.family)
            text = unicode_text
        for index, part in enumerate(text.translate(_AS_SPACES).split("\t")):
            if index:
                self._tab(node, style)
            self._text(part, style)
        if len(node):
            self._within_run(node, style)

    def _text(self, text: str, style: RunStyle) -> None:
        if style.hidden or not text or self.fields.takes(text):
            return
        if self._mark_follows and isinstance(self.out[-1], NoteRun):
            self.out[-1] = replace(self.out[-1], mark=self.out[-1].mark + text, style=style)
            return
        link = self._current_link()
        for index, line in enumerate(text.split(LINE_SEPARATOR) if LINE_SEPARATOR in text else (text,)):
            if index:
                self.out.append(BreakRun("line", style))
            self.out.extend(TextRun(part, look, link) for part, look in self.scripts.split(line, style) if part)

    def _current_link(self) -> Link | None:
        return self.fields.link or self._link

    def _instruction(self, node: etree._Element, style: RunStyle) -> None:
        self.fields.add_instruction(node.text or "", style)

    def _field_character(self, node: etree._Element, style: RunStyle) -> None:
        kind = attribute(node, "w:fldCharType")
        if kind == "begin":
            self.fields.begin(node)
        elif kind == "separate":
            self.fields.separate()
            self.contents = self.contents or self.fields.contents
        elif kind == "end":
            self.fields.end(style, self._link)

    def _tab(self, _node: etree._Element, style: RunStyle) -> None:
        if self.fields.instruction is None and not style.hidden:
            self.out.append(TabRun(style, self._current_link()))

    def _placed_tab(self, node: etree._Element, style: RunStyle) -> None:
        if self.fields.instruction is None and not style.hidden:
            leader = attribute(node, "w:leader") or "none"
            align, base = attribute(node, "w:alignment") or "left", attribute(node, "w:relativeTo") or "margin"
            place = TabPlace(align, base, "" if leader == "none" else leader)
            self.out.append(TabRun(style, self._current_link(), place))

    def _break(self, node: etree._Element, style: RunStyle) -> None:
        kind = attribute(node, "w:type") or "textWrapping"
        clear = attribute(node, "w:clear") or "none"
        found = {"page": "page", "column": "column"}.get(kind, "line")
        self.out.append(BreakRun(found, style, clear if clear != "none" and found == "line" else ""))

    def _symbol(self, node: etree._Element, style: RunStyle) -> None:
        code = code_of(node)
        if code is None:
            return
        family = attribute(node, "w:font") or style.family
        text = mapped(chr(code), family)
        self._text(text if text is not None else chr(code), in_symbols(style, family) if text is not None else style)

    def _drawing(self, node: etree._Element, style: RunStyle) -> None:
        if is_hidden(node):
            self.context.shared.ledger.add(Why.HIDDEN, text_in(node))
            self.context.report("ett dolt objekt", "det är utelämnat, som i Word", code=NOT_MISSED)
            return
        holder = next(drawn(node), None) if self.boxed is not None else None
        if holder is not None and self.boxed is not None:
            shapes = drawn_shapes(holder, node, self.context, self.boxed, self._style(RunProps()))
            self.out.append(PictureRun(shapes, style, self._link_of(node), anchor(node)))
            return
        found = drawn_object(node, self.context, self._style(RunProps()))
        if found is not None:
            self.out.append(PictureRun(found, style, self._link_of(node), anchor(node)))
        self._shape(node, style)

    def _link_of(self, drawing: etree._Element) -> Link | None:
        """Return where a drawing leads: by the text around it, or by a link of its own (20.1.2.2.23)."""
        return self._current_link() or link_of(drawing, self.context)

    def _vml(self, node: etree._Element, style: RunStyle) -> None:
        """Set the shapes of a w:pict or a w:object, and what of DrawingML stands in one."""
        if self.boxed is None:
            self._shape(node, style)
            return
        reader = VmlReader(self.context, self.boxed, style, self.shape_types)
        found = [PictureRun(picture, style, self._current_link(), place) for picture, place in reader.pictures(node)]
        self.out.extend(found)
        if not found:
            self._shape(node, style)
        for drawing in node.iterchildren(q("w:drawing")):
            self._drawing(drawing, style)

    def _shape(self, node: etree._Element, style: RunStyle) -> None:
        paragraphs = shape_text(node)
        if paragraphs:
            self.context.report("en textruta", "dess text står i stycket där den är förankrad")
        for paragraph in paragraphs:
            self.out.append(BreakRun("line", style))
            self._children(paragraph)

    def _alternate(self, node: etree._Element, style: RunStyle) -> None:
        found = chosen(node)
        if found is not None:
            self._within_run(found, style)

    def _formula(self, node: etree._Element) -> None:
        """Set equations as drawings on the line, each read aloud in words."""
        if self.fields.instruction is None:
            self.out.extend(formulas(node, self.context.shared, self._look, self._current_link()))

    def _look(self, properties: etree._Element | None) -> RunStyle:
        return self._style(run_props(properties, self.context.styles.theme))

    def _note(self, node: etree._Element, style: RunStyle) -> None:
        if self.fields.instruction is None:
            self.out.extend(reference(node, style))
            self._mark_follows = attribute(node, "w:customMarkFollows") in {"1", "true", "on"}

    def _own_mark(self, _node: etree._Element, style: RunStyle) -> None:
        if self.context.note is not None:
            self.out.extend(own_mark(self.context.note, style))

    def _separator(self, node: etree._Element, _style: RunStyle) -> None:
        self.out.append(SeparatorRun(node.tag == q("w:continuationSeparator")))

    def _comment(self, node: etree._Element, style: RunStyle) -> None:
        shared = self.context.shared
        shared.comments.append(attribute(node, "w:id") or "")
        if shared.choices.comments and self.fields.instruction is None:
            self.out.append(mark(len(dict.fromkeys(shared.comments)), style))

    def _date_mark(self, node: etree._Element, style: RunStyle) -> None:
        found = marked(node, self.context.shared.facts, style, self._current_link())
        if found is not None and self.fields.instruction is None:
            self.out.append(found)

    _INLINE: ClassVar[dict[str, Callable[[InlineReader, etree._Element], None]]] = {
        q("w:r"): _run,
        q("w:t"): _loose_text,
        q("w:hyperlink"): _hyperlink,
        q("w:fldSimple"): _simple_field,
        q("w:bookmarkStart"): _bookmark,
        q("w:sdt"): _sdt,
        q("w:dir"): _directed,
        q("w:bdo"): _directed,
        q("w:ins"): _change,
        q("w:moveTo"): _change,
        q("w:del"): _change,
        q("w:moveFrom"): _change,
        q("mc:AlternateContent"): _alternatives,
        q("m:oMath"): _formula,
        q("m:oMathPara"): _formula,
    }
    _RUN: ClassVar[dict[str, Callable[[InlineReader, etree._Element, RunStyle], None]]] = {
        q("w:r"): _nested_run,
        q("w:t"): _text_node,
        q("w:delText"): _text_node,
        q("w:delInstrText"): _instruction,
        q("w:instrText"): _instruction,
        q("w:fldChar"): _field_character,
        q("w:tab"): _tab,
        q("w:ptab"): _placed_tab,
        q("w:br"): _break,
        q("w:cr"): _break,
        q("w:sym"): _symbol,
        **dict.fromkeys(MARKS, _date_mark),
        q("w:ruby"): _ruby,
        q("w:drawing"): _drawing,
        q("w:pict"): _vml,
        q("w:object"): _vml,
        q("mc:AlternateContent"): _alternate,
        q("w:commentReference"): _comment,
        q("w:footnoteReference"): _note,
        q("w:endnoteReference"): _note,
        q("w:footnoteRef"): _own_mark,
        q("w:endnoteRef"): _own_mark,
        q("w:separator"): _separator,
        q("w:continuationSeparator"): _separator,
    }
