"""Metafiles of 16 bits: outlines, things by their number, text and bitmaps."""

from __future__ import annotations

import struct

import pytest

from pipeline.render.graphic import Image, Label, Path, Shape
from pipeline.render.metafiles.player import is_metafile, play
from tests.render.metafiles.making import dib, wmf, wmf_record

SIZE = (200.0, 100.0)


def shown(*records: bytes, placeable: bool = True) -> tuple[Shape, ...]:
    data = wmf(*records, placeable=placeable)
    assert is_metafile(data[:64])
    return play(data, *SIZE).graphic.items


def test_the_box_of_the_file_fills_the_picture() -> None:
    (found,) = shown(wmf_record(0x041B, 50, 100, 0, 0))
    assert isinstance(found, Path)
    assert [value for _, values in found.commands for value in values] == [0, 0, 200, 0, 200, 100, 0, 100]


def test_without_a_box_the_window_fills_it() -> None:
    (found,) = shown(wmf_record(0x020C, 500, 1000), wmf_record(0x041B, 500, 1000, 0, 0), placeable=False)
    assert isinstance(found, Path)
    assert found.commands[2] == ("l", (200.0, 100.0))


def test_a_thing_takes_the_lowest_number_that_is_free() -> None:
    red, green = (wmf_record(0x02FC, 0, *color, 0) for color in ((0x00FF, 0), (-0x100, 0)))
    made = (red, red, wmf_record(0x01F0, 0), green, wmf_record(0x012D, 0))
    (found,) = shown(*made, wmf_record(0x041B, 50, 100, 0, 0))
    assert isinstance(found, Path)
    assert found.fill == "00ff00"


def test_text_has_the_characters_of_its_fonts_country() -> None:
    font = struct.pack("<5h8B", -12, 0, 0, 0, 400, 0, 0, 0, 204, 0, 0, 0, 0) + b"Arial\0"
    made = wmf_record(0x02FB, more=font), wmf_record(0x012D, 0), wmf_record(0x012E, 24)
    (found,) = shown(*made, wmf_record(0x0521, 4, more="Мост".encode("cp1251") + struct.pack("<hh", 20, 10)))
    assert isinstance(found, Label)
    assert (found.text, found.x, found.y, found.style.size) == ("Мост", 20, 40, 24)


def test_text_with_a_rectangle_and_widths_keeps_them() -> None:
    data = struct.pack("<hhHH4h", 20, 10, 2, 4, 0, 0, 50, 50) + b"ab" + struct.pack("<2h", 5, 6)
    (found,) = shown(wmf_record(0x0A32, more=data))
    assert isinstance(found, Label)
    assert (found.text, found.wide) == ("ab", 22)


@pytest.mark.parametrize("kind", [0x0324, 0x0325])
def test_polygons_and_lines(kind: int) -> None:
    (found,) = shown(wmf_record(kind, 3, 0, 0, 10, 0, 10, 10))
    assert isinstance(found, Path)
    assert len(found.commands) == 3 + (kind == 0x0324)


def test_a_bitmap_behind_its_header_is_a_picture() -> None:
    packed = b"".join(dib((4, 2), b"\0\0\xff"))
    head = struct.pack("<IH8h", 0xCC0020, 0, 2, 4, 0, 0, 20, 40, 10, 20)
    (found,) = shown(wmf_record(0x0F43, more=head + packed))
    assert isinstance(found, Image)
    assert (found.place.width, found.place.height) == (80, 40)
    assert found.place.corner == (40, 20)


def test_a_record_of_an_unknown_kind_is_counted() -> None:
    data = wmf(wmf_record(0x041B, 50, 100, 0, 0), wmf_record(0x0F77, 1))
    assert play(data, *SIZE).unknown == 1
