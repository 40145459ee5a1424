"""The command that makes a PDF of any Word file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.exit_codes import code_of
from pipeline.cli.group import METAVAR
from pipeline.cli.places import unusable
from pipeline.cli.session import Session
from pipeline.findings.catalogue import finding
from pipeline.findings.verdict import Verdict, verdict_of
from pipeline.model.origin import TextOrigin

if TYPE_CHECKING:
    from pipeline.findings.finding import Checked
    from pipeline.render import Rendered

HELP = """Gör en PDF av en Word-fil.

Filen är en som kansli har byggt, med eller utan ändringar gjorda i Word, eller vilken .docx som helst. PDF-filen följer
PDF/A-2a och PDF/UA-1 och läggs bredvid Word-filen om inget annat sägs."""


@click.command("rendera", help=HELP, short_help="Gör en PDF av en Word-fil.", options_metavar=METAVAR)
@click.argument("source", metavar="FIL.docx", help="Word-filen.")
@click.option("--ut", "output", metavar="FIL.pdf", help="PDF-filen. Förval: Word-filens namn med ändelsen .pdf.")
@click.option(
    "--ändringar",
    "changes",
    type=click.Choice(["godta", "visa"]),
    default="godta",
    show_default=True,
    help="Spårade ändringar: som om alla vore godkända, eller märkta med understrykning och överstrykning.",
)
@click.option(
    "--kommentarer",
    "comments",
    type=click.Choice(["nej", "lista"]),
    default="nej",
    show_default=True,
    help="Kommentarer: utelämnade, eller listade i slutet.",
)
@options.form
@click.pass_obj
def render_file(session: Session, source: str, output: str | None, changes: str, comments: str) -> int:
    """Render the file and return the exit code."""
    word = Path(source)
    target = Path(output) if output else word.with_suffix(".pdf")
    rendered = _rendered(_read(word, target), word.name, changes, comments)
    verdict = verdict_of(rendered.findings)
    files: tuple[Path, ...] = ()
    if rendered.value is not None and verdict is Verdict.PASSED:
        from pipeline.archive.single import write_file

        write_file(target, rendered.value.pdf)
        session.changed = True
        files = (target,)
    from pipeline.cli import show

    show.result(verdict, rendered.findings, files, session, _counted(rendered.value) if files else "inget skrevs")
    return code_of(verdict)


def _counted(rendered: Rendered | None) -> str:
    pages = rendered.pages if rendered else 0
    return "1 sida" if pages == 1 else f"{pages} sidor"


def _read(word: Path, target: Path) -> bytes:
    origin = TextOrigin(str(word))
    if word.suffix.lower() not in {".docx", ".dotx"}:
        raise unusable(finding("SYS109", f"filen ska sluta på .docx eller .dotx men heter {word.name}", origin))
    if target.resolve() == word.resolve():
        raise unusable(finding("SYS110", f"PDF-filen och Word-filen är båda {word}", origin))
    try:
        return word.read_bytes()
    except OSError as error:
        reason = {FileNotFoundError: "finns inte", IsADirectoryError: "är en mapp", PermissionError: "får inte läsas"}
        words = reason.get(type(error), f"går inte att läsa ({type(error).__name__})")
        raise unusable(finding("SYS104", f"filen {word} {words}", origin)) from error


def _rendered(data: bytes, name: str, changes: str, comments: str) -> Checked[Rendered]:
    from pipeline.build import Progress
    from pipeline.cli import progress
    from pipeline.render import Choices, RenderOptions, render

    with progress.told() as report:
        report(Progress("render", f"sätter {name}"))
        options_ = RenderOptions(
            name=name,
            progress=lambda page: report(Progress("render", f"sätter {name}", page=page)),
            created=None,
            choices=Choices(changes=changes == "visa", comments=comments == "lista"),
        )
        return render(data, options_)
