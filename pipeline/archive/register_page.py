"""``registrera.html``: the case record to copy into the case system, field by field.

Each value is a read-only field of a form with its label, so that the keyboard reaches it and marks all of it without
any script. The page fetches nothing: its Content-Security-Policy names its one style sheet by digest.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from itertools import count
from typing import Any

from pipeline.archive.case_record import NOT_SAID

FILE_NAME = "registrera.html"
# Controls and surrogates, which no page of HTML may hold (WHATWG HTML 13.1.4).
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def register_page(record: Mapping[str, Any]) -> bytes:
    """Return the page for a case record, as UTF-8."""
    css = files("pipeline.archive").joinpath("register.css").read_text(encoding="utf-8")
    title = f"Registrera {record['diarienummer']}"
    body = "\n".join(_body(title, record))
    return f"{_head(title, css, str(record['språk']))}<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n".encode()


def _head(title: str, css: str, language: str) -> str:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_text(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f'<title>{_text(title)}</title>\n<link rel="icon" href="data:,">\n<style>{css}</style>\n</head>\n'
    )


def _body(title: str, record: Mapping[str, Any]) -> Iterator[str]:
    ids = count(1)
    yield f"<h1>{_text(title)}</h1>"
    yield "<p>Uppgifterna att föra in i ärendesystemet. Gå till ett fält, markera allt och kopiera.</p>"
    yield "<h2>Ärendet</h2>"
    yield from _fields(record, ids)
    for paper in record["handlingar"]:
        number = f", bilaga {paper['bilaga']}" if isinstance(paper["bilaga"], int) else ""
        yield f"<h2>{_text(paper['handlingstyp'] + number)}</h2>"
        yield from _fields(paper, ids)
        for file in paper["filer"]:
            yield f'<h3><a href="{_text(file["fil"])}">{_text(file["fil"])}</a></h3>'
            yield from _fields(file, ids)


def _fields(record: Mapping[str, Any], ids: Iterator[int]) -> Iterator[str]:
    for label, value in _flat(record):
        shown = _text(label[:1].upper() + label[1:])
        if value == NOT_SAID:
            yield f'<div class="falt"><p class="namn">{shown}</p><p class="tomt">{NOT_SAID}</p></div>'
            continue
        name = f"f{next(ids)}"
        field = f'<input id="{name}" value="{_text(value)}" readonly>'
        yield f'<div class="falt"><label for="{name}">{shown}</label>{field}</div>'


def _flat(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield label and value of each field; papers and files have sections of their own."""
    for key, value in record.items():
        if key in {"handlingar", "filer"}:
            continue
        if isinstance(value, Mapping):
            yield from ((f"{key}: {inner}", str(text)) for inner, text in value.items())
        elif isinstance(value, list):
            yield key, "; ".join(", ".join(map(str, one.values())) for one in value) or NOT_SAID
        else:
            yield key, str(value)


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
