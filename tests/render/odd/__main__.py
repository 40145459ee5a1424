"""Render every odd file and write its PDF: ``python -m tests.render.odd FOLDER``, for a validator to go through."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.render.fuzz.rounds import play_file
from tests.render.odd import odd_files


def main() -> int:
    """Return 1 when a file was at fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    faults = 0
    for number, odd in enumerate(odd_files()):
        played = play_file(odd.name, odd.data)
        if played.fault:
            faults += 1
            sys.stdout.write(f"{odd.name}: {played.fault.strip().splitlines()[-1]}\n")
        if played.pdf is not None:
            (folder / f"{number:04d}.pdf").write_bytes(played.pdf)
    sys.stdout.write(f"{faults} at fault\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
