"""The files that a new case starts with, filled in with what is known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pipeline.archive.naming import slug_of
from pipeline.model.profile import Profile

_FILES = Path(__file__).parent / "newcase"
_UNDERTAKING = """#     - åtaganden:
#         - id: ett-atagande
#           namn: Åtagandets namn
#           ansvariga: [Nämnden]
"""
_FIELD = re.compile(r"@([A-ZÅÄÖ]+)@")


@dataclass(frozen=True)
class NewCase:
    """What is known of a case that does not exist yet."""

    case_number: str
    title: str
    profile: Profile
    today: date


def starting_files(new: NewCase) -> dict[str, bytes]:
    """Return the files of a new case by their path in its folder."""
    fields = _fields(new)
    files = {path.relative_to(_FILES).as_posix(): _filled(path, fields) for path in _FILES.rglob("*") if path.is_file()}
    for heading in _headings(new.profile):
        files[f"texter/{_file_of(heading)}"] = f"Skriv texten under rubriken {heading} här.\n".encode()
    return files


def _filled(path: Path, fields: Mapping[str, str]) -> bytes:
    if path.suffix not in {".yaml", ".md"}:
        return path.read_bytes()
    return _FIELD.sub(lambda match: fields[match[1]], path.read_text(encoding="utf-8")).encode()


def _fields(new: NewCase) -> dict[str, str]:
    start, end = last_whole_months(new.today)
    sections = "".join(
        f"  - rubrik: {_quoted(heading)}\n    text: texter/{_file_of(heading)}\n" for heading in _headings(new.profile)
    )
    return {
        "DIARIENUMMER": _quoted(new.case_number),
        "MALL": new.profile.id,
        "TITEL": _quoted(new.title),
        "DATUM": new.today.isoformat(),
        "FRÅN": start.isoformat(),
        "TILL": end.isoformat(),
        "PERIOD": f"{start}–{end}",
        "AVSNITT": sections,
        "BEDÖMNING": _level(new.profile, "bedömning"),
        "ÅTAGANDEN": _undertakings(new.profile),
    }


def _quoted(text: str) -> str:
    """Return text as YAML reads it back: a JSON string is one in YAML too."""
    return json.dumps(text, ensure_ascii=False)


def _headings(profile: Profile) -> tuple[str, ...]:
    return tuple(heading.value for heading in profile.required_headings) or ("Rubrik på avsnittet",)


def _file_of(heading: str) -> str:
    return f"{slug_of(heading).lower()}.md"


def _undertakings(profile: Profile) -> str:
    """Return an undertaking in comments, with the levels that the profile has; nothing for one that has no status."""
    status = _level(profile, "status")
    return f"{_UNDERTAKING}{status}{_level(profile, 'färdiggrad')}" if status else ""


def _level(profile: Profile, vocabulary: str) -> str:
    """Return a line in comments with the first word of a vocabulary and the others beside it, or nothing."""
    known = profile.vocabularies.get(vocabulary)
    ids = [level.id for level in known.levels] if known else []
    return f"#           {vocabulary}: {ids[0]}   # ett av: {', '.join(ids)}\n" if ids else ""


def last_whole_months(today: date) -> tuple[date, date]:
    """Return the first day of the year and the last of the month before ``today``; in January, the whole last year."""
    end = today.replace(day=1) - timedelta(days=1)
    return end.replace(month=1, day=1), end
