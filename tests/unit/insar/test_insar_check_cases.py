"""Checks of odd stacks: no loops, no data, one pair, pairs twice, unwrapping errors that hide each other, islands."""

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.checks.unwrapping import correct_turns
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.insar.solver.network import triplets
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 40, 30)
TURN = 2 * np.pi


def network(n_dates=8, reach=3):
    return [(i, j) for i in range(n_dates) for j in range(i + 1, min(n_dates, i + reach + 1))]


PAIRS = network()


def phases(pairs, seed=1, noise=0.15):
    """A random field per date, whole turns per pair, noise."""
    rng = np.random.default_rng(seed)
    field = np.cumsum(rng.normal(0, 0.05, (8, *GRID.shape)), axis=2)
    return np.stack(
        [field[b] - field[a] + rng.normal(0, noise, GRID.shape) + TURN * rng.integers(-2, 3) for a, b in pairs]
    )


def name_of(pair):
    days = [np.datetime64("2016-06-05") + 12 * date for date in pair]
    return "_".join(str(day).replace("-", "") for day in days)


@pytest.fixture
def check(tmp_path):
    """Return a function that writes a stack, checks and inverts it; summary, files' content, warnings."""

    def run(pairs, phase, coherence=0.6, **options):
        path, progress = tmp_path / "stack.nc", SilentProgress()
        with netcdf.create(path, "stack", "test") as dataset:
            netcdf.write_grid(dataset, GRID)
            dataset.createDimension("pair", len(pairs))
            dataset.wavelength = 0.0555
            for name, side in (("reference_date", 0), ("secondary_date", 1)):
                days = [6000.0 + 12 * pair[side] for pair in pairs]
                netcdf.add_day_variable(dataset, name, ("pair",), name)[:] = days
            variable = netcdf.add_variable(dataset, "unwrapped_phase", ("pair", "y", "x"), "rad", "phase")
            variable[:] = phase
            counts = netcdf.add_variable(dataset, "coherence", ("pair", "y", "x"), "1", "coherence", dtype="u1", fill=0)
            counts.scale_factor = 1 / 255
            counts[:] = np.full(phase.shape, coherence)
        summary = check_interferograms(path, tmp_path / "checked.nc", CheckOptions(**options), progress)
        invert_stack(tmp_path / "checked.nc", tmp_path / "series.nc", None, InversionOptions(workers=1), progress)
        found = {}
        for file in ("checked.nc", "series.nc"):
            with netcdf.open_dataset(tmp_path / file) as dataset:
                found.update({name: netcdf.read_stored(dataset, name) for name in dataset.variables})
        return summary, found, progress.warnings

    return run


@pytest.mark.parametrize("pairs", [network(reach=1), [(0, 1)]], ids=["a chain", "one pair"])
def test_networks_without_loops_are_reported_and_kept(check, pairs):
    summary, found, warnings = check(pairs, phases(pairs))
    assert (summary.n_rejected, summary.n_loops) == (0, 0)
    assert summary.pairs_without_loop == tuple(map(name_of, pairs))
    assert any("no loop of three" in text for text in warnings)
    assert np.isnan(found["loop_rms"]).all()
    assert np.all(found["mask"] == 1)


def test_loops_without_a_common_pixel_judge_nothing(check):
    """Two of three pairs see one half each: their loop has no pixel."""
    pairs = [(0, 1), (1, 2), (0, 2)]
    phase = phases(pairs)
    phase[0, :, :20], phase[1, :, 20:] = np.nan, np.nan
    summary, _, warnings = check(pairs, phase, reference=(100.01, 25.985), keep=(name_of((0, 1)),))
    assert summary.n_loops == 0
    assert dict(summary.rejected) == {name_of((0, 1)): "no data in the reference area"}
    assert any("even where KEEP names them" in text for text in warnings)


def test_pixels_and_pairs_without_data(check):
    phase = phases(PAIRS)
    phase[:, 5:15, 5:20] = np.nan
    phase[3] = np.nan
    summary, found, _ = check(PAIRS, phase)
    assert dict(summary.rejected) == {name_of(PAIRS[3]): "coverage 0.000 is below 0.3"}
    assert np.isnan(found["displacement"][:, 5:15, 5:20]).all()
    assert found["mask"].sum() == 1200 - 150
    for empty in (phase * np.nan, phase[:1] * np.nan):
        with pytest.raises(InputError, match="No interferogram of the stack has any data"):
            check(PAIRS[: len(empty)], empty)


