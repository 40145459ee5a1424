"""The fields that are open while a story is read: what belongs to an instruction, and what stands for a result."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.boxes import ticked_look
from pipeline.render.read.context import PartContext
from pipeline.render.read.fieldcodes import parsed
from pipeline.render.read.fieldconditions import RECKONED, deferred, is_deferred, operand
from pipeline.render.read.fieldformats import number_format
from pipeline.render.read.fields import Field, unclosed
from pipeline.render.read.fieldvalues import PRINTED, Asked, value_of
from pipeline.render.read.ledger import Why
from pipeline.render.tree import BookmarkRun, FieldRun, Inline, Link, RunStyle, TabRun, TextRun, Unsupported

_RUNNING = {q("w:hdr"), q("w:ftr")}
DEEPEST = 100  # fields within each other; what is deeper is read as text


@dataclass
class FieldStack:
    """The open fields of a story, the innermost last; ``out`` is what has been read of the paragraph."""

    context: PartContext
    open: list[Field] = field(default_factory=list)
    out: list[Inline] = field(default_factory=list)
    paragraph: int = 0
    entry_of: int = 0
    _unclosed: frozenset[etree._Element] = field(init=False)
    _is_running: bool = field(init=False)

    def __post_init__(self) -> None:
        root = self.context.package.xml(self.context.part)
        self._unclosed = unclosed(root)
        self._is_running = root is not None and root.tag in _RUNNING

    def enter(self, out: list[Inline]) -> None:
        """Begin a paragraph, which is read into ``out``."""
        self.out = out
        self.paragraph += 1
        self.entry_of = self.contents

    @property
    def contents(self) -> int:
        """Return the number of the table of contents whose result is being read, 0 for none."""
        return next((int(item.stored) for item in self.open if item.in_result and item.kind == "TOC"), 0)

    @property
    def instruction(self) -> Field | None:
        """Return the outermost field whose instruction is being read, None for none."""
        return next((item for item in self.open if not item.in_result), None)

    @property
    def link(self) -> Link | None:
        """Return the link of the innermost field that is one."""
        return next((item.link for item in reversed(self.open) if item.link), None)

    def takes(self, text: str) -> bool:
        """Take text that is no text of the paragraph: part of an instruction, or of a field nested in one."""
        if self.instruction is None:
            return False
        inner = self.open[-1]
        if inner.in_result:
            inner.stored += text
        elif inner.code_style is None and inner.mark is not None and not inner.instruction:
            return False
        else:
            inner.extend(text)
        self.context.shared.ledger.add(Why.CODE, text)
        return True

    def _is_paged(self, item: Field) -> bool:
        return item.is_paged and (item.kind != "STYLEREF" or self._is_running)

    def add_instruction(self, text: str, style: RunStyle) -> None:
        """Add to the instruction of the innermost field."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].extend(text)
            self.open[-1].code_style = self.open[-1].code_style or style

    def begin(self, mark: etree._Element, instruction: str = "") -> None:
        """Begin a field, unless it never ends."""
        if mark not in self._unclosed and len(self.open) < DEEPEST:
            self.open.append(Field(instruction, mark=mark))

    def separate(self) -> None:
        """End the instruction of the innermost field."""
        if not self.open or self.open[-1].in_result:
            return
        innermost = self.open[-1]
        innermost.separate(self.paragraph, len(self.out))
        if innermost.kind == "TOC":
            self.context.shared.contents.append(innermost.instruction)
            innermost.stored = str(len(self.context.shared.contents))
            self.entry_of = self.entry_of or self.contents

    def end(self, style: RunStyle, link: Link | None) -> None:
        """End the innermost field, and let what it shows stand in the paragraph; ``link`` is that around it."""
        if not self.open:
            return
        done = self.open.pop()
        if not done.in_result:
            self.open.append(done)
            self.separate()
            self.open.pop()
        if done.kind == "TOC" and done.paragraph != self.paragraph and not any(map(_text, self.out)):
            self.entry_of = 0
        outer = self.open[-1] if self.open else None
        if outer is not None and not outer.in_result:
            outer.extend(self._within(done, outer.instruction))
        elif outer is not None and self.instruction is not None:
            outer.stored += done.stored
        elif done.paragraph == self.paragraph and not style.hidden:
            self._show(done, style, link)

    def _show(self, done: Field, style: RunStyle, link: Link | None) -> None:
        if self._is_paged(done):
            self._paged(done, style, link)
        elif is_deferred(done.instruction) and done.kind in RECKONED:
            self._reckoned(done, style, link)
        else:
            self._valued(done, style, link)

    def _within(self, done: Field, instruction: str) -> str:
        """Return how a field stands in the instruction of another: one that depends on the page waits for it."""
        waits = self._is_paged(done) or (is_deferred(done.instruction) and done.kind in RECKONED)
        if waits and parsed(instruction).kind in RECKONED:
            return deferred(done.instruction)
        return operand(done.stored, instruction) if done.stored else ""

    def _reckoned(self, done: Field, style: RunStyle, link: Link | None) -> None:
        """Let a field that is reckoned on each page stand for its stored result, where that is nothing but text."""
        shown = self.out[done.start :]
        if not all(isinstance(item, TextRun | FieldRun | BookmarkRun) for item in shown):
            return
        stored = "".join(map(_text, shown))
        self.context.shared.ledger.add(Why.FIELD, stored)
        first = next((item for item in shown if isinstance(item, TextRun | FieldRun)), None)
        look = first.style if first is not None else done.code_style or style
        del self.out[done.start :]
        self.out += [item for item in shown if isinstance(item, BookmarkRun)]
        self.out.append(FieldRun(done.kind, done.instruction, stored, look, self.link or link))

    def _paged(self, done: Field, style: RunStyle, link: Link | None) -> None:
        """Let a field that depends on the pages stand for what follows the last tab of its stored result.

        LibreOffice writes whole entries of a table of contents as the result of PAGEREF.
        """
        shown = self.out[done.start :]
        tab = max((at for at, item in enumerate(shown) if isinstance(item, TabRun)), default=-1)
        number = shown[tab + 1 :]
        stored = "".join(_text(item) for item in number)
        self.context.shared.ledger.add(Why.FIELD, stored)
        del self.out[done.start + tab + 1 :]
        self.out += [item for item in number if isinstance(item, BookmarkRun)]
        first = next((item for item in number if isinstance(item, TextRun | FieldRun)), None)
        look = first.style if first is not None else style
        switches = "".join(done.code.switches)
        form = number_format(done.code)
        target, picture = self.link or link or done.link, done.code.switches.get("#", "")
        self.out.append(FieldRun(done.kind, done.code.argument, stored, look, target, form, switches, picture))

    def _tell_empty(self, done: Field) -> None:
        """Tell that a field shows nothing; of a table of contents only once it is known whether it is made anew."""
        what, shown = f"fältet {done.kind}", "det har inget lagrat resultat, så inget visas"
        if done.kind == "TOC" and done.stored:
            self.context.shared.empty_contents[int(done.stored)] = Unsupported(what, self.context.place, shown)
        else:
            self.context.report(what, shown)

    def _valued(self, done: Field, style: RunStyle, link: Link | None) -> None:
        shown = self.out[done.start :]
        stored = "".join(_text(item) for item in shown)
        if done.kind == "SEQ" and self.context.part == self.context.package.main_part:
            self.context.shared.captions.setdefault(done.code.argument.lower(), set()).add(self.context.paragraphs)
        first = next((item for item in shown if isinstance(item, TextRun)), None)
        look = first.style if first is not None else done.code_style or style
        value = value_of(Asked(done, stored, look.language, self.context.shared))
        if done.kind == "FORMCHECKBOX":
            look = ticked_look(look, done.form)
        if not value and done.kind in PRINTED and not any(_prints(item) for item in shown):
            self._tell_empty(done)
        if value is None or value == stored:
            return
        self.context.shared.ledger.add(Why.FIELD, stored)
        del self.out[done.start :]
        self.out += [item for item in shown if isinstance(item, BookmarkRun)]
        if value:
            self.out.append(TextRun(value, look, first.link if first is not None else self.link or link or done.link))


def _text(item: Inline) -> str:
    if isinstance(item, TextRun):
        return item.text
    if isinstance(item, FieldRun):
        return item.stored
    return "\t" if isinstance(item, TabRun) else ""


def _prints(item: Inline) -> bool:
    return not isinstance(item, BookmarkRun) and (bool(_text(item).strip()) or not isinstance(item, TextRun | TabRun))
