"""``faststalld.json``: the mark of a version for the board: its number, who fixed it, the list it vouches for."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from pipeline.archive.checksums import digest_of

FILE_NAME = "faststalld.json"
_OWN = "märkets egen kontrollsumma"
_LIST = "kontrollsummornas kontrollsumma"


def mark(number: int, by: str, on: date, checksums: bytes) -> bytes:
    """Return the mark of a version; ``checksums`` is the list of the files that it fixes."""
    record: dict[str, Any] = {
        "version": number,
        "fastställd av": by,
        "datum": on.isoformat(),
        _LIST: digest_of(checksums),
    }
    return _as_json({**record, _OWN: digest_of(_as_json(record))})


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
