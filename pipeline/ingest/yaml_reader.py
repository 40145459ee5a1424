"""The door to PyYAML: a file becomes a raw tree in which every scalar stays text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.error import MarkedYAMLError, YAMLError

from pipeline.ingest.raw import RawEntry, RawList, RawMapping, RawNode, RawText
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.yaml_errors import SPACE, explain, indented_otherwise, starts_before
from pipeline.model.origin import TextOrigin

MAX_NODES = 100_000
MAX_DEPTH = 60
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Refused(Exception):  # noqa: N818 - carries a finding out of the building, is no error of the program
    """The tree cannot be built; the finding has been made."""


def read_yaml(text: str, name: str, report: Reporter) -> RawNode | None:
    """Return the tree of a YAML text, or None with findings."""
    try:
        return _Builder(name, report).build(yaml.parse(text, Loader=_LOADER))
    except _Refused:
        return None
    except MarkedYAMLError as error:
        _say_syntax(error, name, report)
        return None
    except (YAMLError, RecursionError):
        report.say("ING110", "filen går inte att läsa som YAML", TextOrigin(name))
        return None


def _say_syntax(error: MarkedYAMLError, name: str, report: Reporter) -> None:
    mark = error.problem_mark or error.context_mark
    place = TextOrigin(name, mark.line + 1, mark.column + 1) if mark else TextOrigin(name)
    start = error.context_mark
    began = TextOrigin(name, start.line + 1, start.column + 1) if start and mark and start.line != mark.line else None
    line = next(iter(report.sources.get(name, ())[place.line - 1 : place.line]), "")
    other = indented_otherwise(report.sources.get(name, ())[: place.line])
    if other:
        code, message, help_line = SPACE
        report.say(code, message, TextOrigin(name, other, 1), help=help_line)
        return
    at_tab = "\t" in line[: place.column]
    code, message, help_line = explain(str(error.problem), line, at_tab=at_tab)
    places = (place, began) if began else (place,)
    if began and starts_before(str(error.problem)):
        places = (began, place)
    report.say(code, message, *places, help=help_line)


@dataclass
class _Open:
    """A mapping or list that is being filled."""

    origin: TextOrigin
    mapping: bool
    anchor: str | None
    children: list[RawNode] = field(default_factory=list)


@dataclass
class _Builder:
    """Builds the tree from events, without recursion, counting every node that an alias brings along."""

    name: str
    report: Reporter
    anchors: dict[str, RawNode] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)
    total: int = 0

    def build(self, events: Iterator[yaml.Event]) -> RawNode | None:
        stack: list[_Open] = []
        root: RawNode | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._refuse("ING116", "filen innehåller flera YAML-dokument men ska ha ett", event)
            node = self._step(event, stack)
            if node is None:
                continue
            if stack:
                stack[-1].children.append(node)
            else:
                root = node
        if root is None or (isinstance(root, RawText) and not root.text.strip()):
            self.report.say("ING117", "filen är tom", TextOrigin(self.name))
            return None
        return root

    def _step(self, event: yaml.Event, stack: list[_Open]) -> RawNode | None:
        """Return the node that an event completes, if it completes one."""
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, stack)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._check_tag(event)
            if len(stack) >= MAX_DEPTH:
                self._refuse("ING115", f"filen har mer än {MAX_DEPTH} nivåer i varandra", event)
            stack.append(_Open(self._origin(event), isinstance(event, yaml.MappingStartEvent), event.anchor))
            self.anchors.pop(event.anchor or "", None)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            return self._close(stack.pop())
        return None

    def _alias(self, event: yaml.AliasEvent, stack: list[_Open]) -> RawNode:
        if any(level.anchor == event.anchor for level in stack):
            self._refuse("ING114", f"hänvisningen *{event.anchor} pekar på sig själv", event)
        if event.anchor not in self.anchors:
            self._refuse("ING114", f"hänvisningen *{event.anchor} saknar ett &{event.anchor} tidigare i filen", event)
        node = self.anchors[str(event.anchor)]
        self._count(self.sizes.get(id(node), 1), event)
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> RawNode:
        self._check_tag(event)
        self._count(1, event)
        given = bool(event.style) or bool(event.value)
        node = RawText(event.value, self._origin(event), given, event.style == "|")
        return self._keep(node, event.anchor, 1)

    def _close(self, level: _Open) -> RawNode:
        size = 1 + sum(self.sizes.get(id(child), 1) for child in level.children)
        self._count(1, None)
        if not level.mapping:
            return self._keep(RawList(tuple(level.children), level.origin), level.anchor, size)
        pairs = list(zip(level.children[::2], level.children[1::2], strict=True))
        return self._keep(RawMapping(tuple(self._entries(pairs)), level.origin), level.anchor, size)

    def _entries(self, pairs: list[tuple[RawNode, RawNode]]) -> Iterator[RawEntry]:
        seen: dict[str, RawText] = {}
        for key, value in pairs:
            if not isinstance(key, RawText):
                self.report.say("ING110", "en nyckel måste vara text, inte en lista eller mappning", key.origin)
                continue
            first = seen.setdefault(key.text, key)
            if first is not key:
                message = f'nyckeln "{key.text}" står två gånger: på rad {first.origin.line} och rad {key.origin.line}'
                self.report.say("ING112", message, key.origin, first.origin)
                continue
            yield RawEntry(key, value)

    def _keep(self, node: RawNode, anchor: str | None, size: int) -> RawNode:
        self.sizes[id(node)] = size
        if anchor:
            self.anchors[anchor] = node
        return node

    def _count(self, nodes: int, event: yaml.Event | None) -> None:
        self.total += nodes
        if self.total > MAX_NODES:
            self._refuse("ING115", f"filen växer till mer än {MAX_NODES} värden när hänvisningarna följs", event)

    def _check_tag(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(
                "ING113", f"YAML-taggen {shown} används inte här: allt är text tills modellen läser det", event
            )

    def _origin(self, event: yaml.Event) -> TextOrigin:
        mark = event.start_mark
        return TextOrigin(self.name, mark.line + 1, mark.column + 1) if mark else TextOrigin(self.name)

    def _refuse(self, code: str, message: str, event: yaml.Event | None) -> None:
        self.report.say(code, message, self._origin(event) if event else TextOrigin(self.name))
        raise _Refused
