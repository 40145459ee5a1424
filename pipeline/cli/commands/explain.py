"""The command that explains a code of the catalogue."""

from __future__ import annotations

from difflib import get_close_matches
from textwrap import fill

import click

from pipeline.cli.group import METAVAR
from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import ENTRIES, finding
from pipeline.findings.catalogue.entry import Entry

HELP = """Förklara en fyndkod.

Utan kod visas alla koder. Texten är den som också står i handboken."""
_WIDTH = 88


@click.command("förklara", help=HELP, short_help="Förklara en fyndkod.", options_metavar=METAVAR)
@click.argument("code", metavar="[KOD]", required=False, default="", help="Koden, såsom VAL102.")
def explain(code: str) -> int:
    """Print the entry of a code, or the list of all codes."""
    if not code:
        for entry in sorted(ENTRIES.values(), key=lambda entry: entry.code):
            click.echo(f"{entry.code}  {entry.severity.value:<10}  {entry.title}")
        return ExitCode.OK
    wanted = code.strip("[]").upper()
    if wanted not in ENTRIES:
        # A letter O is easily typed for a zero, and an I or an L for a one.
        digits = wanted[3:].translate(str.maketrans("OIL", "011"))
        near = get_close_matches(wanted[:3] + digits, ENTRIES, n=1)
        advice = f"menade du {near[0]}? kör kansli förklara utan kod för hela listan" if near else ""
        raise KansliError(finding("SYS106", f'koden "{code}" finns inte', help=advice), ExitCode.USAGE)
    click.echo(explained(ENTRIES[wanted]))
    return ExitCode.OK


def explained(entry: Entry) -> str:
    """Return an entry as text, the way the manual has it too."""
    rows = (("vad", entry.what), ("varför", entry.why), ("exempel", entry.example), ("hjälp", entry.action))
    body = "\n".join(_row(f"  {name + ':':<9}", text) for name, text in rows)
    return f"{entry.code} ({entry.severity.value}): {entry.title}\n\n{body}"


def _row(label: str, text: str) -> str:
    return fill(text, _WIDTH, initial_indent=label, subsequent_indent=" " * len(label), break_on_hyphens=False)
