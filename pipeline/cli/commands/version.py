"""The command that tells the version."""

from __future__ import annotations

import click

from pipeline import __version__
from pipeline.cli.group import METAVAR


@click.command("version", help="Visa programmets version.", options_metavar=METAVAR)
def version() -> int:
    """Print the version."""
    click.echo(f"kansli {__version__}")
    return 0
