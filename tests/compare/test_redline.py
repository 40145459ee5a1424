"""Two Word files as one with tracked changes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.compare.accepted import accept_changes
from pipeline.compare.passages import GONE, NEW, passages
from pipeline.compare.wordfiles import tracked
from pipeline.ooxml.names import q
from pipeline.ooxml.package import BrokenPackage, NotAPackage, open_package

WORDS = st.lists(st.lists(st.sampled_from(["ett", "två", "12 345", "mnkr", "åtgärd", "15,9"]), max_size=8), max_size=6)


def made(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = (), more: Callable[..., None] | None = None) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    if more:
        more(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def body(docx: bytes) -> etree._Element:
    root = open_package(docx, "").xml("word/document.xml")
    assert root is not None
    return root


def texts(root: etree._Element, tag: str = "w:t") -> list[str]:
    return ["".join(node.text or "" for node in p.iter(q(tag))) for p in root.iter(q("w:p"))]


def rejected(docx: bytes) -> etree._Element:
    """Return the body with every change rejected: what is inserted gone, what is deleted back."""
    root = body(docx)
    swapped = etree.tostring(root).replace(b"w:ins ", b"w:x ").replace(b"w:ins>", b"w:x>").replace(b"w:delText", b"w:t")
    swapped = swapped.replace(b"w:del ", b"w:ins ").replace(b"w:del>", b"w:ins>")
    swapped = swapped.replace(b"w:x ", b"w:del ").replace(b"w:x>", b"w:del>")
    back = etree.fromstring(swapped)
    accept_changes(back)
    return back


def accepted(docx: bytes) -> etree._Element:
    root = body(docx)
    accept_changes(root)
    return root


def said(root: etree._Element) -> list[str]:
    return [text for text in texts(root) if text.strip()]


@given(WORDS, WORDS)
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(old: list[list[str]], new: list[list[str]]) -> None:
    before, after = made(*map(" ".join, old)), made(*map(" ".join, new))
    marked = tracked(before, after)
    assert said(accepted(marked)) == said(body(after))
    assert said(rejected(marked)) == said(body(before))


def test_a_changed_number_is_one_deletion_and_one_insertion() -> None:
    (found,) = passages(tracked(made("Utfallet är 12 345 kronor."), made("Utfallet är 12 354 kronor.")))
    assert [each for each in found.stretches if each[0] in {GONE, NEW}] == [(GONE, "12 345"), (NEW, "12 354")]
    assert list(found.numbers()) == [("12 345", "12 354")]


def test_the_same_file_has_no_changes_and_gives_the_same_bytes() -> None:
    docx = made("En text.", rows=(("Rad", "1"),))
    assert passages(tracked(docx, docx)) == ()
    assert tracked(docx, docx) == tracked(docx, docx)


def test_rows_of_a_table_come_and_go_as_rows() -> None:
    old = made(rows=(("Rad", "Utfall"), ("Intäkter", "10"), ("Kostnader", "20")))
    new = made(rows=(("Rad", "Utfall"), ("Intäkter", "11"), ("Räntor och avskrivningar", "3")))
    root = body(tracked(old, new))
    assert len(root.findall(f".//{q('w:trPr')}/{q('w:ins')}")) == 1
    assert len(root.findall(f".//{q('w:trPr')}/{q('w:del')}")) == 1
    assert next(each.row for each in passages(tracked(old, new))) == "Intäkter"


def test_a_passage_tells_the_headings_above_it() -> None:
    def report(text: str) -> bytes:
        def add(document: object) -> None:
            document.add_heading("Ekonomi", 1)  # type: ignore[attr-defined]
            document.add_heading("Drift", 2)  # type: ignore[attr-defined]
            document.add_paragraph(text)  # type: ignore[attr-defined]

        return made(more=add)

    (found,) = passages(tracked(report("Prognosen är 5 mnkr."), report("Prognosen är 6 mnkr.")))
    assert found.headings == ("Ekonomi", "Drift")


def test_changes_that_the_files_hold_already_are_taken_as_accepted() -> None:
    old = made("Det är ett nej.")
    once = tracked(old, made("Det är ett ja."))
    assert passages(tracked(once, made("Det är ett ja."))) == ()


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7", b"PK\x03\x04trasig"])
def test_what_is_no_word_file_is_refused(broken: bytes) -> None:
    with pytest.raises((NotAPackage, BrokenPackage)):
        tracked(broken, made("Text."))


def test_every_part_of_the_new_file_is_kept() -> None:
    old, new = made("Ett."), made("Två.")
    with zipfile.ZipFile(BytesIO(new)) as before, zipfile.ZipFile(BytesIO(tracked(old, new))) as after:
        assert set(before.namelist()) == set(after.namelist())
