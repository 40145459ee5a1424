"""The proof that nothing is lost: the words of the Word file, and those of the finished PDF.

The words are read from the XML of the parts that are printed, apart from the readers: a reader that forgets an element
is found out. What is left out on purpose stands in the ledger, and is taken away from both sides.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package
from pipeline.render.drawnwords import drawn_text
from pipeline.render.pdf.readback import PAGE_END
from pipeline.render.read.alternatives import chosen
from pipeline.render.read.ledger import Ledger, Why

MOST_SEARCHED = 2_000  # words that are sought within others
MOST_EXPLAINED = 2_000
MOST_SPLIT = 20  # words that are sought over the ends of pages
MOST_STARTS = 2_000  # pages that such a word may begin on
MOST_PAGES = 200  # that it goes on over
LONG = 1_000  # letters: a longer one goes on over any number of pages, but is known by more than its first letter
MANY_LETTERS = 12
MOST_BEGUN = 5
MOST_REACHED = 50
_T, _DELETED = q("w:t"), q("w:delText")
_MATH = q("m:t")
# What stands between words, or for a text of its own.
_APART = tuple(
    q(name)
    for name in (
        *("w:p", "w:tab", "w:ptab", "w:br", "w:cr", "w:drawing", "w:pict", "w:object", "w:sym", "w:pgNum"),
        *("w:footnoteReference", "w:endnoteReference", "w:commentReference", "w:rt", "w:rubyBase"),
        *(f"w:{part}{form}" for part in ("day", "month", "year") for form in ("Short", "Long")),
    )
)
_NOTES = {q("w:footnotes"): "w:footnote", q("w:endnotes"): "w:endnote"}
_GONE = (q("w:del"), q("w:moveFrom"))
_ALTERNATIVES = (q("mc:Choice"), q("mc:Fallback"))
_DELETED_MARKS = {
    q("w:tr"): f"{q('w:trPr')}/{q('w:del')}",
    q("w:tc"): f"{q('w:tcPr')}/{q('w:cellDel')}",
}
_TAKEN_AWAY = (Why.HIDDEN, Why.FIELD, Why.CODE, Why.CONTENTS, Why.SYMBOL, Why.REPORTED, Why.MISPLACED)
_WITHIN_WORDS = (Why.FIELD, Why.CODE, Why.SYMBOL, Why.MISPLACED)  # what may be a part of a word that goes on
_SHARE_OF_OTHER_SCRIPTS = 0.9


@dataclass(frozen=True, slots=True)
class WordCount:
    """How many words the Word file prints, how many the PDF has, and which of the former are missing there.

    ``misplaced`` are texts that stand where Word shows none, of a file where words were missing.

    The PDF has more than the file where labels of lists, page numbers and headers of each page are words.
    """

    package: int = 0
    pdf: int = 0
    missing: tuple[str, ...] = ()
    misplaced: tuple[str, ...] = ()


NO_WORDS = WordCount()


def words(text: str) -> Iterator[str]:
    """Return the words of a text in the form in which they are compared: letters and digits alone, without case."""
    return filter(None, map(_plain, text.split()))


def counted(text: str) -> Counter[str]:
    """Return how often each word stands in a text, in the same form."""
    found: Counter[str] = Counter()
    for token, count in Counter(text.split()).items():
        found[_plain(token)] += count
    del found[""]
    return found


def _plain(token: str) -> str:
    if token.isascii() and token.isalnum():
        return token.lower()
    return "".join(ch for ch in unicodedata.normalize("NFKC", token).casefold() if ch.isalnum())


def package_text(package: Package, parts: Iterable[str], *, with_deleted: bool = False) -> str:
    """Return the text of the parts that are printed, as their XML has it."""
    texts: list[str] = []
    for part in sorted(parts):
        for root in _roots(package, part):
            texts.append("\n")
            texts.extend(_texts(root, with_deleted=with_deleted))
            texts.extend(drawn_text(package, part, root))
    return "".join(texts)


def _roots(package: Package, part: str) -> Iterator[etree._Element]:
    """Yield what is printed of a part: all of it, but of notes only those that the text refers to."""
    root = package.xml(part)
    if root is None or root.tag not in _NOTES:
        yield from () if root is None else (root,)
        return
    main = package.xml(package.main_part)
    references = main.iter(q(f"{_NOTES[root.tag]}Reference")) if main is not None else ()
    wanted = {node.get(q("w:id")) for node in references if next(node.iterancestors(*_GONE), None) is None}
    yield from (note for note in root if note.get(q("w:id")) in wanted)


def _texts(root: etree._Element, *, with_deleted: bool) -> Iterator[str]:
    dead = _dead(root, with_deleted=with_deleted)
    boxed = next(root.iter(q("w:txbxContent"), q("w:ruby")), None) is not None
    owner: etree._Element | None = None
    kinds = (_T, _DELETED) if with_deleted else (_T,)
    for node in root.iter(*kinds, _MATH, *_APART):
        if node in dead:
            yield " "
            continue
        if node.tag not in kinds:
            yield f" {node.text or ''} " if node.tag == _MATH else "\n"
            continue
        if boxed:
            around = next(node.iterancestors(q("w:p"), q("w:ruby")), None)
            if around is not owner:
                owner = around
                yield "\n"
        yield node.text or ""


def _dead(root: etree._Element, *, with_deleted: bool) -> set[etree._Element]:
    """Return the texts that are not printed: deleted ones, and all but one of several alternatives."""
    gone = () if with_deleted else _GONE
    found: set[etree._Element] = set()
    for node in root.iter(*gone, *_ALTERNATIVES, *_DELETED_MARKS):
        if node.tag in _ALTERNATIVES:
            around = node.getparent()
            if around is None or chosen(around) is node:
                continue
        elif node.tag in _DELETED_MARKS and (with_deleted or node.find(_DELETED_MARKS[node.tag]) is None):
            continue
        found.update(node.iter(_T, _MATH))
    return found


def count_words(source: str, pdf: str, ledger: Ledger) -> WordCount:
    """Return how many words there are on both sides, and which of the source's are not in the PDF."""
    needed = counted(source)
    left_out = [text for why in _TAKEN_AWAY for text in ledger.texts.get(why, ())]
    needed.subtract(Counter(word for text in left_out for word in words(text)))
    present = counted(pdf)
    lacking = {word: count - present[word] for word, count in needed.items() if count > present[word]}
    inside = [text for why in _WITHIN_WORDS for text in ledger.texts.get(why, ())]
    missing = _missing(lacking, needed, pdf, inside) if lacking else ()
    missing = tuple(_not_partly_hidden(missing, pdf, ledger.texts.get(Why.HIDDEN, ()))) if missing else ()
    return WordCount(sum(max(count, 0) for count in needed.values()), present.total(), missing)


