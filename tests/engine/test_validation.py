"""Measured points: read, mapped to scenarios, predicted, judged."""

import json

import numpy as np
import pytest

from engine import cli
from engine.drivers import point as evaluate
from engine.validation import mapping, points, predict, report

HEAD = (
    "point_id,source,hardware,n_devices,model,weight_precision,kv_precision,engine,tp,isl,osl,"
    "concurrency_or_batch,batch_kind,tpot_ms_median,ttft_ms_median,split,notes,suspect"
)
ROW = "x1,a,H100-SXM-80GB,1,Llama-3.1-8B,,,trtllm,1,1024,256,16,max_concurrency,8.77,60,calibrate,,"


def made(*rows, head=HEAD):
    return points.parse("\n".join((head, *rows)))


def the_case(row=ROW):
    found = mapping.case(made(row)[0])
    assert isinstance(found, mapping.Case)
    return found


def test_a_prediction_is_that_of_the_ordinary_engine():
    one = the_case()
    said = predict.predict([one])[0]
    alone = evaluate(one.scenario)
    assert said["tpot"] == alone.base("tpot_p50")
    assert said["ttft"] == alone.base("ttft_p50")
    assert said["throughput"] == pytest.approx(alone.base("throughput_per_accelerator"))


def test_a_report_tells_the_measures_in_si_and_by_group():
    verdict = report.judge(made(ROW, ROW.replace("x1", "x2").replace("H100-SXM-80GB", "Unheard-of")))
    told = report.to_json(verdict)
    assert set(told["metrics"]["tpot"]) == {"n", "median_abs_error", "p90_abs_error", "bias", "spearman"}
    assert told["by"]["accelerator"]["h100-sxm"]["tpot"]["n"] == 1
    assert [one["point"] for one in told["unmapped"]] == ["x2"]
    assert verdict.batch.measured["tpot"][0] == pytest.approx(8.77e-3)
    assert np.isnan(verdict.batch.measured["energy"][0])


def test_the_command_prints_json_without_nan(tmp_path, capsys):
    path = tmp_path / "points.csv"
    path.write_text("\n".join((HEAD, ROW)), "utf-8")
    assert cli.main(["validate", str(path), "--json", "--out", str(tmp_path / "out.csv")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["points"] == 1
    assert (tmp_path / "out.csv").read_text("utf-8").count("\n") == 4
