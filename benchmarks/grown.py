"""A case made larger as a real one is: each copy has names, words and amounts of its own, and findings grow with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any
from zlib import crc32

from pipeline.model.case import Case
from pipeline.model.figure import Figure
from pipeline.model.origin import CellOrigin, Sourced, TextOrigin, WordOrigin
from pipeline.model.prose import FigureReference, Text
from pipeline.model.report import Goal, Indicator, Section, StatementPart, SummaryPart, Undertaking
from pipeline.model.statement import Amount, SameRow, Statement
from pipeline.spelling import swedish
from pipeline.validate.numbers.mention import Kind
from pipeline.validate.numbers.scan import scan
from pipeline.validate.numbers.units import MONEY, named_unit

_WORD = re.compile(r"[a-zåäö]{5,}")
_FIRST = (
    *("skol", "bygg", "park", "vatten", "trafik", "hälso", "kultur", "idrotts"),
    *("barn", "äldre", "närings", "miljö", "energi", "bostads", "gatu", "lant"),
)
_CONSONANTS, _VOWELS = "bdfghjklmnrstv", "aeioyåö"
_ENDS = ["by", "sta", "torp", "köping", "hult", "rud", "stad", "vika", "bo", "lösa"]


def grown(case: Case, times: int) -> Case:
    """Return a case so many times as large; the first part of it is the case itself."""
    copies = [_Copy(case, number) for number in range(1, times)]
    sections = [*case.report.sections, *(section for copy in copies for section in copy.sections)]
    statements = {**case.statements, **{each.id: each for copy in copies for each in copy.statements}}
    figures = {**case.figures, **{each.name: each for copy in copies for each in copy.figures}}
    report = replace(case.report, sections=tuple(sections))
    return replace(case, report=report, statements=statements, figures=figures)


@dataclass(frozen=True)
class _Copy:
    """The report of a case told anew of another place."""

    case: Case
    number: int

    @cached_property
    def town(self) -> str:
        """Return the place: no two copies have names that are almost one."""
        consonants, vowels = len(_CONSONANTS), len(_VOWELS)
        first, second = self.number % consonants, self.number // consonants % vowels
        third, end = (self.number // divisor * 5 for divisor in (consonants * vowels, 3))
        head = f"{_CONSONANTS[first]}{_VOWELS[second]}{_CONSONANTS[(first + 3 + third) % consonants]}".capitalize()
        return f"{head}{_ENDS[end % len(_ENDS)]}"

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the sections."""
        told: tuple[Section, ...] = self._told(self.case.report.sections)
        return told

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return the tables, whose amounts are all one number of times those of the case, so that sums still hold."""
        told: tuple[Statement, ...] = self._told(tuple(self.case.statements.values()))
        return tuple(replace(each, id=self._id(each.id)) for each in told)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the named figures."""
        told: tuple[Figure, ...] = self._told(tuple(self.case.figures.values()))
        return tuple(replace(each, name=self._id(each.name), value=self._value(each)) for each in told)

    def _id(self, name: str) -> str:
        return f"{name}-{self.number}"

    def _value(self, figure: Figure) -> Decimal:
        return figure.value * self._factor if named_unit(figure.unit).family == MONEY else figure.value

    @property
    def _factor(self) -> int:
        return 2 * self.number + 1

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Return the names of sections, goals and undertakings with what each is called here, the longest first."""
        found: dict[str, str] = {}
        _visit(self.case.report.sections, lambda node: found.update(self._called(node)))
        return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))

    def _called(self, node: Any) -> dict[str, str]:
        named = isinstance(node, Section | Goal | Undertaking | Indicator)
        return {node.name.value: f"{self.town} {node.name.value.lower()}"} if named else {}

    def _told(self, tree: Any) -> Any:
        """Return a part of the case as it stands here."""
        if isinstance(tree, tuple):
            return tuple(self._told(each) for each in tree)
        if isinstance(tree, dict):
            return {key: self._told(each) for key, each in tree.items()}
        if isinstance(tree, TextOrigin | CellOrigin | WordOrigin):
            return replace(tree, file=f"{self.town}/{tree.file}")
        if isinstance(tree, Text):
            return Text(self._text(tree.text))
        if not is_dataclass(tree) or isinstance(tree, type):
            return tree
        own = {each.name: self._told(getattr(tree, each.name)) for each in fields(tree)}
        return self._named(replace(tree, **own))

    def _named(self, tree: Any) -> Any:
        if isinstance(tree, Section | Goal | Undertaking | Indicator):
            name = replace(tree.name, value=self._names[tree.name.value])
            return replace(tree, id=self._sourced(tree.id), name=name)
        if isinstance(tree, StatementPart | SameRow):
            return replace(tree, statement=self._sourced(tree.statement))
        if isinstance(tree, SummaryPart):
            order = tuple(self._sourced(each) for each in tree.order)
            return replace(tree, section=self._sourced(tree.section), order=order)
        if isinstance(tree, FigureReference):
            return replace(tree, name=self._id(tree.name))
        if isinstance(tree, Amount) and not tree.percent:
            return replace(tree, value=tree.value * self._factor)
        return tree

    def _sourced(self, said: Sourced[str]) -> Sourced[str]:
        return replace(said, value=self._id(said.value))

    def _text(self, text: str) -> str:
        """Return a text with the names, the amounts and some of the words of this copy."""
        at, out = 0, ""
        for mention in scan(text):
            if mention.kind is Kind.NUMBER and mention.text[-1:] and not mention.in_words:
                out += self._words(text[at : mention.start]) + self._number(text[mention.start : mention.end], mention)
                at = mention.end
        return out + self._words(text[at:])

    def _number(self, text: str, mention: Any) -> str:
        digits = re.search(r"\d[\d\u00a0 ]*(?:,\d+)?", text)
        if digits is None or "." in text:
            return text
        value = abs(mention.value)
        value = value * self._factor if mention.unit.family == MONEY else value + self.number
        step = Decimal(1).scaleb(-mention.decimals)
        shown = f"{value.quantize(step, ROUND_HALF_UP)}".replace(".", ",")
        rest = digits.group()[len(digits.group().rstrip()) :]
        return text[: digits.start()] + shown + rest + text[digits.end() :]

    def _words(self, text: str) -> str:
        for name, own in self._names.items():
            text = text.replace(name, own)
        return _WORD.sub(lambda match: self._word(match.group()), text)

    def _word(self, word: str) -> str:
        """Return nearly every noun as part of a compound that is one: schools here are playgrounds there."""
        drawn = crc32(f"{self.number} {word}".encode())
        compound = _FIRST[drawn // 5 % len(_FIRST)] + word
        return compound if drawn % 5 and swedish().spells(compound) else word


def _visit(tree: Any, look: Callable[[Any], None]) -> None:
    look(tree)
    if isinstance(tree, tuple):
        for each in tree:
            _visit(each, look)
    elif is_dataclass(tree) and not isinstance(tree, type | TextOrigin | CellOrigin | WordOrigin):
        for field in fields(tree):
            _visit(getattr(tree, field.name), look)
