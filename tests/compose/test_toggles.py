"""Bold text stays bold where the paragraph's style is bold already."""

from __future__ import annotations

from lxml import etree

from pipeline.compose.styles import StyleSheet
from pipeline.compose.toggles import settle_toggles
from pipeline.findings.finding import Findings
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import NAMESPACES, q

_W = f'xmlns:w="{NAMESPACES["w"]}"'
_STYLES = f"""<w:styles {_W}>
<w:style w:type="paragraph" w:styleId="Huvud"><w:name w:val="Huvud"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Vanlig"><w:name w:val="Vanlig"/></w:style>
<w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Lutad"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
</w:styles>"""


def character_styles_after(paragraph_style: str, character_style: str) -> list[str]:
    body = etree.fromstring(
        f'<w:body {_W}><w:p><w:pPr><w:pStyle w:val="{paragraph_style}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{character_style}"/></w:rPr><w:t>ord</w:t></w:r></w:p></w:body>'
    )
    settle_toggles(body, StyleSheet(etree.fromstring(_STYLES), WordOrigin("mall.docx"), Findings()))
    return [mark.get(q("w:val"), "") for mark in body.iter(q("w:rStyle"))]


def test_strong_in_a_bold_style_is_left_to_the_style() -> None:
    assert character_styles_after("Huvud", "Stark") == []


def test_strong_in_a_plain_style_keeps_its_character_style() -> None:
    assert character_styles_after("Vanlig", "Stark") == ["Stark"]


def test_emphasis_in_a_bold_style_keeps_its_character_style() -> None:
    assert character_styles_after("Huvud", "Lutad") == ["Lutad"]
