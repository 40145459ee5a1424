"""What readers know while they bind: where to report, the profile's words, and the texts of the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from pipeline.ingest.raw import RawNode, RawText
from pipeline.ingest.reporting import Reporter
from pipeline.model.prose import Prose

T_co = TypeVar("T_co", covariant=True)
Schema = dict[str, object]


class TextSource(Protocol):
    """The texts of a case."""

    def from_file(self, node: RawText) -> Prose | None:
        """Return the prose of ``fil`` or ``fil#rubrik``, or None with a finding."""

    def from_value(self, node: RawText) -> Prose | None:
        """Return the prose of Markdown that is written in the YAML file itself."""


@dataclass
class Reading:
    """The surroundings of one file that is being bound; ``profiled`` tells whether the profile's words are known."""

    report: Reporter
    profiled: bool = False
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    texts: TextSource | None = None


class Reader(Protocol[T_co]):
    """Reads one value: None means that a finding has been made."""

    def read(self, node: RawNode, reading: Reading) -> T_co | None:
        """Return the value of a node, or None with findings."""

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
