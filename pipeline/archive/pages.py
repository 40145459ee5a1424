"""A page of HTML of our own, which fetches nothing and runs nothing: its head names its one style sheet by digest."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape

# Controls and surrogates, which no page of HTML may hold (WHATWG HTML 13.1.4).
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def whole_page(title: str, css: str, body: str, language: str = "sv") -> bytes:
    """Return the page as UTF-8; ``body`` is HTML, ``title`` text."""
    return f"{_head(title, css, language)}<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n".encode()


def _head(title: str, css: str, language: str) -> str:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{text(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{text(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f'<title>{text(title)}</title>\n<link rel="icon" href="data:,">\n<style>{css}</style>\n</head>\n'
    )


def text(said: str) -> str:
    """Return text as HTML."""
    return escape(_FORBIDDEN.sub("", said))
