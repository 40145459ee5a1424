"""The command that builds a case's documents."""

from __future__ import annotations

import click

from pipeline.cli import options
from pipeline.cli.exit_codes import code_of
from pipeline.cli.group import METAVAR
from pipeline.cli.places import case_folder, placed_in, results_folder, shown, templates_folder
from pipeline.cli.session import Session

HELP = """Bygg ärendets handlingar.

Läser ärendets mapp, kontrollerar den och skriver beslutet och dess bilaga, var och en som Word, PDF och webbsida, i en
mapp under outputs/ med diarienumrets namn. Antingen skrivs allt eller inget. Sökvägarna till det som skrevs står på
standard ut."""


@click.command("bygg", help=HELP, short_help="Bygg ärendets handlingar.", options_metavar=METAVAR)
@options.case
@options.templates
@click.option("--ut", "output", metavar="KATALOG", default="outputs", show_default=True, help="Mappen för resultaten.")
@options.form
@click.pass_obj
def build_case(session: Session, case: str, templates: str | None, output: str) -> int:
    """Build the case and return the exit code."""
    folder = case_folder(case)
    results = results_folder(output, folder)
    template_folder = templates_folder(templates, folder)
    session.place = placed_in(folder, template_folder)
    # What costs time to import is imported when it is known that there is something to build.
    from pipeline.build import Request, build
    from pipeline.cli import progress, show

    with progress.told() as report:
        outcome = build(Request(folder, template_folder, results), report)
    session.changed = bool(outcome.files)
    written = f"{len(outcome.files)} filer i {shown(outcome.files[0].parent)}" if outcome.files else "inget skrevs"
    show.result(outcome.verdict, outcome.findings, outcome.files, session, written)
    return code_of(outcome.verdict)
