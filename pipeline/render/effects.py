"""What a picture's colours go through before it is shown: transparency, grey, brightness, two tones, a hole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mask:
    """A bitmap file that says where another covers what lies below: where it is white, or ``inverted`` black."""

    data: bytes
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Effects:
    """Effects on a picture (20.1.8): shares, colours ``rrggbb``.

    ``threshold`` makes it black and white, ``tones`` are the colours of its shadows and its lights, ``hole`` is the
    colour that becomes transparent, ``brightness`` and ``contrast`` go from -1 to 1. ``soft`` is how far within, as
    shares of its width and height, the picture begins to fade towards its edges.
    """

    opacity: float = 1.0
    grey: bool = False
    threshold: float | None = None
    brightness: float = 0.0
    contrast: float = 0.0
    tones: tuple[str, str] | None = None
    hole: str = ""
    soft: tuple[float, float] = (0.0, 0.0)


NO_EFFECTS = Effects()
