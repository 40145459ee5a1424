"""What every builder of one document needs: the draft, its styles and lists, the profile and the figures."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.draft import Draft
from pipeline.compose.media import Media
from pipeline.compose.numbering import Numbering
from pipeline.compose.post import Slots
from pipeline.compose.styles import StyleSheet
from pipeline.compose.xml import Element
from pipeline.findings.finding import Findings
from pipeline.model.case import Case
from pipeline.model.origin import TextOrigin
from pipeline.model.profile import Profile


@dataclass
class Setting:
    """The workplace of one document."""

    case: Case
    profile: Profile
    draft: Draft
    styles: StyleSheet
    numbering: Numbering
    media: Media
    slots: Slots
    findings: Findings

    def move_to(self, draft: Draft) -> None:
        """Go on in ``draft``, the template once it is filled; its styles are the template's."""
        self.draft = self.media.draft = draft
        self.numbering.root = _numbering_root(draft)


def _numbering_root(draft: Draft) -> Element | None:
    name = draft.part_of_type("numbering")
    return draft.tree(name) if name else None


def make_setting(case: Case, profile: Profile, draft: Draft, template: str, findings: Findings) -> Setting:
    """Return the workplace for a document made from ``template``, a file name in the profile's folder."""
    place = TextOrigin(template)
    styles = StyleSheet(draft.tree(draft.part_of_type("styles")), place, findings)
    numbering = Numbering(_numbering_root(draft), styles, place, findings)
    media = Media(draft, profile.folder, findings)
    return Setting(case, profile, draft, styles, numbering, media, Slots(), findings)
