"""Names of elements: short ones for those that the specification gives."""

from __future__ import annotations

import pytest

from pipeline.ooxml.names import STRICT_NAMESPACES, q


def test_a_short_name_becomes_the_full_one() -> None:
    assert q("w:p") == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    assert q("xml:space") == "{http://www.w3.org/XML/1998/namespace}space"


def test_an_unknown_prefix_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        q("x:p")


def test_no_strict_namespace_is_the_beginning_of_a_later_one() -> None:
    strict = [name for name, _ in STRICT_NAMESPACES]
    assert [(a, b) for at, a in enumerate(strict) for b in strict[at + 1 :] if b.startswith(a)] == []
