"""The group of commands: in the order they are given, each answering to its plain spelling too."""

from __future__ import annotations

from typing import Any

import click

from pipeline.cli.language import plain

SETTINGS: dict[str, Any] = {
    "help_option_names": ["--hjälp", "--help"],
    "token_normalize_func": plain,
    "max_content_width": 100,
}
METAVAR = "[FLAGGOR]"


class SwedishGroup(click.Group):
    """A group that finds ``förklara`` by ``forklara`` and lists its commands as they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the manual."""
        return list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command that is spelt so, with or without its rings and dots; None for no such command."""
        wanted = plain(cmd_name).casefold()
        return next((command for name, command in self.commands.items() if plain(name) == wanted), None)
