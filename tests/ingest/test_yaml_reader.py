"""YAML as raw trees."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings.finding import Finding
from pipeline.ingest.raw import RawList, RawMapping, RawNode, RawText
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.textfile import decode
from pipeline.ingest.yaml_reader import read_yaml
from pipeline.model.origin import TextOrigin
from tests.ingest.cases import single


def read(text: str) -> tuple[RawNode | None, Reporter]:
    report = Reporter()
    decoded = decode(text.encode(), "a.yaml", report)
    assert decoded is not None
    return read_yaml(decoded, "a.yaml", report), report


def fails(text: str, code: str) -> Finding:
    node, report = read(text)
    finding = single(report, code)
    assert node is None or code in ("ING112", "ING110")
    return finding


@pytest.mark.parametrize(
    "word", ["22:30", "no", "yes", "true", "null", "~", "0x10", "2023-08-31", "1_000", "1e3", "012", ".inf"]
)
def test_a_scalar_never_changes_meaning(word: str) -> None:
    node, report = read(f"a: {word}\n")
    assert list(report.findings) == []
    assert isinstance(node, RawMapping)
    assert node.entries[0].value == RawText(word, TextOrigin("a.yaml", 1, 4))


def test_line_and_column_count_characters_from_one() -> None:
    node, _ = read("å: 1\nölista:\n  - ååå\n")
    assert isinstance(node, RawMapping)
    listed = node.entries[1].value
    assert isinstance(listed, RawList)
    assert node.entries[1].key.origin == TextOrigin("a.yaml", 2, 1)
    assert listed.items[0].origin == TextOrigin("a.yaml", 3, 5)


def test_a_duplicate_key_is_an_error_with_both_lines() -> None:
    finding = fails("titel: a\nb: 1\ntitel: c\n", "ING112")
    assert "rad 1 och rad 3" in finding.message
    assert finding.origins == (TextOrigin("a.yaml", 3, 1), TextOrigin("a.yaml", 1, 1))


def test_every_duplicate_is_named() -> None:
    _, report = read("a: 1\na: 2\nb: 1\nb: 2\n")
    assert [f.code for f in report.findings] == ["ING112", "ING112"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a:\n\u00a0\u00a0b: 1\n  c: 2\n", "hårda mellanslag"),
        ("a: “b: 1”\n", "typografiska"),
        ("a: [”b: 1”, c: 2: 3]\n", "typografiska"),
    ],
)
def test_spaces_and_quotation_marks_of_the_wrong_kind_are_named(text: str, said: str) -> None:
    assert said in fails(text, "ING110").message


def test_a_tab_is_named_as_one() -> None:
    finding = fails("a:\n\tb: 1\n", "ING111")
    assert finding.origins[0] == TextOrigin("a.yaml", 2, 1)


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("a: b: c", "kolon", 1),
        ("a: 1\nb\nc: 2", "saknar kolon", 2),
        ("a: [1, 2\nb: 3", "lista med [", 2),
        ("a: {x: 1\nb: 3", "mappning med {", 2),
        ("a: 'x\nb: 2\n", "citattecken avslutas inte", 1),
        ('a: "\\q"', "snedstreck", 1),
        ("a:\n  - x\n y: 2", "fel indrag", 3),
        ("- a\nb: 1", "hör inte till listan", 2),
        ("a: - b", "lista börjar mitt på", 1),
        ("a: @x", "egen betydelse", 1),
        ("a: &\n", "saknar namn", 1),
        ("a: [1,\n", "ett värde saknas", 2),
        ("? [a]\n: b", "nyckel måste vara text", 1),
    ],
)
def test_a_syntax_error_is_said_in_swedish_with_its_line(text: str, said: str, line: int) -> None:
    finding = fails(text, "ING110")
    assert said in finding.message
    assert isinstance(finding.origins[0], TextOrigin)
    assert finding.origins[0].line == line


@pytest.mark.parametrize("tagged", ["a: !!int 3", "a: !foo 3", "a: !!python/object:os.system x", "!!map {a: 1}"])
def test_a_tag_is_refused(tagged: str) -> None:
    fails(tagged, "ING113")


def test_an_alias_stands_for_its_anchor() -> None:
    node, report = read("a: &x [1]\nb: *x\n")
    assert list(report.findings) == []
    assert isinstance(node, RawMapping)
    assert node.entries[0].value == node.entries[1].value


def test_an_alias_inside_its_own_anchor_is_a_circle() -> None:
    assert "sig själv" in fails("a: &x [1, *x]\n", "ING114").message


def test_an_alias_without_anchor_is_an_error() -> None:
    assert "saknar" in fails("a: *x\n", "ING114").message


def test_an_alias_bomb_is_refused_at_once() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for one, two in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]")
    began = time.process_time()
    fails("\n".join(lines), "ING115")
    assert time.process_time() - began < 2


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_a_deep_file_is_refused_at_once(text: str) -> None:
    assert "nivåer" in fails(text, "ING115").message


def test_a_second_document_is_an_error() -> None:
    finding = fails("a: 1\n---\nb: 2\n", "ING116")
    assert finding.origins[0] == TextOrigin("a.yaml", 2, 1)


@pytest.mark.parametrize("text", ["", "\n\n", "# bara en kommentar\n", "---\n"])
def test_an_empty_file_is_an_error(text: str) -> None:
    fails(text, "ING117")


def test_a_key_without_value_is_told_from_an_empty_text() -> None:
    node, _ = read("a:\nb: ''\n")
    assert isinstance(node, RawMapping)
    first, second = (entry.value for entry in node.entries)
    assert isinstance(first, RawText)
    assert isinstance(second, RawText)
    assert (first.given, second.given) == (False, True)


@given(st.text(alphabet="ab:-[]{}&*!#|>'\"%@`?, \n\t1å", max_size=40))
def test_any_text_gives_a_tree_or_a_finding(text: str) -> None:
    node, report = read(text)
    assert node is not None or report.findings.has_errors


@given(
    st.dictionaries(
        st.text("abcåäö", min_size=1, max_size=5), st.text("abc 123:åäö-", max_size=9).map(str.strip), min_size=1
    )
)
def test_quoted_values_come_back_as_they_were(values: dict[str, str]) -> None:
    node, report = read("".join(f"{key}: '{value}'\n" for key, value in values.items()))
    assert list(report.findings) == []
    assert isinstance(node, RawMapping)
    assert {e.key.text: e.value.text for e in node.entries if isinstance(e.value, RawText)} == values
