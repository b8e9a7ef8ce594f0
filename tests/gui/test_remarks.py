"""What is told beside the figures of a frame."""

import pytest

from engine.drivers import point
from engine.evidence import bands
from engine.evidence.closed_form import trust
from engine.scenario import DEFAULT
from gui.live_results import Frame, Wish
from gui.panels.summaries import summary
from gui.remarks import explanation


def frame(scenario):
    here = point(scenario)
    wish = Wish(1, scenario, scenario, "surfaces", None)
    return Frame(wish, here, here, None, True, 0.0, bands(scenario, here), trust(scenario, here))


@pytest.mark.parametrize(
    ("changes", "key", "said"),
    [
        ({"accelerator.memory": 10.0}, "gross_margin", "No figure: weights alone take"),
        ({"finance.supply": "api"}, "utilization", "No figure: tokens are bought"),
        ({"finance.supply": "api"}, "cost_per_output_token", ""),
        ({}, "gross_margin", ""),
    ],
)
def test_an_explanation_says_why_there_is_no_figure(changes, key, said):
    told = explanation(frame(DEFAULT.with_values(changes)), key, lambda _key: ("", ""), None).caution
    assert told.startswith(said)
    assert bool(told) == bool(said)


@pytest.mark.parametrize("group", ["reliability", "api", "usage", "task"])
def test_folded_groups_without_a_part_still_say_what_they_hold(group):
    said = summary(group, DEFAULT, "")
    assert any(c.isalnum() for c in said)
