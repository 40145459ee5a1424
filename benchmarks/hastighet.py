"""How fast ``kansli rendera`` is beside LibreOffice: ``python -m benchmarks.hastighet [--skriv] [-n RUNS]``.

The board paper of the example case, three ways: whole processes from cold start, the two programs in turn, so that a
machine whose speed drifts is fair to both; the same file again in a process that is warm; and the paper made 2, 5 and
10 times as long, for what a page costs in time and memory. LibreOffice writes its plain PDF, untagged and unproven,
from a profile folder that is already there: the least that it can do. ``--skriv`` writes the tables between the
markers of docs/performance.md.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.longer import longer
from benchmarks.processes import Run, kansli, timed
from pipeline.build import Request, build
from pipeline.fonts.library import FontLibrary
from pipeline.render.layout.document import lay_out
from pipeline.render.pdf.check import check_written, written_text
from pipeline.render.pdf.writer import write_pdf
from pipeline.render.read.opening import open_document
from pipeline.render.service import RenderOptions, render

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- hastighet: början -->", "<!-- hastighet: slut -->"
TIMES = (1, 2, 5, 10)


@dataclass(frozen=True)
class Ways:
    """The commands that make a PDF of a Word file, ours and LibreOffice's; the latter is empty where it is missing."""

    folder: Path
    office: str | None

    def ours(self, word: Path) -> list[str]:
        """Return our command."""
        return [*kansli(), "rendera", str(word), "--ut", str(self.folder / "ours.pdf")]

    def theirs(self, word: Path, profile: Path | None = None) -> list[str]:
        """Return LibreOffice's, with the profile folder that is there, or the one named."""
        if self.office is None:
            return []
        place = f"-env:UserInstallation=file://{profile or self.folder / 'profile'}"
        return [self.office, place, "--headless", "--convert-to", "pdf", "--outdir", str(self.folder), str(word)]


def board_paper(case: Path, folder: Path) -> Path:
    """Build the case and return the longest of its Word files."""
    build(Request(case, ROOT / "templates", folder / "outputs"), lambda _step: None)
    return max((folder / "outputs").rglob("*.docx"), key=lambda path: path.stat().st_size)


def in_turn(first: Sequence[str], second: Sequence[str], runs: int) -> list[tuple[Run, Run]]:
    """Return the runs of two commands that take turns."""
    timed(first), timed(second)
    return [(timed(first), timed(second)) for _ in range(runs)]


def cold(ways: Ways, word: Path, runs: int) -> Iterator[str]:
    """Yield the table of whole processes."""
    yield from ["| from cold start, best / median | wall | cpu | peak memory |", "|---|---|---|---|"]
    if not ways.office:
        yield row("`kansli rendera`", [timed(ways.ours(word)) for _ in range(runs)])
        return
    pairs = in_turn(ways.ours(word), ways.theirs(word), runs)
    yield row("`kansli rendera`", [ours for ours, _ in pairs])
    yield row("LibreOffice, its profile folder there", [theirs for _, theirs in pairs])
    new = [timed(ways.theirs(word, ways.folder / f"new{turn}")) for turn in range(3)]
    yield row("LibreOffice, its first run for a user", new)
    ratios = []
    for name in ("wall", "cpu", "memory"):
        ours, theirs = ([getattr(pair[side], name) for pair in pairs] for side in (0, 1))
        paired = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
        ratios.append(f"**{min(ours) / min(theirs):.2f} / {paired:.2f}**")
    yield f"| **ratio to the former** | {' | '.join(ratios)} |"


def row(name: str, runs: list[Run]) -> str:
    """Return a command's row: the best and the median."""
    cells = []
    for key, unit, digits in (("wall", "s", 2), ("cpu", "s", 2), ("memory", "MB", 0)):
        values = [getattr(run, key) for run in runs]
        cells.append(f"{min(values):.{digits}f} / {statistics.median(values):.{digits}f} {unit}")
    return f"| {name} | {' | '.join(cells)} |"


def warm(word: Path, runs: int) -> Iterator[str]:
    """Yield what each part of the work costs in a process that has rendered before."""
    content = word.read_bytes()
    stages = [_stages(content, word.name) for _ in range(runs + 1)][1:]
    yield from ["| in a warm process, best / median | ms |", "|---|---|"]
    for name in stages[0]:
        values = [stage[name] for stage in stages]
        yield f"| {name} | {min(values):.0f} / {statistics.median(values):.0f} |"
    whole = [_spent(lambda: render(content, RenderOptions(word.name))) for _ in range(runs)]
    yield f"| **the whole of it** | **{min(whole):.0f} / {statistics.median(whole):.0f}** |"


