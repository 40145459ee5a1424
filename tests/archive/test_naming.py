"""Names of folders and files that every system can carry."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.archive.naming import ascii_name, slug_of


@pytest.mark.parametrize(
    ("number", "slug"),
    [
        ("KSKF/2023:288", "KSKF-2023-288"),
        ("2023/KS 0362", "2023-KS-0362"),
        ("ÖN 2024/7", "ON-2024-7"),
        ("../..", "utan-namn"),
        ("", "utan-namn"),
    ],
)
def test_a_case_number_becomes_a_folder_name(number: str, slug: str) -> None:
    assert slug_of(number) == slug


def test_a_file_name_keeps_its_suffix_and_loses_its_rings_and_dots() -> None:
    assert ascii_name("Bilaga 1 – Delårsrapport.docx") == "Bilaga-1-Delarsrapport.docx"


@given(st.text())
def test_no_text_leads_out_of_the_folder_or_becomes_a_hidden_file(text: str) -> None:
    for name in (slug_of(text), ascii_name(text)):
        assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", name)
        assert len(name) <= 120