def test_limits_that_reject_everything_are_a_sentence(check):
    phase = phases(PAIRS)
    with pytest.raises(InputError, match=r"Every one of the 18 .* 18 by coherence, 0 by coverage\): lower MIN_COHER"):
        check(PAIRS, phase, coherence=0.02)
    sparse = np.where(np.random.default_rng(0).random(phase.shape) < 0.1, phase, np.nan)
    with pytest.raises(InputError, match="0 by coherence, 18 by coverage"):
        check(PAIRS, sparse, min_valid_fraction=0.5)
    with pytest.raises(InputError, match="18 by REJECT"):
        check(PAIRS, phase, reject=tuple(map(name_of, PAIRS)))
    for options in ({}, {"remove_unclosed": True}, {"correct_turns": True}):
        with pytest.raises(InputError, match="No loop of interferograms closes to 1.5 rad"):
            check(PAIRS, phases(PAIRS, noise=6), **options)
    summary, _, warnings = check(PAIRS, phases(PAIRS, noise=6), keep=(name_of((0, 1)),))
    assert summary.n_rejected == 17
    assert any("remove 6 dates from the network" in text for text in warnings)


@pytest.mark.parametrize("bad", [2, 18])
def test_a_pair_that_occurs_twice_is_judged_twice(check, bad):
    pairs = [*PAIRS, PAIRS[2]]
    phase = phases(PAIRS)
    phase = np.concatenate([phase, phase[2:3] + TURN])
    summary, found, _ = check(pairs, phase)
    assert summary.n_rejected == 0
    assert found["n_loops"][2] == found["n_loops"][18] == 2
    phase[bad, :, :20] += TURN
    summary, found, _ = check(pairs, phase)
    assert found["rejected"].tolist() == [int(number == bad) for number in range(19)]
    assert np.all(found["mask"] == 1)


def test_the_order_of_the_pairs_does_not_matter(check):
    phase = phases(PAIRS)
    phase[7, :, :16] += 2 * TURN
    summary, found, _ = check(PAIRS, phase)
    order = np.random.default_rng(0).permutation(len(PAIRS))
    shuffled, found_shuffled, _ = check([PAIRS[number] for number in order], phase[order])
    assert set(shuffled.rejected) == set(summary.rejected) == {(name_of(PAIRS[7]), "no loop through it closes")}
    np.testing.assert_allclose(found_shuffled["displacement"], found["displacement"], atol=1e-4)
    with pytest.raises(InputError, match="in the wrong order"):
        check([(b, a) for a, b in PAIRS], -phase)


@pytest.mark.parametrize(
    ("names", "turns"),
    [
        (((2, 3), (3, 4)), (1, 1)),
        (((2, 3), (3, 4)), (1, -1)),
        (((2, 3), (3, 4)), (2, 2)),
        (((2, 3), (3, 4)), (3, 0)),
        (((2, 4), (2, 5)), (-2, 1)),
        (((1, 3), (3, 4)), (-1, 2)),
        (((1, 2), (5, 6)), (1, -3)),
    ],
)
def test_whole_turns_of_two_pairs_are_corrected(check, names, turns):
    """In one loop, where they may cancel, or far apart; without the correction they are in the result."""
    phase, rows, columns = phases(PAIRS), slice(4, 9), slice(4, 12)
    clean = phase.astype("f4").astype("f8")
    for name, k in zip(names, turns):
        phase[PAIRS.index(name), rows, columns] += k * TURN
    summary, found, warnings = check(PAIRS, phase, correct_turns=True)
    np.testing.assert_allclose(found["unwrapped_phase"], clean, atol=1e-5)
    assert summary.n_rejected == 0
    assert np.all(found["n_loop_errors"] == 0)
    n_wrong = np.count_nonzero(turns)
    assert any(f"{40 * n_wrong} values of single pixels were corrected" in text for text in warnings)
    summary, left, _ = check(PAIRS, phase)  # LiCSBAS's limit rejects a pair for two turns on 3 % of the frame
    assert summary.n_rejected or left["n_loop_errors"][rows, columns].min() > 0


def test_what_the_loops_leave_open_is_not_corrected(check):
    """A turn too many in two of the five pairs of a date: but for the date's own, one too few in the other three."""
    phase = phases(PAIRS)
    for name in ((2, 4), (2, 5)):
        phase[PAIRS.index(name), 4:9, 4:12] += TURN
    _, found, warnings = check(PAIRS, phase, correct_turns=True)
    np.testing.assert_array_equal(found["unwrapped_phase"], phase.astype("f4"))
    assert not any("corrected" in text for text in warnings)
    assert found["n_loop_errors"][4:9, 4:12].min() > 0


