"""Checks of a stack: which pairs are rejected and why, loop errors per pixel, the reference area."""

import itertools
import json

import numpy as np
import pytest
from groundswell.core.errors import Cancelled, InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.importing import import_interferograms
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 40, 30)
DATES = ["20180101", "20180113", "20180125", "20180206", "20180218", "20180302", "20180314"]
TURN = 2 * np.pi


def interferograms(reach=3, noise=0.2, seed=1, offset=True):
    """Phases [row, column] by pair name: a random field per date, whole turns per pair, noise."""
    rng = np.random.default_rng(seed)
    field = np.cumsum(rng.normal(0, 0.05, (len(DATES), *GRID.shape)), axis=2)
    pairs = {}
    for i, j in itertools.combinations(range(len(DATES)), 2):
        if j - i <= reach:
            turns = TURN * rng.integers(-2, 3) if offset else 0.0
            pairs[f"{DATES[i]}_{DATES[j]}"] = field[j] - field[i] + turns + rng.normal(0, noise, GRID.shape)
    return pairs


@pytest.fixture
def stack(licsar_frame, tmp_path):
    def make(pairs, coherence=None):
        coherence = coherence or {}
        layers = {name: (phase, np.full(GRID.shape, coherence.get(name, 150), "u1")) for name, phase in pairs.items()}
        import_interferograms(licsar_frame(layers, grid=GRID), tmp_path / "stack.nc")
        return tmp_path / "stack.nc"

    return make


def check(path, progress=None, **options):
    output = path.with_name("checked.nc")
    summary = check_interferograms(path, output, CheckOptions(**options), progress)
    with netcdf.open_dataset(output) as dataset:
        return summary, {name: netcdf.read_stored(dataset, name) for name in dataset.variables}


def test_good_interferograms_are_kept_whatever_their_constant(stack):
    summary, found = check(stack(interferograms()))
    assert summary.n_rejected == 0
    assert not found["rejected"].any()
    assert set(found["rejection_reason"]) == {""}
    # 7 dates, each joined with the next 3: 5 loops that span two steps, 8 that span three.
    assert summary.n_loops == 13
    assert summary.n_failed_loops == 0
    # Three independent errors of 0.2 rad.
    np.testing.assert_allclose(found["loop_rms"], 0.2 * np.sqrt(3), atol=0.02)
    assert np.all(found["n_loop_errors"] == 0)
    assert np.all(found["n_valid_pairs"] == 15)


def test_each_limit_rejects_with_its_reason(stack):
    pairs = interferograms()
    pairs["20180113_20180125"][:25] = 0
    path = stack(pairs, {"20180101_20180113": 20})
    summary, found = check(path, min_coherence=0.1)
    reasons = dict(summary.rejected)
    assert "mean coherence 0.078 is below 0.1" in reasons.pop("20180101_20180113")
    assert "coverage 0.167 is below 0.3" in reasons.pop("20180113_20180125")
    assert not reasons
    assert sorted(found["rejection_reason"][found["rejected"] == 1]) == sorted(text for _, text in summary.rejected)


@pytest.mark.parametrize("error", ["a turn on part of the frame", "noise"])
def test_a_pair_whose_loops_all_fail_is_rejected(stack, error):
    pairs = interferograms()
    if error == "noise":
        pairs["20180206_20180218"] += np.random.default_rng(5).normal(0, 4, GRID.shape)
    else:
        pairs["20180206_20180218"][:, :16] += TURN
    summary, found = check(stack(pairs))
    assert [name for name, _ in summary.rejected] == ["20180206_20180218"]
    assert "no loop through it closes" in summary.rejected[0][1]
    assert summary.n_failed_loops == found["n_loops"][list(pairs).index("20180206_20180218")]
    assert np.all(found["n_loop_errors"] == 0)  # of the pairs in use


def test_the_data_stay_as_they_are(stack):
    path = stack(interferograms())
    with netcdf.open_dataset(path) as dataset:
        before = {name: netcdf.read_stored(dataset, name) for name in ("unwrapped_phase", "coherence")}
    _, found = check(path)
    for name, values in before.items():
        np.testing.assert_array_equal(found[name], values)


def test_a_check_may_be_repeated_in_place(stack):
    path = stack(interferograms())
    first = check_interferograms(path, path, CheckOptions(reject=("20180101_20180113",)))
    second = check_interferograms(path, path, CheckOptions())
    assert (first.n_rejected, second.n_rejected) == (1, 0)
    with netcdf.open_dataset(path) as dataset:
        assert not netcdf.read(dataset, "rejected").any()
        assert len(dataset.history.splitlines()) == 3


