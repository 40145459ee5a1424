"""Make the Word templates of the folder ``eskilstuna`` anew: ``python templates/skapa_mallar.py``.

A template changed in Word is overwritten: this script is the start, the Word files are what the program reads.
"""

from __future__ import annotations

import sys
from pathlib import Path

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE), str(_HERE.parent)]

from mallbeslut import decision  # noqa: E402
from mallpaket import write_template  # noqa: E402
from mallrapport import report  # noqa: E402
from typografi import DECISION, REPORT  # noqa: E402


def main() -> None:
    """Write both templates."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _HERE / "eskilstuna"
    (folder / "beslut.docx").write_bytes(write_template(*decision(DECISION), "Mall för beslut", DECISION))
    (folder / "delarsrapport.docx").write_bytes(write_template(*report(REPORT), "Mall för delårsrapport", REPORT))


if __name__ == "__main__":
    main()
