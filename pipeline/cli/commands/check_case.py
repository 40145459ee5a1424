"""The command that reads and checks a case and writes nothing."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.exit_codes import code_of
from pipeline.cli.group import METAVAR
from pipeline.cli.places import case_folder, placed_in, results_folder, shown, templates_folder
from pipeline.cli.session import Session

HELP = """Läs och kontrollera ärendet utan att bygga handlingarna.

Visar allt som är fel eller värt att veta, med stället där det står och vad som kan göras åt det."""


@click.command("granska", help=HELP, short_help="Kontrollera ärendet utan att skriva något.", options_metavar=METAVAR)
@options.case
@options.templates
@click.option(
    "--till",
    "output",
    metavar="KATALOG",
    help="Skriv granskningen som en sida att läsa, granskning.html, och som granskning.json i mappen.",
)
@options.form
@click.pass_obj
def check_case(session: Session, case: str, templates: str | None, output: str | None) -> int:
    """Check the case and return the exit code."""
    folder = case_folder(case)
    results = None if output is None else results_folder(output, folder)
    template_folder = templates_folder(templates, folder)
    session.place = placed_in(folder, template_folder)
    from pipeline.build import check
    from pipeline.cli import progress, show

    with progress.told() as report:
        read, outcome = check(folder, template_folder, report)
    files: tuple[Path, ...] = ()
    if results is not None and read is not None:
        from pipeline.cli.review_files import write

        files = write(results, read[0], outcome)
    end = f"{len(files)} filer i {shown(results)}" if files and results else "inget skrivs av granska"
    session.changed = bool(files)
    show.result(outcome.verdict, outcome.findings, files, session, end)
    return code_of(outcome.verdict)
