"""The whole document: its parts, its sections and its properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain

from lxml import etree

from pipeline.fonts.families import FontHint
from pipeline.ooxml.names import q
from pipeline.ooxml.package import BrokenPackage, Package
from pipeline.render.notetree import Notes, NoteSetup
from pipeline.render.read.body import StoryReader
from pipeline.render.read.choices import AS_ACCEPTED, Choices
from pipeline.render.read.comments import comment_nodes, listed, quoted
from pipeline.render.read.contents import ContentsMaker
from pipeline.render.read.context import PartContext
from pipeline.render.read.facts import Facts
from pipeline.render.read.fonttable import read_font_table
from pipeline.render.read.formulas import value as math_value
from pipeline.render.read.notcarried import told_of_file
from pipeline.render.read.notes import document_notes, read_notes
from pipeline.render.read.numbering import read_numbering
from pipeline.render.read.pagesettings import page_settings
from pipeline.render.read.picturebullets import bullets_of
from pipeline.render.read.properties import language_tag
from pipeline.render.read.sections import page_setup, references
from pipeline.render.read.sequences import Sequences
from pipeline.render.read.shared import Shared
from pipeline.render.read.styles import StyleSheet, read_styles
from pipeline.render.read.textsettings import expands_breaks, fixed_spacing, hyphenation, yields_to_tables
from pipeline.render.read.theme import read_theme
from pipeline.render.read.units import attribute, child, integer, length, switch
from pipeline.render.tree import Block, Document, Paragraph, Place, Properties, Section, Settings, Stories, Unsupported


@dataclass
class DocumentReader:
    """Reads a package into a document."""

    package: Package
    styles: StyleSheet
    shared: Shared
    note_setups: tuple[NoteSetup, NoteSetup]
    unsupported: list[Unsupported] = field(default_factory=list)
    _stories: dict[str, tuple[Block, ...] | None] = field(default_factory=dict)

    def sections(self) -> tuple[Section, ...]:
        """Return the sections; each inherits the headers and footers that it does not name (17.10.1)."""
        main = self.package.main_part
        root = self.package.xml(main)
        bodies = list(root.iterchildren(q("w:body"))) if root is not None else []
        if not bodies:
            raise BrokenPackage("no body", main)
        reader = StoryReader(self._context(main))
        sections: list[Section] = []
        blocks: list[Block] = []
        running: dict[str, dict[str, tuple[Block, ...] | None]] = {"header": {}, "footer": {}}
        for block, node in chain.from_iterable(map(reader.blocks, bodies)):
            blocks.append(block)
            end = child(child(node, "w:pPr"), "w:sectPr") if isinstance(block, Paragraph) else None
            if end is not None:
                kept = _without_bare_mark(blocks)
                found = self._section(end, kept, running)
                sections.append(replace(found, ends_bare=len(kept) < len(blocks)))
                blocks = []
        blocks.extend(self._comments(bodies[0], reader.context))
        last = child(bodies[-1], "w:sectPr")
        sections.append(self._section(last, blocks, running))
        return tuple(sections)

    def _comments(self, body: etree._Element, main: PartContext) -> Iterator[Block]:
        """Yield the list of comments, where one is asked for."""
        part = next((rel.target for rel in main.relationships.values() if rel.type == "comments"), None)
        nodes = comment_nodes(self.package.xml(part)) if part and self.shared.choices.comments else {}
        if part and nodes:
            context = self._context(part)
            yield from listed(context, nodes, quoted(body, nodes), StoryReader(context).cell_blocks)

    def _context(self, part: str) -> PartContext:
        return PartContext(self.package, self.styles, part, self.package.related(part), self.unsupported, self.shared)

    def _section(
        self,
        node: etree._Element | None,
        blocks: list[Block],
        running: dict[str, dict[str, tuple[Block, ...] | None]],
    ) -> Section:
        relationships = self.package.related(self.package.main_part)
        for kind, stories in running.items():
            for name, rel_id in references(node, kind).items():
                if rel_id in relationships:
                    stories[name] = self._story(relationships[rel_id].target)
        setup = page_setup(node, self.note_setups)
        if setup.borders is not None and setup.borders.art:
            place = blocks[-1].place if blocks else Place(self.package.main_part, 1)
            what = f"en sidram av bilder ({setup.borders.art})"
            self.unsupported.append(Unsupported(what, place, "den visas som en rak linje"))
        return Section(setup, _stories(running["header"]), _stories(running["footer"]), tuple(blocks))

    def notes(self, kind: str, part: str | None) -> Notes:
        """Return the footnotes or endnotes of the document; ``kind`` is footnote or endnote."""
        return Notes() if part is None else read_notes(kind, self.package.xml(part), self._context(part))

    def _story(self, part: str) -> tuple[Block, ...] | None:
        if part not in self._stories:
            root = self.package.xml(part)
            reader = StoryReader(self._context(part))
            self._stories[part] = None if root is None else reader.cell_blocks(root)
        return self._stories[part]


def _without_bare_mark(blocks: list[Block]) -> list[Block]:
    """Return a section's blocks without the empty paragraph that only holds its end; Word gives that no line."""
    last = blocks[-1]
    bare = isinstance(last, Paragraph) and not last.content and last.label is None
    return blocks[:-1] if bare and len(blocks) > 1 else blocks


