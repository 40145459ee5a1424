"""A value for all beside values for the parts of them: it lies between those, and is their mean by head count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin
from pipeline.model.report import Indicator, IndicatorsPart
from pipeline.model.walk import parts_of
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.mention import Kind, Mention
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.scan import masked, scan
from pipeline.validate.numbers.units import SHARE
from pipeline.validate.rule import Rule
from pipeline.validate.tables.wording import said

# Each pair makes a whole. What is said of others, such as younger and older, need not be said of everyone.
_PAIRS = (
    (r"kvinn(?:or|ors|orna|ornas|liga)?", r"m[aä]n(?:s|nen|nens|liga)?"),
    (r"flick(?:or|ors|orna|ornas)", r"pojk(?:ar|ars|arna|arnas)"),
    (r"tjej(?:er|ers|erna|ernas)", r"kill(?:ar|ars|arna|arnas)"),
    (r"tillsvidareanställda", r"visstidsanställda|vikarier(?:na)?"),
    (r"heltidsanställda|heltidare", r"deltidsanställda|deltidare"),
)
_FOR = r"^\s*(?:för|bland|hos|av|av de)\s+(?:\w+\s+)?(?:{})\b"
_OF_ALL = re.compile(r"^\s*(?:{})\b".format("|".join(word for pair in _PAIRS for word in pair)), re.IGNORECASE)
_OTHER = re.compile(
    r"\bmål(?:et|en|nivån?|värdet?)?\b|\b(?:ök\w+|minsk\w+|sjunk\w+|stig\w+|höj\w+|sänk\w+|skillnad\w*)\s+med\s*$|"
    r"\b(?:från|mot|jämfört med|än|riket|rikets|länet|genomsnittet|snittet)\s*$",
    re.IGNORECASE,
)
_SHARE_OF_ALL = r"\bandel\w*\s+(?:av\s+)?(?:{})\b"
_MEAN = re.compile(r"%|\bprocent|\bandel|\bindex|\bgenomsnitt|\bmedel|frånvaro", re.IGNORECASE)
_ALL = 100
_APART = Decimal("0.05")  # of the difference between the parts: hours and heads do not weigh quite the same
_LONG, _STEM = re.compile(r"[^\W\d_]{8,}"), 6  # words that may be what is measured, and the letters that tell them
_TWO = 2


@dataclass(frozen=True)
class _Part:
    """What is said of a part: its size in per cent and, where the text says it, how many it is."""

    name: str
    share: Mention
    count: Decimal | None = None


@dataclass(frozen=True)
class _Whole:
    """What is said of all of them, where, and in which text."""

    share: Mention
    origin: Origin
    text: str


def values_for_all_lie_between_those_of_the_parts(facts: Facts) -> Iterator[Finding]:
    """A paragraph's value for all is between those that it gives women and men, and their mean by head count."""
    by_line: dict[int, list[Reading]] = {}
    for each in facts.readings:
        if each.mention.unit.family == SHARE and each.mention.kind is Kind.NUMBER:
            by_line.setdefault(id(each.line), []).append(each)
    for shares in by_line.values():
        for pair in _PAIRS if len(shares) > _TWO else ():
            yield from _told(facts, shares, pair)


def _told(facts: Facts, shares: Sequence[Reading], pair: tuple[str, str]) -> Iterator[Finding]:
    named = [(_part_of(each, pair), each) for each in shares]
    first = next((at for at, (part, _) in enumerate(named) if part), len(named))
    parts = [(pair[part - 1], each) for part, each in named[first : first + _TWO] if part]
    wholes = [each for part, each in named[:first] if not part and _is_whole(each) and _is_of_one(each, parts)]
    told_apart = len({word for word, _ in parts}) == _TWO
    if not told_apart or not wholes or sum(each.mention.value for _, each in parts) == _ALL:
        return
    counts = _counts(facts, wholes[-1].line, pair)
    made = [_Part(_word(word, each), each.mention, counts.get(word)) for word, each in parts]
    told = [_Whole(each.mention, each.origin, each.line.text) for each in wholes]
    wrong = [found for whole in told if (found := _held(facts, whole, made))]
    if len(wrong) == len(told):
        yield wrong[-1]


def _is_of_one(whole: Reading, parts: Sequence[tuple[str, Reading]]) -> bool:
    """Return whether what a number measures is what those of the parts do: their sentences share a long word, or one.

    A sentence of the parts that has no long word of its own goes on with what was measured before it.
    """
    if any(each.sentence == whole.sentence for _, each in parts):
        return True
    told = {word[:_STEM] for _, each in parts for word in _LONG.findall(each.sentence.text.lower())}
    return not told or bool(told & {word[:_STEM] for word in _LONG.findall(whole.sentence.text.lower())})


def _part_of(reading: Reading, pair: tuple[str, str]) -> int:
    """Return 1 or 2 for the part that a number is of, 0 where it is of none or tells how many of all the part is."""
    if _OF_ALL.match(reading.after):
        return 0
    for number, word in enumerate(pair, 1):
        if re.search(_FOR.format(word), reading.after, re.IGNORECASE):
            return number
    start = reading.sentence.text[: reading.mention.start - reading.sentence.start]
    if any(re.search(_SHARE_OF_ALL.format(word), start, re.IGNORECASE) for word in pair):
        return 0
    before = start if len(reading.before.strip()) < _TWO else reading.before
    last = [
        (match.end(), number)
        for number, word in enumerate(pair, 1)
        for match in re.finditer(rf"\b(?:{word})\b", before, re.IGNORECASE)
    ]
    return max(last)[1] if last else 0


