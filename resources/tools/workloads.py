"""Workloads: templates of real services and every trace of the reference table, as group `workload`."""

import math
from pathlib import Path
from typing import Final

from resources.tools.figures import Entry, Row, figure, grade_of, number, read, value_of

_AZURE: Final = "Azure 2023 conversation trace (CC-BY 4.0)"
_AZURE_CODE: Final = "Azure 2023 code trace (CC-BY 4.0)"
_WEEK: Final = "Azure 2024 week traces (CC-BY 4.0), busiest hour over mean"
_REASON: Final = "published medians of response length: chat 300 (quartiles 129-618), reasoning 5,000"
_GUESS: Final = "guess"

#: id -> label, description, and (value, source, grade) per parameter; common values below.
_Cell = tuple[float, str, str]
_TEMPLATES: Final[dict[str, tuple[str, str, dict[str, _Cell]]]] = {
    "enterprise-assistant": (
        "Enterprise assistant",
        "Office staff ask over documents the system retrieves; weekday peaks.",
        {
            "input_tokens": (6000, f"{_AZURE} 1,155 plus 4k-8k retrieved (guess)", "derived"),
            "output_tokens": (600, _REASON, "derived"),
            "cached_share": (0.4, "Mooncake conversation trace 0.37-0.40 (Apache-2.0)", "measured"),
            "peak_to_mean": (3.0, f"{_WEEK}: coding 3.01, an office rhythm", "measured"),
        },
    ),
    "chat": (
        "Chat",
        "Consumers talk; short turns, all day and night.",
        {
            "input_tokens": (1155, _AZURE, "measured"),
            "output_tokens": (300, _REASON, "measured"),
            "cached_share": (0.37, "Mooncake conversation trace, infinite cache (Apache-2.0)", "measured"),
            "users": (1000000, _GUESS, _GUESS),
            "requests_per_user": (10, _GUESS, _GUESS),
            "active_days": (12, _GUESS, _GUESS),
            "peak_to_mean": (1.66, f"{_WEEK}: conversation", "measured"),
        },
    ),
    "code-agent": (
        "Code agent",
        "An agent works on a repository: long context, nearly all of it cached, many calls.",
        {
            "input_tokens": (
                32000,
                "geometric mean of Mooncake's tool agent 8.6k and a coding agent's 122k (Apache-2.0)",
                "derived",
            ),
            "output_tokens": (440, "coding agent traces of kv-cache-tester (Apache-2.0)", "measured"),
            "cached_share": (0.93, "mean per conversation, same traces; 0.963 by tokens", "measured"),
            "input_variation": (0.75, "log-normal fit of the same traces, sigma 0.67", "derived"),
            "output_variation": (1.11, "log-normal fit of the same traces, sigma 0.90", "derived"),
            "users": (2000, _GUESS, _GUESS),
            "requests_per_user": (400, _GUESS, _GUESS),
            "peak_to_mean": (3.0, f"{_WEEK}: coding", "measured"),
            "burstiness": (3.0, f"{_AZURE_CODE} 13 and Mooncake 3.0; agents call in trains", "derived"),
        },
    ),
    "document-batch": (
        "Document batch",
        "Contracts, claims and reports are read overnight; nobody waits, so the load is flat.",
        {
            "input_tokens": (8000, "InferenceX 8k/1k scenario (Apache-2.0)", "derived"),
            "output_tokens": (400, "arXiv summarization of Vidur 291, longer extracts (guess)", "derived"),
            "cached_share": (0.1, "a shared instruction before each document (guess)", _GUESS),
            "users": (20, "systems that submit (guess)", _GUESS),
            "requests_per_user": (25000, _GUESS, _GUESS),
            "active_days": (30.4, "every day", _GUESS),
            "peak_to_mean": (1.1, "queue emptied at a constant rate (guess)", _GUESS),
        },
    ),
    "fraud-triage": (
        "Fraud triage",
        "Every suspicious payment is judged at once: short verdicts, a long shared rule book.",
        {
            "input_tokens": (2048, _AZURE_CODE + ", as a shape: long input", "measured"),
            "output_tokens": (28, _AZURE_CODE + ", as a shape: a verdict", "measured"),
            "cached_share": (0.6, "rule book and account history shared by calls (guess)", _GUESS),
            "input_variation": (0.6, _GUESS, _GUESS),
            "output_variation": (0.5, _GUESS, _GUESS),
            "users": (5, "systems that submit (guess)", _GUESS),
            "requests_per_user": (400000, _GUESS, _GUESS),
            "active_days": (30.4, "every day", _GUESS),
            "peak_to_mean": (2.2, f"{_WEEK}: both pooled on the calendar", "measured"),
        },
    ),
    "small-model-api": (
        "Small-model API",
        "Developers call a small model by the token from many applications.",
        {
            "input_tokens": (1155, _AZURE, "measured"),
            "output_tokens": (211, _AZURE, "measured"),
            "cached_share": (0.2, "many customers, few shared prefixes (guess)", _GUESS),
            "users": (5000, "applications (guess)", _GUESS),
            "requests_per_user": (2000, _GUESS, _GUESS),
            "active_days": (30.4, "every day", _GUESS),
            "peak_to_mean": (1.66, f"{_WEEK}: conversation", "measured"),
        },
    ),
    "reasoning": (
        "Reasoning",
        "Hard questions: the model thinks for thousands of tokens before it answers.",
        {
            "input_tokens": (
                2000,
                "InferenceX 1k/8k scenario 1,024; a task text and files (guess)",
                "derived",
            ),
            "output_tokens": (5000, _REASON, "measured"),
            "cached_share": (0.3, "published shares for the same service run to 0.56 (guess)", _GUESS),
            "output_variation": (1.0, _GUESS, _GUESS),
            "users": (50000, _GUESS, _GUESS),
            "requests_per_user": (8, _GUESS, _GUESS),
            "peak_to_mean": (1.66, f"{_WEEK}: conversation", "measured"),
        },
    ),
    "search": (
        "Search answers",
        "A page of results is read and answered in a paragraph, with sources.",
        {
            "input_tokens": (8000, "4k-8k of retrieved passages and the question (guess)", _GUESS),
            "output_tokens": (250, f"{_AZURE} 211, a paragraph", "derived"),
            "cached_share": (0.15, "instructions shared, passages new (guess)", _GUESS),
            "input_variation": (0.5, _GUESS, _GUESS),
            "users": (2000000, _GUESS, _GUESS),
            "requests_per_user": (4, _GUESS, _GUESS),
            "active_days": (15, _GUESS, _GUESS),
            "peak_to_mean": (1.66, f"{_WEEK}: conversation", "measured"),
        },
    ),
    "summary": (
        "Summaries",
        "One document in, one page out.",
        {
            "input_tokens": (2588, "arXiv summarization trace of Vidur", "measured"),
            "output_tokens": (291, "arXiv summarization trace of Vidur", "measured"),
            "cached_share": (0.05, "the instruction alone (guess)", _GUESS),
            "input_variation": (0.4, "same trace: median 2,730, p99 3,933", "derived"),
            "output_variation": (1.6, "same trace: median 167, p99 3,271", "derived"),
            "users": (10000, _GUESS, _GUESS),
            "requests_per_user": (20, _GUESS, _GUESS),
            "peak_to_mean": (3.0, f"{_WEEK}: coding 3.01, an office rhythm", "measured"),
        },
    ),
    "image-call": (
        "Image call",
        "A photograph is described or checked; the picture is 1,000-1,500 tokens of input.",
        {
            "input_tokens": (1600, "one picture of about 1,300 tokens and a question (guess)", _GUESS),
            "output_tokens": (150, _GUESS, _GUESS),
            "cached_share": (0.15, "the instruction alone (guess)", _GUESS),
            "input_variation": (0.5, _GUESS, _GUESS),
            "users": (100000, _GUESS, _GUESS),
            "requests_per_user": (6, _GUESS, _GUESS),
            "peak_to_mean": (1.66, f"{_WEEK}: conversation", "measured"),
        },
    ),
}
_COMMON: Final[dict[str, _Cell]] = {
    "cached_share": (0.0, "guess: nothing is known of its cache", _GUESS),
    "input_variation": (1.0, f"{_AZURE} 0.96", "derived"),
    "output_variation": (0.8, f"{_AZURE} 0.77", "derived"),
    "users": (20000, _GUESS, _GUESS),
    "requests_per_user": (30, _GUESS, _GUESS),
    "active_days": (21, "working days of a month", "derived"),
    "peak_to_mean": (1.66, f"{_WEEK}: conversation", "derived"),
    "burstiness": (1.0, f"{_AZURE} 1.09; 1 is Poisson", "derived"),
}
#: Lengths of rows that state none: (input, output, how).
_LENGTHS: Final = {
    "azure2024_code_week": (2650.0, 27.9, "median 1,900 times mean over median of 2023; output of 2023"),
    "azure2024_conv_week": (1053.0, 211.1, "median 930 times mean over median of 2023; output of 2023"),
    "deepseek_fleet_feb2025": (
        4384.0,
        1211.0,
        "3.62 input per output token and 4,989 cached tokens per output",
    ),
    "qwen_bailian_toC": (1154.7, 211.1, "lengths of the Azure 2023 conversation trace"),
    "burstgpt": (1154.7, 211.1, "lengths of the Azure 2023 conversation trace"),
    "tool_coding_uncached_part": (4509.0, 440.0, "output of the whole trace"),
}
#: Readable names of the traces.
_LABELS: Final = {
    "azure2023_code": "Azure 2023, code",
    "azure2023_conv": "Azure 2023, conversation",
    "azure2024_code_week": "Azure 2024, code, one week",
    "azure2024_conv_week": "Azure 2024, conversation, one week",
    "mooncake_conversation": "Mooncake, conversation",
    "mooncake_toolagent": "Mooncake, tool agent",
    "mooncake_synthetic": "Mooncake, synthetic",
    "tool_coding_claude_code": "Coding agent",
    "tool_coding_uncached_part": "Coding agent, uncached part only",
    "deepseek_fleet_feb2025": "DeepSeek fleet, February 2025",
    "qwen_bailian_toC": "Qwen Bailian, consumer",
    "inferencex_8k1k": "InferenceX 8k/1k",
    "inferencex_1k1k": "InferenceX 1k/1k",
    "inferencex_1k8k": "InferenceX 1k/8k",
    "arxiv_summarization": "arXiv summarization",
    "sharegpt_vllm_paper": "ShareGPT (vLLM paper)",
    "lmsys_chat_1m": "LMSYS Chat 1M",
    "burstgpt": "BurstGPT",
}


