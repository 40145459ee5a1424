"""What the template's tags read: named posts with fields, and slots for what is not plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from pipeline.compose.xml import SLOT_NAMESPACE, Element

Builder = Callable[[], list[Element]]


class Post:
    """A named set of fields: ``{{ ärende.titel }}`` reads the field ``titel`` of the post ``ärende``."""

    def __init__(self, name: str, /, **fields: Any) -> None:
        self.__dict__.update(fields)
        self._name = name

    def __str__(self) -> str:
        """Refuse to be printed: a post has no text of its own; raises TemplateRuntimeError."""
        raise TemplateRuntimeError(f"”{self._name}” är flera uppgifter och kan inte skrivas ut som en")

    @property
    def post_name(self) -> str:
        """Return the name that the post goes by in messages."""
        return self._name

    @property
    def field_names(self) -> tuple[str, ...]:
        """Return the names of the fields, in the order they were given."""
        return tuple(name for name in vars(self) if not name.startswith("_"))


@dataclass(frozen=True)
class Slot:
    """What is put in place of a mark in the filled template: whole blocks, or runs inside a paragraph."""

    inline: bool
    build: Builder


@dataclass
class Slots:
    """The slots of one document by number; each is built where its mark stands, in the document's order."""

    _slots: list[Slot] = field(default_factory=list)

    def block(self, build: Builder) -> Markup:
        """Return the mark of a slot for paragraphs and tables: ``{{p del.text }}``."""
        return self._mark(Slot(inline=False, build=build))

    def inline(self, build: Builder) -> Markup:
        """Return the mark of a slot for runs: ``{{r nivå.symbol }}``."""
        return self._mark(Slot(inline=True, build=build))

    def get(self, number: str) -> Slot | None:
        """Return the slot of a mark, None where no tag has made one of that number."""
        known = number.isascii() and number.isdigit() and int(number[:9]) < len(self._slots)
        return self._slots[int(number)] if known else None

    def _mark(self, slot: Slot) -> Markup:
        self._slots.append(slot)
        return Markup(f'<k:slot xmlns:k="{SLOT_NAMESPACE}" n="{len(self._slots) - 1}"/>')  # noqa: S704 - ours alone
