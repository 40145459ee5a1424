"""The command that follows a printed number back to its cell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.group import METAVAR, SETTINGS
from pipeline.cli.places import case_folder, placed_in, templates_folder
from pipeline.cli.session import JSON, SHORT, Session
from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding

if TYPE_CHECKING:
    from pipeline.cli.trace import Printed
    from pipeline.cli.typed_number import TypedNumber
    from pipeline.model.case import Case
    from pipeline.model.profile import NumberStyle, Profile

HELP = """Visa var ett tal är tryckt och vilken cell det kommer från.

Talet skrivs som det står i handlingen: 15,9 eller −15,9 eller "12 000" eller 2 %. Utan tecken söks båda tecknen.
Med en enhet, som "15,9 miljoner kronor", hittas talet också där det står i en annan enhet av samma slag."""


@click.command(
    "spåra",
    help=HELP,
    short_help="Visa vilken cell ett tryckt tal kommer från.",
    options_metavar=METAVAR,
    context_settings={**SETTINGS, "ignore_unknown_options": True},  # -15,9 is a number and no flag
)
@options.case
@click.argument("number", metavar="TAL", help="Talet som det står tryckt.")
@options.templates
@options.form
@click.pass_obj
def trace_number(session: Session, case: str, number: str, templates: str | None) -> int:
    """Print each place where the number is printed, and return the exit code."""
    sought = _sought(number)
    folder = case_folder(case)
    template_folder = templates_folder(templates, folder)
    session.place = placed_in(folder, template_folder)
    from pipeline.build import check
    from pipeline.cli import progress, show
    from pipeline.cli.trace import trace

    with progress.told() as report:
        read, outcome = check(folder, template_folder, report)
    if read is None:
        show.result(outcome.verdict, outcome.findings, (), session, "talet gick inte att spåra")
        return ExitCode.FINDINGS
    found = trace(read[0], sought)
    if not found:
        raise KansliError(finding("SYS108", f"ärendet trycker inte {number} någonstans", read[0].origin))
    click.echo(_worded(found, read, session))
    return ExitCode.OK


def _sought(number: str) -> TypedNumber:
    from pipeline.cli.typed_number import read_typed

    sought = read_typed(number)
    if sought is None:
        raise KansliError(finding("SYS107", f'"{number}" är inget tal'), ExitCode.USAGE)
    return sought


def _worded(found: tuple[Printed, ...], read: tuple[Case, Profile], session: Session) -> str:
    style = read[1].numbers
    if session.form == JSON:
        objects = [_json_object(printed, style, session) for printed in found]
        return json.dumps(objects, ensure_ascii=False, indent=2)
    if session.form == SHORT:
        return "\n".join(f"{_heading(each, style)} ← {session.place(each.source)}" for each in found)
    return "\n\n".join("\n".join(_lines(printed, style, session)) for printed in found)


def _number(printed: Printed, style: NumberStyle) -> str:
    from pipeline.model.printing import format_number

    return format_number(printed.value, printed.decimals, style)


def _heading(printed: Printed, style: NumberStyle) -> str:
    return f"{' › '.join(printed.place)}: {_number(printed, style)}"


def _lines(printed: Printed, style: NumberStyle, session: Session) -> list[str]:
    lines = [_heading(printed, style)]
    if printed.quoted_at:
        lines.append(f"  hänvisning: {session.place(printed.quoted_at)} {{{printed.figure}}}")
    lines.append(f"  källa:      {session.place(printed.source)}")
    lines += [f"  kan vara:   {known.name}, {session.place(known.origin)}" for known in printed.like]
    if printed.formula:
        lines.append(f"  formel:     ={printed.formula}")
    return lines


def _json_object(printed: Printed, style: NumberStyle, session: Session) -> dict[str, object]:
    return {
        "ställe": list(printed.place),
        "tal": _number(printed, style),
        "källa": session.place(printed.source),
        "formel": printed.formula,
        "nyckeltal": printed.figure,
        "kan vara": [{"namn": known.name, "plats": session.place(known.origin)} for known in printed.like],
        "hänvisning": session.place(printed.quoted_at) if printed.quoted_at else "",
    }
