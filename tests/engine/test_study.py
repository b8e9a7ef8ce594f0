"""Studies: what is in their files, and that neither workers, their order nor their death change any of it."""

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("pyarrow", reason="studies are Parquet: pip install 'isocost[cluster]'")
pytest.importorskip("distributed", reason="studies run on Dask: pip install 'isocost[cluster]'")

import pyarrow.dataset as ds
import pyarrow.parquet as pq

from engine import catalog, cli, files
from engine.doubt import sample, summary
from engine.drivers import point
from engine.files import load_builtin
from engine.metrics import METRICS
from engine.simulator import simulate
from engine.solve.search import search
from engine.solve.space import space
from engine.study import StudyError, crowd, manifest, worker
from engine.study.cases import certain
from engine.study.compute import seed_of
from engine.study.declared import study_of
from engine.study.hold import Hold
from engine.study.layout import Layout, Part, parts
from engine.study.run import opened, run
from engine.study.worker import journal, make_chunk
from engine.units import UNITS

ROOT = Path(__file__).resolve().parents[2]

EVERYTHING = """
[study]
scenarios = ["enterprise-assistant"]
metrics = ["cost_per_output_token", "gross_margin"]
rows_per_chunk = 300

[variants]
accelerator.part = ["h100-sxm", "h200-sxm"]

[sweep.axes]
price.output = [0.8, 1.2]
workload.output_tokens = "200:800:3"

[montecarlo]
samples = 500
seed = 7
inputs = ["accelerator.rent", "price.output"]

[search]
accelerators = ["h100-sxm"]
top = 2

[simulate]
requests = 60
seeds = [3, 4]
"""
TABLES = {"points": 12, "samples": 6000, "deployments": 24, "simulations": 24}
SMALL = """
[study]
scenarios = ["enterprise-assistant"]
rows_per_chunk = 50
[sweep.axes]
deployment.concurrency = "8:256:20:log"
accelerator.rent = "1:4:10"
"""


def _study(text):
    return study_of(tomllib.loads(text))


def _made_without_dask(study, out, order=1):
    found = opened(study, out)
    for number in range(found.layout.count)[::order]:
        assert make_chunk(str(out), found.digest, number)["trouble"] == ""
    return found


def _content(out):
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.glob("*/case=*/*.parquet"))}


def _rows(out, table):
    return ds.dataset(out / table, partitioning="hive").to_table().to_pylist()


def _declared(metric, base):
    return base / UNITS[METRICS[metric].unit].factor


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    out = tmp_path_factory.mktemp("study") / "result"
    return run(_study(EVERYTHING), out, workers=2, processes=False), out


# what is in the files


def test_a_study_has_a_row_for_all_that_it_asks_for(everything):
    outcome, out = everything
    assert {table: len(_rows(out, table)) for table in TABLES} == TABLES
    assert outcome.manifest.content["rows"] == TABLES
    assert outcome.manifest.content["complete"] is True


def _scenario(row):
    return catalog.apply(
        load_builtin("enterprise-assistant").scenario, "accelerator", row["accelerator.part"]
    ).with_values({key: row[key] for key in ("price.output", "workload.output_tokens")})


def test_points_are_evaluations_of_what_their_rows_say(everything):
    for row in _rows(everything[1], "points"):
        here = point(_scenario(row))
        assert row["gross_margin"] == pytest.approx(here.base("gross_margin"), rel=1e-12)
        cost = _declared("cost_per_output_token", here.base("cost_per_output_token"))
        assert row["cost_per_output_token"] == pytest.approx(cost, rel=1e-12)
        assert row["feasible"] == here.feasible


def test_samples_are_those_of_the_engine_with_what_is_swept_certain(everything):
    rows = [r for r in _rows(everything[1], "samples") if r["case"] == 1 and r["point"] == 3]
    rows.sort(key=lambda row: row["sample"])
    assert [row["sample"] for row in rows] == list(range(500))
    scenario = certain(
        _scenario(rows[0] | {"accelerator.part": "h200-sxm"}), ("price.output", "workload.output_tokens")
    )
    halves = [
        sample(scenario, 250, ("cost_per_output_token", "gross_margin"), seed=seed_of(7, block))
        for block in (0, 1)
    ]
    expected = np.concatenate([half.metrics["gross_margin"] for half in halves])
    assert np.allclose([row["gross_margin"] for row in rows], expected, rtol=1e-12)
    rents = np.concatenate([half.input("accelerator.rent") for half in halves])
    assert np.allclose([row["accelerator.rent"] for row in rows], rents, rtol=1e-12)
    assert len({row["price.output"] for row in rows}) == 1


