"""Workbooks: sheets are read once, with formula and stored value side by side, and become statements.

SpreadsheetML is read straight from the bounded package: openpyxl takes longer to import than the sheets to read, and
must be asked twice to give both formulas and values. It is used where its knowledge is needed: to move shared formulas.
"""
