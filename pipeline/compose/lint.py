"""The tags of a template, checked one by one before it is filled: grammar, pairs, and what a tag would take with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError

from pipeline.compose.scan import Tag
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding

_PAIRS = {"for": "endfor", "if": "endif", "set": "endset", "filter": "endfilter", "with": "endwith"}
_MIDDLE = {"else": ("for", "if"), "elif": ("if",)}
_DOCXTPL_ONLY = {"colspan", "cellbg", "vm", "hm"}
_NO_FILTER = re.compile(r"No filter named '([^']*)'")
_SCOPES = {"p": "stycket", "tr": "tabellraden", "tc": "cellen", "r": "textstycket"}


@dataclass(frozen=True)
class Grammar:
    """The language of the tags; what a template says again and again is tried once."""

    environment: Environment
    _tried: dict[str, str | None] = field(default_factory=dict)

    def fault(self, source: str) -> str | None:
        """Return what the library says is wrong with a tag, None for one that is right."""
        if source not in self._tried:
            self._tried[source] = self._try(source)
        return self._tried[source]

    def _try(self, source: str) -> str | None:
        try:
            self.environment.from_string(source)
        except TemplateSyntaxError as error:
            return str(error.message)
        return None


@dataclass
class _Pairs:
    open: list[tuple[str, Tag]] = field(default_factory=list)


def lint_tags(tags: Iterable[Tag], grammar: Grammar) -> list[Finding]:
    """Return what is wrong with the tags of one part of a template."""
    findings: list[Finding] = []
    pairs = _Pairs()
    for tag in tags:
        if tag.is_comment:
            continue
        fault = _grammar(tag, grammar) or _company(tag) or (_pairing(tag, pairs) if tag.is_statement else None)
        findings.extend([fault] if fault else [])
    for word, tag in pairs.open:
        findings.append(_wrong(tag, f"taggen {tag.text} avslutas aldrig: {{% {_PAIRS[word]} %}} saknas"))
    return findings


def _wrong(tag: Tag, message: str) -> Finding:
    return finding("KOM102", message, tag.place, excerpt=tag.text)


def _grammar(tag: Tag, grammar: Grammar) -> Finding | None:
    complete = (tag.text.startswith("{{") and tag.text.endswith("}}")) or (tag.is_statement and tag.text.endswith("%}"))
    if not complete:
        return _wrong(tag, f"taggen är inte hel: ”{tag.text[:60]}” saknar början eller slut i samma stycke")
    said = grammar.fault(_alone(tag))
    return None if said is None else _not_understood(tag, said, grammar.environment)


def _not_understood(tag: Tag, said: str, environment: Environment) -> Finding:
    unknown = _NO_FILTER.search(said)
    if unknown is None:
        return _wrong(tag, f"taggen {tag.text} går inte att tolka")
    known = ", ".join(name for name in environment.filters if not name.startswith("_"))
    message = f"taggen {tag.text} går inte att tolka: filtret ”{unknown[1]}” finns inte"
    return finding("KOM102", message, tag.place, excerpt=tag.text, help=f"de filter som finns är: {known}")


def _alone(tag: Tag) -> str:
    """Return the tag as a template of its own, its missing half put in."""
    if not tag.is_statement:
        return "{{ " + tag.body + " }}"
    word = _word(tag)
    if word in _DOCXTPL_ONLY or word in _PAIRS.values() or word == "else":
        return ""
    if word == "elif":
        return "{% if 1 %}{% " + tag.body + " %}{% endif %}"
    closing = "{% " + _PAIRS[word] + " %}" if word in _PAIRS and not _is_assignment(tag) else ""
    return "{% " + tag.body + " %}" + closing


def _word(tag: Tag) -> str:
    match = re.match(r"\w+", tag.body)
    return match[0] if match else ""


def _is_assignment(tag: Tag) -> bool:
    return _word(tag) == "set" and "=" in tag.body


def _company(tag: Tag) -> Finding | None:
    if tag.scope in {"p", "tr"} and not tag.alone:
        what = _SCOPES[tag.scope]
        return finding(
            "KOM110", f"{tag.text} tar bort hela {what}, men där står annat också", tag.place, excerpt=tag.text
        )
    return None


def _pairing(tag: Tag, pairs: _Pairs) -> Finding | None:
    word = _word(tag)
    if word in _PAIRS:
        if not _is_assignment(tag):
            pairs.open.append((word, tag))
        return None
    inside, opener = pairs.open[-1] if pairs.open else ("", None)
    if word in _MIDDLE:
        return None if inside in _MIDDLE[word] and opener and opener.scope == tag.scope else _unpaired(tag, opener)
    if word in _PAIRS.values():
        if pairs.open:
            pairs.open.pop()
        return None if _PAIRS.get(inside) == word and opener and opener.scope == tag.scope else _unpaired(tag, opener)
    return None


def _unpaired(tag: Tag, opener: Tag | None) -> Finding:
    if opener is None:
        return _wrong(tag, f"taggen {tag.text} hör inte ihop med någon tagg före den")
    message = (
        f"taggen {tag.text} passar inte med {opener.text}: de ska ha samma slag och samma bokstav efter procenttecknet"
    )
    return finding("KOM102", message, tag.place, opener.place, excerpt=tag.text)
