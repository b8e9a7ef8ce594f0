"""Value: what decisions are worth a token, over own cost, list price and what others charge."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine import catalog, market
from engine.market import Quote
from engine.scenario import DEFAULT, Scenario
from gui import theme
from gui.language import say
from gui.plotting.value_job import ValueJob, ValueResult
from gui.theme import Theme
from gui.views.base import View
from gui.views.value_canvas import ValueCanvas
from gui.views.value_panel import ValuePanel


class ValueView(View):
    """Uses of the tokens and listings of them over one scale."""

    key: ClassVar[str] = "value"
    title: ClassVar[str] = "Value"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario: Scenario = DEFAULT
        self._chosen: tuple[str, str, str] | None = None
        self._dragging = False
        self.canvas, self.panel = ValueCanvas(theme.current(), self), ValuePanel(self)
        self.canvas.use_chosen.connect(self.weigh)
        self.canvas.quote_chosen.connect(self._choose)
        self.canvas.explain_requested.connect(self.explain_requested)
        self.panel.price_wanted.connect(self.sell_at)
        self.panel.explain_requested.connect(self.explain_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.panel)
        self.setFocusProxy(self.canvas)

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> ValueJob:
        """Return what to compute."""
        return ValueJob()

    def show_result(self, result: ValueResult) -> None:
        """Show a frame."""
        self.canvas.show_result(result, keep_range=self._dragging and self.canvas.result is not None)
        self._show_chosen(result)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; the frame follows with the result."""
        del baseline
        self._scenario = scenario

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)
        self.panel.update()

    def set_dragging(self, on: bool) -> None:
        """Keep the scale while a gesture lasts."""
        self._dragging = on

    def settings(self) -> dict[str, Any]:
        """Return which listing is chosen."""
        return {} if self._chosen is None else {"offer": list(self._chosen)}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit is ignored."""
        given = settings.get("offer")
        fits = isinstance(given, list) and len(given) == 3 and all(isinstance(word, str) for word in given)
        self._chosen = (given[0], given[1], given[2]) if fits and given is not None else None
        if self.canvas.result is not None:
            self._show_chosen(self.canvas.result)

    def summary(self) -> str:
        """Return how much the last frame holds."""
        r = self.canvas.result
        return (
            "" if r is None else say("{uses} uses, {quotes} offers", uses=len(r.uses), quotes=len(r.quotes))
        )

    # what the user changes ----------------------------------------------------------------------

    def weigh(self, ident: str) -> None:
        """Put decision `ident` of the catalogue into the scenario."""
        if ident != self._scenario.get("value.part"):
            taken = catalog.apply(self._scenario, "decision", ident)
            label = catalog.part("decision", ident, taken).label
            self.scenario_taken.emit(taken, say("Weigh {label}", label=label))

    def sell_at(self) -> None:
        """Take the prices of the listing chosen."""
        r = self.canvas.result
        quote = None if r is None else self._found(r)
        if quote is None:
            return
        o, prompt = quote.offer, sum(market.mix(self._scenario)[:2])
        cached = o.cached if o.cached is not None else o.input
        prices: dict[str, object] = {
            "price.scheme": "tokens",
            "price.input": o.input.at(prompt),
            "price.cached": cached.at(prompt),
            "price.output": o.output.at(prompt),
            "price.long_price": 1.0,
            "price.write": 1.0,
        }
        self.scenario_taken.emit(
            self._scenario.with_values(prices), say("Sell at {host}'s prices", host=o.host)
        )

    def _choose(self, index: int) -> None:
        r = self.canvas.result
        if r is None:
            return
        o = r.quotes[index].offer
        self._chosen = (o.host, o.model, o.way)
        self._show_chosen(r)
        self.settings_changed.emit(say("Look at {host}", host=o.host))

    def _found(self, r: ValueResult) -> Quote | None:
        named = ((q.offer.host, q.offer.model, q.offer.way) for q in r.quotes)
        return next((q for q, name in zip(r.quotes, named, strict=True) if name == self._chosen), None)

    def _show_chosen(self, r: ValueResult) -> None:
        quote = self._found(r)
        self.canvas.choose(-1 if quote is None else r.quotes.index(quote))
        self.panel.show_result(r, quote)
