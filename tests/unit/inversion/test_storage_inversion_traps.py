"""What goes wrong in storage from displacement, trap by trap, and what is said of bad input."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import netCDF4
import numpy as np
import pytest
from groundswell.core.assimilation.frames import FrameFile
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.stations import Stations, read_stations, write_stations
from groundswell.core.grid.ease2 import Grid, grid_of_cells
from groundswell.core.inversion import data_checks, findings, inputs, resolution
from groundswell.core.inversion.classic import classic
from groundswell.core.inversion.data_checks import memory_mb
from groundswell.core.inversion.domain import make_domain
from groundswell.core.inversion.grace_rows import grace_rows
from groundswell.core.inversion.inputs import read_data
from groundswell.core.inversion.options import InversionInputs
from groundswell.core.inversion.run import solve_displacement
from groundswell.core.inversion.seasons import seasons
from groundswell.core.inversion.system import DataSystem
from groundswell.core.loading.cells import authalic_latitude, grid_cells
from groundswell.core.loading.love_numbers import load
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.work.progress import SilentProgress
from storage_twin import KNOWN, Run, heights, read, stations_and_frame


@pytest.fixture(autouse=True)
def _few_scales(monkeypatch):
    for module in (resolution, findings):
        monkeypatch.setattr(module, "SCALES_KM", (300.0, 400.0))


@pytest.fixture(scope="module")
def twin():
    return stations_and_frame()


@pytest.fixture(scope="module")
def alone(twin):
    with pytest.MonkeyPatch.context() as patch:
        for module in (resolution, findings):
            patch.setattr(module, "SCALES_KM", (300.0, 400.0))
        return Run(twin)


def frame_with(path, output, keep, **attributes):
    """Copy a frame's file, with the displacement [time, y, x] changed by `keep`."""
    shutil.copy(path, output)
    with netCDF4.Dataset(output, "a") as dataset:
        variable = dataset["vertical_displacement"]
        variable[:] = keep(np.ma.filled(variable[:].astype("f8"), np.nan))
        dataset.setncatts(attributes)
    return output


def test_two_principal_components_of_the_heights_lose_storage(alone, twin):
    """Trap 7: 43 mm instead of 39 in the method's study; nothing is truncated here."""

    def truncated(up, days):
        mean = up.mean(axis=1, keepdims=True)
        left, size, right = np.linalg.svd(up - mean, full_matrices=False)
        return mean + (left[:, :2] * size[:2]) @ right[:2]

    run = Run(twin, change=heights(truncated))
    assert run.rms > 1.04 * alone.rms
    assert np.linalg.matrix_rank(alone.found.estimates.mean, tol=1.0) > 10


def test_the_checkerboard_is_that_of_the_solution_and_its_noise_is_said(alone, twin):
    """Trap 13: maps of noise alone are as large as what stands beside the gain."""

    def noise(data):
        return replace(data, values=1.5 * np.random.default_rng(5).standard_normal(data.values.shape))

    only = Run(twin, change=noise).found.estimates.mean[:, alone.inside]
    # About the mean of 24 epochs; the rest is the draw's.
    assert np.sqrt((only**2).mean() * 24 / 23) == pytest.approx(alone.found.resolution.noise_mm, rel=0.1)
    noisier = replace(alone.found.data, errors=replace(alone.found.data.errors, own=2 * alone.found.data.errors.own))
    with_more = solve_displacement(
        noisier, alone.found.domain, KNOWN, InversionInputs(stations=twin.stations), SilentProgress()
    )
    assert (with_more.resolution.checkerboard < alone.found.resolution.checkerboard).mean() > 0.7
    # Hardly smoothed, the noise would be larger than storage.
    data, domain, covariance = noise(alone.found.data), alone.found.domain, alone.found.data.operator
    rough = classic(data, domain, covariance[:, domain.land], 1e-9, True).estimates.mean[:, alone.inside]
    assert np.sqrt((rough**2).mean()) > 2 * 100  # rms of storage; 724 mm with ninety stations


