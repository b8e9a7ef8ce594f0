"""`isocost evaluate --out`: inputs and metrics of a scenario as a file."""

from pathlib import Path

from engine.errors import IsocostError
from engine.files import write_atomically
from engine.files.atomic import reason
from engine.metrics import METRICS
from engine.scenario import Scenario
from engine.share.payload import payload
from engine.share.scenario_tables import scenario_table
from engine.share.tables import csv_text


def write(scenario: Scenario, out: str) -> str:
    """Write inputs and metrics of `scenario` to the CSV or XLSX file `out`; return a line that tells so.

    Raises
    ------
    IsocostError
        For another ending, a library that is not installed, or a file that cannot be written.
    """
    path = Path(out)
    form = path.suffix.lower()
    if form == ".csv":
        data = csv_text(scenario_table(scenario)).encode()
    elif form == ".xlsx":
        from engine.share.workbook import workbook

        data = workbook(scenario, None, payload(scenario))
    else:
        raise IsocostError(f"--out {out}: the name must end in .csv or .xlsx")
    try:
        write_atomically(path, data)
    except ValueError:
        raise IsocostError(f"{out!r} is no file name") from None
    except OSError as error:
        raise IsocostError(f"{out} was not written: {reason(error)}") from None
    return f"{out}: {len(scenario.stated()):,} inputs, {len(METRICS):,} metrics"
