"""The tables of the review page: the kinds of findings, the numbers of the prose, the sums, what was accepted.

On a narrow screen a row is shown as a block with its headings; the roles say that it is a row of a table all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.archive.pages import text as _text
from pipeline.findings.catalogue import ENTRIES
from pipeline.review.contents import Found, Held, InProse
from pipeline.validate import Accepted
from pipeline.validate.numbers.readings import Source
from pipeline.validate.tables.equation import State

_SOURCES = (
    (Source.NONE, "Utan källa", "Står bara i texten. Ingen tabell, inget nyckeltal och ingen indikator har värdet."),
    (Source.REPEATED, "På flera ställen", "Står på flera ställen i texten med samma värde, men har ingen annan källa."),
    (Source.MATCHED, "Matchade", "Skrivna för hand i texten, men ett värde i underlaget är detsamma."),
    (Source.BOUND, "Hämtade", "Hämtade ur ett nyckeltal, och ändras med det."),
)
_STATES = (State.BROKEN, State.ROUNDED, State.EXACT)


def scrolled(label: str, table: str) -> str:
    """Return a table that can be scrolled by keyboard where it is wider than the page."""
    return f'<div class="tabell" role="group" aria-label="{_text(label)}" tabindex="0">{table}</div>'


def overview(findings: Sequence[Found]) -> Iterator[str]:
    """Yield a table of how many findings there are of each code, with a link to the first."""
    counts = Counter((each.finding.severity, each.finding.code) for each in findings)
    rows = "".join(
        f'<tr><td>{severity.value}</td><th scope="row"><a href="#{_text(code)}">{_text(code)}</a></th>'
        f"<td>{_text(ENTRIES[code].title if code in ENTRIES else '')}</td><td>{number}</td></tr>"
        for (severity, code), number in counts.items()
    )
    heads = "".join(f'<th scope="col">{each}</th>' for each in ("Allvar", "Kod", "Vad", "Antal"))
    table = f'<table class="oversikt"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    yield scrolled("Översikt över fynden", table)


def numbers_of(numbers: Sequence[InProse]) -> Iterator[str]:
    """Yield the numbers of the prose by where they come from, those without source first."""
    yield '<h2 id="tal">Talen i texten</h2>'
    if not numbers:
        yield "<p>Inga tal i texten.</p>"
        return
    groups = [
        (name, said, [each for each in numbers if each.source == source.value]) for source, name, said in _SOURCES
    ]
    told = ", ".join(f"{len(group)} {name.lower()}" for name, _, group in groups if group)
    yield f"<p>{len(numbers)} tal: {_text(told)}.</p>"
    for name, said, group in groups:
        if group:
            yield f"<h3>{_text(name)} ({len(group)})</h3><p>{_text(said)}</p>"
            yield _table(name, ("Tal", "Mening", "Värde", "Ställen"), (_number(each) for each in group))


def _number(each: InProse) -> tuple[tuple[str, ...], ...]:
    return (
        (each.number,),
        (each.sentence, " › ".join(each.headings)),
        tuple(f"{value.name} {value.scenario} {value.period}".strip() for value in each.values) or ("–",),
        (str(each.place), *(str(value.place) for value in each.values[:2])),
    )


def sums_of(sums: Sequence[Held]) -> Iterator[str]:
    """Yield the equations with their arithmetic, those that do not hold first."""
    yield '<h2 id="summor">Kontrollerade summor</h2>'
    counts = Counter(each.state for each in sums)
    told = ", ".join(f"{counts[state.value]} {state.value}" for state in _STATES if counts[state.value])
    yield f"<p>{len(sums)} uträkningar: {_text(told)}.</p>" if sums else "<p>Inga summor att kontrollera.</p>"
    order = [state.value for state in _STATES]
    rows = (
        ((each.name,), (each.arithmetic,), (each.stated, each.state), (each.basis, str(each.place)))
        for each in sorted(sums, key=lambda each: order.index(each.state))
    )
    if sums:
        yield _table("Kontrollerade summor", ("Belopp", "Uträkning", "I cellen", "Grund och ställe"), rows)


def accepted_of(accepted: Sequence[Accepted]) -> Iterator[str]:
    """Yield what was accepted, by whom, when and why."""
    yield '<h2 id="godtagna">Godtagna fynd</h2>'
    if not accepted:
        yield "<p>Inga fynd är godtagna.</p>"
        return
    rows = (
        (
            (each.finding.code,),
            (each.finding.message, *map(str, each.finding.origins[:1])),
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
        cells = "".join(
            f'<td data-rubrik="{_text(heading)}"><div>{"<br>".join(map(_text, cell))}</div></td>'
            for heading, cell in zip(headings[1:], rest, strict=True)
        )
        body += f'<tr><th scope="row">{"<br>".join(map(_text, first))}</th>{cells}</tr>\n'
    table = f'<table class="rader"><thead><tr>{head}</tr></thead>'
    return scrolled(label, f"{table}<tbody>\n{body}</tbody></table>")