def test_coincident_stations_and_data_given_twice_are_no_trouble(alone, twin):
    """Trap 17: errors of their own keep the covariance regular."""

    def twice(data):
        values, operator = data.values.copy(), data.operator.copy()
        values[1], operator[1] = values[0], operator[0]
        return replace(data, values=values, operator=operator)

    run = Run(twin, change=twice)
    assert np.isfinite(run.found.estimates.mean).all()
    assert run.rms < 1.1 * alone.rms


def solved(options=KNOWN, **files):
    """Return storage, its deviation and leave-one-out of files that are read anew."""
    given, progress = InversionInputs(**files), SilentProgress()
    data, domain = read_data(given, options, progress)
    found = solve_displacement(data, domain, options, given, progress)
    return found.estimates.mean, found.estimates.std, found.fit.residual


def test_neither_order_nor_workers_change_a_bit(twin, tmp_path):
    """Trap 18: order of stations in the file, of files, number of threads."""
    stations = read_stations(twin.stations)
    order = np.random.default_rng(2).permutation(len(stations.names))
    other = tmp_path / "shuffled.nc"
    with netcdf.create(other, "heights", "importgnss") as dataset:
        names = tuple(stations.names[number] for number in order)
        places = (stations.lon[order], stations.lat[order])
        write_stations(
            dataset, Stations(names, *places, stations.days, stations.up_mm[order], stations.up_std_mm[order])
        )

    def west(values):
        values[:, :, 3:] = np.nan
        return values

    def east(values):
        values[:, :, :3] = np.nan
        return values

    one = frame_with(twin.frame, tmp_path / "one.nc", west, frame="001A_00000_131313")
    two = frame_with(twin.frame, tmp_path / "two.nc", east, frame="002D_00000_131313")
    near = replace(KNOWN, buffer_km=100.0)
    first = solved(
        replace(near, workers=1), stations=twin.stations, observations=one, more=(FrameFile(two, "unknown"),)
    )
    second = solved(replace(near, workers=3), stations=other, observations=two, more=(FrameFile(one, "unknown"),))
    for here, there in zip(first, second):
        np.testing.assert_array_equal(here, there)


def test_a_spike_comes_back_as_the_averaging_kernel_says(alone, twin):
    """Trap 22: one metre of water in one cell, a reservoir; it has to be a known load."""
    place = int(np.argmin(np.hypot(alone.lon - 102.0, alone.lat - 25.2)))
    sign = np.where(np.arange(24) % 2 == 0, 1.0, -1.0)  # no mean, so that no constant takes it up

    def spike(data):
        column = data.operator[:, alone.found.domain.land][:, place]
        return replace(data, values=1000.0 * column[:, np.newaxis] * sign)

    maps = Run(twin, change=spike).found.estimates.mean
    gain = maps[0, place] / 1000.0
    assert gain == pytest.approx(alone.found.resolution.diagonal[place], rel=1e-6)
    assert gain < 0.03
    east = (alone.lon - alone.lon[place]) * np.cos(np.radians(alone.lat[place]))
    away = 111.2 * np.hypot(east, alone.lat - alone.lat[place])
    # On 36 km cells with thirty stations; 0.27 and 1.19 with the study's stations.
    assert 0.1 < maps[0, away < 150].sum() / 1000 < 0.6
    assert 0.8 < maps[0, away < 500].sum() / 1000 < 1.6
    words = alone.findings.verdict
    assert "Loads taken out beforehand: storage around the window." in words
    assert "1 hPa for some 10 mm" in words


def test_an_annual_amplitude_is_known_better_than_an_epoch():
    """Trap 23: 1.5 mm an epoch is 0.26 mm for 65 epochs."""
    days = 6575.0 + np.arange(65) * 30.4375
    storage = 20 * np.cos(2 * np.pi * days / 365.25)[:, np.newaxis]
    found = seasons(days, storage, np.full((65, 1), 1.5))
    assert found.amplitude == pytest.approx(20.0, abs=0.02)
    assert found.amplitude_std == pytest.approx(1.5 * np.sqrt(2 / 65), rel=0.05)


