"""Packages are opened within bounds: what is damaged, hostile or no package at all is told apart."""

from __future__ import annotations

import struct
import zipfile
import zlib

import pytest

from pipeline.ooxml import package as opc
from pipeline.ooxml.names import q
from tests.render.docx import Docx, paragraph, relationship, relationships, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def opened(parts: dict[str, bytes]) -> opc.Package:
    return opc.open_package(zipped(parts), "prov.docx")


def test_a_package_gives_its_parts_whatever_the_case_of_their_names() -> None:
    package = opened({"Word/Document.XML": b"<a/>"})
    assert package.part("/word/document.xml") == b"<a/>"
    assert package.part("word/other.xml") is None
    assert package.part_names == ("Word/Document.XML",)


def test_a_part_is_parsed_once() -> None:
    package = opened({"a.xml": b"<a/>"})
    assert package.xml("a.xml") is package.xml("a.xml")
    assert package.xml("b.xml") is None


def test_relationships_name_parts_from_the_folder_of_their_source() -> None:
    rels = relationships(
        relationship("a", "http://x/styles", "styles.xml"),
        relationship("b", "http://x/image", "../media/b.png"),
        relationship("c", "http://x/theme", "/word/theme.xml"),
        relationship("d", "http://x/hyperlink", "https://example.se/", external=True),
    )
    package = opened({"word/_rels/document.xml.rels": rels.encode()})
    found = package.related("word/document.xml")
    assert [found[name].target for name in "abcd"] == [
        "word/styles.xml",
        "media/b.png",
        "word/theme.xml",
        "https://example.se/",
    ]
    assert [found[name].external for name in "abcd"] == [False, False, False, True]
    assert found["a"].type == "styles"


def test_a_target_cannot_climb_out_of_the_package() -> None:
    rels = relationships(relationship("a", "http://x/image", "../../../etc/passwd"))
    package = opened({"word/_rels/document.xml.rels": rels.encode()})
    assert package.related("word/document.xml")["a"].target == "etc/passwd"


def test_a_part_without_relationships_has_none() -> None:
    assert opened({"a.xml": b"<a/>"}).related("a.xml") == {}


def test_the_main_part_is_the_one_that_the_package_names() -> None:
    package = opc.open_package(Docx(paragraph("text")).bytes(), "prov.docx")
    assert package.main_part == "word/document.xml"


@pytest.mark.parametrize("target", ["word/missing.xml", ""])
def test_a_package_without_a_main_part_is_broken(target: str) -> None:
    rels = relationships(relationship("a", "http://x/officeDocument", target) if target else "")
    with pytest.raises(opc.BrokenPackage):
        _ = opened({"_rels/.rels": rels.encode()}).main_part


def test_every_xml_part_is_walked_through() -> None:
    package = opened({"a.xml": b"<a/>", "b.png": b"x", "_rels/.rels": relationships().encode()})
    assert [name for name, _ in package.iter_xml()] == ["a.xml", "_rels/.rels"]


def test_strict_namespaces_read_as_transitional_ones() -> None:
    root = opc.parse_xml(b'<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    assert root.tag == q("w:p")


def test_strict_namespaces_are_known_in_utf_16_too() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    assert opc.parse_xml(text.encode("utf-16")).tag == q("w:p")


@pytest.mark.parametrize("data", [b"", b"text", b"<a>", b"<a><b></a></b>", b"<a>\x00</a>", b"<a b='1' b='2'/>"])
def test_xml_that_is_not_well_formed_is_broken(data: bytes) -> None:
    with pytest.raises(opc.BrokenPackage) as caught:
        opc.parse_xml(data, "word/document.xml")
    assert caught.value.part == "word/document.xml"


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "http://example.se/a.dtd"><a/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
    ],
)
def test_a_document_type_is_refused(data: bytes) -> None:
    with pytest.raises(opc.ForbiddenXml):
        opc.parse_xml(data)


@pytest.mark.parametrize("use", ["<a>&x9;</a>", '<a b="&x9;"/>'])
def test_an_entity_bomb_is_refused_for_what_it_is(use: str) -> None:
    levels = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE a [<!ENTITY x0 "hej">{levels}]>{use}'
    with pytest.raises(opc.ForbiddenXml):
        opc.parse_xml(bomb.encode())


def test_the_word_doctype_in_the_text_is_no_declaration() -> None:
    assert opc.parse_xml(b"<a>&lt;!DOCTYPE html&gt;<![CDATA[<!DOCTYPE html>]]></a>").tag == "a"


