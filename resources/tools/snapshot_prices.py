"""Take a dated snapshot of token prices and build the price listings of the catalogue from it.

    python -m resources.tools.snapshot_prices             # from the installed genai-prices
    python -m resources.tools.snapshot_prices --listings  # listings again from the newest snapshot

The application reads neither this script nor the package. The package's own updater is never started.
"""

import argparse
import datetime as dt
import importlib.metadata
import json
import re
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from resources.tools.figures import Entry, figure, value_of, write

PRICES: Final = Path(__file__).resolve().parents[1] / "prices"
LISTINGS: Final = Path(__file__).resolve().parents[1] / "catalog" / "prices.json"

_TOKENS: Final = value_of("price.scheme", "tokens", "listed per token", "vendor")
#: Who sells its own models by the token, and hosts of open models with fast growing lists.
_FIRST_PARTY: Final = (
    "anthropic",
    "openai",
    "google",
    "deepseek",
    "mistral",
    "x-ai",
    "moonshotai",
    "zai",
    "minimax",
)
#: Makers whose own models are open, so that the same name is also hosted elsewhere.
_MAKERS: Final = frozenset({"deepseek", "moonshotai", "zai", "minimax"})
_HOSTS: Final = ("groq", "cerebras", "fireworks", "together", "aws")
#: Classes of open models: id -> label, pattern of model names, what a name must not hold.
_CLASSES: Final[dict[str, tuple[str, str, str]]] = {
    "open-8b-class": ("Open model, 8B", r"llama-?v?3[-.p]?1-8b($|-inst)", "awq|bf16|free"),
    "open-70b-class": ("Open model, 70B", r"llama-?3[-.p]?3-70b($|-inst|-vers)", "nemotron|awq|free"),
    "open-405b-class": ("Open model, 405B", r"llama-?3[-.p]?1-405b-(inst|reas)", "free"),
    "open-20b-moe-class": ("Open MoE model, 20B", r"gpt-oss-20b", "batch|free"),
    "open-120b-moe-class": ("Open MoE model, 120B", r"gpt-oss-120b", "batch|free"),
    "open-30b-moe-class": ("Open MoE model, 30B", r"qwen3-30b-a3b", "free|vl|omni"),
    "open-235b-moe-class": ("Open MoE model, 235B", r"qwen3-235b-a22b", "free|vl|thinking"),
    "open-671b-moe-class": (
        "Open MoE model, 671B",
        r"deepseek-(v3|chat|r1)",
        "distill|qwen|llama|free|batch|nex",
    ),
    "open-1t-moe-class": ("Open MoE model, 1T", r"kimi-k2", "free|batch"),
}
_NO_CHAT: Final = re.compile(
    r"embed|audio|tts|whisper|image|realtime|moderation|transcribe|ocr|rerank|guard|live|search|robotics|computer|"
    r"learnlm|babbage|davinci|ada$|curie|^ft:|^ft-|extended|^claude-v?[123](\b|-)|^claude-.*google|nano-banana|-\d{4}-\d{2}-\d{2}|preview-\d|@",
    re.IGNORECASE,
)


def snapshot(today: dt.date) -> dict[str, Any]:
    """Return every price the installed package knows, as plain data."""
    from genai_prices.data import providers

    known = {}
    for provider in providers:
        models = {model.id: list(_rows(model)) for model in provider.models}
        known[provider.id] = {
            "name": provider.name,
            "urls": provider.pricing_urls or [],
            "models": {ident: rows for ident, rows in models.items() if rows},
        }
    return {
        "date": today.isoformat(),
        "source": f"genai-prices {importlib.metadata.version('genai-prices')} (Pydantic Services Inc., MIT)",
        "unit": "$ per million tokens where a name does not end in another count",
        "providers": known,
    }


def _rows(model: Any) -> Iterator[dict[str, Any]]:
    prices = model.prices if isinstance(model.prices, list) else [model.prices]
    for one in prices:
        row = {"prices": _plain(getattr(one, "prices", one))}
        yield {**row, **_constraint(getattr(one, "constraint", None))}
    for variant in model.price_variants or ():
        row = {"prices": _plain(variant.prices), "when": dict(variant.when)}
        yield {**row, **_constraint(variant.constraint)}


