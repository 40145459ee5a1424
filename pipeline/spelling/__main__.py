"""Makes the data anew of the dictionary that comes with spylls: ``python -m pipeline.spelling``."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from pipeline.spelling.dictionary import DATA, packed
from pipeline.spelling.forms import forms_of


def source() -> tuple[str, str]:
    """Return the texts of the affix file and the word list of the Swedish dictionary that spylls has along."""
    spec = find_spec("spylls")
    folder = Path(spec.origin or "").parent / "hunspell" / "data" / "sv" if spec else Path()
    return (folder / "sv_SE.aff").read_text(encoding="utf-8"), (folder / "sv_SE.dic").read_text(encoding="utf-8")


if __name__ == "__main__":
    packed(forms_of(*source()).items()).save(str(DATA / "sv.marisa"))
