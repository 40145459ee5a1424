"""Lines: where they break, how they are aligned, how high they are, and what tab stops do."""

from __future__ import annotations

import pytest

from tests.render.docx import (
    Docx,
    abstract,
    cell,
    instance,
    item,
    level,
    line_break,
    paragraph,
    row,
    run,
    tab,
    table,
)
from tests.render.pdffile import Fragment
from tests.render.rendering import made

LEFT, RIGHT, TOP = 50.0, 545.0, 50.0
SINGLE, ASCENT, DESCENT = 11.499, 9.38, 2.12  # a line of Liberation Sans at 10 points


def lines(*content: str, props: str = "", width: float = 0.0) -> list[Fragment]:
    """Set one paragraph and return its lines; ``width`` narrows the column by a right indent."""
    narrowed = f'<w:ind w:right="{round((RIGHT - LEFT - width) * 20)}"/>' if width else ""
    return made(Docx(paragraph(*content, props=props + narrowed))).reading.set_lines()


def texts(*content: str, props: str = "", width: float = 0.0) -> list[str]:
    return [line.text for line in lines(*content, props=props, width=width)]


def tabs(*stops: str) -> str:
    parts = (stop.split() for stop in stops)
    inside = (
        f'<w:tab w:val="{kind}" w:pos="{int(at) * 20}"{f""" w:leader="{leader[0]}" """ if leader else ""}/>'
        for kind, at, *leader in parts
    )
    return f"<w:tabs>{''.join(inside)}</w:tabs>"


# -- breaking --


def test_a_line_takes_as_many_words_as_fit() -> None:
    # "aaaa" is 22.24 points wide and a space 2.78, so three words need 72.28
    assert texts("aaaa aaaa aaaa aaaa aaaa", width=72.5) == ["aaaa aaaa aaaa ", "aaaa aaaa"]
    assert texts("aaaa aaaa aaaa aaaa aaaa", width=72.0) == ["aaaa aaaa ", "aaaa aaaa ", "aaaa"]


def test_spaces_at_the_end_of_a_line_need_no_room() -> None:
    assert texts("aaaa          aaaa", width=30) == ["aaaa          ", "aaaa"]


def test_a_line_may_end_after_a_hyphen_or_a_dash_inside_a_word() -> None:
    assert texts("aaaa-bbbb", width=30) == ["aaaa-", "bbbb"]
    assert texts("aaaa–bbbb", width=30) == ["aaaa–", "bbbb"]


@pytest.mark.parametrize("sign", ["\u00a0", "\u2011", "\u202f"])
def test_a_sign_that_forbids_a_break_keeps_its_neighbours_together(sign: str) -> None:
    assert texts(f"x aaaa{sign}bbbb", width=52) == ["x ", f"aaaa{sign}bbbb".replace("\u2011", "-")]


def test_a_line_may_end_after_the_hyphen_that_begins_a_word() -> None:
    # "aaaa -" is 28.35 wide, "aaaa -c" 33.35
    assert texts("aaaa -cc", width=30) == ["aaaa -", "cc"]


def test_a_minus_before_a_number_stays_with_it() -> None:
    assert texts("aaaa -5 000", width=30) == ["aaaa ", "-5 000"]


def test_a_word_across_runs_breaks_nowhere() -> None:
    assert texts("aaaa ", run("bb", "<w:b/>"), "bb", width=35) == ["aaaa ", "bbbb"]


def test_a_word_that_is_wider_than_the_line_is_cut_where_the_line_ends() -> None:
    found = texts("a" * 20, width=30)
    assert found == ["aaaaa"] * 4


def test_a_word_of_small_capitals_that_is_cut_stays_small() -> None:
    found = lines(run("a" * 20, "<w:smallCaps/>"), width=30)
    assert {(line.size, line.text) for line in found} == {(8.0, "AAAAA")}


def test_a_long_word_begins_on_a_line_of_its_own() -> None:
    assert texts("b ", "a" * 8, width=30) == ["b ", "aaaaa", "aaa"]


