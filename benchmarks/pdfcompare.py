"""How near one PDF is to another: their words, pages, the words' places, and the pages' pictures.

Words are read with ``pdftotext -bbox`` and pages painted with ``pdftoppm`` (poppler). Nothing depends on the order in
which a file gives its words: a word is matched with the nearest equal one.
"""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from statistics import mean

from PIL import Image, ImageChops, ImageFilter, ImageStat

NEAR = 3 / 25.4 * 72  # three millimetres in points
RESOLUTION = 36  # dots an inch: a letter is some five dots high
BLUR = 3  # dots: ink that stands some two millimetres off still overlaps
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A run of letters and digits, its page, and the middle of the left edge of its box in points."""

    text: str
    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Read:
    """A PDF's words and its number of pages."""

    words: tuple[Word, ...]
    pages: int


@dataclass(frozen=True)
class Likeness:
    """How near a PDF is to its reference; shares are of the reference's words.

    ``recall`` is the share that stands in the PDF at all, ``joined`` the share where words that one of the two has in
    pieces count too, ``same_page`` the share on the same page, ``near`` on the same page within three millimetres;
    ``picture`` is the mean over the pages of the ink that overlaps.
    """

    reference_pages: int
    pages: int
    words: int
    recall: float
    joined: float
    same_page: float
    near: float
    picture: float
    missing: tuple[str, ...] = ()


def read_words(pdf: Path) -> Read:
    """Return a PDF's words; what is neither letter nor digit divides words and is left out."""
    run = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True)
    words: list[Word] = []
    page = -1
    for line in run.stdout.decode("utf-8", "replace").splitlines():
        page += line.lstrip().startswith("<page ")
        if found := _WORD.search(line):
            left, top, _, bottom = (float(found[number]) for number in range(1, 5))
            text = unicodedata.normalize("NFKC", html.unescape(found[5]).replace("\xad", ""))
            words += [Word(part, page, left, (top + bottom) / 2) for part in re.findall(r"[^\W_]+", text)]
    return Read(tuple(words), page + 1)


def compare(reference: Path, other: Path) -> Likeness:
    """Return how near a PDF is to its reference."""
    wanted, found = read_words(reference), read_words(other)
    count = max(1, len(wanted.words))
    has, needs = (Counter(word.text for word in each.words) for each in (found, wanted))
    missing = needs - has
    same, near = _placed(wanted.words, found.words)
    return Likeness(
        wanted.pages,
        found.pages,
        len(wanted.words),
        1 - missing.total() / count,
        joined_recall(wanted, found),
        same / count if wanted.words else 1.0,
        near / count if wanted.words else 1.0,
        picture_likeness(reference, other),
        tuple(text for text, _ in missing.most_common(8)),
    )


def joined_recall(wanted: Read, found: Read) -> float:
    """Return the share of the wanted words that the other PDF has, whole or in other pieces.

    A turned label or a word broken letter by letter is one word in one PDF and several in the other. So a word that is
    not found counts where all its letters are left over on its page, among the words that the other PDF alone has; each
    letter counts once.
    """
    letters: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for word in left_over(found, wanted):
        letters[word.page].update(word.text)
    lost = 0
    for word in sorted(left_over(wanted, found), key=lambda each: -len(each.text)):
        needs = Counter(word.text)
        if needs <= letters[word.page]:
            letters[word.page] -= needs
        else:
            lost += 1
    return 1 - lost / max(1, len(wanted.words))


def left_over(these: Read, those: Read) -> list[Word]:
    """Return the words of one PDF that the other does not have as often."""
    has = Counter(word.text for word in those.words)
    rest = []
    for word in these.words:
        has[word.text] -= 1
        if has[word.text] < 0:
            rest.append(word)
    return rest


def _placed(wanted: tuple[Word, ...], found: tuple[Word, ...]) -> tuple[int, int]:
    """Return how many of the wanted words stand on their page, and how many of those near their place."""
    left: defaultdict[tuple[str, int], list[Word]] = defaultdict(list)
    for word in found:
        left[word.text, word.page].append(word)
    same = near = 0
    for word in wanted:
        candidates = left[word.text, word.page]
        if candidates:
            best = min(candidates, key=lambda other: _distance(word, other))
            candidates.remove(best)
            same += 1
            near += _distance(word, best) <= NEAR
    return same, near


def _distance(one: Word, other: Word) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))


def picture_likeness(reference: Path, other: Path) -> float:
    """Return the mean over the pages of the share of the blurred ink that overlaps: 1 is alike, 0 nothing in common."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = zip_longest(_painted(reference, Path(folder, "a")), _painted(other, Path(folder, "b")))
        return mean([_overlap(one, two) if one and two else 0.0 for one, two in pairs] or [0.0])


def _painted(pdf: Path, folder: Path) -> list[Image.Image]:
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-gray", str(pdf), str(folder / "page")], check=True)
    return [
        ImageChops.invert(Image.open(path)).filter(ImageFilter.GaussianBlur(BLUR)) for path in sorted(folder.iterdir())
    ]


def _overlap(one: Image.Image, other: Image.Image) -> float:
    """Return twice the ink in common through the ink of both; the smaller page is laid on the larger's paper."""
    size = (max(one.width, other.width), max(one.height, other.height))
    one, other = (each.crop((0, 0, *size)) for each in (one, other))
    both = _ink(one) + _ink(other)
    return 2 * _ink(ImageChops.darker(one, other)) / both if both else 1.0


def _ink(image: Image.Image) -> float:
    return float(ImageStat.Stat(image).sum[0])
