"""The page numbers of the table of contents, written into a finished Word file once they are known."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.compose.canonical import pack
from pipeline.compose.draft import open_draft
from pipeline.compose.fields import complex_fields


def with_contents(docx: bytes, pages: Mapping[str, str]) -> bytes:
    """Return the file with the stored result of every PAGEREF field set to the page of its bookmark.

    ``pages`` goes from bookmark name to page label; a field whose bookmark is not in it keeps what it has. Raises a
    PackageError for what is no Word file.
    """
    draft = open_draft(docx, "docx")
    for field in complex_fields(draft.document):
        words = field.instruction.split()
        if words[:1] == ["PAGEREF"] and len(words) > 1 and words[1] in pages:
            texts = list(field.result_texts())
            for index, text in enumerate(texts):
                text.text = "" if index else pages[words[1]]
    return pack(draft.parts())
