"""Numbers in words and as ordinals, in Swedish and English (w:numFmt cardinalText, ordinalText and ordinal)."""

from __future__ import annotations

_SWEDISH = [
    "noll",
    "ett",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
    "tretton",
    "fjorton",
    "femton",
    "sexton",
    "sjutton",
    "arton",
    "nitton",
]
_SWEDISH_TENS = ["-", "-", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]
_SWEDISH_ORDINALS = [
    "nollte",
    "första",
    "andra",
    "tredje",
    "fjärde",
    "femte",
    "sjätte",
    "sjunde",
    "åttonde",
    "nionde",
    "tionde",
    "elfte",
    "tolfte",
    "trettonde",
    "fjortonde",
    "femtonde",
    "sextonde",
    "sjuttonde",
    "artonde",
    "nittonde",
]
_ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ENGLISH_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
MOST = 999_999
_TEENS = range(11, 14)


def is_swedish(language: str) -> bool:
    """Return whether numbers are written in Swedish: no language is Swedish."""
    return not language or language.lower().startswith("sv")


def cardinal(number: int, language: str = "") -> str:
    """Return a number in words; digits where it is negative or above ``MOST``."""
    if not 0 <= number <= MOST:
        return str(number)
    return _swedish(number) if is_swedish(language) else _english(number)


def ordinal_words(number: int, language: str = "") -> str:
    """Return an ordinal in words (första, first); digits where it is negative or above ``MOST``."""
    if not 0 <= number <= MOST:
        return str(number)
    return _swedish_ordinal(number) if is_swedish(language) else _english_ordinal(number)


def ordinal(number: int, language: str = "") -> str:
    """Return an ordinal in digits: 1:a in Swedish, 1st in English, 1. where a full stop makes it one."""
    if is_swedish(language):
        return f"{number}:{'a' if number % 10 in {1, 2} and number % 100 not in {11, 12} else 'e'}"
    name = language.lower()[:2]
    if name in {"da", "nb", "nn", "no", "de", "fi", "pl", "cs"}:
        return f"{number}."
    if name in {"it", "es", "pt"}:
        return f"{number}º"
    if name == "fr":
        return f"{number}{'er' if number == 1 else 'e'}"
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _swedish(number: int) -> str:
    if number < 20:
        return _SWEDISH[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _SWEDISH_TENS[tens] + (_SWEDISH[ones] if ones else "")
    size, word = (100, "hundra") if number < 1000 else (1000, "tusen")
    many, rest = divmod(number, size)
    return _swedish(many) + word + (_swedish(rest) if rest else "")


def _swedish_ordinal(number: int) -> str:
    head, rest = divmod(number, 100)
    before = _swedish(head * 100) if head else ""
    if rest == 0 and head:
        return f"{before}de"
    if rest < 20:
        return before + _SWEDISH_ORDINALS[rest]
    tens, ones = divmod(rest, 10)
    return before + _SWEDISH_TENS[tens] + (_SWEDISH_ORDINALS[ones] if ones else "nde")


def _english(number: int) -> str:
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _ENGLISH_TENS[tens] + (f"-{_ENGLISH[ones]}" if ones else "")
    size, word = (100, "hundred") if number < 1000 else (1000, "thousand")
    many, rest = divmod(number, size)
    return f"{_english(many)} {word}" + (f" {_english(rest)}" if rest else "")


def _english_ordinal(number: int) -> str:
    words = _english(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last.endswith("y"):
        return f"{words[:cut]}{last[:-1]}ieth"
    return words[:cut] + _ENGLISH_ORDINALS.get(last, f"{last}th")
