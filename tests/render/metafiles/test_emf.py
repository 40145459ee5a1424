"""Enhanced metafiles: outlines, pens and brushes, transforms, text and bitmaps come out as shapes in points."""

from __future__ import annotations

import gzip
import struct

import pytest

from pipeline.render.graphic import Image, Label, Path
from pipeline.render.metafiles import player
from pipeline.render.metafiles.player import NoMetafile, Played, is_metafile, play
from tests.render.metafiles.making import emf, emf_bitmap, emf_font, emf_text, record
from tests.render.pdf.pictures import png

SIZE = (200.0, 100.0)
BOX = (10, 10, 30, 20)


def shown(*records: bytes, crop: tuple[float, float, float, float] = (0, 0, 0, 0)) -> Played:
    return play(emf(*records), *SIZE, crop)


def path(*records: bytes) -> Path:
    (item,) = shown(*records).graphic.items
    assert isinstance(item, Path)
    return item


def points(item: Path) -> list[float]:
    return [round(value, 2) for _, values in item.commands for value in values]


def test_the_frame_of_the_file_fills_the_picture() -> None:
    assert points(path(record(43, 0, 0, 100, 50))) == [0, 0, 200, 0, 200, 100, 0, 100]


def test_what_lies_outside_a_crop_is_not_drawn_and_the_rest_fills_the_picture() -> None:
    result = shown(record(43, 0, 0, 10, 10), record(43, 50, 0, 100, 50), crop=(0.5, 0, 0, 0))
    (item,) = result.graphic.items
    assert isinstance(item, Path)
    assert points(item) == [0, 0, 200, 0, 200, 100, 0, 100]


@pytest.mark.parametrize(("hatch", "name"), [(0, "horz"), (2, "dnDiag"), (3, "upDiag"), (5, "diagCross")])
def test_a_hatched_brush_fills_with_its_lines_until_another_is_selected(hatch: int, name: str) -> None:
    brush, plain = record(39, 2, 2, 0x00FF00, hatch), record(39, 3, 0, 0x00FF00, 0)
    found = path(brush, record(37, 2), record(43, *BOX))
    assert found.pattern is not None
    assert (found.pattern.name, found.pattern.ink, found.fill) == (name, "00ff00", "7fff7f")
    assert path(brush, plain, record(37, 2), record(37, 3), record(43, *BOX)).pattern is None


def test_pen_and_brush_are_those_that_are_selected() -> None:
    pen, brush = record(38, 1, 1, 2, 0, 0x0000FF), record(39, 2, 0, 0x00FF00, 0)
    found = path(pen, brush, record(37, 1), record(37, 2), record(43, *BOX))
    assert found.fill == "00ff00"
    assert found.stroke is not None
    assert (found.stroke.color, found.stroke.width, bool(found.stroke.dashes)) == ("ff0000", 4.0, True)


def test_stock_objects_need_not_be_made() -> None:
    found = path(record(37, -0x80000000 + 5), record(43, *BOX))
    assert (found.fill, found.stroke is not None) == ("", True)


@pytest.mark.parametrize(
    ("kind", "points"),
    [(3, "iiiiii"), (86, "hhhhhh"), (4, "iiiiii"), (87, "hhhhhh")],
)
def test_polygons_and_lines_have_points_of_two_sizes(kind: int, points: str) -> None:
    data = struct.pack("<4iI", 0, 0, 0, 0, 3) + struct.pack(f"<{points}", 0, 0, 10, 0, 10, 10)
    found = path(record(kind, more=data))
    closed = kind in {3, 86}
    assert (found.commands[-1][0] == "h", bool(found.fill)) == (closed, closed)


def test_several_polygons_are_one_outline_so_that_holes_stay() -> None:
    data = struct.pack("<4iIIII", 0, 0, 0, 0, 2, 6, 3, 3) + struct.pack("<12h", 0, 0, 9, 0, 9, 9, 1, 1, 2, 1, 2, 2)
    assert [kind for kind, _ in path(record(91, more=data)).commands] == ["m", "l", "l", "h"] * 2


def test_a_path_is_filled_when_it_is_ended() -> None:
    begun = (record(59), record(27, 0, 0), record(54, 10, 0), record(54, 10, 10), record(61), record(60))
    found = path(*begun, record(62, 0, 0, 0, 0))
    assert (found.fill, found.stroke, len(found.commands)) == ("ffffff", None, 4)