def test_blocks_of_samples_are_drawn_apart():
    assert seed_of(7, 0) == 7
    assert len({seed_of(seed, block) for seed in (0, 1, 7) for block in range(200)}) == 600


def test_deployments_are_those_of_the_search(everything):
    rows = [r for r in _rows(everything[1], "deployments") if r["case"] == 0 and r["point"] == 0]
    scenario = _scenario(rows[0] | {"accelerator.part": "h100-sxm"})
    found = search(scenario, space(scenario, ("h100-sxm",)), most=2)
    assert [row["rank"] for row in rows] == [1, 2]
    for row, best in zip(rows, found.best, strict=True):
        assert row["deployment.tensor_parallel"] == best.value("deployment.tensor_parallel")
        cost = _declared("cost_per_output_token", best.metrics["cost_per_output_token"])
        assert row["cost_per_output_token"] == pytest.approx(cost, rel=1e-9)


def test_simulations_are_those_of_the_simulator(everything):
    row = next(r for r in _rows(everything[1], "simulations") if r["seed"] == 4 and r["point"] == 2)
    seen = simulate(_scenario(row), requests=60, seed=4)
    assert row["ttft_p95"] == pytest.approx(_declared("ttft_p95", seen.ttft.p95), rel=1e-12)
    assert row["trouble"] == ""


def test_a_summary_tells_percentiles_and_chances_of_the_samples(tmp_path):
    text = EVERYTHING[: EVERYTHING.index("[search]")].replace("seed = 7", 'keep = "summary"')
    found = _made_without_dask(_study(text), tmp_path)
    assert [part.table for part in found.layout.parts] == ["points", "percentiles"]
    row = _rows(tmp_path, "percentiles")[0]
    scenario = certain(
        _scenario(row | {"accelerator.part": "h100-sxm"}), ("price.output", "workload.output_tokens")
    )
    drawn = sample(scenario, 500, ("cost_per_output_token", "gross_margin"), seed=1)
    told = summary(drawn, "gross_margin")
    assert row["gross_margin.p10"] == pytest.approx(told.p10.value, rel=1e-12)
    assert row["gross_margin.p90"] == pytest.approx(told.p90.value, rel=1e-12)
    assert row["earns"] == pytest.approx(float((drawn.metrics["gross_margin"] > 0).mean()))
    assert row["holds"] == pytest.approx(float(drawn.able.mean()))


def test_each_file_says_what_made_it(everything):
    path = next(everything[1].glob("points/case=1/*.parquet"))
    told = json.loads(pq.read_metadata(path).metadata[b"isocost"])
    assert told["versions"] == manifest.versions()
    assert told["columns"]["cost_per_output_token"] == {
        "unit": METRICS["cost_per_output_token"].unit,
        "kind": "metric",
    }
    assert told["case"]["set"] == {"accelerator.part": "h200-sxm"}
    inside = files.from_bytes(json.dumps(told["scenario"]).encode()).scenario
    assert inside.get("accelerator.part") == "h200-sxm"
    assert files.load(everything[1] / told["case"]["file"]).scenario == inside


def test_other_programs_read_the_folder(everything):
    polars = pytest.importorskip("polars", reason="polars is not installed")
    pattern = str(everything[1] / "samples" / "**" / "*.parquet")
    found = polars.scan_parquet(pattern, hive_partitioning=True).group_by("case").len().collect()
    assert dict(found.iter_rows()) == {0: 3000, 1: 3000}


# pieces


@pytest.mark.parametrize("text", [EVERYTHING, SMALL])
def test_chunks_tile_every_table_of_every_case_once(text):
    study = _study(text)
    layout = Layout(tuple(parts(study, 700)), (5, 1, 17), "0")
    seen = Counter()
    for number in range(layout.count):
        chunk = layout.chunk(number)
        assert (chunk.number, chunk.stop - chunk.start <= chunk.part.units) == (number, True)
        seen.update((chunk.case, chunk.part.table, unit) for unit in range(chunk.start, chunk.stop))
    expected = {
        (case, part.table, unit)
        for case, count in enumerate(layout.counts)
        for part in layout.parts
        for unit in range(count * part.each)
    }
    assert set(seen) == expected
    assert set(seen.values()) == {1}
    assert len({layout.name(layout.chunk(n)) for n in range(layout.count)}) == layout.count


