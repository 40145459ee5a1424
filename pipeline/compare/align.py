"""Which item of one sequence answers to which of another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[int | None, int | None]

MOST = 4_000  # items on a side that are held against one another; beyond it all of them are old and all are new
MOST_LIKENESSES = 3_000  # pairs of one stretch that are held against each other
LIKE = 0.5


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[str, int, int, int, int]]:
    """Return what became of ``old``: ``equal``, ``delete``, ``insert`` and ``replace`` with the stretches, as difflib.

    What the sequences begin and end with in common is taken first, so that a small change in a long text costs little.
    """
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    found = [("equal", 0, start, 0, start)] if start else []
    if max(len(middle_old), len(middle_new)) > MOST:
        found.append(("replace", start, start + len(middle_old), start, start + len(middle_new)))
    elif middle_old or middle_new:
        matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            found.append((kind, a + start, b + start, c + start, d + start))
    if end:
        found.append(("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return found


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """Return how many items both begin with."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def paired(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable], likeness: Callable[[T, T], float]
) -> Iterator[Pair]:
    """Yield the places of items that answer to each other, in order; None stands where there is no such item.

    Items of one key are the same. Between them, items are the same changed where ``likeness`` (0–1) says so.
    """
    for kind, a, b, c, d in aligned([key(one) for one in old], [key(one) for one in new]):
        if kind == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
        elif kind == "replace" and (b - a) * (d - c) <= MOST_LIKENESSES:
            scores = [[likeness(one, other) for other in new[c:d]] for one in old[a:b]]
            yield from _shifted(_best(scores), a, c)
        else:
            yield from ((at, None) for at in range(a, b))
            yield from ((None, at) for at in range(c, d))


def _shifted(pairs: Iterator[Pair], a: int, c: int) -> Iterator[Pair]:
    for one, other in pairs:
        yield None if one is None else one + a, None if other is None else other + c


def _best(scores: list[list[float]]) -> Iterator[Pair]:
    """Yield the pairs of the highest likeness in all that keep the order (Needleman and Wunsch 1970)."""
    rows, columns = len(scores), len(scores[0])
    total = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            both = scores[i][j] + total[i + 1][j + 1] if scores[i][j] >= LIKE else 0.0
            total[i][j] = max(both, total[i + 1][j], total[i][j + 1])
    i = j = 0
    while i < rows or j < columns:
        if i < rows and j < columns and scores[i][j] >= LIKE and total[i][j] == scores[i][j] + total[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif i < rows and (j == columns or total[i][j] == total[i + 1][j]):
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1
