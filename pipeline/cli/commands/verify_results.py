"""The command that checks a folder of results again, from its files alone."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import click

from pipeline.cli import options
from pipeline.cli.exit_codes import code_of
from pipeline.cli.group import METAVAR
from pipeline.cli.places import case_folder, shown, templates_folder
from pipeline.cli.session import Session
from pipeline.errors import ExitCode, KansliError, reading
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.findings.verdict import verdict_of
from pipeline.model.origin import TextOrigin

HELP = """Kontrollera ett resultat på nytt, från filerna själva.

Kontrollsummor, manifest, arkivpaket och PDF-filer prövas, och varje fil som är ändrad, borttagen, tillagd eller
omdöpt nämns. Stämplade PDF-filer prövas också: vem som har stämplat, när, om filen är orörd och, med --rot, om
certifikatets kedja är betrodd. Med --fall byggs ärendet om och jämförs byte för byte. En enda PDF-fil går också."""


@click.command("verifiera", help=HELP, short_help="Kontrollera att ett resultat är orört.", options_metavar=METAVAR)
@click.argument("folder", metavar="MAPP", type=click.Path(path_type=Path))
@click.option("--fall", "case", metavar="FALL", help="Ärendet som resultatet är byggt av: det byggs om och jämförs.")
@options.roots
@options.templates
@options.form
@click.pass_obj
def verify_results(
    session: Session, folder: Path, case: str | None, roots: tuple[Path, ...], templates: str | None
) -> int:
    """Verify the folder and return the exit code."""
    from pipeline.verify import verify_file, verify_folder
    from pipeline.verify.seals import roots_in

    trusted = roots_in(roots)
    with reading(folder):
        if folder.is_file() and folder.suffix.lower() == ".pdf":
            return _shown(verify_file(folder, trusted), folder, session)
        if not folder.is_dir():
            fact = f"{shown(folder)} är ingen mapp med resultat"
            raise KansliError(finding("ARK139", fact, TextOrigin(str(folder))), ExitCode.FILE_ACCESS)
        found = list(verify_folder(folder, trusted))
        if case is not None:
            found += _rebuilt(folder, case_folder(case), templates)
    return _shown(tuple(found), folder, session)


def _shown(found: tuple[Finding, ...], path: Path, session: Session) -> int:
    from pipeline.cli import show

    verdict = verdict_of(found)
    show.result(verdict, found, (), session, f"{shown(path)} är kontrollerad")
    return code_of(verdict)


def _rebuilt(folder: Path, case: Path, templates: str | None) -> list[Finding]:
    """Return the files that a new build of the case does not give the same bytes."""
    from pipeline.build import Request, build
    from pipeline.verify.mark import SEAL_FILE_NAME

    with tempfile.TemporaryDirectory() as name:
        outcome = build(Request(case, templates_folder(templates, case), Path(name)), lambda _step: None)
        if not outcome.files:
            return [finding("ARK138", f"ärendet {shown(case)} går inte att bygga om", TextOrigin(str(case)))]
        made = {path.name: path.read_bytes() for path in outcome.files}
        if (folder / SEAL_FILE_NAME).is_file():
            from pipeline.verify.resealed import resealed_as

            made = resealed_as(folder, outcome.files[0].parent)
    differing = [each for each in sorted(made) if not _is(folder / each, made[each])]
    return [
        finding("ARK138", f"{each} blir en annan när ärendet byggs om", TextOrigin(str(folder / each)))
        for each in differing
    ]


def _is(path: Path, data: bytes) -> bool:
    """Return whether a file is the one that was built; what veraPDF said of it hangs on the machine, not the inputs."""
    from pipeline.archive.manifest import FILE_NAME

    if not path.is_file():
        return False
    found = path.read_bytes()
    return found == data or (path.name == FILE_NAME and _without_verapdf(found) == _without_verapdf(data))


def _without_verapdf(manifest: bytes) -> Any:
    try:
        record = json.loads(manifest)
        return {**record, "kontroller": {**record["kontroller"], "veraPDF": ""}}
    except (ValueError, KeyError, TypeError, RecursionError):
        return manifest