def _plain(prices: Any) -> dict[str, Any]:
    given = {
        name: price for name, price in vars(prices).items() if not name.startswith("_") and price is not None
    }
    return {name.removesuffix("_mtok"): _amount(price) for name, price in given.items()}


def _amount(price: Any) -> Any:
    if hasattr(price, "tiers"):
        return {
            "base": _amount(price.base),
            "tiers": [[tier.start, _amount(tier.price)] for tier in price.tiers],
        }
    return float(f"{float(price):.8g}")


def _constraint(constraint: Any) -> dict[str, Any]:
    if constraint is None:
        return {}
    if hasattr(constraint, "start_date"):
        return {"from": constraint.start_date.isoformat()}
    return {"hours": [constraint.start_time.strftime("%H:%M"), constraint.end_time.strftime("%H:%M")]}


def save(taken: Mapping[str, Any], folder: Path = PRICES) -> Path:
    """Write the snapshot, one model a line, and return its path."""
    lines = ["{"]
    lines += [f"{_text(key)}: {_text(taken[key])}," for key in ("date", "source", "unit")]
    blocks = []
    for ident, provider in sorted(taken["providers"].items()):
        rows = [f"   {_text(name)}: {_text(model)}" for name, model in sorted(provider["models"].items())]
        name, urls = _text(provider["name"]), _text(provider["urls"])
        head = f' {_text(ident)}: {{\n  "name": {name},\n  "urls": {urls},\n'
        blocks.append(head + '  "models": {\n' + ",\n".join(rows) + "\n  }\n }")
    lines += ['"providers": {', ",\n".join(blocks), "}", "}", ""]
    path = folder / f"market-{taken['date']}.json"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def newest(folder: Path = PRICES) -> Path:
    """Return the newest snapshot."""
    return max(folder.glob("market-*.json"))


def listings(taken: Mapping[str, Any]) -> dict[str, Entry]:
    """Return catalogue entries of kind `price`: medians by class, and price lists of common models."""
    source, date = taken["source"], taken["date"]
    found: dict[str, Entry] = {}
    for ident, (label, pattern, without) in _CLASSES.items():
        found[ident] = _median(label, list(_hosts(taken, pattern, without)), source, date)
    for provider in (*_FIRST_PARTY, *_HOSTS):
        name = taken["providers"][provider]["name"]
        for model, rows in taken["providers"][provider]["models"].items():
            price = _current(rows, date)
            if (
                price is None
                or _NO_CHAT.search(model)
                or _open(model) != (provider in _HOSTS or provider in _MAKERS)
            ):
                continue
            if provider == "google" and model.startswith("claude"):
                continue
            ident = "".join(c if c.isalnum() or c in ".-" else "-" for c in f"{provider}-{model}".lower())
            found[ident] = _listing(f"{name}: {model}", name, price, rows, source, date)
    for fee, text in (
        (20.0, "Personal plans of several makers"),
        (200.0, "Professional plans of several makers"),
    ):
        found[f"subscription-{fee:g}"] = _subscription(fee, text)
    return found


def _open(model: str) -> bool:
    return bool(re.search(r"llama|gpt-oss|qwen|deepseek|kimi|glm|mixtral|gemma|minimax", model))


def _current(rows: Sequence[Mapping[str, Any]], date: str) -> tuple[float, float, float | None] | None:
    """Return (input, output, cached) in force on `date` outside special hours and tiers of service."""
    plain = [row for row in rows if "when" not in row and "hours" not in row and row.get("from", "") <= date]
    if not plain:
        return None
    prices = max(plain, key=lambda row: row.get("from", ""))["prices"]
    given = [prices.get(name) for name in ("input", "output", "cache_read")]
    fresh, made, cached = (price["base"] if isinstance(price, dict) else price for price in given)
    if not fresh or not made:
        return None
    return fresh, made, cached


