"""The data labels of a series as its part tells them (ECMA-376 part 1, 21.2.2.47-21.2.2.49)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.charts.model import NO_LABELS, DataLabels
from pipeline.render.charts.numbers import shown
from pipeline.render.charts.parts import Data, decimal, look, on, points_of, val
from pipeline.render.graphic import Stroke
from pipeline.render.looks import RunStyle
from pipeline.render.read.colors import Theme
from pipeline.render.read.drawingcolors import filling, outline
from pipeline.render.read.units import child, integer

_LEADER_GREY = "a6a6a6"
_SWITCHES = ("showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


@dataclass(frozen=True, slots=True)
class Told:
    """What labels may tell of a series: its name, its data, the cells that labels are taken from."""

    name: str
    values: Data
    categories: tuple[str, ...]
    sizes: Data
    cells: dict[int, str]

    def field(self, kind: str, at: int, language: str) -> str | None:
        """Return the text of a field in a label (a:fld of [MS-ODRAWXML] 2.24.3), None for a kind that is not known."""
        if kind == "CELLRANGE":
            return self.cells.get(at, "")
        if kind == "SERIESNAME":
            return self.name
        if kind in {"CATEGORYNAME", "XVALUE"}:
            return self.categories[at] if at < len(self.categories) else str(at + 1)
        if kind in {"VALUE", "YVALUE"}:
            return self._number(self.values, at, language)
        if kind == "BUBBLESIZE":
            return self._number(self.sizes, at, language)
        return self._share(at, language) if kind == "PERCENTAGE" else None

    @staticmethod
    def _number(data: Data, at: int, language: str) -> str:
        number = decimal(data.values[at]) if at < len(data.values) else None
        return "" if number is None else shown(number, data.format_code or "General", language)

    def _share(self, at: int, language: str) -> str:
        numbers = [abs(decimal(text) or 0.0) for text in self.values.values]
        return shown(numbers[at] / (sum(numbers) or 1.0), "0%", language) if at < len(numbers) else ""


def cells_of(node: etree._Element) -> dict[int, str]:
    """Return the cells that the labels of a series are taken from (c15:datalabelsRange), by number."""
    cache = next(node.iter("{*}dlblRangeCache"), None)
    return {} if cache is None else points_of(cache)


@dataclass(frozen=True, slots=True)
class LabelReader:
    """Reads the labels of one series."""

    theme: Theme
    style: RunStyle
    told: Told

    def read(self, node: etree._Element | None) -> DataLabels:
        """Return the labels that a c:dLbls gives."""
        if node is None or on(node, "c:delete"):
            return NO_LABELS
        found = self._shown(node, DataLabels(style=self.style))
        texts: dict[int, str] = dict(self._from_cells(node, found))
        without, own = set(), {}
        for label in node.iterchildren(q("c:dLbl")):
            at = integer(val(label, "c:idx"))
            rich = child(child(label, "c:tx"), "c:rich")
            if on(label, "c:delete"):
                without.add(at)
                continue
            own[at] = replace(self._shown(label, found), shift=_shift(label))
            if rich is not None:
                texts[at] = self._rich(rich, at)
                own[at] = replace(own[at], style=look(rich, own[at].style or self.style, self.theme))
        own = {at: replace(one, texts=texts, without=frozenset(without)) for at, one in own.items()}
        return replace(found, texts=texts, without=frozenset(without), own=own)

    def _shown(self, node: etree._Element, usual: DataLabels) -> DataLabels:
        """Return what labels show over what is usual; one of a single value says all of it itself."""
        asked = [on(node, f"c:{name}") for name in _SWITCHES]
        code, separator = child(node, "c:numFmt"), child(node, "c:separator")
        paint = filling(child(node, "c:spPr"), self.theme)
        linked = code is None or code.get("sourceLinked") == "1"
        return DataLabels(
            asked[0],
            asked[1],
            asked[2],
            asked[3],
            val(node, "c:dLblPos") or usual.position,
            (separator.text or " ") if separator is not None else usual.separator,
            usual.format_code if linked or code is None else code.get("formatCode") or "",
            look(child(node, "c:txPr"), usual.style or self.style, self.theme),
            size=asked[4],
            key=on(node, "c:showLegendKey"),
            leads=self._leads(node) or usual.leads,
            ground=usual.ground if paint is None else paint,
            frame=outline(child(child(node, "c:spPr"), "a:ln"), self.theme, usual.frame),
        )

    def _leads(self, node: etree._Element) -> Stroke | None:
        """Return the line to labels that are moved, thin and grey where nothing is said of it (21.2.2.92)."""
        newer = next(node.iterfind("{*}extLst/{*}ext/{*}showLeaderLines"), None)
        if not on(node, "c:showLeaderLines") and (newer is None or newer.get("val", "1") not in {"1", "true"}):
            return None
        holder = next((item for item in node.iter("{*}leaderLines")), None)
        usual = Stroke(_LEADER_GREY, 0.75)
        return outline(child(child(holder, "c:spPr"), "a:ln"), self.theme, usual)

    def _from_cells(self, node: etree._Element, found: DataLabels) -> Iterator[tuple[int, str]]:
        """Yield the labels that are taken from cells, with what else they show (c15:showDataLabelsRange)."""
        asked = next(node.iterfind("{*}extLst/{*}ext/{*}showDataLabelsRange"), None)
        if asked is None or asked.get("val", "1") not in {"1", "true"}:
            return
        kinds = [("SERIESNAME", found.series), ("CATEGORYNAME", found.category), ("VALUE", found.value)]
        kinds.append(("PERCENTAGE", found.percent))
        for at, text in self.told.cells.items():
            more = [self.told.field(kind, at, self.style.language) or "" for kind, is_asked in kinds if is_asked]
            yield at, found.separator.join([text, *more])

    def _rich(self, rich: etree._Element, at: int) -> str:
        paragraphs = ("".join(self._runs(paragraph, at)) for paragraph in rich.iter(q("a:p")))
        return " ".join(" ".join(paragraphs).split())

    def _runs(self, paragraph: etree._Element, at: int) -> Iterator[str]:
        for node in paragraph.iter(q("a:t"), q("a:br")):
            holder = node.getparent()
            is_field = holder is not None and holder.tag == q("a:fld")
            kind = (holder.get("type") or "") if holder is not None and is_field else ""
            text = self.told.field(kind, at, self.style.language)
            yield " " if node.tag == q("a:br") else text if text is not None else node.text or ""


def _shift(label: etree._Element) -> tuple[float, float]:
    """Return how far a label is moved by hand from its usual place, as shares of the chart (21.2.2.31)."""
    manual = child(child(label, "c:layout"), "c:manualLayout")
    across, down = (min(max(decimal(val(manual, f"c:{name}")) or 0.0, -1.0), 1.0) for name in "xy")
    return across, down
