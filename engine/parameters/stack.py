"""What the serving engine adds to the kernels, and the corrections of a benchmark of one's own."""

from dataclasses import dataclass

from engine.specs import number, part


@dataclass(frozen=True)
class Stack:
    """What the serving software costs beside the kernels."""

    part: str = part(
        "generic", "Serving engine", "stack", doc="Catalogue entry the overheads were taken from."
    )
    step_time: float = number(
        0.3,
        "Host time per step",
        "ms",
        hard=(0, 1000),
        soft=(0, 5),
        role="assumption",
        doc="Scheduler and launch time of one step, whatever its batch.",
        source="fitted on closed-loop benchmarks, all engines alike",
    )
    request_time: float = number(
        1,
        "Host time per running request",
        "µs",
        hard=(0, 1e5),
        soft=(0, 200),
        role="assumption",
        doc="Time each running request adds to a step.",
        source="fitted on closed-loop benchmarks, all engines alike: below 1 us",
    )
    collective_extra: float = number(
        5.4,
        "Launch time per collective",
        "µs",
        hard=(0, 1e4),
        soft=(0, 50),
        role="assumption",
        doc="Synchronisation beyond the collective kernel itself.",
        source="fitted on closed-loop benchmarks, all engines alike",
        advanced=True,
    )
    layer_time: float = number(
        0,
        "Fixed time per layer",
        "µs",
        hard=(0, 1e4),
        soft=(0, 100),
        role="assumption",
        doc="Gaps and small kernels per layer beyond those counted.",
        source="theory performance 2.7: cannot be told from step time on equal depths",
        advanced=True,
    )
    prefill_layer_time: float = number(
        200,
        "Host time per prompt layer",
        "µs",
        hard=(0, 1e5),
        soft=(0, 1000),
        role="assumption",
        doc=(
            "Launching the kernels of a layer one by one: steps with prompts are not replayed from a "
            "graph, and last at least that long."
        ),
        source="TTFT of short prompts on 2024-2026 engines",
        advanced=True,
    )
    request_latency: float = number(
        10,
        "Latency outside the steps",
        "ms",
        hard=(0, 1e5),
        soft=(0, 200),
        role="assumption",
        doc="From the client to the scheduler and back with the first token: network, tokenizer, queues.",
        source="TTFT of short prompts at low load on 2024-2026 engines",
        advanced=True,
    )
    kernel_share: float = number(
        1.0,
        "Kernel launch time kept",
        "×",
        hard=(0, 10),
        soft=(0.1, 1.5),
        role="assumption",
        doc=(
            "Fixed time of a kernel inside the engine over that of the same kernel timed alone: graphs "
            "and dependent launches hide some."
        ),
        source="kernels timed alone",
        advanced=True,
    )
    expert_layer_time: float = number(
        0,
        "Fixed time per expert layer",
        "µs",
        hard=(0, 1e4),
        soft=(0, 100),
        role="assumption",
        doc="What a layer with routed experts adds: permutation and small kernels beyond those counted.",
        source="none beyond the kernels counted",
        advanced=True,
    )
    latent_layer_time: float = number(
        0,
        "Fixed time per latent layer",
        "µs",
        hard=(0, 1e4),
        soft=(0, 100),
        role="assumption",
        doc="What a layer with latent attention adds: norms, rotations and projections beyond those counted.",
        source="none beyond the kernels counted",
        advanced=True,
    )
    prompt_step_time: float = number(
        0,
        "Host time per step with prompts",
        "ms",
        hard=(0, 1000),
        soft=(0, 15),
        role="assumption",
        doc="What a step that prefills takes on top: its inputs are prepared anew and no graph is replayed.",
        source="none beyond the time of any step",
        advanced=True,
    )
    dense_time_bf16: float = number(
        1.0,
        "Weight reading, BF16",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 2),
        role="assumption",
        doc="Time to read BF16 weights in this engine over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    dense_time_fp8: float = number(
        1.0,
        "Weight reading, FP8",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 2),
        role="assumption",
        doc="The same for 8-bit weights.",
        source="kernels measured",
        advanced=True,
    )
    dense_time_fp4: float = number(
        1.0,
        "Weight reading, FP4",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 2),
        role="assumption",
        doc="The same for 4-bit weights.",
        source="kernels measured",
        advanced=True,
    )
    dense_work_time: float = number(
        1.0,
        "Dense arithmetic",
        "×",
        hard=(0.1, 100),
        soft=(0.5, 10),
        role="assumption",
        doc="Time of dense arithmetic in this engine over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    cache_time: float = number(
        1.0,
        "Cache reading",
        "×",
        hard=(0.1, 100),
        soft=(0.5, 10),
        role="assumption",
        doc="Time of decode attention on the cache over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    group_reads: float = number(
        0,
        "Cache read per query head",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="assumption",
        doc=(
            "0: the cache is read once for all query heads that share it; 1: once for each of them, as "
            "paged kernels of 2024 do."
        ),
        source="kernels since 2024 share it",
        advanced=True,
    )
    single_pass_time: float = number(
        1.0,
        "Cache reading in one pass",
        "×",
        hard=(1, 20),
        soft=(1, 4),
        role="assumption",
        doc=(
            "Time of paged attention where many sequences keep it from cutting caches into parts, over that "
            "in parts: beyond 512 sequences times query heads of a rank."
        ),
        source="kernels since 2024 always cut",
        advanced=True,
    )
    expert_variation: float = number(
        0.0,
        "Expert popularity variation",
        "1",
        hard=(0, 5),
        soft=(0, 1.5),
        role="assumption",
        doc=(
            "Coefficient of variation of how often experts are chosen: the more uneven, the fewer a step "
            "reaches. 0 is even."
        ),
        source="even routing",
        advanced=True,
    )
    expert_time_bf16: float = number(
        1.0,
        "Expert reading, BF16",
        "×",
        hard=(0.1, 10),
        soft=(0.4, 2.5),
        role="assumption",
        doc="Time to read BF16 experts in this engine over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    expert_time_fp8: float = number(
        1.0,
        "Expert reading, FP8",
        "×",
        hard=(0.1, 10),
        soft=(0.4, 2.5),
        role="assumption",
        doc="The same for 8-bit experts.",
        source="kernels measured",
        advanced=True,
    )
    expert_time_fp4: float = number(
        1.0,
        "Expert reading, FP4",
        "×",
        hard=(0.1, 10),
        soft=(0.4, 2.5),
        role="assumption",
        doc="The same for 4-bit experts.",
        source="kernels measured",
        advanced=True,
    )
    expert_work_time: float = number(
        1.0,
        "Expert arithmetic",
        "×",
        hard=(0.1, 10),
        soft=(0.5, 3),
        role="assumption",
        doc="Time of expert arithmetic in this engine over that of the kernels measured.",
        source="kernels measured",
        advanced=True,
    )
    reserved_memory: float = number(
        4.0,
        "Memory held by the engine",
        "GB",
        hard=(0, 1e4),
        soft=(0, 20),
        role="assumption",
        doc="Workspace, graphs and communication buffers per accelerator.",
        source="theory performance 4: 3.5 GiB + 0.35 GiB",
    )
    reserved_cache: float = number(
        0,
        "Cache reserved ahead",
        "1",
        hard=(0, 1),
        soft=(0, 1),
        percent=True,
        role="assumption",
        doc=(
            "Share of the cache its answer has yet to fill that a request must find free to be admitted. "
            "0: taken as it grows, and others make way; 1: all of it, and nobody ever makes way."
        ),
        source="TensorRT-LLM: GUARANTEED_NO_EVICT; vLLM and SGLang make way",
        advanced=True,
    )
    memory_share: float = number(
        0.95,
        "Memory the engine may use",
        "1",
        hard=(0.05, 1),
        soft=(0.7, 1),
        percent=True,
        role="decision",
        doc="Share of usable memory given to weights, cache and workspace.",
        source="vLLM 0.9 of total, TensorRT-LLM 0.9 of free",
    )
    imbalance: float = number(
        1.15,
        "Expert imbalance",
        "×",
        hard=(1, 100),
        soft=(1, 2),
        role="assumption",
        doc="Load of the busiest expert rank over the mean.",
        source="theory performance 2.5: 1.07-1.27 at 1k tokens",
        advanced=True,
    )


@dataclass(frozen=True)
class Correction:
    """Factors a benchmark of one's own puts on the model; 1 leaves it as it is."""

    decode: float = number(
        1.0,
        "Decode time",
        "×",
        hard=(0.05, 20),
        soft=(0.5, 2),
        scale="log",
        role="assumption",
        doc="Factor on the time of a decode step: what the own machine takes over what the model says.",
    )
    prefill: float = number(
        1.0,
        "Prefill time",
        "×",
        hard=(0.05, 20),
        soft=(0.5, 2),
        scale="log",
        role="assumption",
        doc="Factor on the time that prompts add to a step, or take on an idle replica.",
    )
    power: float = number(
        1.0,
        "Board power",
        "×",
        hard=(0.05, 20),
        soft=(0.5, 2),
        scale="log",
        role="assumption",
        doc="Factor on the draw of an accelerator's board at any load.",
    )
