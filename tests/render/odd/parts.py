"""What odd documents are made of."""

from __future__ import annotations

from collections.abc import Iterator

from tests.render.docx import (
    OFFICE,
    Docx,
    paragraph,
    part,
    run,
    zipped,
)
from tests.render.odd.packages import parts_of

TYPE = f"{OFFICE}/officeDocument/2006/relationships"
SENTENCE = "Nämnden beslutar enligt förslaget. "
P = paragraph(run(SENTENCE))
Made = Iterator[tuple[str, Docx | bytes]]


BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def main_only(content: str, root: str = "w:document") -> bytes:
    """Return a file whose main part has this content and nothing around it."""
    return zipped({**parts_of(Docx("")), "word/document.xml": part(root, content)})


def choice(requires: str, inside: str, fallback: str | None = None) -> str:
    """Return alternatives."""
    other = "" if fallback is None else f"<mc:Fallback>{fallback}</mc:Fallback>"
    return f'<mc:AlternateContent><mc:Choice Requires="{requires}">{inside}</mc:Choice>{other}</mc:AlternateContent>'


def instruction(text: str) -> str:
    """Return a field's instruction."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def text_box(inside: str) -> str:
    """Return a text box in a line."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/><wp:docPr id="1" name="ruta"/><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
