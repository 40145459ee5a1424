"""The texts of a case: files of prose, read once each, handed out whole or by heading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pipeline.ingest.folder import Folder
from pipeline.ingest.prose.document import TextDocument
from pipeline.ingest.prose.looks import say_looks
from pipeline.ingest.prose.plain_text import as_markdown
from pipeline.ingest.raw import RawText
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.suggest import did_you_mean, normal
from pipeline.ingest.textfile import decode
from pipeline.model.origin import Origin, TextOrigin
from pipeline.model.prose import Block, Prose

TEXT_FOLDER = "texter"


@dataclass
class TextLibrary:
    """Reads the texts that the YAML files point at, and remembers which ones nobody did."""

    folder: Folder
    report: Reporter
    documents: dict[str, TextDocument | None] = field(default_factory=dict)
    handed_out: list[Prose] = field(default_factory=list)

    def from_file(self, node: RawText) -> Prose | None:
        """Return the prose of ``fil`` or ``fil#rubrik``, or None with a finding."""
        name, mark, heading = node.text.strip().partition("#")
        found = self.folder.locate(name.strip(), node.origin)
        if found is None:
            return None
        if found not in self.documents:
            self.documents[found] = self._load(found, node.origin)
        document = self.documents[found]
        if document is None:
            return None
        return self._kept(self._below(document, heading, found, node) if mark else document.whole())

    def from_value(self, node: RawText) -> Prose | None:
        """Return the prose of Markdown in the YAML file itself."""
        origin = node.origin
        first = origin.line + 1 if node.literal else origin.line

        def place(line: int) -> TextOrigin:
            return TextOrigin(origin.file, first + line, 1) if node.literal else origin

        return self._kept(Prose(_markdown(node.text, place, self.report), origin))

    def _kept(self, prose: Prose | None) -> Prose | None:
        if prose is not None:
            self.handed_out.append(prose)
        return prose

    def _below(self, document: TextDocument, heading: str, name: str, node: RawText) -> Prose | None:
        wanted = normal(heading)
        matches = [index for index, text in document.headings if text == wanted]
        known = [text for _, text in document.headings]
        if not matches:
            message = f'rubriken "{wanted}" finns inte i {name}'
            self.report.say("ING401", message, node.origin, help=did_you_mean(wanted, known))
            return None
        if len(matches) > 1:
            places = [document.blocks[index].origin for index in matches]
            message = f'rubriken "{wanted}" står {len(matches)} gånger i {name}'
            self.report.say("ING402", message, node.origin, *places)
            return None
        return document.below(matches[0])

    def _load(self, name: str, asked_at: Origin) -> TextDocument | None:
        suffix = PurePosixPath(name).suffix.lower()
        reader = _READERS.get(suffix)
        if reader is None:
            message = f'"{name}" är varken Markdown (.md), ren text (.txt) eller Word (.docx)'
            self.report.say("ING107", message, asked_at)
            return None
        data = self.folder.read(name, asked_at)
        blocks = None if data is None else reader(data, self.folder.name(name), self.report)
        if blocks is None:
            return None
        if not blocks:
            self.report.say("ING404", f'"{name}" innehåller ingen text', TextOrigin(self.folder.name(name)), asked_at)
        say_looks(blocks, self.report)
        return TextDocument(blocks, TextOrigin(self.folder.name(name)))

    def say_unused(self) -> None:
        """Make findings of files and headings that no reference reached."""
        for name in self.folder.files(TEXT_FOLDER):
            if name not in self.folder.used:
                place = TextOrigin(self.folder.name(name))
                self.report.say("ING108", f'ingen hänvisning når filen "{name}": dess text kommer inte med', place)
        for name, document in self.documents.items():
            for heading, origin in document.unused() if document else ():
                what = f'texten under rubriken "{heading}"' if heading else "texten före den första rubriken"
                self.report.say("ING403", f"ingen hänvisning når {what} i {name}: den kommer inte med", origin)


def _markdown(text: str, place: Callable[[int], TextOrigin], report: Reporter) -> tuple[Block, ...]:
    from pipeline.ingest.prose.markdown import read_markdown  # noqa: PLC0415 - imported when there is something to read

    return read_markdown(text, place, report)


def _markdown_file(data: bytes, name: str, report: Reporter) -> tuple[Block, ...] | None:
    text = decode(data, name, report)
    return None if text is None else _markdown(text, lambda line: TextOrigin(name, line + 1, 1), report)


def _plain_file(data: bytes, name: str, report: Reporter) -> tuple[Block, ...] | None:
    text = decode(data, name, report)
    if text is None:
        return None
    markdown, numbers = as_markdown(text)
    return _markdown(markdown, lambda line: TextOrigin(name, numbers[min(line, len(numbers) - 1)] + 1, 1), report)


def _word_file(data: bytes, name: str, report: Reporter) -> tuple[Block, ...] | None:
    from pipeline.ingest.word.reader import read_word  # noqa: PLC0415 - imported when there is something to read

    return read_word(data, name, report)


_READERS: dict[str, Callable[[bytes, str, Reporter], tuple[Block, ...] | None]] = {
    ".md": _markdown_file,
    ".markdown": _markdown_file,
    ".txt": _plain_file,
    ".docx": _word_file,
}
