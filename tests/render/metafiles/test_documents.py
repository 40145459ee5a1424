"""Metafiles in Word files: drawn as the figure with its words, told where they cannot be, and never at fault."""

from __future__ import annotations

from random import Random

import pytest

from tests.render.docx import Docx, drawing, paragraph
from tests.render.fuzz.rounds import play_file
from tests.render.metafiles.making import emf, emf_bitmap, emf_font, emf_text, record, wmf, wmf_record
from tests.render.pdf.pictures import encoded, png
from tests.render.rendering import Made, made

BOX = record(43, 5, 5, 60, 30)
EMF = emf(emf_font(1, "Arial", -8), record(37, 1), BOX, emf_text("Rutan", (10, 20), (4,) * 5), record(45, *range(8)))
WMF = wmf(wmf_record(0x041B, 50, 100, 0, 0), wmf_record(0x0521, 2, 0x6261, 20, 10))
BITMAP = emf(emf_bitmap((0, 0, 50, 20), (6, 4), b"\x10\x20\x30"))


def docx(data: bytes, name: str = "bild.emf") -> Docx:
    return Docx(paragraph(drawing("p", size=(200, 100), alt="en skiss")), media={"p": (name, data)})


def shown(data: bytes, name: str = "bild.emf") -> Made:
    return made(docx(data, name))


@pytest.mark.parametrize(("data", "word"), [(EMF, "Rutan"), (WMF, "ab")], ids=["emf", "wmf"])
def test_the_words_of_a_metafile_can_be_read(data: bytes, word: str) -> None:
    result = shown(data)
    assert word in "".join(result.reading.lines())
    assert result.codes == ["REN410"]  # Arial is shown in its twin


def test_the_kind_of_a_picture_is_that_of_its_bytes() -> None:
    assert "Rutan" in "".join(shown(EMF, "bild.png").reading.lines())


def test_records_of_unknown_kinds_are_told() -> None:
    assert shown(emf(BOX, record(79, 0, 0))).codes == ["REN437"]


def test_a_metafile_that_shows_nothing_has_a_note_in_its_place() -> None:
    result = shown(emf())
    assert "Bilden Bild 1 visas inte: en skiss" in " ".join(result.reading.lines())
    assert result.codes == ["REN421"]


def _tiff() -> bytes:
    from PIL import Image  # noqa: PLC0415 - for this kind alone

    return encoded(Image.new("CMYK", (9, 7), (10, 200, 30, 0)), "TIFF")


@pytest.mark.parametrize("data", [EMF, WMF, BITMAP, png(), _tiff()], ids=["emf", "wmf", "bitmap", "png", "tiff"])
def test_a_picture_whose_bytes_are_wrong_at_random_is_shown_or_noted(data: bytes) -> None:
    random = Random(len(data))
    faults = []
    for _ in range(12):
        wrong = bytearray(data)
        for _ in range(random.randint(1, 6)):
            wrong[random.randrange(len(wrong))] = random.choice((0, 1, 0x7F, 0x80, 0xFF, random.randrange(256)))
        cut = len(wrong) if random.random() < 0.7 else random.randrange(len(wrong))
        faults.append(play_file("bild", docx(bytes(wrong[:cut])).bytes()).fault)
    assert [fault for fault in faults if fault] == []
