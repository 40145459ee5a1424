"""A layer between the program and its files in which every operation can be made to fail."""

from __future__ import annotations

import builtins
import fcntl
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive import swap

Trouble = Callable[[int, str], None]

# By name in ``os``: the number of arguments at the front that are paths or handles.
_CALLS = {
    **dict.fromkeys(("mkdir", "rmdir", "unlink", "remove", "chmod", "utime", "listdir", "scandir", "readlink"), 1),
    **dict.fromkeys(("stat", "lstat", "fsync", "ftruncate", "pwrite", "read", "write", "open"), 1),
    **dict.fromkeys(("rename", "replace", "link", "symlink", "sendfile"), 2),
}
_OPEN_FILE = os.readlink


class FileLayer:
    """Tells ``trouble`` of each operation below ``roots`` before it is done: its number from 1 and what it is.

    What ``trouble`` raises is what the operation fails with.
    """

    def __init__(self, roots: list[Path], trouble: Trouble) -> None:
        self.roots = [os.path.realpath(root) for root in roots]
        self.trouble = trouble
        self.log: list[str] = []

    @contextmanager
    def between(self) -> Iterator[FileLayer]:
        """Stand between the program and its files."""
        with pytest.MonkeyPatch.context() as patch:
            for name, paths in _CALLS.items():
                patch.setattr(os, name, self._watched(name, getattr(os, name), paths))
            opened = self._opened(io.open)
            patch.setattr(io, "open", opened)
            patch.setattr(builtins, "open", opened)
            patch.setattr(fcntl, "flock", self._watched("flock", fcntl.flock, 1))
            patch.setattr(swap, "_exchange", self._watched("renameat2", swap._exchange, 2))
            yield self

    def tell(self, name: str, path: str) -> None:
        """Count an operation and let the trouble come, unless it is outside of the roots."""
        root = next((root for root in self.roots if path == root or path.startswith(root + os.sep)), None)
        if root is not None:
            self.log.append(f"{name} {os.path.relpath(path, Path(root).parent)}")
            self.trouble(len(self.log), self.log[-1])

    def _watched(self, name: str, call: Callable[..., Any], paths: int) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            for argument in arguments[:paths]:
                place = self._place(argument, options.get("dir_fd"))
                if any(place.startswith(root) for root in self.roots):
                    self.tell(name, place)
                    break
            return call(*arguments, **options)

        return watched

    def _place(self, path: Any, folder: int | None) -> str:
        if isinstance(path, int):
            return _OPEN_FILE(f"/proc/self/fd/{path}")
        shown = os.fsdecode(path)
        return str(Path(Path.cwd() if folder is None else self._place(folder, None), shown)) if shown else ""

    def _opened(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def opened(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            place = self._place(file, None)
            if isinstance(file, int) or not any(place.startswith(root) for root in self.roots):
                return call(file, mode, *arguments, **options)
            self.tell("open", place)
            return _File(call(file, mode, *arguments, **options), place, self)

        return opened


class _File:
    """An open file that tells of what is done to it."""

    def __init__(self, file: Any, place: str, layer: FileLayer) -> None:
        self._file = file
        self._place = place
        self._layer = layer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def __iter__(self) -> Any:
        return iter(self._file)

    def read(self, *size: int) -> Any:
        self._layer.tell("read", self._place)
        return self._file.read(*size)

    def write(self, data: Any) -> int:
        """Write the half, and then the rest: a disk fills up in the middle of a file."""
        half = len(data) // 2
        self._file.write(data[:half])
        self._file.flush()
        self._layer.tell("write", self._place)
        self._file.write(data[half:])
        return len(data)

    def flush(self) -> None:
        self._layer.tell("flush", self._place)
        self._file.flush()
