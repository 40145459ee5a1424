"""Which damages to a case the checks find: ``python -m benchmarks.skador [MAPP/inputs/FALL] [--skriv]``.

Every number of every table and of the prose is changed, one at a time, rows, statuses and symbols too, and the case is
checked. A damage is found where the checks say something that they did not say of the case as it is. One that is not
found is *alike* where it leaves every relation as it was, so that nothing in the case tells it from the truth, else
*missed*. ``--skriv`` writes the result between the case's markers in docs/granskning-matning.md.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import damages_prose, damages_tables, damages_times, damages_words
from benchmarks.damages_tables import Damage
from benchmarks.grown import grown
from pipeline.ingest import ingest
from pipeline.model.case import Case
from pipeline.model.profile import Profile
from pipeline.validate import review
from pipeline.validate.numbers.scan import scan
from pipeline.validate.tables.asserted import Asserted

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "granskning-matning.md"
BEGIN, END = "<!-- skador {}: början -->", "<!-- skador {}: slut -->"  # with the name of the case's folder
EXAMPLE = "inputs/kskf-2023-288"
LISTED = {"VAL230", "VAL243"}  # numbers without source, and years that stand alone
_OF_AMOUNTS = ("cell", "row", "indicator")  # kinds of damages that change no word of the case
_ALL = 25  # damages of a kind that are tried even where only some are asked for


@dataclass
class Tally:
    """How many damages of a kind there are, how many were found or listed, and how many leave all relations alike."""

    made: int = 0
    found: int = 0
    listed: int = 0
    alike: int = 0

    @property
    def missed(self) -> int:
        """Return how many break a relation and were not found."""
        return self.made - self.found - self.listed - self.alike


def said_of(case: Case, profile: Profile) -> Counter[tuple[str, str]]:
    """Return what the checks say of a case, codes and messages, and how many times."""
    return Counter((each.code, each.message) for each in review(case, profile).findings)


def all_damages(case: Case, profile: Profile) -> Iterator[Damage]:
    """Yield every damage."""
    yield from damages_tables.damages(case)
    yield from damages_prose.damages(case, profile)
    yield from damages_words.damages(case, profile)
    yield from damages_times.damages(case, profile)


def keeps_relations(damage: Damage, case: Case) -> bool:
    """Return whether a damage leaves every relation of its amounts as it was.

    So it is where each total, difference and formula that the tables still assert comes out by as much as before, and
    each figure that a text quotes has the value that it had.
    """
    if not damage.kind.startswith(_OF_AMOUNTS) or damage.case.figures != case.figures:
        return False
    before, after = (
        {(each.code, each.total.origin, each.basis): each.difference for each in Asserted(one.statements).equations}
        for one in (case, damage.case)
    )
    return after.items() <= before.items()


def measured(case: Case, profile: Profile, every: int = 1) -> tuple[dict[str, Tally], list[str], list[str]]:
    """Return the tally by kind, what was missed and what is alike; of kinds with many, every so many are tried."""
    usual = said_of(case, profile)
    tallies: dict[str, Tally] = {}
    missed: list[str] = []
    alike: list[str] = []
    seen: Counter[str] = Counter()
    for damage in all_damages(case, profile):
        tally = tallies.setdefault(damage.kind, Tally())
        seen[damage.kind] += 1
        if seen[damage.kind] > _ALL and seen[damage.kind] % every:
            continue
        tally.made += 1
        codes = {code for code, _ in said_of(damage.case, profile) - usual}
        if codes - LISTED:
            tally.found += 1
        elif codes:
            tally.listed += 1
        elif keeps_relations(damage, case):
            tally.alike += 1
            alike.append(f"{damage.kind}: {damage.what}")
        else:
            missed.append(f"{damage.kind}: {damage.what}")
    return tallies, missed, alike


def speeds(case: Case, profile: Profile) -> Iterator[tuple[int, float, int]]:
    """Yield the processor's seconds for the checks of a case 1, 10 and 100 times as large, and how much they find."""
    review(case, profile)
    for times in (1, 10, 100):
        large = grown(case, times)
        scan.cache_clear()
        start = time.process_time()
        found = review(large, profile).findings
        yield times, time.process_time() - start, len(found)


def table_of(tallies: dict[str, Tally]) -> Iterator[str]:
    """Yield the lines of the table of damages."""
    yield "| damage | made | found | listed as without source | alike | missed |"
    yield "|---|---:|---:|---:|---:|---:|"
    for kind, each in tallies.items():
        yield f"| {kind} | {' | '.join(map(str, _numbers(each)))} |"
    whole = map(sum, zip(*map(_numbers, tallies.values()), strict=True))
    yield f"| **all** | {' | '.join(f'**{number}**' for number in whole)} |"


def _numbers(tally: Tally) -> tuple[int, ...]:
    return tally.made, tally.found, tally.listed, tally.alike, tally.missed


def speed_table(case: Case, profile: Profile) -> Iterator[str]:
    """Yield the lines of the table of speeds."""
    yield "| size | seconds for all rules | for each case's worth | findings |"
    yield "|---:|---:|---:|---:|"
    for times, seconds, found in speeds(case, profile):
        yield f"| × {times} | {seconds:.2f} | {seconds / times:.3f} | {found} |"


def main() -> None:
    """Measure, print and, where asked for, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", nargs="?", default=EXAMPLE, help="a case folder; its templates lie beside inputs/")
    parser.add_argument("--var", type=int, default=1, help="of kinds with many damages, try every so many")
    parser.add_argument("--skriv", action="store_true", help="write the result into docs/granskning-matning.md")
    asked = parser.parse_args()
    folder = (ROOT / asked.case).resolve()
    read = ingest(folder, folder.parents[1] / "templates").value
    if read is None:
        raise SystemExit("the case could not be read")
    tallies, missed, alike = measured(*read, every=asked.var)
    lines = [*table_of(tallies)]
    lines += ["", *speed_table(*read)] if asked.case == EXAMPLE else []
    for title, which in (("Missed", missed), ("Alike", alike)):
        lines += ["", f"### {title} ({len(which)})", "", *(f"- {each}" for each in which)]
    text = "\n".join(lines)
    print(text)
    if asked.skriv:
        begin, end = BEGIN.format(folder.name), END.format(folder.name)
        head, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(begin)
        tail = rest.partition(end)[2]
        DOCUMENT.write_text(f"{head}{begin}\n{text}\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
