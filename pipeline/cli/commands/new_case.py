"""The command that starts a new case."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.group import METAVAR
from pipeline.cli.places import placed_in, templates_folder, unusable
from pipeline.cli.session import Session
from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin

if TYPE_CHECKING:
    from pipeline.model.profile import Profile

HELP = """Skapa ett nytt ärende.

Lägger en ny mapp med förklarade exempelfiler, som går att bygga genast och sedan fylls i. Det som inte ges med en
flagga frågas efter. En mapp som redan finns rörs aldrig."""


@click.command("ny", help=HELP, short_help="Skapa ett nytt ärende.", options_metavar=METAVAR)
@click.argument("folder", metavar="MAPP", help="Den nya mappen, till exempel inputs/ks-2024-17.")
@click.option("--diarienummer", "case_number", metavar="NUMMER", help="Ärendets diarienummer.")
@click.option("--titel", "title", metavar="TITEL", help="Ärendets titel.")
@click.option("--mall", "template", metavar="NAMN", help="Kommunens mapp under templates/.")
@options.templates
@click.pass_obj
def new_case(session: Session, /, folder: str, **known: str | None) -> int:
    """Create the folder and return the exit code."""
    target = Path(folder)
    _refuse_existing(target)
    templates = templates_folder(known["templates"], target)
    session.place = placed_in(target, templates)
    profile = _profile(templates, known["template"])
    number = _case_number(known["case_number"], profile)
    title = known["title"] if known["title"] is not None else _asked("title", "Titel")
    from pipeline.archive.trouble import told_in_swedish
    from pipeline.cli.starter import NewCase, starting_files

    files = starting_files(NewCase(number, title, profile, datetime.now().astimezone().date()))
    with told_in_swedish(target):
        _write(target, files)
    session.changed = True
    click.echo(target)
    click.echo(f"ärendet är skapat; fyll i filerna och kör kansli bygg {_typed(target)}", err=True)
    return ExitCode.OK


def _typed(target: Path) -> str:
    """Return a path as it is typed on a command line: within quotation marks where it has spaces."""
    return f'"{target}"' if " " in str(target) else str(target)


def _refuse_existing(target: Path) -> None:
    if target.is_symlink() or target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise unusable(finding("SYS105", f"{target} finns redan", TextOrigin(str(target))))


def _profile(templates: Path, template: str | None) -> Profile:
    from pipeline.ingest import load_profile

    names = sorted(path.name for path in templates.iterdir() if (path / "profil.yaml").is_file())
    if template is None:
        template = names[0] if len(names) == 1 else _asked("template", f"Mall ({', '.join(names)})", names)
    if template not in names:
        there = f"finns: {', '.join(names)}" if names else f"{templates} har inga mallar"
        raise click.BadParameter(f'det finns ingen mall "{template}"; {there}', param_hint="--mall")
    read = load_profile(templates / template)
    if read.value is None:
        raise KansliError(read.findings[0])
    return read.value


def _case_number(given: str | None, profile: Profile) -> str:
    number = given if given is not None else _asked("case_number", "Diarienummer")
    from pipeline.ingest.patterns import example_of, fits

    pattern = profile.case_number_pattern.value
    if not fits(pattern, number):
        form = f"profilens mönster {pattern}" + (f", som {example}" if (example := example_of(pattern)) else "")
        raise click.BadParameter(f'"{number}" passar inte {form}', param_hint="--diarienummer")
    return number


def _asked(name: str, question: str, choices: Sequence[str] = ()) -> str:
    """Return what a person answers; without a terminal there is nobody to ask, and the flag is missing."""
    if not sys.stdin.isatty() and choices:
        raise click.UsageError(f"det saknas en flagga: '--mall' med ett av namnen {', '.join(choices)}")
    if not sys.stdin.isatty():
        context = click.get_current_context()
        raise click.MissingParameter(
            ctx=context, param=next(param for param in context.command.params if param.name == name)
        )
    answer: str = click.prompt(question, err=True)
    return answer


def _write(target: Path, files: dict[str, bytes]) -> None:
    """Put the files in place in one step: a folder half made would be in the way of the next try."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.ny")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        for name, data in files.items():
            (draft / name).parent.mkdir(parents=True, exist_ok=True)
            (draft / name).write_bytes(data)
        draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
