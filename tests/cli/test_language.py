"""The command line speaks Swedish: click's own words, and the spelling of commands and flags."""

from __future__ import annotations

import gettext
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from pipeline.cli.language import CATALOGUE, DOMAIN, plain
from tests.cli.running import ROOT, kansli, own_process

FOLDER = CATALOGUE / "sv" / "LC_MESSAGES"
COMMANDS = (
    *("bygg", "granska", "rendera", "ny", "förklara", "spåra"),
    *("verifiera", "fastställ", "stämpla", "jämför", "mall", "version"),
)


def catalogue() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the messages that people read and write: one form, or one for each number."""
    with (FOLDER / f"{DOMAIN}.po").open("rb") as file:
        return {forms(message.id): forms(message.string) for message in read_po(file) if message.id}


def forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def fields(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", text))


def test_every_message_that_click_holds_has_its_swedish() -> None:
    held = [forms(message) for _, _, message, _, _ in extract_from_dir(Path(click.__file__).parent)]
    assert len(held) > 50
    assert [message for message in held if not all(catalogue().get(message, ("",)))] == []


def test_the_compiled_catalogue_is_the_one_that_is_read_by_people() -> None:
    compiled = gettext.translation(DOMAIN, str(CATALOGUE), ["sv"])
    for message, swedish in catalogue().items():
        if len(message) == 1:
            assert (compiled.gettext(message[0]),) == swedish
        else:
            assert tuple(compiled.ngettext(message[0], message[1], number) for number in (1, 2)) == swedish


def test_a_translation_has_no_field_that_its_message_lacks() -> None:
    for message, swedish in catalogue().items():
        assert fields("".join(swedish)) <= fields("".join(message))


@pytest.mark.parametrize("flag", ["--hjälp", "--help", "--hjalp"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=str)
def test_help_is_swedish_for_every_command(capfd: pytest.CaptureFixture[str], command: list[str], flag: str) -> None:
    ran = kansli(capfd, *command, flag)
    assert ran.code == 0
    assert ran.out.startswith("Användning: kansli")
    for english in (
        "Usage",
        "Options",
        "Commands",
        "Arguments",
        "OPTIONS",
        "ARGS",
        "Show this",
        "default:",
        "required",
    ):
        assert english not in ran.out
    if not command:
        listed = [line.split()[0] for line in ran.out.split("Kommandon:\n")[1].splitlines()]
        assert tuple(listed) == COMMANDS


@pytest.mark.parametrize("name", [*COMMANDS, "forklara", "spara", "FÖRKLARA"])
def test_a_command_answers_to_its_plain_spelling(capfd: pytest.CaptureFixture[str], name: str) -> None:
    ran = kansli(capfd, name, "--hjälp")
    assert ran.code == 0
    assert plain(ran.out.split()[2]).lower() == plain(name.lower())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["byg"], "kommandot 'byg' finns inte – menade du 'bygg'?"),
        (["forklra", "X"], "– menade du 'förklara'?"),
        (["qwerty"], "kommandot 'qwerty' finns inte"),
        (["bygg"], "det saknas ett argument: 'FALL'."),
        (["bygg", "x", "--formt", "json"], "flaggan '--formt' finns inte – menade du '--format'?"),
        (["bygg", "x", "--format", "xml"], "'xml' är inte någon av 'text', 'kort', 'json'"),
        (["bygg", "x", "--format"], "flaggan '--format' behöver ett värde"),
        (["bygg", "x", "y"], "ett argument för mycket: y (ett namn med mellanslag skrivs inom citattecken)"),
        (["bygg", "KS", "2025", "x"], "flera argument för mycket: 2025 x (ett namn med mellanslag skrivs"),
        (["--version"], "flaggan '--version' finns inte"),
        (["version", "--hjälp=1"], "tar inget värde"),
    ],
)
def test_a_mistake_in_the_call_is_told_in_swedish_with_code_2(
    capfd: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    ran = kansli(capfd, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    for english in ("Error", "Usage", "No such", "Did you", "Missing", "Try "):
        assert english not in ran.err


@pytest.mark.parametrize("language", ["C", "en_US.UTF-8", "de_DE.UTF-8"])
def test_the_language_of_the_machine_changes_nothing(language: str) -> None:
    ran = own_process("byg", LANG=language, LC_ALL=language, LANGUAGE="de")
    assert "menade du 'bygg'?" in ran.err


def test_help_loads_no_stage_and_no_library_but_the_command_lines_own() -> None:
    told = "import sys; from pipeline.cli.main import main; main(['--hjälp']); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    loaded = set(run.stdout.split())
    assert "click" in loaded
    stages = {f"pipeline.{name}" for name in ("ingest", "validate", "compose", "render", "archive", "web", "build")}
    assert not loaded & {*stages, "lxml", "yaml", "docxtpl", "jinja2", "uharfbuzz", "pikepdf", "PIL", "markdown_it"}
