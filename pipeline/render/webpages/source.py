"""A web page as a tree, and the files that a saved page (MHT) brings with it."""

from __future__ import annotations

import email
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree, html

_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_.:-]{1,40})")
MOST_BYTES = 8 * 2**20
MOST_PARTS = 1_000


@dataclass(frozen=True)
class Page:
    """A page; ``files`` are those saved with it, by each name that it can call them by.

    ``whole`` is false where there was more of it than is read.
    """

    root: etree._Element
    files: Mapping[str, bytes] = field(default_factory=dict)
    whole: bool = True


def read_page(data: bytes) -> Page | None:
    """Return the page of an HTML file or of a saved page, None for what is neither."""
    if b"mime-version:" not in data[:2_000].lower():
        root = _parsed(data[:MOST_BYTES])
        return Page(root, whole=len(data) <= MOST_BYTES) if root is not None else None
    page, charset, files = b"", "", {}
    for number, part in enumerate(email.message_from_bytes(data).walk()):
        found = part.get_payload(decode=True)
        if number >= MOST_PARTS or not isinstance(found, bytes):
            continue
        if part.get_content_type() == "text/html" and not page:
            page, charset = found, part.get_content_charset() or ""
        for name in (part.get("Content-Location"), _identity(part.get("Content-ID"))):
            if name:
                files[str(name).strip()] = found
    root = _parsed(page[:MOST_BYTES], charset)
    return Page(root, files, whole=len(page) <= MOST_BYTES) if root is not None else None


def _identity(text: str | None) -> str:
    return f"cid:{text.strip().strip('<>')}" if text else ""


def _parsed(data: bytes, charset: str = "") -> etree._Element | None:
    try:
        parser = _parser(_encoding(data, charset))
    except LookupError:
        parser = _parser("cp1252")
    try:
        root: etree._Element = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


def _parser(encoding: str) -> html.HTMLParser:
    return html.HTMLParser(encoding=encoding, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)


def _encoding(data: bytes, charset: str) -> str:
    """Return the encoding of a page: by its first bytes, by what it or its part says, else the likely one."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    found = _CHARSET.search(data[:4_000])
    return charset or (found[1].decode() if found else "") or _likely(data)


def _likely(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
