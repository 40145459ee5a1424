"""The list of checksums in a folder of results, in the form that ``sha256sum -c`` reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

FILE_NAME = "kontrollsummor.sha256"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def listed(files: Mapping[str, bytes]) -> bytes:
    """Return the list for ``files``, sorted by name."""
    return "".join(f"{digest_of(files[name])}  {name}\n" for name in sorted(files)).encode("ascii")


def read_list(folder: Path) -> dict[str, str]:
    """Return the digests of the earlier run by file name; nothing where there is no list, or none in its form.

    Raises OSError where there is one that the disk does not give.
    """
    try:
        lines = (folder / FILE_NAME).read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ValueError):
        return {}
    return {match[2]: match[1] for match in map(_LINE.fullmatch, lines) if match}