def test_a_tree_deeper_than_any_document_is_too_large() -> None:
    with pytest.raises(opc.TooLarge):
        opc.parse_xml(b"<a>" * 5000 + b"</a>" * 5000)


def test_more_xml_than_is_taken_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opc, "MAX_XML_BYTES", 10)
    with pytest.raises(opc.TooLarge):
        opc.parse_xml(b"<a>0123456789</a>")


@pytest.mark.parametrize("data", [b"", b"hej", b"%PDF-1.7", b"{\\rtf1}"])
def test_what_is_no_zip_archive_is_no_package(data: bytes) -> None:
    with pytest.raises(opc.NotAPackage):
        opc.open_package(data, "prov.docx")


def test_half_an_archive_is_broken() -> None:
    data = Docx(paragraph("text")).bytes()
    with pytest.raises(opc.BrokenPackage):
        opc.open_package(data[: len(data) // 2], "prov.docx")


def test_a_part_whose_bytes_were_changed_is_broken() -> None:
    data = bytearray(zipped({"a.xml": b"<a>" + bytes(range(200)) + b"</a>"}))
    data[40:80] = bytes(40)
    package = opc.open_package(bytes(data), "prov.docx")
    with pytest.raises(opc.BrokenPackage) as caught:
        package.part("a.xml")
    assert caught.value.part == "a.xml"


def test_a_part_that_does_not_match_its_checksum_is_broken() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        data[data.index(signature) + offset] ^= 0xFF
    with pytest.raises(opc.BrokenPackage):
        opc.open_package(bytes(data), "prov.docx").part("a.xml")


def test_the_old_binary_format_is_told_from_an_encrypted_file() -> None:
    with pytest.raises(opc.OldFormat):
        opc.open_package(OLE, "gammal.docx")
    with pytest.raises(opc.EncryptedPackage):
        opc.open_package(OLE + "EncryptedPackage".encode("utf-16-le"), "hemlig.docx")


def test_an_archive_with_a_password_is_encrypted() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    package = opc.open_package(bytes(data), "prov.docx")
    with pytest.raises(opc.EncryptedPackage):
        package.part("a.xml")


def test_an_archive_that_unpacks_to_a_thousand_times_its_size_is_too_large() -> None:
    with pytest.raises(opc.TooLarge):
        opened({"a.xml": bytes(8 * 2**20)})


def test_an_archive_of_more_parts_than_any_document_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opc, "MAX_PARTS", 3)
    with pytest.raises(opc.TooLarge):
        opened({f"{n}.xml": b"" for n in range(4)})


def test_an_archive_that_is_too_large_in_all_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opc, "MAX_TOTAL_BYTES", 30)
    with pytest.raises(opc.TooLarge):
        opened({"a.xml": b"0123456789abcdef", "b.xml": b"0123456789abcdef"})


def lying(real: bytes, declared: int) -> bytes:
    """Return an archive with one entry whose headers tell another size than it unpacks to."""
    data = bytearray(zipped({"a.xml": real}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + offset
        data[at : at + 4] = struct.pack("<L", declared)
    return bytes(data)


def test_an_entry_that_lies_about_its_size_is_unpacked_no_further_than_it_says() -> None:
    unpacked: list[int] = []

    class Counting:
        def __init__(self) -> None:
            self.inner = zlib.decompressobj(-15)
            self.eof, self.unconsumed_tail, self.unused_data = False, b"", b""

        def decompress(self, data: bytes, most: int = 0) -> bytes:
            out = self.inner.decompress(data, most)
            unpacked.append(len(out))
            self.eof, self.unconsumed_tail = self.inner.eof, self.inner.unconsumed_tail
            return out

        def flush(self) -> bytes:
            return self.inner.flush()

    package = opc.open_package(lying(bytes(32 * 2**20), 1000), "prov.docx")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zipfile, "_get_decompressor", lambda _kind: Counting())
        with pytest.raises(opc.BrokenPackage):
            package.part("a.xml")
    assert sum(unpacked) < 2**20


@pytest.mark.parametrize("end", [22, 30, 60])
def test_no_beginning_of_an_archive_brings_anything_but_a_package_error(end: int) -> None:
    data = zipped({"a.xml": b"<a/>", "b.xml": b"<b/>"})
    with pytest.raises(opc.PackageError):
        opc.open_package(data[:end], "prov.docx")


def test_the_detail_of_an_error_is_never_empty() -> None:
    assert str(opc.OldFormat()) == "OldFormat"
