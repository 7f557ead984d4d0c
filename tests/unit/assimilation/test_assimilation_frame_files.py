"""Several frames of displacement from file to file."""

from __future__ import annotations

import json

import numpy as np
import pytest
from groundswell.core.assimilation.frames import Frame, FrameFile, frame_files
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.run import assimilate
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.grid.ease2 import Grid
from groundswell.core.loading.cells import grid_cells
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.work.progress import SilentProgress

M25 = Grid("M25")
ROW0, COLUMN0, SIDE = 165, 1075, 12
DAYS = np.arange(6505.0, 6690.0, 12.0)


def season(days, side=SIDE):
    pattern = 1 + 0.3 * np.sin(np.arange(side)[:, None] / 2.0) * np.cos(np.arange(side) / 3.0)
    return 150 * np.sin(2 * np.pi * days / 365.25)[:, None, None] * pattern


def write(path, name, values, days, row, column, grid="M25", **attributes):
    with netcdf.create(path, name, "test") as dataset:
        netcdf.write_grid(dataset, Grid(grid).window(row, column, *values.shape[-2:]))
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name, dtype="f8")[:] = values
        dataset.setncatts(attributes)
    return path


@pytest.fixture(scope="module")
def ground():
    """Displacement [epoch, row, column] of all cells by a season 1.5 times the model's."""
    cells = grid_cells(M25.window(ROW0, COLUMN0, SIDE, SIDE))
    days = np.arange(6505.0, 6690.0, 1.0)
    up = LoadOperator.of_cells(cells, cells.lon, cells.lat).apply(1.5 * season(days).reshape(days.size, -1))
    return lambda wanted: up.reshape(-1, SIDE, SIDE)[(np.asarray(wanted) - days[0]).astype(int)]


@pytest.fixture
def storage(tmp_path):
    days = np.arange(6500.0, 6700.0, 10.0)
    return write(tmp_path / "storage.nc", "tws", season(days), days, ROW0, COLUMN0)


def frame(path, ground, rows, columns, days=DAYS, seed=0, offset=0.0, noise=0.5, **attributes):
    """A file of a frame's displacement with white noise and an offset of `offset` mm at each epoch."""
    rng = np.random.default_rng(seed)
    values = ground(days)[:, rows, columns]
    values = values + noise * rng.normal(size=values.shape) + offset * rng.standard_normal((len(days), 1, 1))
    values[rng.random(values.shape) < 0.1] = np.nan
    return write(path, "vertical_displacement", values, days, ROW0 + rows.start, COLUMN0 + columns.start, **attributes)


def run(storage, files, output, progress=None, references=(), restart=None, save=None, **options):
    chosen = AssimilationOptions(**{"members": 8, "seed": 3, "observation_error_mm": 1.0, **options})
    more = frame_files(files[1:], references)
    result = assimilate(
        storage, files[0], output, chosen, progress or SilentProgress(), restart=restart, save_restart=save, more=more
    )
    with netcdf.open_dataset(output) as dataset:
        values = {name: netcdf.read_stored(dataset, name) for name in dataset.variables if name != "crs"}
        return result, values, {name: dataset.getncattr(name) for name in dataset.ncattrs()}


WAYS = [
    {"method": "enkf_1d"},
    {"method": "enkf_3d"},
    {"method": "enkf_3d", "reference": "tied", "error_correlation_length_km": 50.0, "window": "enks"},
    {"method": "letkf", "error_correlation_length_km": 50.0},
]


@pytest.mark.parametrize("options", WAYS)
def test_two_halves_are_the_whole_frame(tmp_path, storage, ground, options):
    """Halves of one frame, tied to the same station where tied, give the same members to the last bit."""
    station = {"reference_station": "YNXX"}
    whole = frame(tmp_path / "whole.nc", ground, slice(3, 9), slice(4, 8), **station)
    halves = []
    with netcdf.open_dataset(whole) as dataset:
        values = netcdf.read_float(dataset, "vertical_displacement")
    for name, part in (("south", slice(3, 6)), ("north", slice(0, 3))):
        some = values[:, part]
        halves.append(
            write(
                tmp_path / f"{name}.nc",
                "vertical_displacement",
                some,
                DAYS,
                ROW0 + 3 + part.start,
                COLUMN0 + 4,
                **station,
            )
        )
    one = run(storage, [whole], tmp_path / "one.nc", **options)
    two = run(storage, halves, tmp_path / "two.nc", **options)
    for name, values in one[1].items():
        if not name.startswith("group_"):
            np.testing.assert_array_equal(two[1][name], values, err_msg=name)
    assert one[0].n_observations == two[0].n_observations
    assert one[0].n_cells == two[0].n_cells
    # The gate goes through the epochs one by one and takes the mean of the later half, not the settled state.
    assert two[0].information.posterior_std == pytest.approx(one[0].information.posterior_std, rel=0.03)
    assert two[0].information.prior_std == pytest.approx(one[0].information.prior_std, rel=1e-9)


