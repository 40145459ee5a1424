"""The one door to docxtpl: a template and its context become a Word file, in a sandbox."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import Any, ClassVar

from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment
from jinja2.exceptions import TemplateError
from lxml import etree
from markupsafe import Markup

from pipeline.compose.post import Post
from pipeline.compose.sandbox import Sandbox, Spent

_BRACES = {"{": "\ufdd0", "}": "\ufdd1"}
_HIDE = str.maketrans(_BRACES)
_SHOW = str.maketrans({hidden: brace for brace, hidden in _BRACES.items()})


class FillError(Exception):
    """The template cannot be filled; ``broken`` tells that its tags tear Word's own structure apart."""

    def __init__(self, reason: str, *, broken: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.broken = broken


@dataclass(frozen=True, order=True)
class Missing:
    """An expression that the context does not have: ``owner`` is the post it was looked for in, or "".

    ``known`` are the names that are there.
    """

    owner: str
    name: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the expression as it may be written: ``ärende.rubrik``."""
        return f"{self.owner}.{self.name}" if self.owner else self.name


@dataclass
class Filled:
    """A filled Word file and the expressions in it that were undefined, in the order they were met."""

    data: bytes
    missing: list[Missing] = field(default_factory=list)


def show_braces(text: str) -> str:
    """Return ``text`` with the braces that came from the case, which are hidden from the search for left-over tags."""
    return text.translate(_SHOW)


def make_environment(missing: list[Missing] | None = None, known: Iterable[str] = ()) -> Environment:
    """Return the sandbox that templates are read in; each undefined expression that is used goes into ``missing``.

    ``known`` are the names that the context has.
    """
    undefined = _recorder([] if missing is None else missing, tuple(known))
    spent = Spent()
    return Sandbox(spent, autoescape=True, undefined=undefined, finalize=partial(_finalize, spent))


def _finalize(spent: Spent, value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, str):
        spent.printed(len(value))
        return value if isinstance(value, Markup) else value.translate(_HIDE)
    return value


class _Recorded(ChainableUndefined):
    """An undefined expression that notes its own use and is then empty."""

    missing: ClassVar[list[Missing]]
    known: ClassVar[tuple[str, ...]] = ()

    def _note(self) -> None:
        owner = self._undefined_obj
        if isinstance(owner, Post):
            found = Missing(owner.post_name, str(self._undefined_name), owner.field_names)
        else:
            found = Missing("", str(self._undefined_name), self.known)
        if found not in self.missing:
            self.missing.append(found)

    def __str__(self) -> str:
        self._note()
        return ""

    def __iter__(self) -> Any:
        self._note()
        return iter(())

    def __len__(self) -> int:
        self._note()
        return 0

    def __bool__(self) -> bool:
        self._note()
        return False

    def __eq__(self, other: object) -> bool:
        self._note()
        return type(self) is type(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return id(type(self))


def _recorder(missing: list[Missing], known: tuple[str, ...]) -> type[_Recorded]:
    return type("Recorded", (_Recorded,), {"missing": missing, "known": known})


class _Template(DocxTemplate):  # type: ignore[misc] # docxtpl has no types
    """docxtpl's template without two of its habits: mending torn XML in silence, and giving line ends a meaning."""

    def fix_tables(self, xml: str) -> Any:
        _parse(xml)
        return super().fix_tables(xml)

    def resolve_listing(self, xml: str) -> str:
        return xml

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Leave the properties: they are written from the case."""


def _parse(xml: str) -> None:
    try:
        etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise FillError(str(error), broken=True) from error


def fill_template(data: bytes, context: Mapping[str, Any]) -> Filled:
    """Return the template ``data`` filled with ``context``.

    Raises FillError where an expression cannot be computed or where the loops tear the document apart.
    """
    missing: list[Missing] = []
    template = _Template(BytesIO(data))
    out = BytesIO()
    try:
        template.render(dict(context), make_environment(missing, context), autoescape=True)
        template.save(out)
    except TemplateError as error:
        raise FillError(error.message or type(error).__name__) from error
    except etree.XMLSyntaxError as error:
        raise FillError(str(error), broken=True) from error
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError) as error:
        raise FillError(str(error) or type(error).__name__) from error
    return Filled(out.getvalue(), missing)
