"""Addresses of links as a PDF holds them: in ASCII (ISO 32000-1, 12.6.4.7)."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

# What RFC 3986 lets stand for itself, and the percent sign of what is quoted already.
_STANDS = "%/:?#[]@!$&'()*+,;=~-._"


def ascii_address(address: str) -> str:
    """Return an address with its host in Punycode and all else that is not ASCII quoted, as UTF-8."""
    try:
        place = urlsplit(address).netloc
    except ValueError:
        place = ""
    if not place.isascii():
        address = address.replace(place, _ascii_place(place), 1)
    return quote(address, safe=_STANDS)


def _ascii_place(place: str) -> str:
    user, at, rest = place.rpartition("@")
    host, colon, port = rest.partition(":")
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        return place
    return f"{user}{at}{host}{colon}{port}"
