"""Where lines break: soft hyphens, hyphenation by language, no-break characters, East Asian text; tabs with a place."""

from __future__ import annotations

import itertools

import pytest

from tests.render.docx import A4, Docx, drawing, paragraph, run
from tests.render.floating import MEDIA, NAME
from tests.render.pdffile import Fragment, Reading
from tests.render.rendering import made

LEFT, RIGHT = 50.0, 545.0
SOFT = "\u00ad"


def reading(*content: str, width: float, settings: str = "", props: str = "") -> Reading:
    narrowed = f'<w:ind w:right="{round((RIGHT - LEFT - width) * 20)}"/>'
    return made(Docx(paragraph(*content, props=props + narrowed), settings=settings)).reading


def texts(*content: str, width: float, settings: str = "", props: str = "") -> list[str]:
    return reading(*content, width=width, settings=settings, props=props).lines()


def test_a_soft_hyphen_is_shown_only_where_a_line_ends() -> None:
    assert texts(f"aaaa{SOFT}bbbb cc", width=60) == ["aaaabbbb cc"]
    assert texts(f"cc aaaa{SOFT}bbbb", width=46) == [f"cc aaaa{SOFT}", "bbbb"]
    assert texts(run("cc aaaa"), "<w:r><w:softHyphen/></w:r>", run("bbbb", "<w:b/>"), width=46)[0] == f"cc aaaa{SOFT}"


def test_a_soft_hyphen_that_does_not_fit_ends_no_line() -> None:
    assert texts(f"cc aaaa{SOFT}bbbb", width=37) == ["cc ", f"aaaa{SOFT}", "bbbb"]


AUTO = '<w:autoHyphenation/><w:hyphenationZone w:val="20"/>'


def test_words_are_parted_by_their_language_where_the_document_asks_for_it() -> None:
    words = "kommunfullmäktige " * 3
    assert not any(line.endswith(SOFT) for line in texts(words, width=130))
    found = texts(words, width=130, settings=AUTO)
    assert found[0].endswith(SOFT)
    assert "".join(found).replace(SOFT, "").replace(" ", "") == words.replace(" ", "")


def test_a_paragraph_may_ask_for_whole_words() -> None:
    found = texts("kommunfullmäktige " * 3, width=130, settings=AUTO, props="<w:suppressAutoHyphens/>")
    assert not any(SOFT in line for line in found)


def test_a_word_that_leaves_less_than_the_zone_is_not_parted() -> None:
    wide = AUTO.replace('"20"', '"2000"')
    assert not any(SOFT in line for line in texts("kommunfullmäktige " * 3, width=130, settings=wide))


def test_only_so_many_lines_in_a_row_end_with_a_hyphen() -> None:
    limited = texts("kommunfullmäktige " * 9, width=130, settings=AUTO + '<w:consecutiveHyphenLimit w:val="1"/>')
    parted = [SOFT in line for line in limited]
    assert any(parted)
    assert not any(one and other for one, other in itertools.pairwise(parted))


def test_words_in_capitals_stay_whole_where_the_document_says_so() -> None:
    capitals = "KOMMUNFULLMÄKTIGE " * 3
    assert any(SOFT in line for line in texts(capitals, width=170, settings=AUTO))
    whole = texts(capitals, width=170, settings=AUTO + "<w:doNotHyphenateCaps/>")
    assert not any(SOFT in line for line in whole)


def test_a_language_without_patterns_parts_nothing() -> None:
    found = texts(run("kommunfullmäktige " * 3, '<w:lang w:val="tlh"/>'), width=130, settings=AUTO)
    assert not any(SOFT in line for line in found)


def test_no_line_ends_at_a_no_break_space_or_hyphen_or_after_a_slash() -> None:
    assert texts("aa bb\u00a0cc", width=35) == ["aa ", "bb\u00a0cc"]
    assert texts("aa bb\u2011cc", width=35) == ["aa ", "bb-cc"]
    assert texts("aa bb/cc", width=35) == ["aa ", "bb/cc"]


def test_a_zero_width_space_ends_a_line_without_a_sign_and_takes_no_share_of_a_justified_line() -> None:
    assert texts("aaaa\u200baaaa", width=30) == ["aaaa", "aaaa"]


def test_a_line_separator_ends_a_line() -> None:
    assert [line.strip() for line in texts("a\u2028b", width=100)] == ["a", "b"]