def test_two_windows_of_a_frame_are_distinguished(tmp_path, storage, ground):
    named = {"frame": "106D_05248_131313"}
    south = frame(tmp_path / "s.nc", ground, slice(6, 9), slice(4, 8), **named)
    north = frame(tmp_path / "n.nc", ground, slice(3, 6), slice(4, 8), **named)
    result, values, attributes = run(storage, [south, north], tmp_path / "analysis.nc")
    names = ["106D_05248_131313 (1)", "106D_05248_131313 (2)"]
    assert list(values["group_name"]) == [fact["frame"] for fact in json.loads(attributes["frames"])] == names
    assert values["group_count"].sum() == result.n_observations


def two_tracks(tmp_path, ground, **changes):
    """Overlapping frames of two tracks, four of the second's days on days of the first."""
    later = np.sort(np.concatenate([DAYS[3::4], DAYS[:-1] + 5]))
    choices = {"offset": 20.0, **changes}
    return [
        frame(tmp_path / "a.nc", ground, slice(2, 7), slice(3, 9), frame="106D_05248_131313", **choices),
        frame(tmp_path / "b.nc", ground, slice(5, 10), slice(4, 10), later, 1, frame="055A_00001_131313", **choices),
    ], later


@pytest.mark.parametrize("options", [{"method": "enkf_1d"}, {"method": "enkf_3d"}, {"method": "letkf"}])
def test_the_order_of_the_files_is_of_no_account(tmp_path, storage, ground, options):
    files, later = two_tracks(tmp_path, ground, offset=0.0)
    one = run(storage, files, tmp_path / "1.nc", references=("tied",), **options)
    two = run(storage, files[::-1], tmp_path / "2.nc", references=("absolute",), **{**options, "reference": "tied"})
    for name, values in one[1].items():
        np.testing.assert_array_equal(two[1][name], values, err_msg=name)
    np.testing.assert_array_equal(one[1]["time"], np.union1d(DAYS, later))
    facts = json.loads(one[2]["frames"])
    assert [(fact["frame"][:4], fact["reference"]) for fact in facts] == [("055A", "tied"), ("106D", "absolute")]
    assert [fact["epochs"] for fact in facts] == [later.size, DAYS.size]
    assert sum(fact["observations"] for fact in facts) == one[0].n_observations == one[1]["n_observations"].sum()
    assert one[0].n_cells == 5 * 6 + 5 * 6 - 2 * 5
    assert one[0].n_cells == (one[1]["n_observations"] > 0).sum()


@pytest.mark.parametrize("method", ["enkf_1d", "enkf_3d"])
def test_in_two_parts(tmp_path, storage, ground, method):
    files, later = two_tracks(tmp_path, ground)
    options = {"references": ("unknown",), "method": method, "save_members": True}
    whole = run(storage, files, tmp_path / "whole.nc", **options)[1]
    state = tmp_path / "state.nc"
    first = run(storage, files, tmp_path / "1.nc", save=state, end="2017-12-31", **options)[1]
    rest = run(storage, files, tmp_path / "2.nc", restart=state, **options)[1]
    assert 5 < first["time"].size < whole["time"].size - 5
    for name, axis in (("time", 0), ("tws_analysis_members", 1), ("normalized_innovation", 0)):
        np.testing.assert_array_equal(np.concatenate([first[name], rest[name]], axis=axis), whole[name], err_msg=name)
    with pytest.raises(InputError, match=r"other choices \(frames\)"):
        run(storage, files, tmp_path / "3.nc", restart=state, **{**options, "references": ("tied",)})


def regional_error(values):
    """Error of the mean anomaly of the cells of either frame, root mean square (mm)."""
    truth = 1.5 * season(values["time"])
    seen = values["n_observations"] > 0
    return float(np.std((values["tws_analysis"] - truth)[:, seen].mean(axis=1)))


