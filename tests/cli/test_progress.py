"""How far a run has come, on a terminal and elsewhere."""

from __future__ import annotations

import io

import pytest

from pipeline.build import Progress
from pipeline.cli import progress
from pipeline.cli.show import has_colour


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


STEPS = (
    Progress("ingest", "läser ärendet"),
    Progress("render", "sätter bilagan", 2, 2),
    Progress("render", "sätter bilagan", 2, 2, page=1),
    Progress("render", "sätter bilagan", 2, 2, page=2),
)


def shown_on(stream: io.StringIO) -> str:
    with progress.told(stream) as report:
        for step in STEPS:
            report(step)
    return stream.getvalue()


def test_a_terminal_has_one_line_that_rewrites_itself_and_is_gone_at_the_end() -> None:
    shown = shown_on(Terminal())
    assert "sätter bilagan (2 av 2), sida 2 …" in shown
    assert "\n" not in shown
    assert shown.endswith("\r\x1b[2K")


def test_a_run_without_a_terminal_has_plain_lines_for_its_stages() -> None:
    assert shown_on(io.StringIO()) == "läser ärendet …\nsätter bilagan (2 av 2) …\n"


def test_a_terminal_that_can_nothing_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in shown_on(Terminal())


def test_the_line_is_gone_also_when_the_run_fails() -> None:
    stream = Terminal()
    told = progress.told(stream)
    told.__enter__()(STEPS[0])
    assert not told.__exit__(ZeroDivisionError, ZeroDivisionError(), None)
    assert stream.getvalue().endswith("\r\x1b[2K")


@pytest.mark.parametrize(
    ("variables", "stream", "colour"),
    [
        ({"TERM": "xterm"}, Terminal(), True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, Terminal(), False),
        ({"TERM": "xterm", "NO_COLOR": ""}, Terminal(), True),
        ({"TERM": "dumb"}, Terminal(), False),
        ({"TERM": "xterm"}, io.StringIO(), False),
    ],
)
def test_colour_is_for_terminals_where_nobody_has_asked_for_none(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], stream: io.StringIO, *, colour: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert has_colour(stream) is colour
