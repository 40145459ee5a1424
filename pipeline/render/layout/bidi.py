"""The direction of each character: the Unicode Bidirectional Algorithm (UAX 9), with Word's direction of runs.

Word lets a run decide what the algorithm leaves to the paragraph: a neutral between two directions goes with its own
run (w:rtl, 17.3.2.30), not with the paragraph. Paired brackets (rule N0) are neutrals, as in Word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MAX_DEPTH = 125
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_ISOLATES = {"RLI", "LRI", "FSI"}
_REMOVED = {"RLE", "LRE", "RLO", "LRO", "PDF", "BN"}
_NEUTRAL = {"B", "S", "WS", "ON", "RLI", "LRI", "FSI", "PDI"}
_STRONG_OF = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def has_direction(text: str) -> bool:
    """Return whether a text has any character that is not simply written from left to right."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def embedding_levels(text: str, base: int, directions: Sequence[int]) -> list[int]:
    """Return the level of every character: odd ones are written from right to left.

    ``base`` is the paragraph's level, 0 or 1; ``directions`` tell each character's run, 1 for right to left.
    """
    types = [unicodedata.bidirectional(character) or "L" for character in text]
    levels, types = _explicit(types, base)
    for run in _sequences(types, levels, base):
        _resolve(run, types, levels, directions)
    return _with_separators(text, types, levels, base)


@dataclass(slots=True)
class _Status:
    level: int
    override: str
    isolate: bool


def _explicit(types: list[str], base: int) -> tuple[list[int], list[str]]:
    """Return levels and types after the explicit marks (X1-X8); marks themselves get the level around them."""
    stack = [_Status(base, "", isolate=False)]
    levels: list[int] = []
    resolved: list[str] = []
    overflow = 0  # marks opened beyond the depth, which their ends must not close
    for index, kind in enumerate(types):
        top = stack[-1]
        levels.append(top.level)
        resolved.append(top.override if top.override and kind not in _REMOVED else kind)
        if kind in _EMBEDDINGS or kind in _ISOLATES:
            overflow += not _opened(stack, kind, types, index)
        elif kind in {"PDF", "PDI"} and overflow:
            overflow -= 1
        elif kind == "PDF" and len(stack) > 1 and not top.isolate:
            stack.pop()
        elif kind == "PDI" and any(status.isolate for status in stack):
            _close_isolate(stack)
            levels[-1] = stack[-1].level
    return levels, resolved


def _opened(stack: list[_Status], kind: str, types: list[str], index: int) -> bool:
    rtl, override = _EMBEDDINGS.get(kind, (int(kind == "RLI"), ""))
    if kind == "FSI":
        rtl = int(next((t for t in types[index + 1 :] if t in {"L", "R", "AL", "PDI"}), "L") in {"R", "AL"})
    level = stack[-1].level
    level = level + 1 + (level + 1 + rtl) % 2
    if level > MAX_DEPTH:
        return False
    stack.append(_Status(level, override, isolate=kind in _ISOLATES))
    return True


def _close_isolate(stack: list[_Status]) -> None:
    while not stack[-1].isolate:
        stack.pop()
    stack.pop()


@dataclass(slots=True)
class _Sequence:
    """Characters of one level that follow each other, isolates between them left out (X10)."""

    indices: list[int]
    before: str
    after: str


def _sequences(types: list[str], levels: list[int], base: int) -> Iterator[_Sequence]:
    runs: list[list[int]] = []
    open_runs: list[list[int]] = []
    previous = -1
    for index, level in enumerate(levels):
        if types[index] in _REMOVED:
            continue
        starts = not runs or level != levels[previous] or previous < 0
        if starts and types[index] == "PDI" and open_runs:
            run = open_runs.pop()
            run.append(index)
            runs.append(run)
        elif starts:
            runs.append([index])
        else:
            runs[-1].append(index)
        if types[index] in _ISOLATES:
            open_runs.append(runs[-1])
        previous = index
    seen: set[int] = set()
    for run in runs:
        if id(run) not in seen:
            seen.add(id(run))
            yield _Sequence(run, *_borders(run, levels, base))


def _borders(run: list[int], levels: list[int], base: int) -> tuple[str, str]:
    level = levels[run[0]]
    before = levels[run[0] - 1] if run[0] else base
    after = levels[run[-1] + 1] if run[-1] + 1 < len(levels) else base
    return _direction(max(level, before)), _direction(max(level, after))


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _resolve(run: _Sequence, types: list[str], levels: list[int], directions: Sequence[int]) -> None:
    kinds = [types[index] for index in run.indices]
    _weak(kinds, run.before)
    _neutral(kinds, run, directions)
    for index, kind in zip(run.indices, kinds, strict=True):
        if levels[index] % 2 == 0:
            levels[index] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
        elif kind in {"L", "EN", "AN"}:
            levels[index] += 1


def _weak(kinds: list[str], before: str) -> None:
    """Resolve marks and numbers (W1-W7)."""
    strong = previous = before
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        if kind in {"L", "R", "AL"}:
            strong = kind
        previous = kinds[at]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    _separators(kinds)
    strong = before
    for at, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _separators(kinds: list[str]) -> None:
    """Resolve the signs of numbers (W4-W6)."""
    for at in range(1, len(kinds) - 1):
        pair = (kinds[at - 1], kinds[at + 1])
        if (kinds[at] in {"ES", "CS"} and pair == ("EN", "EN")) or (kinds[at] == "CS" and pair == ("AN", "AN")):
            kinds[at] = pair[0]
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at:
            beside = (at and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            kinds[at:end] = ["EN" if beside else "ON"] * (end - at)
        at = max(end, at + 1)
    kinds[:] = ["ON" if kind in {"ES", "CS"} else kind for kind in kinds]


def _neutral(kinds: list[str], run: _Sequence, directions: Sequence[int]) -> None:
    """Resolve neutrals: between two of one direction they go with those, else with their own run (N1, N2)."""
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        left = _STRONG_OF.get(kinds[at - 1], run.before) if at else run.before
        right = _STRONG_OF.get(kinds[end], run.after) if end < len(kinds) else run.after
        own = (_direction(directions[index]) for index in run.indices[at:end])
        kinds[at:end] = [left] * (end - at) if left == right else list(own)
        at = end


def _with_separators(text: str, types: list[str], levels: list[int], base: int) -> list[int]:
    """Set separators, and the spaces before them and at the end, to the paragraph's level (L1)."""
    at_end = True
    for index in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[index])
        if kind in {"S", "B"}:
            at_end = True
            levels[index] = base
        elif at_end and (kind in {"WS", "FSI", "LRI", "RLI", "PDI"} or types[index] in _REMOVED):
            levels[index] = base
        else:
            at_end = False
    return levels
