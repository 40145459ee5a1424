"""The text of an RTF file as lines, without its looks (Rich Text Format 1.9.1)."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

_TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
_SILENT = frozenset(
    b"fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf "
    b"footnote listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles "
    b"xmlnstbl fldinst revtbl filetbl nonshppict bkmkstart bkmkend annotation atnid atnauthor".split()
)
_ENDS = frozenset(b"par line sect page row".split())
_SIGNS = {b"tab": "\t", b"cell": "\t", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’"}
_SIGNS |= {b"ldblquote": "“", b"rdblquote": "”", b"emspace": "\u2003", b"enspace": "\u2002"}
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}"}
DEEPEST = 1_000
MOST_LINES = 50_000


@dataclass
class _Reader:
    """Goes through the file; ``silent`` is the depth of the outermost group that is not shown, 0 for none."""

    lines: list[str] = field(default_factory=lambda: [""])
    codepage: str = "cp1252"
    depth: int = 0
    silent: int = 0
    skip: int = 0
    skips: list[int] = field(default_factory=lambda: [1])

    def text(self, words: str) -> None:
        kept = words[self.skip :]
        self.skip = max(self.skip - len(words), 0)
        if not self.silent:
            self.lines[-1] += kept

    def group(self, brace: bytes) -> None:
        if brace == b"{":
            self.depth += 1
            if len(self.skips) < DEEPEST:
                self.skips.append(self.skips[-1])
            return
        if self.silent == self.depth:
            self.silent = 0
        self.depth = max(self.depth - 1, 0)
        if len(self.skips) > 1:
            self.skips.pop()

    def word(self, name: bytes, number: int | None) -> None:
        if name in _SILENT:
            self.silent = self.silent or self.depth
        elif name == b"ansicpg":
            self.codepage = _known(f"cp{number}")
        elif name == b"uc":
            self.skips[-1] = min(max(number or 0, 0), 100)
        elif name == b"u":
            self._character(number or 0)
        elif name in _ENDS:
            if not self.silent and len(self.lines) < MOST_LINES:
                self.lines.append("")
        elif name in _SIGNS:
            self.text(_SIGNS[name])

    def _character(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        self.skip = 0
        self.text(chr(code) if 0 < code < 0x110000 else "")
        self.skip = self.skips[-1]


def rtf_lines(data: bytes) -> list[str]:
    """Return the lines of an RTF file, each paragraph or row one."""
    reader = _Reader()
    for found in _TOKEN.finditer(data):
        word, number, code, symbol, brace, text = found.groups()
        if word is not None:
            reader.word(word, int(number) if number else None)
        elif code is not None:
            reader.text(bytes.fromhex(code.decode()).decode(reader.codepage, "replace"))
        elif symbol == b"*":
            reader.silent = reader.silent or reader.depth
        elif symbol is not None:
            reader.text(_SYMBOLS.get(symbol, ""))
        elif brace is not None:
            reader.group(brace)
        elif text is not None:
            reader.text(text.decode(reader.codepage, "replace"))
    joined = "".join(f"{line}\n" for line in reader.lines)
    return joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split("\n")[:-1]


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