def test_ten_billion_rows_need_no_list_of_chunks():
    layout = Layout((Part("points", 1, 1000, 1, 1),), (10**10,), "0")
    assert layout.count == 10**7
    assert layout.chunk(10**7 - 1).stop == 10**10


def test_neither_workers_nor_their_order_change_a_byte(everything, tmp_path):
    _made_without_dask(_study(EVERYTHING), tmp_path, order=-1)
    assert _content(tmp_path) == _content(everything[1])


# going on


def test_a_study_goes_on_with_what_is_missing_and_broken_alone(tmp_path):
    study = _study(SMALL)
    whole = _made_without_dask(study, tmp_path)
    before = _content(tmp_path)
    paths = sorted(tmp_path.glob("*/case=*/*.parquet"))
    paths[0].unlink()
    paths[2].write_bytes(paths[2].read_bytes()[:-9])
    (paths[1].parent / ".0123456789ab.isocost-save").write_bytes(b"half")
    kept = paths[1].stat().st_mtime_ns
    outcome = run(study, tmp_path, workers=1, processes=False)
    assert (outcome.before, outcome.made, outcome.rows) == (whole.layout.count - 2, 2, 100)
    assert _content(tmp_path) == before
    assert paths[1].stat().st_mtime_ns == kept
    assert list(tmp_path.glob("*/*/.*")) == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("rows_per_chunk = 50", "rows_per_chunk = 60", "[study] rows_per_chunk was 50 and is 60"),
        ("1:4:10", "1:4:11", "[sweep] axes was"),
        ('"enterprise-assistant"', '"reasoning-rack"', "scenario enterprise-assistant was"),
    ],
)
def test_a_changed_study_is_told_and_not_mixed(tmp_path, old, new, named):
    opened(_study(SMALL), tmp_path)
    with pytest.raises(StudyError) as told:
        run(_study(SMALL.replace(old, new)), tmp_path, workers=1, processes=False)
    assert named in str(told.value)
    assert "choose another --out" in str(told.value)


def test_another_version_and_an_edited_scenario_are_told(tmp_path, monkeypatch):
    path = tmp_path / "own.isocost"
    files.save(path, load_builtin())
    study = _study(SMALL.replace('"enterprise-assistant"', json.dumps(str(path))))
    opened(study, tmp_path / "out")
    scenario = load_builtin().scenario.with_value("price.output", 9.0)
    files.save(path, files.Project((scenario,)))
    with pytest.raises(StudyError, match=r"scenario .*own\.isocost was"):
        opened(study, tmp_path / "out")
    files.save(path, load_builtin())
    monkeypatch.setattr(manifest, "version", lambda: "99")
    with pytest.raises(StudyError, match='version of isocost was "0'):
        opened(study, tmp_path / "out")


def test_a_worker_of_another_version_makes_nothing(tmp_path, monkeypatch):
    found = opened(_study(SMALL), tmp_path)
    monkeypatch.setattr(worker, "versions", lambda: {"isocost": "99"})
    worker._opened.cache_clear()
    trouble = make_chunk(str(tmp_path), found.digest, 0)["trouble"]
    worker._opened.cache_clear()
    assert "another version of isocost" in trouble
    assert _content(tmp_path) == {}


def test_a_full_disk_is_told_and_what_was_done_is_kept(tmp_path, monkeypatch):
    study, real, count = _study(SMALL), worker.write_atomically, [0]

    def full(path, data):
        count[0] += 1
        if count[0] == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path, data)

    monkeypatch.setattr(worker, "write_atomically", full)
    with pytest.raises(StudyError, match=r"the disk is full; what is done is kept"):
        run(study, tmp_path, workers=1, processes=False)
    assert len(_content(tmp_path)) >= 2
    monkeypatch.undo()
    assert run(study, tmp_path, workers=1, processes=False).manifest.content["complete"]


