"""The flags and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pipeline.cli.session import JSON, SHORT, TEXT, Session

F = TypeVar("F", bound=Callable[..., Any])


def _keep_form(context: click.Context, _parameter: click.Parameter, value: str) -> None:
    context.ensure_object(Session).form = value


def form(command: F) -> F:
    """Add ``--format``, which the session keeps."""
    return click.option(
        "--format",
        type=click.Choice([TEXT, SHORT, JSON]),
        default=TEXT,
        expose_value=False,
        callback=_keep_form,
        is_eager=True,
        show_default=True,
        help="Hur fynden visas: som text, en rad var eller som JSON på standard ut.",
    )(command)


def templates(command: F) -> F:
    """Add ``--mallar``."""
    return click.option(
        "--mallar",
        "templates",
        metavar="KATALOG",
        help="Mappen med kommunernas mallar. Förval: templates/ bredvid ärendets överordnade mapp.",
    )(command)


def roots(command: F) -> F:
    """Add ``--rot``, any number of times."""
    return click.option(
        "--rot",
        "roots",
        metavar="FIL",
        multiple=True,
        type=click.Path(path_type=Path),
        help="Rotcertifikat att pröva stämplarnas kedjor mot (.pem, .crt, .cer). Kan anges flera gånger.",
    )(command)


def case(command: F) -> F:
    """Add the argument FALL."""
    return click.argument("case", metavar="FALL", help="Ärendets mapp, dess namn under inputs/ eller diarienumret.")(
        command
    )
