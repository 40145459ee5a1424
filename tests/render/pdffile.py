"""A PDF file read back by its own marks: what stands where, in which element, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

_CID = re.compile(rb"<([0-9a-f]{4})> ([0-9]+)")
_PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


@dataclass(frozen=True)
class Fragment:
    """Text that was shown at once; ``x`` and ``y`` are its baseline's start, from the page's top left."""

    page: int
    x: float
    y: float
    width: float
    size: float
    font: str
    text: str
    mcid: int | None
    artifact: str
    color: str


@dataclass(frozen=True)
class Shape:
    """A filled rectangle, a drawn line or a picture, in points from the page's top left."""

    page: int
    kind: str
    box: tuple[float, float, float, float]
    color: str = ""
    mcid: int | None = None


@dataclass
class Reading:
    """All that stands on the pages, in the order of drawing."""

    fragments: list[Fragment] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    sizes: list[tuple[float, float]] = field(default_factory=list)

    def lines(self, page: int | None = None) -> list[str]:
        """Return the lines of the body: fragments that follow each other on one baseline."""
        return [line.text for line in self.set_lines(page)]

    def set_lines(self, page: int | None = None, *, artifacts: bool = False) -> list[Fragment]:
        """Return the same with their places; the width is that of the visible text."""
        lines: list[list[Fragment]] = []
        for item in self.fragments:
            if (page is not None and item.page != page) or bool(item.artifact) is not artifacts:
                continue
            last = lines[-1][-1] if lines else None
            if last is not None and (last.page, last.y) == (item.page, item.y) and item.x >= last.x:
                lines[-1].append(item)
            else:
                lines.append([item])
        return [_joined(line) for line in lines]

    def running(self, kind: str) -> list[str]:
        """Return the text of the headers or footers, one string a page."""
        pages = range(len(self.sizes))
        shown = [[item.text for item in self.fragments if (item.page, item.artifact) == (page, kind)] for page in pages]
        return ["".join(texts).strip() for texts in shown]

    def find(self, text: str) -> Fragment:
        """Return the first fragment with this text."""
        return next(item for item in self.fragments if item.text.strip() == text)

    def page_of(self, text: str) -> int:
        """Return the page, from 1, where a line holds the text."""
        return next(line.page + 1 for line in self.set_lines() if text in line.text)

    def shapes_of(self, kind: str) -> list[Shape]:
        """Return the shapes of one kind."""
        return [shape for shape in self.shapes if shape.kind == kind]


def _joined(line: Sequence[Fragment]) -> Fragment:
    visible = [item for item in line if item.text.strip()] or list(line)
    end = max(item.x + item.width for item in visible)
    first = visible[0]
    text = "".join(item.text for item in line)
    return Fragment(
        first.page,
        first.x,
        first.y,
        end - first.x,
        first.size,
        first.font,
        text,
        first.mcid,
        first.artifact,
        first.color,
    )


class _Font:
    def __init__(self, font: Any) -> None:
        self.name = str(font.BaseFont).split("+")[-1]
        pairs = _PAIR.findall(font.ToUnicode.read_bytes())
        self.characters = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
        encoding = font.Encoding.read_bytes() if isinstance(font.Encoding, pikepdf.Stream) else b""
        self.cids = {int(code, 16): int(cid) for code, cid in _CID.findall(encoding)}
        widths = list(font.DescendantFonts[0].W)
        self.widths = {int(code): float(own[0]) for code, own in zip(widths[::2], widths[1::2], strict=True)}

    def text(self, codes: bytes) -> str:
        return "".join(self.characters.get(code, "") for code in self._codes(codes))

    def width(self, codes: bytes) -> float:
        return sum(self.widths[self.cids.get(code, code)] for code in self._codes(codes)) / 1000

    @staticmethod
    def _codes(codes: bytes) -> Iterator[int]:
        for at in range(0, len(codes), 2):
            yield int.from_bytes(codes[at : at + 2], "big")


