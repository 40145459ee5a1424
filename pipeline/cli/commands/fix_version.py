"""The command that fixes the version that goes to the board."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli import options, show
from pipeline.cli.exit_codes import code_of
from pipeline.cli.group import METAVAR
from pipeline.cli.places import case_folder, placed_in, shown, templates_folder
from pipeline.cli.session import Session
from pipeline.errors import ExitCode, KansliError, reading
from pipeline.findings.catalogue import finding
from pipeline.findings.verdict import Verdict, verdict_of
from pipeline.model.origin import TextOrigin

HELP = """Fastställ den version som går till nämnden.

Resultatet av bygget prövas och kopieras till en mapp bredvid, med versionens nummer i namnet. Ett senare bygge rör den
inte. Det får inte finnas något fel kvar, underlaget ska vara detsamma som när ärendet byggdes, och den som har godtagit
ett fynd ska stå med för- och efternamn."""


@click.command("fastställ", help=HELP, short_help="Fastställ versionen som går till nämnden.", options_metavar=METAVAR)
@options.case
@click.option("--av", "by", metavar="NAMN", required=True, help="För- och efternamn på den som fastställer.")
@options.templates
@click.option("--ut", "output", metavar="KATALOG", default="outputs", show_default=True, help="Mappen för resultaten.")
@options.form
@click.pass_obj
def fix_version(session: Session, case: str, by: str, templates: str | None, output: str) -> int:
    """Fix the version and return the exit code."""
    folder = case_folder(case)
    template_folder = templates_folder(templates, folder)
    session.place = placed_in(folder, template_folder)
    from pipeline.archive.naming import slug_of
    from pipeline.archive.swap import is_there
    from pipeline.build import check
    from pipeline.ingest.sources import files_in
    from pipeline.verify.finalise import Fixing, finalise

    read, outcome = check(folder, template_folder, lambda _step: None)
    if read is None or outcome.verdict is not Verdict.PASSED:
        show.result(outcome.verdict, outcome.findings, (), session, "inget är fastställt")
        return code_of(outcome.verdict)
    results = Path(output) / slug_of(read[0].case_number.value)
    with reading(results):
        if not is_there(results):
            fact = f"ärendet är inte byggt: {shown(results)} finns inte"
            raise KansliError(finding("ARK139", fact, TextOrigin(str(results))), ExitCode.FILE_ACCESS)
        fixed = finalise(Fixing(results, read[0], files_in(folder), by, datetime.now(tz=UTC).date()))
    session.changed = fixed.folder is not None
    verdict = verdict_of(fixed.findings)
    end = f"{shown(fixed.folder)} är fastställd" if fixed.folder else "inget är fastställt"
    show.result(verdict, fixed.findings, (fixed.folder,) if fixed.folder else (), session, end)
    return code_of(verdict)
