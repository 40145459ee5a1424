"""The order of a run: ingest, validate, compose, render, pages back into Word's contents, web, proofread, archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import reading
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Findings
from pipeline.findings.verdict import Verdict, verdict_of

if TYPE_CHECKING:
    from pipeline.archive.material import Material, Paper
    from pipeline.compose import Composed
    from pipeline.findings.finding import Finding
    from pipeline.model.case import Case
    from pipeline.model.profile import Profile
    from pipeline.render import RenderOptions
    from pipeline.validate import Review


@dataclass(frozen=True)
class Progress:
    """One step of a run, in words for people; ``done`` of ``total`` where there is something to count.

    ``page`` is the page that the renderer has come to, 0 before the first.
    """

    stage: str
    message: str
    done: int = 0
    total: int = 0
    page: int = 0


# What every build has checked when it comes to its end; what veraPDF says is added.
VERDICTS = {"egen kontroll av PDF/A-2a och PDF/UA-1": "godkänd", "arkivpaketet": "godkänt"}

Report = Callable[[Progress], None]


@dataclass(frozen=True)
class Request:
    """What to build: a case folder, the folder of the municipalities' templates, and where the results go."""

    case_folder: Path
    templates: Path
    output: Path


@dataclass(frozen=True)
class Outcome:
    """What a run found, and the files it wrote; a run that found an error wrote none.

    ``review`` is what the rules found, with what they read.
    """

    findings: tuple[Finding, ...]
    files: tuple[Path, ...] = ()
    review: Review | None = None

    @property
    def verdict(self) -> Verdict:
        """Return the verdict on the case."""
        return verdict_of(self.findings)


def check(case_folder: Path, templates: Path, report: Report) -> tuple[tuple[Case, Profile] | None, Outcome]:
    """Read a case and hold it against the rules; the case is None where it could not be read.

    Raises KansliError where the folder itself cannot be used.
    """
    from pipeline.ingest import ingest
    from pipeline.validate import review

    report(Progress("ingest", "läser ärendet"))
    with reading(case_folder):
        read = ingest(case_folder, templates)
    if read.value is None:
        return None, Outcome(read.findings)
    report(Progress("validate", "kontrollerar ärendet"))
    reviewed = review(*read.value)
    return read.value, Outcome((*read.findings, *reviewed.findings), review=reviewed)


def build(request: Request, report: Report) -> Outcome:
    """Build a case's documents, each as Word, PDF and web page, into the case's folder under ``output``.

    Raises KansliError where the world refuses: a folder that cannot be used, a disk that is full, another run at work.
    """
    from pipeline.archive.lock import claimed
    from pipeline.archive.material import Material
    from pipeline.archive.naming import slug_of
    from pipeline.archive.publish import publish
    from pipeline.proofread import proofread

    read, checked = check(request.case_folder, request.templates, report)
    if read is None or checked.verdict is not Verdict.PASSED:
        return checked
    case, profile = read
    findings = Findings(list(checked.findings))
    folder = request.output / slug_of(case.case_number.value)
    with claimed(folder):
        papers = _documents(case, profile, findings, report)
        findings.extend(proofread(case, profile, _word_files(papers)))
        if findings.has_errors:
            return Outcome(tuple(findings))
        report(Progress("archive", "gör arkivpaketet"))
        files = _handed_over(Material(case, profile, papers, *_sources(request, profile)), findings, checked)
        if not files:
            return Outcome(tuple(findings))
        report(Progress("archive", "skriver filerna"))
        published = publish(folder, files)
    return Outcome((*findings, *published.findings), published.files)


def _handed_over(material: Material, findings: Findings, checked: Outcome) -> dict[str, bytes]:
    """Return all files of a build by name; those of the review, and the manifest, tell of the others."""
    from pipeline.archive.handover import hand_over
    from pipeline.archive.manifest import FILE_NAME, manifest
    from pipeline.review import review_files
    from pipeline.verify.verapdf import asked_about

    answer = asked_about({name: data for name, data in material.files.items() if name.endswith(".pdf")})
    findings.extend(answer.findings(""))
    made = hand_over(material)
    findings.extend(made.findings)
    if made.value is None or findings.has_errors:
        return {}
    files = {**made.value, **review_files(material.case, tuple(findings), checked.review)}
    return {**files, FILE_NAME: manifest(material, files, {**VERDICTS, "veraPDF": str(answer)})}


def _documents(case: Case, profile: Profile, findings: Findings, report: Report) -> tuple[Paper, ...]:
    """Return the papers in their order; none where composing was not possible."""
    from pipeline.compose import compose
    from pipeline.render import RenderOptions

    report(Progress("compose", "skriver Word-filerna"))
    with reading(profile.folder):
        composed = compose(case, profile)
    findings.extend(composed.findings)
    papers = []
    for number, document in enumerate(composed.value or (), start=1):
        step = Progress("render", f"sätter {document.stem}", number, len(composed.value or ()))
        options = RenderOptions(
            name=f"{document.stem}.docx",
            progress=partial(_tell_page, step, report),
            created=datetime.combine(case.document_date.value, time(), tzinfo=UTC),
            font_folders=profile.font_folders,
        )
        with reading(profile.folder):
            papers.append(_rendered(document, options, findings))
    names = [name for paper in papers for name in paper.files]
    if len(names) > len(set(names)):
        _say_name_clash(profile, findings)
    return tuple(papers)


def _word_files(papers: tuple[Paper, ...]) -> dict[str, tuple[str, bytes]]:
    """Return the Word file of each paper with its name, by the kind of paper."""
    return {
        paper.kind: (name, data) for paper in papers for name, data in paper.files.items() if name.endswith(".docx")
    }


def _sources(request: Request, profile: Profile) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of the case and those of the profile, by name."""
    from pipeline.ingest.sources import files_in

    with reading(request.case_folder):
        return files_in(request.case_folder), files_in(profile.folder)


def _tell_page(step: Progress, report: Report, page: int) -> None:
    report(replace(step, page=page))


def _rendered(document: Composed, options: RenderOptions, findings: Findings) -> Paper:
    """Return a document as Word, its contents with the pages that the renderer found, as PDF and as a web page."""
    from pipeline.archive.material import Paper
    from pipeline.archive.naming import ascii_name
    from pipeline.compose import with_contents
    from pipeline.render import render
    from pipeline.web import WebOptions, page_of_document, web_page

    if options.progress is not None:
        options.progress(0)
    rendered = render(document.docx, options)
    findings.extend(rendered.findings)
    if rendered.value is None:
        return Paper(document.kind, {})
    numbered = with_contents(document.docx, rendered.value.bookmarks)
    if numbered.elsewhere:
        page = web_page(numbered.docx, WebOptions(options.name))
    else:  # a page of the web has no page numbers in its contents: what was read for the PDF serves it too
        page = page_of_document(*rendered.value.opened, options.name)
    findings.extend_with_new(page.findings)
    word = Path(ascii_name(options.name))
    files = {word.name: numbered.docx, word.with_suffix(".pdf").name: rendered.value.pdf}
    if page.value is not None:
        files[word.with_suffix(".html").name] = page.value.html.encode()
    fonts = {path.name: path.read_bytes() for path in rendered.value.font_files}
    return Paper(document.kind, files, fonts)


def _say_name_clash(profile: Profile, findings: Findings) -> None:
    if not findings.has_errors:
        fact = f'profilens filnamn "{profile.file_name}" ger två handlingar samma namn'
        findings.add(finding("ARK109", fact, profile.file_name.origin))
