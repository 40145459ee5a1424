"""Every number of the prose with what the sentence says of it and where it comes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from pipeline.model.origin import Origin
from pipeline.model.prose import FigureReference
from pipeline.model.statement import Scenario
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import Sentence, scenarios_in, sentences
from pipeline.validate.numbers.hedges import Hedge, hedge_of
from pipeline.validate.numbers.known import Known, KnownValues
from pipeline.validate.numbers.mention import Kind, Mention
from pipeline.validate.numbers.scan import scan

_DIGITS = 3
_GENERAL = {"elever", "andel", "andele", "antal", "antale", "total", "totala", "person", "medarb", "genoms", "årskur"}
_STEM = 6  # letters by which a word of an indicator's name is known again
_TOTALS = {"summa", "totalt", "totala", "total"}
_OPENS, _PAIRED = re.compile(r"\(\s*$"), re.compile(r"^\s*(?:mot|jämfört med|av|\()\s*$", re.IGNORECASE)
_LINK = re.compile(r"^(?:\(|(?:i|enligt)\s)")


class Source(Enum):
    """Where a number of the prose comes from."""

    BOUND = "hämtat"
    MATCHED = "matchat"
    REPEATED = "på flera ställen"
    NONE = "utan källa"


@dataclass(frozen=True)
class Reading:
    """A number of the prose: ``before`` and ``after`` are the words around it up to the numbers beside it.

    ``known`` are the values that it may be; ``reference`` is the named figure that it quotes.
    """

    line: Line
    mention: Mention
    sentence: Sentence
    before: str
    after: str
    known: tuple[Known, ...] = ()
    reference: FigureReference | None = None
    source: Source = Source.NONE

    @property
    def origin(self) -> Origin:
        """Return where the number stands."""
        return self.reference.origin if self.reference else self.line.origin

    @property
    def scenarios(self) -> frozenset[Scenario]:
        """Return what the sentence calls the number, or nothing."""
        if _OPENS.search(self.before) and _PAIRED.match(self.after):
            return (
                frozenset()
            )  # the two numbers of a bracket, of which what stands before it compares one with the other
        named = scenarios_in(self.before)
        after = _LINK.sub("", self.after.strip(), count=1).split(maxsplit=1)
        return named | scenarios_in(after[0] if after else "")

    @property
    def hedge(self) -> Hedge | None:
        """Return what the word before the number makes of it, such as drygt, or None."""
        return hedge_of(self.before, self.mention)


def readings(lines: Iterable[Line], known: KnownValues) -> Iterator[Reading]:
    """Yield the numbers of the prose in reading order; those of headings are names and no claims."""
    read = [each for line in lines if not line.is_heading for each in _of_line(line, known)]
    subjects = [{(_key(each.mention), stem) for stem in _stems(each)} for each in read]
    told = Counter(subject for each in subjects for subject in each)
    for each, about in zip(read, subjects, strict=True):
        named = bool(each.mention.unit.family or each.mention.unit.noun)
        again = any(told[subject] > 1 for subject in about)
        yield replace(each, source=Source.REPEATED) if each.source is Source.NONE and named and again else each


def _stems(reading: Reading) -> frozenset[str]:
    """Return what a sentence is about: two that have a number and one of these in common tell of the same."""
    words = re.findall(r"[^\W\d_]{5,}", f"{reading.before} {reading.after} {reading.mention.unit.noun}")
    return frozenset(word.lower()[:_STEM] for word in words)


def _key(mention: Mention) -> tuple[Decimal, str, str]:
    return abs(mention.unit.base(mention.value)), mention.unit.family, mention.unit.noun


def _of_line(line: Line, known: KnownValues) -> Iterator[Reading]:
    found = scan(line.text)
    numbers = [each for each in found if each.kind is Kind.NUMBER or (each.kind is Kind.FRACTION and each.value)]
    if not numbers:
        return
    for sentence in sentences(line.text):
        inside = [each for each in numbers if sentence.start <= each.start < sentence.end]
        for index, mention in enumerate(inside):
            start = max((each.end for each in inside[:index] if not each.unit.is_time), default=sentence.start)
            end = min((each.start for each in inside[index + 1 :] if not each.unit.is_time), default=sentence.end)
            reading = Reading(line, mention, sentence, line.text[start : mention.start], line.text[mention.end : end])
            if not mention.unit.noun and not mention.unit.family and index:
                reading = replace(reading, mention=_named(mention, inside[index - 1]))
            yield _sourced(reading, known)


def _named(mention: Mention, previous: Mention) -> Mention:
    """Return a bare number as one of what the number before it counts: 14 goals within one and 6 within another."""
    noun = previous.unit.noun
    return replace(mention, unit=replace(mention.unit, noun=noun)) if noun and not mention.decimals else mention


def _sourced(reading: Reading, known: KnownValues) -> Reading:
    mention = reading.mention
    if mention.kind is Kind.FRACTION:
        return reading
    for quote in reading.line.quotes:
        if quote.start < mention.end and mention.start < quote.end:
            name = quote.reference.name
            figures = (known.figures[name],) if name in known.figures else ()
            return replace(reading, known=figures, reference=quote.reference, source=Source.BOUND)
    like = tuple(each for each in known.like(mention) if _is_supported(each, reading))
    hedge = reading.hedge
    if hedge and not like:
        like = tuple(each for each in known.between(mention, hedge.within) if is_named(each, reading))
    return replace(reading, known=like, source=Source.MATCHED) if like else reading


def is_named(known: Known, reading: Reading) -> bool:
    """Return whether a sentence names a value by its row or its indicator, and calls it nothing else."""
    if known.indicator:
        return _is_of_indicator(known, reading)
    words = [word.lower()[:_STEM] for word in re.findall(r"[^\W\d_]{4,}", known.row)]
    sentence = reading.sentence.text.lower()
    named = reading.scenarios
    agrees = not named or known.scenario is None or known.scenario in named
    own = [word for word in words if word not in _TOTALS]
    return agrees and bool(own) and all(word in sentence for word in own)


def _is_supported(known: Known, reading: Reading) -> bool:
    """Return whether a value is the number's by more than chance: few digits also need a word or the scenario."""
    if known.indicator:
        return _is_of_indicator(known, reading)
    digits = str(abs(reading.mention.value)).replace(".", "").strip("0")
    if not known.row or len(digits) >= _DIGITS:
        return True
    words = (word.lower() for word in re.findall(r"[^\W\d_]{4,}", known.row))
    sentence = reading.sentence.text.lower()
    return known.scenario in reading.scenarios or any(word in sentence for word in words)


def _is_of_indicator(known: Known, reading: Reading) -> bool:
    """Return whether a value of an indicator is the number's: it stands in its section or is named, and no word."""
    whole = known.value == known.value.to_integral_value()
    if reading.mention.in_words or (reading.mention.unit.noun and not reading.mention.decimals and not whole):
        return False
    if reading.line.place[1 : len(known.place) + 1] == known.place:
        return True
    text = reading.line.text.lower()
    words = {word.lower()[:_STEM] for word in re.findall(r"[^\W\d_]{5,}", known.indicator)}
    return any(word in text for word in words - _GENERAL)
