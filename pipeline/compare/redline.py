"""The new Word file with what differs from the old one as tracked changes, which any word processor can show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.compare.align import aligned, paired
from pipeline.compare.pieces import Piece, cut, plain_text
from pipeline.compare.revisions import Revisions
from pipeline.ooxml.names import q

_HOLDERS = {q("w:sdt"), q("w:sdtContent"), q("w:customXml")}
_BLOCKS = {q("w:p"), q("w:tbl")}
_LEFT_OF_TABLE = (q("w:tblStyle"), q("w:tblPrChange"), q("w:tblpPr"))
_LEFT_OF_ROW = (q("w:ins"), q("w:del"), q("w:trPrChange"), q("w:cnfStyle"), q("w:divId"))


def mark_changes(old: etree._Element, new: etree._Element, revisions: Revisions) -> None:
    """Mark in ``new``, a body, a cell, a header or a note, what differs from ``old``. Both are changed in place."""
    before, after = list(_blocks(old)), list(_blocks(new))
    anchors = _Anchors(new, after)
    for one, other in paired(before, after, _key, _likeness):
        if one is None and other is not None:
            _insert(after[other], revisions)
        elif one is not None and other is None:
            anchors.put(_deleted(before[one], revisions))
        elif one is not None and other is not None:
            _mark_pair(before[one], after[other], revisions)
        if other is not None:
            anchors.passed = other + 1


class _Anchors:
    """Where in the new file a block of the old one is put: before the block that comes next, or at the end."""

    def __init__(self, holder: etree._Element, blocks: Sequence[etree._Element]) -> None:
        self._holder = holder
        self._blocks = blocks
        self.passed = 0

    def put(self, block: etree._Element) -> None:
        if self.passed < len(self._blocks):
            self._blocks[self.passed].addprevious(block)
        elif self._blocks:
            self._last().addnext(block)
            self._blocks = [*self._blocks, block]
            self.passed = len(self._blocks)
        else:
            self._holder.append(block)
        self._part_tables(block)

    def _last(self) -> etree._Element:
        return self._blocks[-1]

    def _part_tables(self, block: etree._Element) -> None:
        """Put a paragraph between two tables, which a word processor would take for one."""
        for beside in (block.getprevious(), block.getnext()):
            if block.tag == q("w:tbl") and beside is not None and beside.tag == q("w:tbl"):
                between = etree.Element(q("w:p"))
                if beside is block.getnext():
                    block.addnext(between)
                else:
                    block.addprevious(between)


def _blocks(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _HOLDERS:
            yield from _blocks(child)


def _key(block: etree._Element) -> str:
    if block.tag == q("w:p"):
        return "p" + "\x1f".join(_keys(block))
    return "t" + "\x1e".join(_row_key(row) for row in _rows(block))


def _keys(paragraph: etree._Element) -> Iterator[str]:
    yield plain_text(paragraph)
    for node in paragraph.iter(q("w:drawing"), q("w:footnoteReference"), q("w:endnoteReference"), q("w:pict")):
        yield etree.QName(node).localname + "".join(each.get("descr", "") for each in node.iter(q("wp:docPr")))
        yield from (plain_text(each) for each in node.iter(q("w:p")))


def _row_key(row: etree._Element) -> str:
    return "\x1d".join("\x1c".join(map(_key, _blocks(cell))) for cell in _cells(row))


def _rows(table: etree._Element) -> list[etree._Element]:
    return _within(table, q("w:tr"))


def _cells(row: etree._Element) -> list[etree._Element]:
    return _within(row, q("w:tc"))


def _within(node: etree._Element, tag: str) -> list[etree._Element]:
    found = []
    for child in node:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _HOLDERS:
            found.extend(_within(child, tag))
    return found


def _likeness(one: etree._Element, other: etree._Element) -> float:
    if one.tag != other.tag:
        return 0.0
    share = _shared(_text(one), _text(other))
    if one.tag == q("w:tbl"):
        return max(0.5, share) if _width(one) == _width(other) else 0.0
    return share


def _text(block: etree._Element) -> str:
    return " ".join(plain_text(each) for each in ([block] if block.tag == q("w:p") else block.iter(q("w:p"))))


def _shared(one: str, other: str) -> float:
    """Return the share of words that two texts have in common (Dice), numbers taken for the same."""
    words = [Counter(re.findall(r"\w+", re.sub(r"\d+", "0", text))) for text in (one, other)]
    total = sum(words[0].values()) + sum(words[1].values())
    return 2 * sum((words[0] & words[1]).values()) / total if total else 1.0


def _width(table: etree._Element) -> int:
    return max((len(_cells(row)) for row in _rows(table)), default=0)


def _mark_pair(one: etree._Element, other: etree._Element, revisions: Revisions) -> None:
    if _key(one) == _key(other):
        return
    if other.tag == q("w:p"):
        mark_paragraph(one, other, revisions)
    else:
        _mark_table(one, other, revisions)


def mark_paragraph(old: etree._Element, new: etree._Element, revisions: Revisions) -> None:
    """Mark in the paragraph ``new`` what differs from ``old``."""
    before, after = cut(old), cut(new)
    for kind, a, b, c, d in _readable(before, after):
        if kind == "equal":
            continue
        mark = revisions.deleted(before[a:b])
        if mark is not None:
            _put_before(new, after, c, mark)
        revisions.wrap_inserted(run for piece in after[c:d] for run in piece.runs)


def _readable(before: Sequence[Piece], after: Sequence[Piece]) -> list[tuple[str, int, int, int, int]]:
    """Return what became of the pieces, with changes that only a space parts taken as one."""
    found: list[tuple[str, int, int, int, int]] = []
    steps = aligned([each.key for each in before], [each.key for each in after])
    for at, (kind, a, b, c, d) in enumerate(steps):
        small = kind == "equal" and not "".join(each.key for each in after[c:d]).strip() and 0 < at < len(steps) - 1
        if found and found[-1][0] != "equal" and (small or kind != "equal"):
            found[-1] = ("replace", found[-1][1], b, found[-1][3], d)
        else:
            found.append((kind, a, b, c, d))
    return found


def _put_before(paragraph: etree._Element, pieces: Sequence[Piece], at: int, mark: etree._Element) -> None:
    runs = [run for piece in pieces[at:] for run in piece.runs]
    if runs:
        runs[0].addprevious(mark)
        return
    last = next((run for piece in reversed(pieces) for run in reversed(piece.runs)), None)
    parent = None if last is None else last.getparent()
    if last is None or parent is None:
        paragraph.append(mark)
    else:
        (parent if parent.tag == q("w:ins") else last).addnext(mark)


def _mark_table(old: etree._Element, new: etree._Element, revisions: Revisions) -> None:
    before, after = _rows(old), _rows(new)
    passed: etree._Element | None = None
    for one, other in paired(before, after, _row_key, _row_likeness):
        if other is None and one is not None:
            passed = _put_row(_deleted_row(before[one], revisions), passed, after[0])
            continue
        if other is None:
            continue
        passed = after[other]
        if one is None:
            _insert_row(passed, revisions)
        elif _row_key(before[one]) != _row_key(passed):
            for mine, theirs in zip(_cells(before[one]), _cells(passed), strict=True):
                mark_changes(mine, theirs, revisions)


def _put_row(row: etree._Element, passed: etree._Element | None, first: etree._Element) -> etree._Element:
    """Put a row behind the one that was passed, or before the first, and return it."""
    if passed is None:
        first.addprevious(row)
    else:
        passed.addnext(row)
    return row


def _row_likeness(one: etree._Element, other: etree._Element) -> float:
    if len(_cells(one)) != len(_cells(other)):
        return 0.0
    same_label = _cells(one) and _row_label(one) == _row_label(other)
    return max(_shared(_text(one), _text(other)), 0.8 if same_label else 0.0)


def _row_label(row: etree._Element) -> str:
    return _text(_cells(row)[0])


def _insert(block: etree._Element, revisions: Revisions) -> None:
    if block.tag == q("w:p"):
        revisions.insert_paragraph(block)
    else:
        for row in _rows(block):
            _insert_row(row, revisions)


def _insert_row(row: etree._Element, revisions: Revisions) -> None:
    revisions.mark_row(row, "w:ins")
    for cell in _cells(row):
        for block in _blocks(cell):
            _insert(block, revisions)


def _deleted(block: etree._Element, revisions: Revisions) -> etree._Element:
    if block.tag == q("w:p"):
        return revisions.deleted_paragraph(block)
    made = etree.Element(q("w:tbl"))
    for name, left in (("w:tblPr", _LEFT_OF_TABLE), ("w:tblGrid", (q("w:tblGridChange"),))):
        _copy_child(block, made, name, left)
    made.extend(_deleted_row(row, revisions) for row in _rows(block))
    return made


def _deleted_row(row: etree._Element, revisions: Revisions) -> etree._Element:
    made = etree.Element(q("w:tr"))
    _copy_child(row, made, "w:trPr", _LEFT_OF_ROW)
    for cell in _cells(row):
        copy = etree.SubElement(made, q("w:tc"))
        _copy_child(cell, copy, "w:tcPr", (q("w:tcPrChange"), q("w:cnfStyle")))
        copy.extend(_deleted(block, revisions) for block in _blocks(cell))
        if not len(copy) or copy[-1].tag != q("w:p"):
            etree.SubElement(copy, q("w:p"))
    revisions.mark_row(made, "w:del")
    return made


def _copy_child(source: etree._Element, target: etree._Element, name: str, left: Sequence[str]) -> None:
    own = source.find(q(name))
    if own is None:
        return
    made = etree.fromstring(etree.tostring(own))
    for child in list(made):
        if child.tag in left:
            made.remove(child)
    target.append(made)
