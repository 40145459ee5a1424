"""The names of the files, from the profile's pattern."""

from __future__ import annotations

import re
import string
import unicodedata

from pipeline.compose.case_context import label
from pipeline.compose.setting import Setting
from pipeline.findings.catalogue import finding

LONGEST = 100  # characters: room is left for an ending, and for what is put behind a name that is taken


def file_stem(document: str, title: str, setting: Setting) -> str:
    """Return the file name without ending: the pattern's fields filled, in ASCII, all but the case number small.

    A pattern with an unknown field is a finding, and the case number with the document's name stand in.
    """
    case = setting.case
    fields = {
        "diarienummer": slug(case.case_number.value),
        "dokument": document.lower(),
        "nämnd": case.board.value.lower(),
        "titel": title.lower(),
        "datum": case.document_date.value.isoformat(),
    }
    pattern = setting.profile.file_name
    try:
        asked = {name for _, name, _, _ in string.Formatter().parse(pattern.value) if name is not None}
    except ValueError:
        asked = {pattern.value}
    if not asked <= fields.keys():
        known = ", ".join(f"{{{name}}}" for name in fields)
        message = f"filnamnsmönstret ”{pattern.value}” har fält som inte finns; de som finns är {known}"
        setting.findings.add(finding("KOM303", message, pattern.origin))
        return slug(f"{fields['diarienummer']}_{fields['dokument']}")
    return slug(pattern.value.format(**fields))[:LONGEST].strip("-._")


def slug(text: str) -> str:
    """Return ``text`` in ASCII letters, digits, ``.``, ``_`` and hyphens: ``KSKF/2023:288`` gives ``KSKF-2023-288``."""
    letters = "".join(ch for ch in unicodedata.normalize("NFKD", text) if not unicodedata.combining(ch))
    return re.sub(r"[^A-Za-z0-9._]+", "-", letters).strip("-.") or "dokument"


def document_name(kind: str, setting: Setting) -> str:
    """Return what a paper is called in its file name: the profile's word, the appendix with its number."""
    if kind == "bilaga":
        return f"{label('bilaga', setting)} {setting.case.appendix.number.value}"
    return label(kind, setting)
