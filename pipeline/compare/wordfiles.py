"""Two Word files as one with tracked changes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from pipeline.compare.accepted import accept_changes
from pipeline.compare.align import paired
from pipeline.compare.pieces import NOTE_TEXT, plain_text
from pipeline.compare.redline import mark_changes
from pipeline.compare.revisions import Revisions
from pipeline.compose.canonical import pack
from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package, open_package

_NOTES = {"word/footnotes.xml": "w:footnote", "word/endnotes.xml": "w:endnote"}
_REFERENCES = {"w:footnote": "w:footnoteReference", "w:endnote": "w:endnoteReference"}


def tracked(old: bytes, new: bytes) -> bytes:
    """Return the Word file ``new`` with what differs from ``old`` as tracked changes; the same files, the same bytes.

    Changes that the files hold already are taken as accepted. Formatting is not compared.
    Raises PackageError where a file cannot be read.
    """
    before, after = open_package(old, ""), open_package(new, "")
    stories = dict(_stories(before, after))
    for one, other in stories.values():
        accept_changes(one)
        accept_changes(other)
    _tell_notes(before)
    revisions = Revisions(_styles(after))
    for name, (one, other) in stories.items():
        if name in _NOTES:
            _mark_notes(one, other, q(_NOTES[name]), revisions)
        else:
            mark_changes(_holder(one), _holder(other), revisions)
    return _packed(new, {name: other for name, (_, other) in stories.items()})


def _stories(before: Package, after: Package) -> Iterator[tuple[str, tuple[etree._Element, etree._Element]]]:
    """Yield the parts with text that both files have, by their name in the new file."""
    for name, root in after.iter_xml():
        if root.tag == q("w:document"):
            other = before.xml(before.main_part)
        elif root.tag in {q("w:hdr"), q("w:ftr")} or name in _NOTES:
            other = before.xml(name)
        else:
            continue
        if other is not None and other.tag == root.tag:
            yield name, (other, root)


def _holder(root: etree._Element) -> etree._Element:
    body = root.find(q("w:body"))
    return root if body is None else body


def _tell_notes(package: Package) -> None:
    """Put what each note says on its reference, so that a deleted reference can tell it."""
    main = package.xml(package.main_part)
    for name, kind in _NOTES.items():
        notes = package.xml(name)
        if notes is None or main is None:
            continue
        said = {note.get(q("w:id")): _said(note) for note in notes.iter(q(kind))}
        for reference in main.iter(q(_REFERENCES[kind])):
            reference.set(NOTE_TEXT, said.get(reference.get(q("w:id")), ""))


def _said(note: etree._Element) -> str:
    return " ".join(plain_text(each) for each in note.iter(q("w:p"))).strip()


def _mark_notes(old: etree._Element, new: etree._Element, kind: str, revisions: Revisions) -> None:
    before, after = list(old.iter(kind)), list(new.iter(kind))
    for one, other in paired(before, after, _said, lambda mine, theirs: 1.0 if _said(mine) and _said(theirs) else 0.0):
        if one is not None and other is not None:
            mark_changes(before[one], after[other], revisions)
        elif other is not None:
            mark_changes(etree.Element(kind), after[other], revisions)


def _styles(package: Package) -> frozenset[str]:
    root = package.xml("word/styles.xml")
    return frozenset() if root is None else frozenset(node.get(q("w:styleId"), "") for node in root.iter(q("w:style")))


def _packed(data: bytes, changed: dict[str, etree._Element]) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    for name, root in changed.items():
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack(parts)
