"""``granskning.html``: the review as one page that fetches nothing and runs nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from pipeline.archive.pages import text as _text
from pipeline.archive.pages import whole_page
from pipeline.findings.finding import Severity
from pipeline.findings.present_text import counts_of
from pipeline.findings.verdict import Verdict
from pipeline.model.origin import CellOrigin
from pipeline.review.contents import Contents, Found, Held, InProse, SheetExcerpt
from pipeline.validate import Accepted

_HEADINGS = {Severity.ERROR: "Fel", Severity.WARNING: "Varningar", Severity.NOTE: "Upplysningar"}
_CLASSES = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.NOTE: "upplysning"}
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
    yield from _numbers(review.numbers)
    yield from _sums(review.sums)
    yield from _accepted(review.accepted)
    yield '<h2 id="inte">Inte kontrollerat</h2>'
    yield _list(review.not_checked) or "<p>Alla kontroller är gjorda.</p>"


def _findings(findings: Sequence[Found]) -> Iterator[str]:
    yield '<h2 id="fynd">Fynd</h2>'
    if not findings:
        yield "<p>Inga fynd.</p>"
    for severity, heading in _HEADINGS.items():
        group = [each for each in findings if each.finding.severity is severity]
        if group:
            yield f"<h3>{heading} ({len(group)})</h3>"
            yield from (_finding(each) for each in group)


def _finding(found: Found) -> str:
    each = found.finding
    places = "".join(f"<li><code>{_text(str(origin))}</code></li>" for origin in each.origins)
    shown = f"<dt>Visas i</dt><dd>{_text(each.shown_in)}</dd>" if each.shown_in else ""
    in_sheet = found.sheet is not None and isinstance(each.origins[0], CellOrigin)
    excerpt = ("" if in_sheet else _lines(each.excerpt)) + (_sheet(found.sheet) if found.sheet else "")
    message = each.message[:1].upper() + each.message[1:]
    return (
        f'<article class="fynd {_CLASSES[each.severity]}">'
        f'<h4><span class="kod">{each.severity.value} {_text(each.code)}</span> {_text(message)}</h4>{excerpt}'
        f"<dl>{f'<dt>Ställe</dt><dd><ul>{places}</ul></dd>' if places else ''}{shown}"
        f"<dt>Att göra</dt><dd>{_text(each.help)}</dd></dl></article>"
    )


def _lines(excerpt: str) -> str:
    if not excerpt:
        return ""
    return f"<blockquote>{'<br>'.join(_text(line) for line in excerpt.splitlines())}</blockquote>"


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
    return _scrolled("Utdrag ur bladet", table)


def _scrolled(label: str, table: str) -> str:
    """Return a table that can be scrolled by keyboard where it is wider than the page."""
    return f'<div class="tabell" role="group" aria-label="{_text(label)}" tabindex="0">{table}</div>'


def _numbers(numbers: Sequence[InProse]) -> Iterator[str]:
    yield '<h2 id="tal">Talen i texten</h2>'
    counts = Counter(each.source for each in numbers)
    told = ", ".join(f"{number} {source}" for source, number in counts.items())
    yield f"<p>{len(numbers)} tal: {_text(told)}.</p>" if numbers else "<p>Inga tal i texten.</p>"
    rows = (
        (
            (each.number, each.source),
            (each.sentence, _path(each.headings)),
            tuple(f"{value.name} {value.scenario} {value.period}".strip() for value in each.values) or ("–",),
            (str(each.place), *(str(value.place) for value in each.values[:2])),
        )
        for each in numbers
    )
    if numbers:
        yield _table("Talen i texten", ("Tal och källa", "Mening", "Värdet", "Ställen"), rows)


def _path(headings: tuple[str, ...]) -> str:
    return " › ".join(headings)


def _sums(sums: Sequence[Held]) -> Iterator[str]:
    yield '<h2 id="summor">Kontrollerade summor</h2>'
    counts = Counter(each.state for each in sums)
    told = ", ".join(f"{number} {state}" for state, number in counts.items())
    yield f"<p>{len(sums)} uträkningar: {_text(told)}.</p>" if sums else "<p>Inga summor att kontrollera.</p>"
    rows = (
        ((each.name,), (each.arithmetic,), (f"{each.state}: {each.stated}",), (each.basis, str(each.place)))
        for each in sums
    )
    if sums:
        yield _table("Kontrollerade summor", ("Belopp", "Uträkning", "I cellen", "Grund och ställe"), rows)


def _accepted(accepted: Sequence[Accepted]) -> Iterator[str]:
    yield '<h2 id="godtagna">Godtagna fynd</h2>'
    if not accepted:
        yield "<p>Inga fynd är godtagna.</p>"
        return
    rows = (
        (
            (each.finding.code,),
            (each.finding.message,),
            (str(each.exemption.why),),
            (str(each.exemption.by), str(each.exemption.on)),
        )
        for each in accepted
    )
    yield _table("Godtagna fynd", ("Kod", "Fynd", "Varför", "Av och när"), rows)


def _table(label: str, headings: Sequence[str], rows: Iterable[Sequence[Sequence[str]]]) -> str:
    """Return a table whose cells are lines of text; the first cell of a row is its heading."""
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in headings)
    body = ""
    for first, *rest in rows:
        cells = "".join(f"<td>{'<br>'.join(map(_text, cell))}</td>" for cell in rest)
        body += f'<tr><th scope="row">{"<br>".join(map(_text, first))}</th>{cells}</tr>\n'
    return _scrolled(label, f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>")


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{_text(each)}</li>' for each in items)}</ul>" if items else ""
