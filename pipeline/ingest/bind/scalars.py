"""Readers of single values: text, dates, numbers, ja/nej and words of a closed set."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from pipeline.ingest.bind.reading import Reader, Reading, Schema
from pipeline.ingest.numbers import AmbiguousNumber, NotANumber, Number, read_number
from pipeline.ingest.raw import RawList, RawMapping, RawNode, RawText
from pipeline.ingest.suggest import did_you_mean
from pipeline.model.origin import Sourced

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

SCALAR_TYPES = ["string", "number", "boolean"]
_NEWLINES = re.compile(r"\s*\n\s*")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def shape(node: RawNode) -> str:
    """Return what a node is, for messages."""
    if isinstance(node, RawMapping):
        return "en mappning med nycklar"
    if isinstance(node, RawList):
        return "en lista"
    return f'texten "{node.text[:60]}"' if node.text else "tomt"


def expect_text(node: RawNode, reading: Reading, wanted: str = "text") -> str | None:
    """Return a scalar's text on one line, or None with a finding when it is empty or no scalar."""
    if not isinstance(node, RawText):
        reading.report.say("ING122", f"här ska stå {wanted} men det står {shape(node)}", node.origin)
        return None
    text = _NEWLINES.sub(" ", node.text).strip(" \t\n")
    if not text:
        reading.report.say("ING130", f"här ska stå {wanted} men värdet är tomt", node.origin)
        return None
    return text


@dataclass(frozen=True)
class PlainText:
    """Text that needs no origin of its own in the model; ``empty`` allows ``""``."""

    empty: bool = False

    def read(self, node: RawNode, reading: Reading) -> str | None:
        """Return the text."""
        if self.empty and isinstance(node, RawText):
            return node.text
        return expect_text(node, reading)

    def schema(self) -> Schema:
        """Return the schema of text, which an editor may take for a number."""
        return {"type": list(SCALAR_TYPES)}


@dataclass(frozen=True)
class SourcedReader(Generic[T]):
    """Another reader's value with its origin."""

    inner: Reader[T]

    def read(self, node: RawNode, reading: Reading) -> Sourced[T] | None:
        """Return the value with the node's origin."""
        value = self.inner.read(node, reading)
        return None if value is None else Sourced(value, node.origin)

    def schema(self) -> Schema:
        """Return the inner reader's schema."""
        return self.inner.schema()


@dataclass(frozen=True)
class Word:
    """Text of a given form; ``form`` says in Swedish what it is."""

    pattern: str
    form: str

    def read(self, node: RawNode, reading: Reading) -> str | None:
        """Return the text, or None with ING131 where it has another form."""
        text = expect_text(node, reading, self.form)
        if text is not None and not re.fullmatch(self.pattern, text):
            reading.report.say("ING131", f'"{text}" är inte {self.form}', node.origin)
            return None
        return text

    def schema(self) -> Schema:
        """Return text of the pattern; numbers pass, since editors read them so."""
        return {"type": list(SCALAR_TYPES), "pattern": f"^({self.pattern})$"}


@dataclass(frozen=True)
class IsoDate:
    """A date as år-månad-dag."""

    def read(self, node: RawNode, reading: Reading) -> date | None:
        """Return the date, or None with ING123."""
        text = expect_text(node, reading, "ett datum")
        if text is None:
            return None
        if not _ISO_DATE.fullmatch(text):
            reading.report.say("ING123", f'"{text}" är inte ett datum på formen ÅÅÅÅ-MM-DD', node.origin)
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            reading.report.say("ING123", f'"{text}" finns inte i kalendern', node.origin)
            return None

    def schema(self) -> Schema:
        """Return a date."""
        return {"type": "string", "format": "date"}


