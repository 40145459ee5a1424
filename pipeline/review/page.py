"""``granskning.html``: the review as one page that fetches nothing and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files

from pipeline.archive.pages import text as _text
from pipeline.archive.pages import whole_page
from pipeline.findings.catalogue import ENTRIES
from pipeline.findings.finding import Finding, Severity
from pipeline.findings.present_text import counts_of
from pipeline.findings.verdict import Verdict
from pipeline.model.origin import CellOrigin
from pipeline.review.contents import Contents, Found, SheetExcerpt
from pipeline.review.tables import accepted_of, numbers_of, overview, scrolled, sums_of

_HEADINGS = {Severity.ERROR: "Fel", Severity.WARNING: "Varningar", Severity.NOTE: "Upplysningar"}
_CLASSES = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.NOTE: "upplysning"}
_QUOTED = re.compile(r'"([^"]{2,})"')
_PARTS = (
    ("fynd", "Fynd"),
    ("tal", "Talen i texten"),
    ("summor", "Kontrollerade summor"),
    ("godtagna", "Godtagna fynd"),
    ("inte", "Inte kontrollerat"),
)


def page(review: Contents) -> bytes:
    """Return the page as UTF-8."""
    css = files("pipeline.review").joinpath("review.css").read_text(encoding="utf-8")
    body = "\n".join(_body(review))
    title = f"Granskning {review.case.case_number}"
    return whole_page(title, css, body)


def _body(review: Contents) -> Iterator[str]:
    counts = counts_of(each.finding for each in review.findings)
    yield f"<h1>Granskning {_text(review.case.case_number.value)}</h1>"
    yield f'<p class="titel">{_text(review.case.title.value)}</p>'
    kind = "fel" if review.verdict is not Verdict.PASSED else "godkant"
    yield f'<p class="utfall {kind}"><strong>{_text(review.verdict.value)}</strong>: {counts}</p>'
    links = "".join(f'<li><a href="#{name}">{heading}</a></li>' for name, heading in _PARTS)
    yield f'<nav class="innehall" aria-label="Innehåll"><ul>{links}</ul></nav>'
    yield from _findings(review.findings)
    yield from numbers_of(review.numbers)
    yield from sums_of(review.sums)
    yield from accepted_of(review.accepted)
    yield '<h2 id="inte">Inte kontrollerat</h2>'
    yield _list(review.not_checked) or "<p>Alla kontroller är gjorda.</p>"


def _findings(findings: Sequence[Found]) -> Iterator[str]:
    yield '<h2 id="fynd">Fynd</h2>'
    if not findings:
        yield "<p>Inga fynd.</p>"
    else:
        yield from overview(findings)
    told: set[str] = set()
    for severity, heading in _HEADINGS.items():
        group = [each for each in findings if each.finding.severity is severity]
        if group:
            yield f"<h3>{heading} ({len(group)})</h3>"
            for each in group:
                yield _finding(each, first=each.finding.code not in told)
                told.add(each.finding.code)


def _finding(found: Found, *, first: bool) -> str:
    each = found.finding
    places = "".join(f"<li><code>{_text(str(origin))}</code></li>" for origin in each.origins)
    shown = f"<dt>Visas i</dt><dd>{_text(each.shown_in)}</dd>" if each.shown_in else ""
    in_sheet = found.sheet is not None and isinstance(each.origins[0], CellOrigin)
    excerpt = ("" if in_sheet else _lines(each)) + (_sheet(found.sheet) if found.sheet else "")
    anchor = f' id="{_text(each.code)}"' if first else ""
    title = f" · {_text(ENTRIES[each.code].title)}" if each.code in ENTRIES else ""
    message = each.message[:1].upper() + each.message[1:]
    return (
        f'<article class="fynd {_CLASSES[each.severity]}"{anchor}>'
        f'<h4><span class="kod">{each.severity.value} {_text(each.code)}{title}</span> {_text(message)}</h4>{excerpt}'
        f"<dl>{f'<dt>Ställe</dt><dd><ul>{places}</ul></dd>' if places else ''}{shown}"
        f"<dt>Att göra</dt><dd>{_text(each.help)}</dd></dl></article>"
    )


def _lines(each: Finding) -> str:
    if not each.excerpt:
        return ""
    return f"<blockquote>{'<br>'.join(_marked(line, each.message) for line in each.excerpt.splitlines())}</blockquote>"


def _marked(line: str, message: str) -> str:
    """Return a line as HTML, where the first of what the message quotes is marked."""
    for quoted in _QUOTED.findall(message):
        words = quoted.strip(" …")
        before, found, after = line.partition(words)
        if found:
            return f"{_text(before)}<mark>{_text(found)}</mark>{_text(after)}"
    return _text(line)


def _sheet(sheet: SheetExcerpt) -> str:
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in sheet.headings)
    rows = ""
    for row in sheet.rows:
        cells = "".join(
            f"<td><mark>{_text(cell) or '(tom)'}</mark></td>" if at in row.marked else f"<td>{_text(cell)}</td>"
            for at, cell in enumerate(row.cells)
        )
        rows += f'<tr><th scope="row">{_text(row.label)}</th>{cells}</tr>'
    table = f'<table class="blad"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return scrolled("Utdrag ur bladet", table)


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{_text(each)}</li>' for each in items)}</ul>" if items else ""