@pytest.mark.parametrize(("smoothing", "tolerance"), [(1e2, 0.01), (1e3, 0.01), (1e4, 0.01)])
def test_smoothing_does_not_depend_on_the_size_of_cells(twin, smoothing, tolerance):
    """Trap 5: one lambda on cells of 36 km and on quarters of their sides gives one map."""
    coarse_data, domain = read(
        InversionInputs(stations=twin.stations), replace(KNOWN, buffer_km=100.0), SilentProgress()
    )
    grid = domain.grid
    _, row, column = grid_of_cells(grid)
    other = Grid("M09").window(4 * row, 4 * column, 4 * grid.rows, 4 * grid.columns)
    split = make_domain(other, coarse_data.lon, coarse_data.lat, None, None, background=None)
    points = (coarse_data.lon, authalic_latitude(coarse_data.lat), load().in_frame("CF"))
    operator = LoadOperator.of_cells(split.cells, *points).matrix() / 1000
    fine_data = replace(coarse_data, operator=operator.reshape(-1, *other.shape))
    coarse, fine = (
        own.on_grid(classic(data, own, data.operator[:, own.land], smoothing, True).estimates.mean)
        for data, own in ((coarse_data, domain), (fine_data, split))
    )
    mean = fine.reshape(24, grid.rows, 4, grid.columns, 4).mean(axis=(2, 4))
    assert np.abs(mean - coarse).max() < tolerance * np.abs(coarse).max()


def test_sea_cells_carry_no_water(twin, tmp_path):
    """Trap 11: storage and stations west of 102 degrees east only; the land is that of the background."""
    lon, _ = twin.grid.lon_lat()
    files = {"sea": tmp_path / "sea.nc", "land": tmp_path / "land.nc"}  # at sea missing, and zero
    for path, water in zip(files.values(), (np.nan, 0.0)):
        shutil.copy(twin.storage, path)
        with netCDF4.Dataset(path, "a") as dataset:
            dataset["tws"][:] = np.where(lon < 102.0, dataset["tws"][:], water)
    cells = grid_cells(twin.grid)
    sea = (lon >= 102.0).ravel()

    def without_sea(data):
        points = (data.lon, authalic_latitude(data.lat))
        water = LoadOperator.of_cells(cells.part(sea), *points, load().in_frame("CF"))
        values = data.values - water.apply(twin.truth.reshape(24, -1)[:, sea]).T
        values = values - values.mean(axis=1, keepdims=True)
        values[data.lon >= 102.0] = np.nan
        return replace(data, values=values)

    gains = []
    for name, path in files.items():
        run = Run(twin, background=path, change=without_sea)
        west = run.inside & (run.lon < 101.5)
        found, truth = run.found.estimates.mean[:, west].mean(axis=1), run.truth[:, west].mean(axis=1)
        gains.append(found @ truth / (truth @ truth))
        assert (run.lon.max() < 102.4) == (name == "sea")
    assert gains[0] == pytest.approx(1.0, abs=0.1)  # 0.97 against 0.85 in the method's study
    assert gains[1] < gains[0] - 0.05


def test_frames_that_say_nothing_are_named_and_change_nothing(alone, twin, tmp_path):
    """Trap 16: one cell, whose offset takes up all; cells on a line, across which a plane is not determined."""

    def cell(values):
        one = np.full(values.shape, np.nan)
        one[:, 2, 2] = values[:, 2, 2]
        return one

    def line(values):
        values[:, 1:] = np.nan
        return values

    run = Run(twin, observations=frame_with(twin.frame, tmp_path / "cell.nc", cell))
    assert run.warned("has 1 cell(s) with data, and its free offset takes up all that they say: the frame is left out")
    np.testing.assert_allclose(run.found.estimates.mean, alone.found.estimates.mean, atol=1e-6)
    path = frame_with(twin.frame, tmp_path / "line.nc", line)
    progress = SilentProgress()
    near = replace(KNOWN, deramped=True, buffer_km=50.0)
    data, _ = read_data(InversionInputs(observations=path), near, progress)
    assert any("lie on a line: its plane (DERAMPED) is not determined" in one for one in progress.warnings)
    assert DataSystem(np.eye(data.n_data), data.free).freedom == data.n_data - 2