def test_a_frame_of_unknown_reference_beside_a_tied_one(tmp_path, storage, ground):
    """Two unknown frames tell nothing and leave the open loop; the tied one gains, and more with the other's days."""
    files, _ = two_tracks(tmp_path, ground)
    tied = frame(tmp_path / "tied.nc", ground, slice(2, 7), slice(3, 9), frame="106D_05248_131313")
    options = {"method": "enkf_3d", "members": 40, "localization_km": 0.0}
    progress = SilentProgress()
    alone = {**options, "reference": "unknown", "observation_error_mm": 5.0}
    _, values, attributes = run(storage, files, tmp_path / "u.nc", progress, **alone)
    assert attributes["information_constrains"] == 0
    assert any("cannot constrain" in text and "not used" in text for text in progress.warnings)
    np.testing.assert_array_equal(values["tws_analysis"], values["tws_open_loop"])
    progress = SilentProgress()
    found = run(
        storage,
        [tied, files[1]],
        tmp_path / "t.nc",
        progress,
        ("unknown",),
        reference="tied",
        tie_error_mm=0.5,
        **options,
    )
    assert found[2]["information_constrains"] == 1
    assert not any("cannot constrain" in text for text in progress.warnings)
    open_loop = regional_error({**found[1], "tws_analysis": found[1]["tws_open_loop"]})
    assert regional_error(found[1]) < 0.6 * open_loop
    # Innovations of the unknown frame are without its offset of 20 mm.
    assert np.nanstd(found[1]["innovation"][:, 8:, :]) < 3


def test_the_gate_counts_all_frames(tmp_path, storage, ground):
    files, _ = two_tracks(tmp_path, ground, offset=0.0)
    options = {"method": "enkf_3d", "reference": "tied"}
    ratios = {}
    for name, some, words in (("one", files[:1], ()), ("both", files, ()), ("mixed", files, ("unknown",))):
        made = run(storage, some, tmp_path / f"{name}.nc", references=words, **options)[0].information
        ratios[name] = made.posterior_std / made.prior_std
    assert ratios["both"] < 0.97 * ratios["one"]
    assert ratios["both"] < ratios["mixed"]


def test_missing_values_are_no_observations(tmp_path, ground):
    """A frame of one epoch has no anomaly, an empty epoch nothing: both change nothing."""
    files, later = two_tracks(tmp_path, ground, offset=0.0)
    days = np.arange(6500.0, 6700.0, 10.0)
    members = season(days) + 40 * np.random.default_rng(6).standard_normal((6, 1, 1, 1))
    storage = tmp_path / "members.nc"
    with netcdf.create(storage, "storage", "test") as dataset:
        netcdf.write_grid(dataset, M25.window(ROW0, COLUMN0, SIDE, SIDE))
        netcdf.write_time(dataset, days)
        dataset.createDimension("member", 6)
        netcdf.add_variable(dataset, "tws", ("member", "time", "y", "x"), "mm", "storage", dtype="f8")[:] = members
    extra = frame(tmp_path / "c.nc", ground, slice(1, 4), slice(2, 5), DAYS[4:5], 2)
    empty = np.full((later.size, 5, 6), np.nan)
    with netcdf.open_dataset(files[1]) as dataset:
        empty[::2] = netcdf.read_float(dataset, "vertical_displacement")[::2]
    gaps = write(tmp_path / "gaps.nc", "vertical_displacement", empty, later, ROW0 + 5, COLUMN0 + 4, frame="055A_00001")
    some = write(
        tmp_path / "055A.nc", "vertical_displacement", empty[::2], later[::2], ROW0 + 5, COLUMN0 + 4, frame="055A_00001"
    )
    full = run(storage, [files[0], gaps], tmp_path / "1.nc", method="ensrf_1d")[1]
    less = run(storage, [files[0], some, extra], tmp_path / "2.nc", method="ensrf_1d")[1]
    common = np.isin(full["time"], less["time"])
    cells = full["n_observations"] > 0
    np.testing.assert_array_equal(less["n_observations"], full["n_observations"])
    # Epochs without any observation let increments fade in two steps instead of one: 1e-12 mm, in files of float32.
    np.testing.assert_allclose(less["tws_analysis"][:, cells], full["tws_analysis"][common][:, cells], atol=1e-4)


def test_words_and_files(tmp_path, storage, ground):
    assert frame_files([tmp_path / "a.nc"], ()) == (FrameFile(tmp_path / "a.nc"),)
    with pytest.raises(InputError, match="MORE_REFERENCES: 'sea level' is not offered"):
        frame_files([tmp_path / "a.nc"], ["sea level"])
    with pytest.raises(InputError, match="has 2 words, MORE_OBSERVATIONS 1 file"):
        frame_files([tmp_path / "a.nc"], ["tied", "tied"])
    files, _ = two_tracks(tmp_path, ground)
    with pytest.raises(InputError, match=r"a\.nc is given twice"):
        run(storage, [files[0], files[0]], tmp_path / "o.nc")
    with pytest.raises(InputError, match="give the first as OBSERVATIONS"):
        run(storage, [None, files[0]], tmp_path / "o.nc")
    with pytest.raises(InputError, match="none.nc"):
        run(storage, [files[0], tmp_path / "none.nc"], tmp_path / "o.nc")


