"""Where things lie: the case that was named, the templates that go with it, and a place as one can click on it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from pipeline.cli.language import plain
from pipeline.errors import ExitCode, KansliError, reading
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin, TextOrigin, WordOrigin

INPUTS = Path("inputs")
TEMPLATES = "templates"
CASE_FILE = "arende.yaml"
PROJECT = Path(__file__).parents[2]


def case_folder(name: str) -> Path:
    """Return the folder of a case by its path, its name under ``inputs`` or its case number.

    Raises KansliError where there is no such folder.
    """
    path = Path(name)
    with reading(path):
        is_folder, is_file = path.is_dir(), path.is_file()
    if is_folder:
        return _checked(path)
    if is_file:
        raise unusable(finding("SYS102", f"ett ärende är en mapp men detta är en fil: {name}", TextOrigin(name)))
    folders = {_key(folder.name): folder for folder in _folders(INPUTS)}
    if _key(name) in folders:
        return folders[_key(name)]
    near = get_close_matches(_key(Path(name).name), folders, n=1)
    advice = f'menade du "{folders[near[0]]}"?' if near else ""
    raise unusable(finding("SYS101", f'det finns ingen mapp "{name}", varken här eller under {INPUTS}/', help=advice))


def _checked(folder: Path) -> Path:
    """Return the folder of a case; raises KansliError for one that has no case of its own but cases in it."""
    inside = [each for each in _folders(folder) if _exists(each / CASE_FILE)]
    if inside and not _exists(folder / CASE_FILE):
        fact = f"{folder} är inget ärende, men det ligger {len(inside)} i mappen"
        raise unusable(finding("SYS101", fact, TextOrigin(str(folder)), help=f'menade du "{inside[0]}"?'))
    return folder


def results_folder(given: str, case: Path) -> Path:
    """Return the folder for results; raises KansliError for one in the case: the next build would read it as inputs."""
    folder = Path(given)
    if folder.resolve().is_relative_to(case.resolve()):
        raise unusable(finding("SYS115", f"resultatet skulle hamna i ärendets egen mapp: {given}", TextOrigin(given)))
    return folder


def unusable(found: Finding) -> KansliError:
    """Return the error for a file or folder that was named and cannot be used."""
    return KansliError(found, ExitCode.FILE_ACCESS)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _folders(parent: Path) -> list[Path]:
    try:
        return [path for path in sorted(parent.iterdir()) if path.is_dir()]
    except OSError:
        return []


def _key(name: str) -> str:
    letters = (c if c.isalnum() else " " for c in plain(name).casefold())
    return "-".join("".join(letters).split())


def templates_folder(given: str | None, case: Path | None = None) -> Path:
    """Return the folder of templates: the one given, or the first there is beside the case, here or in the project.

    Raises KansliError where there is none.
    """
    if given is not None:
        with reading(Path(given)):
            if Path(given).is_dir():
                return Path(given)
        raise unusable(finding("SYS103", f"mallarnas mapp finns inte: {given}", TextOrigin(given)))
    beside = [case.resolve().parents[1] / TEMPLATES] if case and len(case.resolve().parents) > 1 else []
    for folder in (*beside, Path(TEMPLATES), PROJECT / TEMPLATES):
        if folder.is_dir():
            return folder
    raise unusable(finding("SYS103", f"det finns ingen mapp {TEMPLATES}, varken bredvid ärendet eller här"))


def shown(path: Path) -> str:
    """Return a path as one would type it from here, absolute where it lies elsewhere."""
    relative = os.path.relpath(path)
    return str(path.absolute()) if relative.startswith("..") else relative


def _missing(origin: Origin, case: Path, templates: Path) -> Origin:
    """Return the place of an input that is not there: the folder it should lie in is."""
    if not origin.file.endswith(".yaml"):
        return origin
    files = (folder / origin.file for folder in (case, templates.resolve().parent, templates))
    found = next((file for file in files if _exists(file.parent)), None)
    return origin if found is None else replace(origin, file=shown(found))


def placed_in(case: Path, templates: Path) -> Callable[[Origin], str]:
    """Return how to word an origin: findings name files from the case's folder or from that of the templates."""

    def place(origin: Origin) -> str:
        for folder in (case, templates.resolve().parent, templates):
            if _exists(folder / origin.file):
                return str(replace(origin, file=shown(folder / origin.file)))
        owners = [folder for folder in _folders(templates) if _exists(folder / origin.file)]
        if len(owners) == 1 and isinstance(origin, WordOrigin):
            return str(replace(origin, file=shown(owners[0] / origin.file)))
        return str(_missing(origin, case, templates))

    return place
