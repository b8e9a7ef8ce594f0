"""Words about the node under the pointer."""

from engine.metrics import BINDING, METRICS
from gui.plotting import text
from gui.plotting.surface_job import SurfacesResult


def node_text(result: SurfacesResult, metric: str, across: float, up: float) -> str:
    """Return the figures at the node nearest to (`across`, `up`), 0-1, and the limit that stops it."""
    grid = result.grid
    rows, columns = grid.base("feasible").shape
    i, j = round(up * (rows - 1)), round(across * (columns - 1))
    shown = METRICS[metric].shown(float(grid.base(metric)[i, j]))
    at = f"{result.x.shown(result.x.value(across))}, {result.y.shown(result.y.value(up))}"
    lines = [at, f"{METRICS[metric].label}: {text.reading(metric, shown)}"]
    code = round(float(grid.base("binding")[i, j]))
    if code in {2, 3}:
        use = float(grid.base("ttft_use" if code == 2 else "tpot_use")[i, j])
        lines.append(f"Stopped by the {BINDING[code][1]}: {use * 100:.0f} % of it")
    elif code == 1:
        lines.append(
            f"Stopped by memory: {float(grid.base('memory_use')[i, j]) * 100:.0f} % of what there is"
        )
    elif code:
        lines.append(f"Stopped by {BINDING[code][1]}")
    return "\n".join(lines)
