"""Write the workbooks and the Word texts of the second case: ``python -m tests.fall.make_case``.

The workbooks are such as a controller exports: one with formulas in its totals, one with values only.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import docx
import xlsxwriter

from tests.fall.make_texts import TEXTS

CASE = Path(__file__).parent / "inputs" / "2024-bun-0112"
_DAY = datetime(2024, 5, 3, tzinfo=UTC)
_DRIFT = ("Utfall apr 2024", "Utfall jan–apr 2023", "Utfall jan–apr 2024", "Budget jan–apr 2024", "Prognos 2024",
          "Budget 2024", "Avvikelse 2024")  # fmt: skip
_COSTS = {
    "Löner och sociala avgifter": (35120, 133250, 139800, 137500, 416400, 412600),
    "Lokalhyror": (6620, 25180, 26450, 26300, 79300, 78900),
    "Köp av utbildningsplatser": (5810, 20640, 22950, 21400, 68500, 64200),
    "Läromedel och material": (1430, 5960, 5720, 6100, 17400, 18300),
    "Övriga driftkostnader": (2520, 9470, 9880, 10300, 30200, 31000),
}
_REVENUE = {
    "Barnomsorgsavgifter": (1640, 6380, 6540, 6600, 19700, 19800),
    "Statsbidrag": (3860, 14120, 15310, 14200, 45100, 42600),
    "Övriga ersättningar": (1500, 5500, 6050, 5900, 18000, 17600),
}
_GRANT = (43750, 168300, 175000, 175000, 525000, 525000)
_SERVICES = {
    "Förskola": (44300, 45600, 137200, 138400),
    "Pedagogisk omsorg": (1410, 1320, 3900, 4100),
    "Grundskola": (74890, 79250, 236900, 231700),
    "Anpassad grundskola": (6840, 7310, 21900, 21300),
    "Fritidshem": (9050, 9280, 27900, 28200),
    "Gymnasieskola": (24460, 26140, 77400, 76800),
    "Elevhälsa": (4220, 4470, 13600, 13900),
    "Nämnd och förvaltning": (3330, 3530, 10200, 10600),
}
_VOLUMES = {
    "Förskola": (1148, 1121),
    "Pedagogisk omsorg": (32, 29),
    "Grundskola": (2484, 2512),
    "Anpassad grundskola": (61, 66),
    "Fritidshem": (1065, 1048),
    "Gymnasieskola": (742, 751),
}
_PROJECTS = {
    "Inventarier till Vallmons förskola": (2400, 610, 2400),
    "Slöjdsalar på Kvarnskolan": (1800, 1240, 2050),
    "Digitala skärmar": (1500, 380, 1300),
    "Utemiljö vid förskolor": (900, 40, 950),
}


def main() -> None:
    """Write all files that are not text."""
    with _book("uppfoljning.xlsx") as book:
        _drift(book)
        _services(book)
        _volumes(book)
    with _book("investeringar.xlsx") as book:
        rows = [(name, *row, row[0] - row[2]) for name, row in _PROJECTS.items()]
        total = [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)]
        _sheet(book, "Investeringar", ("Budget 2024", "Utfall jan–apr 2024", "Prognos 2024", "Avvikelse 2024"),
               [*rows, ("Samtliga projekt", *total)], "Projekt")  # fmt: skip
    for name, paragraphs in TEXTS.items():
        _text(CASE / "texter" / name, paragraphs)


def _book(name: str) -> xlsxwriter.Workbook:
    book = xlsxwriter.Workbook(CASE / name)
    book.set_properties({"created": _DAY})
    return book


def _sheet(book: xlsxwriter.Workbook, name: str, headings: tuple[str, ...], rows: list[tuple[object, ...]],
           corner: str) -> None:  # fmt: skip
    sheet = book.add_worksheet(name)
    number = book.add_format({"num_format": "#,##0"})
    sheet.set_column(0, 0, 32)
    sheet.write_row(0, 0, (corner, *headings))
    for at, (label, *values) in enumerate(rows, start=1):
        sheet.write(at, 0, label)
        for column, value in enumerate(values, start=1):
            letter = "ABCDEFGHI"[column]
            if isinstance(value, tuple):
                sheet.write_formula(at, column, value[0].replace("#", letter), number, value[1])
            else:
                sheet.write(at, column, value, number)


def _drift(book: xlsxwriter.Workbook) -> None:
    """Costs and revenue are both plain numbers; the deviation is what is good for the board."""
    costs = [(name, *row, row[5] - row[4]) for name, row in _COSTS.items()]
    revenue = [(name, *row, row[4] - row[5]) for name, row in _REVENUE.items()]
    cost, income = (list(map(sum, zip(*(row[1:] for row in rows), strict=True))) for rows in (costs, revenue))
    net = [*(a - b for a, b in zip(cost[:6], income[:6], strict=True)), cost[6] + income[6]]
    grant = [*_GRANT, _GRANT[4] - _GRANT[5]]
    result = [*(a - b for a, b in zip(grant[:6], net[:6], strict=True)), grant[6] + net[6]]
    rows: list[tuple[object, ...]] = [
        *costs,
        ("Kostnader", *(("=SUM(#2:#6)", each) for each in cost)),
        *revenue,
        ("Intäkter", *(("=SUM(#8:#10)", each) for each in income)),
        ("Nettokostnad", *net),
        ("Kommunbidrag", *grant),
        ("Periodens resultat", *result),
    ]
    _sheet(book, "Drift", _DRIFT, rows, "Tkr")


def _services(book: xlsxwriter.Workbook) -> None:
    rows = [(name, *row, row[3] - row[2]) for name, row in _SERVICES.items()]
    total = [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)]
    headings = ("Utfall jan–apr 2023", "Utfall jan–apr 2024", "Prognos 2024", "Budget 2024", "Avvikelse 2024")
    _sheet(book, "Verksamheter", headings, [*rows, ("Nämnden som helhet", *total)], "Verksamhet")


def _volumes(book: xlsxwriter.Workbook) -> None:
    rows: list[tuple[object, ...]] = [(name, *row, row[1] - row[0]) for name, row in _VOLUMES.items()]
    _sheet(book, "Volymer", ("Budget 2024", "Utfall april 2024", "Skillnad"), rows, "Verksamhet")


def _text(path: Path, paragraphs: tuple[str, ...]) -> None:
    document = docx.Document()
    for words in paragraphs:
        style = "List Bullet" if words.startswith("* ") else "Normal"
        document.add_paragraph(words.removeprefix("* "), style=style)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.save(str(path))


if __name__ == "__main__":
    main()
