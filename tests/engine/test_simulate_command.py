"""`isocost simulate` and the traces it replays: figures, units, and one line for what is wrong."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from engine.cli import main
from engine.errors import TraceError
from engine.simulator import read_trace

TRACES = Path(__file__).resolve().parents[3] / "shared" / "traces"
AZURE = {"conv": (19_366, 1_155, 211, 5.53), "code": (8_819, 2_048, 28, 2.57)}


def written(folder, text, name="trace.csv"):
    path = folder / name
    path.write_text(text)
    return path


def answer(capsys, *arguments):
    status = main(["simulate", *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_json_has_the_figures_in_the_units_of_evaluate(capsys):
    status, out, _ = answer(capsys, "--requests", "3000", "--seed", "3", "--json")
    seen = json.loads(out)
    assert status == 0
    assert {
        "requests", "ttft", "tpot", "e2e", "throughput", "utilization", "preemptions", "cache_hit_fraction",
        "wall_seconds", "seed",
    } <= set(seen)  # fmt: skip
    assert (seen["requests"], seen["seed"]) == (3000, 3)
    main(["evaluate", "--json"])
    said = json.loads(capsys.readouterr().out)
    for name in ("ttft", "tpot", "e2e"):
        assert seen[name]["unit"] == said[f"{name}_mean"]["unit"]
        assert 0 < seen[name]["p50"] <= seen[name]["p95"] <= seen[name]["p99"]
        assert seen[name]["mean"] == pytest.approx(said[f"{name}_mean"]["value"], rel=0.5)
    assert 0 < seen["utilization"] <= 1
    assert seen["cache_hit_fraction"] == pytest.approx(0.4, abs=0.01)


def test_the_same_seed_prints_the_same_but_for_the_clock(capsys):
    made = []
    for _ in range(2):
        seen = json.loads(answer(capsys, "--requests", "2000", "--json")[1])
        seen.pop("wall_seconds")
        made.append(seen)
    assert made[0] == made[1]


def test_text_sets_the_closed_form_beside_what_was_seen(capsys):
    _, out, _ = answer(capsys, "--requests", "2000")
    assert "2,000 requests on 1 replica, seed 0" in out
    assert out.count("simulated") == out.count("closed form") == out.count("is off by") == 3
    assert "nan" not in out


def test_several_replicas_stand_beside_one_alone_and_it_is_said(capsys):
    _, out, _ = answer(capsys, "--requests", "2000", "--replicas", "2", "--dispatch", "round-robin")
    assert "2,000 requests on 2 replicas, dispatch round-robin, seed 0" in out
    assert out.count("one alone") == out.count("differs by") == 3
    assert "is off by" not in out
    assert "The closed form is of one replica by itself with 1/2 of the arrivals" in out
    seen = json.loads(answer(capsys, "--requests", "2000", "--replicas", "2", "--json")[1])
    assert any("one replica by itself" in note for note in seen["notes"])


def test_random_dispatch_of_random_arrivals_is_what_the_closed_form_describes(capsys):
    many = ("--requests", "2000", "--replicas", "3", "--dispatch", "random")
    out = answer(capsys, *many)[1]
    assert out.count("is off by") == 3
    assert "by itself" not in out
    uneven = answer(capsys, *many, "--set", "workload.burstiness=2")[1]
    assert "by itself" in uneven


def test_a_replayed_trace_says_what_the_closed_form_is_of(tmp_path, capsys):
    path = written(tmp_path, "arrival,input,output\n" + "".join(f"{i},800,100\n" for i in range(60)))
    seen = json.loads(answer(capsys, "--trace", str(path), "--json")[1])
    assert any("not of those replayed" in note for note in seen["notes"])


def test_a_cache_that_holds_more_hits_more(capsys):
    # The same requests with less and with more memory left beside the weights.
    hits = []
    for share in ("0.75", "0.95"):
        arguments = ["--groups", "20:2000", "--turns", "4", "--sessions", "400", "--requests", "8000"]
        setting = f"stack.memory_share={share}"
        out = answer(capsys, *arguments, "--set", setting, "--set", "deployment.concurrency=8", "--json")[1]
        hits.append(json.loads(out)["cache_hit_fraction"])
    assert 0.1 < hits[0] < hits[1] - 0.02


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--requests", "0"], "requests: 0 is not between 1 and"),
        (["--seed", "-1"], "seed: -1 is not"),
        (["--replicas", "5000"], "replicas: 5000 is not between 1 and 1,024"),
        (["--dispatch", "best"], "dispatch: 'best' is not one of random, round-robin, least, prefix"),
        (["--speed", "2"], "--speed sets the clock of a trace: give one by --trace"),
        (["--groups", "some"], "--groups some: write N:TOKENS"),
        (["--turns", "50"], "prefixes: 50 turns of 600 output tokens"),
        (["--set", "deployment.concurrency=1e5"], "nothing to simulate"),
    ],
)
def test_what_cannot_be_simulated_is_told_in_one_line(capsys, arguments, told):
    status, out, err = answer(capsys, *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert told in err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "there are no requests in it"),
        ("a,b,c\n1,2,3\n", "line 1: no column for the arrival; it may be called timestamp"),
        (
            "arrival,input,output\n0,10,5\nsoon,10,5\n",
            "line 3, column arrival: 'soon' is no time; allowed are seconds",
        ),
        ("arrival,input,output\n0,10,5\n1,ten,5\n", "line 3, column input: 'ten' is no count of tokens"),
        (
            "arrival,input,output\n0,10,0\n",
            "line 2, column output: '0' is no count of tokens; allowed are whole",
        ),
        ("arrival,input,output\n0,10\n", "line 2: 2 columns where 3 are needed"),
        ("arrival,input,output\nnan,10,5\n", "'nan' is no time; allowed are finite seconds"),
    ],
)
def test_a_bad_trace_is_refused_with_line_column_and_what_is_allowed(tmp_path, capsys, text, told):
    path = written(tmp_path, text)
    with pytest.raises(TraceError) as caught:
        read_trace(path)
    assert told in str(caught.value)
    status, _, err = answer(capsys, "--trace", str(path))
    assert (status, err.count("\n")) == (2, 1)


def test_a_trace_is_known_by_its_names_in_any_order_and_by_place_without_any(tmp_path):
    one = read_trace(written(tmp_path, "Response tokens,Timestamp,Request tokens\n7,5,100\n9,2.5,80\n"))
    assert (list(one.arrive), list(one.tokens_in), list(one.tokens_out)) == ([0, 2.5], [80, 100], [9, 7])
    bare = read_trace(written(tmp_path, "0.5,80,9\n3,100,7\n"))
    assert (list(bare.arrive), list(bare.tokens_in)) == ([0, 2.5], [80, 100])
    stamped = "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:17:03.9799600,4808,10\n"
    path = tmp_path / "trace.csv.gz"
    path.write_bytes(gzip.compress((stamped + "2023-11-16 18:17:04.0319600,3180,8\n").encode()))
    assert read_trace(path).arrive[1] == pytest.approx(0.052, abs=1e-6)


def test_the_clock_of_a_trace_can_run_faster(tmp_path):
    trace = read_trace(written(tmp_path, "0,80,9\n4,100,7\n8,100,7\n"))
    assert list(trace.faster(2).arrive) == [0, 2, 4]
    assert trace.at_rate(5.0).rate == pytest.approx(5.0)
    for speed in (0.0, -1.0, float("inf")):
        with pytest.raises(TraceError, match="speed"):
            trace.faster(speed)


@pytest.mark.shared
@pytest.mark.skipif(not TRACES.is_dir(), reason="the reference library is not beside the checkout")
@pytest.mark.parametrize("name", AZURE)
def test_public_traces_are_replayed_whole(capsys, name):
    path = TRACES / f"AzureLLMInferenceTrace_{name}.csv"
    count, tokens_in, tokens_out, rate = AZURE[name]
    trace = read_trace(path)
    assert trace.arrive.size == count
    assert trace.tokens_in.mean() == pytest.approx(tokens_in, rel=1e-3)
    assert trace.tokens_out.mean() == pytest.approx(tokens_out, rel=0.02)
    assert trace.rate == pytest.approx(rate, rel=0.01)
    out = answer(capsys, "--trace", str(path), "--replicas", "4", "--json")[1]
    seen = json.loads(out)
    assert seen["requests"] == count
    assert seen["rate"] == pytest.approx(rate, rel=0.2)
    calm = json.loads(answer(capsys, "--trace", str(path), "--replicas", "4", "--speed", "0.5", "--json")[1])
    assert calm["ttft"]["mean"] <= seen["ttft"]["mean"]
    assert np.isfinite(calm["tpot"]["p99"])
