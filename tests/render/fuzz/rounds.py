"""Rounds of the fuzzer: each renders one file made wrong, within a time and a memory that are bounded."""

from __future__ import annotations

import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random

from pipeline.render import RenderOptions, render
from tests.render.fuzz.mutations import mutated

REFUSALS = {"REN401", "REN402", "REN403", "REN404", "REN405"}
# What says that the program is wrong: a PDF that is not what was set, and words lost for no reason that is told.
FAULTS = {"REN490"}


@dataclass(frozen=True)
class Round:
    """What came of a round; ``fault`` is empty when it was a PDF or a finding, as it should be."""

    name: str
    data: bytes
    pdf: bytes | None
    fault: str
    seconds: float


class TooSlow(BaseException):
    """A round took longer than it may."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise TooSlow in what takes more of the processor's time; the main thread's prof signal is used for it."""

    def stop(_number: int, _frame: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def play(name: str, data: bytes, seed: str, seconds: int = 20) -> Round:
    """Return what came of the file with what ``seed`` makes wrong in it."""
    return play_file(f"{seed} {name}", mutated(data, Random(seed)), seconds)


def play_file(name: str, data: bytes, seconds: int = 20) -> Round:
    """Return what came of the file as it is."""
    start = time.process_time()
    try:
        with within(seconds):
            checked = render(data, RenderOptions("prov.docx"))
    except (Exception, TooSlow) as error:
        fault = "".join(traceback.format_exception(error))
        return Round(name, data, None, fault, time.process_time() - start)
    codes = {finding.code for finding in checked.findings}
    odd = codes & FAULTS or (checked.value is None and not codes & REFUSALS)
    fault = "\n".join(str(finding) for finding in checked.findings if finding.code in FAULTS) or "no finding"
    pdf = checked.value.pdf if checked.value is not None else None
    return Round(name, data, pdf, fault if odd else "", time.process_time() - start)
