"""docs/mallar.md tells every tag that a template may ask for, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.compose.case_context import case_context
from pipeline.compose.draft import open_draft
from pipeline.compose.post import Post
from pipeline.compose.report_context import report_context
from pipeline.compose.setting import make_setting
from pipeline.findings.catalogue import ENTRIES
from pipeline.findings.finding import Findings
from tests.compose import sample

MANUAL = (Path(__file__).parents[2] / "docs" / "mallar.md").read_text(encoding="utf-8")


def posts(value: object) -> list[Post]:
    """Return every post in a context, those in posts included."""
    if isinstance(value, Post):
        return [value, *(one for name in value.field_names for one in posts(getattr(value, name)))]
    if isinstance(value, dict | tuple | list):
        content = value.values() if isinstance(value, dict) else value
        return [one for item in content for one in posts(item)]
    return []


def fields() -> set[str]:
    template = sample.profile().folder / "delarsrapport.docx"
    draft = open_draft(template.read_bytes(), "mall")
    setting = make_setting(sample.case(), sample.profile(), draft, "mall", Findings())
    context = {**case_context(setting), **report_context(setting)}
    return {name for post in posts(context) if post.post_name != "ord" for name in post.field_names}


def test_every_field_of_the_context_is_in_the_manual() -> None:
    words = set(re.findall(r"`(?:\w+\.)*(\w+)`", MANUAL)) | set(re.findall(r"`\w+\.(\w+)", MANUAL))
    assert fields() - words == set()


def test_every_field_of_the_case_in_the_manual_is_in_the_context() -> None:
    told = set(re.findall(r"`(?:ärende|rapport|kommun|del|nivå)\.(\w+)`", MANUAL))
    assert told - fields() == set()


def test_every_finding_of_the_stage_is_raised_by_a_test() -> None:
    folders = (Path(__file__).parent, Path(__file__).parents[1] / "rehearsal")
    tests = "".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("test_*.py"))
    codes = {code for code in ENTRIES if code.startswith("KOM")}
    assert codes == {code for code in codes if f'"{code}"' in tests}
