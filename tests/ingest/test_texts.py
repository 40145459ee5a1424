"""Files of prose: references, slices, what nobody refers to, and paths."""

from __future__ import annotations

import unicodedata

import pytest

from pipeline.ingest.prose.walk import text_of
from pipeline.model.prose import Heading, ItemList, Paragraph, Prose, ProseTable
from pipeline.model.report import TextPart
from tests.ingest.cases import CaseFolder

FILE = "# Titel\n\n## Ett\n\nUnder ett.\n\n### Djup\n\nUnder djup.\n\n## Två\n\nUnder två.\n"


def prose(case: CaseFolder) -> Prose:
    part = case.case().report.sections[0].parts[0]
    assert isinstance(part, TextPart)
    return part.prose


def shown(prose: Prose) -> list[str]:
    made = []
    for block in prose.blocks:
        assert isinstance(block, Heading | Paragraph)
        made.append(f"{'#' * block.level if isinstance(block, Heading) else ''}{text_of(block.content)}")
    return made


def refer(case: CaseFolder, *references: str) -> None:
    lines = "".join(f"      - text: {reference}\n" for reference in references)
    case.sections(f"  - rubrik: S\n    delar:\n{lines}      - tabell: resultat\n")


def test_a_whole_file_begins_on_the_first_level_below_the_section(case: CaseFolder) -> None:
    case.text("## Ett\n\na\n\n#### Tre\n\nb\n")
    assert shown(prose(case)) == ["#Ett", "a", "###Tre", "b"]


def test_a_slice_is_what_stands_below_its_heading(case: CaseFolder) -> None:
    case.text(FILE)
    refer(case, "texter/sammanfattning.md#Ett", "texter/sammanfattning.md#Två")
    assert shown(prose(case)) == ["Under ett.", "#Djup", "Under djup."]


def test_a_heading_that_no_reference_reaches_is_a_warning(case: CaseFolder) -> None:
    case.text(FILE)
    refer(case, "texter/sammanfattning.md#Ett")
    finding = case.only("ING403")
    assert '"Två"' in finding.message
    assert str(finding.origins[0]) == "texter/sammanfattning.md:11:1"


def test_text_before_the_first_heading_that_no_reference_reaches_is_a_warning(case: CaseFolder) -> None:
    case.text("Först.\n\n# Ett\n\nSedan.\n")
    refer(case, "texter/sammanfattning.md#Ett")
    assert "före den första rubriken" in case.only("ING403").message


def test_a_part_of_a_slice_does_not_leave_the_rest_unsaid(case: CaseFolder) -> None:
    case.text(FILE)
    refer(case, "texter/sammanfattning.md#Djup", "texter/sammanfattning.md#Två")
    assert '"Ett"' in case.only("ING403").message


def test_an_unknown_heading_gets_a_suggestion(case: CaseFolder) -> None:
    case.text(FILE)
    refer(case, "texter/sammanfattning.md", "texter/sammanfattning.md#Etta")
    assert case.only("ING401").help == 'menade du "Ett"?'


def test_a_heading_that_stands_twice_is_ambiguous(case: CaseFolder) -> None:
    case.text("# A\n\nx\n\n# A\n\ny\n")
    refer(case, "texter/sammanfattning.md", "texter/sammanfattning.md#A")
    assert len(case.only("ING402").origins) == 3


def test_a_file_that_no_reference_reaches_is_a_warning(case: CaseFolder) -> None:
    case.write("texter/kultur.md", "Bortglömd.")
    case.write("texter/~$kultur.docx", b"")
    case.write("texter/~WRL0001.tmp", b"")
    case.write("texter/.DS_Store", b"")
    assert '"texter/kultur.md"' in case.only("ING108").message


def test_a_file_that_is_like_nothing_there_is_no_suggestion(case: CaseFolder) -> None:
    refer(case, "texter/sammanfattning.md", "texter/lss.md")
    assert "menade du" not in case.only("ING101").help


def test_a_missing_file_gets_a_suggestion(case: CaseFolder) -> None:
    refer(case, "texter/sammanfattning.md", "texter/samanfattning.md")
    assert case.only("ING101").help == 'menade du "texter/sammanfattning.md"?'


