"""The whole build against the peers' way, cold: ``python -m benchmarks.bygg [inputs/FALL] [-n RUNS]``.

The peers' way is docxtpl over the same Word files, then LibreOffice's export to PDF/A-2b and PDF/UA, in one process
each, with a profile folder that is already warm. Both are whole processes; the runs take turns, so that a machine whose
speed drifts is fair to both. Printed are medians, the median of the pairwise ratios, and peak memory.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.processes import Run, kansli, timed

ROOT = Path(__file__).parent.parent
FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":2},'
    '"UseTaggedPDF":{"type":"boolean","value":true},"PDFUACompliance":{"type":"boolean","value":true}}'
)
DOCXTPL = """
import sys
from docxtpl import DocxTemplate
for name in sys.argv[2:]:
    template = DocxTemplate(name)
    template.render({}, autoescape=True)
    template.save(sys.argv[1] + "/" + name.rsplit("/", 1)[-1])
"""


def stages(case: Path) -> dict[str, float]:
    """Return the seconds of each stage in one fresh process, its imports included."""
    program = (
        "import sys, time\n"
        "start = last = time.perf_counter()\n"
        "from pathlib import Path\n"
        "from pipeline.build import Request, build\n"
        "steps = [('import', start)]\n"
        "build(Request(Path(sys.argv[1]), Path('templates'), Path(sys.argv[2])),\n"
        "      lambda step: steps.append((step.stage, time.perf_counter())))\n"
        "steps.append(('end', time.perf_counter()))\n"
        "spent = {}\n"
        "for (stage, begun), (_, ended) in zip(steps, steps[1:]):\n"
        "    spent[stage] = spent.get(stage, 0.0) + ended - begun\n"
        "print(*(f'{stage}={seconds:.3f}' for stage, seconds in spent.items()))\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        out = subprocess.run(
            [sys.executable, "-c", program, str(case), folder], capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout
    return {name: float(seconds) for name, seconds in (item.split("=") for item in out.split())}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", nargs="?", type=Path, default=ROOT / "inputs/kskf-2023-288")
    parser.add_argument("-n", "--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours = [*kansli(), "bygg", str(options.case), "--ut", f"{folder}/ours"]
        timed(ours)
        composed = sorted(str(path) for path in Path(folder, "ours").rglob("*.docx"))
        office = shutil.which("soffice")
        fill = [sys.executable, "-c", DOCXTPL, folder, *composed]
        filled = [f"{folder}/{Path(name).name}" for name in composed]
        profile = f"-env:UserInstallation=file://{folder}/profile"
        export = [office or "", profile, "--headless", "--convert-to", FILTER, "--outdir", folder, *filled]
        if office:
            timed(fill, export)
        pairs = [(timed(ours), timed(fill, export) if office else None) for _ in range(options.runs)]
    report("kansli bygg", [own for own, _ in pairs])
    peers = [peer for _, peer in pairs if peer]
    if peers:
        report("docxtpl + LibreOffice", peers)
        for name in ("wall", "cpu", "memory"):
            ratio = statistics.median(getattr(own, name) / getattr(peer, name) for own, peer in pairs if peer)
            print(f"ratio {name:8} {ratio:.2f}")
    print("stages", " ".join(f"{name} {seconds:.2f} s" for name, seconds in stages(options.case.resolve()).items()))


def report(name: str, runs: list[Run]) -> None:
    """Print the medians of a command's runs."""
    wall, cpu, memory = (statistics.median(getattr(run, key) for run in runs) for key in ("wall", "cpu", "memory"))
    print(f"{name:24} wall {wall:.2f} s  cpu {cpu:.2f} s  memory {memory:.0f} MB  (median of {len(runs)})")


if __name__ == "__main__":
    main()
