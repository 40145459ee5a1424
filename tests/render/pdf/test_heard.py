"""What a listener hears: nothing of what is empty, the state of a box to tick, headings without jumps."""

from __future__ import annotations

import pytest

from tests.render.docx import (
    A4,
    Docx,
    abstract,
    cell,
    instance,
    item,
    level,
    page_break,
    paragraph,
    row,
    run,
    tab,
    table,
)
from tests.render.pdffile import tag_tree
from tests.render.rendering import made

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def heard(docx: Docx) -> list[str]:
    return tag_tree(made(docx).rendered.pdf).splitlines()


def box(state: str, inside: str) -> str:
    properties = f'<w:sdtPr><w14:checkbox {W14}><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "empty",
    [paragraph(), paragraph(run("   ")), paragraph(tab()), paragraph(run("\u00a0")), paragraph(page_break())],
    ids=["nothing", "spaces", "tab", "no-break space", "page break"],
)
@pytest.mark.parametrize("style", ["", "H1"])
def test_a_paragraph_with_nothing_to_be_heard_is_no_element(empty: str, style: str) -> None:
    empty = empty.replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>') if style else empty
    tree = heard(Docx(paragraph("före") + empty * 2 + paragraph("efter")))
    assert [line.strip() for line in tree if not line.strip().startswith("p")] == ["Document", "P", "P"]


def test_an_item_with_nothing_but_its_label_is_still_heard() -> None:
    numbering = abstract(0, level(0)) + instance(1, 0)
    tree = heard(Docx(item("") + item("text"), numbering=numbering, section=A4))
    assert sum("“1.”" in line for line in tree) == 1


@pytest.mark.parametrize(("state", "said"), [("1", "kryssruta, markerad"), ("0", "kryssruta, inte markerad")])
@pytest.mark.parametrize("around", ["run", "paragraph", "cell"])
def test_a_box_to_tick_is_heard_by_its_state(state: str, said: str, around: str) -> None:
    sign = run("☒" if state == "1" else "☐")
    body = {
        "run": f"<w:p>{box(state, sign)}{run(' Ja')}</w:p>",
        "paragraph": box(state, paragraph(sign)),
        "cell": table(f"<w:tr>{box(state, cell(paragraph(sign)))}{cell('Ja')}</w:tr>", row("a", "b")),
    }[around]
    tree = heard(Docx(body))
    at = next(index for index, line in enumerate(tree) if f"Span Alt=“{said}”" in line)
    assert tree[at + 1].strip() == f"p1 “{'☒' if state == '1' else '☐'}”"


def test_text_beside_a_box_to_tick_stays_as_it_is() -> None:
    tree = heard(Docx(f"<w:p>{box('1', run('☒') + run('Ja tack'))}</w:p>"))
    assert any("Ja tack" in line for line in tree)
    assert sum("Alt=" in line for line in tree) == 1


def test_headings_that_skip_levels_are_heard_without_jumps() -> None:
    order = ["H3", "H1", "H3", "H2", "H3"]
    tree = heard(Docx("".join(paragraph(f"{name} {n}", style=name) for n, name in enumerate(order))))
    assert [line.strip() for line in tree if line.strip().startswith("H")] == ["H1", "H1", "H2", "H2", "H3"]


def test_rows_in_which_no_cell_begins_are_not_in_the_tree() -> None:
    on = cell("", props="<w:vMerge/>")
    begin = '<w:vMerge w:val="restart"/>'
    tree = heard(Docx(table(row(cell("a", props=begin), cell("b", props=begin)), row(on, on), row("c", "d"))))
    assert [line.strip().split(" ")[0] for line in tree if "TR" in line] == ["TR", "TR"]
    assert not any("RowSpan" in line for line in tree)
