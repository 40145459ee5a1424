"""What is hard to see: text on its ground, symbols on white, and symbols that are told apart by colour alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.compose.symbols import Symbol, SymbolError, read_symbol
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.contrast import LEAST_FOR_GRAPHICS, LEAST_FOR_TEXT, contrast
from pipeline.model.origin import WordOrigin
from pipeline.model.profile import Level, Profile, Vocabulary
from pipeline.render.read.choices import AS_ACCEPTED
from pipeline.render.read.opening import open_document
from pipeline.render.tree import Block, Document, FieldRun, Paragraph, Section, Table, TextRun

_WHITE = "ffffff"
_COLOUR = re.compile(r"#([0-9a-fA-F]{6})\b|#([0-9a-fA-F]{3})\b")


@dataclass(frozen=True)
class _Sight:
    """Text in a colour on a ground, as it is met first."""

    colour: str
    ground: str
    text: str
    style: str


def hard_to_read(docx: bytes, name: str) -> Iterator[Finding]:
    """Yield a finding for each pair of text and ground whose contrast is below 4.5 to 1 (WCAG 2.1, 1.4.3)."""
    opened = open_document(docx, name, AS_ACCEPTED)
    if isinstance(opened, Finding):
        return
    met: dict[tuple[str, str], _Sight] = {}
    for sight in _sights(opened[1]):
        met.setdefault((sight.colour, sight.ground), sight)
    for (colour, ground), sight in met.items():
        ratio = contrast(colour, ground)
        if ratio < LEAST_FOR_TEXT:
            style = f" i formatmallen {sight.style}" if sight.style else ""
            fact = f"texten #{colour} på #{ground}{style} har kontrasten {_said(ratio)}:1, minst 4,5:1 behövs"
            yield finding("KOM305", fact, WordOrigin(name), excerpt=sight.text[:60])


def _sights(document: Document) -> Iterator[_Sight]:
    for section in document.sections:
        for blocks in _stories(section):
            yield from _of_blocks(blocks, _WHITE)


def _stories(section: Section) -> Iterator[tuple[Block, ...]]:
    yield section.blocks
    for stories in (section.headers, section.footers):
        yield from (each for each in (stories.default, stories.first, stories.even) if each)


def _of_blocks(blocks: Iterable[Block], ground: str) -> Iterator[_Sight]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _of_blocks(cell.blocks, cell.background or ground)
        else:
            yield from _of_paragraph(block, block.style.background or ground)


def _of_paragraph(paragraph: Paragraph, ground: str) -> Iterator[_Sight]:
    for run in paragraph.content:
        if isinstance(run, TextRun | FieldRun):
            text = run.text if isinstance(run, TextRun) else run.stored
            if text.strip():
                yield _Sight(run.style.color, run.style.background or ground, text, paragraph.style.style_name)


def hard_to_see(profile: Profile) -> Iterator[Finding]:
    """Yield findings: a symbol that is pale on white (WCAG 1.4.11), and two that differ in colour alone (1.4.1)."""
    for vocabulary in profile.vocabularies.values():
        drawn = list(_drawn(vocabulary, profile))
        for level, symbol in drawn:
            yield from _pale(level, symbol)
        for (one, first), (other, second) in itertools.combinations(drawn, 2):
            if one.symbol and other.symbol and _shape(first) == _shape(second):
                fact = f'symbolerna för "{one.short}" och "{other.short}" skiljer sig bara i färg'
                yield finding("KOM307", fact, one.symbol.origin, other.symbol.origin)


def _drawn(vocabulary: Vocabulary, profile: Profile) -> Iterator[tuple[Level, Symbol]]:
    """Yield the symbols that can be read; the others are told when the papers are composed."""
    for level in vocabulary.levels:
        if level.symbol is not None:
            try:
                yield level, read_symbol((profile.folder / level.symbol.value).read_bytes())
            except (SymbolError, FileNotFoundError):
                continue


def _pale(level: Level, symbol: Symbol) -> Iterator[Finding]:
    colours = [_whole(match) for match in _COLOUR.finditer(symbol.svg.decode("utf-8", "replace"))]
    best = max((contrast(colour, _WHITE) for colour in colours), default=21.0)
    if best < LEAST_FOR_GRAPHICS and level.symbol is not None:
        fact = f'symbolen för "{level.short}" har kontrasten {_said(best)}:1 mot vitt, minst 3:1 behövs'
        yield finding("KOM306", fact, level.symbol.origin)


def _whole(match: re.Match[str]) -> str:
    return match[1] or "".join(digit * 2 for digit in match[2])


def _shape(symbol: Symbol) -> str:
    """Return a symbol's drawing without its colours and its names."""
    text = symbol.svg.decode("utf-8", "replace")
    text = re.sub(r"<(title|desc)\b.*?</\1>|<!--.*?-->", "", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", _COLOUR.sub("#", text))


def _said(ratio: float) -> str:
    return f"{ratio:.1f}".replace(".", ",")