def test_a_second_frame_that_does_not_fit_is_named(tmp_path, storage, ground):
    files, _ = two_tracks(tmp_path, ground)
    values = ground(DAYS)[:, :2, :2]
    other = write(tmp_path / "m36.nc", "vertical_displacement", values, DAYS, 115, 750, "M36")
    with pytest.raises(InputError, match=r"observations of .*m36\.nc are on M36"):
        run(storage, [files[0], other], tmp_path / "o.nc")
    outside = write(tmp_path / "outside.nc", "vertical_displacement", values, DAYS, ROW0 - 1, COLUMN0)
    with pytest.raises(InputError, match=r"outside\.nc: 2 of their 4 cells"):
        run(storage, [files[0], outside], tmp_path / "o.nc")
    late = write(tmp_path / "late.nc", "vertical_displacement", values, DAYS + 3000, ROW0, COLUMN0)
    with pytest.raises(InputError, match=r"storage\.nc covers no epoch of the frame late"):
        run(storage, [files[0], late], tmp_path / "o.nc")
    empty = write(tmp_path / "empty.nc", "vertical_displacement", np.full_like(values, np.nan), DAYS, ROW0, COLUMN0)
    with pytest.raises(InputError, match=r"empty\.nc holds no displacement"):
        run(storage, [files[0], empty], tmp_path / "o.nc")


def test_a_frame_of_excluded_epochs_is_said(tmp_path, storage, ground):
    files, _ = two_tracks(tmp_path, ground, offset=0.0)
    few = frame(tmp_path / "few.nc", ground, slice(1, 4), slice(2, 5), DAYS[4:6], 2)
    progress = SilentProgress()
    run(storage, [files[0], few], tmp_path / "o.nc", progress, excluded_periods="2017-12-08..2017-12-24")
    assert any("frame few lie in EXCLUDED_PERIODS" in text for text in progress.warnings)


@pytest.mark.parametrize("method", ["enkf_1d", "enkf_3d", "letkf"])
def test_one_error_twice_is_no_covariance(tmp_path, storage, ground, method):
    files, later = two_tracks(tmp_path, ground, offset=0.0)
    same = frame(tmp_path / "c.nc", ground, slice(5, 9), slice(4, 8), DAYS, 2, frame="106D_05447_131313")
    options = {"method": method, "error_correlation_length_km": 50.0, "error_nugget": 0.0}
    with pytest.raises(InputError, match="covariance of the observations is not positive definite"):
        run(storage, [files[0], same], tmp_path / "o.nc", **options)
    if method == "enkf_3d":  # another track looks through other air
        run(storage, files, tmp_path / "o.nc", **options)


def test_relative_displacement_is_named(tmp_path, storage, ground):
    relative = {"vertical_frame": "relative to the reference area"}
    files = [
        frame(tmp_path / f"{name}.nc", ground, slice(row, row + 4), slice(2, 6), seed=row, frame=name, **relative)
        for name, row in (("106D_1", 1), ("055A_2", 4))
    ]
    progress = SilentProgress()
    run(storage, files, tmp_path / "o.nc", progress, ("unknown",), reference="tied", method="enkf_3d")
    said = [text for text in progress.warnings if "relative to its reference area" in text]
    assert len(said) == 1
    assert "106D_1 is relative to its reference area, but is taken as tied" in said[0]


def test_what_was_taken_out_of_the_displacement_is_named(tmp_path, storage, ground):
    removed = {"ramp_removed": "bilinear", "spatiotemporal_filter_removed": "36 days, 2 km"}
    files = [frame(tmp_path / "a.nc", ground, slice(1, 5), slice(2, 6), frame="106D_1", **removed)]
    for deramped, expected in ((False, 2), (True, 1)):
        progress = SilentProgress()
        run(storage, files, tmp_path / "o.nc", progress, method="enkf_3d", deramped=deramped)
        said = [text for text in progress.warnings if "106D_1" in text]
        assert len(said) == expected
        assert any("A ramp was taken out of every date of 106D_1" in text for text in said) is not deramped


def test_frames_name_their_track_and_station(tmp_path):
    path = write(
        tmp_path / "a.nc", "vertical_displacement", np.zeros((1, 2, 2)), DAYS[:1], ROW0, COLUMN0,
        frame="106D_05248_131313", reference_station="YNXX", vertical_frame="relative to the reference area",
    )  # fmt: skip
    with netcdf.open_dataset(path) as dataset:
        assert Frame.of(dataset, path, "tied") == Frame("106D_05248_131313", "tied", "106D", "YNXX", True)
    plain = write(tmp_path / "b.nc", "vertical_displacement", np.zeros((1, 2, 2)), DAYS[:1], ROW0, COLUMN0)
    with netcdf.open_dataset(plain) as dataset:
        assert Frame.of(dataset, plain, "absolute") == Frame("b", "absolute")
