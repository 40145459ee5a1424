"""HTML as text: everything escaped, attributes in the order given."""

from __future__ import annotations

import re

# What HTML forbids in a document (WHATWG HTML 13.1.4 and 13.2.3.5): controls, and code points that are no characters.
_NONCHARACTERS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")
_SIGNS = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}


def escaped(text: str) -> str:
    """Return text as content or as a quoted attribute; characters that no page may hold are left out."""
    return _FORBIDDEN.sub("", text).translate(_SIGNS)


def opening(tag: str, **attributes: str | int | bool | None) -> str:
    """Return a start tag; None and False leave an attribute out, True writes its name alone.

    An underscore at the end of a name falls away (``class_``), one inside it becomes a hyphen (``aria_label``).
    """
    parts = [tag]
    for name, value in attributes.items():
        key = name.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(key)
        elif value is not None and value is not False:
            parts.append(f'{key}="{escaped(str(value))}"')
    return f"<{' '.join(parts)}>"


def element(tag: str, content: str, **attributes: str | int | bool | None) -> str:
    """Return an element around content that is HTML already."""
    return f"{opening(tag, **attributes)}{content}</{tag}>"


def classes(*names: str) -> str | None:
    """Return the value of a class attribute, or None when no name is left."""
    return " ".join(name for name in names if name) or None
