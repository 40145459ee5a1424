"""``jamforelse.html`` and ``jamforelse.json``: a comparison to read, and the same for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

from pipeline.archive.pages import text, whole_page
from pipeline.compare.passages import GONE, NEW, SAME, Passage
from pipeline.compare.result import Comparison
from pipeline.compare.values import Change, Value

PAGE, RECORD = "jamforelse.html", "jamforelse.json"
_NONE = "–"
_TAGS = {GONE: ("del", "borttaget"), NEW: ("ins", "tillagt")}


def page(comparison: Comparison) -> bytes:
    """Return the page as UTF-8."""
    css = files("pipeline.compare").joinpath("compare.css").read_text(encoding="utf-8")
    return whole_page(comparison.title, css, "\n".join(_body(comparison)))


def _body(comparison: Comparison) -> Iterator[str]:
    yield f"<h1>{text(comparison.title)}</h1>"
    yield f'<p class="titel">Från {text(comparison.old)} till {text(comparison.new)}.</p>'
    if comparison.values or comparison.same_values:
        yield "<h2>Belopp, tal, symboler och mål</h2>"
        same = f"{comparison.same_values} är desamma" if comparison.same_values else "inget är detsamma"
        yield f"<p>{len(comparison.values)} skiljer sig, {same}.</p>"
        yield from _table(comparison.values)
    numbers = [(each, pair) for found in comparison.texts.values() for each in found for pair in each.numbers()]
    if numbers and not comparison.values:
        yield "<h2>Tal i texten</h2>"
        rows = ((_place(each), old, new) for each, (old, new) in numbers)
        yield _rows(("Ställe", "Var", "Är"), rows)
    if comparison.periods:
        yield from _unchanged(comparison)
    for name, found in comparison.texts.items():
        yield f"<h2>Texten i {text(name)}</h2>"
        yield "<p>Ingen text är ändrad.</p>" if not found else f"<p>{_counted(len(found))}.</p>"
        yield from map(_passage, found)


def _counted(number: int) -> str:
    return "Ett stycke är ändrat" if number == 1 else f"{number} stycken är ändrade"


def _table(values: Sequence[Change]) -> Iterator[str]:
    if values:
        rows = (
            (
                f"{each.told.kind}: {' › '.join(each.told.place)}",
                *(_NONE if value is None else value.shown for value in (each.old, each.new)),
                *(_NONE if value is None else str(value.origin) for value in (each.old, each.new)),
            )
            for each in values
        )
        yield _rows(("Vad", "Var", "Är", "Källa då", "Källa nu"), rows)


def _rows(headings: Sequence[str], rows: Iterator[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{text(each)}</th>' for each in headings)
    body = "\n".join(
        f'<tr><th scope="row">{text(first)}</th>{"".join(f"<td>{text(each)}</td>" for each in rest)}</tr>'
        for first, *rest in rows
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>"
    return f'<div class="tabell" role="group" aria-label="{text(headings[0])}" tabindex="0">{table}</div>'


def _unchanged(comparison: Comparison) -> Iterator[str]:
    yield "<h2>Texter som är oförändrade</h2>"
    if not comparison.unchanged:
        yield "<p>Inget längre stycke är ordagrant detsamma.</p>"
        return
    rows = (
        (" ".join(new.text.split()), " › ".join(new.place), str(old.origin), str(new.origin))
        for old, new in comparison.unchanged
    )
    yield _rows(("Stycke", "Ställe", "Källa då", "Källa nu"), rows)


def _place(passage: Passage) -> str:
    row = (f"raden {passage.row}",) if passage.row else ()
    return " › ".join((*passage.headings, *row)) or "dokumentet"


def _passage(passage: Passage) -> str:
    said = "".join(_stretch(kind, words) for kind, words in passage.stretches)
    return f'<p class="andrad"><span class="var">{text(_place(passage))}</span> {said}</p>'


def _stretch(kind: str, words: str) -> str:
    """Return a stretch; a listener hears what is gone and what is new, which a browser does not say by itself."""
    if kind == SAME:
        return text(words)
    tag, word = _TAGS[kind]
    return f'<{tag}><span class="ordet"> {word}: </span>{text(words)}<span class="ordet"> slut. </span></{tag}>'


def record(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as an object of JSON."""
    return {
        "från": comparison.old,
        "till": comparison.new,
        "ändrat": [_object(each) for each in comparison.values],
        "antal oförändrade värden": comparison.same_values,
        "text": {
            name: [
                {"ställe": _place(each), "delar": [{"slag": kind, "text": words} for kind, words in each.stretches]}
                for each in found
            ]
            for name, found in comparison.texts.items()
        },
        "oförändrade stycken": [
            {"text": new.text, "ställe": list(new.place), "källa då": str(old.origin), "källa nu": str(new.origin)}
            for old, new in comparison.unchanged
        ],
    }


def _object(change: Change) -> dict[str, Any]:
    return {
        "slag": change.told.kind,
        "ställe": list(change.told.place),
        "var": _side(change.old),
        "är": _side(change.new),
    }


def _side(value: Value | None) -> dict[str, str] | None:
    return None if value is None else {"värde": value.shown, "källa": str(value.origin)}


def as_json(comparison: Comparison) -> bytes:
    """Return the record as UTF-8."""
    return (json.dumps(record(comparison), ensure_ascii=False, indent=2) + "\n").encode()
