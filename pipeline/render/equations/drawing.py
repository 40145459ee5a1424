"""Equations become drawings that stand on the line's baseline; one may go on in the next line before a sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.render.equations.boxes import MathBox, moved
from pipeline.render.equations.faces import Faces
from pipeline.render.equations.model import Equation
from pipeline.render.equations.setting import Level, Part, Setter, joined
from pipeline.render.graphic import Graphic
from pipeline.render.layout.formats import Formats
from pipeline.render.tree import Inline, Paragraph, PictureRun

_AIR = 0.2  # above and below an equation on a line of its own, as a share of the size of its text


def with_equations(paragraph: Paragraph, formats: Formats) -> Paragraph:
    """Return a paragraph whose equations are drawings; one without any is returned itself."""
    if not any(isinstance(run, PictureRun) and run.picture.equation is not None for run in paragraph.content):
        return paragraph
    content: list[Inline] = []
    for run in paragraph.content:
        if isinstance(run, PictureRun) and run.picture.equation is not None and run.picture.graphic is None:
            content.extend(drawn_equation(run, run.picture.equation, formats))
        else:
            content.append(run)
    return replace(paragraph, content=tuple(content))


def drawn_equation(run: PictureRun, equation: Equation, formats: Formats) -> list[PictureRun]:
    """Return an equation as drawings, one for each stretch that stays on its line (m:brkBin before)."""
    faces = Faces(formats)
    level = Level(equation.style, equation.display)
    parts = Setter(faces).parts(equation.row, level)
    pad = equation.style.size * _AIR if equation.display else 0.0
    line = faces.line(equation.style)
    return [_drawing(run, box, line, pad) for box in _stretches(parts)]


def _stretches(parts: list[Part]) -> Iterator[MathBox]:
    held: list[Part] = []
    open_brackets = 0
    for part in parts:
        if held and not open_brackets and part.kind in {"rel", "bin"}:
            yield joined(held)
            held = []
        open_brackets = max(open_brackets + {"open": 1, "close": -1}.get(part.kind, 0), 0)
        held.append(part)
    if held:
        yield joined(held)


def _drawing(run: PictureRun, box: MathBox, line: tuple[float, float], pad: float) -> PictureRun:
    above, below = max(box.above + pad, line[0]), max(box.below + pad, line[1])
    graphic = Graphic(tuple(moved(box.items, 0.0, above)))
    picture = replace(run.picture, width=max(box.width, 0.1), height=above + below, graphic=graphic)
    return replace(run, picture=picture, style=replace(run.style, raised=-below))
