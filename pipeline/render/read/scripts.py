"""Which of a run's four fonts serves a character (ECMA-376 part 1, 17.3.2.26), and what else differs by script.

Complex scripts (Hebrew, Arabic, Thai, those of India …) have their own font, size, bold and italic; East Asian
characters have their own font and language; Latin letters beyond ASCII may have a font of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.render.tree import RunStyle

_COMPLEX = "\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\u1800-\u18af\ufb1d-\ufdff\ufe70-\ufefe"
_EAST_ASIAN = "\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0003ffff"
# Characters that Latin and East Asian fonts share: w:hint="eastAsia" decides (the table of 17.3.2.26).
_SHARED = (
    "\u00a1\u00a4\u00a7\u00a8\u00aa\u00ad\u00af\u00b0-\u00b4\u00b6-\u00ba\u00bc-\u00bf\u00d7\u00f7"
    "\u02b0-\u04ff\u2000-\u2bff\ue000-\uf8ff"
)
_STRETCHES = re.compile(
    f"(?P<complex>[{_COMPLEX}](?:[ {_COMPLEX}\u200c-\u200f]*[{_COMPLEX}\u200c-\u200f])?)"
    f"|(?P<east>[{_EAST_ASIAN}]+)|(?P<shared>[{_SHARED}]+)|(?P<ascii>[\x00-\x7f]+)|(?P<high>.)",
    re.DOTALL,
)
_FIRST_OTHER = "\x7f"


@dataclass
class Scripts:
    """Splits text where its script changes; styles made for other scripts are shared."""

    _made: dict[tuple[int, str], tuple[RunStyle, RunStyle]] = field(default_factory=dict)

    def split(self, text: str, style: RunStyle) -> Iterator[tuple[str, RunStyle]]:
        """Yield stretches of text, each with the style that its characters have."""
        if style.others.all_complex:
            yield text, self._styled(style, "complex")
        elif not text or max(text) <= _FIRST_OTHER:
            yield text, style
        else:
            yield from self._stretches(text, style)

    def whole(self, style: RunStyle) -> RunStyle:
        """Return the style of a text that is not split: that of complex scripts for a run which is marked as such."""
        return self._styled(style, "complex") if style.others.all_complex else style

    def _stretches(self, text: str, style: RunStyle) -> Iterator[tuple[str, RunStyle]]:
        start, current = 0, style
        for match in _STRETCHES.finditer(text):
            chosen = self._styled(style, match.lastgroup or "ascii")
            if chosen is not current:
                if match.start() > start:
                    yield text[start : match.start()], current
                start, current = match.start(), chosen
        yield text[start:], current

    def _styled(self, style: RunStyle, script: str) -> RunStyle:
        if script == "shared":
            script = "east" if style.others.hint == "eastAsia" else "high"
        if script == "ascii" or (script == "high" and style.others.high == style.family):
            return style
        key = (id(style), script)
        if key not in self._made:
            self._made[key] = (style, _styled(style, script))
        return self._made[key][1]


def _styled(style: RunStyle, script: str) -> RunStyle:
    others = style.others
    if script == "high":
        return replace(style, family=others.high)
    if script == "east":
        family, language = others.east_asia, others.language_east_asia
        return replace(style, family=family, language=language or style.language)
    return replace(
        style,
        family=others.complex,
        size=others.complex_size,
        bold=others.complex_bold,
        italic=others.complex_italic,
        language=others.language_complex or style.language,
    )
