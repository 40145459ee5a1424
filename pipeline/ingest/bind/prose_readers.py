"""Readers of prose: a file under texter/, or Markdown written in the YAML file."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.ingest.bind.reading import Reading, Schema
from pipeline.ingest.bind.scalars import expect_text
from pipeline.ingest.raw import RawNode, RawText
from pipeline.model.prose import Prose


@dataclass(frozen=True)
class ProseReader:
    """Reads prose; ``file`` tells whether the value is the name of a file."""

    file: bool

    def read(self, node: RawNode, reading: Reading) -> Prose | None:
        """Return the prose, or None with findings."""
        wanted = "namnet på en textfil" if self.file else "text"
        if expect_text(node, reading, wanted) is None or reading.texts is None:
            return None
        assert isinstance(node, RawText)
        return reading.texts.from_file(node) if self.file else reading.texts.from_value(node)

    def schema(self) -> Schema:
        """Return text, for a file with its endings."""
        return {"type": "string", "pattern": r"\.(md|docx)(#.+)?$"} if self.file else {"type": "string"}


PROSE_FILE = ProseReader(file=True)
PROSE_VALUE = ProseReader(file=False)
