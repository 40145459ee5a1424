"""The fields IF, COMPARE and ``=``: reckoned from their instruction, on each page anew where it asks for the page.

An instruction may hold another field whose text depends on the page. It stands between two signs that no file of XML
can hold, until the page is known (ECMA-376 part 1, 17.16.5.22, 17.16.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import translate

from pipeline.render.read.fieldcodes import Code, parsed
from pipeline.render.read.fieldformats import cased, number_format
from pipeline.render.read.fieldformulas import COMPARISONS, formula_value
from pipeline.render.read.numberformats import formatted
from pipeline.render.read.numericpictures import pictured

RECKONED = frozenset({"IF", "=", "COMPARE"})
_BEGIN, _END = "\x02", "\x03"
_INNERMOST = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")
MOST_FIELDS = 200  # within one instruction


def deferred(instruction: str) -> str:
    """Return how an instruction stands within another until the page is known."""
    return f"{_BEGIN}{instruction}{_END}"


def is_deferred(instruction: str) -> bool:
    """Return whether an instruction holds fields that depend on the page."""
    return _BEGIN in instruction


def reckoned(instruction: str, counted: Callable[[Code], str], language: str = "") -> str | None:
    """Return the text of an instruction whose inner fields ``counted`` knows; None where it has no value."""
    for _ in range(MOST_FIELDS):
        found = _INNERMOST.search(instruction)
        if found is None:
            break
        inner = parsed(found[1])
        text = result_of(inner, language) if inner.kind in RECKONED else counted(inner)
        before = instruction[: found.start()]
        instruction = before + operand(text or "", before) + instruction[found.end() :]
    return None if is_deferred(instruction) else result_of(parsed(instruction), language)


def operand(text: str, instruction: str) -> str:
    """Return a nested field's result as one word of an instruction, quoted where it does not stand in quotes."""
    if instruction.count('"') % 2:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def result_of(code: Code, language: str = "") -> str | None:
    """Return what IF, COMPARE or a formula shows, None where that cannot be told."""
    if code.kind == "=":
        return _formula(code, language)
    words = [*code.arguments, "", ""]
    if len(code.arguments) < 3 or words[1] not in COMPARISONS:
        return None
    holds = _holds(words[0], words[1], words[2])
    if code.kind == "COMPARE":
        return "1" if holds else "0"
    return cased(words[3] if holds else words[4] if len(words) > 4 else "", code)


def _formula(code: Code, language: str) -> str | None:
    value = formula_value(" ".join(code.arguments))
    if value is None:
        return None
    if code.has("#"):
        return pictured(value, code.switches["#"], language)
    named = number_format(code)
    if named and value == int(value):
        return formatted(int(value), named, language)
    text = f"{value.normalize():f}"
    return text.replace(".", ",") if language.lower().startswith("sv") else text


def _holds(left: str, sign: str, right: str) -> bool:
    numbers = formula_value(left), formula_value(right)
    if numbers[0] is not None and numbers[1] is not None:
        return COMPARISONS[sign](numbers[0], numbers[1])
    if sign in {"=", "<>"} and ("*" in right or "?" in right):
        return bool(re.match(translate(right.replace("[", "[[]")), left)) is (sign == "=")
    return {"=": left == right, "<>": left != right, "<": left < right, ">": left > right}.get(
        sign, left <= right if sign == "<=" else left >= right
    )
