"""Text boxes of drawings: their blocks are set like a cell's, and read where the drawing is anchored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.render.graphic import Graphic, Path, Place, Shape, TextBox
from pipeline.render.layout.boxes import Box, Canvas, Stack
from pipeline.render.layout.floatbox import text_width
from pipeline.render.layout.floats import cell_area, settle
from pipeline.render.layout.linkedboxes import Waiting, linked
from pipeline.render.layout.vertical import stacked, standing
from pipeline.render.tree import Block, Inline, Paragraph, PictureRun

HIGHEST = 3_000.0  # that a box grows to with its text
_QUARTERS = {"down": 90.0, "up": 270.0}
_NARROWEST = 4.0
_STEP = 4.0  # points that columns are made higher until they hold their text
_FAR_OVER, _A_LINE = 0.2, 14.0  # how far, of its room and in points, text may reach below a box and still be seen
Setter = Callable[[Sequence[Block], float], list[Box]]


@dataclass(slots=True, eq=False)
class BoxedText:
    """The text of a box, set; ``turn`` is in degrees clockwise."""

    box: TextBox
    stack: Stack
    width: float
    turn: float
    more: tuple[Stack, ...] = ()

    @property
    def _high(self) -> float:
        return max(stack.height for stack in (self.stack, *self.more))

    @property
    def needed(self) -> float:
        """Return the height that the box needs for its text, its insets included."""
        return self._high + self.box.insets[1] + self.box.insets[3]

    @property
    def room(self) -> float:
        """Return the height that the box has for its text."""
        place = self.box.place
        high = place.width if self.box.direction in _QUARTERS else place.height
        return high - self.box.insets[1] - self.box.insets[3]

    @property
    def _aside(self) -> float:
        """Return how far the text is moved so that its lines together stand in the middle (a:bodyPr/@anchorCtr)."""
        stacks = (self.stack, *self.more) if self.box.amid else ()
        boxes = [box for stack in stacks for box in stack.paragraphs()]
        shown = [item for box in boxes for line in box.lines for item in line.items if not item.is_space]
        if not shown or self.more:
            return 0.0
        return (self.width - min(item.x for item in shown) - max(item.x + item.width for item in shown)) / 2

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the text in a drawing whose top left corner is given."""
        place, (inner_left, inner_top, inner_right, _) = self.box.place, self.box.insets
        middle = (left + place.x, top + place.y)
        turned = self.box.direction in _QUARTERS
        wide, high = (place.height, place.width) if turned else (place.width, place.height)
        room = self.room - self._high
        share = {"center": 0.5, "bottom": 1.0}.get(self.box.align, 0.0)
        down = inner_top + (room * share if room > 0 or self.box.align == "center" else 0.0)
        count = self.box.columns
        spare = (wide - inner_left - inner_right - self.width * count - self.box.apart * (count - 1)) / 2
        x, y = middle[0] - wide / 2 + inner_left + spare + self._aside, middle[1] - high / 2 + down
        if self.turn % 360:
            canvas.spin(middle, self.turn)
        cut = self._high - self.room > max(self.room * _FAR_OVER, _A_LINE) and not self.box.grows
        if cut:
            canvas.cut_off(middle[1] - high / 2, middle[1] + high / 2)
        for number, stack in enumerate((self.stack, *self.more)):
            stack.draw(canvas, x + number * (self.width + self.box.apart), y)
        if cut:
            canvas.turn_back()
        if self.turn % 360:
            canvas.turn_back()


def has_boxes(content: tuple[Inline, ...]) -> bool:
    """Return whether a paragraph has drawings with text boxes, or such as fill its width."""
    graphics = (run.picture.graphic for run in content if isinstance(run, PictureRun))
    return any(graphic is not None and (graphic.share or any(graphic.boxes())) for graphic in graphics)


def set_boxes(
    paragraph: Paragraph, width: float, setters: tuple[Setter, Setter], waiting: Waiting
) -> tuple[Paragraph, dict[int, BoxedText]]:
    """Return a paragraph whose drawings have grown with their text, and the set text of each box by its identity.

    The second of the ``setters`` sets blocks without giving them elements; ``waiting`` is the text of chains of boxes
    that goes on in the next of them.
    """
    setter, trial = setters
    found: dict[int, BoxedText] = {}
    content: list[Inline] = []
    for run in paragraph.content:
        if isinstance(run, PictureRun) and run.picture.graphic is not None:
            grown = _grown(_widened(run, width), trial)
            assert grown.picture.graphic is not None
            for box in grown.picture.graphic.boxes():
                text = found[id(box)] = boxed_text(box, setter, trial)
                text.stack = linked(box, text.stack, (text.width, text.room), waiting)
            content.append(grown)
        else:
            content.append(run)
    return replace(paragraph, content=tuple(content)), found


