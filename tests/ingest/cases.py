"""A small valid case and profile, which each test breaks in one way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.findings.finding import Checked, Finding
from pipeline.ingest import ingest
from pipeline.ingest.reporting import Reporter
from pipeline.model.case import Case
from pipeline.model.profile import Profile
from tests.ingest.workbooks import simple_workbook

PROFILE = """\
kommun: Storstads kommun
språk: sv-SE
diarienummer: '[A-Z]+/\\d{4}:\\d+'
mallar: {beslut: beslut.docx, rapport: rapport.docx}
filnamn: '{diarienummer} {dokument}'
ordlistor:
  bedömning:
    rubrik: Områden
    kolumn: Bedömning
    förklaring: Bedömningen är en bedömning.
    nivåer:
      uppnår: {kort: Uppnår, betydelse: Uppnår målen., symbol: symboler/ja.svg}
      ej: {kort: Ej, betydelse: Uppnår inte målen.}
  trend:
    rubrik: Trend
    kolumn: Trend
    förklaring: Trenden visar förändring.
    nivåer: {bättre: {kort: Bättre, betydelse: Bättre än förra året}}
  status:
    rubrik: Åtaganden
    kolumn: Status
    förklaring: Status vid årets slut.
    nivåer: {klart: {kort: Klart, betydelse: Avslutat}}
  färdiggrad:
    rubrik: Färdiggrad
    kolumn: Färdiggrad
    förklaring: Hur långt arbetet kommit.
    nivåer: {"100": {kort: 100 %, betydelse: 100 %}}
avsnittsslag:
  avsnitt: {rubrik: '{namn}'}
  område: {rubrik: 'Område {namn}', stil: Område, kolumn: Område}
färdiggrad: {fyllning: '#1f6f54', spår: '#d9d9d9'}
stilar:
  stycke: Body Text
  punkt: List Bullet
  nummer: List Number
  tabell: Table Grid
  tabellhuvud: Tabellhuvud
  tabelltext: Tabelltext
  tabelltal: Tabelltal
  rubrik: Heading
  länk: Hyperlink
  stark: Strong
  betoning: Emphasis
ord: {mål: Mål, åtaganden: Åtaganden, indikatorer: Indikatorer}
krav på rubriker: [Ärendebeskrivning]
"""
CASE = """\
diarienummer: KS/2023:288
mall: storstad
nämnd: Kommunstyrelsen
förvaltning: Kansliet
titel: Delårsrapport
datum: 2023-10-10
förslag till beslut:
  - Rapporten godkänns.
avsnitt:
  - rubrik: Ärendebeskrivning
    text: texter/arende.md
undertecknare:
  - {namn: Karin Ek, titel: Direktör}
bilaga: {nummer: 1, titel: Delårsrapport}
"""
REPORT = """\
titel: Delårsrapport
nämnd: Kommunstyrelsen
period: {från: 2023-01-01, till: 2023-08-31, namn: januari–augusti 2023}
tabeller:
  resultat:
    blad: Resultat
    enhet: mnkr
    summarader: [Summa]
avsnitt:
  - rubrik: Sammanfattning
    delar:
      - text: texter/sammanfattning.md
      - tabell: resultat
"""
FIGURES = """\
nyckeltal:
  summa: {tabell: resultat, rad: Summa, kolumn: Utfall}
"""


@dataclass
class CaseFolder:
    """A case on disk."""

    folder: Path
    templates: Path

    def write(self, name: str, content: str | bytes) -> None:
        """Put a file in the case folder."""
        put(self.folder / name, content)

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a text file of the case."""
        swap(self.folder / name, old, new)

    def in_profile(self, old: str, new: str) -> None:
        """Change the profile."""
        swap(self.templates / "storstad/profil.yaml", old, new)

    def sections(self, yaml: str) -> None:
        """Give the report other sections."""
        head = REPORT[: REPORT.index("avsnitt:")]
        self.write("rapport.yaml", f"{head}avsnitt:\n{yaml}")

    def text(self, content: str | bytes, name: str = "sammanfattning.md") -> None:
        """Give the report's first text, under a name, and have the report point at it."""
        self.write(f"texter/{name}", content)
        if name != "sammanfattning.md":
            (self.folder / "texter/sammanfattning.md").unlink()
            self.replace("rapport.yaml", "texter/sammanfattning.md", f"texter/{name}")

    def run(self) -> Checked[tuple[Case, Profile]]:
        """Read the case."""
        return ingest(self.folder, self.templates)

    def case(self) -> Case:
        """Return the case, which must be read without any finding."""
        checked = self.run()
        assert [f"{f.code} {f.message}" for f in checked.findings] == []
        assert checked.value is not None
        return checked.value[0]

    def codes(self) -> list[str]:
        """Return the codes of all findings."""
        return [f.code for f in self.run().findings]

    def only(self, code: str) -> Finding:
        """Return the one finding there is, which has this code."""
        return single(self.run().findings, code)


def put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def swap(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def make_case(root: Path) -> CaseFolder:
    """Return a valid case."""
    case = CaseFolder(root / "arende", root / "templates")
    profile = case.templates / "storstad"
    put(profile / "profil.yaml", PROFILE)
    put(profile / "symboler/ja.svg", "<svg/>")
    for template in ("beslut.docx", "rapport.docx"):
        put(profile / template, b"PK")
    case.write("arende.yaml", CASE)
    case.write("rapport.yaml", REPORT)
    case.write("nyckeltal.yaml", FIGURES)
    case.write("ekonomi.xlsx", simple_workbook())
    case.write("texter/arende.md", "Ärendet gäller {summa} mnkr.\n")
    case.write("texter/sammanfattning.md", "Utfallet är {summa:+} mnkr.\n")
    return case


def single(findings: Reporter | tuple[Finding, ...], code: str) -> Finding:
    """Return the one finding there is, which has this code and says what the catalogue's findings must say."""
    found = list(findings.findings if isinstance(findings, Reporter) else findings)
    assert [f"{f.code} {f.message}"[:6] for f in found] == [code], [f"{f.code} {f.message}" for f in found]
    finding = found[0]
    assert finding.origins
    assert finding.help
    assert not finding.message.endswith(".")
    assert not (finding.message[0].isupper() and finding.message[1].islower())
    return finding
