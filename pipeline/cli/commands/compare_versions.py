"""The command that tells what differs between two versions of a case, two periods or two Word files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options, show
from pipeline.cli.group import METAVAR
from pipeline.cli.places import case_folder, placed_in, shown, templates_folder
from pipeline.cli.session import JSON, Session
from pipeline.errors import ExitCode, KansliError, reading
from pipeline.findings.catalogue import finding
from pipeline.findings.verdict import Verdict
from pipeline.model.origin import TextOrigin

if TYPE_CHECKING:
    from pipeline.compare import Comparison, Side

HELP = """Visa vad som skiljer två versioner av ett ärende, två perioder eller två Word-filer.

Utan version jämförs den senast fastställda med ärendet som det är nu. En version är ett nummer, "bygget" för resultatet
som det ligger eller "nu" för ärendets mapp. Med --mot jämförs ärendet med förra periodens ärende. Det som skiljer
skrivs som en sida att läsa, som JSON och som Word-filer med spårade ändringar."""

NOW, BUILT = "nu", "bygget"
_WORD = (".docx", ".dotx", ".docm", ".dotm")


@click.command("jämför", help=HELP, short_help="Visa vad som skiljer två versioner.", options_metavar=METAVAR)
@click.argument("what", metavar="FALL [V1] [V2] | FIL1 FIL2", nargs=-1, required=True)
@click.option("--mot", "other", metavar="FALL", help="Förra periodens ärende, som ärendet jämförs med.")
@options.templates
@click.option("--ut", "output", metavar="KATALOG", default="outputs", show_default=True, help="Mappen för resultaten.")
@options.form
@click.pass_obj
def compare_versions(
    session: Session, what: tuple[str, ...], other: str | None, templates: str | None, output: str
) -> int:
    """Write what differs and return the exit code."""
    if len(what) > 3 or (other is not None and len(what) > 1):
        raise KansliError(finding("ARK170", "det är fler versioner än två att jämföra"), ExitCode.USAGE)
    if len(what) == 2 and all(Path(name).suffix.lower() in _WORD for name in what):
        comparison, folder = _files(*what), Path(output)
        stem = Path(what[1]).stem
    else:
        comparison, stem = _versions(session, what, other, (templates, Path(output)))
        folder = Path(output)
    written = _written(folder, stem, comparison)
    session.changed = True
    _tell(comparison, written, session)
    return ExitCode.OK


def _files(old: str, new: str) -> Comparison:
    from pipeline.compare import compare_files

    with reading(Path(old)):
        one = Path(old).read_bytes()
    with reading(Path(new)):
        two = Path(new).read_bytes()
    same = Path(old).name == Path(new).name
    return compare_files((old if same else Path(old).name, one), (new if same else Path(new).name, two))


def _versions(
    session: Session, what: tuple[str, ...], other: str | None, places: tuple[str | None, Path]
) -> tuple[Comparison, str]:
    from pipeline.archive.naming import slug_of
    from pipeline.compare import compare_cases, compare_periods, current

    folder = case_folder(what[0])
    templates = templates_folder(places[0], folder)
    session.place = placed_in(folder, templates)
    now = current(folder, templates, f"ärendet i {shown(folder)}")
    slug = slug_of(now.reading.case.case_number.value)
    if other is not None:
        earlier = case_folder(other)
        before = current(earlier, templates_folder(places[0], earlier), f"ärendet i {shown(earlier)}")
        return compare_periods(before, now), slug
    results = places[1] / slug
    sides = [_side(name, results, now) for name in what[1:]] or [_latest(results)]
    return compare_cases(sides[0], sides[1] if len(sides) > 1 else now), slug


def _side(name: str, results: Path, now: Side) -> Side:
    from pipeline.compare import fixed

    if name == NOW:
        return now
    folder = results if name == BUILT else results.with_name(f"{results.name}-version-{name.removeprefix('version-')}")
    if not folder.is_dir():
        known = [path.name.rsplit("-", 1)[-1] for path in _fixed_versions(results)]
        there = f"fastställda versioner: {', '.join(known)}" if known else "ingen version är fastställd"
        fact = f'det finns ingen version "{name}": {shown(folder)} saknas; {there}'
        raise KansliError(finding("ARK170", fact, TextOrigin(str(folder))), ExitCode.FILE_ACCESS)
    return fixed(folder, "bygget" if name == BUILT else f"version {name.removeprefix('version-')}")


def _latest(results: Path) -> Side:
    from pipeline.compare import fixed

    found = _fixed_versions(results)
    if found:
        return fixed(found[-1], f"version {found[-1].name.rsplit('-', 1)[-1]}")
    if results.is_dir():
        return fixed(results, BUILT)
    fact = f"ärendet är varken byggt eller fastställt: {shown(results)} finns inte"
    raise KansliError(finding("ARK170", fact, TextOrigin(str(results))), ExitCode.FILE_ACCESS)


def _fixed_versions(results: Path) -> list[Path]:
    from pipeline.verify.finalise import versions

    return versions(results)


def _written(folder: Path, stem: str, comparison: Comparison) -> tuple[Path, ...]:
    from pipeline.archive.lock import claimed
    from pipeline.archive.naming import ascii_name
    from pipeline.archive.publish import publish
    from pipeline.compare.page import PAGE, RECORD, as_json, page

    words = {
        f"{Path(ascii_name(Path(name).name)).stem}-andringar.docx": data for name, data in comparison.words.items()
    }
    target = folder / f"{ascii_name(stem)}-jamforelse"
    with claimed(target):
        return publish(target, {PAGE: page(comparison), RECORD: as_json(comparison), **words}).files


def _tell(comparison: Comparison, files: tuple[Path, ...], session: Session) -> None:
    from pipeline.compare.page import record

    if session.form == JSON:
        import json

        whole = {
            "utfall": Verdict.PASSED.value,
            "jämförelse": record(comparison),
            "filer": [str(each) for each in files],
        }
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    for each in comparison.values:
        was, now = (value.shown if value else "–" for value in (each.old, each.new))
        sources = " → ".join(str(value.origin) for value in (each.old, each.new) if value)
        click.echo(f"{each.told.kind}: {' › '.join(each.told.place)}: {was} → {now} ({sources})")
    show.result(Verdict.PASSED, (), files, session, f"{comparison.old} → {comparison.new}: {_summary(comparison)}")


def _summary(comparison: Comparison) -> str:
    """Return how much differs; of two periods, whose texts are not held against each other, what is the same."""
    values = f"{(count := len(comparison.values))} {'värde' if count == 1 else 'värden'}"
    if comparison.periods:
        same = len(comparison.unchanged)
        return f"{values} skiljer; {same} {'stycke' if same == 1 else 'stycken'} är ordagrant desamma"
    changed = sum(map(len, comparison.texts.values()))
    return f"{values} och {changed} {'stycke' if changed == 1 else 'stycken'} skiljer"
