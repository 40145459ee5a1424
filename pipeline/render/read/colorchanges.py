"""What the transforms of a colour do to it (ECMA-376 part 1, 20.1.2.3)."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping

from pipeline.render.read.colors import hexadecimal, parts

_TURN = 100_000 / 21_600_000  # of the circle, for each whole share that a hue is read as
Parts = tuple[float, float, float]


def gamma(linear: float) -> float:
    """Return a part of a colour as it is shown, of what it is in linear light."""
    linear = min(max(linear, 0.0), 1.0)
    return linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _linear(shown: float) -> float:
    return float(shown / 12.92 if shown <= 0.04045 else ((shown + 0.055) / 1.055) ** 2.4)


def _each(change: Callable[[float, float], float]) -> Callable[[Parts, float], Parts]:
    def made(color: Parts, share: float) -> Parts:
        red, green, blue = (change(part, share) for part in color)
        return red, green, blue

    return made


def _one(index: int, change: Callable[[float, float], float]) -> Callable[[Parts, float], Parts]:
    def made(color: Parts, share: float) -> Parts:
        red, green, blue = (gamma(change(_linear(p), share)) if at == index else p for at, p in enumerate(color))
        return red, green, blue

    return made


def _grey(color: Parts, _share: float) -> Parts:
    light = 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]
    return light, light, light


def _in_hls(index: int, change: Callable[[float, float], float]) -> Callable[[Parts, float], Parts]:
    """Return a change of the hue (0), the luminance (1) or the saturation (2), which keep within 0 and 1."""

    def made(color: Parts, share: float) -> Parts:
        found = list(colorsys.rgb_to_hls(*color))
        own = change(found[index], share)
        found[index] = own % 1.0 if index == 0 else min(max(own, 0.0), 1.0)
        return colorsys.hls_to_rgb(*found)

    return made


_SET: Callable[[float, float], float] = lambda _own, share: share  # noqa: E731 - one of three of a kind
_TIMES: Callable[[float, float], float] = lambda own, share: own * share  # noqa: E731
_PLUS: Callable[[float, float], float] = lambda own, share: own + share  # noqa: E731
_CHANGES: Mapping[str, Callable[[Parts, float], Parts]] = {
    "tint": _each(lambda part, share: gamma(_linear(part) * share + 1 - share)),
    "shade": _each(lambda part, share: gamma(_linear(part) * share)),
    "gray": _grey,
    "grayscl": _grey,
    "inv": _each(lambda part, _share: 1 - part),
    "gamma": _each(lambda part, _share: gamma(part)),
    "invGamma": _each(lambda part, _share: _linear(part)),
    "comp": _in_hls(0, lambda own, _share: own + 0.5),
    "hue": _in_hls(0, lambda _own, share: share * _TURN),
    "hueOff": _in_hls(0, lambda own, share: own + share * _TURN),
    "hueMod": _in_hls(0, _TIMES),
    **{f"lum{end}": _in_hls(1, change) for end, change in (("", _SET), ("Mod", _TIMES), ("Off", _PLUS))},
    **{f"sat{end}": _in_hls(2, change) for end, change in (("", _SET), ("Mod", _TIMES), ("Off", _PLUS))},
    **{
        f"{name}{end}": _one(at, change)
        for at, name in enumerate(("red", "green", "blue"))
        for end, change in (("", _SET), ("Mod", _TIMES), ("Off", _PLUS))
    },
}


def changed(base: str, name: str, share: float) -> str:
    """Return a colour after one of its transforms by a share; one that is not known changes nothing."""
    change = _CHANGES.get(name)
    if change is None:
        return base
    red, green, blue = (min(max(part, 0.0), 1.0) for part in change(parts(base), share))
    return hexadecimal((red, green, blue))
