"""How near our pages are to the reference's: ``python -m benchmarks.trohet [--skriv] [--pdf FOLDER]``.

Three sets: the corpus of foreign Word files against LibreOffice's PDF, the Word files whose PDF Word itself made
(there LibreOffice's own rendering too, where ``soffice`` is on the path), and the board papers of the example case
against LibreOffice. ``--skriv`` writes the tables between the markers of docs/fidelity.md. ``--pdf`` keeps the PDFs.
``--verapdf`` names a command ``COMMAND 2a,ua1 FILE...`` that prints one JSON object a line with ``file``,
``flavour`` and ``compliant``; then each file's conformance is a column.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

from benchmarks.pdfcompare import Likeness, compare, joined_recall, read_words
from pipeline.build import Request, build
from pipeline.render.read.choices import AS_ACCEPTED, Choices
from pipeline.render.service import RenderOptions, render

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "fidelity.md"
BEGIN, END = "<!-- trohet: början -->", "<!-- trohet: slut -->"
HEAD = ("pages", "words", "recall", "like for like", "same page", "within 3 mm", "picture")


@dataclass(frozen=True)
class Row:
    """A Word file's result: its likeness, ours and LibreOffice's where measured, and the milliseconds of rendering.

    ``stored`` is the number of pages that Word itself stored in the file, 0 where another program saved it.
    """

    name: str
    ours: Likeness | None
    office: Likeness | None
    milliseconds: float
    pdf: Path | None
    refused: str = ""
    stored: int = 0


def rendered(word: Path, folder: Path, choices: Choices = AS_ACCEPTED) -> tuple[Path | None, float, str]:
    """Return the PDF of a Word file, the milliseconds, and why there is none."""
    content = word.read_bytes()
    start = time.perf_counter()
    checked = render(content, RenderOptions(word.name, choices=choices))
    spent = 1000 * (time.perf_counter() - start)
    if checked.value is None:
        return None, spent, "; ".join(f"{each.code} {each.message}" for each in checked.findings[:1])
    path = folder / f"{word.name}.pdf"
    path.write_bytes(checked.value.pdf)
    return path, spent, ""


def by_office(words: list[Path], folder: Path) -> dict[str, Path]:
    """Return LibreOffice's PDF of each Word file, by the Word file's name; none where it is not installed."""
    office = shutil.which("soffice")
    if office is None or not words:
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(folder), *map(str, words)], check=True, capture_output=True)
    made = {word.name: folder / f"{word.stem}.pdf" for word in words}
    return {name: path for name, path in made.items() if path.exists()}


def measured(word: Path, reference: Path | None, office: Path | None, folder: Path) -> Row:
    """Return a Word file's row."""
    pdf, spent, refused = rendered(word, folder)
    ours = compare(reference, pdf) if pdf and reference else None
    theirs = compare(reference, office) if office and reference else None
    return Row(word.name, ours, theirs, spent, pdf, refused, stored_pages(word))


