"""The widths of columns."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.columns import Column, share_width
from pipeline.compose.xml import plain_text
from pipeline.model.prose import ProseTable, TableCell
from pipeline.model.statement import Column as StatementColumn
from pipeline.model.statement import EmptyCell, Row, RowRole
from pipeline.ooxml.names import q
from tests.compose import sample
from tests.compose.sample import case, prose, words
from tests.compose.word import both, document, findings, tables

columns = st.lists(
    st.builds(
        lambda narrow, more, numbers: Column(narrow, narrow + more, numbers),
        st.floats(50, 2000),
        st.floats(0, 4000),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@given(columns, st.floats(5000, 15000))
def test_the_widths_of_a_full_table_fill_it_and_none_is_lost(made: list[Column], available: float) -> None:
    widths = share_width(made, available, fill=True)
    assert len(widths) == len(made)
    assert abs(sum(widths) - available) < 1
    assert all(width > 0 for width in widths)


@given(columns, st.floats(5000, 15000))
def test_no_column_is_narrower_than_its_longest_word_where_there_is_room(made: list[Column], available: float) -> None:
    if sum(column.narrow for column in made) <= available:
        widths = share_width(made, available, fill=True)
        assert all(width >= column.narrow - 0.01 for width, column in zip(widths, made, strict=True))


@given(columns, st.floats(5000, 15000))
def test_a_table_that_need_not_fill_the_page_is_never_wider_than_its_words(
    made: list[Column], available: float
) -> None:
    natural = sum(max(c.natural, max((o.natural for o in made if o.numbers), default=0)) for c in made)
    assert sum(share_width(made, available, fill=False)) <= max(natural, 0) + 1


def test_columns_of_numbers_are_equally_wide_where_there_is_room() -> None:
    label = Column(1000, 4000, numbers=False)
    widths = share_width([label, Column(600, 900, numbers=True), Column(800, 2000, numbers=True)], 9000, fill=True)
    assert widths[1] == widths[2] >= 800
    assert widths[0] > widths[1]


def test_the_statement_fills_the_page_and_is_fixed() -> None:
    table = next(t for t in tables(both()[1].docx) if "Budgetavvikelse" in plain_text(t))
    layout = table.find(f"{q('w:tblPr')}/{q('w:tblLayout')}")
    assert layout is not None
    assert layout.get(q("w:type")) == "fixed"
    widths = [int(node.get(q("w:w"), "0")) for node in table.iter(q("w:gridCol"))]
    assert abs(sum(widths) - text_width()) <= len(widths)


def text_width() -> int:

    section = list(document(both()[1].docx).iter(q("w:sectPr")))[-1]
    size, margins = section.find(q("w:pgSz")), section.find(q("w:pgMar"))
    assert size is not None
    assert margins is not None
    return int(size.get(q("w:w"), "0")) - int(margins.get(q("w:left"), "0")) - int(margins.get(q("w:right"), "0"))


def test_a_table_with_too_many_columns_is_told() -> None:
    statement = sample.statement()
    many = tuple(StatementColumn(sample.said(f"Budgetavvikelse{n}")) for n in range(12))
    rows = (Row(sample.said("Rad"), RowRole.ITEM, tuple(EmptyCell(sample.CELL) for _ in many)),)
    case = sample.case(statements={"resultat": replace(statement, columns=many, rows=rows)})
    assert "13 kolumner" in findings(case)["KOM302"].message


def test_a_table_of_more_columns_than_word_opens_is_refused() -> None:
    def table(columns: int) -> ProseTable:
        return ProseTable((), (tuple(TableCell((words("a"),)) for _ in range(columns)),), sample.HERE)

    assert "KOM112" not in findings(case(decision_points=(prose(table(63)),)))
    assert "KOM112" in findings(case(decision_points=(prose(table(64)),)))