def test_a_very_long_word_takes_reasonable_time_and_loses_nothing() -> None:
    word = "a" * 20_000
    assert "".join(texts(word, width=100)) == word


def test_a_word_that_is_long_but_fits_a_line_stays_whole() -> None:
    small = '<w:sz w:val="4"/>'
    assert texts(run("b" * 300 + " ", small), run("a" * 300, small)) == ["b" * 300 + " ", "a" * 300]


def test_a_column_of_no_width_takes_a_character_a_line() -> None:
    assert texts("abc", props='<w:ind w:left="30000"/>') == ["a", "b", "c"]


def test_ideographs_may_part_anywhere() -> None:
    assert len(lines("日本語の文章です" * 20, width=60)) > 5


def test_a_line_break_ends_a_line_and_leaves_a_space_between_the_words() -> None:
    assert texts("a", line_break(), "b") == ["a ", "b"]
    assert texts("a ", line_break(), "b") == ["a ", "b"]


def test_a_line_break_first_leaves_a_line_empty() -> None:
    assert lines(line_break(), "b")[-1].y == pytest.approx(TOP + SINGLE + ASCENT, abs=0.02)


def test_a_first_line_and_a_hanging_indent() -> None:
    found = lines("aaaa aaaa aaaa", props='<w:ind w:left="400" w:hanging="200" w:right="8700"/>')
    assert [line.x for line in found] == [60.0, 70.0]
    found = lines("aaaa aaaa aaaa", props='<w:ind w:left="400" w:firstLine="200" w:right="8500"/>')
    assert [line.x for line in found] == [80.0, 70.0]


def test_a_negative_indent_reaches_into_the_margin() -> None:
    assert lines("a", props='<w:ind w:left="-400"/>')[0].x == 30.0


# -- alignment --


@pytest.mark.parametrize(("align", "x"), [("left", 50.0), ("start", 50.0), ("right", 522.76), ("center", 286.38)])
def test_a_line_is_aligned(align: str, x: float) -> None:
    assert lines("aaaa", props=f'<w:jc w:val="{align}"/>')[0].x == pytest.approx(x, abs=0.02)


def test_trailing_spaces_do_not_move_an_aligned_line() -> None:
    assert lines("aaaa   ", props='<w:jc w:val="right"/>')[0].x == pytest.approx(522.76, abs=0.02)


def test_justified_lines_reach_both_edges_but_for_the_last() -> None:
    found = lines("aaaa aaaa aaaa aaaa aaaa", props='<w:jc w:val="both"/>', width=90)
    assert found[0].width == pytest.approx(90, abs=0.02)
    assert found[-1].width == pytest.approx(47.26, abs=0.02)


def test_a_line_that_a_break_ends_is_justified_unless_the_document_says_no() -> None:
    body = paragraph("aaaa aaaa", line_break(), "aaaa", props='<w:jc w:val="both"/>')
    assert made(Docx(body)).reading.set_lines()[0].width == pytest.approx(RIGHT - LEFT, abs=0.1)
    settings = "<w:compat><w:doNotExpandShiftReturn/></w:compat>"
    assert made(Docx(body, settings=settings)).reading.set_lines()[0].width == pytest.approx(47.26, abs=0.02)


def test_the_first_line_of_a_list_is_justified_behind_its_number() -> None:
    numbering = abstract(1, level(0, content='<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')) + instance(1, 1)
    found = made(Docx(item("aaaa " * 40, props='<w:jc w:val="both"/>'), numbering=numbering)).reading
    assert found.set_lines()[0].x + found.set_lines()[0].width == pytest.approx(RIGHT, abs=0.1)


# -- line spacing --


def baselines(props: str, content: str = "a") -> list[float]:
    spaced = f"<w:spacing {props}/>"
    body = paragraph(content, line_break(), content, line_break(), content, props=spaced)
    return [line.y for line in made(Docx(body)).reading.set_lines()]


