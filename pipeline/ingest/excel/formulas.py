"""The door to openpyxl: shared formulas, written once in a sheet, moved to the cells that share them."""

from __future__ import annotations


def moved(formula: str, origin: str, cell: str) -> str:
    """Return a formula without ``=`` as it reads in another cell, its relative references moved along."""
    # Importing openpyxl takes a quarter of a second, and most workbooks have no shared formula.
    from openpyxl.formula.translate import Translator, TranslatorError  # noqa: PLC0415

    try:
        return str(Translator(f"={formula}", origin=origin).translate_formula(cell))[1:]
    except TranslatorError:
        return formula
