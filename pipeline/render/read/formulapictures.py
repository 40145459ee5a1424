"""Equations of a paragraph as pictures that are set when the paragraph is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.equations.words import in_words
from pipeline.render.read.formulas import FormulaReader, Looks
from pipeline.render.read.ledger import Why
from pipeline.render.read.shared import Shared
from pipeline.render.tree import Picture


def formulas(node: etree._Element, shared: Shared, looks: Looks) -> Iterator[Picture]:
    """Yield the equations of an m:oMath or m:oMathPara, each with its words; one without terms is none."""
    ledger = shared.ledger
    reader = FormulaReader(
        looks, partial(ledger.add, Why.HIDDEN), partial(ledger.add, Why.DELETED), shared.changes.shown
    )
    for formula in [node] if node.tag == q("m:oMath") else node.iter(q("m:oMath")):
        equation = reader.equation(formula, display=node.tag == q("m:oMathPara"))
        if equation.row:
            yield Picture("", 0.1, 0.1, in_words(equation.row) or "formel", equation=equation)