@pytest.mark.parametrize(
    ("props", "distance"),
    [
        ('w:line="240"', SINGLE),
        ('w:line="360"', 1.5 * SINGLE),
        ('w:line="180"', 0.75 * SINGLE),
        ('w:line="400" w:lineRule="exact"', 20.0),
        ('w:line="100" w:lineRule="exact"', 5.0),
        ('w:line="400" w:lineRule="atLeast"', 20.0),
        ('w:line="100" w:lineRule="atLeast"', SINGLE),
    ],
)
def test_the_distance_of_lines_follows_the_rule(props: str, distance: float) -> None:
    one, two, three = baselines(props)
    assert [two - one, three - two] == pytest.approx([distance, distance], abs=0.02)


def test_the_extra_of_a_multiple_goes_below_the_line_and_of_at_least_above() -> None:
    assert baselines('w:line="480"')[0] == pytest.approx(baselines('w:line="240"')[0])
    assert baselines('w:line="400" w:lineRule="atLeast"')[0] == pytest.approx(TOP + 20 - DESCENT, abs=0.02)


def test_the_largest_text_decides_the_height_of_its_line_unless_it_is_exact() -> None:
    large = run("b", '<w:sz w:val="60"/>')
    free = made(Docx(paragraph("a", large) + paragraph("c"))).reading
    assert free.find("c").y - free.find("a").y == pytest.approx(30 * 0.2119 + ASCENT, abs=0.02)
    exact = made(Docx(paragraph("a", large, props='<w:spacing w:line="200" w:lineRule="exact"/>') + paragraph("c")))
    assert exact.reading.find("a").y == exact.reading.find("b").y
    assert exact.reading.find("c").y == pytest.approx(TOP + 10 + ASCENT, abs=0.02)


def test_an_empty_paragraph_is_as_high_as_its_mark() -> None:
    empty = paragraph(props='<w:rPr><w:sz w:val="40"/></w:rPr>')
    assert made(Docx(empty + paragraph("a"))).reading.find("a").y == pytest.approx(TOP + 2 * SINGLE + ASCENT, abs=0.02)


def test_superscript_is_smaller_and_higher() -> None:
    found = made(Docx(paragraph("m", run("2", '<w:vertAlign w:val="superscript"/>')))).reading
    assert (found.find("2").size, found.find("m").size) == (6.5, 10.0)
    assert found.find("m").y - found.find("2").y == pytest.approx(3.5)


# -- tab stops --


def test_a_tab_goes_to_the_next_stop() -> None:
    found = made(Docx(paragraph("a", tab(), "b", tab(), "c", props=tabs("left 100", "left 200")))).reading
    assert (found.find("b").x, found.find("c").x) == (LEFT + 100, LEFT + 200)


def test_a_tab_beyond_all_stops_goes_to_the_next_default_one() -> None:
    docx = Docx(
        paragraph("a", tab(), "b", tab(), "c", props=tabs("left 100")), settings='<w:defaultTabStop w:val="800"/>'
    )
    found = made(docx).reading
    assert (found.find("b").x, found.find("c").x) == (LEFT + 100, LEFT + 120)


def test_a_hanging_indent_is_a_stop() -> None:
    found = made(Docx(paragraph("a", tab(), "b", props='<w:ind w:left="1500" w:hanging="1500"/>'))).reading
    assert found.find("b").x == LEFT + 75


@pytest.mark.parametrize(("mode", "end"), [(15, RIGHT), (14, LEFT + 520)])
def test_a_right_tab_beyond_the_column_acts_at_its_end_since_word_2013(mode: int, end: float) -> None:
    docx = Docx(paragraph("a", tab(), "bbbb", props=tabs("right 520")), compatibility=mode)
    found = made(docx).reading.find("bbbb")
    assert found.x + found.width == pytest.approx(end, abs=0.02)


def test_a_right_tab_ends_what_follows_at_its_stop() -> None:
    found = made(Docx(paragraph("a", tab(), "bbbb", props=tabs("right 300")))).reading.find("bbbb")
    assert found.x + found.width == pytest.approx(LEFT + 300, abs=0.02)