def _hosts(
    taken: Mapping[str, Any], pattern: str, without: str
) -> Iterator[tuple[str, float, float, float | None]]:
    """Yield one price per host: the cheapest where it lists several of the class."""
    best: dict[str, tuple[str, float, float, float | None]] = {}
    for provider, entry in taken["providers"].items():
        host = provider.removeprefix("huggingface_").removesuffix("-ai")
        for model, rows in entry["models"].items():
            name = model.lower()
            price = _current(rows, taken["date"])
            if price is None or not re.search(pattern, name) or (without and re.search(without, name)):
                continue
            if host not in best or price[1] < best[host][2]:
                best[host] = (host, *price)
    yield from (best[host] for host in sorted(best))


def _median(label: str, hosts: list[tuple[str, float, float, float | None]], source: str, date: str) -> Entry:
    def median(prices: Iterable[float], what: str) -> Entry:
        seen = sorted(prices)
        text = f"median of {len(seen)} hosts; {source}"
        middle = statistics.median(seen)
        return value_of(f"price.{what}", middle, text, "derived", low=seen[0], high=seen[-1], date=date)

    fresh, made = [host[1] for host in hosts], [host[2] for host in hosts]
    ratios = [host[3] / host[1] for host in hosts if host[3] is not None]
    values = {
        "price.scheme": _TOKENS,
        "price.input": median(fresh, "input"),
        "price.output": median(made, "output"),
    }
    middle = statistics.median(fresh)
    share = statistics.median(ratios) if ratios else 1.0
    how = (
        f"{share:.3g} of input, median of the {len(ratios)} hosts that list one"
        if ratios
        else "no host lists one"
    )
    values["price.cached"] = value_of(
        "price.cached", round(middle * share, 4), f"{how}; {source}", "derived", date=date
    )
    note = "Hosts: " + ", ".join(host[0] for host in hosts)
    return {"label": label, "vendor": "market", "aliases": [], "note": note, "values": values, "facts": {}}


def _listing(
    label: str,
    vendor: str,
    price: tuple[float, float, float | None],
    rows: Sequence[Mapping[str, Any]],
    source: str,
    date: str,
) -> Entry:
    fresh, made, cached = price
    values = {
        "price.scheme": _TOKENS,
        "price.input": value_of("price.input", fresh, source, "press", date=date),
        "price.output": value_of("price.output", made, source, "press", date=date),
        "price.cached": value_of("price.cached", cached, source, "press", date=date)
        if cached is not None
        else value_of("price.cached", fresh, f"no lower price listed; {source}", "derived", date=date),
    }
    facts: dict[str, Any] = {}
    for row in rows:
        if row.get("when") == {"processing": "batch"}:
            for name in ("input", "output"):
                if isinstance(amount := row["prices"].get(name), float):
                    facts[f"batch_{name}"] = figure(amount, "$/M tokens", source, "press", date=date)
    return {"label": label, "vendor": vendor, "aliases": [], "note": "", "values": values, "facts": facts}


def _subscription(fee: float, text: str) -> Entry:
    values = {
        "price.scheme": value_of("price.scheme", "subscription", "a flat fee per user and month", "vendor"),
        "price.subscription": value_of(
            "price.subscription", fee, f"{text}, list prices, from memory", "guess"
        ),
        "price.paying_share": value_of("price.paying_share", 1.0, "every user of the plan pays", "derived"),
    }
    return {
        "label": f"Subscription, {fee:g} $",
        "vendor": "",
        "aliases": [],
        "note": text,
        "values": values,
        "facts": {},
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--listings", action="store_true", help="only rebuild the listings")
    if not parser.parse_args(arguments).listings:
        print(save(snapshot(dt.datetime.now(dt.UTC).date())))
    taken = json.loads(newest().read_text(encoding="utf-8"))
    print(f"{LISTINGS.name}: {write(LISTINGS, 'price', listings(taken))}")


if __name__ == "__main__":
    main()
