"""Fuzz the readers: ``python -m tests.fuzz --rounds 1000 --seed 1 --out FOLDER [yaml markdown profil …]``."""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.fuzz.ground import Ground
from tests.fuzz.wrongs import TARGETS

MEMORY = 3 * 2**30
SLOW = 10  # seconds


def main() -> int:
    """Play the rounds of each target; return 1 when one was at fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("targets", nargs="*", default=[], choices=[*TARGETS, []])
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("outputs/fuzz"))
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder))
        for name in options.targets or TARGETS:
            for seed in range(options.seed, options.seed + options.rounds):
                faults += _round(ground, name, seed, options.out)
    sys.stdout.write(f"{options.rounds} rounds of each, {faults} at fault\n")
    return 1 if faults else 0


def _round(ground: Ground, name: str, seed: int, out: Path) -> bool:
    files = TARGETS[name](ground, Random(f"{name} {seed}"))
    began = time.perf_counter()
    fault = ground.play(files).fault
    seconds = time.perf_counter() - began
    if not fault and seconds < SLOW:
        return False
    out.mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (out / f"{name}-{seed}-{Path(path).name}").write_bytes(data)
    (out / f"{name}-{seed}.txt").write_text(f"{seconds:.1f} s\n{fault}", "utf-8", "replace")
    sys.stdout.write(f"{name} {seed} {seconds:.1f} s {fault.strip().splitlines()[-1:]}\n")
    sys.stdout.flush()
    return True


if __name__ == "__main__":
    sys.exit(main())
