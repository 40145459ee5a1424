r"""The formats that a field asks for: ``\* roman``, ``\* Upper`` (ECMA-376 part 1, 17.16.4.3)."""

from __future__ import annotations

from pipeline.render.read.fieldcodes import Code

# By the name in small letters; where its first letter is a capital, the second one counts.
_NUMBERS = {
    "arabic": ("decimal", "decimal"),
    "arabicdash": ("numberInDash", "numberInDash"),
    "roman": ("lowerRoman", "upperRoman"),
    "alphabetic": ("lowerLetter", "upperLetter"),
    "ordinal": ("ordinal", "ordinal"),
    "cardtext": ("cardinalWords", "cardinalText"),
    "ordtext": ("ordinalWords", "ordinalText"),
    "hex": ("hex", "hex"),
    "dollartext": ("dollarText", "dollarText"),
    "circlenum": ("decimalEnclosedCircle", "decimalEnclosedCircle"),
    "gb1": ("decimalEnclosedFullstop", "decimalEnclosedFullstop"),
    "gb2": ("decimalEnclosedParen", "decimalEnclosedParen"),
    "dbchar": ("decimalFullWidth", "decimalFullWidth"),
    "chinesenum3": ("chineseCountingThousand", "chineseCountingThousand"),
    "hebrew1": ("hebrew1", "hebrew1"),
    "hebrew2": ("hebrew2", "hebrew2"),
    "thaiarabic": ("thaiNumbers", "thaiNumbers"),
}


def number_format(code: Code) -> str:
    """Return the number format that a field asks for, as OOXML names it; "" for none."""
    for name in code.formats:
        if name.lower() in _NUMBERS:
            small, capital = _NUMBERS[name.lower()]
            return capital if name[0].isupper() else small
    return ""


def cased(text: str, code: Code) -> str:
    """Return a field's text in the case that it asks for."""
    for name in code.formats:
        match name.lower():
            case "upper":
                text = text.upper()
            case "lower":
                text = text.lower()
            case "firstcap":
                text = text[:1].upper() + text[1:]
            case "caps":
                text = " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
    return text
