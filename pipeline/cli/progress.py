"""How far a run has come: one line that rewrites itself on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pipeline.build import Progress, Report

_CLEAR = "\r\x1b[2K"


@contextmanager
def told(stream: TextIO | None = None) -> Iterator[Report]:
    """Give a callback that shows progress on ``stream``, stderr if none is given; nothing is left standing of it."""
    target = stream or sys.stderr
    if target.isatty() and os.environ.get("TERM") != "dumb":
        try:
            yield lambda step: _rewrite(target, step)
        finally:
            target.write(_CLEAR)
            target.flush()
    else:
        yield lambda step: _add_line(target, step)


def _rewrite(target: TextIO, step: Progress) -> None:
    page = f", sida {step.page}" if step.page else ""
    target.write(f"{_CLEAR}{worded(step)}{page} …")
    target.flush()


def _add_line(target: TextIO, step: Progress) -> None:
    if not step.page:
        target.write(f"{worded(step)} …\n")
        target.flush()


def worded(step: Progress) -> str:
    """Return a step in words, with how many of how many where there is more than one."""
    return f"{step.message} ({step.done} av {step.total})" if step.total > 1 else step.message
