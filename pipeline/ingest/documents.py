"""YAML documents of a folder: from bytes to raw tree."""

from __future__ import annotations

from pipeline.ingest.folder import Folder
from pipeline.ingest.raw import RawNode
from pipeline.ingest.textfile import decode
from pipeline.ingest.yaml_reader import read_yaml


def read_document(folder: Folder, name: str) -> RawNode | None:
    """Return the raw tree of a YAML file, or None with findings."""
    data = folder.read(name)
    if data is None:
        return None
    shown = folder.name(name)
    text = decode(data, shown, folder.report)
    return None if text is None else read_yaml(text, shown, folder.report)
