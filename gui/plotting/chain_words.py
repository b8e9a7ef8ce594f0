"""What the chain view says beside its bars: items, sellers, suppliers, as rows of text and figures."""

from dataclasses import dataclass
from typing import Final

from engine.chain import Dependence, LayerAccount, SupplierRevenue, Swap
from engine.citations import cited
from engine.metrics.chain import LAYERS
from gui.language import inner, say, tr
from gui.plotting.chain_job import ChainResult, basis_words, change, dollars

#: Most suppliers listed; the rest is one line.
MOST: Final = 24
_GUESS: Final = "guess"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the panel.

    Attributes
    ----------
    sort : "title", "head", "line" or "note"
    label, figure, more : str
        At the left, at the right, and further lines in small type.
    share : float
        Length of the bar under a line, 0-1.
    action : str
        What a click asks for: "supplier:NAME", "layer:KEY", "explain:KEY", "take:KIND/PART", "back",
        or nothing.
    moved : str
        Difference to the baseline, drawn before the figure.
    """

    sort: str
    label: str
    figure: str = ""
    more: str = ""
    share: float = 0.0
    action: str = ""
    moved: str = ""


def percent(share: float) -> str:
    """Return a share as "12 %"."""
    if 0.0 < share < 9.95e-5:
        return "\u22480 %"
    return f"{share * 100:.2g} %" if share < 0.0995 else f"{share * 100:.0f} %"


def within(label: str) -> str:
    """Return `label` as it stands inside a sentence: names in capitals keep them."""
    label = tr(label)
    return label if label[:2].isupper() else inner(label[:1]) + label[1:]


def overview(r: ChainResult) -> list[Row]:
    """Return who earns the bill, and how concentrated that is."""
    found = r.dependence
    if found is None:
        return [Row("note", "No service, no bill: the point is not feasible.")]
    rows = [Row("title", "Who earns it", basis_words(r.settings.basis)[0])]
    rows += _concentration(found, r.baseline_dependence)
    rows.append(Row("head", "Supplier", "share"))
    for one in found.suppliers[:MOST]:
        rows.append(_supplier_row(r, one))
    rest = found.suppliers[MOST:]
    if rest:
        rate = sum(one.rate for one in rest)
        rows.append(
            Row(
                "line",
                say("{rest} more", rest=len(rest)),
                dollars(rate * r.factor),
                share=rate / r.account.rate,
            )
        )
    rows += _gone(r, found)
    rows.append(
        Row(
            "note", "Shares of the market where the parts chosen name nobody; many are guesses, each says so."
        )
    )
    return rows


def _concentration(now: Dependence, then: Dependence | None) -> list[Row]:
    before = say("{value:.2f} in the baseline", value=then.concentration) if then is not None else ""
    rows = [Row("line", "Concentration of suppliers (HHI)", f"{now.concentration:.2f}", before)]
    apart = tr("of what others are paid: own staff, lenders and owners apart")
    if now.largest:
        past = apart
        if then is not None:
            past += say(
                "; {largest} {largest_share} in the baseline",
                largest=then.largest,
                largest_share=percent(then.largest_share),
            )
        label = say("Largest: {largest}", largest=now.largest)
        rows.append(Row("line", label, percent(now.largest_share), past, action=f"supplier:{now.largest}"))
    return rows


def _supplier_row(r: ChainResult, one: SupplierRevenue) -> Row:
    past = r.baseline_dependence.supplier(one.name) if r.baseline_dependence is not None else None
    moved = ""
    if r.baseline_dependence is not None:
        before = past.rate * r.baseline_factor if past is not None else 0.0
        moved = change(one.rate * r.factor, before, r.total)
    layers = ", ".join(within(LAYERS[key][0]) for key, _ in one.layers[:3])
    if len(one.layers) > 3:
        layers += say(" and {layers} more", layers=len(one.layers) - 3)
    figure = f"{dollars(one.rate * r.factor)}  {percent(one.share)}"
    return Row("line", one.name, figure, layers, one.share, f"supplier:{one.name}", moved)


def _gone(r: ChainResult, found: Dependence) -> list[Row]:
    """Return suppliers of the baseline who earn nothing any more."""
    if r.baseline_dependence is None:
        return []
    lost = [one for one in r.baseline_dependence.suppliers if found.supplier(one.name) is None]
    rows = []
    for one in lost[:4]:
        before = one.rate * r.baseline_factor
        if moved := change(0.0, before, r.total):
            rows.append(Row("line", one.name, tr("nothing now"), moved=moved))
    return rows


def layer_rows(r: ChainResult, layer: LayerAccount) -> list[Row]:
    """Return what `layer` is made of and who sells it."""
    what = layer.what[:1].upper() + layer.what[1:]
    total = f"{dollars(layer.rate * r.factor)}  {percent(layer.share)}"
    rows = [
        Row("title", f"\u2039 {layer.label}", total, action="back"),
        Row("note", f"{what}."),
        Row("head", "Made of"),
    ]
    for item in layer.items:
        told = ". ".join(part for part in (item.told, _source(item.source, item.grade)) if part)
        share = item.rate / layer.rate if layer.rate > 0.0 else 0.0
        figure = dollars(item.rate * r.factor)
        rows.append(Row("line", item.label, figure, told, share, f"explain:{item.key}"))
    rows.append(Row("head", "Sellers"))
    for seller in layer.sellers:
        figure = f"{dollars(layer.rate * seller.share * r.factor)}  {percent(seller.share)}"
        told = _source(seller.source, seller.grade)
        rows.append(Row("line", seller.name, figure, told, seller.share, f"supplier:{seller.name}"))
    rows.append(Row("line", "Explain this layer", action=f"explain:{layer.metric}"))
    if r.settings.layer == layer.key and r.swaps:
        rows.append(Row("head", "Instead", "the bill then"))
        rows += [_swap_row(r, swap) for swap in r.swaps]
    return rows


def _swap_row(r: ChainResult, swap: Swap) -> Row:
    moves = [(name, change(rate * r.factor, 0.0, r.total)) for name, rate in swap.moved]
    said = ", ".join(f"{name} {move}" for name, move in moves if move)
    told = ". ".join(part for part in (swap.trouble, said) if part)
    moved = change(swap.rate * r.factor, r.total, r.total)
    told = told[:1].upper() + told[1:]
    return Row(
        "line", swap.label, dollars(swap.rate * r.factor), told, 0.0, f"take:{swap.kind}/{swap.ident}", moved
    )


def supplier_rows(r: ChainResult, name: str) -> list[Row]:
    """Return where supplier `name` earns its part of the bill."""
    one = r.dependence.supplier(name) if r.dependence is not None else None
    if one is None:
        return [Row("title", f"\u2039 {tr(name)}", action="back"), Row("note", "Earns nothing of this bill.")]
    total = f"{dollars(one.rate * r.factor)}  {percent(one.share)}"
    rows = [Row("title", f"\u2039 {tr(name)}", total, action="back")]
    if one.guessed > 0.0:
        rows.append(
            Row(
                "note",
                say("{guessed} of it rests on guessed shares of the market.", guessed=percent(one.guessed)),
            )
        )
    rows.append(Row("head", "Earned in"))
    for key, rate in one.layers:
        layer = r.account.layer(key)
        seller = next(s for s in layer.sellers if s.name == name) if layer is not None else None
        told = ""
        if seller is not None:
            told = say(
                "{share} of the layer. {source}",
                share=percent(seller.share),
                source=_source(seller.source, seller.grade),
            )
        share = rate / one.rate
        rows.append(Row("line", LAYERS[key][0], dollars(rate * r.factor), told, share, f"layer:{key}"))
    return rows


def _source(source: str, grade: str) -> str:
    said = cited(source)
    text = said if said.startswith("http") else said[:1].upper() + said[1:]
    if grade == _GUESS and _GUESS not in source.lower():
        return say("Guess: {source}", source=said)
    return text
