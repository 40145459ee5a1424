"""The language of the templates, bounded: no way out of what the case gives, and none to make it grow without end.

A template comes from whoever made the municipality's look. It may choose and repeat what the case holds; loops, lengths
of text and numbers end at a bound, and what the manual of templates does not name is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MAX_ROUNDS = 200_000  # of all loops of a document together
MAX_TEXT = 1_000_000  # characters of one text
MAX_OUTPUT = 20_000_000  # characters that the tags of a document print
MAX_NUMBER = 10**30
_FILTERS = (
    *("upper", "lower", "capitalize", "title", "trim", "length", "count", "first", "last", "default", "d", "list"),
    *("reverse", "sort", "unique", "join", "selectattr", "rejectattr", "escape", "e"),
)
_METHODS = {"upper", "lower", "capitalize", "title", "strip", "startswith", "endswith", "split", "cycle", "changed"}
_ALLOWED = (nodes.Output, nodes.For, nodes.If, nodes.Assign, nodes.AssignBlock, nodes.With, nodes.FilterBlock)
_ROUNDS, _SHORT = "_rounds", "_short"


@dataclass
class Spent:
    """What the tags of a document have used of their bounds."""

    rounds: int = 0
    output: int = 0

    def loop(self, values: Any) -> Any:
        """Return what a loop goes through, counted; raises SecurityError where it is more than is left."""
        if isinstance(values, Undefined):
            return values
        return list(self._counted(values))

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self.rounds += 1
            if self.rounds > MAX_ROUNDS:
                raise SecurityError(f"slingorna går fler än {MAX_ROUNDS} varv")
            yield value

    def printed(self, length: int) -> None:
        """Count characters that are printed; raises SecurityError where they are too many."""
        self.output += length
        if self.output > MAX_OUTPUT:
            raise SecurityError(f"taggarna skriver ut mer än {MAX_OUTPUT} tecken")


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment that templates are read and filled in."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self, spent: Spent, **options: Any) -> None:
        super().__init__(**options)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters["join"] = _joined
        # A filter that takes the context is never worked out beforehand, once for all rounds of the loop around it.
        self.filters[_ROUNDS] = pass_context(lambda _context, values: spent.loop(values))
        self.filters[_SHORT] = _short

    def is_safe_callable(self, obj: Any) -> bool:
        """Return whether a call is one of the few on texts and loops."""
        owner = getattr(obj, "__self__", None)
        return isinstance(owner, str | LoopContext) and obj.__name__ in _METHODS

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return a sum, difference or the like of numbers, or two texts put together."""
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "**" or not (numbers or (operator == "+" and isinstance(left, str) and isinstance(right, str))):
            raise SecurityError(f"räknesättet {operator} går inte att använda på det som står där")
        made = super().call_binop(context, operator, left, right)
        if numbers and abs(made) > MAX_NUMBER:
            raise SecurityError("talet blir för stort")
        return made if numbers else _short(made)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return the tree of a template, its loops and joins counted.

        Raises TemplateSyntaxError for a tag that templates do not have.
        """
        try:
            tree = super()._parse(source, name, filename)
            for node in tree.find_all(nodes.Stmt):
                if not isinstance(node, _ALLOWED) or (isinstance(node, nodes.For) and node.recursive):
                    raise TemplateSyntaxError("det finns ingen sådan tagg i en mall", node.lineno)
            _Counted().visit(tree)
        except (RecursionError, MemoryError) as error:
            raise TemplateSyntaxError("uttrycket har för många nivåer i varandra", 1) from error
        tree.set_environment(self)
        return tree

    def _compile(self, source: str, filename: str) -> Any:
        try:
            return super()._compile(source, filename)
        except (RecursionError, MemoryError, SyntaxError) as error:
            raise TemplateSyntaxError("taggarna har för många nivåer i varandra", 1) from error


class _Counted(NodeTransformer):
    """Puts the bounds around every loop and every text that is put together."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - the library's method
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, _ROUNDS, [], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return nodes.Filter(node, _SHORT, [], [], None, None, lineno=node.lineno)


def _short(text: Any) -> Any:
    if len(text) > MAX_TEXT:
        raise SecurityError(f"en text blir längre än {MAX_TEXT} tecken")
    return text


def _joined(values: Any, between: str = "", attribute: str | None = None) -> str:
    """Return texts with ``between`` between them; Jinja's own has no bound."""
    texts = [str(getattr(value, attribute, "") if attribute else value) for value in values]
    if sum(map(len, texts)) + len(texts) * len(str(between)) > MAX_TEXT:
        raise SecurityError(f"en text blir längre än {MAX_TEXT} tecken")
    return str(between).join(texts)
