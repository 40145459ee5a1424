"""Odd packages: archives, part names, relationships and XML declarations that differ from what Word writes."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from tests.render.docx import OFFICE, Docx, paragraph, part, relationship, relationships, run, zipped

WORD = "ordet"
CONTENT = paragraph(run(f"{WORD} åäö i texten"))
_TYPE = f"{OFFICE}/officeDocument/2006/relationships"
_MAIN = f"{_TYPE}/officeDocument"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


@dataclass(frozen=True)
class Odd:
    """An odd file: its bytes, and the code of the finding that refuses it, "" where it is to be rendered."""

    name: str
    data: bytes
    refused: str = ""


def parts_of(docx: Docx) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with zipfile.ZipFile(BytesIO(docx.bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def plain() -> dict[str, bytes]:
    """Return the parts of a small file."""
    return parts_of(Docx(CONTENT))


def packages() -> Iterator[Odd]:
    """Yield every odd package."""
    for kind in (_archives, _kinds, _names, _targets, _missing, _broken, _encodings):
        yield from kind()


# -- the archive --


def _written(write: Callable[[zipfile.ZipFile, str, bytes], None]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in plain().items():
            write(archive, name, data)
    return out.getvalue()


class _Stream:
    """A file that cannot be gone back in, so that the archive has data descriptors."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)

    def flush(self) -> None:
        """Do nothing."""


def _streamed() -> bytes:
    stream = _Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, data in plain().items():
            archive.writestr(name, data)
    return bytes(stream.data)