def test_two_clients_do_not_work_on_one_folder(tmp_path):
    told = {"machine": socket.gethostname(), "process": os.getppid()}
    (tmp_path / "_running.json").write_text(json.dumps(told))
    with pytest.raises(StudyError, match=f"worked on by process {os.getppid()}"):
        run(_study(SMALL), tmp_path, workers=1, processes=False)
    (tmp_path / "_running.json").write_text(json.dumps(told | {"process": 2**22 + 5}))
    with Hold(tmp_path):
        assert json.loads((tmp_path / "_running.json").read_text())["process"] == os.getpid()
    assert not (tmp_path / "_running.json").exists()


def test_a_scheduler_that_goes_while_workers_load_is_told():
    class Client:
        status = "running"

        def wait_for_workers(self, *_args, **_named):
            pass

        def nthreads(self):
            return {"tcp://127.0.0.1:1": 1}

        def run(self, *_args, **_named):
            raise OSError("Stream is closed")

    with pytest.raises(StudyError, match=r"the scheduler tcp://there:8786 has gone while .*begins again"):
        crowd._ready(crowd.Crowd(Client(), "tcp://there:8786"), simulated=False)


def test_a_scheduler_that_does_not_answer_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(crowd, "REACH", 0.3)
    with pytest.raises(StudyError, match=r"--scheduler tcp://127.0.0.1:9: no Dask scheduler answers"):
        run(_study(SMALL), tmp_path, scheduler="tcp://127.0.0.1:9")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills processes by signals")
def test_killing_a_worker_and_then_the_client_loses_nothing_and_makes_nothing_twice(tmp_path):
    psutil = pytest.importorskip("psutil", reason="psutil comes with distributed")
    text = SMALL.replace("= 50", "= 5_000").replace("8:256:20", "8:256:200").replace("1:4:10", "1:4:2500")
    (tmp_path / "big.toml").write_text(text)
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "gui",
        "study",
        str(tmp_path / "big.toml"),
        "--out",
        str(out),
        "--workers",
        "2",
    ]
    client = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _wait(lambda: len(_content_names(out)) >= 5, client)
        workers = {int(line["worker"].rpartition("-")[2]) for line in journal(out)}
        os.kill(min(workers), signal.SIGKILL)
        made = len(_content_names(out))
        _wait(lambda: len(_content_names(out)) >= made + 5, client)
    finally:
        children = psutil.Process(client.pid).children(recursive=True) if client.poll() is None else []
        client.kill()
        client.communicate()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == [], "workers outlive their client"
    before = _content_names(out)
    assert 10 <= len(before) < 100
    outcome = run(_study(text), out, workers=1, processes=False)
    assert (outcome.before, outcome.made) == (len(before), 100 - len(before))
    assert outcome.manifest.content["rows"] == {"points": 500_000}
    twice = [chunk for chunk, times in Counter(line["chunk"] for line in journal(out)).items() if times > 1]
    assert twice == []
    rows = ds.dataset(out / "points", partitioning="hive").to_table(columns=["point"])["point"].to_numpy()
    assert np.array_equal(np.sort(rows), np.arange(500_000))


def _content_names(out):
    return list(out.glob("points/case=0/part-*.parquet"))


def _wait(done, client):
    until = time.monotonic() + 60.0
    while not done():
        assert client.poll() is None, client.stderr.read().decode()
        assert time.monotonic() < until
        time.sleep(0.01)


# what may be written


