"""The words of charts and SmartArt are counted in the package, and found in the PDF."""

from __future__ import annotations

import pytest

from pipeline.ooxml.names import NAMESPACES
from pipeline.render import Rendered, RenderOptions, render
from pipeline.render.read import objects
from tests.render.read.test_diagrams import IDS, SPACES, file_of

CHART = f'<c:chart xmlns:c="{NAMESPACES["c"]}" r:id="rIdC"/>'
DATA = "<dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Beslut i nämnden</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"


def title(words: str) -> str:
    return f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{words}</a:t></a:r></a:p></c:rich></c:tx></c:title>"


def chart(*, axis_gone: bool = False) -> str:
    values = '<c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numLit></c:val>'
    plot = f'<c:barChart><c:ser>{values}</c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    gone = f'<c:delete val="{int(axis_gone)}"/>'
    axes = f'<c:catAx><c:axId val="1"/>{gone}{title("År")}</c:catAx><c:valAx><c:axId val="2"/></c:valAx>'
    inside = f"{title('Kostnader per år')}<c:plotArea>{plot}{axes}</c:plotArea>"
    return f"<c:chartSpace {SPACES}><c:chart>{inside}</c:chart></c:chartSpace>"


def rendered(data: bytes) -> Rendered:
    found = render(data, RenderOptions("prov.docx")).value
    assert found is not None
    return found


@pytest.mark.parametrize(("axis_gone", "count"), [(False, 4), (True, 3)])
def test_the_titles_of_a_chart_are_counted_as_far_as_they_are_shown(*, axis_gone: bool, count: int) -> None:
    words = rendered(file_of(CHART, {"rIdC": chart(axis_gone=axis_gone)})).words
    assert (words.package, words.missing) == (count, ())
    assert words.pdf >= count


def test_the_text_of_shapes_on_top_of_a_chart_is_shown_and_counted() -> None:
    shape = (
        "<cdr:relSizeAnchor><cdr:from><cdr:x>0.2</cdr:x><cdr:y>0.2</cdr:y></cdr:from><cdr:to><cdr:x>0.9</cdr:x>"
        '<cdr:y>0.5</cdr:y></cdr:to><cdr:sp><cdr:spPr><a:prstGeom prst="rect"/></cdr:spPr><cdr:txBody><a:bodyPr/>'
        "<a:p><a:r><a:t>Prognosen höjdes</a:t></a:r></a:p></cdr:txBody></cdr:sp></cdr:relSizeAnchor>"
    )
    drawing = f'<cdr:userShapes xmlns:cdr="cdr" {SPACES}>{shape}</cdr:userShapes>'
    space = chart().replace("</c:chartSpace>", '<c:userShapes r:id="rIdU"/></c:chartSpace>')
    target = '<Relationship Id="rIdU" Type="x" Target="rIdU.xml"/>'
    rels = f'<Relationships xmlns="{NAMESPACES["rels"]}">{target}</Relationships>'
    data = file_of(CHART, {"rIdC": space, "rIdU": drawing, "_rels/rIdC.xml.rels": rels})
    words = rendered(data).words
    assert (words.package, words.missing) == (6, ())


def test_shapes_on_top_of_a_chart_that_are_not_in_the_file_are_told() -> None:
    space = chart().replace("</c:chartSpace>", '<c:userShapes r:id="rIdU"/></c:chartSpace>')
    findings = render(file_of(CHART, {"rIdC": space}), RenderOptions("prov.docx")).findings
    assert any("ovanpå ett diagram" in finding.message for finding in findings)


def test_a_chart_whose_values_are_not_in_the_file_is_told() -> None:
    space = chart().replace('<c:pt idx="0"><c:v>7</c:v></c:pt>', "")
    findings = render(file_of(CHART, {"rIdC": space}), RenderOptions("prov.docx")).findings
    assert any("vars värden inte finns" in finding.message for finding in findings)


def test_the_text_of_smartart_is_counted() -> None:
    words = rendered(file_of(IDS, {"rIdD": f"<dgm:dataModel {SPACES}>{DATA}</dgm:dataModel>"})).words
    assert (words.package, words.missing) == (3, ())


def test_a_reader_that_forgets_charts_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "chart_picture", lambda *_: None)
    words = rendered(file_of(CHART, {"rIdC": chart()})).words
    assert words.missing == ("kostnader", "per", "år", "år")