def build(facts: Path) -> dict[str, Entry]:
    """Return the templates and one entry for each row of `workloads.csv`."""
    found = {ident: _template(*parts) for ident, parts in _TEMPLATES.items()}
    for row in read(facts / "workloads.csv"):
        found[row["id"].replace("_", "-").lower()] = _trace(row)
    return found


def _values(given: dict[str, _Cell]) -> dict[str, Entry]:
    cells = {**_COMMON, **given}
    return {f"workload.{name}": value_of(f"workload.{name}", *cell) for name, cell in cells.items()}


def _template(label: str, text: str, given: dict[str, _Cell]) -> Entry:
    return {
        "label": label,
        "vendor": "template",
        "aliases": [],
        "note": text,
        "values": _values(given),
        "facts": {},
    }


def _trace(row: Row) -> Entry:
    source = f"{row['source']} ({row['how']})"
    grade = grade_of("low" if "memory" in row["how"] else "high", row["how"])
    grade = {"vendor": "measured", "derived": "measured"}.get(grade, grade)
    given: dict[str, _Cell] = {}
    fallback = _LENGTHS.get(row["id"])
    for name, column, place in (("input_tokens", "in_mean", 0), ("output_tokens", "out_mean", 1)):
        mean = number(row, column)
        if mean is not None:
            given[name] = (mean, source, grade)
        elif fallback is not None:
            given[name] = (float(fallback[place]), f"{fallback[2]}; {row['source']}", "derived")
    for name, start in (("input_variation", "in"), ("output_variation", "out")):
        sigma = number(row, f"{start}_ln_sigma")
        if sigma is not None:
            cv = min(math.sqrt(math.expm1(sigma * sigma)), 5.0)
            given[name] = (round(cv, 2), f"log-normal fit, sigma {sigma:g}; {source}", "derived")
        elif row["id"].startswith("inferencex"):
            given[name] = (0.06, "lengths drawn evenly from 0.8 to 1.0 of nominal", "derived")
    if (hit := number(row, "cache_hit")) is not None:
        given["cached_share"] = (hit, source, grade)
    if (peak := number(row, "peak_to_mean")) is not None:
        given["peak_to_mean"] = (peak, source, grade)
    if (bursts := number(row, "iat_cv")) is not None:
        given["burstiness"] = (min(bursts, 10.0), source, grade)
    if (rate := number(row, "rps")) is not None:
        given["users"] = (10000, "the trace's rate spread over 10,000 users", "derived")
        given["requests_per_user"] = (round(rate * 8.64, 3), f"{rate:g} requests/s; {source}", "derived")
        given["active_days"] = (30.4, "the trace is one stretch of days", "derived")
    return {
        "label": _LABELS.get(row["id"], row["id"].replace("_", " ")),
        "vendor": "trace",
        "aliases": [row["id"].lower()] if "_" in row["id"] else [],
        "note": row["how"],
        "values": _values(given),
        "facts": _facts(row, source, grade),
    }


def _facts(row: Row, source: str, grade: str) -> dict[str, Entry | str]:
    found: dict[str, Entry | str] = {"licence": row["licence"]} if row["licence"] else {}
    for name in ("n_requests", "rps", "in_out_ratio", "corr"):
        if (known := number(row, name)) is not None:
            unit = {"n_requests": "requests", "rps": "requests/s"}.get(name, "1")
            found[name] = figure(known, unit, source, grade)
    for start in ("in", "out"):
        for end in ("p50", "p90", "p95", "p99"):
            if (known := number(row, f"{start}_{end}")) is not None:
                found[f"{start}_{end}"] = figure(known, "tokens", source, grade)
    return found
