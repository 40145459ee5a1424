"""A page's elements in their order as the blocks of a w:body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from pipeline.render.webpages.css import Sheet
from pipeline.render.webpages.lists import STEP, ListKind, Lists, hanging
from pipeline.render.webpages.looks import Box, Look, box_of, look_of
from pipeline.render.webpages.measures import color, points
from pipeline.render.webpages.pictures import Pictures

_SPACES = re.compile(r"[ \t\r\n\f]+")
_SILENT = {"script", "style", "head", "title", "noscript", "template", "svg", "math", "iframe", "object", "select"}
_BLOCKS = {"p", "div", "ul", "ol", "li", "blockquote", "pre", "section", "article", "header", "footer", "main", "nav"}
_BLOCKS |= {"aside", "figure", "figcaption", "dl", "dt", "dd", "center", "address", "form", "fieldset", "legend"}
_BLOCKS |= {"details", "summary", "caption", "body", "html", "hgroup"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACED = {"p", "pre", "blockquote", "ul", "ol", "dl", "figure", *_HEADINGS}
_INDENTED = {"blockquote": (STEP, STEP), "dd": (STEP, 0.0), "figure": (STEP, STEP)}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RULE = (
    '<w:pict><v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t" '
    'fillcolor="#a0a0a0" stroked="f"/></w:pict>'
)
DEEPEST = 90  # elements within each other; deeper ones are text alone
MOST_RUNS = 200_000


@dataclass(frozen=True, slots=True)
class Around:
    """What holds where an element stands: the look of text and paragraphs, the list, and how deep it is."""

    look: Look = field(default_factory=Look)
    box: Box = field(default_factory=Box)
    items: ListKind | None = None
    level: int = -1
    depth: int = 0


@dataclass
class Runs:
    """How many runs a page has become, and whether there were more than are written."""

    count: int = 0
    cut: bool = False


@dataclass
class Writer:
    """Writes paragraphs; ``table`` writes a table element, within a writer of its own for each cell."""

    sheet: Sheet
    lists: Lists
    pictures: Pictures
    table: Callable[[Writer, etree._Element, Around], str]
    links: dict[str, int] = field(default_factory=dict)
    runs: Runs = field(default_factory=Runs)
    blocks: list[str] = field(default_factory=list)
    _runs: list[str] = field(default_factory=list)
    _marks: list[str] = field(default_factory=list)
    _box: Box = field(default_factory=Box)
    _shown: bool = False
    _ends_with_space: bool = True
    _labelled: tuple[int, int] | None = None
    _new_page: bool = False

    def inner(self) -> Writer:
        """Return a writer for a cell, which shares lists, links, pictures and the number of runs."""
        return Writer(self.sheet, self.lists, self.pictures, self.table, self.links, self.runs)

    def written(self) -> str:
        """Return the blocks, ended."""
        self.end_paragraph()
        return "".join(self.blocks)

    # -- elements --

    def element(self, node: etree._Element, around: Around) -> None:
        """Write an element and what is in it, but not what follows it."""
        if not isinstance(node.tag, str) or node.tag in _SILENT:
            return
        css = self.sheet.of(node)
        if css.get("display", "").lower() == "none" or css.get("mso-hide") == "all":
            return
        if around.depth > DEEPEST:
            self.text("".join(_words(node)), around)
            return
        around = replace(around, depth=around.depth + 1)
        if node.tag == "table":
            self.end_paragraph()
            self.blocks.append(self.table(self, node, around))
        elif node.tag == "hr":
            self.end_paragraph()
            self._add(_RULE, around)
            self.end_paragraph()
        elif node.tag in _BLOCKS or node.tag in _HEADINGS:
            self._block(node, css, around)
        else:
            self._inline(node, css, around)

    def children(self, node: etree._Element, around: Around) -> None:
        """Write what is in an element."""
        self.text(node.text, around)
        for item in node:
            self.element(item, around)
            self.text(item.tail, around)

    def _block(self, node: etree._Element, css: Mapping[str, str], around: Around) -> None:
        self.end_paragraph()
        tag = str(node.tag)
        self._new_page = self._new_page or _begins_page(css)
        around = _heading(node, css, around) if tag in _HEADINGS else _within(node, css, around)
        if tag in {"ul", "ol"}:
            level = around.level + 1
            around = replace(around, items=self.lists.begin(node, css, level, around.items), level=level)
        if tag == "li":
            around = self._item(around)
        self._mark(node)
        self.children(node, around)
        self.end_paragraph()
        self._labelled = None if tag == "li" else self._labelled

    def _item(self, around: Around) -> Around:
        """Return what holds in an item of a list, whose first paragraph has the label."""
        kind = around.items
        self._labelled = (kind.number, kind.level) if kind is not None and kind.number else None
        return replace(around, box=replace(around.box, left=around.box.left + STEP, before=None, after=None))

    def _inline(self, node: etree._Element, css: Mapping[str, str], around: Around) -> None:
        tag = str(node.tag)
        around = replace(around, look=look_of(node, css, around.look))
        self._mark(node)
        if tag in _SIGNS:
            self._add(_SIGNS[tag](node, css), around)
        elif tag == "img":
            self._add(self.pictures.xml(node, css), around)
        elif tag == "a" and (node.get("href") or "").strip() and not _holds_blocks(node):
            self._link(node, around)
        else:
            self.children(node, around)

    def _link(self, node: etree._Element, around: Around) -> None:
        address = _clean(node.get("href") or "").strip()[:2_000]
        look = replace(around.look, underline=True, color=around.look.color or "0000ff")
        if address.startswith("#"):
            begin = f"<w:hyperlink w:anchor={quoteattr(address[1:])}>"
        else:
            begin = f'<w:hyperlink r:id="rLink{self.links.setdefault(address, len(self.links) + 1)}">'
        before, self._runs = self._runs, []
        self.children(node, replace(around, look=look))
        inside, self._runs = self._runs, before
        if inside:
            self._runs.append(f"{begin}{''.join(inside)}</w:hyperlink>")

    def _mark(self, node: etree._Element) -> None:
        for name in dict.fromkeys((node.get("id"), node.get("name") if node.tag == "a" else None)):
            if name:
                number = f"{len(self.blocks)}{len(self._marks)}"
                plain = quoteattr(_clean(name))
                self._marks.append(f'<w:bookmarkStart w:id="{number}" w:name={plain}/><w:bookmarkEnd w:id="{number}"/>')

    # -- text --

    def text(self, text: str | None, around: Around) -> None:
        """Write text, its spaces as one unless they are kept."""
        if not text:
            return
        clean = _clean(text)
        if around.look.keeps_space or self._is_preformatted(around):
            self._kept(clean, around)
            return
        words = _SPACES.sub(" ", clean)
        if self._ends_with_space:
            words = words.lstrip(" ")
        if words:
            self._add(_run_text(words), around, words=words)

    def _is_preformatted(self, around: Around) -> bool:
        return around.box.style == "Pre"

    def _kept(self, text: str, around: Around) -> None:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if not self._runs and lines and not lines[0].strip():
            lines = lines[1:]
        for at, line in enumerate(lines):
            if at:
                self._add("<w:br/>", around)
            pieces = [_run_text(piece) if piece else "" for piece in line.split("\t")]
            if line:
                self._add("<w:tab/>".join(pieces), around, words=line)

    def _add(self, inside: str, around: Around, words: str = "") -> None:
        if not inside:
            return
        if self.runs.count >= MOST_RUNS:
            self.runs.cut = True
            return
        if not self._runs and not self._shown:
            self._box = around.box
        self.runs.count += 1
        self._shown = self._shown or bool(words.strip(" ")) or not words
        self._ends_with_space = words.endswith(" ") if words else "<w:br" in inside
        properties = around.look.xml()
        self._runs.append(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>")

    def end_paragraph(self) -> None:
        """End the paragraph, if it shows anything."""
        if self._shown:
            if self._runs[-1].endswith("<w:br/></w:r>"):
                self._runs.pop()
            box = replace(self._box, new_page=self._new_page)
            self._new_page = False
            if self._labelled is not None:
                box = replace(box, numbering=self._labelled, first=hanging())
                self._labelled = None
            self.blocks.append(f"<w:p><w:pPr>{box.xml()}</w:pPr>{''.join(self._marks)}{''.join(self._runs)}</w:p>")
            self._marks.clear()
        self._runs, self._shown, self._ends_with_space = [], False, True


def _within(node: etree._Element, css: Mapping[str, str], around: Around) -> Around:
    """Return what holds within a block."""
    tag = str(node.tag)
    look = replace(look_of(node, css, around.look), ground=around.look.ground)
    box = replace(box_of(node, css, around.box, look.size), border=_borders(css) or around.box.border)
    left, right = _INDENTED.get(tag, (0.0, 0.0))
    ground = "" if tag in {"html", "body"} else box.ground
    box = replace(box, left=box.left + left, right=box.right + right, ground=ground)
    return replace(around, look=look, box=_spaced(box, tag, css, look.size))


def _heading(node: etree._Element, css: Mapping[str, str], around: Around) -> Around:
    """Return what holds within a heading, whose size and weight are those of its style."""
    found = _within(node, css, around)
    around_it = around.look
    plain = Look(around_it.family, color=around_it.color, language=around_it.language, rtl=around_it.rtl)
    look = replace(look_of(node, css, plain), ground="")
    return replace(found, look=look, box=replace(found.box, style=f"Heading{_HEADINGS[str(node.tag)]}"))


def _words(node: etree._Element) -> Iterator[str]:
    """Yield the text in an element, without that of elements which show none."""
    for item in node.iter():
        if isinstance(item.tag, str) and item.tag not in _SILENT:
            yield item.text or ""
        if item is not node:
            yield item.tail or ""


def _begins_page(css: Mapping[str, str]) -> bool:
    return css.get("page-break-before", css.get("break-before", "")).lower() in {"always", "page", "left", "right"}


def _holds_blocks(node: etree._Element) -> bool:
    return any(item.tag in _BLOCKS or item.tag in _HEADINGS or item.tag == "table" for item in node.iterdescendants())


def _break(node: etree._Element, css: Mapping[str, str]) -> str:
    return '<w:br w:type="page"/>' if _begins_page(css) else "<w:br/>"


def _control(node: etree._Element, css: Mapping[str, str]) -> str:
    kind = (node.get("type") or "text").lower()
    if kind in {"checkbox", "radio"}:
        return _run_text("☒" if node.get("checked") is not None else "☐")
    return _run_text(_clean(node.get("value") or "")) if kind in {"text", "submit", "button"} else ""


_SIGNS: Mapping[str, Callable[[etree._Element, Mapping[str, str]], str]] = {
    "br": _break,
    "input": _control,
}


def _spaced(box: Box, tag: str, css: Mapping[str, str], size: float) -> Box:
    """Return a box with the space above and below that an element has: that of web pages, or that of its margins."""
    usual = None if tag in _SPACED else 0.0
    before, after = (points(css.get(f"margin-{side}", ""), size) for side in ("top", "bottom"))
    return replace(
        box,
        style="Pre" if tag == "pre" else box.style,
        before=usual if before is None else max(before, 0.0),
        after=usual if after is None else max(after, 0.0),
    )


def _borders(css: Mapping[str, str]) -> str:
    """Return the borders of a paragraph."""
    return "".join(border(side, css.get(f"border-{side}", "")) for side in ("top", "left", "bottom", "right"))


_STYLES = {"solid": "single", "dashed": "dashed", "dotted": "dotted", "double": "double", "groove": "single"}
_STYLES |= {"ridge": "single", "inset": "single", "outset": "single"}


def border(side: str, text: str) -> str:
    """Return a border of a side as CSS gives it, "" for none."""
    words = text.lower().replace(", ", ",").split()
    style = next((_STYLES[word] for word in words if word in _STYLES), "")
    widths = {"thin": 0.75, "medium": 2.25, "thick": 3.75}
    measured = [widths[word] if word in widths else points(word) for word in words]
    width = next((one for one in measured if one is not None), 2.25)
    if not style or not width or width < 0:
        return ""
    ink = color(" ".join(word for word in words if word not in _STYLES)) or "auto"
    return f'<w:{side} w:val="{style}" w:sz="{min(max(round(width * 8), 2), 96)}" w:space="1" w:color="{ink}"/>'


def _run_text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
