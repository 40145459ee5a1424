"""Text files: UTF-8 or a clear word about why not."""

from __future__ import annotations

import codecs
import re

from pipeline.ingest.reporting import Reporter
from pipeline.model.origin import TextOrigin

MAX_TEXT_BYTES = 4 * 2**20
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, name: str, report: Reporter) -> str | None:
    """Return the text of a file with line feeds only and no byte order mark, or None with a finding."""
    if len(data) > MAX_TEXT_BYTES:
        size = f"{len(data) / 2**20:.1f}".replace(".", ",")
        report.say(
            "ING105", f"textfilen är {size} MB men får vara högst {MAX_TEXT_BYTES // 2**20} MB", TextOrigin(name)
        )
        return None
    if data.startswith(_UTF16) or b"\x00" in data[:4]:
        report.say("ING103", "filen är sparad som UTF-16 men ska vara UTF-8", TextOrigin(name))
        return None
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        _say_undecodable(data, error.start, name, report)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    report.sources[name] = text.split("\n")
    return text if _has_only_text(text, name, report) else None


def _say_undecodable(data: bytes, at: int, name: str, report: Reporter) -> None:
    line = data.count(b"\n", 0, at) + 1
    start = data.rfind(b"\n", 0, at) + 1
    end = data.find(b"\n", at)
    shown = data[start : end if end >= 0 else None].decode("latin-1").strip()
    column = len(data[start:at].decode("latin-1")) + 1
    report.say(
        "ING103",
        f"filen är inte UTF-8: byte 0x{data[at]:02X} på rad {line} går inte att läsa",
        TextOrigin(name, line, column),
        help=f'spara filen som UTF-8; tecknet är troligen "{bytes([data[at]]).decode("latin-1")}" i äldre kodning',
        excerpt=shown[:200],
    )


def _has_only_text(text: str, name: str, report: Reporter) -> bool:
    match = _CONTROL.search(text)
    if match is None:
        return True
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    code = f"U+{ord(match[0]):04X}"
    report.say("ING104", f"filen innehåller styrtecknet {code}, som inte är text", TextOrigin(name, line, column))
    return False
