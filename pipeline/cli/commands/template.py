"""The commands about a municipality's templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.exit_codes import code_of
from pipeline.cli.group import METAVAR, SwedishGroup
from pipeline.cli.places import TEMPLATES, placed_in, shown, unusable
from pipeline.cli.session import Session
from pipeline.errors import reading
from pipeline.findings.catalogue import finding
from pipeline.findings.verdict import verdict_of
from pipeline.model.origin import TextOrigin

if TYPE_CHECKING:
    from pipeline.findings.finding import Finding

HELP = """Kontrollera en kommuns mallar.

Båda mallarna fylls med ett påhittat ärende som har allt i sig och görs till Word och PDF, utan att något skrivs. Fel i
taggar, formatmallar, symboler och typsnitt nämns, liksom det som mallen aldrig skriver ut, kvarlämnade kommentarer och
ändringar, och färger som är svåra att se. MALL är mappen, till exempel templates/eskilstuna, eller bara dess namn."""


@click.command("kontrollera", help=HELP, short_help="Kontrollera en kommuns mallar.", options_metavar=METAVAR)
@click.argument("template", metavar="MALL")
@options.form
@click.pass_obj
def check_templates(session: Session, template: str) -> int:
    """Rehearse the templates and return the exit code."""
    folder = _folder(template)
    session.place = placed_in(folder, folder)
    with reading(folder):
        found = _found(folder)
    verdict = verdict_of(found)
    from pipeline.cli import show

    show.result(verdict, found, (), session, f"mallarna i {shown(folder)} är kontrollerade")
    return code_of(verdict)


def _folder(name: str) -> Path:
    for path in (Path(name), Path(TEMPLATES) / name):
        with reading(path):
            if path.is_dir():
                return path
    fact = f"det finns ingen mapp med mallar som heter {name}, varken här eller under {TEMPLATES}/"
    raise unusable(finding("SYS114", fact, TextOrigin(name)))


def _found(folder: Path) -> tuple[Finding, ...]:
    from pipeline.ingest import load_profile

    read = load_profile(folder)
    if read.value is None:
        return read.findings
    from pipeline.rehearsal import rehearse

    return (*read.findings, *rehearse(read.value))


template_group = SwedishGroup(
    "mall",
    commands=[check_templates],
    help="Kommandon om kommunernas mallar.",
    short_help="Kontrollera en kommuns mallar.",
    options_metavar=METAVAR,
    subcommand_metavar="KOMMANDO …",
)
