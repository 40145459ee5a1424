"""The blocks of a story: paragraphs and tables, in order, with the labels of their lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.context import PartContext
from pipeline.render.read.inline import InlineReader
from pipeline.render.read.properties import ParaProps, RunProps, fill, para_props, run_props
from pipeline.render.read.tables import TableReader
from pipeline.render.read.units import attribute, child
from pipeline.render.tree import Block, BookmarkRun, ListLabel, Paragraph, ParagraphStyle, TextRun

_TRANSPARENT = {q(name) for name in ("w:ins", "w:moveTo", "w:customXml", "w:smartTag")}


@dataclass
class StoryReader:
    """Reads one story from top to bottom; list counters and fields go on from block to block."""

    context: PartContext
    inlines: InlineReader = field(init=False)

    def __post_init__(self) -> None:
        self.inlines = InlineReader(self.context)

    def blocks(self, node: etree._Element) -> Iterator[tuple[Block, etree._Element]]:
        """Yield each block with the element that it was read from."""
        for item in node:
            if item.tag == q("w:p"):
                yield self.paragraph(item), item
            elif item.tag == q("w:tbl"):
                table = TableReader(self.context, self.cell_blocks).read(item)
                if table is not None:
                    yield table, item
            else:
                yield from self._inside(item)

    def _inside(self, item: etree._Element) -> Iterator[tuple[Block, etree._Element]]:
        if item.tag == q("w:sdt"):
            content = child(item, "w:sdtContent")
            if content is not None:
                yield from self.blocks(content)
        elif item.tag in _TRANSPARENT:
            yield from self.blocks(item)
        elif item.tag == q("w:bookmarkStart"):
            self.inlines.pending.append(BookmarkRun(attribute(item, "w:name") or ""))
        elif item.tag == q("mc:AlternateContent"):
            choice = child(item, "mc:Choice")
            chosen = choice if choice is not None else child(item, "mc:Fallback")
            if chosen is not None:
                yield from self.blocks(chosen)

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
        place = self.context.place
        properties = child(node, "w:pPr")
        direct = para_props(properties)
        styles = self.context.styles
        style = styles.paragraph_style(direct, self.context.table_para)
        mark_props = run_props(child(properties, "w:rPr"), styles.theme)
        label = self._label(style, direct, mark_props)
        outer, self.context.ground = self.context.ground, style.background or self.context.ground
        content = self.inlines.read(node, style.style_id)
        self.context.ground = outer
        mark = styles.run_style(style.style_id, mark_props, self.context.table_run)
        in_contents = self.inlines.contents and any(isinstance(run, TextRun) for run in content)
        return Paragraph(style, content, mark, place, label, self.inlines.contents if in_contents else 0)

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
        return ListLabel(number_id, level, text, run, definition.suffix, definition.format, definition.align)


def _label_run(mark: RunProps, level: RunProps) -> RunProps:
    """Return how a label looks: the paragraph mark's own formatting under the level's; no underline from the mark."""
    kept: RunProps = {**mark, **level}
    if "underline" not in level:
        kept.pop("underline", None)
    kept.pop("style", None)
    return kept
