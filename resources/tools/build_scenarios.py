"""Write the built-in scenarios: real parts, real workloads, market prices, each a case with a question.

Run `python -m resources.tools.build_scenarios` after a change of the catalogue or of a declaration.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from engine import catalog
from engine.files import Project, save
from engine.scenario import DEFAULT, Scenario, Value
from engine.tier_keys import split

FOLDER: Final = Path(__file__).resolve().parents[1] / "scenarios"


@dataclass(frozen=True)
class Case:
    """One built-in scenario: name, parts by kind, values that differ from theirs, and what it asks.

    `tier2.model` is the model of tier 2.
    """

    name: str
    parts: dict[str, str]
    values: dict[str, Value]
    note: str


CASES: Final[dict[str, Case]] = {
    "enterprise-assistant": Case(
        "Enterprise assistant",
        {
            "workload": "enterprise-assistant", "model": "llama-3.1-70b", "accelerator": "h100-sxm",

            "stack": "tensorrt-llm-hopper",
            "network": "fat-tree-2-400g", "facility": "us-wholesale",
            "price": "aws-meta.llama3-3-70b-instruct-v1-0",
            "decision": "office-answer",
        },
        {"deployment.concurrency": 40.0},
        "A 70B model answers 20,000 office workers from their own documents, on rented H100 nodes, sold at "
        "Amazon Bedrock's list price for the same class. Sized for the Monday-morning peak it idles most of "
        "the month and hardly earns its cost. What would change that first: price, peak, cache or precision?",
    ),
    "code-agent": Case(
        "Code agent",
        {
            "workload": "code-agent", "model": "qwen3-coder-480b-a35b", "accelerator": "h200-sxm",
            "stack": "sglang",
            "network": "fat-tree-2-400g", "facility": "us-wholesale",
            "price": "aws-qwen.qwen3-coder-480b-a35b-v1-0",
            "decision": "code-step", "shape": "azure-coding",
        },
        {
            "demand.timing": "profile",
            "deployment.tensor_parallel": 8.0, "deployment.expert_parallel": 8.0,
            "deployment.concurrency": 30.0, "limits.tpot": 80.0, "limits.ttft": 5.0,
            "levers.prefix": "sized", "levers.prefix_ceiling": 0.963, "levers.prefix_host": 128.0,
            "levers.prefix_disk": 1000.0,
            "task.calls": 20.0, "task.context_growth": 1500.0, "task.cached_share": 0.95, "task.tools": 1.0,
            "task.tool_price": 0.001, "task.success": 0.75,
        },
        "An agent that reads a repository again at every step: 32k tokens of context, 95 % of them from the "
        "prefix cache, which takes 128 GB of memory and 1 TB of disk an accelerator, short answers. A task "
        "is twenty such steps, each adding 1,500 tokens, and one in four fails. Margin lives from the cache: "
        "how large should it be, and what does a task cost that succeeds?",
    ),
    "document-batch": Case(
        "Document batch",
        {
            "workload": "document-batch", "model": "gpt-oss-120b", "accelerator": "mi300x",
            "stack": "vllm-rocm",
            "network": "ethernet-2-400g", "facility": "nordic", "price": "open-120b-moe-class",
            "decision": "document-field",
        },
        {
            "workload.users": 400.0, "deployment.tensor_parallel": 1.0, "precision.weights": "bf16",
            "precision.experts": "fp4", "precision.compute": "bf16", "precision.kv": "bf16",
            "deployment.concurrency": 128.0,
            "limits.percentile": "mean", "limits.ttft": 600.0, "limits.tpot": 400.0, "price.discount": 0.5,
            "finance.supply": "own",
        },
        "Contracts and invoices, overnight, nobody waits: half the list price for batch, owned AMD machines "
        "on Nordic power, run nearly full. How cheap can a token get when latency does not matter?",
    ),
    "fraud-triage": Case(
        "Fraud triage",
        {
            "workload": "fraud-triage", "model": "llama-3.1-8b", "accelerator": "l40s",
            "stack": "vllm",
            "network": "ethernet-100g", "facility": "us-wholesale",
            "price": "aws-meta.llama3-1-8b-instruct-v1-0",
            "decision": "fraud-alert",
        },
        {
            "deployment.tensor_parallel": 1.0, "deployment.concurrency": 10.0, "limits.percentile": "p99",
            "limits.ttft": 0.6, "limits.tpot": 120.0, "fleet.spare_share": 0.25,
            "levers.distilled": "on", "levers.distilled_cost": 30000.0, "levers.distilled_loss": 0.0,
            "reliability.redundancy": "target", "reliability.target": 0.9999,
            "reliability.regions": "two", "reliability.repair": "swap",
        },
        "Every suspicious payment gets a second look before it clears: few tokens, 99 % within 0.6 s, 99.99 "
        "% of the time, from two regions of which each can carry both. The decision is worth dollars, the "
        "tokens fractions of a cent, the model tuned for the task $30,000 a year: what does each further "
        "nine cost?",
    ),
    "small-model-api": Case(
        "Small-model API",
        {
            "workload": "small-model-api", "model": "qwen3-30b-a3b", "accelerator": "h100-sxm",
            "stack": "sglang",
            "network": "fat-tree-2-400g", "facility": "us-wholesale", "price": "open-30b-moe-class",
            "decision": "generic-text", "shape": "azure-conversation",
        },
        {
            "demand.timing": "profile", "demand.zones": "two-8", "demand.batch_share": 0.2,
            "deployment.tensor_parallel": 1.0, "deployment.concurrency": 64.0, "limits.tpot": 40.0,
            "limits.ttft": 1.0, "fleet.scaling": "elastic", "finance.supply": "mixed",
        },
        "A sparse 30B model sold by the token against a dozen other hosts at the market's median price, on "
        "machines owned for the base of the week and rented for its peaks. Three billion active parameters a "
        "token: how far can the price fall before the host loses, and how much should it own?",
    ),
    "reasoning-rack": Case(
        "Reasoning on a rack",
        {
            "workload": "reasoning", "model": "deepseek-r1", "accelerator": "gb200-nvl72",
            "stack": "tensorrt-llm",
            "network": "rack-scale", "facility": "us-liquid", "price": "open-671b-moe-class",
            "decision": "research-answer",
        },
        {
            "deployment.tensor_parallel": 1.0, "deployment.data_parallel": 32.0,
            "deployment.expert_parallel": 32.0, "deployment.batch_cap": 4096.0,
            "deployment.concurrency": 384.0, "precision.weights": "fp8", "precision.experts": "fp4",
            "precision.compute": "fp4", "limits.tpot": 40.0, "limits.ttft": 5.0, "finance.supply": "own",
            "workload.users": 200000.0, "reliability.domain": "rack", "reliability.repair": "hot",
        },
        "A reasoning model thinks 5,000 tokens an answer on an owned GB200 rack: 32 GPUs share its experts "
        "over NVLink. Does the rack's price pay for itself against eight-GPU nodes?",
    ),
    "own-silicon": Case(
        "Own silicon",
        {
            "workload": "search", "model": "qwen3-235b-a22b", "accelerator": "tpu-v7",
            "stack": "generic",
            "network": "torus-optical", "switch": "whitebox-128x400", "nic": "on-chip-400",
            "host-medium": "active-cable-800g", "trunk-medium": "linear-800g",
            "facility": "hyperscaler", "price": "open-235b-moe-class",
        },
        {
            "workload.users": 1e7, "deployment.tensor_parallel": 4.0, "deployment.expert_parallel": 4.0,
            "deployment.concurrency": 64.0, "limits.tpot": 80.0, "limits.ttft": 2.0,
            "finance.supply": "own", "finance.cost_of_capital": 0.08, "finance.life": 6.0,
            "fleet.scaling": "elastic", "fabric.topology": "auto", "fabric.accelerators": 9216.0,
            "fabric.planes": 4.0,
        },
        "A hyperscaler answers searches on accelerators it designed itself: a partner delivers them, "
        "white-box switches and retimed copper join them, nobody is paid a merchant's margin. Open the cost "
        "chain and choose a bought accelerator instead: who gains, who loses, and does the token get dearer?",
    ),
    "two-tier-service": Case(
        "Routed two-tier service",
        {
            "workload": "enterprise-assistant", "model": "qwen3-30b-a3b", "accelerator": "h100-sxm",
            "stack": "sglang",
            "network": "fat-tree-2-400g", "facility": "us-wholesale", "price": "open-235b-moe-class",
            "tier2.model": "qwen3-235b-a22b",
        },
        {
            "deployment.tensor_parallel": 1.0, "deployment.concurrency": 64.0, "limits.ttft": 3.0,
            "limits.tpot": 60.0, "fleet.scaling": "elastic",
            "routing.mode": "router", "routing.tiers": 2.0, "routing.share1": 0.8,
            "routing.quality_floor": 0.77, "value.error_cost": 0.02,
            "tier2.deployment.tensor_parallel": 8.0, "tier2.deployment.expert_parallel": 8.0,
            "tier2.deployment.concurrency": 64.0,
        },
        "A router sends four requests in five to a model with three billion active parameters and the hard "
        "ones to one with twenty-two. Each tier has machines of its own. How much of the bill does the small "
        "tier save, how good must its router be, and which split is best if a bad answer costs two cents?",
    ),
    "commoditised-2028": Case(
        "Commoditised 2028",
        {
            "workload": "small-model-api", "model": "qwen3-30b-a3b", "accelerator": "h200-sxm",
            "stack": "sglang",
            "network": "fat-tree-2-400g", "facility": "us-wholesale", "price": "open-30b-moe-class",
        },
        {
            "deployment.tensor_parallel": 1.0, "deployment.concurrency": 64.0, "limits.tpot": 40.0,
            "limits.ttft": 1.0, "finance.supply": "own", "fleet.scaling": "elastic",
            "outlook.elasticity": 0.9, "outlook.pass_through": 1.0, "outlook.platform_fee": 0.05,
            "industry.commodity": "yes", "industry.commodity_year": 2028.0,
            "thesis.commodity": "yes", "thesis.own_silicon": "yes",
        },
        "The counter-thesis: from 2028 accelerators and switches sell at half instead of seven tenths gross "
        "margin, half of all capacity runs on hyperscalers' own silicon, and prices fall faster than cost. "
        "Owned machines of 2026 compete with those of 2028: when are they stranded, and who still earns?",
    ),
}  # fmt: skip


def build(case: Case) -> Scenario:
    """Return the scenario of `case`."""
    scenario = DEFAULT
    for key, ident in case.parts.items():
        tier, kind = split(key)
        scenario = catalog.apply(scenario, kind, ident, tier)
    return replace(scenario.with_values(case.values), name=case.name, note=case.note)


def main() -> None:
    """Write every built-in scenario."""
    for name, case in CASES.items():
        save(FOLDER / f"{name}.isocost", Project((build(case),)))


if __name__ == "__main__":
    main()
