"""Content controls that show a value of the file's own data (w:dataBinding, 17.5.2.6): Word takes it in on opening.

The data are parts of custom XML, told apart by their item's number, or the properties of the file. A path is a chain
of names with places (``/ns0:order[1]/ns0:name[1]``), as Word writes it; another one is not followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package, PackageError
from pipeline.render.read.datepictures import written
from pipeline.render.read.units import attribute, child, value

# What Word calls the properties of a file, which are in no part of custom XML.
_CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_APPLICATION = "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
_PROPERTIES = {_CORE: "core-properties", _APPLICATION: "extended-properties"}
_STEP = re.compile(r"(@)?(?:([\w.-]+):)?([\w.-]+)(?:\[(\d+)\])?")
_PREFIX = re.compile(r"xmlns:([\w.-]+)=['\"]([^'\"]*)['\"]")
MOST_STEPS, LONGEST = 40, 10_000
_UNFIT = (q("w:sdt"), q("w:drawing"), q("w:pict"), q("w:object"), q("w:fldChar"), q("w:tr"), q("m:oMath"))
_OTHER_KINDS = ("w:picture", "w:docPartObj", "w:docPartList", "w:bibliography", "w:citation", "w14:checkbox")


@dataclass(frozen=True, slots=True)
class _Stores:
    """The data of a package by their item's number, in capitals."""

    roots: Mapping[str, etree._Element]

    def text(self, binding: etree._Element) -> str | None:
        """Return the text that a binding leads to, None where it leads nowhere."""
        store = (attribute(binding, "w:storeItemID") or "").upper()
        prefixes = dict(_PREFIX.findall(attribute(binding, "w:prefixMappings") or ""))
        path = (attribute(binding, "w:xpath") or "").strip()
        roots = [self.roots[store]] if store in self.roots else [] if store else list(self.roots.values())
        return next((text for root in roots if (text := _followed(root, path, prefixes)) is not None), None)


def _followed(root: etree._Element, path: str, prefixes: Mapping[str, str]) -> str | None:
    steps = path.removesuffix("/text()").lstrip("/").split("/")
    node: etree._Element | None = None
    for depth, step in enumerate(steps[:MOST_STEPS]):
        match = _STEP.fullmatch(step)
        if match is None or (match[2] and match[2] not in prefixes):
            return None
        name = f"{{{prefixes[match[2]]}}}{match[3]}" if match[2] else match[3]
        if match[1]:
            return None if node is None else node.get(name)
        among = [root] if depth == 0 else [] if node is None else list(node.iterchildren(name))
        place = int(match[4] or 1) - 1
        node = among[place] if place < len(among) and among[place].tag == name else None
        if node is None:
            return None
    return None if node is None or len(node) or len(steps) > MOST_STEPS else (node.text or "")[:LONGEST]


def refreshed(package: Package) -> int:
    """Put the data into the controls that show them; return in how many of them that changed the text."""
    main = package.main_part
    parts = [main, *(rel.target for rel in package.related(main).values() if rel.type in {"header", "footer"})]
    stores: _Stores | None = None
    changed = 0
    for part in dict.fromkeys(parts):
        root = _read(package, part)
        for binding in list(root.iter(q("w:dataBinding"))) if root is not None else ():
            stores = stores or _Stores(dict(_stores(package)))
            changed += _refresh(binding, stores)
    return changed


def _stores(package: Package) -> Iterator[tuple[str, etree._Element]]:
    for rel in package.related("").values():
        for store, kind in _PROPERTIES.items():
            if rel.type == kind and not rel.external:
                yield from _root(package, rel.target, store)
    for rel in package.related(package.main_part).values():
        if rel.type == "customXml" and not rel.external:
            yield from _root(package, rel.target, _number(package, rel.target))


def _root(package: Package, part: str, store: str) -> Iterator[tuple[str, etree._Element]]:
    root = _read(package, part)
    if root is not None and store:
        yield store, root


def _read(package: Package, part: str) -> etree._Element | None:
    try:
        return package.xml(part)
    except PackageError:
        return None


def _number(package: Package, part: str) -> str:
    """Return the number of an item of custom XML, which stands in the part of its properties."""
    try:
        props = next((rel.target for rel in package.related(part).values() if rel.type == "customXmlProps"), "")
    except PackageError:
        return ""
    root = _read(package, props) if props else None
    names = root.attrib.items() if root is not None else ()
    return next((str(text).upper() for name, text in names if str(name).endswith("itemID")), "")


def _refresh(binding: etree._Element, stores: _Stores) -> bool:
    """Return whether the control of a binding has another text now."""
    properties = binding.getparent()
    control = properties.getparent() if properties is not None else None
    content = child(control, "w:sdtContent")
    if properties is None or content is None or any(child(properties, name) is not None for name in _OTHER_KINDS):
        return False
    if next(content.iter(*_UNFIT), None) is not None or sum(1 for _ in content.iter(q("w:p"))) > 1:
        return False
    data = stores.text(binding)
    text = _shown(data, properties) if data else ""
    texts = list(content.iter(q("w:t")))
    if not text or not texts or "".join(node.text or "" for node in texts).split() == text.split():
        return False
    first, *others = texts
    first.text = text
    first.set(q("xml:space"), "preserve")
    for node in others:
        node.text = ""
    _dress(first.getparent(), properties)
    return True


def _dress(run: etree._Element | None, properties: etree._Element) -> None:
    """Give a run that showed the control's own words the look of the control's text."""
    shows_words = child(properties, "w:showingPlcHdr") is not None
    own = child(run, "w:rPr")
    if run is None or not shows_words:
        return
    if own is not None:
        run.remove(own)
    look = child(properties, "w:rPr")
    if look is not None:
        run.insert(0, deepcopy(look))


def _shown(data: str, properties: etree._Element) -> str:
    """Return how a control shows a value: a date in its own picture, an entry of a list by its name."""
    date = child(properties, "w:date")
    if date is not None:
        return _date(data, value(date, "w:dateFormat") or "", value(date, "w:lid") or "")
    for kind in ("w:dropDownList", "w:comboBox"):
        listed = child(properties, kind)
        for item in listed.iterchildren(q("w:listItem")) if listed is not None else ():
            if attribute(item, "w:value") == data:
                return attribute(item, "w:displayText") or data
    return data


def _date(data: str, picture: str, language: str) -> str:
    try:
        return written(datetime.fromisoformat(data.strip().replace("Z", "+00:00")), picture, language)
    except ValueError:
        return data
