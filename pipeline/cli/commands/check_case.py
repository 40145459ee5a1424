"""The command that reads and checks a case and writes nothing."""

from __future__ import annotations

import click

from pipeline.cli import options
from pipeline.cli.exit_codes import code_of
from pipeline.cli.group import METAVAR
from pipeline.cli.places import case_folder, placed_in, templates_folder
from pipeline.cli.session import Session

HELP = """Läs och kontrollera ärendet utan att skriva något.

Visar allt som är fel eller värt att veta, med stället där det står och vad som kan göras åt det."""


@click.command("granska", help=HELP, short_help="Kontrollera ärendet utan att skriva något.", options_metavar=METAVAR)
@options.case
@options.templates
@options.form
@click.pass_obj
def check_case(session: Session, case: str, templates: str | None) -> int:
    """Check the case and return the exit code."""
    folder = case_folder(case)
    template_folder = templates_folder(templates, folder)
    session.place = placed_in(folder, template_folder)
    from pipeline.build import check
    from pipeline.cli import progress, show

    with progress.told() as report:
        _, outcome = check(folder, template_folder, report)
    show.result(outcome.verdict, outcome.findings, (), session, "inget skrivs av granska")
    return code_of(outcome.verdict)