def test_pairs_are_kept_or_rejected_by_hand(stack):
    pairs = interferograms()
    pairs["20180206_20180218"][:, :16] += TURN
    path = stack(pairs)
    summary, found = check(path, keep=("20180206_20180218",), reject=("20180101_20180113",))
    assert dict(summary.rejected) == {"20180101_20180113": "rejected by hand"}
    # The error of the pair that was kept shows per pixel: in the four loops that it is in.
    assert np.all(found["n_loop_errors"][:, 30:] == 0)
    assert found["n_loop_errors"][:, :16].min() >= 2
    for options, words in (
        ({"keep": ("20200101_20200113",)}, "KEEP: the stack has no interferogram"),
        ({"reject": ("x",)}, "REJECT"),
        ({"keep": ("20180101_20180113",), "reject": ("20180101_20180113",)}, "decide for one"),
    ):
        with pytest.raises(InputError, match=words):
            check(path, **options)


def test_turns_are_corrected_where_the_loops_leave_no_doubt(stack):
    pairs = interferograms(noise=0.1)
    clean = {name: phase.copy() for name, phase in pairs.items()}
    pairs["20180125_20180206"][5, 5] += TURN
    pairs["20180113_20180206"][8, 20:23] -= 2 * TURN
    # Two errors in one loop at one pixel: who is wrong is not certain, but both are in loops that fail.
    pairs["20180302_20180314"][20, 30] += TURN
    pairs["20180218_20180302"][20, 30] += 0.5 * TURN  # and this is no whole turn
    progress = SilentProgress()
    _, found = check(stack(pairs), progress, correct_turns=True)
    names = sorted(pairs)
    for name, row, columns in (("20180125_20180206", 5, 5), ("20180113_20180206", 8, slice(20, 23))):
        np.testing.assert_allclose(
            found["unwrapped_phase"][names.index(name), row, columns], clean[name][row, columns], atol=1e-5
        )
    changed = np.abs(found["unwrapped_phase"] - np.stack([pairs[name] for name in names])) > 0.1
    assert changed.sum() == 4
    assert any("4 values of single pixels were corrected" in text for text in progress.warnings)
    assert np.all(found["n_loop_errors"][:15] == 0)
    assert found["n_loop_errors"][20, 30] > 0


def test_values_without_a_closing_loop_are_removed(stack):
    pairs = interferograms(noise=0.1)
    pairs["20180125_20180206"][5, 5] += 0.7 * TURN
    pairs["20180302_20180314"][20, 30] += TURN
    progress = SilentProgress()
    _, found = check(stack(pairs), progress, remove_unclosed=True)
    names = sorted(pairs)
    missing = np.argwhere(np.isnan(found["unwrapped_phase"]))
    expected = [[names.index("20180125_20180206"), 5, 5], [names.index("20180302_20180314"), 20, 30]]
    np.testing.assert_array_equal(missing, expected)
    assert np.all(found["n_loop_errors"] == 0)
    assert np.count_nonzero(found["n_valid_pairs"] == 14) == 2
    assert any("2 values of single pixels were removed" in text for text in progress.warnings)


