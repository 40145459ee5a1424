"""Readers of lists and mappings: a record is a table of fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pipeline.ingest.bind.reading import Reader, Reading, Schema
from pipeline.ingest.bind.scalars import shape
from pipeline.ingest.raw import RawEntry, RawList, RawMapping, RawNode, RawText, is_empty
from pipeline.ingest.suggest import did_you_mean, nearest

T = TypeVar("T")
Otherwise = Callable[[RawMapping, Reading], object]


@dataclass(frozen=True)
class Field:
    """A key, the attribute it fills, and how it is read.

    ``doc`` is what an editor shows. A key that must stand says so, or says what stands ``otherwise``. A key is
    ``vital`` where a wrong value leaves nothing to go on with.
    """

    key: str
    attribute: str
    reader: Reader[object]
    doc: str = ""
    must: bool = False
    otherwise: Otherwise | None = None
    vital: bool = False


@dataclass(frozen=True)
class Record(Generic[T]):
    """A mapping with known keys; ``what`` names it with its article, ``origin`` is the attribute for its place."""

    what: str
    make: Callable[..., T]
    fields: tuple[Field, ...]
    origin: str = "origin"

    def read(self, node: RawNode, reading: Reading) -> T | None:
        """Return the object, or None with findings where a key that must stand is missing or wrong."""
        return self.read_with(node, reading, {})

    def read_with(self, node: RawNode, reading: Reading, given: Mapping[str, object]) -> T | None:
        """Return the object with attributes that are ``given`` from outside, such as the key it stands under."""
        if not isinstance(node, RawMapping):
            reading.report.say("ING122", f"här ska stå {self.what} men det står {shape(node)}", node.origin)
            return None
        check_keys(node, tuple(field.key for field in self.fields), self.what, reading)
        values: dict[str, object] = {**given, self.origin: node.origin} if self.origin else dict(given)
        complete = [self._fill(field, node, values, reading) for field in self.fields]
        return self.make(**values) if all(complete) else None

    def _fill(self, field: Field, node: RawMapping, values: dict[str, object], reading: Reading) -> bool:
        """Put a field's value in place; return whether the object can be made without or with it."""
        entry = node.get(field.key)
        if entry is not None and not is_empty(entry.value):
            value = field.reader.read(entry.value, reading)
            if value is not None:
                values[field.attribute] = value
            if value is not None or field.vital:
                return value is not None
        elif field.must:
            _say_missing(field.key, entry, node, self.what, reading)
        if field.otherwise is not None:
            values[field.attribute] = field.otherwise(node, reading)
        return not field.must

    def schema(self) -> Schema:
        """Return an object with its keys, closed to others."""
        properties = {field.key: _described(field) for field in self.fields}
        required = [field.key for field in self.fields if field.must]
        return {"type": "object", "additionalProperties": False, "properties": properties, "required": required}


def _described(field: Field) -> Schema:
    schema = field.reader.schema()
    return {**schema, "description": field.doc} if field.doc and "$ref" not in schema else schema


def _say_missing(key: str, entry: RawEntry | None, node: RawMapping, what: str, reading: Reading) -> None:
    if entry is not None:
        reading.report.say("ING130", f'nyckeln "{key}" har inget värde', entry.key.origin)
        return
    near = nearest(key, node.keys)
    message = f'{what} saknar nyckeln "{key}"'
    reading.report.say("ING121", message, node.origin, help=f'är "{near}" menad som "{key}"?' if near else "")


def check_keys(node: RawMapping, known: tuple[str, ...], what: str, reading: Reading) -> None:
    """Make a finding of every key that is not known."""
    for key in node.keys:
        if key not in known:
            entry = node.get(key)
            free = [other for other in known if other not in node.keys]
            place = entry.key.origin if entry else node.origin
            help_line = did_you_mean(key, free if nearest(key, free) else known)
            reading.report.say("ING120", f'{what} har ingen nyckel "{key}"', place, help=help_line)


@dataclass(frozen=True)
class Many(Generic[T]):
    """A list; an item that cannot be read is left out, with its finding."""

    item: Reader[T]
    least: int = 0

    def read(self, node: RawNode, reading: Reading) -> tuple[T, ...] | None:
        """Return the items, or None with ING122 when this is no list and ING130 when it is too short."""
        if not isinstance(node, RawList):
            is_one = isinstance(node, RawText) and not node.literal
            help_line = "skriv värdet på raden under, med - före" if is_one else ""
            reading.report.say(
                "ING122", f"här ska stå en lista men det står {shape(node)}", node.origin, help=help_line
            )
            return None
        if len(node.items) < self.least:
            reading.report.say("ING130", "listan är tom men ska ha minst ett värde", node.origin)
            return None
        read = [self.item.read(item, reading) for item in node.items]
        return tuple(item for item in read if item is not None)

    def schema(self) -> Schema:
        """Return an array."""
        schema: Schema = {"type": "array", "items": self.item.schema()}
        return {**schema, "minItems": self.least} if self.least else schema


@dataclass(frozen=True)
class Keyed(Generic[T]):
    """A mapping whose keys are ids: each record gets its key as ``attribute``."""

    record: Record[T]
    attribute: str = "id"

    def read(self, node: RawNode, reading: Reading) -> dict[str, T] | None:
        """Return the records by id, or None with ING122."""
        if not isinstance(node, RawMapping):
            reading.report.say("ING122", f"här ska stå en mappning men det står {shape(node)}", node.origin)
            return None
        made: dict[str, T] = {}
        for entry in node.entries:
            value = self.record.read_with(entry.value, reading, {self.attribute: entry.key.text})
            if value is not None:
                made[entry.key.text] = value
        return made

    def schema(self) -> Schema:
        """Return an object with any keys."""
        return {"type": "object", "additionalProperties": self.record.schema()}


@dataclass(frozen=True)
class FreeMapping(Generic[T]):
    """A mapping with any keys and one kind of value."""

    value: Reader[T]

    def read(self, node: RawNode, reading: Reading) -> dict[str, T] | None:
        """Return the values by key, or None with ING122."""
        if not isinstance(node, RawMapping):
            reading.report.say("ING122", f"här ska stå en mappning men det står {shape(node)}", node.origin)
            return None
        read = {entry.key.text: self.value.read(entry.value, reading) for entry in node.entries}
        return {key: value for key, value in read.items() if value is not None}

    def schema(self) -> Schema:
        """Return an object with any keys."""
        return {"type": "object", "additionalProperties": self.value.schema()}


@dataclass(frozen=True)
class Later(Generic[T]):
    """A reader that is looked up when it is used, so that sections can hold sections; ``name`` is its schema's."""

    name: str
    find: Callable[[], Reader[T]]

    def read(self, node: RawNode, reading: Reading) -> T | None:
        """Return what the found reader reads."""
        return self.find().read(node, reading)

    def schema(self) -> Schema:
        """Return a reference to the schema's definition."""
        return {"$ref": f"#/$defs/{self.name}"}


AnyRecord = Record[Any]