def test_some_signs_begin_no_line_and_some_end_none() -> None:
    lines = texts("您您您您您。您您您（您您您", width=50.5)
    assert all(line[0] not in "。（"[0] for line in lines)
    assert not any(line.endswith("（") for line in lines)
    assert texts("ab您您", width=24)[0] == "ab您"


def test_latin_letters_stand_apart_from_east_asian_ones() -> None:
    def right(props: str) -> float:
        return reading("您ab", width=100, props=props).find("ab").x

    assert right("") - right('<w:autoSpaceDE w:val="0"/>') == pytest.approx(2.5, abs=0.01)


def test_a_justified_line_without_spaces_is_widened_between_its_characters() -> None:
    found = reading("您" * 30, width=105, props='<w:jc w:val="both"/>').set_lines()
    assert found[0].x + found[0].width == pytest.approx(LEFT + 105, abs=0.1)


def test_a_distributed_line_is_as_wide_as_the_column_though_it_is_the_last() -> None:
    found = reading("aa bb", width=100, props='<w:jc w:val="distribute"/>').set_lines()
    assert found[0].width == pytest.approx(100, abs=0.1)


def placed(align: str, base: str) -> Fragment:
    tab = f'<w:r><w:ptab w:relativeTo="{base}" w:alignment="{align}" w:leader="none"/></w:r>'
    indent = '<w:ind w:left="400" w:right="400"/>'
    return made(Docx(paragraph("x", tab, run("aaaa", "<w:b/>"), props=indent))).reading.find("aaaa")


def test_a_tab_with_a_place_goes_to_the_margin_or_the_indent() -> None:
    assert placed("right", "margin").x + placed("right", "margin").width == pytest.approx(RIGHT, abs=0.1)
    assert placed("right", "indent").x + placed("right", "indent").width == pytest.approx(RIGHT - 20, abs=0.1)
    middle = placed("center", "margin")
    assert middle.x + middle.width / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.1)


def test_a_bar_tab_draws_a_line() -> None:
    bar = '<w:tabs><w:tab w:val="bar" w:pos="1000"/></w:tabs>'
    lines = made(Docx(paragraph("x", props=bar))).reading.shapes_of("line")
    assert [line.box[0] for line in lines] == [pytest.approx(LEFT + 50)]


GRID = '<w:docGrid w:type="lines" w:linePitch="360"/>'


@pytest.mark.parametrize(
    ("grid", "props", "pitch"),
    [
        (GRID, "", 18.0),
        (GRID, '<w:spacing w:line="360" w:lineRule="auto"/>', 27.0),
        (GRID, '<w:snapToGrid w:val="0"/>', 11.5),
        (GRID.replace("360", "200"), "", 11.5),
        (GRID.replace("360", "200"), '<w:spacing w:line="360" w:lineRule="auto"/>', 15.0),
        ('<w:docGrid w:linePitch="360"/>', "", 11.5),
    ],
)
def test_lines_keep_to_the_document_grid(grid: str, props: str, pitch: float) -> None:
    lines = made(Docx(paragraph("aaaa " * 60, props=props), section=A4 + grid)).reading.set_lines()
    assert lines[1].y - lines[0].y == pytest.approx(pitch, abs=0.02)


@pytest.mark.parametrize(
    ("size", "props", "pitch"),
    [
        (21, "", 18.0),
        (28, "", 36.0),
        (28, '<w:spacing w:line="360" w:lineRule="auto"/>', 54.0),
        (21, '<w:spacing w:line="240" w:lineRule="atLeast"/>', 18.0),
        (21, '<w:spacing w:line="480" w:lineRule="atLeast"/>', 24.0),
    ],
)
def test_east_asian_lines_take_whole_lines_of_the_grid(size: int, props: str, pitch: float) -> None:
    text = run("台中市立 " * 60, f'<w:rFonts w:eastAsia="Yu Mincho"/><w:sz w:val="{size}"/>')
    lines = made(Docx(paragraph(text, props=props), section=A4 + GRID)).reading.set_lines()
    assert lines[1].y - lines[0].y == pytest.approx(pitch, abs=0.02)


def test_a_picture_takes_no_more_of_the_grid_than_its_height() -> None:
    docx = Docx(paragraph("a", drawing(NAME, size=(40, 50))) + paragraph("b"), section=A4 + GRID, media=MEDIA)
    found = made(docx).reading
    assert found.shapes_of("picture")[0].box[1] == pytest.approx(50, abs=0.1)
    assert found.find("b").y - found.find("a").y == pytest.approx(14.75, abs=0.02)


