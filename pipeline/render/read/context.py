"""What every reader of a part needs: the package, the styles, the part's relationships and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.ooxml.package import Package, Relationship
from pipeline.render.graphic import Chain
from pipeline.render.read.ledger import Why
from pipeline.render.read.notcarried import Odd, odd_ones
from pipeline.render.read.properties import ParaProps, RunProps
from pipeline.render.read.shared import Shared
from pipeline.render.read.styles import StyleSheet
from pipeline.render.tree import SHOWN_OTHERWISE, Place, Unsupported


@dataclass
class PartContext:
    """A part being read: the body, a header, a footer or the notes; ``ground`` is the colour behind it.

    ``note`` is the kind and the id of the note; ``chains`` are the places of linked text boxes by their element.
    """

    package: Package
    styles: StyleSheet
    part: str
    relationships: Mapping[str, Relationship]
    unsupported: list[Unsupported]
    shared: Shared
    paragraphs: int = 0
    table_run: RunProps = field(default_factory=RunProps)
    table_para: ParaProps = field(default_factory=ParaProps)
    ground: str = ""
    note: tuple[str, str] | None = None
    chains: dict[etree._Element, Chain] | None = None
    _odd: dict[etree._Element | None, list[Odd]] | None = None

    @property
    def place(self) -> Place:
        """Return where reading stands."""
        return Place(self.part, self.paragraphs)

    def report_once(self, what: str, shown: str) -> None:
        """Note something of a kind that is told once in a part, at its first place."""
        if not any(item.what == what and item.place.part == self.part for item in self.unsupported):
            self.report(what, shown)

    def report(self, what: str, shown: str, lost: str = "", code: str = SHOWN_OTHERWISE) -> None:
        """Note something that is shown only as well as could be; ``lost`` is text that is not shown at all."""
        self.shared.ledger.add(Why.REPORTED, lost)
        self.unsupported.append(Unsupported(what, self.place, shown, code))

    def tell_odd(self, paragraph: etree._Element) -> None:
        """Note what is told at a paragraph's place since the part asks for it and no reader takes it up."""
        if self._odd is None:
            self._odd = odd_ones(self.package.xml(self.part))
        for found in self._odd.pop(paragraph, ()) if self._odd else ():
            count = f" ({found.places} ställen)" if found.places > 1 else ""
            self.report(f"{found.what}{count}", found.shown, code=found.code)
