"""Word files made wrong at random, repeatably: elements dropped, doubled and moved, odd values, parts gone."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from lxml import etree

from tests.render.docx import zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODD = (
    *("", " ", "-1", "0", "1", "99999999999999", "-99999999999999", "NaN", "1e999", "-inf", "auto", "none", "x", "²"),
    *("0.0001", "31680", "-31680", "2147483648", "65536", "100%", "-5000%", "12cm", "١٢", "on", "true", "FF00ZZ", "#"),
    *("åäö\u202e", "\u0085", "../../etc/passwd", "a" * 3000, "http://[::1", "%%%", "rId1", "rId99", "wps"),
)
BIG = 60_000  # a part with more elements than this is only dropped, never parsed: rounds should be short
Mutation = Callable[[Random, etree._Element, list[etree._Element]], None]


def mutated(data: bytes, random: Random) -> bytes:
    """Return the file with one to eight things wrong, or with a part or the archive itself damaged."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(random.randint(1, 8)):
        _one(parts, random)
    whole = zipped(parts)
    return _bitten(whole, random) if random.random() < 0.02 else whole


def _one(parts: dict[str, bytes], random: Random) -> None:
    names = sorted(parts)
    weights = [8 if name.endswith("document.xml") else 1 for name in names]
    name = random.choices(names, weights)[0] if names else ""
    if not name:
        return
    if random.random() < 0.04:
        del parts[name]
    elif random.random() < 0.03 or not name.endswith((".xml", ".rels")):
        parts[name] = _bitten(parts[name], random)
    elif parts[name].count(b"<") < BIG:
        parts[name] = _changed(parts[name], random)


def _bitten(data: bytes, random: Random) -> bytes:
    """Return the bytes with one changed, or cut short."""
    at = random.randrange(max(len(data), 1))
    return data[:at] if random.random() < 0.3 else data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _changed(data: bytes, random: Random) -> bytes:
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    nodes = list(root.iter("*"))
    random.choice(MUTATIONS)(random, random.choice(nodes), nodes)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _set(random: Random, node: etree._Element, nodes: list[etree._Element]) -> None:
    found = [(node, key) for key in node.attrib] or [(other, key) for other in nodes[:400] for key in other.attrib]
    if found:
        chosen, key = random.choice(found)
        chosen.set(key, random.choice(ODD))


def _drop_attribute(random: Random, node: etree._Element, _nodes: list[etree._Element]) -> None:
    if node.attrib:
        del node.attrib[random.choice(list(node.attrib))]


def _drop(_random: Random, node: etree._Element, _nodes: list[etree._Element]) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _double(random: Random, node: etree._Element, _nodes: list[etree._Element]) -> None:
    parent = node.getparent()
    if parent is not None and sum(1 for _ in node.iter()) < 400:
        for _ in range(random.choice((1, 1, 2, 30))):
            parent.insert(parent.index(node), _copy(node))


def _move(random: Random, node: etree._Element, nodes: list[etree._Element]) -> None:
    target = random.choice(nodes)
    if node.getparent() is not None and node not in target.iterancestors() and node is not target:
        target.insert(random.randint(0, len(target)), node)


def _copy_into(random: Random, node: etree._Element, nodes: list[etree._Element]) -> None:
    if sum(1 for _ in node.iter()) < 400:
        random.choice(nodes).append(_copy(node))


def _nest(random: Random, node: etree._Element, _nodes: list[etree._Element]) -> None:
    """Put an element inside copies of itself, or of its parent, many levels down."""
    kind = random.choice((node, node.getparent()))
    inner = node
    if kind is None:
        return
    for _ in range(random.choice((2, 12, 120))):
        parent = inner.getparent()
        if parent is None:
            return
        wrap = etree.SubElement(parent, kind.tag, {str(key): str(value) for key, value in kind.attrib.items()})
        parent.replace(inner, wrap)
        wrap.append(inner)
        inner = wrap


def _unwrap(_random: Random, node: etree._Element, _nodes: list[etree._Element]) -> None:
    parent = node.getparent()
    if parent is not None:
        at = parent.index(node)
        parent[at : at + 1] = list(node)


def _rename(random: Random, node: etree._Element, nodes: list[etree._Element]) -> None:
    node.tag = random.choice((random.choice(nodes).tag, "{urn:odd}thing", f"{{{W}}}unheardOf"))


def _text(random: Random, node: etree._Element, _nodes: list[etree._Element]) -> None:
    node.text = random.choice(
        ("", "ord " * 50, "ö" * 2000, "\u202e\u200f\u0627\u0644", "\U0001f600\u200d\U0001f9d1", "\t\n")
    )


def _flag(random: Random, node: etree._Element, nodes: list[etree._Element]) -> None:
    """Give an element an attribute that another one has."""
    other = random.choice(nodes)
    for key, value in other.attrib.items():
        node.set(key, random.choice((value, *ODD)))


def _copy(node: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(node, with_tail=False))


MUTATIONS: tuple[Mutation, ...] = (
    *(_set, _set, _set, _set, _drop_attribute, _drop, _drop, _double, _move, _copy_into, _nest, _unwrap),
    *(_rename, _text, _flag),
)
