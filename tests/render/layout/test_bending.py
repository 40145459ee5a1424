"""Text that is bent to a form: where its letters come to stand, and that it is still read."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from pipeline.fonts.library import FontLibrary
from pipeline.render.graphic import Label, Path, TextBox
from pipeline.render.layout.bending import MOST_LETTERS, with_bent_text
from pipeline.render.layout.formats import Formats
from pipeline.render.tree import PictureRun
from pipeline.render.warps import OLD_NAMES, band, is_known, trail
from tests.render.docx import Docx, paragraph, run
from tests.render.rendering import made, paragraphs
from tests.render.test_shapes import inline, shape, vml

WIDE, HIGH = 200.0, 60.0
SIZE = f'style="width:{WIDE}pt;height:{HIGH}pt"'
Box = tuple[float, float, float, float]


def art(number: int, more: str = 'stroked="f"', words: str = "HHHHHHHH") -> str:
    textpath = f'<v:textpath string="{words}" style="font-family:&quot;Liberation Sans&quot;"/>'
    return vml(f'<v:shape o:spt="{number}" {SIZE} fillcolor="red" {more}>{textpath}</v:shape>')


def box(form: str, text: str, handles: str = "") -> str:
    warp = f'<a:prstTxWarp prst="{form}"><a:avLst>{handles}</a:avLst></a:prstTxWarp>'
    body = 'lIns="0" tIns="0" rIns="0" bIns="0"'
    return inline(shape(text=text, body=body)).replace("/></wps:wsp>", f">{warp}</wps:bodyPr></wps:wsp>")


def bent(inside: str) -> tuple[list[Path], list[TextBox | Label]]:
    """Return the outlines of letters in the only drawing, and the text beneath them."""
    drawn = with_bent_text(paragraphs(Docx(paragraph(inside)))[0], Formats(FontLibrary()))
    found = drawn.content[0]
    assert isinstance(found, PictureRun)
    assert found.picture.graphic is not None
    items = found.picture.graphic.items
    letters = [item for item in items if isinstance(item, Path) and len(item.commands) > 10]
    return letters, [item for item in items if isinstance(item, TextBox | Label)]


def points(paths: list[Path]) -> list[tuple[float, float]]:
    return [(numbers[0], numbers[1]) for path in paths for _, numbers in path.commands if numbers]


def reach(found: list[tuple[float, float]], left: float, right: float) -> tuple[float, float]:
    """Return how high and how low points stand that lie between two places."""
    downs = [y for x, y in found if left <= x <= right]
    return min(downs), max(downs)


def test_text_between_two_curves_is_as_wide_as_the_box_and_follows_them() -> None:
    found = points(bent(art(138))[0])  # a triangle, whose upper edge is highest in the middle
    assert max(x for x, _ in found) - min(x for x, _ in found) == pytest.approx(WIDE, abs=0.1 * WIDE)
    middle, side = reach(found, 90, 110), reach(found, 0, 20)
    assert middle[0] < side[0] - 10
    assert middle[1] < side[1] < HIGH  # what is below the baseline is as high as the form there


def test_letters_on_an_arch_stand_on_the_upper_half_of_an_ellipse() -> None:
    found = points(bent(art(144))[0])
    assert reach(found, 0.4 * WIDE, 0.6 * WIDE)[1] == pytest.approx(0.0, abs=1.5)
    assert max(y for _, y in found) == pytest.approx(HIGH / 2, abs=12)


def test_text_of_a_box_keeps_its_size_on_a_curve_and_stands_amid_it() -> None:
    props = '<w:jc w:val="center"/>'
    found = points(bent(box("textArchUp", paragraph(run("HH"), props=props)))[0])
    assert max(x for x, _ in found) - min(x for x, _ in found) == pytest.approx(14.4, abs=2.0)
    assert sum(x for x, _ in found) / len(found) == pytest.approx(50, abs=1.0)


def test_lines_of_a_box_are_bent_below_each_other_in_their_colours() -> None:
    red = '<w:color w:val="FF0000"/>'
    letters, _ = bent(box("textWave1", paragraph(run("HHH", red)) + paragraph("HHH")))
    assert [path.fill for path in letters] == ["ff0000", "000000"]
    one, two = (reach(points([path]), 0, 100) for path in letters)
    assert one[0] < two[0]
    assert one[1] < two[1]


def test_letters_have_the_line_of_their_shape() -> None:
    for number in (136, 156):
        (path,) = bent(art(number, 'strokecolor="blue" strokeweight="2pt"'))[0]
        assert path.stroke is not None
        assert (path.stroke.color, path.stroke.width, path.fill) == ("0000ff", 2.0, "ff0000")


def test_straight_art_without_lines_stays_text_that_is_seen() -> None:
    letters, (label,) = bent(art(136))
    assert letters == []
    assert isinstance(label, Label)
    assert not label.style.unseen


@pytest.mark.parametrize("inside", [art(156, words="vågad text"), box("textInflate", paragraph("vågad text"))])
def test_bent_text_is_read_and_not_drawn_twice(inside: str) -> None:
    result = made(Docx(paragraph(inside)))
    assert "vågad text" in " ".join(result.reading.lines(0)).replace("  ", " ")
    assert [finding.message for finding in result.findings if finding.code in {"REN420", "REN454"}] == []
    with pikepdf.open(BytesIO(result.rendered.pdf)) as file:
        shown = file.pages[0].Contents.read_bytes()
    assert shown.count(b"3 Tr") >= 1
    assert shown.count(b"3 Tr") == shown.count(b"0 Tr")


def test_a_text_of_very_many_letters_stands_straight() -> None:
    letters, (text,) = bent(box("textWave1", paragraph("H" * (MOST_LETTERS + 1))))
    assert letters == []
    assert isinstance(text, TextBox)
    assert text.warp is None


def test_every_form_that_is_drawn_lies_in_its_box_or_on_its_edge() -> None:
    for name in filter(is_known, OLD_NAMES):
        curves = band(name, (), (WIDE, HIGH)) or (trail(name, (), (WIDE, HIGH)),)
        for curve in curves:
            assert curve is not None
            for step in range(21):
                x, y = curve(step / 20)
                assert -0.01 <= x <= WIDE + 0.01, name
                assert -0.25 * HIGH <= y <= 1.25 * HIGH, name


@pytest.mark.parametrize(
    ("name", "handle", "upper", "lower"),
    [
        ("textFadeRight", 50_000, (0.0, 30.0), (60.0, 30.0)),
        ("textSlantUp", 40_000, (24.0, 0.0), (60.0, 36.0)),
        ("textInflateTop", 20_000, (12.0, 12.0), (60.0, 60.0)),
        ("textDeflateBottom", 50_000, (0.0, 0.0), (60.0, 60.0)),
    ],
)
def test_handles_say_how_far_a_form_is_bent(
    name: str, handle: float, upper: tuple[float, float], lower: tuple[float, float]
) -> None:
    curves = band(name, (handle,), (WIDE, HIGH))
    assert curves is not None
    for curve, ends in zip(curves, (upper, lower), strict=True):
        assert (curve(0.0)[1], curve(1.0)[1]) == pytest.approx(ends)


def test_an_arch_begins_where_its_handle_says_and_ends_across_from_it() -> None:
    curve = trail("textArchUp", (12_600_000.0,), (WIDE, HIGH))
    assert curve is not None
    first, last = curve(0.0), curve(1.0)
    assert first[0] + last[0] == pytest.approx(WIDE)
    assert first[1] == pytest.approx(last[1])
    assert first[0] == pytest.approx(WIDE / 2 * (1 - 0.8660254), abs=0.01)