def test_epochs_that_offsets_take_up_are_told_and_empty(twin, tmp_path):
    """Section 10: nothing is left of one cell of a relative frame."""

    def one_left(values):
        values[3, 1:] = values[3, 0, 1:] = np.nan
        return values

    path = frame_with(twin.frame, tmp_path / "frame.nc", one_left)
    run = Run(twin, stations=None, observations=path, background=None)
    assert run.warned("At 1 epochs free offsets and planes take up all of the data; they stay empty (NaN): 2018-04-")
    assert np.isnan(run.found.estimates.mean[3]).all()
    assert np.isfinite(run.found.estimates.mean[2]).all()


def test_an_antenna_step_of_five_millimetres_is_seen_but_not_refuted(alone, twin):
    """Trap 9: 1.85 standard deviations in the method's study, where others reach 1.2."""

    def stepped(up, days):
        up[7, 12:] += 5.0
        return up

    run = Run(twin, change=heights(stepped))
    scores = findings.station_scores(run.found.data, run.fit)
    assert int(np.argmax(scores)) == 7
    assert 1.4 < scores[7] < 3.0
    assert not run.warned("Stations that their neighbours refute")


def test_frames_with_too_many_cells_are_averaged(twin, monkeypatch):
    """Means of 2 x 2 cells, each with the mean of its cells' load responses; what is a cell's own averages out."""
    files, options = InversionInputs(stations=twin.stations, observations=twin.frame), KNOWN
    single, domain = read(files, options, SilentProgress())
    monkeypatch.setattr(inputs, "MOST_DATA", 45)
    progress = SilentProgress()
    data, _ = read_data(files, options, progress)
    assert any("means over 2 x 2 cells stand for them" in warning for warning in progress.warnings)
    cells = data.rows.size
    assert 9 <= cells <= 16
    assert data.n_data == cells + 30
    number = (single.rows // 2) * 1000 + single.columns // 2
    for row, column, values, operator, own in zip(data.rows, data.columns, data.values, data.operator, data.errors.own):
        members = np.flatnonzero(number[: single.rows.size] == (row // 2) * 1000 + column // 2)
        np.testing.assert_allclose(values, single.values[members].mean(axis=0), atol=1e-9)
        np.testing.assert_allclose(operator, single.operator[members].mean(axis=0), atol=1e-12)
        assert own == pytest.approx(3.0 / np.sqrt(members.size))
    monkeypatch.setattr(data_checks, "MOST_DATA", 30)
    with pytest.raises(InputError, match=r"There are 31 data at an epoch|data at an epoch; at most 30"):
        read_data(files, options, SilentProgress())


def test_memory_is_said_before_the_work_and_refused_where_there_is_none(twin, monkeypatch):
    said = []

    class Telling(SilentProgress):
        def report(self, fraction, message=""):
            said.append(message)

    _, domain = read_data(InversionInputs(stations=twin.stations), KNOWN, Telling())
    assert any("cells and 30 data take about" in one and "MB of memory" in one for one in said)
    # Two copies of a factor of 6,000 data and their fields of 8 byte are in it.
    assert memory_mb(6000, domain, 65, 2) > 2 * 6000**2 * 8 / 2**20
    monkeypatch.setattr(data_checks, "machine_memory_mb", lambda: 64.0)
    with pytest.raises(InputError, match="this machine has 64 MB. Choose a coarser GRID, a smaller BUFFER"):
        read_data(InversionInputs(stations=twin.stations), KNOWN, SilentProgress())


def test_bad_input_is_named(twin, tmp_path):
    """Section 10, what is not tested beside what it belongs to."""
    with pytest.raises(InputError, match="There is nothing to invert: give OBSERVATIONS"):
        InversionInputs()
    los = frame_with(twin.frame, tmp_path / "los.nc", lambda values: values)
    with netCDF4.Dataset(los, "a") as dataset:
        dataset.renameVariable("vertical_displacement", "displacement")
    with pytest.raises(InputError, match="line of sight: run 'Line of sight to vertical'"):
        read_data(InversionInputs(observations=los), KNOWN, SilentProgress())
    late = tmp_path / "late.nc"
    shutil.copy(twin.storage, late)
    with netCDF4.Dataset(late, "a") as dataset:
        dataset["time"][:] = dataset["time"][:] + 3000
    with pytest.raises(InputError, match=r"late.nc covers 2026-.* is needed from 2018-01-01 to 2019-"):
        read_data(InversionInputs(stations=twin.stations, background=late), KNOWN, SilentProgress())
    region = tmp_path / "region.geojson"
    outline = [[0, 0], [1, 0], [1, 1], [0, 0]]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [outline]}}
    region.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    with pytest.raises(InputError, match="polygons lie outside the grid. Choose a region inside the data"):
        read_data(InversionInputs(stations=twin.stations, region=region), KNOWN, SilentProgress())
    with pytest.raises(InputError, match="has no land within the window: every cell would be sea. Check LAND"):
        read_data(InversionInputs(stations=twin.stations, land=region), KNOWN, SilentProgress())
    small = tmp_path / "small.nc"
    shutil.copy(twin.frame, small)
    with netCDF4.Dataset(small, "a") as dataset:
        dataset.renameVariable("vertical_displacement", "tws")
    with pytest.raises(InputError, match=r"GRACE .* leaves .* of the window's land outside"):
        read_data(InversionInputs(stations=twin.stations, grace=small), KNOWN, SilentProgress())


GAUSSIAN = {"filter_kind": "gaussian", "filter_radius_km": 300.0, "filter_max_degree": 60}


def test_a_station_left_out_by_name_does_not_widen_the_window(twin, tmp_path):
    """One far away, in another network: neither cells nor the region's hull reach to it."""
    far, kept = tmp_path / "far.nc", read_stations(twin.stations)
    lon, lat = np.append(kept.lon, kept.lon[0] + 12.0), np.append(kept.lat, kept.lat[0])
    up, std = (np.concatenate([values, values[:1]]) for values in (kept.up_mm, kept.up_std_mm))
    with netcdf.create(far, "heights", "importgnss") as dataset:
        write_stations(dataset, Stations((*kept.names, "FAR"), lon, lat, kept.days, up, up_std_mm=std))
    data, domain = read_data(InversionInputs(stations=twin.stations), KNOWN, SilentProgress())
    without = replace(KNOWN, exclude_stations=("FAR",))
    same, narrow = read_data(InversionInputs(stations=far), without, SilentProgress())
    assert narrow.grid.shape == domain.grid.shape
    assert np.array_equal(narrow.weights, domain.weights)
    assert np.array_equal(same.values, data.values)
    with pytest.raises(InputError, match="EXCLUDE_STATIONS leaves no station"):
        read_data(
            InversionInputs(stations=twin.stations), replace(KNOWN, exclude_stations=kept.names), SilentProgress()
        )


@pytest.mark.parametrize(("attributes", "normalized"), [(GAUSSIAN, False), ({}, True)])
def test_smoothed_grace_sees_the_sea_beside_a_coast(twin, tmp_path, attributes, normalized):
    """A smoothed field mixes the sea's nothing into the land's mean; mascons at a coast do not."""
    files = InversionInputs(stations=twin.stations)
    _, domain = read(files, KNOWN, SilentProgress())
    lon, _ = domain.grid.lon_lat()
    coast = replace(domain, land=lon < 102.0)
    path = tmp_path / "grace.nc"
    days = 6575.0 + 30.4375 * np.arange(12)
    with netcdf.create(path, "GRACE", "importgrace") as dataset:
        netcdf.write_grid(dataset, domain.grid)
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, "tws", ("time", "y", "x"), "mm", "storage")[:] = np.ones((12, *lon.shape))
        dataset.setncatts(attributes)
    rows = grace_rows(path, coast, days, KNOWN, SilentProgress())
    sums, away = rows.weights.sum(axis=(1, 2)), 102.0 - rows.lon
    assert (rows.weights[:, ~coast.land] == 0).all()
    if normalized:
        assert sums == pytest.approx(1.0)
    else:
        # Half a footprint's Gaussian of 300 km around a block of 300 km beside the coast, nearly all of it inland.
        assert 0.55 < sums[np.argmin(away)] < 0.8
        assert sums[np.argmax(away)] > 0.8
        assert np.corrcoef(sums, away)[0, 1] > 0.8


