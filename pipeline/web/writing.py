"""What all writers of one page share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import WordOrigin
from pipeline.render.tree import Link, Place
from pipeline.web.addresses import safe_address
from pipeline.web.pictures import Pictures
from pipeline.web.sheet import Sheet
from pipeline.web.survey import Survey

UI_LANGUAGE = "sv"


@dataclass(frozen=True)
class Around:
    """What surrounds a text: the language, the background, and whether what stands in it is bold as a whole."""

    language: str
    background: str = ""
    bold: bool = False
    in_cell: bool = False
    place: Place | None = None

    def at(self, place: Place) -> Around:
        """Return the same surroundings at a place of the Word file."""
        return replace(self, place=place)


@dataclass
class Writing:
    """The page being written: what is known of the document, its classes, pictures and findings."""

    name: str
    survey: Survey
    pictures: Pictures
    sheet: Sheet = field(default_factory=Sheet)
    tables: int = 0
    navigations: int = 0
    _refused: dict[str, Finding] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what was found while writing."""
        shown = (
            finding("REN461", f"bilden {part} visas inte på webbsidan: {reason}", WordOrigin(self.name, part=part))
            for part, reason in sorted(self.pictures.failures.items())
        )
        return (*self._refused.values(), *shown)

    @property
    def own_language(self) -> str | None:
        """Return the language of the page's own words where the document's is another."""
        return None if self.survey.language.startswith(UI_LANGUAGE) else UI_LANGUAGE

    @property
    def around(self) -> Around:
        """Return the surroundings of the body."""
        return Around(self.survey.language)

    def href(self, link: Link | None, place: Place | None) -> str:
        """Return where a link leads, "" for one to nowhere; an address that must not be followed is a finding."""
        if link is None:
            return ""
        if not link.uri:
            target = self.survey.target(link.anchor)
            return f"#{target}" if target else ""
        address = link.uri if not link.anchor or "#" in link.uri else f"{link.uri}#{link.anchor}"
        href = safe_address(address)
        if href is None and link.uri not in self._refused:
            origin = (
                WordOrigin(self.name, paragraph=place.paragraph, part=place.part) if place else WordOrigin(self.name)
            )
            shown = link.uri if len(link.uri) <= 80 else f"{link.uri[:80]}…"
            self._refused[link.uri] = finding("REN460", f"länken till {shown} är bara text på webbsidan", origin)
        return href or ""