def _stories(found: Mapping[str, tuple[Block, ...] | None]) -> Stories:
    return Stories(found.get("default"), found.get("first"), found.get("even"))


def read_document(package: Package, choices: Choices = AS_ACCEPTED) -> Document:
    """Return the document of a package; raises a PackageError when it holds no Word document."""
    main = package.main_part
    root = _root(package, main)
    parts = {rel.type: rel.target for rel in package.related(main).values() if not rel.external}
    damaged: list[Unsupported] = []
    settings_root = _side(package, parts.get("settings"), damaged)
    theme = read_theme(_side(package, parts.get("theme"), damaged), child(settings_root, "w:themeFontLang"))
    numbering = read_numbering(_part(package, parts.get("numbering")), theme)
    styles = read_styles(_side(package, parts.get("styles"), damaged), numbering, theme)
    styles.yields_to_tables = yields_to_tables(settings_root)
    math_align = math_value(child(settings_root, "m:mathPr"), "m:defJc")
    shared = Shared(Facts(package), Sequences(package, styles), choices=choices, math_align=math_align)
    shared.bullets = bullets_of(package, parts.get("numbering"))
    shared.open_inner = lambda inner: read_document(inner, replace(choices, inside=choices.inside + 1, comments=False))
    reader = DocumentReader(package, styles, shared, document_notes(settings_root), damaged)
    letter = styles.run_style("", {}, {}).size
    settings = replace(_settings(settings_root), pages=page_settings(settings_root, root, styles), letter=letter)
    damaged.extend(told_of_file(package, settings_root, root, styles))
    maker = ContentsMaker(reader.sections(), shared, styles, main)
    sections = maker.settled()
    damaged.extend(shared.settled(maker.made))
    notes = {f"{kind}s": reader.notes(kind, parts.get(f"{kind}s")) for kind in ("footnote", "endnote")}
    return Document(
        sections,
        settings,
        _properties(package, styles, damaged),
        reader.unsupported,
        _fonts(package, parts.get("fontTable"), damaged),
        shared,
        **notes,
    )


def _root(package: Package, main: str) -> etree._Element:
    root = package.xml(main)
    if root is None or root.tag != q("w:document"):
        raise BrokenPackage("the main part is no w:document", main)
    return root


def _part(package: Package, name: str | None) -> etree._Element | None:
    return package.xml(name) if name else None


def _side(package: Package, name: str | None, damaged: list[Unsupported]) -> etree._Element | None:
    """Return the root of a part without words of its own; a damaged one is told of and left out."""
    try:
        return _part(package, name)
    except BrokenPackage as error:
        shown = "den utelämnas, och det den säger om utseende, inställningar eller egenskaper gäller inte"
        damaged.append(Unsupported(f"en skadad del ({error.part})", Place(error.part, 0), shown, "REN406"))
        return None


def _fonts(package: Package, table: str | None, damaged: list[Unsupported]) -> dict[str, FontHint]:
    """Return what the font table says of each family; nothing where it is damaged."""
    return read_font_table(package, table) if _side(package, table, damaged) is not None else {}


def _settings(root: etree._Element | None) -> Settings:
    mode = 12
    for setting in root.iter(q("w:compatSetting")) if root is not None else ():
        if attribute(setting, "w:name") == "compatibilityMode":
            mode = integer(attribute(setting, "w:val"), 12)
    stop = length(child(root, "w:defaultTabStop"), "w:val") or 0.0
    return Settings(
        mode,
        stop if stop > 0 else 36.0,
        bool(switch(root, "w:evenAndOddHeaders")),
        hyphenation=hyphenation(root),
        expands_breaks=expands_breaks(root),
        fixed_spacing=fixed_spacing(root),
        grid_in_cells=bool(switch(child(root, "w:compat"), "w:adjustLineHeightInTable")),
        halves_latin=bool(switch(child(root, "w:compat"), "w:balanceSingleByteDoubleByteWidth")),
    )


def _properties(package: Package, styles: StyleSheet, damaged: list[Unsupported]) -> Properties:
    root = _side(package, _core_part(package), damaged)

    def text(name: str) -> str:
        node = child(root, name)
        return (node.text or "").strip() if node is not None else ""

    language = styles.run_style("", {}, {}).language or language_tag(text("dc:language"))
    return Properties(
        text("dc:title"),
        text("dc:creator"),
        text("dc:subject"),
        text("cp:keywords"),
        language,
        _date(text("dcterms:created")),
    )


def _core_part(package: Package) -> str | None:
    """Return the part of the core properties; a package whose relationships are damaged has none."""
    try:
        return next((rel.target for rel in package.related("").values() if rel.type == "core-properties"), None)
    except BrokenPackage:
        return None


def _date(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")) if text else None
    except ValueError:
        return None