@pytest.mark.parametrize("kind", ["mascon", "destriped_gaussian"])
def test_grace_is_seen_through_the_products_own_operator(twin, tmp_path, kind):
    """Means over the product's mascons, or its filter: not a Gaussian of FOOTPRINT whatever the product is."""
    files = InversionInputs(stations=twin.stations)
    _, domain = read(files, KNOWN, SilentProgress())
    grid, days, path = domain.grid, 6575.0 + 30.4375 * np.arange(12), tmp_path / "grace.nc"
    lon, lat = grid.lon_lat()
    mascons = (np.floor(lon / 3) * 100 + np.floor(lat / 3)).astype(int)
    rng = np.random.default_rng(3)
    truth = rng.normal(0, 50, (12, *grid.shape))
    shown = truth.copy()
    for number in np.unique(mascons):
        shown[:, mascons == number] = truth[:, mascons == number].mean(axis=1)[:, np.newaxis]
    with netcdf.create(path, "GRACE", "importgrace") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, "tws", ("time", "y", "x"), "mm", "storage")[:] = shown
        if kind == "mascon":
            numbers = netcdf.add_variable(dataset, "mascon", ("y", "x"), "1", "mascon", dtype="i4", fill=None)
            numbers[:] = mascons
            netcdf.add_variable(dataset, "uncertainty", ("time", "y", "x"), "mm", "error")[:] = np.full(
                truth.shape, 8.0
            )
        dataset.setncatts({"filter_kind": kind, "filter_radius_km": 300.0, "filter_max_degree": 60})
    rows = grace_rows(path, replace(domain, land=np.ones(grid.shape, dtype=bool)), days, KNOWN, SilentProgress())
    assert rows.weights.sum(axis=(1, 2)) == pytest.approx(1.0)
    # The product's own error where it states one and GRACE_ERROR is empty; more where it sees beyond the window.
    std = np.sqrt(np.diag(rows.errors.covariance()))
    assert std.min() == pytest.approx(8.0, abs=1.0) if kind == "mascon" else std.min() >= 15.0
    if kind == "mascon":
        seen = np.einsum("rij,tij->rt", rows.weights, truth)
        assert seen - seen.mean(axis=1, keepdims=True) == pytest.approx(rows.values, abs=1e-3)  # stored as float32
    else:
        assert (rows.weights < 0).any()  # destriping has lobes of either sign, a Gaussian has not