def boxed_text(box: TextBox, setter: Setter, trial: Setter) -> BoxedText:
    """Return the text of a box, set."""
    if box.upright:
        box = replace(box, blocks=standing(box.blocks))
    if box.stacked:
        box = replace(box, blocks=stacked(box.blocks))
    wide = box.place.height if box.direction in _QUARTERS else box.place.width
    width = max(wide - box.insets[0] - box.insets[2], _NARROWEST)
    if not box.wraps:
        width = max(width, text_width(trial(box.blocks, HIGHEST)))
    count = box.columns if box.chain is None and box.wraps else 1
    if count > 1:
        width = max((width - box.apart * (count - 1)) / count, _NARROWEST)
    stack = Stack(setter(box.blocks, width))
    settle(stack, cell_area(width))
    found = BoxedText(box, stack, width, box.place.turn + _QUARTERS.get(box.direction, 0.0))
    return _in_columns(found, count) if count > 1 else replace(found, box=replace(box, columns=1))


def _in_columns(text: BoxedText, count: int) -> BoxedText:
    """Return text parted among the columns of its box; one that grows has them as low as they can be."""
    room = max(text.room, 1.0)
    if text.box.grows:
        room = max(text.stack.height / count, 1.0)
        while len(_parted(text.stack, count, room)) > count and room < HIGHEST:
            room += _STEP
    parts = _parted(text.stack, count, room)
    if len(parts) > count:
        beyond = parts.pop()
        parts[-1] = Stack([*parts[-1].boxes, *beyond.boxes], parts[-1].continued)
    return replace(text, stack=parts[0], more=tuple(parts[1:]))


def _parted(stack: Stack, count: int, room: float) -> list[Stack]:
    """Return a stack in parts that are no higher than a room, and behind as many as asked for what is left."""
    found: list[Stack] = []
    rest: Stack | None = stack
    while rest is not None and len(found) < count:
        here, rest = rest.split(room)
        if not here.boxes and rest is not None:
            break
        found.append(here)
    return [*found, rest] if rest is not None else found


def _grown(run: PictureRun, trial: Setter) -> PictureRun:
    """Return a drawing of one box that is fitted to its text as high as that needs; others are as they were."""
    picture = run.picture
    assert picture.graphic is not None
    boxes = list(picture.graphic.boxes())
    if len(boxes) != 1 or not boxes[0].grows or boxes[0].place.turn or boxes[0].direction:
        return run
    needed = min(boxed_text(boxes[0], trial, trial).needed, HIGHEST)
    if abs(needed - boxes[0].place.height) <= 0.5 or not boxes[0].place.height:
        return run
    factor = needed / boxes[0].place.height
    graphic = Graphic(tuple(_stretched(item, factor) for item in picture.graphic.items))
    return replace(run, picture=replace(picture, height=picture.height * factor, graphic=graphic))


def _widened(run: PictureRun, width: float) -> PictureRun:
    """Return a drawing that is as wide as a share of the text in that width; others are as they were."""
    graphic = run.picture.graphic
    if graphic is None or not graphic.share:
        return run
    wide = max(width * graphic.share, 1.0)
    factor = wide / run.picture.width
    items = tuple(
        replace(item, commands=tuple((kind, _scaled(values, factor, 0)) for kind, values in item.commands))
        if isinstance(item, Path)
        else item
        for item in graphic.items
    )
    return replace(run, picture=replace(run.picture, width=wide, graphic=Graphic(items)))


def _stretched(item: Shape, factor: float) -> Shape:
    if isinstance(item, Path):
        numbers = tuple((kind, _scaled(values, factor, 1)) for kind, values in item.commands)
        return replace(item, commands=numbers)
    if isinstance(item, TextBox):
        return replace(item, place=_taller(item.place, factor))
    return item


def _taller(place: Place, factor: float) -> Place:
    return replace(place, y=place.y * factor, height=place.height * factor)


def _scaled(values: tuple[float, ...], factor: float, axis: int) -> tuple[float, ...]:
    return tuple(value * factor if index % 2 == axis else value for index, value in enumerate(values))
