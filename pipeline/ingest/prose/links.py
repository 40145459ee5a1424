"""Targets of links: which ones a paper may carry."""

from __future__ import annotations

from urllib.parse import urlsplit

_SCHEMES = ("http", "https", "mailto", "tel")


def is_absolute(target: str) -> bool:
    """Return whether a target is an absolute URI of a kind that works from a printed or archived file."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme not in _SCHEMES or any(c.isspace() for c in target):
        return False
    return bool(parts.netloc if parts.scheme.startswith("http") else parts.path)
