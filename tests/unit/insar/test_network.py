"""The network of pairs: loops, connected parts, baselines, and what a choice of pairs loses."""

import numpy as np
import pytest
from groundswell.core.insar.solver.network import connected_parts, losses, network_of, triplets

CHAIN = network_of([0, 12, 0, 24, 36], [12, 24, 24, 36, 48], [10.0, -5.0, 5.0, np.nan, 7.0])


def test_dates_are_indexed_in_their_order():
    assert CHAIN.dates_days.tolist() == [0, 12, 24, 36, 48]
    assert CHAIN.pairs.tolist() == [[0, 1], [1, 2], [0, 2], [2, 3], [3, 4]]
    assert CHAIN.names[2] == "20000101_20000125"


def test_loops_are_named_by_their_sides():
    assert triplets(CHAIN.pairs).tolist() == [[0, 1, 2]]
    assert triplets(CHAIN.pairs[:2]).shape == (0, 3)


def test_all_loops_of_a_complete_network_are_found():
    first, second = np.triu_indices(7, 1)
    pairs = np.stack([first, second], axis=1)
    loops = triplets(pairs)
    assert len(loops) == 35  # 7 choose 3
    for side12, side23, side13 in loops:
        assert pairs[side12][1] == pairs[side23][0]
        assert pairs[side12][0] == pairs[side13][0]
        assert pairs[side23][1] == pairs[side13][1]


def test_parts_are_numbered_by_their_first_date():
    assert connected_parts(np.array([[3, 4], [0, 2]]), 6).tolist() == [0, 1, 0, 2, 2, 3]


def test_subset_drops_dates_without_a_pair():
    subset = CHAIN.subset([True, True, True, False, False])
    assert subset.dates_days.tolist() == [0, 12, 24]
    assert subset.baselines.tolist() == [10, -5, 5]


def test_baselines_of_dates_follow_from_those_of_pairs():
    baselines = CHAIN.date_baselines()
    assert baselines[:3] == pytest.approx([0, 10, 5])
    assert baselines[3:] == pytest.approx([0, 7])  # a part of its own: the pair 24-36 has none
    assert np.isnan(network_of([0], [12]).date_baselines()).all()


def test_losses_name_dates_and_cuts():
    dates, cuts = losses(CHAIN, np.array([True, True, True, False, True]))
    assert dates == []
    assert cuts == ["20000101-20000125 | 20000206-20000218"]
    dates, cuts = losses(CHAIN, np.array([True, True, True, True, False]))
    assert (dates, cuts) == (["20000218"], [])


def test_a_cut_that_was_there_before_is_no_loss():
    network = network_of([0, 24], [12, 36])
    assert losses(network, np.array([True, True])) == ([], [])
