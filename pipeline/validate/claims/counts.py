"""How many the prose says that there are: of a sort of things, and with a level."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.profile import Level
from pipeline.validate.claims.levelwords import LevelWords, Mentioned
from pipeline.validate.claims.things import Sort, Things
from pipeline.validate.numbers.context import Sentence
from pipeline.validate.numbers.words import PATTERN, value_of

COUNT = re.compile(rf"(?<![\w.,:/-])(\d{{1,3}}|{PATTERN})(?![\w,:/-]|\.\d)(?!,\d)", re.IGNORECASE)
CHANGE = re.compile(r"\b\w*(?:ändr(?:a|at|ats|ad|ade|ing|ingar)|förändring\w*|ny bedömning|nya bedömningar)\b", re.I)
_WORD = re.compile(r"[\w-]+")
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "av de dem dessa är bedöms bedömts ha har hade vara var blir blivit bli som nu redan helt ännu fortfarande "
        "räknas fått får haft kommer att beräknas väntas anses stycken st totalt",
    )
)
_AFTER = frozenset(
    re.findall(
        r"\w+",
        "och men samt medan varav vid under för av i inom eller jämfört enligt sedan per till den efter vilket som",
    )
)
_FOR = re.compile(r"\s+för\s+")
_PART_OF = re.compile(rf"(?<![\w.,])(\d{{1,3}}|{PATTERN})\s+av\s+(?:[^\W\d_]+\s+){{0,2}}$", re.IGNORECASE)
_ALMOST = 0.84
_BREAK = re.compile(r"[,;:.()–]")


@dataclass(frozen=True)
class LevelCount:
    """A number from ``start`` to ``end`` of a line that says how many have a level; ``text`` is what is said."""

    said: int
    start: int
    end: int
    words: LevelWords
    level: Level
    text: str


@dataclass(frozen=True)
class SortCount:
    """A number from ``start`` to ``end`` of a line that says how many there are of the sorts that a word may mean."""

    said: int
    start: int
    end: int
    sorts: tuple[Sort, ...]
    scope: str
    word: str


def is_small_word(word: str) -> bool:
    """Return whether a word may stand between a number and its level and says nothing of its own."""
    return word.lower() in _FILLERS


def number_of(words: str) -> int | None:
    """Return the number that digits or words say."""
    return int(words) if words.isdigit() else value_of(words)


def level_counts(sentence: Sentence, words: Sequence[LevelWords], things: Things) -> Iterator[LevelCount]:
    """Yield the numbers of a sentence that say how many have a level: "tre är avslutade", "stigande för två"."""
    text = sentence.text
    for each in words:
        end = 0
        for mention in each.mentions(text):
            match = _before(text, end, mention, things) or _behind(text, mention, each)
            said = number_of(match[1]) if match else None
            if match and said is not None and _ends_there(text, mention, each, things):
                at = sentence.start + match.start(1)
                shown = text[min(match.start(1), mention.start) : max(mention.end, match.end(1))]
                yield LevelCount(said, at, at + len(match[1]), each, mention.level, shown)
            end = mention.end


def _before(text: str, start: int, mention: Mentioned, things: Things) -> re.Match[str] | None:
    """Return the number before a level with nothing but small words between; in "två av fem" it is the first."""
    broken = [match.end() for match in _BREAK.finditer(text, start, mention.start)]
    start = broken[-1] if broken else start
    found = list(COUNT.finditer(text, start, mention.start))
    if not found:
        return None
    last = found[-1]
    between = _WORD.findall(text[last.end() : mention.start])
    if not all(word.lower() in _FILLERS or things.called(word) for word in between):
        return None
    part = _PART_OF.search(text[: last.start()])
    return COUNT.match(text, part.start(1)) if part and part.start(1) >= start else last


def _behind(text: str, mention: Mentioned, words: LevelWords) -> re.Match[str] | None:
    """Return the number behind a level and the word for."""
    at = _shared_end(text, mention.end, words)
    match = _FOR.match(text, at)
    return COUNT.match(text, match.end()) if match else None


def _shared_end(text: str, at: int, words: LevelWords) -> int:
    for shared in words.shared:
        if match := re.compile(rf"\s+{re.escape(shared)}\w*", re.IGNORECASE).match(text, at):
            return match.end()
    return at


def _ends_there(text: str, mention: Mentioned, words: LevelWords, things: Things) -> bool:
    """Return whether what follows the level is no other noun: "två goda exempel" says nothing of levels."""
    at = _shared_end(text, mention.end, words)
    following = re.compile(r"\s+([\w-]+)").match(text, at)
    if following is None or at > mention.end:
        return True
    word = following[1].lower()
    return word in _AFTER or bool(things.called(word)) or word.isdigit()


def sort_counts(sentence: Sentence, taken: Sequence[int], things: Things) -> Iterator[SortCount]:
    """Yield the numbers of a sentence that say how many there are of a sort; ``taken`` are those told elsewhere.

    A bare number later in the sentence goes on counting the same: "14 processmål inom A och 6 inom B". A part of them
    ("två av målen"), what is said of some ("två mål har ändrats") and those told of before ("de två målen" after a
    list) are no claims of how many there are.
    """
    text, word = sentence.text, ""
    sorts: tuple[Sort, ...] = ()
    if CHANGE.search(text):
        return
    for match in COUNT.finditer(text):
        after = text[match.end() :]
        named, noun = _named(after, things)
        goes_on = sorts and re.match(r"\s+inom\b", after)
        if not named and not goes_on:
            continue
        sorts, word = named or sorts, noun or word
        said = number_of(match[1])
        scope, unknown = _scope(after, things)
        if said is None or unknown or sentence.start + match.start() in taken or _is_some(text, match):
            continue
        yield SortCount(said, sentence.start + match.start(), sentence.start + match.end(), sorts, scope, word)


def _named(after: str, things: Things) -> tuple[tuple[Sort, ...], str]:
    """Return the sorts that the noun behind a number means, with one adjective before it or none."""
    for pattern in (r"\s+([^\W\d_]+)", r"\s+[\w-]+[ae]\s+([^\W\d_]+)"):
        match = re.match(pattern, after)
        if match and (found := things.called(match[1])):
            return found, match[1]
    return (), ""


def _is_some(text: str, match: re.Match[str]) -> bool:
    """Return whether a number is of some that were told of before: the two, but not "of the two"."""
    before = text[: match.start()]
    return bool(re.search(r"(?<!\bav )\b(?:de|dessa|dom|bägge|båda)\s+$", before, re.IGNORECASE))


def _scope(after: str, things: Things) -> tuple[str, bool]:
    """Return the section that a number is said of, and whether it names one that the report does not have."""
    within = re.match(r"[^.;,]*?\b(?:inom|i|för)\s+(.+)", after)
    named = within[1].lower() if within else ""
    scope = next((name for name in things.names if _begins_with(named, name.lower())), "")
    return scope, bool(re.match(r"\s*(?:\S+\s+){0,2}inom\s", after)) and not scope


def _begins_with(text: str, name: str) -> bool:
    """Return whether a text begins with a name, written right or almost so."""
    if text.startswith(name):
        return True
    own = " ".join(text.split()[: len(name.split())]).strip(".,;:")
    alike = own[:3] == name[:3] and " " in name
    return alike and difflib.SequenceMatcher(None, own, name).ratio() > _ALMOST
