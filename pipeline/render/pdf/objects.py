"""PDF objects on pydyf: the one door to that library."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

import pydyf

COMPRESSION = 6
LARGEST = 1e9
LONGEST_TEXT = 8_000  # characters, each of at most four bytes of the 32,767 that ISO 19005-2 allows

Dictionary = pydyf.Dictionary
Array = pydyf.Array


def text(string: str) -> bytes:
    """Return a text string (ISO 32000-1, 7.9.2.2) as it is written; one longer than PDF/A allows is cut (6.1.13)."""
    if len(string) > LONGEST_TEXT:
        string = string[: LONGEST_TEXT - 2] + " …"
    return bytes(pydyf.String(string).data)


def name(string: str) -> bytes:
    """Return a name object."""
    return bytes(pydyf.name(string))


def number(value: float) -> str:
    """Return a number with at most three decimals; what is beyond 1e9, far off any page, comes back as that."""
    if not -LARGEST < value < LARGEST:
        value = LARGEST if value > 0 else -LARGEST
    return f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def factor(value: float) -> str:
    """Return a number of a matrix, where three decimals are too few; raises ValueError beyond 1e9."""
    if not -LARGEST < value < LARGEST:
        raise ValueError(f"no number for a PDF: {value}")
    return f"{value:.10f}".rstrip("0").rstrip(".")


def numbers(values: Iterable[float]) -> bytes:
    """Return an array of numbers."""
    return f"[{' '.join(number(value) for value in values)}]".encode()


def stream(data: bytes, extra: Mapping[str, object] | None = None, *, compress: bool = True) -> Any:
    """Return a stream object, packed once."""
    entries = dict(extra or {})
    if compress:
        data = zlib.compress(data, COMPRESSION)
        entries["Filter"] = "/FlateDecode"
    return pydyf.Stream([data], entries)


class File:
    """A PDF file being put together."""

    def __init__(self) -> None:
        self.pdf = pydyf.PDF()

    def add(self, item: Any) -> bytes:
        """Add an object and return the reference to it."""
        self.pdf.add_object(item)
        return bytes(item.reference)

    def add_page(self, page: Any) -> bytes:
        """Add a page and return the reference to it."""
        self.pdf.add_page(page)
        return bytes(page.reference)

    @property
    def catalog(self) -> Any:
        """Return the catalog's dictionary."""
        return self.pdf.catalog

    @property
    def info(self) -> Any:
        """Return the document information dictionary."""
        return self.pdf.info

    @property
    def pages_reference(self) -> bytes:
        """Return the reference to the page tree's root."""
        return bytes(self.pdf.pages.reference)

    def bytes(self) -> bytes:
        """Return the finished file, version 1.7, with object streams and an identifier made of its content."""
        out = BytesIO()
        self.pdf.write(out, version=b"1.7", identifier=True, compress=True)
        return out.getvalue()