class _Interpreter:
    """Reads the operators that the writer uses."""

    def __init__(self, reading: Reading, page: int, page_object: Any) -> None:
        self.reading = reading
        self.page = page
        self.height = float(page_object.MediaBox[3])
        self.fonts = {name: _Font(font) for name, font in page_object.Resources.get("/Font", {}).items()}
        self.font, self.size = "", 0.0
        self.matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self.spacing = 0.0
        self.mcid: int | None = None
        self.artifact = "unmarked"
        self.actual: str | None = None
        self.backwards = False
        self.marks: list[tuple[int | None, str]] = []
        self.fill, self.stroke = "000000", "000000"
        self.place = (0.0, 0.0, 0.0, 0.0)
        self.path: list[tuple[float, float]] = []
        self.turn: tuple[float, float, float, float, float, float] | None = None
        self.turns: list[tuple[float, float, float, float, float, float] | None] = []

    def operate(self, operator: str, operands: Sequence[Any]) -> None:
        handler = getattr(self, "op_" + operator, None)
        if handler is not None:
            handler(*operands)

    def op_BDC(self, role: Any, properties: Any) -> None:
        self.marks.append((self.mcid, self.artifact))
        if "/ActualText" in properties:
            self.actual = str(properties.ActualText)
        elif str(role) == "/Artifact":
            self.mcid, self.artifact = None, str(properties.get("/Subtype", "/Layout"))[1:]
        else:
            self.mcid, self.artifact = int(properties.MCID), ""

    def op_BMC(self, role: Any) -> None:
        self.marks.append((self.mcid, self.artifact))
        if str(role) == "/ReversedChars":
            self.backwards = True
        else:
            self.mcid, self.artifact = None, "Layout"

    def op_EMC(self) -> None:
        self.mcid, self.artifact = self.marks.pop()
        self.actual, self.backwards = None, False

    def op_Tf(self, name: Any, size: Any) -> None:
        self.font, self.size = str(name), float(size)

    def op_Tc(self, spacing: Any) -> None:
        self.spacing = float(spacing)

    def op_Tm(self, *values: Any) -> None:
        a, b, c, d, e, f = (float(value) for value in values)
        self.matrix = (a, b, c, d, e, f)

    def op_rg(self, *values: Any) -> None:
        self.fill = _hex(values)

    def op_RG(self, *values: Any) -> None:
        self.stroke = _hex(values)

    def op_Tj(self, codes: Any) -> None:
        self.op_TJ([codes])

    def op_TJ(self, parts: Any) -> None:
        """Show text: words and the spaces between them are fragments of their own."""
        font = self.fonts[self.font]
        if self.actual is not None or self.backwards:
            codes = [part for part in parts if isinstance(part, pikepdf.String)]
            text = "".join(font.text(code) for code in reversed(_each([bytes(each) for each in codes])))
            self._fragment(text if self.actual is None else self.actual, 0.0, self._end(font, parts))
            self.actual = None if self.actual is None else ""
            return
        at, start, word = 0.0, 0.0, ""
        for part in parts:
            if not isinstance(part, pikepdf.String):
                at += self._moved(part)
                continue
            for code in _each([bytes(part)]):
                text = font.text(code)
                if word and (text == " ") is not word.startswith(" "):
                    self._fragment(word, start, at)
                    word = ""
                start, word = (start, word + text) if word else (at, text)
                at += self._advance(font, code)
        self._fragment(word, start, at)

    def _moved(self, part: Any) -> float:
        return -float(part) / 1000 * self.size * self.matrix[0]

    def _advance(self, font: _Font, code: bytes) -> float:
        return (font.width(code) * self.size + self.spacing) * self.matrix[0]

    def _end(self, font: _Font, parts: Any) -> float:
        shown = [part for part in parts if isinstance(part, pikepdf.String)]
        moved = sum(self._moved(part) for part in parts if not isinstance(part, pikepdf.String))
        return moved + sum(self._advance(font, code) for part in shown for code in _each([bytes(part)]))

    def _fragment(self, text: str, start: float, end: float) -> None:
        x, y = self.matrix[4] + start, self.matrix[5]
        if self.turn is not None:
            a, b, c, d, e, f = self.turn
            x, y = a * x + c * y + e, b * x + d * y + f
        place = (self.page, x, round(self.height - y, 2), end - start, self.size)
        font = self.fonts[self.font]
        self.reading.fragments.append(Fragment(*place, font.name, text, self.mcid, self.artifact, self.fill))

    def op_re(self, *values: Any) -> None:
        x, y, width, height = (float(value) for value in values)
        self.place = (x, self.height - y - height, x + width, self.height - y)

    def op_f(self) -> None:
        self.reading.shapes.append(Shape(self.page, "fill", self.place, self.fill))

    def op_m(self, x: Any, y: Any) -> None:
        self.path = [(float(x), self.height - float(y))]

    def op_l(self, x: Any, y: Any) -> None:
        self.path.append((float(x), self.height - float(y)))

    def op_S(self) -> None:
        (x0, y0), (x1, y1) = self.path[0], self.path[-1]
        self.reading.shapes.append(Shape(self.page, "line", (x0, y0, x1, y1), self.stroke))

    def op_q(self) -> None:
        self.turns.append(self.turn)

    def op_Q(self) -> None:
        self.turn = self.turns.pop()

    def op_cm(self, *values: Any) -> None:
        a, b, c, d, e, f = (float(value) for value in values)
        if not a and not d:
            self.turn = (a, b, c, d, e, f)
            return
        width, _, _, height, x, y = a, b, c, d, e, f
        self.place = (x, self.height - y - height, x + width, self.height - y)

    def op_Do(self, name: Any) -> None:
        self.reading.shapes.append(Shape(self.page, "picture", self.place, str(name), self.mcid))


