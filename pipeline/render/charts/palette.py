"""The colours of series that have none of their own, by the style of the chart (ECMA-376 part 1, 21.2.2.227)."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.render.read.colorchanges import changed
from pipeline.render.read.colors import THEME_COLOR, Theme, hexadecimal, parts

_OFFICE = ("4472c4", "ed7d31", "a5a5a5", "ffc000", "5b9bd5", "70ad47")
_GREYS = (0.885, 0.55, 0.78, 0.925, 0.7, 0.3)  # shares of white that the text's colour is tinted to
_ROUNDS = (1.0, 0.6, 1.3, 0.8, 1.15)
_GREY, _COLOURED = 1, 2
_REACH = 0.7  # how far series of one colour go towards black and white at most


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme for a style of charts from 1 to 48: greys, six colours, or shades of one of them."""

    theme: Theme
    style: int = 2

    def color(self, index: int, total: int) -> str:
        """Return the colour of a series, or a point, of a number among so many."""
        kind = (self.style - 1) % 8 + 1 if 1 <= self.style <= 48 else _COLOURED
        if kind == _GREY:
            base = self.theme.get(f"{THEME_COLOR}dark1", "000000")
            return changed(base, "tint", 1 - _GREYS[index % 6] * 0.9)
        if kind > _COLOURED:
            return self._shaded(kind - 3, index, total)
        return accent(self.theme, index)

    def _shaded(self, number: int, index: int, total: int) -> str:
        """Return a shade of one accent: the first series is the darkest, the last the lightest."""
        base = self.theme.get(f"{THEME_COLOR}accent{number + 1}", _OFFICE[number])
        place = _REACH * (2 * (index + 1) / (max(total, index + 1) + 1) - 1)
        return changed(base, "tint" if place > 0 else "shade", 1 - abs(place))


def accent(theme: Theme, index: int) -> str:
    """Return the colour of the series of a number: the theme's accents in turn, each round darker or lighter."""
    round_, place = divmod(max(index, 0), 6)
    base = theme.get(f"{THEME_COLOR}accent{place + 1}", _OFFICE[place])
    factor = _ROUNDS[round_ % 5]
    if factor == 1.0:
        return base
    red, green, blue = (part * factor if factor < 1 else 1 - (1 - part) * (2 - factor) for part in parts(base))
    return hexadecimal((red, green, blue))
