"""Serving under load once more in plain floats, written from the formulas, not from the kernels.

Occupancy by its recursion, moments summed over states or quadrature nodes; and percentiles by
quasi-Monte Carlo on the same quantities, as the reference the closed form is measured against.
"""

import math
from statistics import NormalDist

import numpy as np

NORMAL = NormalDist()


def occupancy(case, rate):
    """Probabilities of 0..limit - 1 in service, and of every slot taken."""
    work = case.b * case.output + case.c * case.prompt
    weights = [1.0]
    for n in range(1, case.limit + 1):
        weights.append(weights[-1] * rate * (case.output * case.a + n * work) / n)
        if weights[-1] > 1e200:
            weights = [w * 1e-200 for w in weights]
    weights[-1] /= 1.0 - rate / case.capacity
    total = math.fsum(weights)
    return [w / total for w in weights]


def means(case, rate):
    """TTFT, TPOT and end-to-end means by theory 2.6, the residual only where something is in service."""
    p = occupancy(case, rate)
    load = rate / case.capacity
    seen = math.fsum(w * min(n + 1, case.limit) for n, w in enumerate(p))
    wait = p[-1] / (case.capacity * (1 - load))
    work = case.c * case.prompt
    share = rate * work
    base = case.a + case.b * max(seen - 1, 0)
    s1 = base / (1 - share)
    v = rate * s1 * work**2 * (1 + case.prompt_cv**2) / (1 - share**2)
    biased = s1 + v / s1
    own = base + work + share * biased
    busy = 1 - p[0]
    # Without a step in progress nothing comes before one's own prompt, and nothing shares its step.
    first = wait + busy * (biased / 2 + share * biased) + base + work + chunks(case, p) * base
    mean_step = (case.a + case.b * (seen + clumps(case, rate, p))) / (1 - share)
    inside = math.fsum(n * w for n, w in enumerate(p))
    fill = (own - base) / (case.c * (case.budget - inside))
    # No step is longer than one with every slot decoding and the token budget spent.
    longest = case.a + case.b * case.limit + case.c * case.budget - mean_step
    token = mean_step + sum(
        w * min((own - mean_step) * share * (1 - share**m) / ((1 - share) * m), longest)
        for w, m in nodes(case)
    )
    each = mean_step + (own - mean_step) * share / (1 - share) / (case.output - 1)
    # Prompts cut by the token budget queue for it; whoever waits there does not decode.
    # Where that is the shorter wait, it holds by how often what comes at once fills the budget.
    queued = queueing_for_chunks(case, p, rate, base) - (first - wait)
    full = case.a + case.b * case.limit + case.c * case.budget
    if queued < 0:
        queued *= min(fill, fill**2) / (1 + min(fill, fill**2))
    over = max(queued, (each - full) * (case.output - 1))
    less = min(max(over, 0.0) / (case.output - 1), each - case.a - case.b)
    return first + over, token - less, first + over + (case.output - 1) * (each - less)


def clumps(case, rate, p):
    """What answers that begin in clumps add to the number in service that a token sees.

    Shot noise: the number in service varies as arrivals a step do, V times as much as by chance, for as long
    as two answers run side by side. Slots that run out cut it, as they do the variance by chance.
    """
    share = rate * case.c * case.prompt
    rho = rate * (case.b * case.output + case.c * case.prompt)
    arrivals = 1 + 2 * share / (1 - share) + (1 + case.prompt_cv**2) * (share / (1 - share)) ** 2
    lengths = [lognormal_quantile((i + 0.5) / 20_000, case.output, case.output_cv) for i in range(20_000)]
    shorter = sum(2 * (1 - (i + 0.5) / 20_000) * length for i, length in enumerate(lengths)) / sum(lengths)
    wider = (1 - share) * (1 + shorter * (arrivals - 1))
    mean = math.fsum(n * w for n, w in enumerate(p))
    variance = math.fsum(n * n * w for n, w in enumerate(p)) - mean * mean
    room = ((case.limit - mean) / NORMAL.inv_cdf(0.99)) ** 2
    return (wider - 1) / (1 - rho) * min(room / (wider * variance), 1)


