"""The finished file: pages, structure, outline, metadata."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.ooxml.package import Package
from pipeline.render.layout.document import LaidOut
from pipeline.render.layout.page import Page
from pipeline.render.pdf.canvas import Canvas
from pipeline.render.pdf.destinations import Destination
from pipeline.render.pdf.metadata import ICC_PROFILE, PRODUCER, pdf_date, xmp
from pipeline.render.pdf.objects import Array, Dictionary, File, numbers, stream, text
from pipeline.render.pdf.outline import write_outline
from pipeline.render.pdf.resources import Failure, Resources
from pipeline.render.pdf.structure import Annotations, StructureWriter
from pipeline.render.tree import Properties


@dataclass
class Written:
    """A finished file: its bytes, the pictures that could not be read, every bookmark's place, the embedded fonts."""

    pdf: bytes
    failures: dict[str, Failure]
    destinations: dict[str, Destination] = field(default_factory=dict)
    font_files: tuple[Path, ...] = ()


def write_pdf(laid_out: LaidOut, package: Package, properties: Properties) -> Written:
    """Return the document as PDF/A-2a and PDF/UA-1; equal input gives equal bytes."""
    file = File()
    resources = Resources(file, package, laid_out.formats, properties.language)
    canvases = [_draw(index, page, resources) for index, page in enumerate(laid_out.pages)]
    page_references = _write_pages(file, laid_out.pages, canvases, resources)
    destinations: dict[str, Destination] = {}
    for canvas in canvases:
        for name, place in canvas.destinations.items():
            destinations.setdefault(name, place)
    annotations = Annotations(file, page_references, destinations, len(canvases))
    for canvas in canvases:
        for area in canvas.links.values():
            annotations.add(area)
    _write_annotations(file, annotations)
    structure = StructureWriter(file, page_references, annotations)
    laid_out.root.attach()
    file.catalog["StructTreeRoot"] = structure.write(laid_out.root, [canvas.mcids for canvas in canvases])
    headings = [heading for canvas in canvases for heading in canvas.headings]
    write_outline(file, headings, page_references)
    _write_catalog(file, properties)
    return Written(file.bytes(), resources.failures, destinations, resources.font_files)


def _draw(index: int, page: Page, resources: Resources) -> Canvas:
    canvas = Canvas(index, page.setup.height, resources, even=page.number % 2 == 0)
    for ornament in page.under:
        ornament.draw(canvas)
    for running, kind in ((page.header, "/Header"), (page.footer, "/Footer")):
        if running is not None:
            canvas.running = kind
            stack, x, y = running
            stack.draw(canvas, x, y)
    canvas.running = ""
    if page.setup.vertical:
        canvas.turn((0.0, 0.0, page.setup.width, page.setup.height), "down")
    for box, x, y in (*page.items, *page.notes):
        box.draw(canvas, x, y)
    if page.setup.vertical:
        canvas.turn_back()
    for ornament in page.over:
        ornament.draw(canvas)
    return canvas


def _write_pages(file: File, pages: list[Page], canvases: list[Canvas], resources: Resources) -> list[bytes]:
    contents = [file.add(stream(canvas.finish())) for canvas in canvases]
    shared = file.add(resources.dictionary())
    references = []
    for index, (page, content) in enumerate(zip(pages, contents, strict=True)):
        entries = {
            "Type": "/Page",
            "Parent": file.pages_reference,
            "MediaBox": numbers((0, 0, page.setup.width, page.setup.height)),
            "Contents": content,
            "Resources": shared,
            "StructParents": index,
            "Tabs": "/S",
        }
        references.append(file.add_page(Dictionary(entries)))
    return references


def _write_annotations(file: File, annotations: Annotations) -> None:
    pages = [item for item in file.pdf.objects if isinstance(item, Dictionary) and item.get("Type") == "/Page"]
    for index, references in annotations.of_page.items():
        pages[index]["Annots"] = Array(references)


def _output_intent(file: File) -> Dictionary:
    profile = file.add(stream(ICC_PROFILE.read_bytes(), {"N": 3, "Alternate": "/DeviceRGB"}))
    return Dictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": text("sRGB IEC61966-2.1"),
            "Info": text("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        }
    )


def _write_catalog(file: File, properties: Properties) -> None:
    metadata = stream(xmp(properties), {"Type": "/Metadata", "Subtype": "/XML"}, compress=False)
    file.catalog.update(
        {
            "Lang": text(properties.language),
            "MarkInfo": "<</Marked true>>",
            "ViewerPreferences": "<</DisplayDocTitle true>>",
            "Metadata": file.add(metadata),
            "OutputIntents": Array([file.add(_output_intent(file))]),
        }
    )
    file.info["Title"] = text(properties.title)
    file.info["Producer"] = text(PRODUCER)
    for key, value in (
        ("Author", properties.author),
        ("Subject", properties.subject),
        ("Keywords", properties.keywords),
    ):
        if value:
            file.info[key] = text(value)
    if properties.created is not None:
        file.info["CreationDate"] = file.info["ModDate"] = text(pdf_date(properties.created))