def test_the_reference_may_be_a_polygon(stack, tmp_path):
    ring = [[100.0052, 25.985], [100.011, 25.985], [100.011, 25.99], [100.008, 25.992], [100.0052, 25.985]]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (tmp_path / "area.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    summary, found = check(stack(interferograms()), reference_polygons=tmp_path / "area.geojson")
    area = summary.reference
    np.testing.assert_allclose(
        [area.lon_min, area.lon_max, area.lat_min, area.lat_max], [100.005, 100.011, 25.985, 25.992], atol=1e-9
    )
    # The slanted sides leave the north-west and a corner in the north-east out.
    assert ["".join(map(str, row)) for row in found["reference_area"][8:15, 5:11]] == [
        "000100", "001110", "001111", "001111", "011111", "011111", "111111",
    ]  # fmt: skip


def test_a_cut_in_the_network_and_lost_dates_are_reported(stack):
    pairs = interferograms(reach=1)
    progress = SilentProgress()
    summary, _ = check(stack(pairs), progress, reject=("20180125_20180206", "20180302_20180314"))
    assert summary.lost_dates == ("20180314",)
    assert summary.cuts == ("20180101-20180125 | 20180206-20180302",)
    assert any("20180314" in warning for warning in progress.warnings)
    assert any("20180101-20180125 | 20180206-20180302" in warning for warning in progress.warnings)
    # Chains have no loops: that nothing could be judged is said.
    assert any("no loop" in warning for warning in progress.warnings)


def test_the_automatic_reference_is_complete_coherent_and_quiet(stack):
    pairs = interferograms(noise=0.05)
    rng = np.random.default_rng(3)
    for number, phase in enumerate(pairs.values()):
        phase[:, 25:] += rng.normal(0, 0.5, (30, 15))  # noisy in the east
        phase[:12] = np.where(rng.random((12, 40)) < 0.3, 0, phase[:12])  # incomplete in the north
        phase[20:, :20] -= 1.0 * (number % 3 + 1)  # sinking in the south-west
    _, found = check(stack(pairs))
    with netcdf.open_dataset(stack(pairs).with_name("checked.nc")) as dataset:
        area = netcdf.read_reference_area(dataset)
    assert area.lon_max <= 100.025 + 1e-9
    assert area.lat_max <= 26 - 0.012 + 1e-9
    assert area.los_up == pytest.approx(0.8, abs=1e-6)
    assert found["n_valid_pairs"].max() == len(pairs)


@pytest.mark.parametrize(
    ("place", "rows", "columns"),
    [((100.0105, 25.9895), (5, 16), (5, 16)), ((100.002, 100.005, 25.99, 25.995), (5, 10), (2, 5))],
)
def test_the_reference_may_be_given(stack, place, rows, columns):
    pairs = interferograms()
    pairs["20180101_20180113"][rows[0] : rows[1], columns[0] : columns[1]] = 0
    summary, found = check(stack(pairs), reference=place)
    assert dict(summary.rejected) == {"20180101_20180113": "no data in the reference area"}
    west, east, south, north = place if len(place) == 4 else (
        place[0] - 0.005, place[0] + 0.005, place[1] - 0.0045, place[1] + 0.0045,
    )  # fmt: skip
    area = summary.reference
    np.testing.assert_allclose(
        [area.lon_min, area.lon_max, area.lat_min, area.lat_max], [west, east, south, north], atol=0.0011
    )


@pytest.mark.parametrize("place", [(120.0, 26.0), (100.0, 99.0, 25.9, 26.0), (np.nan, 26.0), (1.0,)])
def test_references_that_cannot_be(stack, place):
    path = stack(interferograms())
    with pytest.raises(InputError, match="REFERENCE"):
        check(path, reference=place)
    assert not path.with_name("checked.nc").exists()


def test_limits_that_leave_nothing(stack):
    path = stack(interferograms())
    with pytest.raises(InputError, match="lower MIN_COHERENCE"):
        check(path, min_coherence=0.9)
    with pytest.raises(InputError, match="raise MAX_LOOP_RMS"):
        check(path, max_loop_rms_rad=0.01)
    for options in ({"min_coherence": 2.0}, {"min_valid_fraction": -1.0}, {"max_loop_rms_rad": 0.0}):
        with pytest.raises(InputError):
            check(path, **options)
    assert not path.with_name("checked.nc").exists()


def test_stacks_that_cannot_be_checked(stack, tmp_path):
    path = stack(interferograms())
    content = path.read_bytes()
    (tmp_path / "half.nc").write_bytes(content[: len(content) // 2])
    with pytest.raises(InputError, match="cut off"):
        check(tmp_path / "half.nc")
    with pytest.raises(InputError, match="does not exist"):
        check(tmp_path / "none.nc")


def test_cancelling_leaves_no_file(stack):
    class Cancelling(SilentProgress):
        def cancelled(self):
            return True

    path = stack(interferograms())
    with pytest.raises(Cancelled):
        check(path, Cancelling())
    assert not path.with_name("checked.nc").exists()


@pytest.mark.reference
def test_licsbas_rejects_nearly_the_same_on_mexico_city(reference, tmp_path):
    folder = reference / "insar" / "mexico_cropA"
    import_interferograms(folder, tmp_path / "stack.nc")
    summary, found = check(tmp_path / "stack.nc")
    theirs = set((folder / "peer_licsbas2" / "info" / "12bad_ifg.txt").read_text().split())
    ours = {name for name, _ in summary.rejected}
    # LiCSBAS judges relative to a reference of one pixel, and so rejects two more.
    assert ours < theirs
    assert len(ours) >= 5
    assert summary.n_loops == 24
