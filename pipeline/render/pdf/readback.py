"""The text of a finished file, read back from its content streams through ToUnicode (ISO 32000-1, 9.10).

It reads what ``pipeline.render.pdf.canvas`` writes, not any PDF: fonts of two-byte codes, one resource dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(
    rb"[\d.]+ 0 [\d.]+ 1 [\d.-]+ ([\d.-]+) Tm\n(?:<([0-9a-f]+)> Tj)?"  # 1 baseline, 2 a text
    rb"|<feff([0-9a-f]*)>>> BDC"  # 3 what stands for the content
    rb"|<([0-9a-f]+)>"  # 4 a part of a text
    rb"|/([A-Za-z]+\d*) [\d.]+ Tf"  # 5 a font
    rb"|/([A-Za-z]\w*) <</MCID"  # 6 the role of what follows
    rb"|/Reversed(C)hars BMC"  # 7 right-to-left
    rb"|(E)MC"  # 8 an end
    rb"|/Artifact <</Type /(P)agination"  # 9 a running header or footer
)
PAGE_END = "\f"
_PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
_INSIDE_WORDS = frozenset({b"Span", b"Link"})


@dataclass(slots=True)
class _Font:
    """A font's way back to Unicode; texts that were met are kept."""

    characters: Mapping[bytes, str]
    known: dict[bytes, str] = field(default_factory=dict)

    def text(self, digits: bytes) -> str:
        found = self.known.get(digits)
        if found is None:
            codes = (digits[at : at + 4] for at in range(0, len(digits), 4))
            found = self.known[digits] = "".join(self.characters.get(code, "") for code in codes)
        return found


_NO_FONT = _Font({})


def text_of(file: Any) -> str:
    """Return the text of an opened PDF in the order of its content; lines are apart, pages end with ``PAGE_END``.

    Headers and footers stand at its end, so that a word that goes over the end of a page is whole.
    """
    fonts: dict[bytes, _Font] = {}
    parts: list[str] = []
    running: list[str] = []
    for page in file.pages:
        for name, font in page.Resources.get("/Font", {}).items():
            key = str(name)[1:].encode()
            if key not in fonts:
                fonts[key] = _Font(_characters(bytes(font.ToUnicode.read_bytes())))
        read = _Page(fonts)
        read.read(_content(page))
        parts += [*read.body, PAGE_END]
        running += [*read.running, "\n"]
    return "".join(parts + running)


def _content(page: Any) -> bytes:
    return bytes(page.Contents.read_bytes()) if "/Contents" in page else b""


def _characters(cmap: bytes) -> dict[bytes, str]:
    return {code: bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in _PAIR.findall(cmap)}


@dataclass(slots=True)
class _Page:
    """The state while one content stream is read; ``depth`` counts the marks within what is marked."""

    fonts: Mapping[bytes, _Font]
    body: list[str] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    parts: list[str] = field(init=False)
    depth: int = 0
    font: _Font = field(default_factory=lambda: _NO_FONT)
    baseline: bytes = b""
    is_replaced: bool = False
    is_reversed: bool = False

    def __post_init__(self) -> None:
        self.parts = self.body

    def read(self, content: bytes) -> None:
        """Read a content stream into ``body`` and ``running``."""
        handlers = (
            None,
            None,
            None,
            self.actual,
            self.text,
            self.face,
            self.role,
            self.reverse,
            self.end,
            self.run,
        )
        for match in _TOKEN.finditer(content):
            kind = match.lastindex or 0
            handler = handlers[kind]
            if handler is None:
                self.line(match[1], match[2])
            else:
                handler(match)

    def line(self, baseline: bytes, digits: bytes | None) -> None:
        if baseline != self.baseline:
            self.baseline = baseline
            self.parts.append("\n")
        if digits:
            self._show(digits)

    def text(self, match: re.Match[bytes]) -> None:
        self._show(match[4])

    def _show(self, digits: bytes) -> None:
        if not self.is_replaced:
            text = self.font.text(digits)
            self.parts.append(text[::-1] if self.is_reversed else text)

    def actual(self, match: re.Match[bytes]) -> None:
        self.is_replaced = True
        self.depth += 1
        self.parts.append(bytes.fromhex(match[3].decode()).decode("utf-16-be", "replace"))

    def face(self, match: re.Match[bytes]) -> None:
        self.font = self.fonts.get(match[5], _NO_FONT)

    def role(self, match: re.Match[bytes]) -> None:
        if match[6] not in _INSIDE_WORDS:
            self.parts.append("\n")

    def reverse(self, _match: re.Match[bytes]) -> None:
        self.is_reversed = True
        self.depth += 1

    def end(self, _match: re.Match[bytes]) -> None:
        self.is_replaced = self.is_reversed = False
        if self.depth:
            self.depth -= 1
        else:
            self.parts = self.body

    def run(self, _match: re.Match[bytes]) -> None:
        self.parts = self.running
        self.parts.append("\n")
