"""What a field shows: its stored result, or one that is reckoned anew where the file tells all that it takes.

Word shows the stored result of most fields until they are updated. Counted anew are those whose truth lies in
the file: SEQ and REF always, others where nothing is stored or the file says that it is old. Nothing depends on the day
of the build.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.render.read.datepictures import written
from pipeline.render.read.equations import equation_text
from pipeline.render.read.fieldcodes import Code
from pipeline.render.read.fieldconditions import RECKONED, result_of
from pipeline.render.read.fieldformats import cased, number_format
from pipeline.render.read.fieldformulas import formula_value
from pipeline.render.read.fields import Field, checkbox, chosen, form_text
from pipeline.render.read.numberformats import formatted
from pipeline.render.read.numericpictures import pictured
from pipeline.render.read.symbols import mapped
from pipeline.render.read.units import integer

if TYPE_CHECKING:
    from pipeline.render.read.shared import Shared

# Fields that mark a place or set a value: nothing of them is printed.
UNSEEN = frozenset(
    {"TA", "TC", "XE", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "PRINT", "DATA", "NEXT", "NEXTIF", "SKIPIF"}
)
# Fields that print something in Word, and nothing here where no result is stored for them.
PRINTED = frozenset(
    {
        "=", "ADDRESSBLOCK", "AUTOTEXT", "AUTOTEXTLIST", "BARCODE", "BIBLIOGRAPHY", "CITATION", "DATABASE", "DATE",
        "DDE", "DDEAUTO", "DISPLAYBARCODE", "EMBED", "EQ", "FILESIZE", "GREETINGLINE", "INCLUDEPICTURE", "INCLUDETEXT",
        "INDEX", "LINK", "MERGEBARCODE", "NOTEREF", "STYLEREF", "TIME", "TOA", "TOC", "USERADDRESS", "USERINITIALS",
        "USERNAME",
    }
)  # fmt: skip
_LIST_FORMATS = {
    "numberdefault": "%)decimal %)lowerLetter %)lowerRoman (%)decimal (%)lowerLetter (%)lowerRoman %.decimal "
    "%.lowerLetter %.lowerRoman",
    "outlinedefault": "%.upperRoman %.upperLetter %.decimal %)lowerLetter (%)decimal (%)lowerLetter (%)lowerRoman "
    "(%)lowerLetter (%)lowerRoman",
}
_DATES = {"CREATEDATE": "created", "SAVEDATE": "modified", "PRINTDATE": "lastPrinted"}
_PROPERTIES = frozenset(
    {
        "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "LASTSAVEDBY", "REVNUM", "TEMPLATE", "DOCPROPERTY",
        "INFO", "NUMWORDS", "NUMCHARS", "EDITTIME",
    }
)  # fmt: skip
_NAMES = {"NUMWORDS": "words", "NUMCHARS": "characters", "EDITTIME": "totaleditingtime"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that has ended, with the result that is stored for it and the language that it stands in."""

    field: Field
    stored: str
    language: str
    shared: Shared

    @property
    def code(self) -> Code:
        """Return the field's instruction."""
        return self.field.code

    @property
    def is_fresh_wanted(self) -> bool:
        """Return whether the stored result is missing or old."""
        return not self.stored.strip() or self.field.is_dirty or self.shared.facts.updates


def value_of(asked: Asked) -> str | None:
    """Return the text of a field, None where its stored result is to be shown."""
    kind = asked.code.kind
    if kind in UNSEEN:
        return ""
    always = _ALWAYS.get(kind)
    if always is not None:
        return always(asked)
    fresh = _FRESH.get(kind)
    if fresh is None or not asked.is_fresh_wanted:
        return None
    text = fresh(asked)
    return _shaped(text, asked) if text else None


def _shaped(text: str, asked: Asked) -> str:
    r"""Return a text in the case, or a number in the picture, that the field asks for (``\* Upper``, ``\# 0,00``)."""
    number = formula_value(text) if asked.code.has("#") and asked.code.kind not in RECKONED else None
    if number is not None:
        return pictured(number, asked.code.switches["#"], asked.language)
    return cased(text, asked.code)


def _sequence(asked: Asked) -> str | None:
    number = asked.shared.sequences.number(asked.field.mark) if asked.field.mark is not None else None
    if number is None:
        return None
    if asked.code.has("h") and not asked.code.formats:
        return ""
    if asked.code.has("#"):
        return pictured(Decimal(number), asked.code.switches["#"], asked.language)
    return formatted(number, number_format(asked.code) or "decimal", asked.language)


