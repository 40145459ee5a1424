"""Markdown as prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.prose.markdown import read_markdown
from pipeline.ingest.prose.walk import inlines, text_of
from pipeline.ingest.reporting import Reporter
from pipeline.model.origin import TextOrigin
from pipeline.model.prose import (
    Block,
    Emphasis,
    FigureReference,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    ProseTable,
    Strong,
    Text,
)
from tests.ingest.cases import CaseFolder, single


def read(text: str, report: Reporter | None = None) -> tuple[Block, ...]:
    used = report or Reporter()
    used.sources["t.md"] = text.split("\n")
    blocks = read_markdown(text, lambda line: TextOrigin("t.md", line + 1, 1), used)
    assert report is not None or list(used.findings) == []
    return blocks


def words(blocks: tuple[Block, ...]) -> str:
    return " ".join(i.text for i in inlines(blocks) if isinstance(i, Text))


def test_strong_emphasis_and_links_nest() -> None:
    (block,) = read("a **b *c*** [d **e**](https://x.se/y) f")
    assert isinstance(block, Paragraph)
    assert block.content == (
        Text("a "),
        Strong((Text("b "), Emphasis((Text("c"),)))),
        Text(" "),
        Link((Text("d "), Strong((Text("e"),))), "https://x.se/y"),
        Text(" f"),
    )


def test_a_soft_break_is_a_space_and_a_hard_one_a_line_break() -> None:
    (block,) = read("a\nb  \nc")
    assert isinstance(block, Paragraph)
    assert block.content == (Text("a b"), LineBreak(), Text("c"))


def test_lists_nest_and_keep_their_start() -> None:
    (block,) = read("3. a\n   - b\n   - c\n4. d\n")
    assert isinstance(block, ItemList)
    assert (block.ordered, block.start, len(block.items)) == (True, 3, 2)
    inner = block.items[0][1]
    assert isinstance(inner, ItemList)
    assert (inner.ordered, len(inner.items), inner.origin) == (False, 2, TextOrigin("t.md", 2, 1))


def test_a_table_has_head_and_body() -> None:
    (block,) = read("| A | B |\n|---|---|\n| 1 | **2** |\n| 3 |\n")
    assert isinstance(block, ProseTable)
    assert (len(block.head), len(block.body)) == (1, 2)
    assert words((block,)) == "A B 1 2 3"


def test_headings_keep_their_level_and_line() -> None:
    blocks = read("# A\n\ntext\n\n### B\n")
    assert [(b.level, b.origin) for b in blocks if isinstance(b, Heading)] == [
        (1, TextOrigin("t.md", 1, 1)),
        (3, TextOrigin("t.md", 5, 1)),
    ]


def test_a_reference_has_the_line_and_column_where_it_stands() -> None:
    (block,) = read("en\ntvå {x} tre")
    assert isinstance(block, Paragraph)
    assert block.content[1] == FigureReference("x", TextOrigin("t.md", 2, 5))


@pytest.mark.parametrize(
    ("text", "code", "kept"),
    [
        ("a <b>fet</b> c", "ING410", "fet"),
        ("<div>\nord\n</div>", "ING410", "ord"),
        ("a <!-- hemligt --> b", "ING410", "a"),
        ("[ord](bilaga.docx)", "ING411", "ord"),
        ("[ord](javascript:alert(1))", "ING411", "ord"),
        ("[ord](#rubrik)", "ING411", "ord"),
        ("a `ord` b", "ING412", "ord"),
        ("```\nord\n```", "ING412", "ord"),
        ("    ord", "ING412", "ord"),
        ("> ord", "ING413", "ord"),
        ("ord\n\n---\n", "ING414", "ord"),
        ("- # ord\n", "ING415", "ord"),
        ("![ord](bild.png)", "ING417", "ord"),
    ],
)
def test_what_the_model_lacks_is_carried_over_as_words_and_named(text: str, code: str, kept: str) -> None:
    report = Reporter()
    blocks = read(text, report)
    assert {f.code for f in report.findings} == {code}
    assert kept in words(blocks)


def test_lists_that_lie_too_deep_are_an_error_and_not_cut_off() -> None:
    report = Reporter()
    read("".join("  " * depth + f"- nivå {depth}\n" for depth in range(40)), report)
    single(report, "ING416")


def test_an_absolute_link_may_be_mail() -> None:
    (block,) = read("<mailto:a@b.se> och <https://x.se>")
    assert isinstance(block, Paragraph)
    assert [i.target for i in block.content if isinstance(i, Link)] == ["mailto:a@b.se", "https://x.se"]


def test_markdown_in_a_literal_block_has_the_lines_of_the_yaml_file(case: CaseFolder) -> None:
    case.sections(
        "  - rubrik: S\n    delar:\n      - text: texter/sammanfattning.md\n      - tabell: resultat\n"
        "      - skriv: |\n          Ett.\n\n          [två](x.docx)\n"
    )
    finding = case.only("ING411")
    line = (case.folder / "rapport.yaml").read_text().split("\n").index("          [två](x.docx)") + 1
    assert finding.origins[0] == TextOrigin("rapport.yaml", line, 1)


@given(st.text(alphabet="abc*_#-> \n|1.[]()`~{}\\<!", max_size=60))
def test_any_markdown_is_read_and_its_letters_are_kept(text: str) -> None:
    report = Reporter()
    blocks = read(text, report)
    if all(f.code in ("ING413", "ING415", "ING146") for f in report.findings) and "[" not in text:
        made = "".join(text_of((i,)) for i in inlines(blocks) if isinstance(i, Text | FigureReference))
        assert [c for c in made if c in "abc"] == [c for c in text if c in "abc"]
