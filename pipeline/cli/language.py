"""The command line in Swedish: click asks gettext for its words, and finds them beside this module."""

from __future__ import annotations

import gettext
import os
import unicodedata
from pathlib import Path

DOMAIN = "kansli"
CATALOGUE = Path(__file__).parent / "locale"


def speak_swedish() -> None:
    """Make Swedish the language of every message that goes by gettext, whatever the machine's language is."""
    os.environ["LANGUAGE"] = "sv"
    gettext.bindtextdomain(DOMAIN, str(CATALOGUE))
    gettext.textdomain(DOMAIN)


def plain(word: str) -> str:
    """Return a word as it is typed without å, ä and ö: ``förklara`` becomes ``forklara``."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
