"""How the model is cut over accelerators and loaded."""

from dataclasses import dataclass

from engine.specs import choice, number


@dataclass(frozen=True)
class Deployment:
    """How a replica is cut over accelerators and how hard it is loaded."""

    tensor_parallel: float = number(
        4,
        "Tensor parallel",
        "accelerators",
        hard=(1, 1024),
        soft=(1, 16),
        scale="log",
        whole=True,
        role="decision",
        doc="Accelerators that share every layer of one model copy.",
    )
    data_parallel: float = number(
        1,
        "Attention data parallel",
        "replicas",
        hard=(1, 1024),
        soft=(1, 72),
        scale="log",
        whole=True,
        role="decision",
        advanced=True,
        doc="Groups of a replica that keep their own sequences and share the experts.",
    )
    pipeline_parallel: float = number(
        1,
        "Pipeline stages",
        "replicas",
        hard=(1, 256),
        soft=(1, 16),
        scale="log",
        whole=True,
        role="decision",
        advanced=True,
        doc="Stages the layers are cut into.",
    )
    expert_parallel: float = number(
        1,
        "Expert parallel",
        "accelerators",
        hard=(1, 4096),
        soft=(1, 72),
        scale="log",
        whole=True,
        role="decision",
        advanced=True,
        doc="Ranks the routed experts are spread over; the rest of the split is by tensor.",
    )
    load: str = choice(
        "concurrency",
        "Loaded by",
        (
            ("concurrency", 0, "concurrent sequences"),
            ("share", 1, "share of capacity"),
            ("goodput", 2, "as hard as the limits allow"),
            ("replicas", 3, "fixed replicas"),
            ("closed", 4, "closed loop"),
            ("static", 5, "static batches"),
            ("offline", 6, "a queue that never empties"),
        ),
        role="decision",
        doc=(
            "What sets the load of a replica at the peak: mean concurrency, a share of its capacity, the "
            "most the limits allow, a fixed number of replicas, a closed loop that always keeps the "
            "concurrency in flight, batches of the concurrency submitted at once and run to their end, or "
            "a queue that never empties, of which as many run as fit."
        ),
    )
    concurrency: float = number(
        48,
        "Concurrent sequences",
        "seqs",
        hard=(0.01, 1e5),
        soft=(8, 512),
        scale="log",
        role="decision",
        doc="Sequences in flight per replica at the peak.",
        when=(("deployment.load", ("concurrency", "closed", "static")),),
    )
    rounds: float = number(
        1000,
        "Requests per client",
        "1",
        hard=(1, 1e9),
        soft=(2, 1000),
        scale="log",
        role="decision",
        advanced=True,
        doc=(
            "Requests each client of a closed loop sends one after the other. The first of all clients "
            "come at once and wait for each other; the fewer follow, the more they weigh."
        ),
        when=(("deployment.load", ("closed",)),),
    )
    load_share: float = number(
        0.7,
        "Share of capacity",
        "1",
        hard=(0.001, 0.999),
        soft=(0.1, 0.95),
        percent=True,
        role="decision",
        doc="Arrivals at the peak over the most a replica can serve.",
        when=(("deployment.load", ("share",)),),
    )
    replicas: float = number(
        8,
        "Replicas",
        "replicas",
        hard=(1, 1e6),
        soft=(1, 1000),
        scale="log",
        whole=True,
        role="decision",
        doc="Number of replicas when it is fixed.",
        when=(("deployment.load", ("replicas",)),),
    )
    batch_cap: float = number(
        512,
        "Batch cap",
        "seqs",
        hard=(1, 1e5),
        soft=(8, 4096),
        scale="log",
        whole=True,
        role="decision",
        doc="Most sequences the engine runs at once, memory permitting.",
    )
    token_budget: float = number(
        8192,
        "Token budget per step",
        "tokens",
        hard=(16, 1e6),
        soft=(512, 16384),
        scale="log",
        role="decision",
        advanced=True,
        doc="Most tokens of decode and prefill together in one step (chunked prefill).",
    )
    disaggregated: str = choice(
        "no",
        "Prefill and decode",
        (("no", 0, "on one pool"), ("yes", 1, "on separate pools")),
        role="decision",
        advanced=True,
        doc="Separate pools: prefill never delays decoding; the cache moves over the scale-out link.",
    )
    prefill_workers: float = number(
        0,
        "Prefill workers",
        "replicas",
        hard=(0, 10000),
        soft=(0, 64),
        whole=True,
        role="decision",
        advanced=True,
        doc="Workers of the prefill pool of one replica; 0: both pools as large as their work asks.",
    )
    decode_workers: float = number(
        0,
        "Decode workers",
        "replicas",
        hard=(0, 10000),
        soft=(0, 64),
        whole=True,
        role="decision",
        advanced=True,
        doc="Workers of the decode pool of one replica, with the prefill workers given.",
    )
    prefill_tensor_parallel: float = number(
        0,
        "Tensor parallel of prefill workers",
        "accelerators",
        hard=(0, 1024),
        soft=(0, 16),
        whole=True,
        role="decision",
        advanced=True,
        doc="Of the prefill pool; 0: the four of its layout are those of decode.",
    )
    prefill_data_parallel: float = number(
        1,
        "Data parallel of prefill workers",
        "replicas",
        hard=(1, 1024),
        soft=(1, 72),
        whole=True,
        role="decision",
        advanced=True,
        doc="Attention groups of a prefill worker, where it has a layout of its own.",
    )
    prefill_pipeline_parallel: float = number(
        1,
        "Pipeline stages of prefill workers",
        "replicas",
        hard=(1, 256),
        soft=(1, 16),
        whole=True,
        role="decision",
        advanced=True,
        doc="Stages of a prefill worker, where it has a layout of its own.",
    )
    prefill_expert_parallel: float = number(
        1,
        "Expert parallel of prefill workers",
        "accelerators",
        hard=(1, 4096),
        soft=(1, 72),
        whole=True,
        role="decision",
        advanced=True,
        doc="Expert ranks of a prefill worker, where it has a layout of its own.",
    )
    draft_tokens: float = number(
        0,
        "Drafted tokens per step",
        "tokens",
        hard=(0, 16),
        soft=(0, 8),
        whole=True,
        role="decision",
        advanced=True,
        doc="Tokens guessed ahead and verified in one step (multi-token prediction, speculative decoding).",
    )
    draft_acceptance: float = number(
        0.85,
        "First drafted token accepted",
        "1",
        hard=(0, 1),
        soft=(0.4, 0.98),
        percent=True,
        role="assumption",
        advanced=True,
        doc="Probability that the first guess is right.",
        source="InferenceX golden acceptance lengths: 0.77-0.95",
    )
    draft_decay: float = number(
        0.95,
        "Acceptance, guess to guess",
        "1",
        hard=(0, 1),
        soft=(0.7, 1),
        percent=True,
        role="assumption",
        advanced=True,
        doc="Each further guess is right that much less often, if all before it were.",
        source="InferenceX golden acceptance lengths: 0.73-0.98",
    )
    draft_share: float = number(
        0.03,
        "Draft step over step of the model",
        "1",
        hard=(0, 1),
        soft=(0, 0.2),
        percent=True,
        role="assumption",
        advanced=True,
        doc=(
            "Time, weights and cache of one guess over those of a step: a layer and the head for multi-token "
            "prediction, the ratio of sizes for a draft model."
        ),
        source="one layer of 61 and the head of DeepSeek-V3",
    )
    polling_interval: float = number(
        1,
        "Steps between looks at the queue",
        "1",
        hard=(1, 10000),
        soft=(1, 40),
        role="decision",
        advanced=True,
        doc="Requests are taken in every so many steps: half of that is waited, and prompts come together.",
        source="SGLang --scheduler-recv-interval, 1 unless set",
    )
    delivery_steps: float = number(
        1,
        "Steps an answer is sent in",
        "1",
        hard=(1, 10000),
        soft=(1, 40),
        role="decision",
        advanced=True,
        doc="Where an engine sends every so many tokens together, the first of an answer waits for the rest.",
        source="TensorRT-LLM stream_interval, SGLang --stream-interval; 1 where the first is sent on its own",
    )
    gathering_steps: float = number(
        0,
        "Steps prompts wait for company",
        "1",
        hard=(0, 10000),
        soft=(0, 80),
        role="decision",
        advanced=True,
        doc=(
            "A first prompt waits so many steps at most for others, so that decoding is interrupted less "
            "often; a token budget filled earlier ends the wait."
        ),
        source="TensorRT-LLM batch_wait_timeout_iters and attention_dp_config.timeout_iters, 0 unless set",
    )
