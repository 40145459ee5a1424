"""Names of folders and files that every system can carry: ASCII letters, digits, hyphen, underscore and full stop."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 120
_NAMELESS = "utan-namn"


def slug_of(case_number: str) -> str:
    """Return the case number as a folder's name: ``KSKF/2023:288`` becomes ``KSKF-2023-288``."""
    return re.sub(r"[^A-Za-z0-9]+", "-", _without_accents(case_number)).strip("-")[:_LONGEST] or _NAMELESS


def ascii_name(name: str) -> str:
    """Return ``name`` as a file's name in ASCII: ``beslut ärende 1.docx`` becomes ``beslut-arende-1.docx``."""
    return re.sub(r"[^A-Za-z0-9_.]+", "-", _without_accents(name)).strip("-.")[:_LONGEST] or _NAMELESS


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
