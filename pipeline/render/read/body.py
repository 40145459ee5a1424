"""The blocks of a story: paragraphs and tables, in order, with the labels of their lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import TooLarge
from pipeline.render.read.altchunks import inserted
from pipeline.render.read.alternatives import chosen
from pipeline.render.read.changes import mark_is_gone
from pipeline.render.read.context import PartContext
from pipeline.render.read.formulapictures import standing_alone
from pipeline.render.read.inline import InlineReader
from pipeline.render.read.loose import grouped
from pipeline.render.read.numberformats import is_known
from pipeline.render.read.picturebullets import bullet_of
from pipeline.render.read.properties import ParaProps, RunProps, fill, para_props, run_props
from pipeline.render.read.tables import TableReader
from pipeline.render.read.units import attribute, child, switch
from pipeline.render.tree import Block, BookmarkRun, ListLabel, Paragraph, ParagraphStyle

MOST_PARAGRAPHS = 300_000  # of one part: some 10,000 pages
MOST_HELD = 1_000  # paragraphs that become one
DEEPEST_BOX = 4  # text boxes in each other
_BETWEEN = {q(name) for name in ("w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:commentRangeStart")}
_BETWEEN |= {q(name) for name in ("w:commentRangeEnd", "w:moveFromRangeStart", "w:moveFromRangeEnd")}
_CONTROL_PROPERTIES = {q("w:sdtPr"), q("w:sdtEndPr")}
_TRANSPARENT = {q(name) for name in ("w:ins", "w:moveTo", "w:customXml", "w:smartTag")}


@dataclass
class StoryReader:
    """Reads one story from top to bottom; list counters and fields go on from block to block.

    ``depth`` counts the text boxes around it.
    """

    context: PartContext
    depth: int = 0
    inlines: InlineReader = field(init=False)
    _held: list[etree._Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.inlines = InlineReader(self.context, self._boxed if self.depth < DEEPEST_BOX else None)

    def blocks(self, node: etree._Element) -> Iterator[tuple[Block, etree._Element]]:
        """Yield each block with the element that it was read from."""
        for item in grouped(node):
            if item.tag == q("w:p"):
                if self._goes_on(item):
                    self._held.append(item)
                    continue
                yield self.paragraph(item), item
                continue
            yield from self._let_go(item)
            if item.tag == q("w:tbl"):
                table = TableReader(self.context, self.cell_blocks).read(item)
                if table is not None:
                    yield table, item
            else:
                yield from self._inside(item)
        yield from self._let_go(None)

    def _goes_on(self, node: etree._Element) -> bool:
        """Return whether a paragraph's mark is deleted or hidden, so that the next one goes on with its text."""
        properties = child(node, "w:pPr")
        mark = child(properties, "w:rPr")
        if mark is None or child(properties, "w:sectPr") is not None or len(self._held) >= MOST_HELD:
            return False
        if not self.context.shared.changes.shown and mark_is_gone(properties):
            return True
        return bool(switch(mark, "w:vanish")) and _follows(node)

    def _let_go(self, item: etree._Element | None) -> Iterator[tuple[Block, etree._Element]]:
        """Yield the paragraph that was held, since no other goes on with it; one that shows nothing is left out."""
        if self._held and (item is None or item.tag not in _BETWEEN):
            last = self._held.pop()
            paragraph = self.paragraph(last)
            if paragraph.text.strip() or any(not isinstance(run, BookmarkRun) for run in paragraph.content):
                yield paragraph, last

    def _inside(self, item: etree._Element) -> Iterator[tuple[Block, etree._Element]]:
        if item.tag == q("w:sdt"):
            for content in item.iterchildren("*"):
                if content.tag not in _CONTROL_PROPERTIES:
                    yield from self.blocks(content)
        elif item.tag in _TRANSPARENT:
            yield from self.blocks(item)
        elif item.tag == q("w:bookmarkStart"):
            self.inlines.pending.append(BookmarkRun(attribute(item, "w:name") or ""))
        elif item.tag == q("mc:AlternateContent"):
            found = chosen(item)
            if found is not None:
                yield from self.blocks(found)
        else:
            yield from self._unknown(item)

    def _unknown(self, item: etree._Element) -> Iterator[tuple[Block, etree._Element]]:
        """Yield the blocks in an element that nobody knows; a file that is inserted is named."""
        if item.tag == q("w:altChunk"):
            yield from ((block, item) for block in inserted(item, self.context))
        elif item.tag == q("w:subDoc"):
            self.context.report("ett underdokument", "dess text utelämnas")
        elif isinstance(item.tag, str) and next(item.iter(q("w:p"), q("w:t"), q("m:t")), None) is not None:
            yield from self.blocks(item)

    def _boxed(self, content: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of a text box, read as a story of its own."""
        return tuple(block for block, _ in StoryReader(self.context, self.depth + 1).blocks(content))

    def cell_blocks(self, node: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of a cell or of a header."""
        outer = self.context.ground
        shade = child(child(node, "w:tcPr"), "w:shd")
        if shade is not None:
            self.context.ground = fill(shade)
        blocks = tuple(block for block, _ in self.blocks(node))
        self.context.ground = outer
        return blocks

    def paragraph(self, node: etree._Element) -> Paragraph:
        """Return a paragraph, resolved."""
        self.context.paragraphs += 1
        if self.context.paragraphs > MOST_PARAGRAPHS:
            raise TooLarge(f"more than {MOST_PARAGRAPHS} paragraphs", self.context.part)
        for part in (*self._held, node):
            self.context.tell_odd(part)
        place = self.context.place
        properties = child(node, "w:pPr")
        direct = para_props(properties)
        styles = self.context.styles
        style = styles.paragraph_style(direct, self.context.table_para)
        mark_props = run_props(child(properties, "w:rPr"), styles.theme)
        label = self._label(style, direct, mark_props)
        outer, self.context.ground = self.context.ground, style.background or self.context.ground
        content = self.inlines.read((*self._held, node), style.style_id)
        self._held.clear()
        self.context.ground = outer
        mark = styles.run_style(style.style_id, mark_props, self.context.table_run)
        return standing_alone(Paragraph(style, content, mark, place, label, self.inlines.contents))

    def _label(self, style: ParagraphStyle, direct: ParaProps, mark: RunProps) -> ListLabel | None:
        styles = self.context.styles
        styled = styles.paragraph(style.style_id)[0]
        number_id = direct.get("number_id", styled.get("number_id", "0"))
        if number_id == "0":
            return None
        level = direct.get("number_level")
        if level is None:
            linked = styles.numbering.level_of_style(number_id, style.style_id)
            level = styled.get("number_level", 0) if linked is None else linked
        definition = styles.numbering.level(number_id, level)
        if definition is None:
            return None
        run = styles.run_style(style.style_id, _label_run(mark, definition.run), self.context.table_run)
        run = self.inlines.scripts.whole(run)
        text = styles.numbering.advance(number_id, level, run.language) or ""
        picture = bullet_of(definition, run.size, self.context)
        self._tell_format(definition.format)
        looks = (definition.suffix, definition.format, definition.align)
        return ListLabel(number_id, level, text, run, *looks, picture, definition.legacy)

    def _tell_format(self, number_format: str) -> None:
        """Note a number format that is written in digits instead, once for each."""
        told = self.context.shared.counted
        if not is_known(number_format) and f"FORMAT {number_format}" not in told:
            self.context.shared.count(f"FORMAT {number_format}")
            self.context.report(f"talformatet {number_format}", "numren står med vanliga siffror")


def _follows(node: etree._Element) -> bool:
    """Return whether another paragraph follows at once: only then does a hidden mark join the two."""
    after = node.getnext()
    return after is not None and after.tag == q("w:p")


def _label_run(mark: RunProps, level: RunProps) -> RunProps:
    """Return how a label looks: the paragraph mark's own formatting under the level's; no underline from the mark."""
    kept: RunProps = {**mark, **level}
    if "underline" not in level:
        kept.pop("underline", None)
    kept.pop("style", None)
    return kept