def _is_whole(reading: Reading) -> bool:
    return not (_OTHER.search(reading.before) or _OF_ALL.match(reading.after) or reading.hedge)


def _word(pattern: str, reading: Reading) -> str:
    match = re.search(rf"\b(?:{pattern})\b", reading.line.text, re.IGNORECASE)
    return match[0].lower() if match else ""


def _counts(facts: Facts, line: Line, pair: tuple[str, str]) -> dict[str, Decimal]:
    """Return how many each part is, where the section of a line says it once of each."""
    found: dict[str, list[Decimal]] = {}
    for each in facts.readings_at.get(line.place, ()):
        for word in pair:
            unit = each.mention.unit
            if not unit.family and not each.mention.decimals and re.fullmatch(word, unit.noun, re.IGNORECASE):
                found.setdefault(word, []).append(each.mention.value)
    once = {word: values[0] for word, values in found.items() if len(set(values)) == 1}
    return once if len(once) == _TWO else {}


def _held(facts: Facts, whole: _Whole, parts: Sequence[_Part]) -> Finding | None:
    """Return what is wrong with a value for all beside those of two parts, or None."""
    low, high = sorted(parts, key=lambda part: part.share.value)
    style = facts.profile.numbers
    slack = sum((_half(each) for each in (low.share, high.share, whole.share)), Decimal(0))
    value = whole.share.value
    if value < low.share.value - slack or value > high.share.value + slack:
        sides = ", ".join(f"{part.name} {said(part.share.value, style)}" for part in parts)
        fact = f"{whole.share.text} för alla ligger inte mellan delarnas: {sides}"
        return finding("VAL257", fact, whole.origin, excerpt=masked(whole.text))
    weighed = _mean(parts)
    if weighed is None:
        return None
    slack += (high.share.value - low.share.value) * _APART
    if abs(weighed - value) <= slack:
        return None
    decimals = max(each.decimals for each in (low.share, high.share, whole.share))
    terms = " + ".join(f"{part.count} × {said(part.share.value, style)}" for part in parts)
    count = sum((part.count or Decimal(0) for part in parts), Decimal(0))
    fact = f"({terms}) / {count} = {said(weighed, style, decimals)} men i texten står {whole.share.text} för alla"
    return finding("VAL258", fact, whole.origin, excerpt=masked(whole.text))


def _half(mention: Mention) -> Decimal:
    return Decimal(5).scaleb(-mention.decimals - 1)


def _mean(parts: Sequence[_Part]) -> Decimal | None:
    count = sum((part.count for part in parts if part.count is not None), Decimal(0))
    if not count or any(part.count is None for part in parts):
        return None
    return sum((part.share.value * part.count for part in parts if part.count is not None), Decimal(0)) / count


def indicators_for_all_lie_between_those_of_the_parts(facts: Facts) -> Iterator[Finding]:
    """An indicator's value is between those of the indicators of the same name for women and for men."""
    for placed in parts_of(facts.case.report):
        if isinstance(placed.part, IndicatorsPart):
            by_name = {_plain(each.name.value): each for each in placed.part.indicators}
            for pair in _PAIRS:
                for whole, parts in _families(by_name, pair):
                    if not _MEAN.search(f"{whole.name} {whole.values[0] if whole.values else ''}"):
                        continue
                    yield from _columns(facts, placed.part, whole, parts)


def _plain(name: str) -> str:
    """Return a name without what makes no other indicator of it: signs, and words for all."""
    words = re.findall(r"\w+|%", name.lower())
    return " ".join(word for word in words if word not in {"totalt", "total", "samtliga", "alla", "procent", "%"})


def _families(by_name: dict[str, Indicator], pair: tuple[str, str]) -> Iterator[tuple[Indicator, list[Indicator]]]:
    """Yield the indicators whose name, with a word of each part after it or before it, two others have."""
    found: dict[str, dict[int, Indicator]] = {}
    for name, each in by_name.items():
        for number, word in enumerate(pair):
            rest = re.sub(rf"\b(?:varav\s+|för\s+|bland\s+)?(?:{word})\b", " ", name)
            if rest != name:
                found.setdefault(" ".join(rest.split()), {})[number] = each
    for name, parts in found.items():
        if name in by_name and len(parts) == _TWO:
            yield by_name[name], [parts[0], parts[1]]


def _columns(facts: Facts, part: IndicatorsPart, whole: Indicator, parts: list[Indicator]) -> Iterator[Finding]:
    for at, _ in enumerate(part.columns):
        cells = [each.values[at] if at < len(each.values) else None for each in (whole, *parts)]
        numbers = [_number(cell.value) if cell else None for cell in cells]
        first, *others = numbers
        if first and cells[0] and len(others) == _TWO and all(others):
            made = [_Part(each.name.value, share) for each, share in zip(parts, others, strict=True) if share]
            text = f"{whole.name} | {' | '.join(str(cell) for cell in cells)}"
            found = _held(facts, _Whole(first, cells[0].origin, text), made)
            if found:
                yield found


def _number(text: str) -> Mention | None:
    numbers = [each for each in scan(text) if each.kind is Kind.NUMBER]
    return numbers[0] if len(numbers) == 1 else None


RULES: tuple[Rule, ...] = (
    values_for_all_lie_between_those_of_the_parts,
    indicators_for_all_lie_between_those_of_the_parts,
)
