"""The style sheet: the page's own rules, and a class for each colour and width that the document brings."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.web.colours import DARK, LIGHT, ink_for, is_colour, is_readable, lightened

_FILE = Path(__file__).parent / "page.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass
class Sheet:
    """Collects the classes that a page needs; equal rules share one. No element carries a style of its own."""

    _rules: dict[str, str] = field(default_factory=dict)
    _dark: dict[str, str] = field(default_factory=dict)

    def ink(self, colour: str, background: str = "") -> str:
        """Return the class of text in a colour, "" where it is black or could not be read.

        On the page itself the colour is lightened where the reader has chosen a dark page; on a background that the
        document gives it stays.
        """
        colour = colour.lower()
        if not is_colour(colour) or colour == "000000" or not is_readable(colour, background or LIGHT):
            return ""
        if background:
            return self._class(f"color:#{colour}", "e")
        name = self._class(f"color:#{colour}", "c")
        self._dark[name] = f"color:#{lightened(colour, DARK)}"
        return name

    def shade(self, background: str) -> str:
        """Return the class of a background with an ink that is read on it, "" for the page's own white."""
        background = background.lower()
        if not is_colour(background) or background == LIGHT:
            return ""
        return self._class(f"background:#{background};color:#{ink_for(background)};print-color-adjust:exact", "bg")

    def share(self, percent: int) -> str:
        """Return the class of a column that takes a share of its table."""
        return self._class(f"width:{percent}%", "w")

    def at_least(self, columns: int) -> str:
        """Return the class of a table that scrolls rather than squeezing its columns, "" for a narrow one."""
        return self._class(f"min-width:{min(columns, 40) * 5}rem", "m") if columns > 3 else ""

    def _class(self, rule: str, kind: str) -> str:
        key = f"{kind}{{{rule}}}"
        return self._rules.setdefault(key, f"{kind}{len(self._rules) + 1}")

    def css(self) -> str:
        """Return the whole style sheet."""
        own = _COMMENT.sub("", _FILE.read_text(encoding="utf-8"))
        own = "\n".join(line.strip() for line in own.splitlines() if line.strip())
        rules = [f".{name}{{{key.partition('{')[2]}" for key, name in self._rules.items()]
        dark = "".join(f".{name}{{{rule}}}" for name, rule in self._dark.items())
        if dark:
            rules.append(f"@media screen and (prefers-color-scheme:dark){{{dark}}}")
        return "\n".join(["", own, *rules, ""])


def policy_of(css: str) -> str:
    """Return the Content-Security-Policy of a page with this style sheet: its own styles and pictures, nothing else."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
