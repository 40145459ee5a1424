"""The command that puts an electronic seal on the PDFs of results, or on one PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.exit_codes import code_of
from pipeline.cli.group import METAVAR
from pipeline.cli.places import shown, unusable
from pipeline.cli.session import Session
from pipeline.errors import reading
from pipeline.findings.catalogue import finding
from pipeline.findings.verdict import verdict_of
from pipeline.model.origin import TextOrigin

if TYPE_CHECKING:
    from pipeline.seal.signing import Sealing
    from pipeline.verify.stamp import Stamped

HELP = """Sätt en elektronisk stämpel på PDF-filerna.

MAPP är resultatet som kansli bygg eller kansli fastställ skrev. Det prövas, PDF-filerna stämplas (PAdES), och allt
läggs i en ny mapp bredvid, med tillägget -stamplad, som ingenting skriver i igen. En enda PDF-fil går också att
stämpla.

Nyckeln finns i en PKCS#12-fil (--certifikat) eller på ett kort eller i en säkerhetsmodul (--drivrutin). Lösenordet
frågas efter, eller tas ur --lösenordsfil eller miljövariabeln KANSLI_STAMPEL_LOSENORD; det skrivs aldrig här."""


@dataclass(frozen=True)
class Choices:
    """What was chosen on the command line."""

    certificate: str | None
    driver: str | None
    card: str
    key: str
    secret_file: str | None
    tsa: str
    long_term: bool
    roots: tuple[Path, ...]


@click.command("stämpla", help=HELP, short_help="Sätt en elektronisk stämpel på PDF-filerna.", options_metavar=METAVAR)
@click.argument("target", metavar="MAPP", type=click.Path(path_type=Path))
@click.option("--certifikat", "certificate", metavar="FIL", help="Stämpelns nyckel: en PKCS#12-fil (.p12, .pfx).")
@click.option("--drivrutin", "driver", metavar="FIL", help="Kortets eller modulens drivrutin (PKCS#11), i stället.")
@click.option("--kort", "card", metavar="NAMN", default="", help="Kortets namn, om det sitter i fler än ett.")
@click.option("--nyckel", "key", metavar="NAMN", default="", help="Nyckelns namn på kortet, om det har fler än en.")
@click.option("--lösenordsfil", "secret_file", metavar="FIL", help="Fil med lösenordet eller koden på första raden.")
@click.option("--tidsstämpel", "tsa", metavar="URL", default="", help="Tidsstämplingstjänst (RFC 3161), för PAdES B-T.")
@click.option("--långtid", "long_term", is_flag=True, help="Bevis som håller länge, för PAdES B-LTA; kräver --rot.")
@options.roots
@options.form
@click.pass_obj
def seal_results(session: Session, /, target: Path, **chosen: object) -> int:
    """Seal the results and return the exit code."""
    choices = Choices(**chosen)  # type: ignore[arg-type]
    _check_choices(choices)
    target = target if target.name and target.name != ".." else target.resolve()
    with reading(target):
        if not target.is_dir() and target.suffix.lower() != ".pdf":
            fact = f"{shown(target)} är varken en mapp med resultat eller en PDF-fil"
            raise unusable(finding("ARK188", fact, TextOrigin(str(target))))
        pdf = None if target.is_dir() else target.read_bytes()
    from pipeline.cli import show

    with _sealing(choices) as how:
        stamped = _stamped_folder(target, how) if pdf is None else _stamped_file(target, pdf, how)
    session.changed = stamped.path is not None
    verdict = verdict_of(stamped.findings)
    end = f"{shown(stamped.path)} är stämplad" if stamped.path else "inget är stämplat"
    show.result(verdict, stamped.findings, (stamped.path,) if stamped.path else (), session, end)
    return code_of(verdict)


def _check_choices(choices: Choices) -> None:
    if (choices.certificate is None) == (choices.driver is None):
        raise click.UsageError("ange antingen --certifikat eller --drivrutin")
    if choices.long_term and not (choices.tsa and choices.roots):
        raise click.UsageError("--långtid kräver både --tidsstämpel och --rot")


@contextmanager
def _sealing(choices: Choices) -> Iterator[Sealing]:
    from pipeline.cli.secret import secret_for
    from pipeline.seal.keys import signer_from
    from pipeline.seal.signing import Sealing
    from pipeline.seal.token import Token, signer_on
    from pipeline.verify.seals import roots_in

    roots = roots_in(choices.roots)
    if choices.certificate is not None:
        path = Path(choices.certificate)
        with reading(path):
            data = path.read_bytes()
        secret = secret_for(f"lösenordet till {path.name}", choices.secret_file)
        yield Sealing(signer_from(data, secret, str(path)), choices.tsa, choices.long_term, roots)
        return
    token = Token(choices.driver or "", choices.card, choices.key)
    with signer_on(token, secret_for(f"koden till {token.name}", choices.secret_file)) as signer:
        yield Sealing(signer, choices.tsa, choices.long_term, roots)


def _stamped_folder(folder: Path, how: Sealing) -> Stamped:
    from pipeline.build import Progress
    from pipeline.cli import progress
    from pipeline.verify.stamp import stamp

    with progress.told() as report, reading(folder):
        report(Progress("seal", f"prövar {folder.name}"))
        return stamp(folder, how, lambda name, number, of: report(Progress("seal", f"stämplar {name}", number, of)))


def _stamped_file(path: Path, pdf: bytes, how: Sealing) -> Stamped:
    from pipeline.archive.single import write_new_file
    from pipeline.verify.stamp import Stamped, already, stamp_file

    target = path.with_name(f"{path.stem}-stamplad.pdf")
    if target.exists():
        raise already(target, f"{path.name} är redan stämplad som {target.name}")
    whole, findings = stamp_file(path, pdf, how)
    if verdict_of(findings).name != "PASSED":
        return Stamped(None, findings)
    write_new_file(target, whole)
    return Stamped(target, findings)
