"""Words of the help that no declaration holds: how to read the window, views, keys, glossary."""

from typing import Final

from gui.language import mark

#: How to read the window: (tag, words) in order.
READING: Final = (
    ("h1", mark("How to read the window")),
    (
        "p",
        mark(
            "A scenario is one way of serving one workload: a model on accelerators, at a site, at a "
            "price. Everything on screen is the answer for the inputs on screen; there is no button "
            "to compute."
        ),
    ),
    ("h2", mark("Headline figures")),
    (
        "p",
        mark(
            "Each figure has the band in which four measurements of five would lie, and a mark for "
            "what that rests on: a full dot is measured, a ring transferred from like machines, a "
            "broken ring a data sheet. Under it stands the change against the baseline, green for "
            "better and red for worse, or the limit it is held to. A click explains the figure."
        ),
    ),
    ("h2", mark("The map")),
    (
        "p",
        mark(
            "Each point of a surface is one way of running the service; the circle is where you are, "
            "and the three surfaces share it. Drag it, or use the arrow keys. On one side of the red "
            "line the service earns, on the other it loses. Hatched regions cannot be served, and the "
            "legend names what stops them. Dashed lines are those of the baseline."
        ),
    ),
    ("h2", mark("Inputs")),
    (
        "p",
        mark(
            "A letter tells what an input is: <b>D</b> a decision of yours, <b>A</b> an assumption "
            "about the world, <b>P</b> a price the market sets. A field takes <b>8k</b>, <b>12%</b>, "
            "<b>1900 $/month</b>, <b>=2*1.3</b> and a range such as <b>3 to 6</b>, which puts the "
            "input in doubt. Bold labels differ from the baseline. What is dimmed has no effect under "
            "the present choices."
        ),
    ),
    ("h2", mark("Baseline and pins")),
    (
        "p",
        mark(
            "Every change is told against a baseline: the scenario as opened, until you press Pin "
            "(Ctrl+B) or choose another one."
        ),
    ),
    ("h2", mark("The panel at the right")),
    (
        "p",
        mark(
            "Explain takes a figure apart down to sourced inputs; a click on an input leads to its "
            "slider. Issues lists what to mend, with cures as buttons. History returns to any earlier "
            "state. Effects tells what the last change moved, and what it left alone."
        ),
    ),
    ("h2", mark("Find, set and ask")),
    (
        "p",
        mark(
            "Ctrl+K finds anything by any part of its name and sets inputs: <b>tp 8</b>, <b>rent = "
            "1900 $/month</b>, <b>kv bf16</b>. Ask tries a question and ends with one sentence of the "
            "answer."
        ),
    ),
)

#: View -> the question it answers and how it is handled.
VIEW_TEXTS: Final[dict[str, str]] = {
    "surfaces": (
        "What cost, latency and margin do as any two inputs move. Drag the point; drag a label onto an "
        "axis; enlarge one surface by a double-click on its title."
    ),
    "frontier": (
        "What one input trades for another: two figures against each other, and which ways no other way "
        "beats."
    ),
    "solve": (
        "What each input would have to be for a figure to meet a target; every deployment that keeps the "
        "limits; who wins where on the map. A double-click adopts."
    ),
    "bill": (
        "What the service costs by cause, a month, a token, a call or a user; own, rent or buy; when the "
        "money is back."
    ),
    "chain": (
        "Who earns each dollar along the supply chain, what a layer is made of, and on whom you depend."
    ),
    "latency": (
        "How waiting grows with load, at the median and in the tails, by closed form and by simulation."
    ),
    "day": (
        "Demand, capacity, batch, power and cost by hour of the week, and what another nine of "
        "availability costs. Demand can be drawn by hand."
    ),
    "levers": (
        "What caching, routing, compression, precision, speculation and schedule save one after the "
        "other, at which quality."
    ),
    "value": ("Whether a decision is worth its tokens, and what others charge for the same."),
    "tornado": (
        "Which inputs move a figure most between their P10 and P90, how its variance is shared, how much "
        "rests on guesses."
    ),
    "montecarlo": (
        "What a figure may be with all that is in doubt, how likely the service earns, and where."
    ),
    "outlook": (
        "Price, cost, margin, fleet and suppliers in the years ahead, and each line of the counter-thesis "
        "to switch on."
    ),
    "compare": (
        "Two to six scenarios: figures, only the inputs that differ, the bridge between them, maps of the "
        "difference."
    ),
    "table": ("Rows of a sweep over any inputs, to sort, filter, export and open as scenarios."),
    "evidence": (
        "How wrong the figures may be: predictions against the measured points nearest to the scenario, "
        "or against yours."
    ),
}

#: Keys that no menu has.
KEYS: Final = (
    ("Slider: one step, ten steps, a tenth", "Arrows, with Shift, with Ctrl"),
    ("Slider: 10 %, ends of the range", "Page Up/Down, Home/End"),
    ("Slider: reset", "Delete"),
    ("Field: as it was", "Esc"),
    ("Point on a surface", "Arrows"),
    ("Explanation, effects, history: walk, unfold, act", "Arrows, Enter"),
    ("Finder: walk the list, choose", "Arrows, Page Up/Down, Enter"),
)

GLOSSARY: Final = (
    ("Accelerator", "A GPU or another chip that runs the model."),
    ("Baseline", "The scenario that all changes are told against."),
    ("Batch", "Sequences that one decode step works on together."),
    ("Binding limit", "What stops a point: memory, TTFT, TPOT, capacity, layout or quality."),
    ("Break-even", "Where revenue equals cost: the margin is zero."),
    ("Continuous batching", "Requests join and leave the running batch at every step."),
    ("Decode", "Generating the answer, one token or a few at each step."),
    ("Drafting", "Guessing tokens ahead, to be verified in one step: speculative decoding, MTP."),
    ("EP, TP, PP, DP", "Expert, tensor, pipeline and data parallelism: how a model is spread out."),
    ("Evidence grade", "What a figure rests on: measured, calibrated, transferred or spec sheet."),
    ("Goodput", "Requests served within the limits."),
    ("Gross margin", "Revenue less cost, over revenue."),
    ("Isocost line", "All the ways of producing at the same cost."),
    ("KV cache", "Keys and values of all earlier tokens, kept in memory for each sequence."),
    ("MoE", "Mixture of experts: only some of the weights work on each token."),
    ("MLA, GQA", "Ways of attention that keep less cache for each token."),
    ("P10, P50, P90", "Values that one, five and nine cases of ten stay below."),
    ("Pareto front", "Ways that no other way beats in both figures."),
    ("Prefill", "Computing the input of a request before its first token."),
    ("Prefix cache", "Cache of inputs that begin alike, computed once."),
    ("PUE", "Power of the site over power of its machines."),
    ("Regret", "What having chosen the present way costs where another one wins."),
    ("Replica", "One copy of the model with its accelerators."),
    ("Scale-up, scale-out", "Links within a server or rack, and the network between them."),
    ("Sobol index", "Share of the variance of a figure that goes back to an input."),
    ("Tier", "One of several models of a service behind a router or in a cascade."),
    ("Token", "A piece of a word: what models read, write and are paid by."),
    ("TPOT", "Time per output token after the first."),
    ("TTFT", "Time to first token, from arrival."),
    ("Utilization", "Useful work over what the fleet paid for could serve."),
)  # fmt: skip
