"""The page numbers of the table of contents, written into a finished Word file once they are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.compose.canonical import pack
from pipeline.compose.draft import open_draft
from pipeline.compose.fields import ComplexField, complex_fields


@dataclass(frozen=True)
class Numbered:
    """A Word file with its page numbers; ``elsewhere`` is whether one stands outside of its tables of contents."""

    docx: bytes
    elsewhere: bool


def with_contents(docx: bytes, pages: Mapping[str, str]) -> Numbered:
    """Return the file with the stored result of every PAGEREF field set to the page of its bookmark.

    ``pages`` goes from bookmark name to page label; a field whose bookmark is not in it keeps what it has. Raises a
    PackageError for what is no Word file.
    """
    draft = open_draft(docx, "docx")
    elsewhere = False
    for field in complex_fields(draft.document):
        words = field.instruction.split()
        if words[:1] == ["PAGEREF"] and len(words) > 1 and words[1] in pages:
            texts = list(field.result_texts())
            for index, text in enumerate(texts):
                text.text = "" if index else pages[words[1]]
            elsewhere = elsewhere or not _is_in_contents(field)
    return Numbered(pack(draft.parts()), elsewhere)


def _is_in_contents(field: ComplexField) -> bool:
    return field.around is not None and field.around.instruction.split()[:1] == ["TOC"]
