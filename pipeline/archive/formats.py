"""File formats as an archive names them: media type and the key of PRONOM, The National Archives' register."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

REGISTRY = "PRONOM"


@dataclass(frozen=True)
class Format:
    """A file format; ``key`` is its PRONOM id, or "" where only a look at the bytes would tell the version."""

    name: str
    version: str
    media_type: str
    key: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
_FORMATS = {
    ".pdf": Format("PDF/A-2a", "2a", "application/pdf", "fmt/476"),
    ".docx": Format("Office Open XML Document", "2007 onwards", f"{_OFFICE}wordprocessingml.document", "fmt/412"),
    ".xlsx": Format("Office Open XML Workbook", "2007 onwards", f"{_OFFICE}spreadsheetml.sheet", "fmt/214"),
    ".html": Format("Hypertext Markup Language", "5", "text/html", "fmt/471"),
    ".json": Format("JSON Data Interchange Format", "", "application/json", "fmt/817"),
    ".md": Format("Markdown", "", "text/markdown", "fmt/1149"),
    ".png": Format("Portable Network Graphics", "", "image/png", ""),
    ".jpg": Format("JPEG", "", "image/jpeg", ""),
    ".jpeg": Format("JPEG", "", "image/jpeg", ""),
    ".svg": Format("Scalable Vector Graphics", "1.1", "image/svg+xml", "fmt/92"),
    ".ttf": Format("TrueType Font", "", "font/ttf", "x-fmt/453"),
    ".txt": Format("Plain Text File", "", "text/plain", "x-fmt/111"),
    ".xml": Format("Extensible Markup Language", "1.0", "application/xml", "fmt/101"),
    ".xsd": Format("XML Schema Definition", "", "application/xml", "x-fmt/280"),
    ".yaml": Format("YAML", "", "text/plain", "fmt/818"),
    ".zip": Format("ZIP Format", "", "application/zip", "x-fmt/263"),
}
_UNKNOWN = Format("okänt", "", "application/octet-stream", "")


def format_of(name: str) -> Format:
    """Return the format that a file's ending tells; one of no key where it tells nothing."""
    return _FORMATS.get(PurePosixPath(name).suffix.lower(), _UNKNOWN)