@pytest.mark.parametrize("path", ["../templates/storstad/profil.yaml", "/etc/passwd", "texter/../../x.md", "C:\\x.md"])
def test_a_path_out_of_the_folder_is_an_error(case: CaseFolder, path: str) -> None:
    refer(case, "texter/sammanfattning.md", path)
    assert path in case.only("ING106").message


def test_a_link_that_leaves_the_folder_is_an_error(case: CaseFolder) -> None:
    outside = case.folder.parent / "hemligt.md"
    outside.write_text("Hemligt")
    (case.folder / "lank.md").symlink_to(outside)
    refer(case, "texter/sammanfattning.md", "lank.md")
    assert "länk" in case.only("ING106").message


def test_a_file_that_is_meant_is_not_also_told_as_one_that_nobody_reaches(case: CaseFolder) -> None:
    (case.folder / "texter/sammanfattning.md").rename(case.folder / "texter/Sammanfattning.md")
    case.only("ING101")
    case.replace("rapport.yaml", "texter/sammanfattning.md", "texter\\Sammanfattning.md")
    case.only("ING106")


def test_a_file_of_another_kind_is_an_error(case: CaseFolder) -> None:
    case.write("texter/x.pdf", b"%PDF")
    refer(case, "texter/sammanfattning.md", "texter/x.pdf")
    assert "varken Markdown" in case.only("ING107").message


@pytest.mark.parametrize("name", ["x.pdf", "x.doc", "x.rtf", "x"])
def test_what_kinds_a_text_may_be_is_said_in_full(case: CaseFolder, name: str) -> None:
    case.write(f"texter/{name}", b"x")
    refer(case, "texter/sammanfattning.md", f"texter/{name}")
    finding = case.only("ING107")
    assert all(suffix in finding.message and suffix in finding.help for suffix in (".md", ".txt", ".docx"))


def test_plain_text_is_read_as_paragraphs_with_breaks_inside_them_as_spaces(case: CaseFolder) -> None:
    content = "Första stycket är bru-\r\ntet\r\npå tre rader, {summa} mnkr.\r\n\r\nAndra stycket.\r\n"
    case.text(content, "sammanfattning.TXT")
    first, second = prose(case).blocks
    assert isinstance(first, Paragraph)
    assert text_of(first.content).startswith("Första stycket är bru- tet på tre rader, ")
    assert str(second.origin) == "texter/sammanfattning.TXT:5:1"


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "•\t", "· ", "▪ "])
def test_items_typed_in_plain_text_are_a_list(case: CaseFolder, mark: str) -> None:
    case.text(f"Vi har:\n{mark}ett\n{mark}två\n  {mark}inre\n", "sammanfattning.txt")
    before, items = prose(case).blocks
    assert isinstance(before, Paragraph)
    assert isinstance(items, ItemList)
    assert [len(item) for item in items.items] == [1, 2]
    assert isinstance(items.items[1][1], ItemList)


def test_lines_too_long_to_be_broken_by_hand_are_paragraphs_of_their_own(case: CaseFolder) -> None:
    long = "Nämnden har under perioden " + "arbetat med frågan " * 9 + "hela tiden."
    case.text(
        f"{long}\r\nKort stycke.\r\n•\tett\r\n•\ttvå\r\n{long}\r\n\r\nBrutet\r\nstycke.\r\n", "sammanfattning.txt"
    )
    first, short, items, last, broken = prose(case).blocks
    assert [type(block) for block in (first, short, items, last)] == [Paragraph, Paragraph, ItemList, Paragraph]
    assert [str(block.origin).rpartition("txt:")[2] for block in (short, items, last, broken)] == [
        "2:1", "3:1", "5:1", "7:1"
    ]  # fmt: skip
    assert isinstance(broken, Paragraph)
    assert text_of(broken.content) == "Brutet stycke."