def lognormal_quantile(share, mean, cv):
    """Length that a share of lognormal ones stays below."""
    sigma = math.sqrt(math.log1p(cv * cv))
    return mean * math.exp(sigma * NORMAL.inv_cdf(share) - sigma**2 / 2)


def queueing_for_chunks(case, p, rate, base):
    """TTFT of a single server that takes one chunk of a prompt a step, the last one along with others."""
    inside = math.fsum(n * w for n, w in enumerate(p))
    work = case.c * case.prompt
    one = work + case.prompt / max(case.budget - inside, 1) * base
    square = one * one * (1 + case.prompt_cv**2)
    wait = rate * square / 2 / (1 - rate * one)
    more = chunks(case, p)
    before_last = (1 - p[0]) * base / 2 + wait + (work + more * base) * more / (1 + more)
    # What comes until then fills the last step up, at most by half of what a step can take.
    came, half = rate * work * before_last, case.c * max(case.budget - inside, 1) / 2
    return (1 - p[0]) * base / 2 + wait + base + work + more * base + 1 / (1 / came + 1 / half)


def nodes(case):
    """Weights and steps after the first token over lognormal output lengths, five points."""
    at, weight = np.polynomial.hermite_e.hermegauss(5)
    sigma = math.sqrt(math.log1p(case.output_cv**2))
    lengths = case.output * np.exp(sigma * at - sigma**2 / 2)
    return [(w, max(o, 2.0) - 1.0) for w, o in zip(weight / weight.sum(), lengths.tolist(), strict=True)]


def chunks(case, p):
    """Mean steps beyond the first that prompts take, by summing over the lengths' quantiles."""
    left = max(case.budget - sum(n * w for n, w in enumerate(p)), 1)
    sigma = math.sqrt(math.log(max(1 + case.prompt_cv**2, 1.0025)))
    ratios = [
        case.prompt / left * math.exp(sigma * NORMAL.inv_cdf((i + 0.5) / 20_000) - sigma**2 / 2)
        for i in range(20_000)
    ]
    return sum(x - 0.5 for x in ratios if x > 1) / 20_000


def points(count, dimensions, seed=0.5):
    """Kronecker points of the generalized golden ratio in the open unit cube, shape (count, dimensions)."""
    root = 2.0
    for _ in range(64):
        root = (1 + root) ** (1 / (dimensions + 1))
    steps = root ** -np.arange(1.0, dimensions + 1)
    return np.clip((seed + np.outer(np.arange(1, count + 1), steps)) % 1.0, 1e-9, 1 - 1e-9)


_TABLE = np.array([NORMAL.inv_cdf((i + 0.5) / 4096) for i in range(4096)])


def normal(u):
    return np.interp(u * 4096 - 0.5, np.arange(4096), _TABLE)


def lognormal(u, mean, cv):
    sigma = math.sqrt(math.log1p(cv * cv))
    return mean * np.exp(sigma * normal(u) - sigma**2 / 2)


def gamma(u, shape, scale):
    """Wilson-Hilferty; lognormal of the same moments where the shape is below a half."""
    shape = np.asarray(shape, float)
    h = 1 / (9 * np.maximum(shape, 0.5))
    cube = shape * np.maximum(1 - h + normal(u) * np.sqrt(h), 0) ** 3
    return scale * np.where(shape < 0.5, lognormal_of(u, shape), cube)


def lognormal_of(u, shape):
    sigma = np.sqrt(np.log1p(1 / shape))
    return shape * np.exp(sigma * normal(u) - sigma**2 / 2)


def poisson(u, mean):
    """Smallest count whose distribution reaches u, shape of u."""
    term = total = np.exp(-mean)
    count = np.zeros_like(u)
    for k in range(1, 400):
        more = total < u
        if not more.any():
            break
        count[more] = k
        term = term * mean / k
        total = total + term
    return count


