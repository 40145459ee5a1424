"""The commands on cases that are right."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from pipeline.cli import places, starter
from pipeline.findings.catalogue import ENTRIES
from pipeline.ooxml.package import OLE_MAGIC
from pipeline.validate.rules.left_examples import NAMES
from tests.cli.running import EXAMPLE, FILES_OF_A_BUILD, ROOT, TEMPLATES, kansli, own_process, small_case, tree
from tests.render.docx import Docx, paragraph

NEW_CASE = Path(places.__file__).parent / "newcase"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_case_builds_at_once_without_a_finding_that_is_wrong(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    case = small_case(here)
    ran = kansli(capfd, "bygg", case)
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    files = [Path(line) for line in lines[1:]]
    assert len(files) == FILES_OF_A_BUILD
    assert {".docx", ".pdf", ".html", ".json"} <= {file.suffix for file in files}
    assert all(file.parent == Path("outputs/KSKF-2024-1") and file.name.isascii() for file in files)
    assert all(file.stat().st_size > 1000 for file in files)
    # The number of the case is of another year than the period, which is that of today, and nothing is filled in.
    assert not re.search(r"^(fel|varning)\[(?!VAL500|VAL408)", ran.err, re.MULTILINE)
    assert ran.err.splitlines()[-1].endswith(f"{FILES_OF_A_BUILD} filer i outputs/KSKF-2024-1")


@pytest.mark.parametrize("kept", [None, ("trend",), ("status",), ("bedömning", "färdiggrad")])
def test_what_stands_commented_out_in_a_new_case_is_right_when_it_is_used(
    here: Path, capfd: pytest.CaptureFixture[str], kept: tuple[str, ...] | None
) -> None:
    case = here / "inputs" / "prov"
    profile = Path(shutil.copytree(TEMPLATES / "eskilstuna", here / "templates" / "eskilstuna")) / "profil.yaml"
    if kept is not None:
        read = yaml.safe_load(profile.read_text(encoding="utf-8"))
        read["ordlistor"] = {name: words for name, words in read["ordlistor"].items() if name in kept}
        profile.write_text(yaml.safe_dump(read, allow_unicode=True), encoding="utf-8")
    assert kansli(capfd, "ny", case, "--diarienummer", "KSKF/2024:1", "--titel", "Prov").code == 0
    for name, mark, instead in (("arende.yaml", "^# ", ""), ("rapport.yaml", "^#(?= )", " ")):
        file = case / name
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(f"{mark}(?!.*docs/)", instead, text, flags=re.MULTILINE), encoding="utf-8")
    assert "\n      - mål:" in (case / "rapport.yaml").read_text(encoding="utf-8")
    ran = kansli(capfd, "granska", case)
    assert "godkänt" in ran.err, ran.err


def test_what_a_new_case_has_for_an_example_is_told_until_it_is_written_over(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    case = small_case(here)
    capfd.readouterr()
    ran = kansli(capfd, "granska", case, "--mallar", TEMPLATES, "--format", "json")
    (told,) = [each for each in json.loads(ran.out)["fynd"] if each["kod"] == "VAL408"]
    assert told["fakta"].startswith('exempel från kansli ny står kvar: "Nämndens namn", "Förvaltningens namn", ')
    assert told["fakta"].endswith(" och 5 till")
    assert [Path(place["fil"]).name for place in told["platser"]].count("arende.yaml") == 4
    sources = [*NEW_CASE.glob("*.yaml"), Path(starter.__file__)]
    written = "".join(path.read_text("utf-8") for path in sources)
    assert [name for name in NAMES if name not in written] == []


def test_the_command_that_a_new_case_is_told_with_can_be_typed_in_a_path_with_spaces(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    case = here / "Mina ärenden" / "KS 17"
    ran = kansli(capfd, "ny", case, "--diarienummer", "KSKF/2024:1", "--titel", "Övrigt", "--mallar", TEMPLATES)
    assert f'kansli bygg "{case}"' in ran.err


def test_a_new_case_without_a_terminal_is_told_which_templates_there_are(here: Path) -> None:
    for name in ("norrvik", "granvik"):
        shutil.copytree(TEMPLATES / "eskilstuna", here / "templates" / name)
    ran = own_process("ny", here / "inputs" / "nytt", "--titel", "X", cwd=here)
    assert ran.code == 2
    assert "'--mall' med ett av namnen granvik, norrvik" in ran.err


def test_a_new_case_never_touches_a_folder_that_exists(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = small_case(here)
    before = tree(case)
    ran = kansli(capfd, "ny", case, "--diarienummer", "KSKF/2024:2", "--titel", "Annat", "--mallar", TEMPLATES)
    assert ran.code == 6
    assert "SYS105" in ran.err
    assert tree(case) == before


def test_a_new_case_asks_nobody_when_there_is_no_terminal(here: Path) -> None:
    ran = own_process("ny", here / "nytt", "--titel", "X", cwd=here)
    assert ran.code == 2
    assert "det saknas en flagga: '--diarienummer'" in ran.err
    assert not (here / "nytt").exists()


def test_a_new_case_asks_a_person_for_what_was_not_said(
    here: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = io.StringIO("KSKF/2024:9\nEn titel\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    assert kansli(capfd, "ny", here / "nytt", "--mallar", TEMPLATES).code == 0
    made = yaml.safe_load((here / "nytt" / "arende.yaml").read_text(encoding="utf-8"))
    assert (made["diarienummer"], made["titel"]) == ("KSKF/2024:9", "En titel")


@pytest.mark.parametrize(
    ("flag", "value", "words"),
    [("--diarienummer", "KSKF 2024-1", "passar inte profilens mönster"), ("--mall", "x", 'ingen mall "x"; finns: esk')],
)
def test_a_new_case_is_refused_what_would_not_build(
    here: Path, capfd: pytest.CaptureFixture[str], flag: str, value: str, words: str
) -> None:
    ran = kansli(capfd, "ny", here / "nytt", "--diarienummer", "KSKF/2024:1", "--titel", "X", flag, value)
    assert ran.code == 2
    assert words in ran.err
    assert not (here / "nytt").exists()


def test_any_title_comes_through_a_new_case_as_it_was_written(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    title = 'Ja: "nej" # \\ {x} – 22:30'
    ran = kansli(capfd, "ny", here / "n", "--diarienummer", "KSKF/2024:1", "--titel", title, "--mallar", TEMPLATES)
    assert ran.code == 0
    assert yaml.safe_load((here / "n" / "arende.yaml").read_text(encoding="utf-8"))["titel"] == title


def test_checking_writes_nothing(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = small_case(here)
    before = tree(here)
    assert kansli(capfd, "granska", case).code == 0
    assert tree(here) == before


@pytest.mark.parametrize("name", ["kskf-2023-288", "KSKF/2023:288", "inputs/kskf-2023-288", "./inputs/kskf-2023-288/"])
def test_a_case_goes_by_its_path_its_name_or_its_number(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(ROOT)
    assert places.case_folder(name).resolve() == EXAMPLE


def test_the_templates_are_those_beside_the_case_before_those_here(here: Path) -> None:
    (here / "a" / "inputs" / "x").mkdir(parents=True)
    assert places.templates_folder(None, here / "a" / "inputs" / "x") == TEMPLATES
    (here / "templates").mkdir()
    assert places.templates_folder(None, here / "a" / "inputs" / "x") == Path("templates")
    (here / "a" / "templates").mkdir()
    assert places.templates_folder(None, here / "a" / "inputs" / "x") == here / "a" / "templates"


def test_two_builds_in_different_folders_write_the_same_bytes(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = small_case(here)
    for output in ("ett", "två/djupt"):
        assert kansli(capfd, "bygg", case, "--ut", here / output).code == 0
    assert tree(here / "ett") == tree(here / "två" / "djupt")


def test_a_word_file_that_was_built_renders_to_the_pdf_that_was_built(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    case = small_case(here)
    kansli(capfd, "bygg", case)
    (word,) = (here / "outputs" / "KSKF-2024-1").glob("*beslut*.docx")
    ran = kansli(capfd, "rendera", word, "--ut", here / "egen.pdf")
    assert (ran.code, ran.out) == (0, f"{here / 'egen.pdf'}\n")
    assert re.search(r"; \d+ sid(a|or)$", ran.err.splitlines()[-1])
    assert (here / "egen.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_the_pdf_lies_beside_the_word_file_unless_something_else_is_said(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    word = here / "beslut.docx"
    word.write_bytes((TEMPLATES / "eskilstuna" / "beslut.docx").read_bytes())
    assert kansli(capfd, "rendera", word).out == f"{here / 'beslut.pdf'}\n"


def test_changes_and_comments_are_shown_when_that_is_asked_for(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    word = here / "ändrad.docx"
    deleted = '<w:del w:author="Anna"><w:r><w:delText>bort</w:delText></w:r></w:del>'
    word.write_bytes(Docx(paragraph("kvar", deleted)).bytes())
    ran = kansli(capfd, "rendera", word)
    assert ran.code == 0
    assert "0 infogningar och 1 borttagning, som visas som godkända" in ran.err
    ran = kansli(capfd, "rendera", word, "--ändringar", "visa", "--kommentarer", "lista")
    assert "0 infogningar och 1 borttagning, som visas som de är märkta" in ran.err
    assert kansli(capfd, "rendera", word, "--ändringar", "kanske").code == 2


def test_a_web_page_is_made_beside_the_pdf_where_it_is_asked_for(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = small_case(here)
    kansli(capfd, "bygg", case)
    (word,) = (here / "outputs" / "KSKF-2024-1").glob("*beslut*.docx")
    for output, names in (("egen.pdf", ["egen.pdf", "egen.html"]), ("sida.html", ["sida.pdf", "sida.html"])):
        ran = kansli(capfd, "rendera", word, "--ut", here / output, "--webb")
        assert (ran.code, ran.out.splitlines()) == (0, [str(here / name) for name in names])
        assert (here / names[1]).read_bytes() == word.with_suffix(".html").read_bytes()


def test_neither_file_is_written_where_one_of_them_cannot_be(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pipeline.web.service.MAX_PAGE_BYTES", 100)
    word = here / "lång.docx"
    word.write_bytes(Docx(paragraph("text")).bytes())
    ran = kansli(capfd, "rendera", word, "--webb")
    assert (ran.code, ran.out) == (1, "")
    assert "fel[REN463]" in ran.err
    assert [path.name for path in here.iterdir()] == ["lång.docx"]


def test_json_is_one_object_on_stdout_with_verdict_findings_and_files(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    case = small_case(here)
    capfd.readouterr()
    ran = kansli(capfd, "bygg", case, "--format", "json")
    whole = json.loads(ran.out)
    assert whole["utfall"] == "godkänt"
    assert len(whole["filer"]) == FILES_OF_A_BUILD
    (case / "arende.yaml").unlink()
    ran = kansli(capfd, "granska", case, "--format", "json")
    whole = json.loads(ran.out)
    assert (ran.code, whole["utfall"]) == (1, "underkänt")
    assert {"kod", "allvar", "fakta", "hjälp", "platser", "utdrag", "visas i"} == set(whole["fynd"][0])


def test_findings_name_files_as_they_lie_from_here(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = small_case(here)
    arende = case / "arende.yaml"
    arende.write_text(arende.read_text(encoding="utf-8").replace("KSKF/2024:1", "KSKF 2024-1"), encoding="utf-8")
    ran = kansli(capfd, "granska", "prov")
    assert ran.code == 1
    assert "fel[ING136]" in ran.err
    assert "  --> inputs/prov/arende.yaml:2:" in ran.err
    assert "profil.yaml:" in ran.err
    assert ran.err.splitlines()[-1].startswith("underkänt: 1 fel")
    short = kansli(capfd, "granska", "prov", "--format", "kort")
    assert re.search(r"^inputs/prov/arende\.yaml:2:\d+: fel\[ING136\] ", short.err, re.MULTILINE)


def test_an_input_that_is_not_there_is_named_where_it_should_lie(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = small_case(here)
    (case / "rapport.yaml").unlink()
    assert "--> inputs/prov/rapport.yaml\n" in kansli(capfd, "granska", case).err


@pytest.mark.parametrize("command", [("bygg", "--ut"), ("granska", "--till")])
def test_results_are_never_put_in_the_folder_of_the_case(
    here: Path, capfd: pytest.CaptureFixture[str], command: tuple[str, str]
) -> None:
    case = small_case(here)
    before = tree(case)
    ran = kansli(capfd, command[0], case, command[1], case / "texter")
    assert ran.code == 6
    assert "fel[SYS115]" in ran.err
    assert tree(case) == before


def test_a_folder_of_cases_is_told_from_a_case(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    small_case(here)
    ran = kansli(capfd, "granska", "inputs")
    assert ran.code == 6
    assert 'menade du "inputs/prov"?' in ran.err


def test_a_fault_of_a_template_is_named_where_the_template_lies(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = small_case(here)
    templates = Path(shutil.copytree(TEMPLATES / "eskilstuna", here / "templates" / "eskilstuna")).parent
    (templates / "eskilstuna/beslut.docx").write_bytes(OLE_MAGIC + bytes(2000))
    ran = kansli(capfd, "bygg", case, "--mallar", templates)
    assert "  --> templates/eskilstuna/beslut.docx\n" in ran.err
    assert "gamla formatet .doc" in ran.err


def test_a_build_of_a_case_with_an_error_writes_nothing(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = small_case(here)
    (case / "texter" / "forsta-avsnittet.md").unlink()
    ran = kansli(capfd, "bygg", case)
    assert ran.code == 1
    assert ran.err.splitlines()[-1].endswith("inget skrevs")
    assert not (here / "outputs").exists()


@pytest.mark.parametrize("code", sorted(ENTRIES))
def test_every_code_is_explained(capfd: pytest.CaptureFixture[str], code: str) -> None:
    ran = kansli(capfd, "forklara", code.lower())
    assert ran.code == 0
    assert ran.out.startswith(f"{code} (")
    words = " ".join(ran.out.split())
    for part in (ENTRIES[code].what, ENTRIES[code].why, ENTRIES[code].action):
        assert " ".join(part.split()) in words


def test_without_a_code_all_codes_are_listed(capfd: pytest.CaptureFixture[str]) -> None:
    assert len(kansli(capfd, "förklara").out.splitlines()) == len(ENTRIES)


def test_a_code_that_does_not_exist_is_told_with_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "förklara", "VAL1O2")
    assert ran.code == 2
    assert "SYS106" in ran.err
    assert "menade du VAL102?" in ran.err


@pytest.mark.parametrize("number", ["540,3", "+540,3", "540.3", "540,30", " 540,3 "])
def test_a_number_is_followed_to_its_cell_and_every_sentence_that_quotes_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    monkeypatch.chdir(ROOT)
    ran = kansli(capfd, "spåra", "kskf-2023-288", number)
    assert ran.code == 0
    assert "beslut › Ärendebeskrivning: 540,3" in ran.out
    assert "inputs/kskf-2023-288/texter/arendebeskrivning.md:" in ran.out
    assert "inputs/kskf-2023-288/ekonomi.xlsx!Resultaträkning!G4" in ran.out
    assert "formel:     =SUM(G2:G3)" in ran.out


def test_a_number_that_nothing_prints_is_an_error(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    ran = kansli(capfd, "spara", "kskf-2023-288", "-540,3")
    assert ran.code == 1
    assert "SYS108" in ran.err


def test_what_is_no_number_is_refused_before_anything_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "spåra", "finns-inte", "femton")
    assert ran.code == 2
    assert "SYS107" in ran.err


def test_a_trace_as_json_has_its_places_in_parts(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    first, *_ = json.loads(kansli(capfd, "spåra", "kskf-2023-288", "540,3", "--format", "json").out)
    assert first["nyckeltal"] == "intakter_helar"
    assert first["ställe"] == ["beslut", "Ärendebeskrivning"]


def test_without_a_terminal_there_is_no_colour_and_no_rewritten_line(here: Path) -> None:
    case = small_case(here)
    ran = own_process("bygg", case, cwd=here, FORCE_COLOR="1")
    assert "\x1b" not in ran.out + ran.err
    assert "\r" not in ran.err
    assert ran.err.splitlines()[:2] == ["läser ärendet …", "kontrollerar ärendet …"]


def test_output_in_a_character_set_without_the_minus_sign_does_not_stop_the_run(here: Path) -> None:
    case = small_case(here)
    ran = own_process("spåra", case, "-1190,5", cwd=here, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert ran.code == 0


def test_a_reader_that_leaves_is_no_error(here: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "förklara"],
        stdout=write,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=here,
        check=False,
    )
    os.close(write)
    assert (run.returncode, run.stderr) == (141, b"")


def test_the_review_is_written_where_it_is_asked_for(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ran = kansli(capfd, "granska", EXAMPLE, "--mallar", TEMPLATES, "--till", tmp_path / "ny")
    assert ran.code == 0
    assert ran.out.splitlines() == [str(tmp_path / "ny" / name) for name in ("granskning.html", "granskning.json")]
    assert "2 filer i" in ran.err
