"""The marks of a folder of results that is fixed or sealed: what it is, and the list of checksums that it vouches for.

``faststalld.json`` tells the number of a version for the board and who fixed it, ``stamplad.json`` what was sealed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.archive.checksums import digest_of

FILE_NAME = "faststalld.json"
SEAL_FILE_NAME = "stamplad.json"
SIZE, DIGEST = "storlek i byte", "SHA-256"
_OWN = "märkets egen kontrollsumma"
_LIST = "kontrollsummornas kontrollsumma"


@dataclass(frozen=True)
class Origin:
    """What was sealed: its folder's name, its list, its mark (None where it is not fixed) and its PDFs by name."""

    folder: str
    checksums: bytes
    mark: bytes | None
    pdfs: Mapping[str, bytes]


def mark(number: int, by: str, on: date, checksums: bytes) -> bytes:
    """Return the mark of a version; ``checksums`` is the list of the files that it fixes."""
    record: dict[str, Any] = {
        "version": number,
        "fastställd av": by,
        "datum": on.isoformat(),
    }
    return _vouching(record, checksums)


def seal_mark(origin: Origin, seals: Mapping[str, Mapping[str, str]], checksums: bytes) -> bytes:
    """Return the mark of sealed results; ``seals`` tells of each file, ``checksums`` lists them all."""
    record: dict[str, Any] = {
        "stämplat": dict(seals),
        "ursprung": {
            "mapp": origin.folder,
            _LIST: digest_of(origin.checksums),
            "filer": {name: {SIZE: len(pdf), DIGEST: digest_of(pdf)} for name, pdf in sorted(origin.pdfs.items())},
            "fastställt": _fixing_in(origin.mark),
        },
    }
    return _vouching(record, checksums)


def origin_in(data: bytes) -> dict[str, Any]:
    """Return what a mark says of the folder that was sealed; nothing where it cannot be read."""
    try:
        record = json.loads(data)["ursprung"]
        return dict(record) if isinstance(record.get("filer"), dict) else {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def is_made_of(data: bytes, checksums: bytes) -> bool:
    """Return whether sealed results with this mark were made of the results with this list."""
    return origin_in(data).get(_LIST) == digest_of(checksums)


def _fixing_in(mark_of_version: bytes | None) -> Any:
    if mark_of_version is None:
        return "nej"
    record = json.loads(mark_of_version)
    return {key: value for key, value in record.items() if key not in {_LIST, _OWN}}


def _vouching(record: dict[str, Any], checksums: bytes) -> bytes:
    whole = {**record, _LIST: digest_of(checksums)}
    return _as_json({**whole, _OWN: digest_of(_as_json(whole))})


def _as_json(record: dict[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def is_sound(data: bytes, checksums: bytes) -> bool:
    """Return whether a mark is as it was written, and vouches for this list."""
    try:
        record: Any = json.loads(data)
        own = record.pop(_OWN)
        return bool(
            own == digest_of(_as_json(record))
            and record[_LIST] == digest_of(checksums)
            and data == _as_json({**record, _OWN: own})
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False