def sampled(case, rate, count=4096):
    """TTFT and TPOT samples of theory 2.6, sections 1-6, for Poisson arrivals."""
    u = points(count, 12).T
    p = occupancy(case, rate)
    load = rate / case.capacity
    tail = [p[-1] * (1 - load) * load**k for k in range(min(60_000, int(30 / -math.log(load)) + 1))]
    cumulated = np.cumsum(p[:-1] + tail)
    n = np.minimum(np.searchsorted(cumulated, u[0] * cumulated[-1]), cumulated.size - 1).astype(float)
    batch = np.minimum(n, case.limit)
    prompt = lognormal(u[1], case.prompt, case.prompt_cv)
    output = np.maximum(2, lognormal(u[2], case.output, case.output_cv))
    work = case.c * case.prompt
    square = (1 + case.prompt_cv**2) * work**2
    share = rate * work
    wait = np.where(n >= case.limit, gamma(u[3], np.maximum(n - case.limit + 1, 1), 1 / case.capacity), 0)
    base = case.a + case.b * batch
    s1 = base / (1 - share)
    grown = _growth(u, rate, share, s1, square)
    budget = (case.budget - batch) * case.c
    residual = u[7] * (base + np.minimum(grown, budget))
    sharers = poisson(u[8], rate * (base + np.minimum(grown, budget)))
    theirs = np.where(
        sharers > 0, gamma(u[9], np.maximum(sharers / (square / work**2), 1e-9), square / work), 0
    )
    load_here = case.c * prompt + np.maximum(grown - budget, 0) + theirs
    own = np.ceil(np.maximum(load_here / budget, 1e-9)) * base + load_here
    idle = np.ceil(prompt / case.budget) * case.a + case.c * prompt
    ttft = np.where(n > 0, wait + residual + own, idle)
    return ttft, _token_times(case, rate, p, n, output, own, u)


def _growth(u, rate, share, s1, square):
    zero = np.exp(-rate * s1)
    mean, variance = share * s1, square * rate * s1 / (1 - share**2)
    inside = mean / (1 - zero)
    spread = np.maximum((variance + mean**2) / (1 - zero) - inside**2, 1e-12 * inside**2)
    shape = inside**2 / spread
    biased = u[4] < share
    drawn = gamma(u[5], shape + biased, spread / inside)
    return np.where(biased | (u[6] > zero), drawn, 0)


def _token_times(case, rate, p, n, output, own, u):
    work = case.c * case.prompt
    share = rate * work
    each = case.b * case.output + work
    mean = math.fsum(k * w for k, w in enumerate(p))
    fixed = case.output * case.a
    relax = (fixed + mean * each) ** 2 / fixed
    typical = (case.a + case.b * mean) / (1 - share)
    x = output * typical / relax
    shrunk = mean + (n - mean) * np.sqrt(2 * (x - 1 + np.exp(-x)) / x**2)
    step = (case.a + case.b * np.minimum(np.maximum(shrunk, 0) + 1, case.limit)) / (1 - share)
    steps = output - 1
    drag = share * (1 - share**steps) / ((1 - share) * steps)
    middle = step + (own - step) * drag
    variance = (1 + case.prompt_cv**2) * work**2 * rate * step / ((1 - share) ** 2 * steps)
    above = np.maximum(middle - case.a - case.b, 1e-12)
    return case.a + case.b + gamma(u[10], above**2 / variance, variance / above)


def static(seconds, limit, asked, prompt, output, budget):
    """A static batch step by step: end, and TTFT and TPOT of each request; whole prompts of one length.

    `seconds(decoding, prefill)` is the time of a step. At most `limit` run side by side, the rest waits
    for all of them to end. Prompts go first, in steps of `budget` tokens, then all decode together.
    """
    now, first, token = 0.0, [], []
    while len(first) < asked:
        side = min(limit, asked - len(first))
        through, turns = 0.0, []
        while through < side * prompt:
            chunk = min(budget, side * prompt - through)
            now += seconds(0, chunk)
            through += chunk
            turns += [now] * (int(through // prompt) - len(turns))
        for _ in range(output - 1):
            now += seconds(side, 0)
        first += turns
        token += [(now - turn) / (output - 1) for turn in turns]
    return now, first, token