def _each(shown: Sequence[bytes]) -> list[bytes]:
    return [codes[at : at + 2] for codes in shown for at in range(0, len(codes), 2)]


def _hex(values: Sequence[Any]) -> str:
    return "".join(f"{round(float(value) * 255):02x}" for value in values)


def read_pdf(pdf: bytes) -> Reading:
    """Return what stands on the pages."""
    reading = Reading()
    with pikepdf.open(BytesIO(pdf)) as file:
        for index, page in enumerate(file.pages):
            reading.sizes.append((float(page.MediaBox[2]), float(page.MediaBox[3])))
            interpreter = _Interpreter(reading, index, page.obj)
            for instruction in pikepdf.parse_content_stream(page):
                interpreter.operate(str(instruction.operator), list(instruction.operands))
    return reading


def tag_tree(pdf: bytes) -> str:
    """Return the structure tree as indented text: role, attributes, language, words; then the artifacts."""
    reading = read_pdf(pdf)
    marked = {(item.page, item.mcid): "" for item in reading.fragments if item.mcid is not None}
    for item in reading.fragments:
        if item.mcid is not None:
            marked[item.page, item.mcid] += item.text
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = {page.obj.objgen: index for index, page in enumerate(file.pages)}
        lines = [line for root in file.Root.StructTreeRoot.K for line in _element(root, 0, pages, marked)]
    for kind in ("Header", "Footer", "Layout"):
        for page, text in enumerate(reading.running(kind), 1):
            if text:
                lines.append(f"({kind} on page {page}: {' '.join(text.split())})")
    return "\n".join(lines) + "\n"


def _element(node: Any, depth: int, pages: dict[Any, int], marked: dict[tuple[int, int], str]) -> Iterator[str]:
    yield "  " * depth + " ".join([str(node.S)[1:], *_traits(node)])
    for kid in node.get("/K", []):
        if "/S" in kid:
            yield from _element(kid, depth + 1, pages, marked)
        elif kid.Type == "/OBJR":
            yield "  " * (depth + 1) + f"-> {_target(kid.Obj, pages)}"
        else:
            page = pages[kid.Pg.objgen]
            text = " ".join(marked.get((page, int(kid.MCID)), "").split())
            yield "  " * (depth + 1) + f"p{page + 1} “{text}”"


def _traits(node: Any) -> Iterator[str]:
    for key in ("/Lang", "/Alt", "/ActualText"):
        if key in node:
            yield f"{key[1:]}=“{node[key]}”"
    attributes = node.get("/A", [])
    for owner in [attributes] if isinstance(attributes, pikepdf.Dictionary) else list(attributes):
        for key, value in owner.items():
            if key not in {"/O", "/BBox"}:
                yield f"{key[1:]}={str(value).removeprefix('/')}"


def _target(annotation: Any, pages: dict[Any, int]) -> str:
    if "/A" in annotation:
        return f"{annotation.A.URI} “{annotation.Contents}”"
    return f"page {pages[annotation.Dest[0].objgen] + 1} “{annotation.Contents}”"


def text_in_order(pdf: bytes) -> str:
    """Return all text of the structure tree, elements with a space between, in the order of reading."""
    lines = tag_tree(pdf).splitlines()
    return " ".join(line.split("“", 1)[1].rsplit("”", 1)[0] for line in lines if line.lstrip().startswith("p"))
