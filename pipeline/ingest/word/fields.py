"""Complex fields: the state between begin, separate and end, which may lie paragraphs apart (17.16.18)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_ARGUMENT = re.compile(r'"([^"]*)"|(\S+)')


@dataclass
class _Field:
    instruction: str = ""
    showing: bool = False
    link: str = ""


@dataclass
class Fields:
    """The fields that are open, the outermost first."""

    open: list[_Field] = field(default_factory=list)

    def begin(self) -> None:
        """Open a field."""
        self.open.append(_Field())

    def add(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self.open:
            self.open[-1].instruction += text

    def separate(self) -> str:
        """Pass from instruction to result, and return the instruction."""
        if not self.open:
            return ""
        self.open[-1].showing = True
        return self.open[-1].instruction

    def end(self) -> None:
        """Close the innermost field."""
        if self.open:
            self.open.pop()

    @property
    def in_instruction(self) -> bool:
        """Return whether text now belongs to an instruction, which nobody sees."""
        return any(not level.showing for level in self.open)

    @property
    def link(self) -> str:
        """Return the target of the innermost hyperlink that is open, or ""."""
        return next((level.link for level in reversed(self.open) if level.link), "")

    @link.setter
    def link(self, target: str) -> None:
        if self.open:
            self.open[-1].link = target


def hyperlink_target(instruction: str) -> str | None:
    r"""Return the target of a HYPERLINK field, ``#bookmark`` for ``\l``, or None for another field."""
    words = [quoted or bare for quoted, bare in _ARGUMENT.findall(instruction)]
    if not words or words[0].upper() != "HYPERLINK":
        return None
    target = mark = ""
    rest = iter(words[1:])
    for word in rest:
        if word.lower() == "\\l":
            mark = "#" + next(rest, "")
        elif word.lower() in ("\\o", "\\t"):
            next(rest, "")
        elif not word.startswith("\\"):
            target = target or word
    return target + mark