@pytest.mark.parametrize("kind", [42, 44, 45, 46, 47])
def test_ellipses_and_their_parts_are_curves(kind: int) -> None:
    found = path(record(kind, *BOX, 30, 15, 20, 10))
    assert "c" in {command for command, _ in found.commands}


def test_the_transform_of_the_world_goes_before_the_page() -> None:
    world = struct.pack("<6f", 2, 0, 0, 2, 5, 0)
    assert points(path(record(35, more=world), record(43, 0, 0, 10, 5)))[:2] == [10, 0]


def test_a_window_is_spread_over_its_viewport() -> None:
    frame = (record(17, 8), record(9, 1000, 1000), record(11, 50, 50))
    assert points(path(*frame, record(43, 0, 0, 1000, 1000)))[2] == 100


def test_what_was_saved_comes_back() -> None:
    brush = record(39, 1, 0, 0x00FF00, 0)
    found = path(brush, record(33), record(37, 1), record(34, -1), record(43, *BOX))
    assert found.fill == "ffffff"


def test_a_clipped_outline_is_seen_in_part_and_one_outside_not_at_all() -> None:
    found = path(record(30, 0, 0, 20, 20), record(43, *BOX), record(43, 60, 30, 70, 40))
    assert found.clip == (0.0, 0.0, 40.0, 40.0)


def label(*records: bytes) -> Label:
    (item,) = shown(*records).graphic.items
    assert isinstance(item, Label)
    return item


def test_text_is_a_line_of_its_font_at_its_baseline() -> None:
    font = emf_font(1, "Times New Roman", -5, weight=700)
    found = label(font, record(37, 1), record(22, 24), record(24, 0x0000FF), emf_text("Åsa Ö", (10, 20)))
    assert (found.text, found.x, found.y) == ("Åsa Ö", 20, 40)
    assert (found.style.family, found.style.size, found.style.bold, found.style.color) == (
        "Times New Roman",
        10,
        True,
        "ff0000",
    )


def test_text_is_as_wide_as_its_characters_were() -> None:
    assert label(emf_text("abc ", (10, 20), (4, 4, 4, 9))).wide == 24


def test_turned_text_is_turned() -> None:
    found = label(emf_font(1, "Arial", -5, escapement=900), record(37, 1), emf_text("upp", (10, 20)))
    assert found.turn == 270


def test_a_bitmap_is_a_picture_at_its_place() -> None:
    (item,) = shown(emf_bitmap((10, 10, 20, 10), (4, 2), b"\0\0\xff")).graphic.items
    assert isinstance(item, Image)
    assert (item.place.width, item.place.height, item.picture.data[:2]) == (40, 20, b"BM")


def test_a_bitmap_cut_out_and_then_filled_is_one_with_a_mask() -> None:
    box = (10, 10, 20, 10)
    cut, fill = emf_bitmap(box, (4, 2), b"\0\0\0", 0x8800C6), emf_bitmap(box, (4, 2), b"\0\0\xff", 0xEE0086)
    (item,) = shown(cut, fill).graphic.items
    assert isinstance(item, Image)
    assert item.picture.mask is not None
    assert item.picture.mask.inverted


def test_a_record_of_an_unknown_kind_is_counted() -> None:
    assert shown(record(43, *BOX), record(79, 0, 0)).unknown == 1


def test_a_packed_file_is_unpacked() -> None:
    data = gzip.compress(emf(record(43, *BOX)), mtime=0)
    assert is_metafile(data[:64])
    assert len(play(data, *SIZE).graphic.items) == 1


def test_a_packed_file_that_unpacks_to_too_much_is_called_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    data = gzip.compress(emf(record(43, *BOX)) + bytes(2**20), mtime=0)
    monkeypatch.setattr(player, "MOST_BYTES", 2**20)
    with pytest.raises(NoMetafile, match="för stor: den får vara högst 1 MB"):
        play(data, *SIZE)


def test_a_file_that_is_all_emf_plus_shows_the_bitmap_that_it_keeps() -> None:
    comment = b"EMF+" + b"\0" * 12 + png()
    (item,) = shown(record(70, len(comment), more=comment)).graphic.items
    assert isinstance(item, Image)


@pytest.mark.parametrize(
    "data", [b"", b"\x1f\x8bxx", emf(), emf()[:60], b"\0" * 200, emf()[:88] + struct.pack("<II", 43, 4)]
)
def test_a_file_that_shows_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(NoMetafile):
        play(data, *SIZE)