def _zip64(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    with archive.open(name, "w", force_zip64=True) as entry:
        entry.write(data)


def _twice(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(name, data)
    if name.endswith("document.xml"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            archive.writestr(name, data)


def _flagged(data: bytes, bit: int) -> bytes:
    """Return an archive whose entries have a bit of their flags set."""
    out = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(signature)
        while at >= 0:
            out[at + offset] |= bit
            at = out.find(signature, at + 4)
    return bytes(out)


def _archives() -> Iterator[Odd]:
    whole = zipped(plain())
    yield Odd("stored entries", _written(lambda z, name, data: z.writestr(name, data, zipfile.ZIP_STORED)))
    yield Odd("bzip2 entries", _written(lambda z, name, data: z.writestr(name, data, zipfile.ZIP_BZIP2)))
    yield Odd("lzma entries", _written(lambda z, name, data: z.writestr(name, data, zipfile.ZIP_LZMA)))
    yield Odd("data descriptors", _streamed())
    yield Odd("zip64", _written(_zip64))
    yield Odd("an entry twice", _written(_twice))
    yield Odd("garbage after", whole + b"\r\n<!-- slut -->" * 20)
    yield Odd("garbage before", b"HTTP/1.1 200 OK\r\nContent-Type: x\r\n\r\n" + whole)
    yield Odd("a byte order mark before", b"\xef\xbb\xbf" + whole)
    yield Odd("encrypted entries", _flagged(whole, 1), "REN402")
    yield Odd("half the archive", whole[: len(whole) // 2], "REN403")
    yield Odd("no directory", whole[: whole.index(b"PK\x01\x02")], "REN403")
    yield Odd("an empty archive", zipped({}), "REN401")
    yield Odd("a directory of wrong places", _shifted(whole), "REN403")
    yield Odd("folders as entries", zipped({"word/": b"", "_rels/": b"", **plain()}))
    yield Odd("a comment", _commented())


def _commented() -> bytes:
    out = BytesIO(zipped(plain()))
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"x" * 3_000
    return out.getvalue()


def _shifted(data: bytes) -> bytes:
    out = bytearray(data)
    at = out.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<L", out, at + 42, 99_999_999)
        at = out.find(b"PK\x01\x02", at + 4)
    return bytes(out)


# -- other kinds of file --

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def flat(body: str, more: str = "") -> bytes:
    """Return a Word document in one XML file (Flat OPC)."""
    package = "http://schemas.microsoft.com/office/2006/xmlPackage"
    main = part("w:document", f"<w:body>{body}</w:body>").split(b"?>", 1)[1].decode()
    rels = relationships(relationship("rId1", _MAIN, "word/document.xml"))
    return (
        f'<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>'
        f'<pkg:package xmlns:pkg="{package}"><pkg:part pkg:name="/_rels/.rels"><pkg:xmlData>{rels}</pkg:xmlData>'
        f'</pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>{main}</pkg:xmlData></pkg:part>{more}'
        "</pkg:package>"
    ).encode()


def _kinds() -> Iterator[Odd]:
    yield Odd("flat opc", flat(CONTENT))
    yield Odd("nothing", b"", "REN401")
    yield Odd("one byte", b"P", "REN401")
    yield Odd("text", "vanlig text åäö".encode(), "REN401")
    yield Odd("rtf", b"{\\rtf1\\ansi ordet}", "REN401")
    yield Odd("html", b"<!DOCTYPE html><html><body>ordet</body></html>", "REN401")
    yield Odd("word 2003 xml", _word_2003(), "REN401")
    yield Odd("pdf", b"%PDF-1.7\n%...", "REN401")
    yield Odd("picture", b"\x89PNG\r\n\x1a\n" + bytes(99), "REN401")
    yield Odd("old word", _OLE + bytes(504) + "WordDocument".encode("utf-16-le"), "REN401")
    yield Odd("old excel", _OLE + bytes(504) + "Workbook".encode("utf-16-le"), "REN401")
    yield Odd("password", _OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le"), "REN402")
    mime = "application/vnd.oasis.opendocument.text"
    yield Odd("opendocument", zipped({"mimetype": mime.encode(), "content.xml": b"<x/>"}), "REN401")
    yield Odd("epub", zipped({"mimetype": b"application/epub+zip", "a.xhtml": b"<x/>"}), "REN401")
    yield Odd("another zip", zipped({"bilder/a.txt": b"text"}), "REN401")
    for root, folder in (("workbook", "xl"), ("presentation", "ppt")):
        rels = relationships(relationship("rId1", _MAIN, f"{folder}/{root}.xml"))
        data = {"_rels/.rels": rels.encode(), f"{folder}/{root}.xml": f'<{root} xmlns="urn:x"/>'.encode()}
        yield Odd(root, zipped(data), "REN401")
    macros = plain()
    macros["[Content_Types].xml"] = macros["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
        b"</Types>",
    )
    yield Odd("a file with macros", zipped({**macros, "word/vbaProject.bin": _OLE + bytes(99)}))


def _word_2003() -> bytes:
    uri = "http://schemas.microsoft.com/office/word/2003/wordml"
    return f'<?xml version="1.0"?><w:wordDocument xmlns:w="{uri}"><w:body/></w:wordDocument>'.encode()


# -- names of parts and relationships --


def _moved(names: dict[str, str], rels: str) -> bytes:
    """Return the file with parts under other names, and other relationships of the package."""
    moved = {names.get(name, name): data for name, data in plain().items()}
    return zipped({**moved, "_rels/.rels": rels.encode()})


def _names() -> Iterator[Odd]:
    for new in ("word/document2.xml", "dokument.xml", "content/Ärende 1.xml", "WORD/DOCUMENT.XML", "word/document"):
        folder, _, leaf = new.rpartition("/")
        other = {"word/document.xml": new, "word/_rels/document.xml.rels": f"{folder}/_rels/{leaf}.rels".lstrip("/")}
        yield Odd(f"main part {new}", _moved(other, relationships(relationship("a", _MAIN, new))))
    yield Odd("slashes before names", zipped({f"/{name}": data for name, data in plain().items()}))
    yield Odd("backslashes in names", zipped({name.replace("/", "\\"): data for name, data in plain().items()}))
    yield Odd("names in capitals", zipped({name.upper(): data for name, data in plain().items()}))
    escaped = {
        "word/document.xml": "word/min%20fil.xml",
        "word/_rels/document.xml.rels": "word/_rels/min%20fil.xml.rels",
    }
    yield Odd("escaped names", _moved(escaped, relationships(relationship("a", _MAIN, "word/min%20fil.xml"))))
    yield Odd(
        "names escaped in targets alone",
        _moved(
            {"word/document.xml": "word/min fil.xml", "word/_rels/document.xml.rels": "word/_rels/min fil.xml.rels"},
            relationships(relationship("a", _MAIN, "word/min%20fil.xml")),
        ),
    )
    for kind, data in {
        "pieces": {"word/document.xml/[0].piece": b"<w", "word/document.xml/[1].last.piece": b"/>"},
    }.items():
        yield Odd(kind, zipped({"_rels/.rels": plain()["_rels/.rels"], **data}), "REN403")


def _targets() -> Iterator[Odd]:
    for target in (
        "/word/document.xml",
        "./word/document.xml",
        "word\\document.xml",
        "\\word\\document.xml",
        "word/../word/document.xml",
        "../word/document.xml",
        "word/document.xml#x",
        " word/document.xml ",
        "word//document.xml",
        "Word/Document.xml",
    ):
        yield Odd(f"target {target}", _moved({}, relationships(relationship("a", _MAIN, target))))
    yield Odd(
        "strict relationship",
        _moved({}, relationships(relationship("a", f"{_STRICT}/officeDocument", "word/document.xml"))),
    )
    core = relationship("b", _MAIN, "word/saknas.xml")
    yield Odd(
        "two main parts, one missing", _moved({}, relationships(core, relationship("a", _MAIN, "word/document.xml")))
    )
    for target in (
        "NULL",
        "",
        "#",
        "file:///C:/x.docx",
        "http://[::1",
        "..\\..\\..\\x",
        "%",
        "%zz",
        "\u0000".strip("\0") or "?",
    ):
        bad = relationships(
            relationship("rStyles", f"{_TYPE}/styles", target),
            relationship("rSettings", f"{_TYPE}/settings", target),
            relationship("rNumbering", f"{_TYPE}/numbering", target),
            relationship("rTheme", f"{_TYPE}/theme", target),
            relationship("rFoot", f"{_TYPE}/footnotes", target),
            relationship("rImg", f"{_TYPE}/image", target),
        )
        yield Odd(f"all targets {target!r}", zipped({**plain(), "word/_rels/document.xml.rels": bad.encode()}))


# -- parts that are missing or broken --

_SIDE = (
    "word/styles.xml",
    "word/settings.xml",
    "docProps/core.xml",
    "word/numbering.xml",
    "word/theme/theme1.xml",
    "word/fontTable.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "word/h.xml",
)


_WORDY = ("word/numbering.xml", "word/footnotes.xml", "word/h.xml")  # without them, words would be lost


def full() -> dict[str, bytes]:
    """Return the parts of a file that has one of each."""
    section = '<w:headerReference w:type="default" r:id="h"/><w:pgSz w:w="11900" w:h="16840"/>'
    docx = Docx(
        CONTENT,
        section=section,
        numbering="<w:abstractNum/>",
        theme="<a:themeElements/>",
        headers={"h": paragraph("h")},
        footnotes='<w:footnote w:id="1"><w:p/></w:footnote>',
    )
    parts = parts_of(docx)
    more = relationship("rF", f"{_TYPE}/fontTable", "fontTable.xml") + relationship(
        "rC", f"{_TYPE}/comments", "comments.xml"
    )
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", more.encode() + b"</Relationships>")
    return {**parts, "word/fontTable.xml": part("w:fonts", ""), "word/comments.xml": part("w:comments", "")}


def _missing() -> Iterator[Odd]:
    for name in full():
        others = {key: data for key, data in full().items() if key != name}
        refused = "REN403" if name in {"word/document.xml"} else ""
        yield Odd(f"no {name}", zipped(others), refused)
    only = ("_rels/.rels", "word/document.xml")
    yield Odd("only the main part and its relationship", zipped({name: full()[name] for name in only}))
    yield Odd("no content types and no relationships", zipped({"word/document.xml": plain()["word/document.xml"]}))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types xmlns="{OFFICE}/package/2006/content-types"><Override PartName="/x/y.xml" ContentType="{kind}"/></Types>'
    named = {"[Content_Types].xml": types.encode(), "x/y.xml": plain()["word/document.xml"]}
    yield Odd("only content types name the main part", zipped(named))
    yield Odd("no main part", zipped({"[Content_Types].xml": plain()["[Content_Types].xml"]}), "REN403")


def _broken() -> Iterator[Odd]:
    for name in _SIDE:
        whole = full()[name]
        for what, data in {
            "empty": b"",
            "cut": whole[: len(whole) // 2],
            "text": b"text",
            "zeros": bytes(99),
            "picture": b"\x89PNG",
            "another root": b"<a/>",
            "another namespace": b'<styles xmlns="urn:x"/>',
            "only a declaration": b"<?xml version='1.0'?>",
            "bad utf-8": whole.replace(b">", b">\xff\xfe", 3),
            "control": whole[:-9] + b"\x01" + whole[-9:],
        }.items():
            yield Odd(
                f"{name} {what}",
                zipped({**full(), name: data}),
                "REN403" if name in _WORDY and not what.startswith("another") else "",
            )
    for name in ("_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        for what, data in {"empty": b"", "text": b"text", "cut": full()[name][:80], "another root": b"<a/>"}.items():
            refused = "REN403" if name.startswith("word") and what != "another root" else ""
            yield Odd(f"{name} {what}", zipped({**full(), name: data}), refused)
    for what, data in {
        "empty": b"",
        "text": b"text",
        "cut": full()["word/document.xml"][:-30],
        "zeros": bytes(99),
    }.items():
        yield Odd(f"main part {what}", zipped({**full(), "word/document.xml": data}), "REN403")


# -- encodings and declarations --


def _recoded(encoding: str, declared: str, *, mark: bool = False) -> bytes:
    parts = plain()
    for name in ("word/document.xml", "word/styles.xml", "_rels/.rels"):
        text = parts[name].decode()
        body = text.split("?>", 1)[1] if text.startswith("<?xml") else text
        head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
        parts[name] = ("\ufeff" if mark else "").encode(encoding) + (head + body).encode(encoding)
    return zipped(parts)


def _encodings() -> Iterator[Odd]:
    yield Odd("utf-16 le with mark", _recoded("utf-16-le", "UTF-16", mark=True))
    yield Odd("utf-16 be with mark", _recoded("utf-16-be", "utf-16", mark=True))
    yield Odd("utf-8 with mark", _recoded("utf-8", "UTF-8", mark=True))
    yield Odd("no declaration", _recoded("utf-8", ""))
    yield Odd("utf-8 that calls itself utf-16", _recoded("utf-8", "UTF-16"))
    yield Odd("an encoding with a space", _recoded("utf-8", "UTF-8 "))
    yield Odd("latin 1", _recoded("latin-1", "ISO-8859-1"))
    yield Odd("windows 1252", _recoded("cp1252", "windows-1252"))
    yield Odd("ascii", _recoded("utf-8", "US-ASCII"))
    yield Odd("an unknown encoding", _recoded("utf-8", "x-okänd"))
    yield Odd("latin 1 declared as utf-8", _recoded("latin-1", "UTF-8"), "REN403")
    parts = plain()
    main = parts["word/document.xml"]
    for code in ("&#0;", "&#xD800;", "&#x1F;", "&#xFFFE;", "&okand;"):
        odd = main.replace(b"</w:t>", code.encode() + b"</w:t>")
        yield Odd(f"reference {code}", zipped({**parts, "word/document.xml": odd}), "REN403")
    for what, declared in {"not a uri": "urn:okänd å", "relative": "../x", "empty prefix": ""}.items():
        spaced = (
            main.replace(b"<w:body>", f'<w:body xmlns:odd="{declared}">'.encode())
            if declared
            else main.replace(b"<w:body>", b"<w:body><odd:x/>")
        )
        yield Odd(f"namespace {what}", zipped({**parts, "word/document.xml": spaced}))
    yield Odd("xml 1.1", zipped({**parts, "word/document.xml": main.replace(b'version="1.0"', b'version="1.1"')}))
    yield Odd("standalone", zipped({**parts, "word/document.xml": main.replace(b"?>", b' standalone="yes"?>', 1)}))
    yield Odd("doctype", zipped({**parts, "word/document.xml": main.replace(b"?>", b"?><!DOCTYPE x>", 1)}), "REN405")
    yield Odd("spaces before the declaration", zipped({**parts, "word/document.xml": b"\r\n " + main}))
    yield Odd("spaces after the end", zipped({**parts, "word/document.xml": main + b"\r\n\r\n "}))
    yield Odd("zeros after the end", zipped({**parts, "word/document.xml": main + bytes(9)}), "REN403")
    noted = main.replace(b"<w:body>", b"<!-- k --><?pi x?><w:body><!-- k --><?pi x?>").replace(
        b"<w:t ", b"<!-- k --><w:t "
    )
    yield Odd("comments and instructions", zipped({**parts, "word/document.xml": noted}))
    cdata = main.replace("åäö".encode(), "<![CDATA[åäö & <så>]]>".encode())
    yield Odd("cdata", zipped({**parts, "word/document.xml": cdata}))
    prefixes = main.replace(b"w:", b"ns0:").replace(b"xmlns:w=", b"xmlns:ns0=")
    yield Odd("another prefix", zipped({**parts, "word/document.xml": prefixes}))
