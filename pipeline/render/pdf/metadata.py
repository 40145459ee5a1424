"""The file's metadata: XMP with the identifiers of PDF/A and PDF/UA, and the colour space of its output."""

from __future__ import annotations

from datetime import datetime
from html import escape
from pathlib import Path

from pipeline.render.tree import Properties

ICC_PROFILE = Path(__file__).parent / "srgb.icc"
PRODUCER = "kansli"

# pdfuaid is no schema that PDF/A knows, so the file describes it (ISO 19005-2, 6.6.2.3.3).
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{optional}<pdf:Producer>{producer}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def xmp(properties: Properties) -> bytes:
    """Return the XMP packet; dates stand in it only where the document has one, so that builds repeat."""
    optional = []
    if properties.author:
        author = escape(properties.author, quote=False)
        optional.append(f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n")
    if properties.subject:
        subject = escape(properties.subject, quote=False)
        optional.append(
            f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>\n'
        )
    if properties.keywords:
        optional.append(f"<pdf:Keywords>{escape(properties.keywords, quote=False)}</pdf:Keywords>\n")
    if properties.created is not None:
        stamp = xmp_date(properties.created)
        optional.append(f"<xmp:CreateDate>{stamp}</xmp:CreateDate>\n<xmp:ModifyDate>{stamp}</xmp:ModifyDate>\n")
    return _XMP.format(
        title=escape(properties.title, quote=False),
        language=escape(properties.language, quote=False),
        optional="".join(optional),
        producer=PRODUCER,
    ).encode()


def xmp_date(moment: datetime) -> str:
    """Return a date and time as XMP writes it."""
    zone = moment.strftime("%z")
    return f"{moment.year:04d}" + moment.strftime("-%m-%dT%H:%M:%S") + (f"{zone[:3]}:{zone[3:]}" if zone else "Z")


def pdf_date(moment: datetime) -> str:
    """Return the same as a PDF date string (ISO 32000-1, 7.9.4)."""
    zone = moment.strftime("%z")
    return f"D:{moment.year:04d}" + moment.strftime("%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:]}'" if zone else "Z")