def test_pairs_that_can_be_corrected_are_not_rejected(check):
    phase = phases(PAIRS)
    clean = phase.astype("f4")
    phase[PAIRS.index((2, 3)), :, :16] += TURN
    phase[PAIRS.index((3, 4)), :, :16] -= 2 * TURN
    summary, found, _ = check(PAIRS, phase)
    assert [name for name, _ in summary.rejected] == [name_of((2, 3)), name_of((3, 4))]
    summary, found, _ = check(PAIRS, phase, correct_turns=True)
    assert (summary.n_rejected, summary.n_failed_loops) == (0, 0)
    np.testing.assert_allclose(found["unwrapped_phase"], clean, atol=1e-5)


@pytest.mark.parametrize(("reach", "n_wrong", "least"), [(2, 1, 0.0), (3, 2, 0.75), (4, 2, 0.95), (4, 6, 0.9)])
def test_corrections_are_right_or_not_made(reach, n_wrong, least):
    """Random errors of up to two turns, noise, missing values: hardly any correction is wrong."""
    rng = np.random.default_rng(reach)
    pairs = np.array(network(30, reach))
    field = rng.normal(0, 2, (30, 1000)).cumsum(axis=0)
    errors = np.zeros((len(pairs), 1000), int)
    for pixel in range(1000):
        wrong = rng.choice(len(pairs), n_wrong, replace=False)
        errors[wrong, pixel] = rng.choice([-2, -1, 1, 2], n_wrong)
    phase = field[pairs[:, 1]] - field[pairs[:, 0]] + rng.normal(0, 0.2, errors.shape) + TURN * errors
    phase[rng.random(phase.shape) < 0.05] = np.nan
    phase = phase.astype("f4")
    before = phase.copy()
    loops = triplets(pairs)
    counted = correct_turns(phase, loops, np.zeros(len(loops)))
    there = np.isfinite(before)
    made = np.rint(np.where(there, before - phase, 0) / TURN).astype(int)
    np.testing.assert_array_equal(counted, np.count_nonzero(made, axis=0))
    there &= errors != 0
    assert (made == errors)[there].mean() >= least
    # Another set of as few errors may look the same, at the ends of the series above all.
    assert np.count_nonzero((made != 0) & (made != errors)) <= 0.005 * there.sum()
    if reach == 2:  # no pair is in two loops that others vouch for
        assert not made.any()


def test_an_island_without_a_closing_loop(check):
    """Unwrapped by itself, by other whole turns in every pair: counted, removed on demand, and never silently."""
    rng = np.random.default_rng(3)
    phase = phases(PAIRS)
    phase[:, :, 6:9] = np.nan  # water
    island = np.zeros(GRID.shape, bool)
    island[10:16, :6] = True
    phase[:, ~island & (np.arange(40) < 6)] = np.nan
    # Random turns, but such that every loop fails.
    loops = triplets(np.array(PAIRS))
    while True:
        turns = rng.integers(-3, 4, len(PAIRS))
        if np.all(turns[loops[:, 0]] + turns[loops[:, 1]] != turns[loops[:, 2]]):
            break
    phase[:, island] += TURN * turns[:, None] * 0.999
    options = {"max_loop_rms_rad": 20.0}  # it is a small part of the frame
    summary, found, _ = check(PAIRS, phase, **options)
    assert summary.n_rejected == 0
    assert np.all(found["n_loop_errors"][island] == 16)
    assert np.all(found["n_loop_errors"][~island] == 0)
    np.testing.assert_array_equal(found["n_pixel_loops"][island], 16)
    before = found["unwrapped_phase"]
    _, found, warnings = check(PAIRS, phase, remove_unclosed=True, **options)
    assert np.isnan(found["unwrapped_phase"][:, island]).all()
    np.testing.assert_array_equal(found["unwrapped_phase"][:, ~island], before[:, ~island])
    assert np.all(found["mask"][island] == 0)
    assert any("36 of 966 pixels have lost all values" in text for text in warnings)
    # With the reference there it is the rest of the frame that fails, and still nothing vanishes unsaid.
    summary, found, _ = check(PAIRS, phase, reference=(100.003, 25.987), max_loop_rms_rad=50.0)
    assert summary.n_rejected == 0
    assert np.all(found["n_loop_errors"][island] == 0)
    assert np.all(found["n_loop_errors"][:, 9:] == 16)
    phase[:, island] += TURN * 8 * turns[:, None]
    with pytest.raises(InputError, match="closes to 50 rad relative to the reference area.* another REFERENCE"):
        check(PAIRS, phase, reference=(100.003, 25.987), max_loop_rms_rad=50.0)
