"""What a reader opens, runs and calls: everything outside of the folders that it was given is told."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_FORBIDDEN = (
    *(
        "socket.connect",
        "socket.bind",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "urllib.Request",
        "subprocess.Popen",
    ),
    *("os.system", "os.exec", "os.posix_spawn", "os.fork", "os.remove", "os.rename", "os.rmdir", "ctypes.dlopen"),
)
_FOLDERS: set[str] = {
    *sysconfig.get_paths().values(),
    *sys.path,
    sys.base_prefix,
    sys.prefix,
    str(_ROOT / "pipeline"),
    "/dev/null",
}
_PROGRAM = tuple(str(Path(folder).resolve()) for folder in _FOLDERS if folder and Path(folder).resolve() != _ROOT)


class _Watch:
    """The one hook of the process, which can never be taken away; it tells only while somebody asks."""

    def __init__(self) -> None:
        self.allowed: tuple[str, ...] = ()
        self.seen: list[str] | None = None
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.seen is None:
            return
        if event in _FORBIDDEN:
            self.seen.append(f"{event} {arguments[:1]}")
        elif event == "open" and isinstance(arguments[0], str | bytes):
            seen, self.seen = self.seen, None  # what the question itself opens is not told
            path = os.path.realpath(os.fsdecode(arguments[0]))
            if not path.startswith((*self.allowed, *_PROGRAM)) and not path.endswith(">"):  # a traceback asks for <…>
                seen.append(f"open {path}")
            self.seen = seen


_WATCH: list[_Watch] = []


@contextmanager
def watched(*folders: Path) -> Iterator[list[str]]:
    """Give a list that is filled with what is done outside of the folders and the program's own."""
    if not _WATCH:
        _WATCH.append(_Watch())
    watch, seen = _WATCH[0], list[str]()
    watch.allowed, watch.seen = tuple(str(folder.resolve()) for folder in folders), seen
    try:
        yield seen
    finally:
        watch.seen = None