WRONG = {
    "[studie]": ("[studie] is not known", "[study]"),
    "[study]": ("[study] scenarios is empty or missing", "built-in names"),
    "study = 3": ("study = 3", "must be a table"),
    "[study]\nscenarios = 'x'": ("[study] scenarios = 'x'", "a list of texts"),
    "[study]\nscenarios = ['x']\nrow = 3": ("[study] row is not known", "rows_per_chunk"),
    "[study]\nscenarios = ['x']\nrows_per_chunk = 0": ("[study] rows_per_chunk = 0", "from 1 to 5,000,000"),
    "[study]\nscenarios = ['x']\nmetrics = ['gros_margin']": ("[study] metrics", "gross_margin"),
    "[study]\nscenarios = ['x']\n[variants]\nprice.outputs = 1": ("[variants] price.outputs", "price.output"),
    "[study]\nscenarios = ['x']\n[variants]\nprice.output = true": (
        "[variants] price.output = True",
        "a number",
    ),
    "[study]\nscenarios = ['x']\n[sweep]\nmode = 'all'": ("[sweep] mode = 'all'", "product, linked, single"),
    "[study]\nscenarios = ['x']\n[montecarlo]\nsamples = 3": ("[montecarlo] samples = 3", "from 8"),
    "[study]\nscenarios = ['x']\n[montecarlo]\nkeep = 'all'": (
        "[montecarlo] keep = 'all'",
        "samples, summary",
    ),
    "[study]\nscenarios = ['x']\n[montecarlo]\ndoubt = 'none'": (
        "[montecarlo] doubt = 'none'",
        "grade, soft, stated",
    ),
    "[study]\nscenarios = ['x']\n[montecarlo]\ninputs = ['model.part']": (
        "[montecarlo] inputs = 'model.part'",
        "a number",
    ),
    "[study]\nscenarios = ['x']\n[search]\nmetric = 'binding'": (
        "[search] metric = 'binding'",
        "gross_margin",
    ),
    "[study]\nscenarios = ['x']\n[simulate]\nseeds = 'a'": ("[simulate] seeds = 'a'", "[1, 2, 3]"),
    "[study]\nscenarios = ['x']\n[simulate]\ndispatch = 'a'": ("[simulate] dispatch = 'a'", "least"),
    "[study]\nscenarios = ['x']\n[search]\n[sweep.axes]\nfinance.supply = 'own'": (
        "[sweep.axes] finance.supply",
        "[search]",
    ),
    "[study]\nscenarios = ['x']\n[variants]\nprice.output = 1\n[sweep.axes]\nprice.output = '1:2:3'": (
        "[sweep.axes] price.output is in [variants] too",
        "leave it in one",
    ),
}


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_named_with_what_is_allowed(text):
    with pytest.raises(StudyError) as told:
        _study(text)
    for words in WRONG[text]:
        assert words in str(told.value)


CANNOT = {
    SMALL.replace("enterprise-assistant", "enterprise-asistant"): "did you mean enterprise-assistant?",
    SMALL.replace("1:4:10", "4:1:10"): "[sweep.axes] accelerator.rent = '4:1:10'",
    SMALL + '[variants]\naccelerator.part = "h999"': "[variants] accelerator.part = 'h999'",
    SMALL + "[variants]\nprice.output = -1": "[variants] price.output = '-1'",
    SMALL.replace("enterprise-assistant", "two-tier-service")
    + "[simulate]": "Routed two-tier service has several tiers",
    SMALL.replace(
        "[sweep.axes]", "[sweep]\nmode = 'linked'\n[sweep.axes]"
    ): "linked inputs need equally many values",
}


@pytest.mark.parametrize("text", CANNOT, ids=range(len(CANNOT)))
def test_what_cannot_be_done_is_told_before_anything_is_written(text, tmp_path):
    with pytest.raises(StudyError) as told:
        run(_study(text), tmp_path, workers=1, processes=False)
    assert CANNOT[text] in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_a_plan_tells_chunks_and_runs_nothing(tmp_path, capsys):
    path = tmp_path / "s.toml"
    path.write_text(SMALL)
    assert cli.main(["study", str(path), "--plan", "--json", "--workers", "2"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["chunks"], told["evaluations"], told["cases"]) == (4, 200, 1)
    assert told["bytes"] > 0
    assert told["seconds"] > 0
    assert list(tmp_path.iterdir()) == [path]


def test_the_command_tells_a_wrong_file_in_one_line(tmp_path, capsys):
    path = tmp_path / "s.toml"
    for content in (b"[study", b"\xff\xfe", b"[study]\nscenarios = []"):
        path.write_bytes(content)
        assert cli.main(["study", str(path), "--out", str(tmp_path / "o")]) == 2
        told = capsys.readouterr().err
        assert told.startswith("isocost: ")
        assert told.count("\n") == 1
    assert cli.main(["study", str(tmp_path / "no.toml"), "--out", "o"]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_broken_manifest_is_told(tmp_path):
    (tmp_path / "manifest.json").write_text('{"isocost_study": 1}')
    with pytest.raises(StudyError, match=r"manifest\.json: it is no manifest of a study"):
        opened(_study(SMALL), tmp_path)
