"""Addresses that a page may lead to: those of the web, of mail and of telephones, written so that HTML takes them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_IGNORED = re.compile("[\t\n\r]")  # a browser passes over these wherever they stand (WHATWG URL 4.4)
_EDGES = "".join(map(chr, range(0x21)))
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_LONGEST = 8_000
_STANDS = "%/:?@!$&'()*+,;=~-._"


def safe_address(address: str) -> str | None:
    """Return the address as an href, or None for one that runs a program, opens a file or leads nowhere."""
    address = _IGNORED.sub("", address).strip(_EDGES)
    if address.lower().startswith("www."):
        address = f"http://{address}"
    try:
        scheme = urlsplit(address).scheme
        if scheme not in _SCHEMES or len(address) > _LONGEST:
            return None
        if scheme in {"http", "https"}:
            return _web(address)
    except ValueError:  # a port that is no number, brackets that do not close
        return None
    rest = address.partition(":")[2]
    return f"{scheme}:{_quoted(rest)}" if rest else None


def _web(address: str) -> str | None:
    parts = urlsplit(address)
    host = _host(parts.hostname or "")
    if not host or parts.username is not None:
        return None
    port = f":{parts.port}" if parts.port is not None else ""
    query = f"?{_quoted(parts.query)}" if parts.query else ""
    fragment = f"#{_quoted(parts.fragment)}" if parts.fragment else ""
    return f"{parts.scheme}://{host}{port}{_quoted(parts.path)}{query}{fragment}"


def _host(name: str) -> str:
    if ":" in name:
        return f"[{name}]" if all(sign in "0123456789abcdef:." for sign in name) else ""
    try:
        name = name.encode("idna").decode()
    except UnicodeError:
        return ""
    return name if re.fullmatch(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?\.?", name, re.IGNORECASE) else ""


def _quoted(text: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=_STANDS, errors="replace")
