"""A folder of inputs: paths are resolved inside it, files read as bytes, and what went wrong is told."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pipeline.ingest.reporting import Reporter
from pipeline.ingest.suggest import nearest
from pipeline.model.origin import Origin, TextOrigin

MAX_FILE_BYTES = 64 * 2**20


@dataclass
class Folder:
    """A folder whose files are named relative to it; ``prefix`` is put before those names in origins.

    ``expected`` are the files with fixed names: none of them is another one under a wrong name.
    """

    path: Path
    report: Reporter
    prefix: str = ""
    used: set[str] = field(default_factory=set)
    expected: frozenset[str] = frozenset()

    def name(self, relative: str) -> str:
        """Return the name that a file goes by in findings."""
        return self.prefix + relative

    def locate(self, text: str, origin: Origin) -> str | None:
        """Return the relative name of an existing file inside the folder, or None with a finding."""
        wanted = PurePosixPath(text)
        if wanted.is_absolute() or ".." in wanted.parts or "\\" in text or ":" in text:
            self.used.add(
                text.replace("\\", "/")
            )  # what is meant is told of here, and not as a file that nobody reaches
            self.report.say("ING106", f'sökvägen "{text}" är inte en relativ sökväg inom mappen', origin)
            return None
        found = self._match(wanted)
        if found is None:
            near = _nearest(text, self.files())
            self.used.add(near)
            self.report.say("ING101", f'filen "{text}" finns inte', origin, help=f'menade du "{near}"?' if near else "")
            return None
        if not Path(os.path.realpath(self.path / found)).is_relative_to(self.path.resolve()):
            self.used.add(found)
            self.report.say("ING106", f'"{text}" är en länk som leder ut ur mappen', origin)
            return None
        self.used.add(found)
        return found

    def _match(self, wanted: PurePosixPath) -> str | None:
        """Return the name as the file system has it: a name may be stored with decomposed å, ä and ö."""
        here = self.path
        for part in wanted.parts:
            if not _exists(here / part):
                names = _names(here)
                same = [n for n in names if unicodedata.normalize("NFC", n) == unicodedata.normalize("NFC", part)]
                if not same:
                    return None
                part = same[0]  # noqa: PLW2901 - the stored spelling takes the place of the typed one
            here /= part
        return here.relative_to(self.path).as_posix()

    def read(self, relative: str, origin: Origin | None = None) -> bytes | None:
        """Return the bytes of a file, or None with a finding."""
        place = origin or TextOrigin(self.name(relative))
        path = self.path / relative
        try:
            size = path.stat().st_size
            if size > MAX_FILE_BYTES:
                limit = MAX_FILE_BYTES // 2**20
                self.report.say("ING105", f'"{relative}" är {size // 2**20} MB men får vara högst {limit} MB', place)
                return None
            return path.read_bytes()
        except FileNotFoundError:
            beside = (name for name in self.files() if PurePosixPath(name).parent == PurePosixPath(relative).parent)
            near = _nearest(relative, (name for name in beside if name not in self.expected))
            help_line = f'ge "{near}" namnet "{relative}", om det är den' if near else ""
            self.report.say("ING101", f'filen "{relative}" finns inte', place, help=help_line)
        except IsADirectoryError:
            help_line = "ge mappen ett annat namn, och lägg filen där"
            self.report.say("ING102", f'"{relative}" är en mapp men ska vara en fil', place, help=help_line)
        except OSError as error:
            reason = "behörighet saknas" if isinstance(error, PermissionError) else "läsningen misslyckades"
            self.report.say("ING102", f'"{relative}" går inte att läsa: {reason}', place)
        return None

    def files(self, below: str = "") -> list[str]:
        """Return the names of the files in the folder or in one below it, without hidden and temporary ones.

        Raises OSError for a folder that cannot be read: what lies in it is not left out in silence.
        """
        root = self.path / below
        if not root.is_dir():
            return []
        found = (Path(folder, name) for folder, _, names in os.walk(root, onerror=_raise) for name in names)
        names = (path.relative_to(self.path).as_posix() for path in found if _is_file(path))
        return sorted(name for name in names if not _is_passing(PurePosixPath(name).name))


def _nearest(wanted: str, names: Iterable[str]) -> str:
    """Return the file that is nearest by its name alone: folders and suffixes are alike in files that are not."""
    folder = PurePosixPath(wanted).parent
    ordered = sorted(names, key=lambda name: PurePosixPath(name).parent == folder)
    by_stem = {PurePosixPath(name).name.partition(".")[0]: name for name in ordered}
    found = nearest(PurePosixPath(wanted).name.partition(".")[0], by_stem)
    return by_stem[found] if found else ""


def _raise(error: OSError) -> None:
    raise error


def _is_file(path: Path) -> bool:
    """Return whether a path is a file; unlike Path.is_file, raise OSError where that cannot be known."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
            return False
        raise


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _names(folder: Path) -> list[str]:
    try:
        return [child.name for child in folder.iterdir()]
    except OSError:
        return []


def _is_passing(name: str) -> bool:
    lower = name.lower()
    return lower.startswith((".", "~")) or lower in ("thumbs.db", "desktop.ini") or lower.endswith(("~", ".tmp"))
