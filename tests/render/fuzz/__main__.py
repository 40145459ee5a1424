"""Fuzz the renderer: ``python -m tests.render.fuzz FOLDER --rounds 1000 --seed 1 --out FOLDER [FILES AND FOLDERS]``."""

from __future__ import annotations

import argparse
import resource
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

from tests.render.fuzz.rounds import Round, play
from tests.render.odd.bodies import bodies
from tests.render.samples import documents

MEMORY = 3 * 2**30


def sources(paths: list[Path]) -> list[tuple[str, bytes]]:
    """Return the test's own files and those of the paths, by name."""
    found = [(name, docx.bytes()) for name, docx in documents()]
    found += [(odd.name, odd.data) for odd in bodies()]
    for path in paths:
        for file in sorted(path.rglob("*.do[ct][xm]")) if path.is_dir() else [path]:
            found.append((file.name, file.read_bytes()))
    return found


def keep(out: Path, number: int, played: Round) -> None:
    """Write the file that was at fault, with its fault, to mend it by."""
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{number:06d}.docx").write_bytes(played.data)
    (out / f"{number:06d}.txt").write_text(f"{played.name}\n{played.fault}", encoding="utf-8")


def main() -> int:
    """Play the rounds; return 1 when one was at fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("outputs/fuzz"))
    parser.add_argument("--pdfs", type=Path, help="folder for every hundredth PDF, to be validated")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    files, faults = [], 0
    for name, data in sources(options.paths):
        if len(data) < 3_000_000 and zipfile.is_zipfile(BytesIO(data)):
            files.append((name, data))
    for number in range(options.seed, options.seed + options.rounds):
        name, data = Random(number).choice(files)
        played = play(name, data, str(number))
        if played.fault or played.seconds > 10:
            faults += 1
            keep(options.out, number, played)
            sys.stdout.write(f"{number} {name} {played.seconds:.1f} s {played.fault.strip().splitlines()[-1:]}\n")
            sys.stdout.flush()
        if options.pdfs is not None and played.pdf is not None and number % 10 == 0:
            options.pdfs.mkdir(parents=True, exist_ok=True)
            (options.pdfs / f"{number:06d}.pdf").write_bytes(played.pdf)
    sys.stdout.write(f"{options.rounds} rounds, {faults} at fault\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
