"""Files inserted whole into a Word file (w:altChunk, 17.17.2) stand in place, a web page as Word makes it; told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package, PackageError, open_package
from pipeline.render.notetree import NoteRun, SeparatorRun
from pipeline.render.read.context import PartContext
from pipeline.render.read.properties import RunProps
from pipeline.render.read.rtftext import rtf_lines
from pipeline.render.tree import Block, Inline, Paragraph, PictureRun, Table, TabRun, TextRun

MOST_BYTES = 16 * 2**20
MOST_LINES = 20_000
DEEPEST = 2  # files inserted in each other
_WHAT = "en infogad fil"


def inserted(node: etree._Element, context: PartContext) -> Iterator[Block]:
    """Yield the blocks of the file that a w:altChunk names; one that cannot be read is told."""
    relationship = context.relationships.get(node.get(q("r:id"), ""))
    data = _data(relationship.target, context) if relationship is not None and not relationship.external else None
    if relationship is None or not data:
        context.report(_WHAT, "dess innehåll finns inte i Word-filen", code="REN438")
        return
    if len(data) > MOST_BYTES:
        context.report(_WHAT, "den är för stor och utelämnas", code="REN438")
        return
    name = relationship.target.rpartition("/")[2]
    try:
        shown, found = _found(data, name, context)
    except PackageError:
        context.report(f"{_WHAT} ({name})", "den är skadad och utelämnas", code="REN438")
        return
    context.report(f"{_WHAT} ({name})", shown, code="REN438")
    yield from found


def _found(data: bytes, name: str, context: PartContext) -> tuple[str, tuple[Block, ...]]:
    """Return how a file is shown, in Swedish, and its blocks."""
    if data.startswith(b"PK") and context.shared.choices.inside >= DEEPEST:
        return "den ligger för djupt i andra infogade filer och utelämnas", ()
    if data.startswith(b"PK"):
        shown = "dess text står på sin plats, med dokumentets utseende och utan noter, sidhuvud och sidfot"
        return shown, tuple(_document(data, context))
    if not _is_page(data, name):
        lines = _lines(data)
        shown = "dess text står på sin plats, med dokumentets utseende"
        return _of_all(shown, whole=len(lines) <= MOST_LINES), tuple(_plain(lines[:MOST_LINES], context))
    from pipeline.render.webpages.wordfile import word_file

    made = word_file(data)
    if made is None:
        return "den har ingenting att visa", ()
    shown = "den står på sin plats som en webbsida, med rubriker, listor, tabeller och det utseende som kan läsas"
    return _of_all(shown, whole=made.whole), tuple(_document(made.docx, context))


def _of_all(shown: str, *, whole: bool) -> str:
    return shown if whole else f"{shown}; den är för stor, och bara början visas"


def _data(part: str, context: PartContext) -> bytes | None:
    try:
        return context.package.part(part)
    except PackageError:
        return None


# -- Word files --


def _document(data: bytes, context: PartContext) -> Iterator[Block]:
    """Yield the blocks of a Word file in the file, with its pictures; notes and headers stay behind."""
    shared = context.shared
    if shared.open_inner is None:
        return
    package = open_package(data, f"altChunk {len(shared.inserted)}")
    document = shared.open_inner(package)
    shared.inserted.append(package)
    context.unsupported.extend(replace(told, place=context.place) for told in document.unsupported)
    if document.shared is not None:
        shared.inserted.extend(document.shared.inserted)
        for why, texts in document.shared.ledger.texts.items():
            for text in texts:
                shared.ledger.add(why, text)
    for section in document.sections:
        yield from _carried(section.blocks, package, context)


def _carried(blocks: Sequence[Block], package: Package, context: PartContext) -> Iterator[Block]:
    """Yield the blocks of another package with their pictures' bytes, and lists that are not taken for ours."""
    for block in blocks:
        if isinstance(block, Table):
            rows = tuple(
                replace(
                    row,
                    cells=tuple(
                        replace(cell, blocks=tuple(_carried(cell.blocks, package, context))) for cell in row.cells
                    ),
                )
                for row in block.rows
            )
            yield replace(block, rows=rows, place=context.place)
        else:
            content = tuple(_run(run, package) for run in block.content if not isinstance(run, NoteRun | SeparatorRun))
            label = block.label and replace(block.label, number_id=f"{package.name} {block.label.number_id}")
            yield replace(block, content=content, label=label, place=context.place, contents=0)


def _run(run: Inline, package: Package) -> Inline:
    if not isinstance(run, PictureRun) or not run.picture.part:
        return run
    try:
        data = package.part(run.picture.part) or b""
    except PackageError:
        data = b""
    return replace(run, picture=replace(run.picture, part="", vector="", data=data))


# -- text of other kinds --


def _lines(data: bytes) -> list[str]:
    found = rtf_lines(data) if _is_rtf(data) else _decoded(data).splitlines()
    return [line for line in found if line.strip()]


def _plain(lines: Sequence[str], context: PartContext) -> Iterator[Block]:
    context.shared.inserted.append("\n".join(lines))
    for line in lines:
        yield _paragraph(line, context)


def _beginning(data: bytes) -> bytes:
    return data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def _is_rtf(data: bytes) -> bool:
    return _beginning(data).startswith(b"{\\rtf")


def _is_page(data: bytes, name: str) -> bool:
    """Return whether a file is a web page, also a saved one (MHT)."""
    begin = _beginning(data)
    if _is_rtf(data) or name.lower().endswith((".txt", ".text")):
        return False
    return b"<" in begin or b"mime-version" in begin or _is_wide(data)


def _is_wide(data: bytes) -> bool:
    return data[:2] in {b"\xff\xfe", b"\xfe\xff"}


def _decoded(data: bytes) -> str:
    if _is_wide(data):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _paragraph(line: str, context: PartContext) -> Paragraph:
    styles = context.styles
    style = styles.paragraph_style({}, context.table_para)
    mark = styles.run_style(style.style_id, RunProps(), context.table_run)
    content: list[Inline] = []
    for index, part in enumerate(_shown(line).split("\t")):
        content += [TabRun(mark)] if index else []
        content += [TextRun(part, mark)] if part else []
    return Paragraph(style, tuple(content), mark, context.place)


def _shown(text: str) -> str:
    """Return text without the controls that no XML could hold."""
    return "".join(sign for sign in text if sign >= " " or sign == "\t").replace("\x7f", "")
