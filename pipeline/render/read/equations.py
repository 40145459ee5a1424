r"""EQ fields as readable text: ``EQ \f(1;2)`` becomes 1/2 (ECMA-376 part 1, 17.16.5.18)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\\([A-Za-z]+[0-9]*|[*])|\\(.)|([();,])|([^\\();,]+)", re.S)
DEEPEST = 20
LONGEST = 4_000
_FUNCTIONS = frozenset("abdfilorsx")


@dataclass
class _Reader:
    tokens: list[tuple[str, str, str, str]]
    at: int = 0

    def sequence(self, depth: int) -> list[str]:
        """Return the texts between separators up to the closing bracket, or to the end."""
        parts = [""]
        while self.at < len(self.tokens):
            name, escaped, mark, plain = self.tokens[self.at]
            self.at += 1
            if name:
                parts[-1] += self._function(name, depth)
            elif mark == "(":
                inside = self.sequence(depth + 1) if depth < DEEPEST else [""]
                parts[-1] += f"({';'.join(inside)})"
            elif mark == ")":
                return parts
            elif mark and depth:
                parts.append("")
            else:
                parts[-1] += mark or escaped or plain
        return parts

    def _function(self, name: str, depth: int) -> str:
        letter = name[0].lower()
        if letter not in _FUNCTIONS:
            return ""
        self._options()
        if self.at >= len(self.tokens) or self.tokens[self.at][2] != "(" or depth >= DEEPEST:
            return ""
        self.at += 1
        return _written(letter, [part.strip() for part in self.sequence(depth + 1)])

    def _options(self) -> None:
        """Pass over the options of a function: backslash words with their numbers, up to its bracket."""
        while self.at < len(self.tokens) and self.tokens[self.at][2] != "(":
            name, escaped, _, plain = self.tokens[self.at]
            if not (name or escaped or plain.strip().lstrip("-").isdigit() or not plain.strip()):
                return
            self.at += 1


def _written(letter: str, parts: list[str]) -> str:
    if letter == "f" and len(parts) > 1:
        return "/".join(part if len(part) < 2 or part.isalnum() else f"({part})" for part in parts[:2])
    if letter == "r":
        return f"{parts[0] if len(parts) > 1 else ''}√({parts[-1]})"
    if letter == "b":
        return f"({'; '.join(parts)})"
    if letter == "i":
        low, high, body = (["", "", *parts] if len(parts) < 3 else parts)[-3:]
        return f"∫{f'({low}–{high})' if low or high else ''} {body}"
    return ("" if letter in "osd" else "; ").join(parts)


def equation_text(instruction: str) -> str:
    """Return the text of an EQ instruction, its name left out."""
    body = re.sub(r'^\s*EQ\b|\\\*\s*("[^"]*"|\S+)', "", instruction[:LONGEST], flags=re.I)
    reader = _Reader(_TOKEN.findall(body))
    parts = []
    while reader.at < len(reader.tokens):
        parts += reader.sequence(0)
    return " ".join("".join(parts).split())