def _reference(asked: Asked) -> str | None:
    if any(asked.code.has(switch) for switch in "nrwpfd"):
        return None
    text = asked.shared.sequences.text(asked.code.argument)
    if not text or not text.strip() or text.split() == asked.stored.split():
        return None
    return cased(text, asked.code)


def _equation(asked: Asked) -> str | None:
    return None if asked.stored.strip() else equation_text(asked.field.instruction)


def _button(asked: Asked) -> str | None:
    return None if asked.stored.strip() else " ".join(asked.field.instruction.split(None, 2)[2:]).strip()


def _checkbox(asked: Asked) -> str | None:
    return None if asked.stored.strip() else checkbox(asked.field.form)


def _form_text(asked: Asked) -> str | None:
    return form_text(asked.field.form) or None if not asked.stored else None


def _dropdown(asked: Asked) -> str | None:
    return chosen(asked.field.form) or None if not asked.stored.strip() else None


def _automatic(asked: Asked) -> str | None:
    if asked.stored.strip():
        return None
    outline = asked.code.kind == "AUTONUMOUT"
    number = asked.shared.count("AUTONUM")
    return f"{formatted(number, 'upperRoman' if outline else 'decimal')}{asked.code.switches.get('s', '.')}"


def _list_number(asked: Asked) -> str | None:
    if asked.stored.strip():
        return None
    code = asked.code
    level = min(max(integer(code.switches.get("l"), 1), 1), 9)
    number = asked.shared.count(f"LISTNUM {code.argument.lower()} {level}", integer(code.switches.get("s"), 1))
    pattern = _LIST_FORMATS.get(code.argument.lower(), _LIST_FORMATS["numberdefault"]).split()[level - 1]
    cut = 3 if pattern.startswith("(") else 2
    return pattern[:cut].replace("%", formatted(number, pattern[cut:]))


def _date(asked: Asked) -> str:
    facts = asked.shared.facts
    moment = facts.moment(_DATES.get(asked.code.kind, "modified")) or facts.moment("created")
    return written(moment, asked.code.switches.get("@", ""), asked.language) if moment is not None else ""


def _today(asked: Asked) -> str | None:
    return _date(asked) or None if not asked.stored.strip() else None


def _property(asked: Asked) -> str:
    kind = asked.code.kind
    own = kind in {"DOCPROPERTY", "INFO"}
    return asked.shared.facts.of(asked.code.argument if own else _NAMES.get(kind, kind))


def _condition(asked: Asked) -> str:
    return result_of(asked.code, asked.language) or ""


def _symbol(asked: Asked) -> str:
    text = asked.code.argument
    try:
        number = int(text, 16) if text.lower().startswith("0x") else int(text)
        character = chr(number) if asked.code.has("u") or number > 255 else bytes([number]).decode("cp1252")
    except (ValueError, OverflowError):
        return text if len(text) == 1 else ""
    shown = mapped(character, asked.code.switches.get("f", "")) or character
    return shown if shown.isprintable() else ""


_ALWAYS: dict[str, Callable[[Asked], str | None]] = {
    "SEQ": _sequence,
    "REF": _reference,
    "EQ": _equation,
    "MACROBUTTON": _button,
    "GOTOBUTTON": _button,
    "FORMCHECKBOX": _checkbox,
    "FORMDROPDOWN": _dropdown,
    "FORMTEXT": _form_text,
    "AUTONUM": _automatic,
    "AUTONUMLGL": _automatic,
    "AUTONUMOUT": _automatic,
    "LISTNUM": _list_number,
    "DATE": _today,
    "TIME": _today,
}
_FRESH: dict[str, Callable[[Asked], str]] = {
    **dict.fromkeys(_DATES, _date),
    **dict.fromkeys(_PROPERTIES, _property),
    **dict.fromkeys(RECKONED, _condition),
    "SYMBOL": _symbol,
    "QUOTE": lambda asked: " ".join(asked.code.arguments),
    "MERGEFIELD": lambda asked: f"«{asked.code.argument}»" if asked.code.argument and not asked.stored else "",
    "DOCVARIABLE": lambda asked: asked.shared.facts.variable(asked.code.argument),
    "FILENAME": lambda asked: asked.shared.facts.package.name if not asked.stored.strip() else "",
}
