"""Serving engines: who they are, and the file their overheads stand in.

    python -m resources.tools.stacks

writes `resources/catalog/stacks.json` anew, keeps the figures already there and gives every other
parameter its declared default.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from engine.parameters import GROUPS
from engine.specs import Spec
from resources.tools.figures import Entry, value_of, write

PATH: Final = Path(__file__).resolve().parents[1] / "catalog" / "stacks.json"


class Engine(NamedTuple):
    """Name on screen, house, other names in benchmark tables, and what tells it from the others."""

    label: str
    vendor: str
    aliases: tuple[str, ...]
    note: str


ENGINES: Final[Mapping[str, Engine]] = {
    "generic": Engine("Generic engine", "", (), "Overheads of no engine in particular."),
    "tensorrt-llm": Engine(
        "TensorRT-LLM",
        "NVIDIA",
        ("trtllm", "trt-llm", "tensorrt-llm (pytorch backend)", "trtllm-pytorch"),
        "PyTorch backend, 1.2 of 2026: CUDA graphs, overlapped scheduling.",
    ),
    "tensorrt-llm-2025": Engine(
        "TensorRT-LLM, 2025", "NVIDIA", ("trtllm-2025",), "PyTorch backend, 1.0 and 1.1."
    ),
    "tensorrt-llm-2024": Engine(
        "TensorRT-LLM, 2024",
        "NVIDIA",
        ("tensorrt-llm+triton", "trtllm-2024"),
        "Compiled engines of 2023 and 2024, served directly or by Triton.",
    ),
    "tensorrt-llm-hopper": Engine(
        "TensorRT-LLM on Hopper",
        "NVIDIA",
        (),
        "The same engine without the generated kernels of Blackwell: grouped products by CUTLASS or Triton, "
        "or by DeepGEMM on Blackwell itself.",
    ),
    "vllm": Engine("vLLM", "vLLM", ("vllm-v1",), "V1 engine: CUDA graphs, one scheduler process."),
    "vllm-hopper": Engine(
        "vLLM on Hopper", "vLLM", (), "The same without generated kernels: experts by Triton or Marlin."
    ),
    "vllm-2024": Engine("vLLM, 2024", "vLLM", ("vllm-v0",), "V0 engine: scheduling between steps."),
    "vllm-2024-one-process": Engine(
        "vLLM, 2024, server in process",
        "vLLM",
        (),
        "V0 engine whose web server shares its process: each running request costs a step more.",
    ),
    "vllm-rocm-2024": Engine("vLLM on ROCm, 2024", "AMD", (), "V0 engine, hipified kernels."),
    "vllm-rocm": Engine("vLLM on ROCm", "AMD", ("vllm (rocm)", "vllm-amd"), "AITER kernels."),
    "sglang-2025": Engine("SGLang, 2025", "SGLang", (), "Releases to 0.5.6."),
    "sglang": Engine("SGLang", "SGLang", (), "Overlapped scheduler, radix cache, CUDA graphs."),
    "deepspeed-mii": Engine(
        "DeepSpeed-MII", "Microsoft", ("deepspeed", "deepspeed-fastgen"), "Split prompts, no CUDA graphs."
    ),
    "transformers-neuronx": Engine(
        "Transformers NeuronX", "AWS", ("transformers neuronx", "neuronx"), "Static batches on Neuron cores."
    ),
    "llama.cpp": Engine("llama.cpp", "ggml", ("llamacpp", "llama-bench"), "One stream, on one machine."),
}  # fmt: skip


def specs() -> tuple[Spec, ...]:
    """Return the parameters an engine gives."""
    group = next(group for group in GROUPS if group.key == "stack")
    return tuple(spec for spec in group.specs if spec.kind != "part")


_FREE: Final = "0.9 of what is free once weights are loaded; boards hold 1.07 times the GB of their name"
_TENSORRT: Final[Mapping[str, tuple[float, str]]] = {
    "memory_share": (1.0, _FREE),
    "reserved_memory": (2.0, _FREE),
    "reserved_cache": (1.0, "capacity_scheduler_policy GUARANTEED_NO_EVICT, its default"),
}
#: Engine -> parameter -> value and source where documentation or source code tells more than the default.
_TOLD: Final[Mapping[str, Mapping[str, tuple[float, str]]]] = {
    "tensorrt-llm": _TENSORRT,
    "tensorrt-llm-2025": _TENSORRT,
    "tensorrt-llm-hopper": _TENSORRT,
    "vllm-rocm-2024": {
        "group_reads": (1.0, "csrc/attention: a block of threads per sequence and query head")
    },
}


def build(values: Mapping[str, Mapping[str, Entry]]) -> dict[str, Entry]:
    """Return every engine with `values` by engine and parameter, the declared defaults elsewhere."""
    return {
        ident: {
            "label": engine.label,
            "vendor": engine.vendor,
            "aliases": sorted(engine.aliases),
            "note": engine.note,
            "values": {
                spec.key: values.get(ident, {}).get(spec.key) or _known(ident, spec) for spec in specs()
            },
            "facts": {},
        }
        for ident, engine in ENGINES.items()
    }


def _known(ident: str, spec: Spec) -> Entry:
    if spec.name in _TOLD.get(ident, {}):
        value, source = _TOLD[ident][spec.name]
        return value_of(spec.key, value, source, "derived")
    return _default(spec)


def _default(spec: Spec) -> Entry:
    return value_of(spec.key, spec.default, spec.source, "derived")


def present() -> dict[str, dict[str, Entry]]:
    """Return the figures of the file as it stands that are no plain defaults."""
    if not PATH.exists():
        return {}
    entries = json.loads(PATH.read_text(encoding="utf-8"))["entries"]
    plain = {spec.key: _default(spec) for spec in specs()}
    return {
        ident: {key: figure for key, figure in entry["values"].items() if figure != plain.get(key)}
        for ident, entry in entries.items()
        if ident in ENGINES
    }


def main() -> None:
    """Write the file."""
    print(f"stacks: {write(PATH, 'stack', build(present()))}")


if __name__ == "__main__":
    main()
