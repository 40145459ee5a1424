"""The canonical form of a Word file: same parts, same bytes, on every machine and every day."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from lxml import etree

from pipeline.compose.draft import CONTENT_TYPES, Draft
from pipeline.compose.xml import remove
from pipeline.ooxml.names import NAMESPACES, q

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_PACKAGE_RELATIONSHIPS = "_rels/.rels"
_CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_RSID = q("w:rsidR").removesuffix("R")


@dataclass(frozen=True)
class Properties:
    """What the file says about itself."""

    title: str
    organisation: str
    language: str
    day: date
    subject: str = ""


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of the parts: content types first, the rest by name, no dates, one compression."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name != _PACKAGE_RELATIONSHIPS, name)):
            entry = zipfile.ZipInfo(name, _FIRST_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name], compresslevel=6)
    return out.getvalue()


def write_properties(draft: Draft, properties: Properties) -> None:
    """Set the core properties from the case alone, and take away what the template's own history left behind."""
    _drop_thumbnail(draft)
    draft.put(_CORE, _core_properties(properties))
    types = draft.tree(CONTENT_TYPES)
    if all(o.get("PartName") != f"/{_CORE}" for o in types.findall("{*}Override")):
        made = etree.SubElement(types, f"{{{NAMESPACES['ct']}}}Override", PartName=f"/{_CORE}")
        made.set("ContentType", _CORE_TYPE)
    relationships = draft.tree(_PACKAGE_RELATIONSHIPS)
    if all(r.get("Type") != _CORE_RELATION for r in relationships):
        made = etree.SubElement(relationships, f"{{{NAMESPACES['rels']}}}Relationship", Id="rIdCore")
        made.set("Type", _CORE_RELATION)
        made.set("Target", _CORE)
    remove_revision_ids(draft)


def _drop_thumbnail(draft: Draft) -> None:
    relationships = draft.tree(_PACKAGE_RELATIONSHIPS)
    for relationship in list(relationships):
        if relationship.get("Type", "").endswith("/thumbnail"):
            relationships.remove(relationship)
            draft.remove(relationship.get("Target", "").lstrip("/"))


def _core_properties(properties: Properties) -> bytes:
    names = {prefix: NAMESPACES[prefix] for prefix in ("cp", "dc", "dcterms")}
    names["xsi"] = "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(q("cp:coreProperties"), nsmap=names)
    moment = f"{properties.day.isoformat()}T00:00:00Z"
    values = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.organisation,
        "cp:lastModifiedBy": properties.organisation,
        "dc:language": properties.language,
        "dcterms:created": moment,
        "dcterms:modified": moment,
    }
    for name, value in values.items():
        if value:
            etree.SubElement(root, q(name)).text = value
    for node in root.iterfind("dcterms:*", NAMESPACES):
        node.set(f"{{{names['xsi']}}}type", "dcterms:W3CDTF")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def remove_revision_ids(draft: Draft) -> None:
    """Take away Word's traces of who edited when: rsid attributes and the list of them."""
    settings = draft.part_of_type("settings")
    for name in filter(None, (draft.main_part, settings)):
        for node in list(draft.tree(name).iter("*")):
            if node.tag == q("w:rsids"):
                remove(node)
                continue
            for key in [key for key in node.attrib if str(key).startswith(_RSID)]:
                del node.attrib[key]
