"""A small case with results of an earlier build, and what must hold of them after whatever happens to the next one."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.cli.main import main
from pipeline.findings.finding import Severity
from pipeline.verify import verify_folder
from tests.cli.running import TEMPLATES, small_case

NAME = "KSKF-2024-1"
TEXTS = ("Nu står här {exempelsumma} och {exempelandel}.\n", "Nu står här något annat: {exempelsumma}.\n")
OWN = {"anteckning.txt": b"min egen", "bilder/foto.txt": b"ett foto"}


@dataclass
class World:
    """A folder with a case; ``whole`` are the two states that its results may be in, by the text of the case.

    Each of them holds what a person has put in the folder, too.
    """

    folder: Path
    text: int = 0
    whole: list[dict[str, bytes]] = field(default_factory=list)

    @classmethod
    def made(cls, folder: Path) -> World:
        """Return a world with a case that is built with both of its texts, last with the first."""
        world = cls(folder)
        small_case(folder)
        for text in (1, 0):
            world.write(text)
            world.build()
            world.put_own()
            world.whole.insert(0, tree(world.results))
        return world

    @property
    def case(self) -> Path:
        """Return the folder of the case."""
        return self.folder / "inputs" / "prov"

    @property
    def outputs(self) -> Path:
        """Return the folder of all results."""
        return self.folder / "outputs"

    @property
    def results(self) -> Path:
        """Return the folder of the case's results."""
        return self.outputs / NAME

    def write(self, text: int) -> None:
        """Give the case one of its texts."""
        self.text = text
        (self.case / "texter" / "forsta-avsnittet.md").write_text(TEXTS[text], "utf-8")

    def turn(self) -> None:
        """Give the case its other text, so that a build makes other files."""
        self.write(1 - self.text)

    def put_own(self) -> None:
        """Put in the results what a person may put there."""
        for name, data in OWN.items():
            (self.results / name).parent.mkdir(exist_ok=True)
            (self.results / name).write_bytes(data)

    def run(self, *arguments: str) -> int:
        """Run a command on the case in this process and return its exit code."""
        here = Path.cwd()
        os.chdir(self.folder)
        try:
            return main([*arguments, "--mallar", str(TEMPLATES)])
        finally:
            os.chdir(here)

    def build(self) -> None:
        """Build the case, which succeeds."""
        assert self.run("bygg", "prov") == 0

    def faults(self, *, done: bool | None = None) -> list[str]:
        """Return what is wrong with the results: they are whole, the earlier ones or, where ``done``, the new ones."""
        there = tree(self.results)
        states = [self.whole[self.text]] * (done is not False) + [self.whole[1 - self.text]] * (done is not True)
        wrong = [] if there in states else [f"not whole: {differing(there, states)}"]
        return wrong + [str(each) for each in verify_folder(self.results) if each.severity is Severity.ERROR]

    def faults_after_the_next_run(self) -> list[str]:
        """Return what is wrong when the case is built again, with all well: it is done, and nothing is left over."""
        code = self.run("bygg", "prov")
        wrong = [] if code == 0 else [f"the next run ends with {code}"]
        return wrong + self.faults(done=True) + [f"left over: {name}" for name in self.leavings()]

    def leavings(self) -> list[str]:
        """Return the hidden files beside the results, without the lock, which stays."""
        return sorted(path.name for path in self.outputs.iterdir() if path.name[0] == "." and path.suffix != ".lock")


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too, with its contents."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def differing(there: dict[str, bytes], states: list[dict[str, bytes]]) -> list[str]:
    """Return the names in which a tree differs from the nearest of the states."""
    return min(
        ([name for name in sorted({*there, *state}) if there.get(name) != state.get(name)] for state in states),
        key=len,
    )