@dataclass(frozen=True)
class Integer:
    """A whole number within bounds."""

    least: int = 0
    most: int = 10**9

    def read(self, node: RawNode, reading: Reading) -> int | None:
        """Return the number, or None with ING124."""
        text = expect_text(node, reading, "ett heltal")
        if text is None:
            return None
        if not re.fullmatch(r"-?[0-9]{1,12}", text):
            reading.report.say("ING124", f'"{text}" är inte ett heltal', node.origin)
            return None
        if not self.least <= int(text) <= self.most:
            message = f"{text} ligger utanför {self.least}–{self.most}"
            reading.report.say("ING124", message, node.origin, help=f"skriv ett tal från {self.least} till {self.most}")
            return None
        return int(text)

    def schema(self) -> Schema:
        """Return an integer within the bounds."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class DecimalNumber:
    """A number as it is typed in Swedish, with as many decimals as it was typed with."""

    def read(self, node: RawNode, reading: Reading) -> Sourced[Number] | None:
        """Return the number, or None with ING125."""
        text = expect_text(node, reading, "ett tal")
        if text is None:
            return None
        try:
            return Sourced(read_number(text), node.origin)
        except AmbiguousNumber:
            message = f'"{text}" är tvetydigt: punkten kan betyda tusental eller decimaler'
            reading.report.say("ING125", message, node.origin)
        except NotANumber:
            reading.report.say("ING125", f'"{text}" är inte ett tal', node.origin)
        return None

    def schema(self) -> Schema:
        """Return a number, or text that holds one."""
        return {"type": ["string", "number"]}


@dataclass(frozen=True)
class YesNo:
    """``ja`` or ``nej``."""

    def read(self, node: RawNode, reading: Reading) -> bool | None:
        """Return true for ja, or None with ING126."""
        text = expect_text(node, reading, "ja eller nej")
        if text is None:
            return None
        answer = {"ja": True, "nej": False}.get(text.lower())
        if answer is None:
            reading.report.say("ING126", f'här ska stå ja eller nej men det står "{text}"', node.origin)
        return answer

    def schema(self) -> Schema:
        """Return the two words."""
        return {"enum": ["ja", "nej"]}


@dataclass(frozen=True)
class Choice(Generic[E]):
    """A word of an enumeration, by its Swedish value."""

    enum: type[E]

    def read(self, node: RawNode, reading: Reading) -> E | None:
        """Return the member, or None with ING127."""
        words = {str(member.value): member for member in self.enum}
        text = expect_text(node, reading, " eller ".join(words))
        if text is None:
            return None
        if text not in words:
            reading.report.say(
                "ING127", f'"{text}" är inget av de ord som kan stå här', node.origin, help=did_you_mean(text, words)
            )
            return None
        return words[text]

    def schema(self) -> Schema:
        """Return the words."""
        return {"enum": [member.value for member in self.enum]}


@dataclass(frozen=True)
class Known:
    """A word of a set that the profile gives; ``what`` names the set, ``words`` finds it."""

    what: str
    words: Callable[[Reading], tuple[str, ...]]

    def read(self, node: RawNode, reading: Reading) -> Sourced[str] | None:
        """Return the word with its origin, or None with ING128; without a profile every word passes."""
        text = expect_text(node, reading, self.what)
        if text is None:
            return None
        known = self.words(reading)
        if reading.profiled and text not in known:
            reading.report.say(
                "ING128", f'"{text}" är inte {self.what} i profilen', node.origin, help=did_you_mean(text, known)
            )
            return None
        return Sourced(text, node.origin)

    def schema(self) -> Schema:
        """Return text: the words are each profile's own."""
        return {"type": list(SCALAR_TYPES), "description": f"{self.what} ur profilen"}


TEXT: SourcedReader[str] = SourcedReader(PlainText())
DATE: SourcedReader[date] = SourcedReader(IsoDate())


def lacks_vocabulary(vocabulary: str, node: RawNode, reading: Reading) -> bool:
    """Return whether the profile lacks a vocabulary that something is said in the words of, with ING152."""
    lacks = reading.profiled and vocabulary not in reading.levels
    if lacks:
        message = f'ordlistan "{vocabulary}" saknas i profilen men här står en nivå av den'
        help_line = f"ta bort uppgiften, eller lägg till ordlistan {vocabulary} i profil.yaml"
        reading.report.say("ING152", message, node.origin, help=help_line)
    return lacks


@dataclass(frozen=True)
class LevelOf:
    """A level of one of the profile's vocabularies; a profile need not have them all."""

    vocabulary: str

    @property
    def _known(self) -> Known:
        words = self.vocabulary
        return Known(f"en nivå av {words}", lambda reading: reading.levels.get(words, ()))

    def read(self, node: RawNode, reading: Reading) -> Sourced[str] | None:
        """Return the level with its origin, or None with ING128, or ING152 where the profile has no such vocabulary."""
        if lacks_vocabulary(self.vocabulary, node, reading):
            return None
        return self._known.read(node, reading)

    def schema(self) -> Schema:
        """Return text: the words are each profile's own."""
        return self._known.schema()


def integer(least: int, most: int) -> SourcedReader[int]:
    """Return a reader of whole numbers with their origin."""
    return SourcedReader(Integer(least, most))


def level(vocabulary: str) -> LevelOf:
    """Return a reader of one of a vocabulary's levels."""
    return LevelOf(vocabulary)
