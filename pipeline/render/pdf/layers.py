"""The order of drawing on a page: what floats lies behind or before the text, wherever it is anchored."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.render.floating import Anchor

_TEXT = 2  # headers and footers lie behind the body with all that floats in them


@dataclass(slots=True)
class Layers:
    """Floating objects of a page, each with the operators that draw it."""

    drawn: list[tuple[int, int, list[str]]] = field(default_factory=list)

    def add(self, anchor: Anchor, ops: list[str], *, running: bool) -> None:
        """Keep what draws an object; of one layer, the higher ``relativeHeight`` lies before the lower."""
        rank = (0 if anchor.behind else 1) if running else (_TEXT if anchor.behind else _TEXT + 1)
        self.drawn.append((rank, anchor.order, ops))

    def around(self, text: list[str]) -> list[str]:
        """Return the operators of the whole page; ``text`` are those of all that does not float."""
        if not self.drawn:
            return text
        ordered = sorted(self.drawn, key=lambda layer: layer[:2])
        behind = [op for rank, _, ops in ordered if rank <= _TEXT for op in ("q", *ops, "Q")]
        before = [op for rank, _, ops in ordered if rank > _TEXT for op in ("q", *ops, "Q")]
        return [*behind, "q", *text, "Q", *before]
