"""Rows that a sentence tells of without a number: above or below budget, more or less than the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.statement import RowRole
from pipeline.validate.claims.deviating import DeviatingRow
from pipeline.validate.facts import Facts
from pipeline.validate.line import Line
from pipeline.validate.numbers.context import EARLIER, NOT, sentences
from pipeline.validate.numbers.direction import COMPARING, MOVING, THEN, comparisons, moves
from pipeline.validate.rule import Rule
from pipeline.validate.rules.percentages import RowsOfTwoYears
from pipeline.validate.rules.row_deviations import WITHIN
from pipeline.validate.tables.wording import said

_SKEWED = ("underskott", "överskott", "budget", "budgeten", "budgeterat", "budgeterad", "budgeterade")
_CLAUSE = re.compile(r"[;:,]\s|\s(?:men|medan|samtidigt\s+som|trots\s+att|fast)\s")
_AHEAD = re.compile(r"\b(?:ska|skall|kan|bör|kommer|skulle|mål\w*|syft\w*|krav\w*)\b|^\W*(?:om|när)\b", re.IGNORECASE)
_LEAD = 2  # words that may stand before the row: nämndens, den totala
_SKEW = re.compile(
    r"\s+(?:(?:väntas|beräknas|förväntas|bedöms)\s+)?(?:har|hade|visar?|redovisar?|uppvisar?|gör(?:a)?|gjorde|ger|gav|ge|få|"
    r"(?:går|gick|gå)\s+med)\s+(?:ett\s+)?(?:\w+t\s+)?(?:(?P<minus>underskott)|(?P<plus>överskott))\b",
    re.IGNORECASE,
)
_TO_BUDGET = re.compile(
    r"\s+(?:är|var|blev|ligger|låg|har\s+varit|har\s+blivit)\s+(?:\w+\s+)?"
    r"(?:(?P<more>högre|större|över)|(?P<less>lägre|mindre|under))\s+(?:än\s+)?(?:\w+\s+)?budget(?:en|erat|erad|erade)?\b",
    re.IGNORECASE,
)
_MOVED_SINCE = re.compile(
    rf"^(?:\s+(?:något|\w{{4,}}t))?\s+(?:jämfört\s+med|i\s+jämförelse\s+med|mot|sedan|från)\s+(?:\w+\s+)?{THEN.pattern}",
    re.IGNORECASE,
)
_HAS = re.compile(r"\s+(?:har|hade|är|var|blev|ligger|låg)(?:\s+(?:\w{4,}t))?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")


def rows_are_as_the_text_says(facts: Facts) -> Iterator[Finding]:
    """A row that is told to be above its budget, or to have a deficit, is so in at least one column."""
    rows = facts.deviating
    for line, clause in _clauses(facts, _SKEWED):
        found, end = rows.named(clause) if _SKEW.search(clause) or _TO_BUDGET.search(clause) else ([], 0)
        lead = len(clause[:end].split()) - len(found[0].name.split()) if found else 0
        if not found or lead > _LEAD or _DIGIT.search(_YEAR.sub("", clause[end:])):
            continue
        words = _against_all(clause, end, found)
        if words:
            row = found[0]
            column = row.columns[-1][0]
            listed = " och ".join(
                said(row.grid.term(row.row, each).value, facts.profile.numbers) for each, _ in row.columns
            )
            fact = f'texten säger "{words}" men i tabellen avviker {row.name} med {listed}'
            place = row.grid.term(row.row, column).origin
            yield finding("VAL263", fact, line.origin, place, excerpt=f"{line.text}\n{row.grid.excerpt(row.row)}")


def _clauses(facts: Facts, words: Sequence[str]) -> Iterator[tuple[Line, str]]:
    """Yield the clauses with one of these words that may tell of a row as it is, none of what should be."""
    for line in facts.lines_with(*words):
        for sentence in () if line.is_heading else sentences(line.text):
            if not NOT.search(sentence.text) and not _AHEAD.search(sentence.text):
                clauses = _CLAUSE.split(sentence.text)
                yield from ((line, clause) for clause in clauses if any(word in clause.lower() for word in words))


def _against_all(clause: str, end: int, rows: Sequence[DeviatingRow]) -> str:
    """Return the words of a clause that no column of the rows bears out, or ""."""
    rest = clause[end:]
    skew, compared = _SKEW.match(rest), _TO_BUDGET.match(rest)
    match = skew or compared
    if match is None or WITHIN.search(rest[match.end() :]) or EARLIER.search(clause):
        return ""
    wrong = (
        all(_is_other(row, minus=bool(skew["minus"])) for row in rows)
        if skew
        else all(row.larger and all(each is (not match["more"]) for each in row.larger) for row in rows)
    )
    return f"{clause[:end]}{match[0]}".strip() if wrong else ""


def _is_other(row: DeviatingRow, *, minus: bool) -> bool:
    """Return whether every deviation of a row is good where it is told as bad, or the other way."""
    better = [row.grid.term(row.row, column).value * good for column, good in row.columns]
    return all(each > 0 if minus else each < 0 for each in better)


def rows_move_as_the_text_says(facts: Facts) -> Iterator[Finding]:
    """A row that is told to be more, or less, than the year before is so in the table."""
    every = RowsOfTwoYears(facts)
    for line, clause in _clauses(facts, (*MOVING, *COMPARING)):
        told = _moved(clause)
        if told is None or EARLIER.search(THEN.sub("", clause)):
            continue
        name, up, words = told
        years = {int(year) for year in _YEAR.findall(clause)}
        rows = [each for each in every.called(name) if not years or years <= each.years]
        if rows and all(_goes(each.old, each.new, each.role) is (not up) for each in rows):
            first, style = rows[0], facts.profile.numbers
            fact = f'texten säger "{words}" men i tabellen går {first.grid.label(first.row)} från '
            fact += f"{said(first.old, style)} till {said(first.new, style)}"
            place = first.grid.statement.rows[first.row].label.origin
            yield finding("VAL263", fact, line.origin, place, excerpt=f"{line.text}\n{first.grid.excerpt(first.row)}")


def _moved(clause: str) -> tuple[str, bool, str] | None:
    """Return the name, the direction and the words of what a clause says to have moved since the year before."""
    found = [*moves(clause), *comparisons(clause)]
    for each in found:
        rest = clause[each.end :]
        since = THEN.match(rest.lstrip()) if each.text.lower().endswith("än") else _MOVED_SINCE.match(rest)
        if each.is_up is not None and since:
            words = clause[: each.end + rest.index(since[0]) + len(since[0])].strip()
            return _HAS.sub("", clause[: each.start].rstrip()).strip(), each.is_up, words
    return None


def _goes(old: Decimal, new: Decimal, role: RowRole) -> bool | None:
    """Return whether an amount has grown, None where nobody can say: results below zero, and amounts alike."""
    if old * new <= 0 or abs(old) == abs(new) or (role is RowRole.RESULT and old < 0):
        return None
    return abs(new) > abs(old)


RULES: tuple[Rule, ...] = (rows_are_as_the_text_says, rows_move_as_the_text_says)
