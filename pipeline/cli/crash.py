"""A fault in the program: told in one line, with the trace kept in a file for whoever mends it."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback

from pipeline import __version__
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding


def crashed(error: BaseException) -> Finding:
    """Return the finding for an error that nobody foresaw; its trace is written to a file, or shown if asked for."""
    trace = "".join(traceback.format_exception(error))
    if os.environ.get("KANSLI_FELSÖK") or os.environ.get("KANSLI_FELSOK"):
        sys.stderr.write(trace)
    kind = type(error).__name__
    try:
        where = f"felspåret står i {_kept(trace)}"
    except OSError:
        where = "felspåret gick inte att spara; kör om med KANSLI_FELSÖK=1 för att se det"
    return finding("SYS900", f"programmet stötte på ett fel i sig självt ({kind}); {where}")


def _kept(trace: str) -> str:
    head = f"kansli {__version__}, Python {platform.python_version()}, {platform.platform()}\n{sys.argv}\n\n"
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", prefix="kansli-fel-", suffix=".txt", delete=False
    ) as file:
        file.write(head + trace)
    return file.name