def test_a_centred_tab_has_its_stop_in_the_middle() -> None:
    found = made(Docx(paragraph("a", tab(), "bbbb", props=tabs("center 300")))).reading.find("bbbb")
    assert found.x + found.width / 2 == pytest.approx(LEFT + 300, abs=0.02)


@pytest.mark.parametrize("number", ["1,5", "1 234,75", "-7,25", "12"])
def test_a_decimal_tab_has_the_comma_at_its_stop(number: str) -> None:
    found = lines(tab(), number, props=tabs("decimal 300"))[0]
    after = {"1,5": 8.34, "1 234,75": 13.9, "-7,25": 13.9, "12": 0.0}[number]
    assert found.x + found.width - after == pytest.approx(LEFT + 300, abs=0.05)


def test_text_that_is_too_wide_for_its_tab_goes_on_from_where_it_stood() -> None:
    found = made(Docx(paragraph("aaaaaaaa", tab(), "b" * 20, props=tabs("right 60")))).reading
    a, b = found.find("a" * 8), found.find("b" * 20)
    assert b.x == pytest.approx(a.x + a.width, abs=0.05)


def test_header_tabs_stand_left_centred_and_right() -> None:
    found = made(Docx(paragraph("a", tab(), "bb", tab(), "cc", props=tabs("center 200", "right 400")))).reading
    b, c = found.find("bb"), found.find("cc")
    assert [b.x + b.width / 2, c.x + c.width] == pytest.approx([LEFT + 200, LEFT + 400], abs=0.02)


@pytest.mark.parametrize(("leader", "sign"), [("dot", "."), ("hyphen", "-"), ("underscore", "_"), ("middleDot", "·")])
def test_a_leader_fills_the_way_to_its_stop_and_is_not_read_out(leader: str, sign: str) -> None:
    reading = made(Docx(paragraph("a", tab(), "b", props=tabs(f"right 300 {leader}")))).reading
    dots = next(item for item in reading.fragments if sign in item.text)
    a, b = reading.find("a"), reading.find("b")
    assert dots.artifact == "Layout"
    assert set(dots.text) == {sign}
    wide = dots.width / len(dots.text)
    assert a.x + a.width - 0.01 <= dots.x < a.x + a.width + wide
    assert b.x - wide < dots.x + dots.width <= b.x + 0.01


def test_leaders_of_several_lines_stand_below_each_other() -> None:
    props = tabs("right 300 dot")
    reading = made(Docx("".join(paragraph(text, tab(), end, props=props) for text, end in (("a", "1"), ("bbi", "23")))))
    first, second = (item for item in reading.reading.fragments if "." in item.text)
    wide = first.width / len(first.text)
    assert first.x != second.x
    assert (second.x - first.x) / wide == pytest.approx(round((second.x - first.x) / wide), abs=0.01)


def test_a_leader_of_nothing_draws_nothing() -> None:
    reading = made(Docx(paragraph("a", tab(), "b", props=tabs("right 300 none")))).reading
    assert not [item for item in reading.fragments if item.artifact]


def number_cell(number: str, props: str) -> float:
    xml = table(row(cell(paragraph(number, props=props))), widths=(4000,))
    found = made(Docx(xml)).reading.set_lines()[0]
    return found.x + found.width


def test_numbers_in_cells_stand_at_their_decimal_tab_without_a_tab() -> None:
    ends = [number_cell(number, tabs("decimal 100")) for number in ("1,5", "1 234,5", "−1,5")]
    assert ends == [pytest.approx(ends[0], abs=0.02)] * 3
    assert number_cell("12", tabs("decimal 100")) == pytest.approx(ends[0] - 8.34, abs=0.05)


def test_outside_cells_a_decimal_tab_needs_its_tab() -> None:
    assert lines("1,5", props=tabs("decimal 100"))[0].x == LEFT


# -- labels --


def labelled(
    content: str = "", props: str = '<w:pPr><w:ind w:left="800" w:hanging="400"/></w:pPr>'
) -> tuple[float, float]:
    numbering = abstract(0, level(0, content=content + props)) + instance(1, 0)
    reading = made(Docx(item("text"), numbering=numbering)).reading
    return reading.find("1.").x, reading.find("text").x


