"""``registrera.html``: the case record to copy into the case system, field by field.

Each value is a read-only field of a form with its label, so that the keyboard reaches it and marks all of it without
any script. The page fetches nothing: its Content-Security-Policy names its one style sheet by digest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from itertools import count
from typing import Any

from pipeline.archive.case_record import NOT_SAID
from pipeline.archive.pages import text as _text
from pipeline.archive.pages import whole_page

FILE_NAME = "registrera.html"


def register_page(record: Mapping[str, Any]) -> bytes:
    """Return the page for a case record, as UTF-8."""
    css = files("pipeline.archive").joinpath("register.css").read_text(encoding="utf-8")
    title = f"Registrera {record['diarienummer']}"
    body = "\n".join(_body(title, record))
    return whole_page(title, css, body, str(record["språk"]))


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
