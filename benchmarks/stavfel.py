"""How many slips the spelling finds: ``python -m benchmarks.stavfel [inputs/FALL]``.

Every word of five letters or more in the case's prose gets one slip, drawn by its own letters: one letter left out,
doubled, moved or wrong. A slip is found where something is near that was meant, and right where that is the word as it
stood. Slips that make another word are counted apart: no dictionary sees those.
"""

from __future__ import annotations

import sys
from collections import Counter
from zlib import crc32

from benchmarks.skador import ROOT
from pipeline.ingest import ingest
from pipeline.spelling import swedish
from pipeline.spelling.own import OwnWords, administration
from pipeline.validate.facts import Facts
from pipeline.validate.rules.spelling import words_are_spelled_right

KINDS = ("left out", "doubled", "moved", "wrong")


def slipped(word: str) -> tuple[str, str]:
    """Return a word with a slip, and the kind of the slip."""
    drawn = crc32(word.encode())
    kind, at = KINDS[drawn % len(KINDS)], 1 + drawn // 7 % (len(word) - 2)
    made = {
        "left out": word[:at] + word[at + 1 :],
        "doubled": word[:at] + word[at] + word[at:],
        "moved": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "wrong": word[:at] + "abdefgiklmnoprstuvyåäö"[drawn % 22] + word[at + 1 :],
    }
    return made[kind], kind


def main() -> None:
    """Measure and print a table."""
    read = ingest(ROOT / (sys.argv[1] if sys.argv[1:] else "inputs/kskf-2023-288"), ROOT / "templates").value
    if read is None:
        raise SystemExit("the case could not be read")
    facts = Facts(*read)
    known = OwnWords(swedish(), administration())
    stand = Counter(word for line in facts.lines for word in line.text.replace(".", " ").replace(",", " ").split())
    words = [
        word for word in stand if len(word) > len(KINDS) and word.isalpha() and word.islower() and known.spells(word)
    ]
    counts: Counter[tuple[str, str]] = Counter()
    for word in words:
        made, kind = slipped(word)
        if made == word:
            continue
        near = swedish().near(made) or swedish().near_parts(made)
        result = "a word" if known.spells(made) else "found" if near else "not found"
        counts[kind, result] += 1
        counts[kind, "right"] += result == "found" and word in near[:3]
    print("| slip | made | another word | found | of them with the right word | not found |")
    print("|---|---:|---:|---:|---:|---:|")
    for kind in KINDS:
        row = [counts[kind, result] for result in ("a word", "found", "right", "not found")]
        print(f"| {kind} | {row[0] + row[1] + row[3]} | {' | '.join(map(str, row))} |")
    print(f"\nfindings on the case as it is: {len(list(words_are_spelled_right(facts)))}")


if __name__ == "__main__":
    main()