def test_a_label_stands_in_the_hanging_indent_and_the_text_behind_it() -> None:
    assert labelled() == pytest.approx((LEFT + 20, LEFT + 40), abs=0.001)


def test_a_label_may_end_with_a_space_or_nothing() -> None:
    one, text = labelled('<w:suff w:val="space"/>')
    assert text == pytest.approx(one + 8.34 + 2.78, abs=0.02)
    one, text = labelled('<w:suff w:val="nothing"/>')
    assert text == pytest.approx(one + 8.34, abs=0.02)


@pytest.mark.parametrize(("indent", "space", "free"), [(400, 0, 20.0), (0, 200, None)])
def test_a_label_of_an_old_program_has_a_width_or_a_space_instead_of_a_tab(
    indent: int, space: int, free: float | None
) -> None:
    one, text = labelled(f'<w:legacy w:legacy="1" w:legacySpace="{space}" w:legacyIndent="{indent}"/>')
    bare = labelled('<w:suff w:val="nothing"/>')
    assert one == bare[0]
    assert text == pytest.approx(one + free if free is not None else bare[1] + 10, abs=0.01)


def test_a_label_to_the_right_ends_where_a_left_one_begins() -> None:
    one, text = labelled('<w:lvlJc w:val="right"/>')
    assert one + 8.34 == pytest.approx(LEFT + 20, abs=0.02)
    assert text == pytest.approx(LEFT + 40, abs=0.001)


# -- what runs look like --


def test_letters_are_spread_scaled_and_raised() -> None:
    plain, spread = lines("aaaa")[0], lines(run("aaaa", '<w:spacing w:val="40"/>'))[0]
    assert spread.width == pytest.approx(plain.width + 4 * 2)
    assert lines(run("aaaa", '<w:w w:val="50"/>'))[0].width == pytest.approx(plain.width / 2, abs=0.02)
    raised = made(Docx(paragraph("a", run("b", '<w:position w:val="6"/>')))).reading
    assert raised.find("a").y - raised.find("b").y == pytest.approx(3.0)


def test_capitals_and_small_capitals_are_set_as_capitals() -> None:
    assert lines(run("åäö", "<w:caps/>"))[0].text == "ÅÄÖ"
    found = made(Docx(paragraph(run("Ab", "<w:smallCaps/>")))).reading.fragments
    assert [(item.text, item.size) for item in found] == [("A", 10.0), ("B", 8.0)]


def test_underlines_strikes_and_highlights_are_drawn() -> None:
    props = '<w:u w:val="double"/><w:strike/><w:highlight w:val="yellow"/>'
    fills = made(Docx(paragraph(run("aaaa", props)))).reading.shapes_of("fill")
    assert [shape.color for shape in fills] == ["ffff00", "000000", "000000", "000000"]
    assert {round(shape.box[2] - shape.box[0], 1) for shape in fills} == {22.2}


def test_an_underline_of_words_leaves_the_spaces_free() -> None:
    fills = made(Docx(paragraph(run("aa bb", '<w:u w:val="words"/>')))).reading.shapes_of("fill")
    assert len(fills) == 2


def test_a_character_that_the_font_lacks_is_taken_from_another() -> None:
    reading = made(Docx(paragraph("ja ☑"))).reading
    assert (reading.find("ja").font, reading.find("☑").font) == ("LiberationSans-Regular", "DejaVuSans")


def test_a_justified_line_that_ends_with_a_tab_stays_as_it_is() -> None:
    long = "m" * 200
    shown = made(Docx(paragraph("ord", tab(), long, props='<w:jc w:val="both"/>'))).reading
    assert shown.find("ord").x == 50.0


def test_a_word_set_apart_from_east_asian_text_stands_as_ever_in_other_paragraphs() -> None:
    beside = paragraph(run("漢") + run("A"))
    alone = paragraph(run("x A"))

    last = made(Docx(beside + alone)).reading.fragments[-1]

    assert last.text == "A"
    assert last.x == pytest.approx(57.778, abs=0.001)
