"""The typography of the templates: every size, distance and colour in one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Typography:
    """Sizes and distances are in points, margins in millimetres, line spacing in lines."""

    font: str = "Arial"
    body_size: float = 11
    body_line: float = 1.08
    body_after: float = 8
    list_after: float = 3
    list_indent: float = 18
    heading_sizes: tuple[float, ...] = (18, 15, 13, 11, 11, 11)
    heading_before: tuple[float, ...] = (18, 16, 12, 10, 8, 8)
    heading_after: tuple[float, ...] = (6, 4, 4, 3, 3, 3)
    heading_colour: str = "1F3A4D"
    perspective_size: float = 22
    perspective_after: float = 10
    title_size: float = 26
    subtitle_size: float = 32
    contents_size: float = 11
    contents_after: float = 4
    contents_indent: float = 12
    table_size: float = 10
    statement_size: float = 9
    statement_before: float = 2
    statement_after: float = 2
    table_before: float = 2
    table_after: float = 2
    assessment_after: float = 8
    header_size: float = 9
    text_colour: str = "000000"
    muted_colour: str = "4A4A4A"
    rule_colour: str = "7F8C96"
    head_shade: str = "E6ECF0"
    link_colour: str = "0B5394"
    page_width: float = 210
    page_height: float = 297
    margin_top: float = 30
    margin_bottom: float = 25
    margin_left: float = 25
    margin_right: float = 25
    header_distance: float = 12.5
    footer_distance: float = 12.5

    @property
    def text_width(self) -> int:
        """Return the width between the margins in twentieths of a point."""
        return twips_of_mm(self.page_width - self.margin_left - self.margin_right)


def twips_of_mm(millimetres: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def twips(points: float) -> str:
    """Return points in twentieths of a point, as an attribute."""
    return str(round(points * 20))


DECISION = Typography()
REPORT = Typography(
    body_size=11.5,
    body_line=1.1,
    body_after=10,
    list_after=7,
    heading_before=(18, 14, 16, 14, 8, 8),
    heading_after=(8, 6, 6, 4, 3, 3),
    statement_size=9.5,
    statement_before=6,
    statement_after=6,
    assessment_after=16,
    margin_top=40,
)