def test_longitudes_may_run_across_180_degrees(twin, tmp_path):
    """Stations moved by whole columns of the grid, so that their window lies on both sides of the date line."""
    kept, columns = read_stations(twin.stations), 210
    lon = (kept.lon + columns * 360.0 / Grid("M36").columns + 180.0) % 360.0 - 180.0
    assert lon.min() < -170 < 170 < lon.max()
    with netcdf.create(tmp_path / "across.nc", "heights", "importgnss") as dataset:
        write_stations(dataset, Stations(kept.names, lon, kept.lat, kept.days, kept.up_mm, up_std_mm=kept.up_std_mm))
    here, domain = read_data(InversionInputs(stations=twin.stations), KNOWN, SilentProgress())
    there, across = read_data(InversionInputs(stations=tmp_path / "across.nc"), KNOWN, SilentProgress())
    assert across.grid.shape == domain.grid.shape
    assert there.operator == pytest.approx(here.operator, rel=1e-6, abs=1e-12)
    assert across.weights == pytest.approx(domain.weights, rel=1e-9)
    boards = [resolution.checkerboards(one, 300.0) for one in (domain, across)]
    assert (boards[0] != boards[1]).mean() < 0.01  # but for rounding at the squares' edges


def test_heights_of_one_place_or_another_area_are_told(twin, tmp_path):
    read_from = read_stations(twin.stations)
    lon, lat = read_from.lon, read_from.lat
    for name, places in {
        "one.nc": (np.full(lon.size, lon[0]), np.full(lat.size, lat[0])),
        "far.nc": (lon + 80, lat),
    }.items():
        with netcdf.create(tmp_path / name, "heights", "importgnss") as dataset:
            kept = Stations(read_from.names, *places, read_from.days, read_from.up_mm, up_std_mm=read_from.up_std_mm)
            write_stations(dataset, kept)
    progress = SilentProgress()
    said: list[str] = []
    progress.warn = said.append
    read_data(InversionInputs(stations=tmp_path / "one.nc", background=twin.storage), KNOWN, progress)
    assert any("stations of one.nc stand at 1 place(s)" in words for words in said)
    with pytest.raises(InputError, match=r"BACKGROUND .*true_storage.nc has no storage in the window .* another area"):
        read_data(InversionInputs(stations=tmp_path / "far.nc", background=twin.storage), KNOWN, SilentProgress())


