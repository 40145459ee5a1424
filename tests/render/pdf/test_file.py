"""The finished file: metadata, outline, fonts, and that equal input gives equal bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.render import RenderOptions, render
from pipeline.render.pdf.metadata import pdf_date, xmp_date
from pipeline.render.pdf.objects import factor, number
from tests.render.docx import (
    HEADER_ROW,
    Docx,
    abstract,
    drawing,
    instance,
    item,
    level,
    link,
    paragraph,
    row,
    run,
    table,
)
from tests.render.pdf.pictures import png
from tests.render.pdffile import text_in_order
from tests.render.rendering import OPTIONS, Made, made

ROOT = Path(__file__).parents[3]
CORE = "<dc:creator>Åsa &amp; Co</dc:creator><dc:subject>ämne</dc:subject><cp:keywords>ett, två</cp:keywords>"


def info(result: Made) -> dict[str, str]:
    with pikepdf.open(BytesIO(result.rendered.pdf)) as file:
        return {str(key)[1:]: str(value) for key, value in file.docinfo.items()}


def xmp(result: Made) -> str:
    with pikepdf.open(BytesIO(result.rendered.pdf)) as file:
        return file.Root.Metadata.read_bytes().decode()


def test_the_properties_stand_in_both_kinds_of_metadata() -> None:
    moment = "<dcterms:created>2024-01-02T03:04:05Z</dcterms:created>"
    result = made(Docx(paragraph("a"), title="Nämnd (1) \\ 2 <3>", core=CORE + moment))
    found = info(result)
    assert (found["Title"], found["Author"], found["Subject"]) == ("Nämnd (1) \\ 2 <3>", "Åsa & Co", "ämne")
    assert (found["Keywords"], found["CreationDate"]) == ("ett, två", "D:20240102030405+00'00'")
    for text in ("Nämnd (1) \\ 2 &lt;3&gt;", "Åsa &amp; Co", "ämne", "ett, två", "2024-01-02T03:04:05+00:00"):
        assert text in xmp(result)


def test_a_file_without_dates_has_none() -> None:
    result = made(Docx(paragraph("a")))
    assert "CreationDate" not in info(result)
    assert "CreateDate" not in xmp(result)


def test_the_caller_may_give_the_date_that_the_file_lacks() -> None:
    moment = datetime(2023, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert info(made(Docx(paragraph("a")), RenderOptions("a.docx", created=moment)))["CreationDate"].startswith(
        "D:20230506"
    )


@pytest.mark.parametrize(
    ("moment", "as_xmp", "as_pdf"),
    [
        (datetime(2024, 1, 2, 3, 4, 5), "2024-01-02T03:04:05Z", "D:20240102030405Z"),  # noqa: DTZ001
        (
            datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
            "2024-01-02T03:04:05-03:30",
            "D:20240102030405-03'30'",
        ),
        (datetime(24, 1, 2, tzinfo=UTC), "0024-01-02T00:00:00+00:00", "D:00240102000000+00'00'"),
    ],
)
def test_dates_are_written_with_their_zone(moment: datetime, as_xmp: str, as_pdf: str) -> None:
    assert (xmp_date(moment), pdf_date(moment)) == (as_xmp, as_pdf)


@pytest.mark.parametrize(
    ("title", "body", "name", "expected"),
    [
        ("Egen", paragraph("Rubrik", style="H1"), "a.docx", "Egen"),
        ("", paragraph("brödtext") + paragraph("Rubrik  ett", style="H2"), "a.docx", "Rubrik ett"),
        ("", paragraph("brödtext"), "protokoll.docx", "protokoll"),
        ("", paragraph(style="H1"), "a.b.docx", "a.b"),
        ("", "", "\udce4rende.docx", "?rende"),
        ("", "", "", "dokument"),
    ],
)
def test_the_title_is_the_files_own_or_its_first_heading_or_its_name(
    title: str, body: str, name: str, expected: str
) -> None:
    result = made(Docx(body, title=title), RenderOptions(name))
    assert info(result)["Title"] == expected


@pytest.mark.parametrize(
    ("language", "written"),
    [("en-GB", "en-GB"), ("sv_SE", "sv-SE"), ("x-none", "sv-SE"), ("inte ett språk", "sv-SE"), ("", "sv-SE")],
)
def test_the_language_of_the_document_is_one_that_a_reader_knows(language: str, written: str) -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Sans"/>'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    with pikepdf.open(BytesIO(made(Docx(paragraph("a"), styles=styles)).rendered.pdf)) as file:
        assert str(file.Root.Lang) == written
        assert "/Lang" not in file.Root.StructTreeRoot.K[0].K[0]


def test_a_run_in_a_language_that_is_none_is_not_marked() -> None:
    with pikepdf.open(BytesIO(made(Docx(paragraph(run("a", '<w:lang w:val="inte ett"/>')))).rendered.pdf)) as file:
        assert file.Root.StructTreeRoot.K[0].K[0].K[0].Type == "/MCR"


def outline(item_: Any, depth: int = 0) -> list[str]:
    found = []
    kid = item_.get("/First")
    while kid is not None:
        found.append(f"{'  ' * depth}{kid.Title}")
        found += outline(kid, depth + 1)
        kid = kid.get("/Next")
    return found


def test_the_headings_are_the_bookmarks_of_the_file() -> None:
    body = paragraph("Ett", style="H1") + paragraph("Två", style="H3") + paragraph("text") + paragraph(style="H1")
    body += paragraph("Tre", style="H2")
    body += paragraph("Fyra", style="H1")
    with pikepdf.open(BytesIO(made(Docx(body)).rendered.pdf)) as file:
        assert outline(file.Root.Outlines) == ["Ett", "  Två", "  Tre", "Fyra"]
        assert int(file.Root.Outlines.Count) == 4
        assert file.Root.PageMode == "/UseOutlines"


def test_a_file_without_headings_has_no_outline() -> None:
    with pikepdf.open(BytesIO(made(Docx(paragraph("a"))).rendered.pdf)) as file:
        assert "/Outlines" not in file.Root


def fonts(result: Made) -> dict[str, Any]:
    with pikepdf.open(BytesIO(result.rendered.pdf)) as file:
        found = file.pages[0].Resources.Font
        return {
            str(font.BaseFont)[8:]: len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes())
            for font in found.values()
        }


def test_each_face_is_embedded_once_with_the_glyphs_that_are_used() -> None:
    body = paragraph("abc", run("fet", "<w:b/>"), run("kursiv", "<w:i/>")) * 3
    found = fonts(made(Docx(body)))
    assert sorted(found) == ["LiberationSans-Bold", "LiberationSans-Italic", "LiberationSans-Regular"]
    assert max(found.values()) < 60_000


@pytest.mark.parametrize(
    "text",
    ["åäöÅÄÖéüß", "−1 234,5 %", "“citat” ’ – —", "a\u00a0b", "☑ ↗ ●", "e\u0301 n\u0303", "√ ≤ ∑ Ω", "\u202fa\u2009b"],
)
def test_the_text_can_be_read_back_from_the_glyphs(text: str) -> None:
    found = text_in_order(made(Docx(paragraph(text))).rendered.pdf)
    assert "".join(found.split()) == "".join(text.split())


def test_a_style_that_a_face_lacks_is_imitated() -> None:
    bold = run("☑", "<w:b/><w:i/>")
    with pikepdf.open(BytesIO(made(Docx(paragraph(bold))).rendered.pdf)) as file:
        content = file.pages[0].Contents.read_bytes()
    assert b"2 Tr" in content
    assert b"1 0 0.213 1" in content


def test_kerned_text_stands_as_wide_as_it_was_measured() -> None:
    kern = '<w:kern w:val="2"/>'
    found = made(Docx(paragraph(run("AVAVAV", kern), run("x", "<w:b/>")))).reading
    pair, after = found.find("AVAVAV"), found.find("x")
    assert pair.width < made(Docx(paragraph("AVAVAV"))).reading.find("AVAVAV").width
    assert after.x == pytest.approx(pair.x + pair.width, abs=0.01)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (1.0, "1"), (-2.5, "-2.5"), (0.1239, "0.124"), (1e-9, "0"), (-1e-9, "-0"), (123456.5, "123456.5")],
)
def test_numbers_are_short_and_have_no_exponent(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(float("inf"), "1000000000"), (float("-inf"), "-1000000000"), (float("nan"), "-1000000000"), (1e12, "1000000000")],
)
def test_what_is_far_off_any_page_stays_a_number_that_a_pdf_may_hold(value: float, written: str) -> None:
    assert number(value) == written
    with pytest.raises(ValueError, match="no number"):
        factor(value)


def rich() -> Docx:
    """Return a document with some of everything."""
    body = paragraph("Rubrik", style="H1") + item("a") + item("b", level=1)
    body += table(row("Namn", "Värde", props=HEADER_ROW), *(row(f"r{n}", f"{n},5") for n in range(80)))
    body += paragraph(link("hit", name="rL"), drawing("p", alt="bild"), run("English", '<w:lang w:val="en-GB"/>'), " ☑")
    body += paragraph(run("fet", "<w:b/>"), run("kursiv", '<w:i/><w:rFonts w:ascii="Calibri"/>'), style="H2")
    return Docx(
        body,
        numbering=abstract(0, level(0), level(1, "bullet", "–")) + instance(1, 0),
        media={"p": ("a.png", png("RGBA", color=(1, 2, 3, 4)))},
        links={"rL": "https://example.se/"},
        core=CORE,
    )


def test_equal_input_gives_equal_bytes() -> None:
    first, second = (render(rich().bytes(), OPTIONS).value for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.pdf == second.pdf


def test_equal_input_gives_equal_bytes_in_every_process(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(rich().bytes())
    program = (
        "import hashlib, pathlib, sys; from pipeline.render import RenderOptions, render; "
        "pdf = render(pathlib.Path(sys.argv[1]).read_bytes(), RenderOptions('prov.docx')).value.pdf; "
        "print(hashlib.sha256(pdf).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, source],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(digests) == 1


def test_pages_are_told_as_they_come() -> None:
    told: list[int] = []
    docx = Docx("".join(paragraph("a", props="<w:pageBreakBefore/>") for _ in range(3)))
    made(docx, RenderOptions("prov.docx", progress=told.append))
    assert told == [1, 2, 3]


def test_fonts_of_the_template_are_used_where_their_folder_is_given(tmp_path: Path) -> None:
    (tmp_path / "Papyrus-Regular.ttf").write_bytes(
        (ROOT / "pipeline" / "fonts" / "data" / "Caladea-Regular.ttf").read_bytes()
    )
    docx = Docx(paragraph(run("a", '<w:rFonts w:ascii="Papyrus"/>')))
    result = made(docx, RenderOptions("prov.docx", font_folders=(tmp_path,)))
    assert result.codes == []
    assert result.reading.find("a").font == "Papyrus-Regular"