def test_fitted_runs_have_the_width_that_is_asked_for() -> None:
    fit = '<w:fitText w:val="2000" w:id="7"/>'
    found = made(Docx(paragraph(run("aa", fit), run("aa", f"<w:b/>{fit}"), run("|", "<w:i/>")))).reading
    assert found.find("|").x == pytest.approx(LEFT + 100, abs=0.05)


def ruby(base: str, reading: str, props: str = '<w:hps w:val="10"/><w:hpsRaise w:val="18"/>') -> str:
    inside = f"<w:rubyPr>{props}</w:rubyPr><w:rt>{reading}</w:rt><w:rubyBase>{base}</w:rubyBase>"
    return f"<w:r><w:ruby>{inside}</w:ruby></w:r>"


def test_the_reading_of_characters_stands_above_their_middle() -> None:
    result = made(Docx(paragraph("x ", ruby(run("台所"), run("だい")), run("の"))))
    base, reading = result.reading.find("台所"), result.reading.find("だい")

    assert result.codes == []
    assert (reading.size, base.y - reading.y) == (5, 9)
    assert reading.x + reading.width / 2 == pytest.approx(base.x + 10, abs=0.1)
    assert result.reading.find("の").x == pytest.approx(base.x + 20, abs=0.1)


def test_characters_stand_in_the_middle_below_a_longer_reading() -> None:
    found = made(Docx(paragraph(ruby(run("漢"), run("ながいよみかた")), run("の")))).reading
    base, reading = found.find("漢"), found.find("ながいよみかた")

    assert (reading.x, reading.width) == pytest.approx((LEFT, 35), abs=0.1)
    assert base.x == pytest.approx(LEFT + 12.5, abs=0.1)
    assert found.find("の").x == pytest.approx(LEFT + 35, abs=0.1)


def test_a_line_is_as_high_as_the_readings_in_it() -> None:
    found = made(
        Docx(paragraph("a") + paragraph(ruby(run("台"), run("だい"))) + paragraph(run("b"), run("台")))
    ).reading

    assert found.find("台").y - found.find("a").y > found.find("b").y - found.find("台").y + 1


@pytest.mark.parametrize("base", [run("台") + run("所", "<w:b/>"), run("台") + "<w:r><w:tab/></w:r>"])
def test_a_reading_of_characters_of_several_looks_stands_behind_them_and_is_told(base: str) -> None:
    result = made(Docx(paragraph("x ", ruby(base, run("だい")))))

    assert "(だい)" in result.reading.lines()[0]
    assert "REN420" in result.codes


def test_an_override_turns_what_stands_in_it() -> None:
    found = made(Docx(paragraph('<w:bdo w:val="rtl">' + run("ab") + "</w:bdo>"))).reading
    assert "".join(item.text for item in found.fragments) == "ab"
    assert (
        made(Docx(paragraph('<w:bdo w:val="rtl">' + run("a") + run("b", "<w:b/>") + "</w:bdo>"))).reading.find("a").x
        > LEFT + 1
    )


OFF = {name: f'<w:{name} w:val="0"/>' for name in ("wordWrap", "kinsoku", "overflowPunct")}


def test_a_line_may_end_inside_a_word_where_the_paragraph_says_so() -> None:
    assert texts("aaaa bbbbbb", width=46) == ["aaaa ", "bbbbbb"]
    assert texts("aaaa bbbbbb", width=46, props=OFF["wordWrap"]) == ["aaaa bbb", "bbb"]


def test_a_full_stop_stands_beyond_the_line_unless_the_paragraph_forbids_it() -> None:
    found = reading("漢字漢字。漢", width=41)
    assert found.lines() == ["漢字漢字。", "漢"]
    assert texts("漢字漢字。漢", width=41, props=OFF["overflowPunct"]) == ["漢字漢", "字。漢"]


def test_only_one_sign_stands_beyond_the_line_and_the_text_before_fills_it() -> None:
    assert texts("漢字漢字。。漢", width=41) == ["漢字漢", "字。。漢"]
    both = '<w:jc w:val="both"/>'
    stops = [item for item in reading("漢字漢字。漢", width=46, props=both).fragments if "。" in item.text]
    assert stops[0].x + stops[0].width == pytest.approx(LEFT + 46 + 10, abs=0.2)


def test_a_sign_begins_a_line_where_the_paragraph_leaves_the_rules_of_signs() -> None:
    plain = "漢字漢字！漢"
    assert texts(plain, width=41) == ["漢字漢", "字！漢"]
    assert texts(plain, width=41, props=OFF["kinsoku"]) == ["漢字漢字", "！漢"]
