"""Build `resources/measured`: the measured points whose licence allows it to pass them on.

    python -m resources.tools.measured_rows POINTS.csv.gz

Kept are rows under Apache-2.0 or BSD-3-Clause with the columns that validation reads; of the notes those
parts that tell conditions. Whom they are owed to stands in `ATTRIBUTION.md` beside them, which this
script writes too. The same input gives the same bytes.
"""

import argparse
import csv
import gzip
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).resolve().parents[1] / "measured"
#: Licences that allow the rows to be passed on, as tables write them.
ALLOWED: Final = frozenset({"Apache-2.0", "BSD-3-Clause"})
#: Columns left out: the same on all rows of a source, told in the attribution, or read by nobody.
_DROPPED: Final = frozenset(
    {"source_repo", "path", "licence", "full_conditions", "active_B", "total_B", "itl_ms_p90", "itl_ms_p99"}
    | {"tpot_ms_p99", "ttft_ms_p99"}
)
_CONDITIONS: Final = re.compile(
    r"uniform(?: in)? \[?0\.8[,-]\s?1\.0\]?|prefill workers=\d+ decode workers=\d+|InferenceX run|"
    r"NVIDIA internal run|\bL=\d+|moe_tp=\d+"
)
_HOLDERS: Final[Mapping[str, str]] = {
    "inferencex_aic": "InferenceX (SemiAnalysis) and vendor runs, as aiconfigurator (NVIDIA) ships them",
    "argonne": "LLM-Inference-Bench, Argonne Leadership Computing Facility, UChicago Argonne LLC",
    "trtllm_docs": "TensorRT-LLM performance overviews, NVIDIA",
    "mlenergy_v2": "The ML.ENERGY leaderboard, second edition, University of Michigan",
    "rocm_vllm_docs": "vLLM on ROCm, AMD and the vLLM project",
    "llmperf_api": "LLMPerf leaderboard, Anyscale",
}


def build(points: Path, target: Path = TARGET) -> int:
    """Write the rows that may be passed on, and to whom they are owed; return how many."""
    with gzip.open(points, "rt", encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["licence"] in ALLOWED]
    columns = [name for name in rows[0] if name not in _DROPPED and any(row[name] for row in rows)]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "notes": "; ".join(_CONDITIONS.findall(row["notes"]))} for row in rows)
    target.mkdir(exist_ok=True)
    (target / "points.csv.gz").write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
    (target / "ATTRIBUTION.md").write_text(attribution(rows), "utf-8")
    return len(rows)


def attribution(rows: Sequence[Mapping[str, str]]) -> str:
    """Return whom `rows` are owed to, a line a repository."""
    keys = Counter((row["source"], row["source_repo"], row["licence"]) for row in rows)
    dates = {
        key: sorted({row["date"][:10] for row in rows if row["source"] == key[0]} - {""}) for key in keys
    }
    lines = [
        f"| `{source}` | {_HOLDERS.get(source, source)} | {repo} | {dates[source, repo, licence][0]} to "
        f"{dates[source, repo, licence][-1]} | {licence} | {count:,} |"
        for (source, repo, licence), count in sorted(keys.items())
    ]
    return _HEAD + "\n".join(lines) + _FOOT


_HEAD: Final = """# Measured points: whom they are owed to

`points.csv.gz` holds figures of other people's benchmarks, read from public repositories and changed in
form only: one row a point, columns of one schema, lengths and devices as their sources tell them. Rows of
sources that state no licence, or one that does not go with ours, are not here.

| source | whose | repository | dates | licence | rows |
|---|---|---|---|---|---:|
"""
_FOOT: Final = """

The texts of the licences: Apache-2.0 is that of this project, in `LICENSE` at its root. BSD-3-Clause, for the
rows of LLM-Inference-Bench:

> Redistribution and use in source and binary forms, with or without modification, are permitted
> provided that the following conditions are met: 1. Redistributions of source code must retain the
> above copyright notice, this list of conditions and the following disclaimer. 2. Redistributions in
> binary form must reproduce the above copyright notice, this list of conditions and the following
> disclaimer in the documentation and/or other materials provided with the distribution. 3. Neither
> the name of the copyright holder nor the names of its contributors may be used to endorse or promote
> products derived from this software without specific prior written permission.
>
> THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
> IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND
> FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR
> CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
> DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
> DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER
> IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF
> THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

Figures are facts; the column `suspect` and the reading of conditions are the work of the project's reference
library. Built by `python -m resources.tools.measured_rows POINTS.csv.gz`.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("points", type=Path, help="all measured points, csv.gz")
    print(f"{build(parser.parse_args(arguments).points):,} rows")


if __name__ == "__main__":
    main()
