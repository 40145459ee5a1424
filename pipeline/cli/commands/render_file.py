"""The command that makes a PDF of any Word file, and a web page where that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.exit_codes import code_of
from pipeline.cli.group import METAVAR
from pipeline.cli.places import unusable
from pipeline.cli.session import Session
from pipeline.errors import reading
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Findings
from pipeline.findings.verdict import Verdict, verdict_of
from pipeline.model.origin import TextOrigin

if TYPE_CHECKING:
    from pipeline.findings.finding import Checked
    from pipeline.render import Choices, Rendered, RenderOptions

_WORD = (".docx", ".dotx", ".docm", ".dotm")
_ENDINGS = ".docx, .dotx, .docm eller .dotm"

HELP = """Gör en PDF av en Word-fil.

Filen är en som kansli har byggt, med eller utan ändringar gjorda i Word, eller vilken annan Word-fil som helst (.docx,
.dotx, .docm, .dotm; makron utelämnas). PDF-filen följer PDF/A-2a och PDF/UA-1 och läggs bredvid Word-filen om inget
annat sägs. Med --webb görs också en tillgänglig webbsida: en enda HTML-fil, med bilderna i, som läggs bredvid PDF-filen
med samma namn."""


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
@click.option(
    "--typsnitt",
    "fonts",
    metavar="KATALOG",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Mapp med egna typsnittsfiler, som mallens mapp typsnitt/. Kan anges flera gånger.",
)
@click.option("--webb", "web", is_flag=True, help="Gör också en webbsida, bredvid PDF-filen och med ändelsen .html.")
@options.form
@click.pass_obj
def render_file(
    session: Session, /, source: str, output: str | None, *, fonts: tuple[Path, ...], web: bool, **choices: str
) -> int:
    """Render the file and return the exit code."""
    from pipeline.render import RenderOptions

    word = Path(source)
    target = Path(output) if output else word.with_suffix(".pdf")
    page_target = target.with_suffix(".html")
    if web and target.suffix.lower() == ".html":
        target, page_target = target.with_suffix(".pdf"), target
    chosen = _chosen(**choices)
    data = _read(word, target)
    rendered = _rendered(data, RenderOptions(word.name, font_folders=fonts, choices=chosen))
    found = Findings(list(rendered.findings))
    made = {} if rendered.value is None else {target: rendered.value.pdf}
    if rendered.value is not None and web:
        from pipeline.web import page_of_document

        page = page_of_document(*rendered.value.opened, word.name)
        found.extend_with_new(page.findings)
        made |= {} if page.value is None else {page_target: page.value.html.encode()}
    verdict = verdict_of(tuple(found))
    files = _written(made, session) if verdict is Verdict.PASSED else ()
    from pipeline.cli import show

    show.result(verdict, tuple(found), files, session, _counted(rendered.value) if files else "inget skrevs")
    return code_of(verdict)


def _written(made: Mapping[Path, bytes], session: Session) -> tuple[Path, ...]:
    """Write the files and return where they are."""
    from pipeline.archive.single import write_file

    for target, content in made.items():
        write_file(target, content)
        session.changed = True
    return tuple(made)


def _chosen(changes: str, comments: str) -> Choices:
    from pipeline.render import Choices

    return Choices(changes=changes == "visa", comments=comments == "lista")


def _counted(rendered: Rendered | None) -> str:
    pages = rendered.pages if rendered else 0
    return "1 sida" if pages == 1 else f"{pages} sidor"


def _read(word: Path, target: Path) -> bytes:
    origin = TextOrigin(str(word))
    if word.suffix.lower() not in _WORD:
        raise unusable(finding("SYS109", f"filen ska sluta på {_ENDINGS} men heter {word.name}", origin))
    if target.resolve() == word.resolve():
        raise unusable(finding("SYS110", f"PDF-filen och Word-filen är båda {word}", origin))
    try:
        return word.read_bytes()
    except OSError as error:
        reason = {FileNotFoundError: "finns inte", IsADirectoryError: "är en mapp", PermissionError: "får inte läsas"}
        words = reason.get(type(error), f"går inte att läsa ({type(error).__name__})")
        raise unusable(finding("SYS104", f"filen {word} {words}", origin)) from error


def _rendered(data: bytes, chosen: RenderOptions) -> Checked[Rendered]:
    from pipeline.build import Progress
    from pipeline.cli import progress
    from pipeline.render import render

    step = Progress("render", f"sätter {chosen.name}")
    folder = chosen.font_folders[0] if chosen.font_folders else Path()
    with reading(folder), progress.told() as report:
        report(step)
        return render(data, replace(chosen, progress=lambda page: report(replace(step, page=page))))