def test_frames_have_the_errors_and_the_reference_that_their_files_state(twin, tmp_path):
    """36 mm2, of which 20 are common to all cells: 4 a cell's own and 12 of the air, unless the user says otherwise."""
    stated = {"error_std_mm": 6.0, "error_correlation_length_km": 40.0, "error_common_share": 20 / 36}
    absolute = {**stated, "vertical_frame": "absolute by REFERENCE_SERIES"}
    path = frame_with(twin.frame, tmp_path / "stated.nc", lambda values: values, **absolute)
    auto = replace(KNOWN, observation_error_mm=None, reference="auto")

    def errors_of(path, options):
        data, _ = read_data(InversionInputs(observations=path), options, SilentProgress())
        away = np.hypot(data.lon - data.lon[0], data.lat - data.lat[0])
        return data, data.errors.covariance(), int(np.argmax(away))

    data, found, far = errors_of(path, auto)
    assert data.free.shape[1] == 0
    assert np.diag(found) == pytest.approx(36.0, rel=1e-5)  # distances of 0 are rounded by 0.1 m
    assert found[0, far] == pytest.approx(20.0, abs=0.2)  # 12 exp(-d / 40 km), over 300 km and more
    data, found, _ = errors_of(path, replace(auto, observation_error_mm=5.0))
    assert found == pytest.approx(25.0 * np.eye(len(found)))
    relative = {**stated, "vertical_frame": "relative to the reference area"}
    path = frame_with(twin.frame, tmp_path / "relative.nc", lambda values: values, **relative)
    data, found, far = errors_of(path, auto)
    assert data.free.shape[1] == 1
    assert np.diag(found) == pytest.approx(16.0, rel=1e-5)
    # A file that says nothing: 9 mm as in the assimilation, and nothing is known of what all cells share.
    data, found, _ = errors_of(twin.frame, auto)
    assert data.free.shape[1] == 1
    assert found == pytest.approx(81.0 * np.eye(len(found)))


def test_two_stations_and_one_epoch(twin):
    names = tuple(f"T{number:03d}" for number in range(2, 30))
    progress = SilentProgress()
    options = replace(KNOWN, exclude_stations=names, buffer_km=50.0)
    read_data(InversionInputs(stations=twin.stations), options, progress)
    assert any("two heights cannot tell a pattern" in one for one in progress.warnings)

    def one_epoch(data):
        return replace(data, values=data.values[:, :1], outside=data.outside[:, :1], days=data.days[:1])

    with pytest.raises(InputError, match="TIME smooth needs two or more epochs"):
        Run(twin, replace(KNOWN, time="smooth"), change=one_epoch)
