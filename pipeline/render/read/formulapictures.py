"""Equations of a paragraph as pictures that are set when the paragraph is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.equations.model import Equation
from pipeline.render.equations.words import in_words
from pipeline.render.read.formulas import FormulaReader, Looks, value
from pipeline.render.read.ledger import Why
from pipeline.render.read.shared import Shared
from pipeline.render.read.units import child
from pipeline.render.tree import BookmarkRun, BreakRun, Inline, Link, Paragraph, Picture, PictureRun, TextRun

_ALIGN = {"left": "left", "right": "right"}


def formulas(node: etree._Element, shared: Shared, looks: Looks, link: Link | None) -> Iterator[Inline]:
    """Yield the equations of an m:oMath or m:oMathPara, each with its words; one without terms is none.

    Those of an m:oMathPara stand on lines of their own, where it or the settings say (22.1.2.78, 22.1.2.25).
    """
    ledger = shared.ledger
    reader = FormulaReader(
        looks, partial(ledger.add, Why.HIDDEN), partial(ledger.add, Why.DELETED), shared.changes.shown
    )
    display = node.tag == q("m:oMathPara")
    align = value(child(node, "m:oMathParaPr"), "m:jc") or shared.math_align
    began = False
    for formula in node.iter(q("m:oMath")) if display else [node]:
        equation = reader.equation(formula, display=display)
        if not equation.row:
            continue
        if began:
            yield BreakRun("line", looks(None))
        began = True
        equation = replace(equation, align=_ALIGN.get(align, "center") if display else "")
        picture = Picture("", 0.1, 0.1, in_words(equation.row) or "formel", equation=equation)
        yield PictureRun(picture, looks(None), link)


def standing_alone(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph where its equations stand: aligned as they ask alone, in the line among text."""
    shown = [run for run in paragraph.content if not isinstance(run, BookmarkRun) and not _is_blank(run)]
    apart = [equation for run in shown if (equation := _displayed(run)) is not None]
    breaks = sum(isinstance(run, BreakRun) for run in shown)
    if apart and len(apart) == len(shown) - breaks:
        return replace(paragraph, style=replace(paragraph.style, align=apart[0].align))
    return paragraph if breaks or not apart else replace(paragraph, content=tuple(map(_in_line, paragraph.content)))


def _is_blank(run: Inline) -> bool:
    return isinstance(run, TextRun) and not run.text.strip()


def _displayed(run: Inline) -> Equation | None:
    equation = run.picture.equation if isinstance(run, PictureRun) else None
    return equation if equation is not None and equation.display else None


def _in_line(run: Inline) -> Inline:
    equation = _displayed(run)
    if equation is None or not isinstance(run, PictureRun):
        return run
    return replace(run, picture=replace(run.picture, equation=replace(equation, display=False)))
