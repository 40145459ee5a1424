"""Pictures: in the page itself, with words for them, in formats and sizes that a browser has use for."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
from PIL import Image

from pipeline.findings.finding import Finding
from pipeline.render.read.opening import open_document
from pipeline.render.tree import PictureRun
from pipeline.web import pictures
from pipeline.web.pictures import Pictures
from tests.render.docx import A4, DECORATIVE, Docx, drawing, paragraph, relationship, relationships, run, vector_of
from tests.web.reading import Page, page_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'


def bitmap(kind: str = "PNG", size: tuple[int, int] = (8, 4), mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.effect_noise(size, 90).convert(mode).save(out, kind)
    return out.getvalue()


def shown(data: bytes, file: str = "bild.png", body: str = "", **media: tuple[str, bytes]) -> Page:
    body = body or paragraph("Se ", drawing("rB", alt="En karta"))
    return page_of(Docx(body, media={"rB": (file, data), **media}))


def decoded(page: Page) -> tuple[str, bytes]:
    kind, _, data = str(page.one("//main//img").get("src")).removeprefix("data:").partition(";base64,")
    return kind, base64.b64decode(data)


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif")])
def test_a_small_picture_that_browsers_show_is_in_the_page_as_it_is(kind: str, media_type: str) -> None:
    data = bitmap(kind)
    page = shown(data)
    image = page.one("//main//img")

    assert decoded(page) == (media_type, data)
    assert (image.get("alt"), image.get("width"), image.get("height")) == ("En karta", "53", "27")


@pytest.mark.parametrize(("kind", "mode"), [("TIFF", "RGB"), ("BMP", "RGB"), ("TIFF", "I;16"), ("PPM", "L")])
def test_a_picture_that_browsers_do_not_show_becomes_png(kind: str, mode: str) -> None:
    kind_shown, data = decoded(shown(bitmap(kind, mode=mode)))

    assert kind_shown == "image/png"
    assert Image.open(BytesIO(data)).size == (8, 4)


def test_a_picture_larger_than_its_place_has_use_for_is_made_smaller() -> None:
    kind, data = decoded(shown(bitmap("JPEG", (1600, 800))))

    assert kind == "image/jpeg"
    assert Image.open(BytesIO(data)).size == (106, 53)


def headed(*pictures: str, text: str = "", first: str | None = None) -> Page:
    """Return the page of a file whose header, or that of its first page too, holds pictures."""
    stories = {"h": paragraph(*pictures) + (paragraph(text) if text else "")} | ({"f": first} if first else {})
    kinds = {"h": "default", "f": "first"}
    references = "".join(f'<w:headerReference w:type="{kinds[name]}" r:id="{name}"/>' for name in stories)
    image = relationship(
        "rB", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", "media/b.png"
    )
    extra = {f"word/_rels/{name}.xml.rels": relationships(image).encode() for name in stories}
    section = f"{references}{A4}{'<w:titlePg/>' if first else ''}"
    return page_of(
        Docx(paragraph("Text"), section=section, headers=stories, media={"x": ("b.png", bitmap())}, extra=extra)
    )


def test_the_logo_of_the_first_pages_header_stands_once_at_the_top_of_the_page() -> None:
    logo = drawing("rB", alt="Norrviks kommuns logotyp")
    page = headed(logo, logo, text="Norrviks kommun")

    assert page.one("/html/body/header/p[1]/img").get("alt") == "Norrviks kommuns logotyp"
    assert page.texts("/html/body/header/p") == ["", "Norrviks kommun"]
    assert page.codes == []


def test_a_logo_whose_words_stand_beside_it_is_not_heard_twice() -> None:
    assert headed(drawing("rB", alt="Norrviks kommun"), text="Norrviks  kommun").one("//header//img").get("alt") == ""


@pytest.mark.parametrize(("alt", "properties"), [("", ""), ("", DECORATIVE), ("En rand", DECORATIVE)])
def test_a_decorative_picture_of_the_header_stays_on_paper(alt: str, properties: str) -> None:
    assert headed(drawing("rB", alt=alt, properties=properties), text="Norrvik").all("//img") == []


def test_the_header_of_later_pages_gives_the_page_no_logo() -> None:
    logo = drawing("rB", alt="Logotyp")

    assert headed(logo, text="Norrvik", first=paragraph("Norrvik")).all("//img") == []
    assert len(headed(text="Norrvik", first=paragraph(logo)).all("//header//img")) == 1


def test_a_drawing_that_is_too_large_for_the_page_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_VECTOR_BYTES", 10)
    page = shown(SVG, "bild.svg")

    assert page.all("//main//img") == []
    assert any("bilden är för stor: en SVG-bild får vara högst" in finding.message for finding in page.findings)


def test_a_moving_picture_stands_still() -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)

    assert decoded(shown(out.getvalue()))[0] == "image/png"


def test_a_cropped_picture_is_cropped() -> None:
    body = paragraph(drawing("rB", alt="Del", crop='<a:srcRect l="50000"/>'))

    assert Image.open(BytesIO(decoded(shown(bitmap(), body=body))[1])).size == (4, 4)


def test_the_vector_form_is_shown_where_there_is_one() -> None:
    body = paragraph(drawing("rB", alt="Symbol", inside=vector_of("rV")))

    assert decoded(shown(bitmap(), body=body, rV=("bild.svg", SVG))) == ("image/svg+xml", SVG)
    assert decoded(shown(bitmap(), body=body, rV=("bild.svg", b"<!DOCTYPE x><svg/>")))[0] == "image/png"


def test_a_decorative_picture_has_no_words() -> None:
    page = shown(bitmap(), body=paragraph(drawing("rB", alt="ram", properties=DECORATIVE)))

    assert page.one("//main//img").get("alt") == ""


def test_a_picture_whose_words_stand_beside_it_says_nothing() -> None:
    page = shown(bitmap(), body=paragraph(drawing("rB", alt="Uppnår"), run(" Uppnår")))

    assert page.one("//main//img").get("alt") == ""


def test_a_link_around_a_picture_without_words_is_named_for_where_it_leads() -> None:
    inside = drawing("rB", alt="x", properties=DECORATIVE)
    body = paragraph(f'<w:hyperlink r:id="rL">{inside}</w:hyperlink>')
    page = page_of(Docx(body, media={"rB": ("b.png", bitmap())}, links={"rL": "https://example.se/"}))

    assert page.one("//main//a").get("aria-label") == "https://example.se/"


def test_a_picture_that_cannot_be_shown_leaves_its_words_and_a_finding() -> None:
    page = shown(b"ingen bild", "bild.emf")

    assert page.main == "<p>Se [bild: En karta]</p>"
    assert page.codes == ["REN461"]
    assert "bild.emf" in page.findings[0].message


def test_pictures_that_together_are_too_large_leave_their_words() -> None:
    docx = Docx(paragraph(drawing("rB", alt="En karta")) * 3, media={"rB": ("bild.png", bitmap())})
    opened = open_document(docx.bytes(), "prov.docx")
    assert not isinstance(opened, Finding)
    package, document = opened
    pictures = Pictures(package, left=2 * len(bitmap()) + 100)
    found = [run for p in document.sections[0].blocks for run in p.content]  # type: ignore[union-attr]
    shown = [pictures.html(run.picture) for run in found if isinstance(run, PictureRun)]

    assert [html is None for html in shown] == [False, False, True]
    assert list(pictures.failures) == ["word/media/bild.png"]
