"""Swedish words in their forms: a noun of the profile and a level's word are found however they are inflected."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORTEST = 3
_NOUN_END = re.compile(r"(?:erna|arna|orna|ena|en|er|ar|or|na|et|n)$")
_NOUN_FORMS = r"(?:e|en|et|er|ar|or|n|na|t|a|ena|erna|arna|orna)?s?"
_LEVEL_END = re.compile(r"(?:ade|ats|at|ad|ande|a|t|e|d|s)$")
_LEVEL_FORMS = r"(?:t|ts|a|as|e|d|de|des|s|at|ats|ad|ade|ades|ande|r|en|er)?"
_HEAD = re.compile(r"\s(?:från|för|inom|till|i|som|av|under|om|på)\s")
_WORD = re.compile(r"[^\W\d_]+")
_ALSO = {"inte": "ej", "icke": "ej", "gott": "god", "når": "uppnår", "nås": "uppnår", "nå": "uppnår",
         "uppnå": "uppnår", "uppnås": "uppnår", "uppnått": "uppnår",
         "uppfyller": "uppnår", "uppfylls": "uppnår", "uppfylla": "uppnår", "uppfyllt": "uppnår",
         "pågående": "pågår"}  # fmt: skip


@lru_cache(maxsize=512)
def noun_of(label: str) -> str:
    """Return the noun of a label in lower case: uppdrag of ``Uppdrag från fullmäktige``; "" where there is none."""
    words = _WORD.findall(_HEAD.split(label.lower())[0])
    return words[-1] if words else ""


@lru_cache(maxsize=512)
def stem_of_noun(noun: str) -> str:
    """Return a noun without its ending."""
    stem = _NOUN_END.sub("", noun)
    return stem if len(stem) >= _SHORTEST else noun


@lru_cache(maxsize=8192)
def is_form_of(word: str, noun: str) -> bool:
    """Return whether a word is a form of a noun, of a compound that ends in it, or of the last part of it."""
    stem, lowered = stem_of_noun(noun), word.lower()
    if stem.lower() in lowered and _noun_pattern(stem).fullmatch(word):
        return True
    own = stem_of_noun(lowered)
    return len(own) >= _SHORTEST and stem.endswith(own)


@lru_cache(maxsize=512)
def _noun_pattern(stem: str) -> re.Pattern[str]:
    return re.compile(rf"\w*{re.escape(stem)}{_NOUN_FORMS}", re.IGNORECASE)


@lru_cache(maxsize=512)
def level_pattern(word: str) -> str:
    """Return a pattern for a word of a level in all its forms: påbörjat, påbörjade, påbörjats."""
    lowered = word.lower()
    stem = _LEVEL_END.sub("", lowered) if len(lowered) > _SHORTEST + 1 else lowered
    stem = stem if len(stem) >= _SHORTEST else lowered
    alike = [re.escape(other) for other, same in _ALSO.items() if same == lowered]
    forms = "" if len(lowered) < _SHORTEST else _LEVEL_FORMS
    return "|".join([re.escape(stem) + forms, *alike])
