"""What the tests of the physics share: model shapes, scenarios and compiled calls on one record."""

import tomllib
from pathlib import Path

from engine.jit import kernel, readable
from engine.kernels import attention, collectives, memory, moe, step
from engine.parameters import GROUPS
from engine.scenario import DEFAULT

GOLDEN = Path(__file__).resolve().parent / "golden"
#: Groups whose values a step or a budget depends on.
PHYSICAL = (
    *("workload", "model", "precision", "accelerator", "deployment", "efficiency", "stack"),
    "correction",
)
SPECS = [s for g in GROUPS if g.key in PHYSICAL for s in g.specs if s.numeric]


def golden(name):
    return tomllib.loads((GOLDEN / f"{name}.toml").read_text("utf-8"))


MODELS = golden("models")


#: Stated here, so that no figure worked out by hand hangs on what the defaults are today.
REFERENCE = golden("reference")["values"]


def shape(model, changes=None):
    """`model` on the reference accelerator, with `changes`."""
    return DEFAULT.with_values({**REFERENCE, **MODELS[model]["values"], **(changes or {})})


#: One layout per kind of model and of parallelism; every physical branch is met by at least one.
BASES = {
    "dense": shape("llama-70b"),
    "dense-bf16-alone": shape(
        "llama-8b",
        {
            "precision.weights": "bf16",
            "precision.compute": "bf16",
            "precision.kv": "bf16",
            "deployment.tensor_parallel": 1,
        },
    ),
    "dense-pipeline": shape("llama-405b", {"deployment.pipeline_parallel": 4}),
    "mla-experts": shape(
        "deepseek-v3",
        {
            "deployment.tensor_parallel": 2,
            "deployment.data_parallel": 16,
            "deployment.expert_parallel": 32,
        },
    ),
    "experts-by-tensor": shape("qwen3-235b", {"deployment.tensor_parallel": 8}),
    "windows": shape(
        "gpt-oss-120b",
        {
            "precision.experts": "fp4",
            "precision.compute": "fp4",
            "accelerator.fp4": 9000,
            "accelerator.fp8": 4500,
        },
    ),
    "sparse": shape(
        "deepseek-v3",
        {
            "model.sparse_context": 2048,
            "model.index_elements": 7808,
            "model.index_flops": 999424,
            "deployment.data_parallel": 2,
            "deployment.pipeline_parallel": 2,
        },
    ),
    "hybrid": shape("qwen3-235b", {"model.state_bytes": 77, "model.full_layers": 24}),
}


@kernel
def _step(records, decoding, context, prefill, before):
    return step.step_parts(step.prepare(records[0]), decoding, context, prefill, before)


@kernel
def _time(records, decoding, context, prefill, before):
    return step.step_time(step.prepare(records[0]), decoding, context, prefill, before)


@kernel
def _budget(records):
    return memory.budget(records[0])


@kernel
def _all_reduce(records, group):
    return collectives.all_reduce_byte(records[0], group)


@kernel
def _touched(records, tokens):
    return moe.experts_touched(moe.plan_experts(records[0]), tokens)


def rows(scenario):
    """The record of `scenario` as kernels read it."""
    return readable(scenario.to_record())


def parts(scenario, decoding, context=2000.0, prefill=0.0, before=0.0):
    return _step(rows(scenario), float(decoding), float(context), float(prefill), float(before))


def seconds(scenario, decoding, context=2000.0, prefill=0.0, before=0.0):
    return _time(rows(scenario), float(decoding), float(context), float(prefill), float(before))


def budget(scenario):
    return _budget(rows(scenario))


def all_reduce(scenario, group):
    return _all_reduce(rows(scenario), float(group))


def touched(scenario, tokens):
    return _touched(rows(scenario), float(tokens))


def mean_span(before, limit):
    return attention.mean_span(float(before), float(limit))


def drawn(spec, rng):
    """A value of `spec` from its hard range, where that is wider than the soft one only now and then."""
    if spec.kind == "choice":
        return spec.options[rng.integers(len(spec.options))].id
    low, high = spec.soft_low, spec.soft_high
    if rng.random() < 0.2:
        low, high = max(spec.low, low / 4), min(spec.high, high * 4)
    if spec.scale == "log" or (low > 0 and high / low > 50):
        value = low * (high / low) ** rng.random()
    else:
        value = low + (high - low) * rng.random()
    return float(min(max(round(value) if spec.whole else value, spec.low), spec.high))
