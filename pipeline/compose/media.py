"""Pictures in the Word file: each symbol is stored once, and shown by drawings that have their own alternative text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.compose.draft import Draft
from pipeline.compose.symbols import Symbol, SymbolError, rasterise, read_symbol
from pipeline.compose.xml import Element, element, run
from pipeline.errors import reason_of
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Findings
from pipeline.model.origin import Sourced
from pipeline.ooxml.names import NAMESPACES

_EMU_PER_POINT = 12_700
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"

_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


@dataclass
class Media:
    """The pictures of one document."""

    draft: Draft
    folder: Path
    findings: Findings
    _files: dict[str, Symbol | None] = field(default_factory=dict)
    _stored: dict[bytes, tuple[str, str]] = field(default_factory=dict)

    def symbol_file(self, file: Sourced[str]) -> Symbol | None:
        """Return the symbol in a file of the profile; one that cannot be set is a finding, and None."""
        if file.value not in self._files:
            self._files[file.value] = self._read(file)
        return self._files[file.value]

    def _read(self, file: Sourced[str]) -> Symbol | None:
        try:
            return read_symbol((self.folder / file.value).read_bytes())
        except OSError as error:
            reason = f"filen går inte att läsa ({reason_of(error)})"
        except SymbolError as error:
            reason = str(error)
        self.findings.add(finding("KOM301", f"symbolen {file.value} kan inte användas: {reason}", file.origin))
        return None

    def drawing(self, symbol: Symbol, description: str) -> Element:
        """Return a run with the symbol in line with the text; ``description`` is its alternative text."""
        png, svg = self._store(symbol)
        width, height = (str(round(points * _EMU_PER_POINT)) for points in (symbol.width, symbol.height))
        graphic = _graphic(_picture(png, svg, width, height))
        inline = element(
            "wp:inline",
            _plain("wp:extent", cx=width, cy=height),
            _plain("wp:effectExtent", l="0", t="0", r="0", b="0"),
            _plain("wp:docPr", id="0", name=description, descr=description),
            element("wp:cNvGraphicFramePr", _plain("a:graphicFrameLocks", noChangeAspect="1")),
            graphic,
        )
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        return run(element("w:drawing", inline))

    def _store(self, symbol: Symbol) -> tuple[str, str]:
        if symbol.svg not in self._stored:
            stem = f"symbol{len(self._stored) + 1}"
            self.draft.declare_type("png", "image/png")
            self.draft.declare_type("svg", "image/svg+xml")
            identities = []
            for name, data in ((f"media/{stem}.png", rasterise(symbol)), (f"media/{stem}.svg", symbol.svg)):
                self.draft.put(f"{self.draft.folder}/{name}", data)
                identities.append(self.draft.relate("image", name))
            self._stored[symbol.svg] = (identities[0], identities[1])
        return self._stored[symbol.svg]


def decorative() -> Element:
    """Return what tells within a ``wp:docPr`` that the picture says nothing of its own ([MS-ODRAWXML] 2.34)."""
    mark = _plain("adec:decorative", val="1")
    return element("a:extLst", _plain("a:ext", mark, uri=_DECORATIVE_EXTENSION))


def _plain(name: str, /, *children: Element, **attributes: str) -> Element:
    made = element(name, *children)
    for key, value in attributes.items():
        made.set(key, value)
    return made


def _graphic(picture: Element) -> Element:
    return element("a:graphic", _plain("a:graphicData", picture, uri=NAMESPACES["pic"]))


def _picture(png: str, svg: str, width: str, height: str) -> Element:
    vector = _plain("a:ext", element("asvg:svgBlip", r__embed=svg), uri=_SVG_EXTENSION)
    blip = element("a:blip", element("a:extLst", vector), r__embed=png)
    frame = element("a:xfrm", _plain("a:off", x="0", y="0"), _plain("a:ext", cx=width, cy=height))
    shape = _plain("a:prstGeom", element("a:avLst"), prst="rect")
    return element(
        "pic:pic",
        element("pic:nvPicPr", _plain("pic:cNvPr", id="0", name=""), element("pic:cNvPicPr")),
        element("pic:blipFill", blip, element("a:stretch", element("a:fillRect"))),
        element("pic:spPr", frame, shape),
    )
