"""Numbers in the number formats of OOXML (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.render.read.numbercounting import dollars, korean_legal, thai_counting, vietnamese_counting
from pipeline.render.read.numberwords import cardinal, ordinal, ordinal_words

LAST_LETTER = 780  # thirty letters Z, where Word begins anew
_ROMAN = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
_STEPS = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
LARGEST_ROMAN = 32767
_LARGEST_WRITTEN = 999_999_999


def formatted(number: int, number_format: str, language: str = "") -> str:
    """Return a number in a number format, in a language where it is words; formats unknown here come out as digits."""
    writer = _WRITERS.get(number_format)
    if writer is not None:
        return writer(number)
    if number_format in _WORDS:
        return _WORDS[number_format](number, language)
    if number_format.startswith("custom:"):
        return _padded(number, number_format)
    return str(number)


def is_known(number_format: str) -> bool:
    """Return whether a number format is written as it should be; another comes out as digits."""
    return number_format in {*_WRITERS, *_WORDS, "bullet", ""} or number_format.startswith("custom:")


def _padded(number: int, number_format: str) -> str:
    """Return a number as the list in w:format goes on: zeros before it (001, 002 …), or letters (α, β, γ …)."""
    listed = [item.strip() for item in number_format.partition(":")[2].split(",")]
    first = listed[0]
    if first.isdigit():
        return str(number).zfill(min(len(first), 9))
    letters = _ALPHABETS.get(first, "".join(item for item in listed if len(item) == 1))
    return _repeated(letters)(number) if first and letters else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= LARGEST_ROMAN:
        return str(number)
    text = ""
    for step, sign in zip(_STEPS, _ROMAN, strict=True):
        count, number = divmod(number, step)
        text += sign * count
    return text


def _repeated(signs: str, most: int = LAST_LETTER) -> Callable[[int], str]:
    """Return a writer that goes through an alphabet and then doubles its letters, as Word does (z, aa, bb)."""

    def write(number: int) -> str:
        if number <= 0:
            return str(number)
        number = (number - 1) % most + 1
        return signs[(number - 1) % len(signs)] * ((number - 1) // len(signs) + 1)

    return write


def _enclosed(first: int, last: int) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if 0 < number <= last - first + 1 else str(number)


def _circled(number: int) -> str:
    if number == 0:
        return "\u24ea"
    for low, high, first in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if low <= number <= high:
            return chr(first + number - low)
    return str(number)


def _digits(zero: int) -> Callable[[int], str]:
    return lambda number: "".join(chr(zero + int(sign)) if sign.isdigit() else sign for sign in str(number))


def _named_digits(names: str) -> Callable[[int], str]:
    return lambda number: "".join(names[int(sign)] if sign.isdigit() else sign for sign in str(number))


def _counting(digits: str, units: str, myriads: str, *, ones: bool) -> Callable[[int], str]:
    """Return a writer of East Asian numbers; ``ones`` tells whether ten is written as one ten."""

    def group(number: int) -> str:
        text, gap = "", False
        for power in (3, 2, 1, 0):
            digit = number // 10**power % 10
            if not digit:
                gap = bool(text)
                continue
            zero = digits[0] if gap and digits[0] != " " else ""
            lone = digit == 1 and power > 0 and not ones and not (text and digits[0] != " ")
            text += zero + ("" if lone else digits[digit]) + (units[power - 1] if power else "")
            gap = False
        return text

    def write(number: int) -> str:
        if number == 0:
            return digits[0] if digits[0] != " " else "〇"
        if not 0 < number <= _LARGEST_WRITTEN:
            return str(number)
        high, low = divmod(number, 10_000)
        return (group(high) + myriads if high else "") + group(low)

    return write


def _chicago(number: int) -> str:
    return _repeated("*†‡§", 80)(number)


def _hebrew(number: int) -> str:
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    text = "ת" * (hundreds // 4) + ("", "ק", "ר", "ש")[hundreds % 4]
    if rest in {15, 16}:
        return text + ("טו" if rest == 15 else "טז")
    tens, ones = divmod(rest, 10)
    return text + " יכלמנסעפצ"[tens].strip() + " אבגדהוזחט"[ones].strip()


_HEBREW_ALPHABET = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_ALPHABETS = {"α": _GREEK, "Α": _GREEK.upper(), "а": _RUSSIAN, "А": _RUSSIAN.upper()}
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_HINDI_CONSONANTS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
_HINDI_VOWELS = "अआइईउऊऋऌऍऎएऐऑऒओऔ"
_CHINESE, _UNITS = " 一二三四五六七八九", "十百千"
_CHINESE_ZERO = "○一二三四五六七八九"

_WRITERS: dict[str, Callable[[int], str]] = {
    "none": lambda _number: "",
    "decimal": str,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerLetter": _repeated("abcdefghijklmnopqrstuvwxyz"),
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "chicago": _chicago,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _enclosed(0x2488, 0x249B),
    "decimalEnclosedParen": _enclosed(0x2474, 0x2487),
    "decimalFullWidth": _digits(0xFF10),
    "decimalFullWidth2": _digits(0xFF10),
    "decimalHalfWidth": str,
    "hindiNumbers": _digits(0x0966),
    "thaiNumbers": _digits(0x0E50),
    "hebrew1": _hebrew,
    "hebrew2": _repeated(_HEBREW_ALPHABET),
    "arabicAlpha": _repeated(_ARABIC_ALPHABET),
    "arabicAbjad": _repeated(_ARABIC_ABJAD),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "aiueo": _repeated(_AIUEO),
    "aiueoFullWidth": _repeated(_AIUEO),
    "iroha": _repeated(_IROHA),
    "irohaFullWidth": _repeated(_IROHA),
    "ganada": _repeated(_GANADA),
    "chosung": _repeated(_CHOSUNG),
    "thaiLetters": _repeated(_THAI),
    "hindiConsonants": _repeated(_HINDI_CONSONANTS),
    "hindiVowels": _repeated(_HINDI_VOWELS),
    "ideographTraditional": _repeated(_STEMS),
    "ideographZodiac": _repeated(_BRANCHES),
    "ideographZodiacTraditional": lambda n: _STEMS[(n - 1) % 10] + _BRANCHES[(n - 1) % 12] if n > 0 else str(n),
    "ideographEnclosedCircle": _enclosed(0x3280, 0x3289),
    "ideographDigital": _named_digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _named_digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _named_digits(_CHINESE_ZERO),
    "koreanDigital": _named_digits("영일이삼사오육칠팔구"),
    "koreanDigital2": _named_digits("零一二三四五六七八九"),
    "japaneseCounting": _counting(_CHINESE, _UNITS, "万", ones=False),
    "chineseCounting": _counting(_CHINESE_ZERO, _UNITS, "万", ones=False),
    "chineseCountingThousand": _counting("〇一二三四五六七八九", _UNITS, "万", ones=False),
    "taiwaneseCounting": _counting(_CHINESE, _UNITS, "萬", ones=False),
    "taiwaneseCountingThousand": _counting("○一二三四五六七八九", _UNITS, "萬", ones=False),
    "chineseLegalSimplified": _counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万", ones=True),
    "ideographLegalTraditional": _counting("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", ones=True),
    "japaneseLegal": _counting(" 壱弐参四伍六七八九", "拾百阡", "萬", ones=True),
    "koreanLegal": korean_legal,
    "thaiCounting": thai_counting,
    "vietnameseCounting": vietnamese_counting,
    "koreanCounting": _counting(" 일이삼사오육칠팔구", "십백천", "만", ones=False),
}
_WORDS: dict[str, Callable[[int, str], str]] = {
    "ordinal": ordinal,
    "cardinalText": lambda number, language: _capital(cardinal(number, language)),
    "ordinalText": lambda number, language: _capital(ordinal_words(number, language)),
    "cardinalWords": cardinal,
    "ordinalWords": ordinal_words,
    "dollarText": dollars,
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
