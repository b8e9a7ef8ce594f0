"""Shares whatever the order: against every order walked in plain Python, and by their axioms."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.compare import shapley

NAN = math.nan


def by_all_orders(values):
    """Return shares and the share of orders kept, by walking every order."""
    players = len(values).bit_length() - 1
    sums, kept, all_orders = [0.0] * players, 0, 0
    for order in itertools.permutations(range(players)):
        all_orders += 1
        mask, added = 0, []
        for player in order:
            new = mask | 1 << player
            added.append((player, values[new] - values[mask]))
            mask = new
        if all(math.isfinite(by) for _, by in added):
            kept += 1
            for player, by in added:
                sums[player] += by
    return [total / kept if kept else NAN for total in sums], kept / all_orders


def test_two_players_by_hand():
    # 10 alone; the first adds 4 to nothing and 2 to the second; the second takes 3 and 5.
    found = shapley.walks(np.array([10.0, 14.0, 7.0, 9.0]))
    assert found.shares.tolist() == [3.0, -4.0]
    assert found.kept == 1.0


def test_the_glove_game_by_hand():
    # One has a left glove, two have a right one; a pair is worth 1.
    values = [0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0]
    assert shapley.walks(np.array(values)).shares == pytest.approx([4 / 6, 1 / 6, 1 / 6], abs=1e-15)


def test_an_order_that_meets_a_coalition_without_a_value_does_not_count():
    found = shapley.walks(np.array([10.0, NAN, 7.0, 9.0]))
    assert found.shares.tolist() == [2.0, -3.0]
    assert found.kept == 0.5


def games(most=5, holes=True):
    figure = st.floats(-100.0, 100.0)
    one = st.one_of(figure, st.just(NAN)) if holes else figure
    return st.integers(1, most).flatmap(
        lambda n: st.tuples(figure, st.lists(one, min_size=(1 << n) - 2, max_size=(1 << n) - 2), figure).map(
            lambda parts: np.array([parts[0], *parts[1], parts[2]])
        )
    )


@settings(max_examples=60, deadline=None)
@given(games())
def test_shares_are_those_of_every_order_walked(values):
    found = shapley.walks(values)
    expected, kept = by_all_orders(values.tolist())
    assert found.kept == pytest.approx(kept, abs=1e-12)
    assert found.shares == pytest.approx(expected, abs=1e-9, nan_ok=True)


@settings(max_examples=60, deadline=None)
@given(games())
def test_shares_add_up_and_change_sign_when_walked_backwards(values):
    found, back = shapley.walks(values), shapley.walks(values[::-1])
    if found.kept:
        assert found.shares.sum() == pytest.approx(values[-1] - values[0], abs=1e-9)
        assert back.shares == pytest.approx(-found.shares, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(games(4), st.randoms(use_true_random=False))
def test_shares_go_with_their_players_however_they_are_numbered(values, random):
    players = len(values).bit_length() - 1
    places = list(range(players))
    random.shuffle(places)
    moved = np.empty_like(values)
    for mask in range(len(values)):
        new = sum(1 << places[bit] for bit in shapley.bits(mask))
        moved[new] = values[mask]
    found, other = shapley.walks(values).shares, shapley.walks(moved).shares
    assert [other[places[i]] for i in range(players)] == pytest.approx(found.tolist(), abs=1e-9, nan_ok=True)


@settings(max_examples=40, deadline=None)
@given(games(4))
def test_a_player_that_does_nothing_gets_nothing(values):
    wider = np.concatenate([values, values])  # The last player makes no difference to anybody.
    found, alone = shapley.walks(wider), shapley.walks(values)
    if alone.kept:
        assert found.shares[-1] == 0.0
        assert found.shares[:-1] == pytest.approx(alone.shares, abs=1e-9)


def test_players_that_do_alike_get_alike():
    values = np.array([0.0, 2.0, 2.0, 7.0, 1.0, 5.0, 5.0, 9.0])  # The first two may be swapped.
    shares = shapley.walks(values).shares
    assert shares[0] == pytest.approx(shares[1], abs=1e-12)


def test_a_player_joins_each_coalition_in_the_share_of_orders_told():
    found = shapley.walks(np.arange(8.0))
    assert found.joins[0].tolist() == pytest.approx([1 / 3, 0, 1 / 6, 0, 1 / 6, 0, 1 / 3, 0])
    assert found.joins.sum(axis=1) == pytest.approx([1.0, 1.0, 1.0])


def test_the_fewest_players_that_must_join_at_once_are_found_and_become_one():
    # Neither of the first two can go without the other; the third is free.
    values = np.array([0.0, NAN, NAN, 5.0, 1.0, NAN, NAN, 8.0])
    assert shapley.inseparable(values) == 0b011
    game, stands = shapley.merged(values, 0b011)
    assert stands == [0b011, 0b100]
    assert game.tolist() == [0.0, 5.0, 1.0, 8.0]
    assert shapley.walks(game).shares.tolist() == [6.0, 2.0]


def test_nobody_is_bound_together_where_an_order_is_left():
    assert shapley.inseparable(np.array([0.0, NAN, 1.0, 3.0])) == 0


@pytest.mark.parametrize("seed", [1, 2])
def test_orders_drawn_come_in_pairs_that_are_each_others_reverse(seed):
    orders = shapley.orders_drawn(6, 20, np.random.default_rng(seed))
    assert np.array_equal(np.sort(orders, axis=1), np.tile(np.arange(6), (40, 1)))
    assert np.array_equal(orders[0::2], orders[1::2, ::-1])


def test_orders_that_must_avoid_coalitions_are_all_as_likely():
    # Of players 1 and 3 the second comes first or at once after; the rest are free.
    able = np.array([True, False, True, True])
    orders = shapley.orders_drawn(4, 3000, np.random.default_rng(5), able, np.array([1, 3]))
    places = np.argsort(orders, axis=1)
    assert (places[:, 3] < places[:, 1]).all()
    _, counts = np.unique(orders, axis=0, return_counts=True)
    assert counts.size == 12
    assert counts.min() > 400
    assert counts.max() < 600
    assert shapley.orders_kept(able) == 0.5


def test_the_mean_of_orders_drawn_comes_near_the_share_and_tells_its_error():
    rng = np.random.default_rng(3)
    values = rng.normal(size=64).cumsum()
    exact = shapley.walks(values).shares
    orders = shapley.orders_drawn(6, 400, rng)
    masks = (shapley.prefixes(orders) * (1 << np.arange(6))).sum(axis=2)
    found = shapley.averaged(orders, values[masks])
    assert (np.abs(found.shares - exact) <= 4.0 * found.errors).all()
    assert found.errors.max() < 0.2 * np.abs(exact).max()
    assert found.shares.sum() == pytest.approx(values[-1] - values[0], abs=1e-9)


def test_orders_without_a_value_somewhere_are_left_out_of_the_mean():
    orders = np.array([[0, 1], [1, 0]])
    found = shapley.averaged(orders, np.array([[10.0, NAN, 9.0], [10.0, 7.0, 9.0]]))
    assert found.shares.tolist() == [2.0, -3.0]
    assert (found.used, found.drawn) == (1, 2)
