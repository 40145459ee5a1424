"""The text of an HTML page as lines, with what is bold and italic; of a saved page (MHT) its first HTML part."""

from __future__ import annotations

import email
import re
from dataclasses import field

from lxml import etree, html

from pipeline.classes import dataclass

_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "blockquote", "pre"}
_BLOCKS |= {"section", "article", "header", "footer", "dl", "dt", "dd", "hr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "th"}
_SILENT = {"script", "style", "head", "title", "noscript", "template", "svg"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_.:-]{1,40})")
MOST_LINES = 20_000
MOST_BYTES = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a line."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass
class _Writer:
    """Gathers lines; blocks begin and end one."""

    lines: list[list[Words]] = field(default_factory=lambda: [[]])

    def break_line(self) -> None:
        if any(piece.text.strip() for piece in self.lines[-1]) and len(self.lines) < MOST_LINES:
            self.lines.append([])

    def write(self, text: str | None, around: list[str]) -> None:
        words = _SPACES.sub(" ", text or "")
        if not words or (words == " " and not self.lines[-1]):
            return
        bold = any(tag in _HEADINGS or tag in {"b", "strong"} for tag in around)
        self.lines[-1].append(Words(words, bold, any(tag in {"i", "em"} for tag in around)))


def html_lines(data: bytes) -> list[list[Words]]:
    """Return the lines of a page, each paragraph, item or row one; none for what is no HTML."""
    root = _parsed(_page(data)[:MOST_BYTES])
    if root is None:
        return []
    writer = _Writer()
    around: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else "script"
        if event == "start":
            around.append(tag)
            silent += tag in _SILENT
            if not silent:
                _begin(writer, node, tag, around)
        else:
            silent -= tag in _SILENT
            around.pop()
            _end(writer, tag)
            if not silent:
                writer.write(node.tail, around)
    return [line for line in writer.lines if any(piece.text.strip() for piece in line)]


def _begin(writer: _Writer, node: etree._Element, tag: str, around: list[str]) -> None:
    if tag in _BLOCKS or tag == "br":
        writer.break_line()
    if tag == "li":
        writer.write("• ", [])
    if tag == "img" and (node.get("alt") or "").strip():
        writer.write(f"[bild: {node.get('alt')}]", around)
    writer.write(node.text, around)


def _end(writer: _Writer, tag: str) -> None:
    if tag in _BLOCKS:
        writer.break_line()
    elif tag in {"td", "th"}:
        writer.write("\u2003", [])


def _page(data: bytes) -> bytes:
    """Return the HTML of a file; of a saved page that of its first HTML part."""
    if b"MIME-Version:" not in data[:2_000]:
        return data
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            found = part.get_payload(decode=True)
            return found if isinstance(found, bytes) else b""
    return b""


def _parsed(data: bytes) -> etree._Element | None:
    found = _CHARSET.search(data[:4_000])
    encoding = (
        "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8" if data.startswith(b"\xef\xbb\xbf") else ""
    )
    encoding = encoding or (found[1].decode() if found else "") or _likely(data)
    try:
        parser = html.HTMLParser(encoding=encoding, no_network=True, remove_comments=True, remove_pis=True)
    except LookupError:
        parser = html.HTMLParser(encoding="cp1252", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root: etree._Element = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


def _likely(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