def _stages(content: bytes, name: str) -> dict[str, float]:
    spent: dict[str, float] = {}
    clock = [time.perf_counter()]

    def lap(stage: str) -> None:
        clock.append(time.perf_counter())
        spent[stage] = 1000 * (clock[-1] - clock[-2])

    opened = open_document(content, name)
    assert isinstance(opened, tuple)
    package, document = opened
    lap("reading the Word file")
    laid_out = lay_out(document, FontLibrary((), document.fonts), lambda _page: None)
    lap("layout")
    written = write_pdf(laid_out, package, document.properties)
    lap("writing the PDF")
    check_written(written.pdf, len(laid_out.pages), name)
    written_text(written.pdf)
    lap("proof: opened by another library, its text read back")
    return spent


def _spent(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


@dataclass(frozen=True)
class Size:
    """A paper of a length: its pages, and the best run of each program."""

    pages: int
    ours: Run
    theirs: Run | None


def growth(ways: Ways, word: Path, runs: int) -> Iterator[str]:
    """Yield the table of longer and longer papers, and what a page costs."""
    sizes = [_size(ways, word, times, runs) for times in TIMES]
    yield from ["| pages | ours | MB | LibreOffice | MB | ratio |", "|---|---|---|---|---|---|"]
    for size in sizes:
        other = size.theirs
        beside = (
            f"{other.wall:.2f} s | {other.memory:.0f} | {size.ours.wall / other.wall:.2f}" if other else "– | – | –"
        )
        yield f"| {size.pages} | {size.ours.wall:.2f} s | {size.ours.memory:.0f} | {beside} |"
    yield ""
    yield f"Ours: {_slopes(sizes, lambda size: size.ours)}."
    if ways.office:
        yield f"LibreOffice: {_slopes(sizes, lambda size: size.theirs or size.ours)}."


def _size(ways: Ways, word: Path, times: int, runs: int) -> Size:
    path = ways.folder / f"times{times}.docx"
    path.write_bytes(longer(word.read_bytes(), times))
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(timed(ways.ours(path)))
        theirs += [timed(ways.theirs(path))] if ways.office else []
    made = render(path.read_bytes(), RenderOptions(path.name)).value
    assert made is not None
    best = {name: min(found, key=lambda run: run.wall) for name, found in (("o", ours), ("t", theirs)) if found}
    return Size(made.pages, best["o"], best.get("t"))


def _slopes(sizes: list[Size], side: Callable[[Size], Run]) -> str:
    def slope(low: Size, high: Size, key: str) -> float:
        return float((getattr(side(high), key) - getattr(side(low), key)) / (high.pages - low.pages))

    first, last = sizes[0], sizes[-1]
    early, late = slope(sizes[0], sizes[2], "wall"), slope(sizes[2], sizes[3], "wall")
    return (
        f"{1000 * slope(first, last, 'wall'):.1f} ms and {1000 * slope(first, last, 'memory'):.0f} kB a page more; "
        f"a page of the last half costs {late / early:.2f} times one of the first half"
    )


def report(case: Path, folder: Path, runs: int) -> Iterator[str]:
    """Yield the lines of all tables."""
    ways = Ways(folder, shutil.which("soffice"))
    word = board_paper(case, folder)
    yield f"{os.cpu_count()} cores, CPython {platform.python_version()}, {version(ways)}; {word.name}."
    yield from ["", *cold(ways, word, runs), "", *warm(word, runs), "", *growth(ways, word, max(1, runs // 3))]


def version(ways: Ways) -> str:
    """Return what LibreOffice calls itself, and the library that shapes."""
    shaping = f"uharfbuzz {importlib.metadata.version('uharfbuzz')}"
    if not ways.office:
        return f"{shaping}, no LibreOffice"
    said = subprocess.run([ways.office, "--version"], capture_output=True, text=True, check=False).stdout
    return f"{shaping}, {' '.join(said.split()[:2])}"


def main() -> None:
    """Measure, print and, where asked for, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fall", type=Path, default=ROOT / "inputs" / "kskf-2023-288")
    parser.add_argument("-n", "--runs", type=int, default=9)
    parser.add_argument("--skriv", action="store_true", help="write the tables into docs/performance.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = "\n".join(report(asked.fall, Path(folder), asked.runs))
    print(text)
    if asked.skriv:
        head, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
        tail = rest.partition(END)[2]
        DOCUMENT.write_text(f"{head}{BEGIN}\n{text}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
