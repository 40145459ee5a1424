"""What a run found, written for the one who ran it: findings to stderr, what was asked for to stdout."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import click

from pipeline.cli.session import JSON, SHORT, Session
from pipeline.findings.finding import Finding
from pipeline.findings.present_json import object_of
from pipeline.findings.present_short import line_of
from pipeline.findings.present_text import counts_of, text_of, visible
from pipeline.findings.verdict import Verdict


def has_colour(stream: TextIO) -> bool:
    """Return whether a stream takes colours: a terminal that can, and nobody has asked for none."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def result(verdict: Verdict, findings: Sequence[Finding], files: Sequence[Path], session: Session, end: str) -> None:
    """Show a whole run: its findings, the files it wrote and the line that closes it; ``end`` is the line's end."""
    if session.form == JSON:
        click.echo(as_json(verdict, findings, files, session))
        return
    said(findings, session)
    for path in files:
        click.echo(path)
    click.echo(f"{verdict.value}: {counts_of(findings)}; {visible(end)}", err=True)


def said(findings: Sequence[Finding], session: Session) -> None:
    """Write findings to stderr in the form that was asked for."""
    for found in findings:
        if session.form == SHORT:
            click.echo(line_of(found, place=session.place), err=True)
        else:
            colour = has_colour(sys.stderr)
            click.echo(text_of(found, place=session.place, colour=colour) + "\n", err=True, color=colour)


def as_json(verdict: Verdict, findings: Sequence[Finding], files: Sequence[Path], session: Session) -> str:
    """Return a run as one object of JSON."""
    whole = {
        "utfall": verdict.value,
        "fynd": [object_of(found, place=session.place) for found in findings],
        "filer": [str(path) for path in files],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)