def _not_partly_hidden(missing: Iterable[str], pdf: str, hidden: Iterable[str]) -> Iterator[str]:
    """Yield the words but those that stand in the PDF without the hidden texts that touch them, as "fil(er)" does."""
    whole = "".join(words(pdf))
    pieces = sorted({piece for text in hidden for piece in words(text)}, key=len, reverse=True)[:MOST_EXPLAINED]
    for word in missing:
        rest = word
        for piece in pieces:
            rest = rest.replace(piece, "") if rest not in whole or rest == word else rest
        if not rest or rest == word or rest not in whole:
            yield word


def _missing(lacking: dict[str, int], needed: Counter[str], pdf: str, inside: list[str]) -> tuple[str, ...]:
    """Return the words that are not in the PDF at all, nor as a part of another word, nor over the end of a line.

    ``inside`` are texts left out that may have been a part of a word.
    """
    whole = "".join(words(pdf))
    pieces = {piece for text in inside[:MOST_EXPLAINED] for piece in words(text)}
    found = []
    for word, lack in sorted(lacking.items())[:MOST_SEARCHED]:
        if _is_other_script(word) or whole.count(word) >= needed[word]:
            continue
        if not any(piece in word and piece != word for piece in pieces):
            found += [word] * lack
    if found:
        by_page = [list(words(page)) for page in pdf.split(PAGE_END)]
        pages = ["".join(page) for page in by_page]
        tried = [word for word in found[:MOST_SPLIT] if not _goes_over_pages(word, pages)]
        found = [word for word in tried if not _is_in_pieces(word, by_page)] + found[MOST_SPLIT:]
    return (*found, *_missing_of_other_scripts(lacking, needed, whole))


def _goes_over_pages(word: str, pages: list[str]) -> bool:
    """Return whether a word begins on one page and goes on over the next ones, as in a cell too narrow for it."""
    is_long = len(word) > LONG
    begin = word[:MANY_LETTERS] if is_long else word[:1]
    starts = [start for start, page in enumerate(pages) if begin in page and word not in page]
    if is_long:
        return any(_goes_on(word, pages[start:]) for start in starts[:MOST_BEGUN])
    return any(_goes_on(word, pages[start : start + MOST_PAGES]) for start in starts[:MOST_STARTS])


def _goes_on(word: str, pages: list[str]) -> bool:
    """Return whether a word is found from the first of these pages on, as much of it as can be on each."""
    for page in pages:
        cut = _longest_begin(word, page)
        if cut == len(word):
            return True
        if not cut:
            return False
        word = word[cut:]
    return False


def _longest_begin(word: str, page: str) -> int:
    """Return how many letters of a word, from its first on, stand together on a page."""
    least, most = 0, len(word)
    while least < most:
        middle = (least + most + 1) // 2
        if word[:middle] in page:
            least = middle
        else:
            most = middle - 1
    return least


def _is_in_pieces(word: str, pages: list[list[str]]) -> bool:
    """Return whether a word stands on one page in pieces, whole words there, as in a row that is drawn in parts."""
    for pieces in pages:
        reached = {0}
        for piece in pieces:
            if len(piece) > 1 and piece != word:
                further = {start + len(piece) for start in reached if word.startswith(piece, start)}
                reached = {0, *nlargest(MOST_REACHED, reached | further)} if further else reached
        if len(word) in reached:
            return True
    return False


def _missing_of_other_scripts(lacking: dict[str, int], needed: Counter[str], whole: str) -> tuple[str, ...]:
    """Return the words of scripts whose letters join or change places, where too few of their letters are there."""
    others = [word for word in lacking if _is_other_script(word)]
    if not others:
        return ()
    wanted = sum(
        sum(map(_is_other_letter, word)) * count
        for word, count in needed.items()
        if count > 0 and _is_other_script(word)
    )
    there = sum(1 for character in whole if _is_other_letter(character))
    return () if there >= wanted * _SHARE_OF_OTHER_SCRIPTS else tuple(sorted(others))


def _is_other_script(word: str) -> bool:
    return any(map(_is_other_letter, word))


def _is_other_letter(character: str) -> bool:
    return "\u0590" <= character < "\u1e00" or "\u2e80" <= character < "\ufb00" or "\ufb1d" <= character < "\uff00"