def test_a_bullet_in_the_middle_of_a_line_of_plain_text_stays(case: CaseFolder) -> None:
    case.text("Bibliotek • badhus\n • museum", "sammanfattning.txt")
    first, items = prose(case).blocks
    assert isinstance(first, Paragraph)
    assert text_of(first.content) == "Bibliotek • badhus"
    assert isinstance(items, ItemList)


def test_a_table_and_an_underlined_heading_of_a_plain_text_stay_what_they_are(case: CaseFolder) -> None:
    wide = " | ".join(["kolumn med många ord"] * 9)
    long = "ord " * 50
    case.text(f"Rubrik\n======\n{long}slut.\n\n| {wide} |\n|{'---|' * 9}\n| {wide} |\n", "sammanfattning.txt")
    assert [type(block) for block in prose(case).blocks] == [Heading, Paragraph, ProseTable]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_plain_text_in_another_encoding_is_refused_as_markdown_is(case: CaseFolder, encoding: str) -> None:
    case.text("Kostnad för vård".encode(encoding), "sammanfattning.txt")
    case.only("ING103")


@pytest.mark.parametrize(("used", "other"), [(".md", ".txt"), (".txt", ".md"), (".txt", ".docx")])
def test_a_second_file_of_one_name_and_another_kind_is_told(case: CaseFolder, used: str, other: str) -> None:
    case.write("texter/kultur.md", "Ett.")
    (case.folder / "texter/kultur.md").rename(case.folder / f"texter/kultur{used}")
    case.write(f"texter/kultur{other}", "Två.")
    refer(case, "texter/sammanfattning.md", f"texter/kultur{used}")
    assert f'"texter/kultur{other}"' in case.only("ING108").message


def test_a_workbook_of_another_kind_is_an_error(case: CaseFolder) -> None:
    case.write("ekonomi.ods", b"PK")
    case.replace("rapport.yaml", "    enhet: mnkr\n", "    arbetsbok: ekonomi.ods\n    summarader: []\n")
    codes = case.codes()
    assert "ING107" in codes


def test_an_empty_file_is_a_warning(case: CaseFolder) -> None:
    case.text("\n")
    case.only("ING404")


def test_a_name_stored_with_decomposed_letters_is_found(case: CaseFolder) -> None:
    case.text("Text.")
    stored = unicodedata.normalize("NFD", "texter/näring.md")
    (case.folder / "texter/sammanfattning.md").rename(case.folder / stored)
    refer(case, "texter/näring.md")
    assert shown(prose(case)) == ["Text."]


def test_a_file_that_is_too_large_is_refused(case: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.ingest.folder.MAX_FILE_BYTES", 10)
    assert set(case.codes()) == {"ING105"}


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ("**1.1 Åtgärder**\n\nVi gör mer.\n\n**Läget**\n\nDet är bra.\n", "ING418", '"1.1 Åtgärder", "Läget"'),
        ("Vi gör mer:\n\n• Egna jourhem\n", "ING419", '"• Egna jourhem"'),
        ("| A | B |\n| 1 | 2 |\n", "ING420", '"| A | B | | 1 | 2 |"'),
        ("a) Egna jourhem\n\nb) Anhörigstöd\n", "ING419", '"a) Egna jourhem", "b) Anhörigstöd"'),
        ("Vi gör\\\n– mer\\\n– annat\n", "ING419", '"– mer", "– annat"'),
    ],
)
def test_what_only_looks_like_headings_or_items_is_told_once_with_every_place(
    case: CaseFolder, content: str, code: str, said: str
) -> None:
    case.text(content)
    assert said in case.only(code).message


@pytest.mark.parametrize(
    "content",
    [
        "**Vi gör mer än förut.**\n\nDet är bra.\n",
        "**Tabell 1. Antal**\n\nDet är bra.\n",
        "**Antal**\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
        "Vi gör **mer**\n\nDet är bra.\n",
        "– Det är bra, säger rektorn.\n\nDet är det.\n",
        "- Egna jourhem\n- Anhörigstöd\n",
    ],
)
def test_a_strong_sentence_a_caption_a_quotation_and_a_list_are_what_they_are(case: CaseFolder, content: str) -> None:
    case.text(content)
    assert case.codes() == []
