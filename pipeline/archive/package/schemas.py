"""The schemas that a package follows: the program's own copies, so that nothing is ever fetched."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from lxml import etree

from pipeline.archive.package.names import ERMS, METS, PREMIS

NAMES = ("DILCISExtensionMETS.xsd", "DILCISExtensionSIPMETS.xsd", "ERMS.xsd", "mets.xsd", "premis.xsd", "xlink.xsd")
_ROOTS = {METS, PREMIS, ERMS}
# METS with what E-ARK adds to it, as one schema: METS itself lets other namespaces' attributes in.
_TOGETHER = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
{}</xsd:schema>"""
_IMPORTS = {
    "https://DILCIS.eu/XML/METS/CSIPExtensionMETS": "DILCISExtensionMETS.xsd",
    "https://DILCIS.eu/XML/METS/SIPExtensionMETS": "DILCISExtensionSIPMETS.xsd",
    METS: "mets.xsd",
    PREMIS: "premis.xsd",
    ERMS: "ERMS.xsd",
}


def schema_bytes(name: str) -> bytes:
    """Return a schema as it stands in its file."""
    return files("pipeline.archive").joinpath("schemas", name).read_bytes()


def parsed(data: bytes) -> etree._Element:
    """Return the root of an XML file; nothing outside it is read. Raises etree.XMLSyntaxError for what is no XML."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


@cache
def schema() -> etree.XMLSchema:
    """Return the one schema of METS with E-ARK's additions, PREMIS and ERMS."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    parser.resolvers.add(_OwnCopies())
    imports = "".join(
        f'<xsd:import namespace="{space}" schemaLocation="{name}"/>\n' for space, name in _IMPORTS.items()
    )
    return etree.XMLSchema(etree.fromstring(_TOGETHER.format(imports), parser))


class _OwnCopies(etree.Resolver):
    """Gives the program's copy for every address that ends in the name of one."""

    def resolve(self, system_url: str, _public_id: str, context: Any) -> Any:  # type: ignore[override]
        """Return the copy; a schema that is not ours is empty, so that nothing is fetched."""
        name = system_url.rpartition("/")[2]
        text = schema_bytes(name).decode() if name in NAMES else "<none/>"
        return self.resolve_string(text.partition("?>")[2] or text, context)  # type: ignore[call-arg]


def schema_faults(data: bytes) -> list[str]:
    """Return what is wrong in an XML file by its schema, at most ten faults; none for a file of another kind."""
    try:
        root = parsed(data)
    except etree.XMLSyntaxError as error:
        return [f"ingen hel XML-fil ({error})"]
    if etree.QName(root).namespace not in _ROOTS:
        return []
    rules = schema()
    if rules.validate(root):
        return []
    log: Any = rules.error_log
    return [f"rad {entry.line}: {entry.message}" for entry in islice(log, 10)]
