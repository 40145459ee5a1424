"""The part of CSS that pages for Word are written with: simple selectors, their rules, and style attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from lxml import etree

Declarations = Mapping[str, str]
MOST_RULES = 500
MOST_BYTES = 200_000
MOST_TRIALS = 3_000_000  # of rules against elements
MOST_ABOVE = 100  # elements around one that a rule is looked for in
_LONGEST = 200  # characters of a value that is taken apart
_PIECE = re.compile(r"[{}]|[^{}]+")
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*|\*)?(?P<rest>(?:[.#][A-Za-z_][\w-]*)*)")
_MARK = re.compile(r"[.#][A-Za-z_][\w-]*")
_FONT = re.compile(r"(?P<before>[a-z0-9 ]*?)(?P<size>[\d.]+(?:pt|px|em|rem|%))(?:/(?P<line>[\d.]+\w*))?(?P<family>.*)")
_SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a selector: a tag, "" for any, with its classes and ids."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, node: etree._Element) -> bool:
        """Return whether an element is meant."""
        if self.tag not in {"", node.tag}:
            return False
        return self.classes <= set((node.get("class") or "").split()) and self.ids <= {node.get("id") or ""}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for what its last step fits, within what the earlier ones do; heavier rules go before lighter ones."""

    steps: tuple[Step, ...]
    declarations: Declarations

    @property
    def weight(self) -> tuple[int, int, int]:
        """Return how many ids, classes and tags it names."""
        ids, classes = sum(len(step.ids) for step in self.steps), sum(len(step.classes) for step in self.steps)
        return ids, classes, sum(bool(step.tag) for step in self.steps)

    def fits(self, node: etree._Element) -> bool:
        """Return whether the rule is for an element."""
        if not self.steps[-1].fits(node):
            return False
        if len(self.steps) == 1:
            return True
        around = islice(node.iterancestors(), MOST_ABOVE)
        return all(any(step.fits(above) for above in around) for step in reversed(self.steps[:-1]))


class Sheet:
    """The rules of a page's style elements."""

    def __init__(self, root: etree._Element) -> None:
        text = "\n".join(node.text or "" for node in root.iter("style"))[:MOST_BYTES]
        self.rules = sorted(islice(_rules(_without_comments(text)), MOST_RULES), key=lambda rule: rule.weight)
        self._left = MOST_TRIALS

    def of(self, node: etree._Element) -> dict[str, str]:
        """Return what holds for an element: its rules, the heaviest last, then its own style attribute."""
        found: dict[str, str] = {}
        self._left -= len(self.rules)
        for rule in self.rules if self._left > 0 else ():
            if rule.fits(node):
                found.update(rule.declarations)
        found.update(declared(node.get("style") or ""))
        return found


def _without_comments(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (begin := text.find("/*", at)) >= 0:
        kept.append(text[at:begin])
        end = text.find("*/", begin + 2)
        if end < 0:
            return "".join(kept)
        at = end + 2
    return "".join((*kept, text[at:])).replace("<!--", "").replace("-->", "")


def _rules(text: str) -> Iterator[Rule]:
    """Yield the rules; those within others, as for printing, are passed over."""
    selectors = inside = ""
    depth = deepest = 0
    for piece in _PIECE.findall(text):
        if piece == "{":
            depth += 1
            deepest = max(depth, deepest)
        elif piece != "}":
            selectors, inside = (piece, inside) if depth == 0 else (selectors, piece)
        else:
            depth = max(depth - 1, 0)
            if depth == 0:
                yield from _rule(selectors.rpartition(";")[2], inside) if deepest == 1 else ()
                selectors, inside, deepest = "", "", 0


def _rule(selectors: str, inside: str) -> Iterator[Rule]:
    declarations = declared(inside)
    for selector in selectors.split(",") if declarations else ():
        steps = tuple(_steps(selector))
        if steps:
            yield Rule(steps, declarations)


def _steps(selector: str) -> Iterator[Step]:
    """Yield the steps of a selector of tags, classes and ids within each other; none for another kind."""
    words = selector.replace(">", " ").split()
    found = [_SIMPLE.fullmatch(word) for word in words]
    if not all(found):
        return
    for match in found:
        assert match is not None
        tag = match["tag"] or ""
        marks = _MARK.findall(match["rest"])
        classes = frozenset(mark[1:] for mark in marks if mark[0] == ".")
        yield Step("" if tag == "*" else tag, classes, frozenset(mark[1:] for mark in marks if mark[0] == "#"))


def declared(text: str) -> dict[str, str]:
    """Return the declarations of a block by name, those of several sides taken apart."""
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        plain = value.replace("!important", "").strip()
        if colon and plain:
            found.update(_apart(name.strip().lower(), plain))
    return found


def _apart(name: str, value: str) -> dict[str, str]:
    if name in {"margin", "padding"}:
        words = value.split()[:4]
        return {f"{name}-{side}": words[_WHICH[len(words)][at]] for at, side in enumerate(_SIDES)}
    if name == "border":
        return {f"border-{side}": value for side in _SIDES}
    if name == "font":
        return dict(_font(value))
    if name == "background":
        return {"background-color": value}
    return {name: value}


def _font(value: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of the font property: what stands before the size, the size, the height of lines, the family."""
    match = _FONT.search(value[:_LONGEST])
    if match is None:
        return
    before = match["before"].lower().split()
    yield from (("font-weight", word) for word in before if word.startswith("bold") or word.isdecimal())
    yield from (("font-style", word) for word in before if word in {"italic", "oblique"})
    yield "font-size", match["size"]
    if match["line"]:
        yield "line-height", match["line"]
    if match["family"].strip():
        yield "font-family", match["family"].strip()


_WHICH = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