def stored_pages(word: Path) -> int:
    """Return the pages that Word counted when it saved a file (docProps/app.xml), 0 where it did not save it."""
    try:
        with zipfile.ZipFile(word) as package:
            properties = package.read("docProps/app.xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError):
        return 0
    by_word = re.search(r"<Application>Microsoft [^<]*Word</Application>", properties)
    pages = re.search(r"<Pages>(\d+)</Pages>", properties)
    return int(pages[1]) if by_word and pages else 0


def corpus(place: Path, folder: Path) -> list[Row]:
    """Return the rows of the foreign Word files, whose reference is LibreOffice's PDF."""
    words = sorted(path for path in (place / "word").iterdir() if path.suffix in {".docx", ".dotx"})
    pairs = [(word, place / "libreoffice" / f"{word.name}.pdf") for word in words]
    rows = [measured(word, reference if reference.exists() else None, None, folder) for word, reference in pairs]
    return [_as_marked(row, word, reference, folder) for row, (word, reference) in zip(rows, pairs, strict=True)]


def _as_marked(row: Row, word: Path, reference: Path, folder: Path) -> Row:
    """Return a row whose like-for-like recall is that of changes shown as marked, as LibreOffice shows them."""
    if row.ours is None or not tracked(word):
        return row
    marked = folder / "marked"
    marked.mkdir(exist_ok=True)
    pdf, _, _ = rendered(word, marked, Choices(changes=True))
    joined = joined_recall(read_words(reference), read_words(pdf)) if pdf else row.ours.joined
    return replace(row, ours=replace(row.ours, joined=joined))


def tracked(word: Path) -> bool:
    """Return whether the text of a Word file has tracked changes."""
    with zipfile.ZipFile(word) as package:
        return re.search(rb"<w:(ins|del|moveFrom) ", package.read("word/document.xml")) is not None


def word_pairs(place: Path, folder: Path) -> list[Row]:
    """Return the rows of the Word files whose reference is Word's own PDF."""
    words = sorted(path for path in place.glob("*.docx") if path.with_suffix(".pdf").exists())
    office = by_office(words, folder / "libreoffice")
    return [measured(word, word.with_suffix(".pdf"), office.get(word.name), folder) for word in words]


def papers(case: Path, folder: Path) -> list[Row]:
    """Return the rows of the composed papers of a case, whose reference is LibreOffice's rendering."""
    outcome = build(Request(case, ROOT / "templates", folder / "case"), lambda _step: None)
    words = sorted(path for path in outcome.files if path.suffix == ".docx")
    office = by_office(words, folder / "libreoffice")
    return [measured(word, office.get(word.name), None, folder) for word in words]


def table(rows: list[Row], conforming: dict[str, bool]) -> Iterator[str]:
    """Yield the lines of a table; LibreOffice's numbers follow ours on a row of their own where measured."""
    ends = ["ms", *(["PDF/A-2a, PDF/UA-1"] if conforming else [])]
    yield "| " + " | ".join(["file", *HEAD, *ends]) + " |"
    yield "|---|" + "---:|" * (len(HEAD) + len(ends))
    for row in rows:
        if row.ours:
            verdict = [_verdict(row, conforming)] if conforming else []
            yield "| " + " | ".join([row.name, *_cells(row.ours), f"{row.milliseconds:.0f}", *verdict]) + " |"
        if row.office:
            yield "| " + " | ".join(["— LibreOffice", *_cells(row.office), *[""] * len(ends)]) + " |"


def _cells(likeness: Likeness) -> list[str]:
    pages = f"{likeness.pages}" if likeness.pages == likeness.reference_pages else (
        f"**{likeness.pages}** of {likeness.reference_pages}"
    )  # fmt: skip
    shares = (likeness.recall, likeness.joined, likeness.same_page, likeness.near, likeness.picture)
    return [pages, str(likeness.words), *(f"{share:.3f}" for share in shares)]


def _verdict(row: Row, conforming: dict[str, bool]) -> str:
    return "yes" if row.pdf and conforming.get(str(row.pdf)) else "**no**"


def summary(rows: list[Row]) -> Iterator[str]:
    """Yield what a set of files comes to, and which words of which files are missing."""
    likenesses = [row.ours for row in rows if row.ours]
    if not likenesses:
        return
    equal = sum(each.pages == each.reference_pages for each in likenesses)
    count = len(likenesses)
    yield f"- pages equal: {equal} of {count}"
    full, alike = (sum(getattr(each, name) >= 0.99 for each in likenesses) for name in ("recall", "joined"))
    yield f"- recall ≥ 0.99: {full} of {count}; like for like: {alike} of {count}"
    stored = [row for row in rows if row.ours and row.stored]
    others = [f"{row.name} ({row.stored})" for row in stored if row.ours and row.ours.pages != row.stored]
    if stored:
        agreed = f"{len(stored) - len(others)} of {len(stored)}"
        yield f"- pages as Word stored them in the file: {agreed}" + (f"; not {', '.join(others)}" if others else "")
    for title, name in (("same page", "same_page"), ("within 3 mm", "near"), ("picture", "picture")):
        own = f"{mean(getattr(each, name) for each in likenesses):.3f}"
        office = [getattr(row.office, name) for row in rows if row.office]
        yield f"- {title}, mean: {own}" + (f"; LibreOffice {mean(office):.3f}" if office else "")
    for row in rows:
        if row.ours and row.ours.recall < 0.99:
            yield f"- words not found in {row.name}: {', '.join(row.ours.missing)}"
        if row.refused:
            yield f"- refused: {row.name}: {row.refused}"


def conformance(command: str | None, rows: list[Row]) -> dict[str, bool]:
    """Return for each PDF whether every flavour that was asked for is met."""
    if command is None:
        return {}
    paths = [str(row.pdf) for row in rows if row.pdf]
    out = subprocess.run([command, "2a,ua1", *paths], capture_output=True, text=True, check=False).stdout
    found = dict.fromkeys(paths, True)
    for line in out.splitlines():
        said = json.loads(line)
        found[said["file"]] &= bool(said["compliant"])
    return found


def report(place: Path, case: Path, folder: Path, verapdf: str | None) -> Iterator[str]:
    """Yield the lines of all tables."""
    sets = {
        "Foreign Word files, against LibreOffice": corpus(place, folder),
        "Against Word's own PDF": word_pairs(place / "word-pdf", folder),
        "The board papers of the example case, against LibreOffice": papers(case, folder),
    }
    for title, rows in sets.items():
        yield from ["", f"### {title}", "", *table(rows, conformance(verapdf, rows)), "", *summary(rows)]


def main() -> None:
    """Measure, print and, where asked for, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--korpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--fall", type=Path, default=ROOT / "inputs" / "kskf-2023-288")
    parser.add_argument("--pdf", type=Path, help="keep the PDFs in this folder")
    parser.add_argument("--verapdf", help="a command that judges PDFs")
    parser.add_argument("--skriv", action="store_true", help="write the tables into docs/fidelity.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.pdf or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        text = "\n".join(report(asked.korpus, asked.fall, folder, asked.verapdf))
    print(text)
    if asked.skriv:
        head, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
        tail = rest.partition(END)[2]
        DOCUMENT.write_text(f"{head}{BEGIN}\n{text}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
