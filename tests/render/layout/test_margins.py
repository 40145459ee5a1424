"""What stands around the text: numbers of lines, frames, the paper's colour, the chapter in the page number."""

from __future__ import annotations

from tests.render.docx import STYLES, Docx, abstract, instance, level, paragraph, run, section_end
from tests.render.rendering import document, made

# A page of ten lines, each ten points high, 160 points wide.
PAPER = '<w:pgSz w:w="4000" w:h="4000"/><w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'
TEN = '<w:spacing w:line="200" w:lineRule="exact"/>'
LINE = 'w:val="single" w:sz="8" w:space="4" w:color="FF0000"'


def one(*content: str, props: str = "", style: str = "") -> str:
    return paragraph(*content, props=TEN + props, style=style)


def many(count: int) -> str:
    return "".join(one(f"x{number}") for number in range(1, count + 1))


def numbers(docx: Docx) -> list[list[str]]:
    """Return the numbers of lines of each page."""
    reading = made(docx).reading
    pages = range(len(reading.sizes))
    return [[line.text.strip() for line in reading.set_lines(page, artifacts=True)] for page in pages]


def numbered(attributes: str) -> str:
    return PAPER + f"<w:lnNumType {attributes}/>"


def test_lines_are_numbered_in_the_margin_and_begin_anew_on_each_page() -> None:
    docx = Docx(many(12), numbered('w:countBy="5"'))
    assert numbers(docx) == [["5", "10"], []]
    assert numbers(Docx(many(12), numbered('w:countBy="5" w:start="3"'))) == [["5", "10"], ["5"]]
    assert numbers(Docx(many(12), numbered('w:countBy="6" w:restart="continuous"'))) == [["6"], ["12"]]


def test_a_section_may_begin_to_count_anew_and_a_paragraph_may_not_count() -> None:
    section = numbered('w:countBy="1" w:restart="newSection"')
    body = one("a") + one("b", props=section_end(section)) + one("c", props="<w:suppressLineNumbers/>") + one("d")
    assert numbers(Docx(body, section)) == [["1", "2"], ["1"]]


def test_the_number_ends_where_its_distance_says_on_the_line_s_baseline() -> None:
    reading = made(Docx(one("a"), numbered('w:countBy="1" w:distance="200"'))).reading
    number, text = reading.find("1"), reading.find("a")
    assert round(number.x + number.width, 1) == 10
    assert round(number.y, 1) == round(text.y, 1)


def frames(attributes: str, count: int = 11, settings: str = "") -> list[tuple[int, tuple[float, ...]]]:
    """Return the upper lines of the frames, by page."""
    inside = "".join(f"<w:{side} {LINE}/>" for side in ("top", "left", "bottom", "right"))
    docx = Docx(many(count), f"{PAPER}<w:pgBorders {attributes}>{inside}</w:pgBorders>", settings=settings)
    lines = [shape for shape in made(docx).reading.shapes_of("line") if shape.box[1] == shape.box[3]]
    return [(line.page, tuple(round(value, 1) for value in line.box)) for line in lines if line.box[1] < 100]


def test_a_frame_stands_around_the_text_or_along_the_paper_s_edge() -> None:
    assert frames("", 1) == [(0, (15.5, 45.5, 184.5, 45.5))]
    assert frames('w:offsetFrom="page"', 1) == [(0, (4.5, 4.5, 195.5, 4.5))]


def test_a_frame_stands_on_the_pages_that_are_to_have_one() -> None:
    assert [page for page, _ in frames("")] == [0, 1]
    assert [page for page, _ in frames('w:display="firstPage"')] == [0]
    assert [page for page, _ in frames('w:display="notFirstPage"')] == [1]


def test_a_frame_of_pictures_is_a_line_and_is_named() -> None:
    apples = LINE.replace("single", "apples")
    result = made(Docx(one("a"), f"{PAPER}<w:pgBorders><w:top {apples}/></w:pgBorders>"))
    assert [finding.code for finding in result.findings if "apples" in finding.message] == ["REN420"]
    assert len(result.reading.shapes_of("line")) == 1


def test_the_paper_has_its_colour_where_the_settings_display_it() -> None:
    shown = "<w:displayBackgroundShape/>"
    for settings, colors in ((shown, ["ffcc00"]), ("", [])):
        docx = Docx("", PAPER, settings=settings, background='<w:background w:color="FFCC00"/>')
        assert document(docx).settings.pages.background == "".join(colors)
        assert [shape.box for shape in made(docx).reading.shapes_of("fill")] == [(0, 0, 200, 200)] * len(colors)


def test_the_page_number_follows_the_number_of_its_chapter() -> None:
    styles = STYLES.replace(
        '<w:name w:val="heading 1"/>',
        '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    breaking = "<w:pageBreakBefore/>"
    body = one("Ett", style="H1") + one("a", props=breaking) + one("Två", style="H1", props=breaking)
    field = f'<w:fldSimple w:instr="PAGE">{run("9")}</w:fldSimple>'
    section = f'<w:footerReference w:type="default" r:id="f1"/>{PAPER}<w:pgNumType w:chapStyle="1" w:chapSep="period"/>'
    numbering = abstract(0, level(0)) + instance(1, 0)
    docx = Docx(body, section, styles=styles, numbering=numbering, footers={"f1": paragraph(field)})
    assert made(docx).reading.running("Footer") == ["1.1", "1.2", "2.3"]
