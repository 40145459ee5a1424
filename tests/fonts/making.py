"""Font files made for a test: TrueType, CFF and CFF by CIDs, alone or in a collection."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont


def one_glyph_font(
    path: Path, characters: str, *, family: str = "Prov", rights: int = 0, outlines: str = "glyf", cids: bool = False
) -> None:
    """Write a font that has these characters as squares; with ``cids`` its CIDs are others than its glyphs' numbers."""
    names = [".notdef", *(f"cid{1000 + at:05d}" if cids else f"u{ord(ch):04X}" for at, ch in enumerate(characters))]
    builder = FontBuilder(1000, isTTF=outlines == "glyf")
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(ch): name for ch, name in zip(characters, names[1:], strict=True)})
    if outlines == "glyf":
        builder.setupGlyf({name: _square(TTGlyphPen(None)).glyph() for name in names})
    else:
        strings = {name: _square(T2CharStringPen(1000, None)).getCharString() for name in names}
        builder.setupCFF(family, {}, strings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200, fsType=rights)
    builder.setupPost(keepGlyphNames=False)
    if cids:
        _key_by_cid(builder.font)
    builder.save(path)


def altered_font(path: Path, characters: str, *, family: str = "Prov", bold: bool = False, kind: str = "") -> None:
    """Write a font of another kind: ``variable`` in weight, or ``bitmaps`` alone, without outlines."""
    one_glyph_font(path, characters, family=family)
    font = TTFont(BytesIO(path.read_bytes()))
    if kind == "variable":
        builder = FontBuilder(font=font)
        builder.setupFvar([("wght", 100, 400, 900, "Vikt")], [])
        builder.setupGvar({})
    elif kind == "bitmaps":
        del font["glyf"], font["loca"]
    if bold:
        font["OS/2"].fsSelection |= 0x20
    font.save(path)


def collection(path: Path, *fonts: Path) -> None:
    """Write a collection of fonts."""
    together = TTCollection()
    together.fonts = [TTFont(BytesIO(font.read_bytes())) for font in fonts]
    together.save(path)


def _square(pen: T2CharStringPen | TTGlyphPen) -> T2CharStringPen | TTGlyphPen:
    pen.moveTo((100, 0))
    for corner in ((100, 700), (900, 700), (900, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen


def _key_by_cid(font: TTFont) -> None:
    from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict  # noqa: PLC0415 - only here

    program = font["CFF "].cff
    top = program[0]
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = 4000
    one = FontDict()
    one.Private = top.Private
    array = FDArrayIndex()
    array.append(one)
    top.FDArray = array
    select = FDSelect()
    select.format = 3
    select.gidArray = [0] * len(top.charset)
    top.FDSelect = select
    top.CharStrings.fdArray, top.CharStrings.fdSelect = array, select


def scrambled(font: bytes, key: str) -> bytes:
    """Return a font file as a Word file brings it: its first 32 bytes mixed with the key, last byte first (17.8.1)."""
    code = bytes.fromhex(key.strip("{}").replace("-", ""))
    return bytes(byte ^ code[15 - at % 16] for at, byte in enumerate(font[:32])) + font[32:]
