"""Where a part of the report stands: what its headings and texts are set below."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from pipeline.compose.prose import set_heading, set_prose
from pipeline.compose.setting import Setting
from pipeline.model.prose import Prose


@dataclass(frozen=True)
class Place:
    """Where a part stands: below a heading of this level."""

    level: int
    setting: Setting

    def heading(self, text: str, below: int = 1) -> Markup:
        """Return the slot of a heading so many levels below the section's own."""
        return self.setting.slots.block(lambda: set_heading(text, self.level + below, self.setting))

    def prose(self, prose: Prose | None, below: int = 0) -> Markup | str:
        """Return the slot of a text, or nothing where there is none."""
        if prose is None:
            return ""
        return self.setting.slots.block(lambda: set_prose(prose, self.level + below, self.setting))
