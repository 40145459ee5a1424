"""Plays a metafile: its header, its records one by one, and what became of them."""

from __future__ import annotations

import gzip
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pipeline.render.graphic import Graphic, Image, Place
from pipeline.render.metafiles.affine import Matrix
from pipeline.render.metafiles.bitmaps import found_picture
from pipeline.render.metafiles.board import Board
from pipeline.render.metafiles.emf import DRAWING, SILENT
from pipeline.render.metafiles.emfthings import BITMAPS, Things
from pipeline.render.metafiles.records import Record
from pipeline.render.metafiles.wmf import PLACEABLE, Wmf
from pipeline.render.tree import Picture

MOST_RECORDS = 200_000
MOST_BYTES = 64 * 2**20  # of a metafile, unpacked
_GZIP = b"\x1f\x8b"
_EMF_MARK = b" EMF"
_COMMENT = 70
_PLUS = b"EMF+"
Crop = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Played:
    """What a metafile shows, and how many of its records are not known."""

    graphic: Graphic
    unknown: int = 0


class NoMetafile(Exception):  # noqa: N818 - named for what the bytes are
    """The bytes are no metafile that can be played; the message says why, in Swedish."""


def is_metafile(opening: bytes) -> bool:
    """Return whether a part begins as a metafile does, packed or not."""
    return opening[40:44] == _EMF_MARK or Wmf.is_one(opening) or opening.startswith(_GZIP)


def play(data: bytes, width: float, height: float, crop: Crop = (0.0, 0.0, 0.0, 0.0)) -> Played:
    """Return a metafile as a graphic of a size in points, less the shares ``crop`` of its sides; raises NoMetafile."""
    plain = _unpacked(data)
    if plain[40:44] == _EMF_MARK:
        board = _emf(plain, width, height, crop)
    elif Wmf.is_one(plain):
        board = Wmf(plain, _spread(width, height, crop)).played(width, height)
    else:
        raise NoMetafile("bildformatet går inte att läsa")
    items = tuple(board.items) or _kept_bitmap(plain, width, height, crop)
    if not items:
        raise NoMetafile("metafilen har inget som går att rita")
    return Played(Graphic(items), sum(board.unknown.values()))


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.open(BytesIO(data)) as file:
            plain = file.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise NoMetafile("bildfilen är skadad") from error
    if len(plain) > MOST_BYTES:
        raise NoMetafile(f"bilden är för stor: den får vara högst {MOST_BYTES // 2**20} MB uppackad")
    return plain


def _spread(width: float, height: float, crop: Crop) -> tuple[float, float, float, float]:
    """Return where the whole picture stands of which a part fills a size: its corner and its size."""
    left, top, right, bottom = crop
    across, down = max(1 - left - right, 0.01), max(1 - top - bottom, 0.01)
    wide, high = width / across, height / down
    return -left * wide, -top * high, wide, high


def _emf(data: bytes, width: float, height: float, crop: Crop) -> Board:
    device, density = _device(data, _spread(width, height, crop))
    board, things = Board(width, height, device, density), Things()
    for record in _records(data):
        if board.full:
            board.unknown["rest"] += 1
            break
        if things.handle(board, record) or record.kind in SILENT or record.kind == _COMMENT:
            continue
        handler = DRAWING.get(record.kind) or BITMAPS.get(record.kind)
        if handler is None:
            board.unknown[str(record.kind)] += 1
        else:
            handler(board, record)
    return board


def _device(data: bytes, spread: tuple[float, float, float, float]) -> tuple[Matrix, float]:
    """Return the transform from the device's units to points, by the header's frame, and the units in a millimetre."""
    if len(data) < 88:
        raise NoMetafile("bildfilen är skadad")
    header = Record(1, data[:88])
    left, top, right, bottom = header.edges(24)
    across, down = header.number(72), header.number(76)
    wide_mm, high_mm = header.number(80), header.number(84)
    if min(across, down, wide_mm, high_mm) <= 0 or right <= left or bottom <= top:
        return _by_bounds(header, spread)
    x_density, y_density = across / wide_mm, down / high_mm
    scale_x = spread[2] / ((right - left) / 100 * x_density)
    scale_y = spread[3] / ((bottom - top) / 100 * y_density)
    corner_x, corner_y = left / 100 * x_density, top / 100 * y_density
    return (scale_x, 0.0, 0.0, scale_y, spread[0] - corner_x * scale_x, spread[1] - corner_y * scale_y), x_density


def _by_bounds(header: Record, spread: tuple[float, float, float, float]) -> tuple[Matrix, float]:
    left, top, right, bottom = header.edges(8)
    if right <= left or bottom <= top:
        raise NoMetafile("metafilen saknar storlek")
    scale_x, scale_y = spread[2] / (right - left), spread[3] / (bottom - top)
    return (scale_x, 0.0, 0.0, scale_y, spread[0] - left * scale_x, spread[1] - top * scale_y), 3.78


def _records(data: bytes) -> Iterator[Record]:
    """Yield the records, bounded; one whose size makes no sense ends the file."""
    at = 0
    for _ in range(MOST_RECORDS):
        if at + 8 > len(data):
            return
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or kind == 14:
            return
        yield Record(kind, data[at : at + size])
        at += size


def _kept_bitmap(data: bytes, width: float, height: float, crop: Crop) -> tuple[Image, ...]:
    """Return the bitmap that a file keeps whose records draw nothing, as one that is all EMF+ does."""
    found = found_picture(data) if _PLUS in data else b""
    if not found or data.startswith(PLACEABLE):
        return ()
    picture = Picture("", width, height, None, crop=crop, data=found)
    return (Image(picture, Place(width / 2, height / 2, width, height)),)
