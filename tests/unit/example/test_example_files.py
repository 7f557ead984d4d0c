"""The example study area on disk: conventions of the files, the closed chain of truth, signs, determinism."""

import csv
import hashlib
import json
from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.dates import compact
from groundswell.core.errors import Cancelled, OutputError
from groundswell.core.example.area import REFERENCE_LAT, REFERENCE_LON, STATIONS, load_domain
from groundswell.core.example.atmosphere import AtmosphereParameters
from groundswell.core.example.create import create_example
from groundswell.core.example.deformation import DeformationParameters, Earthquake, Funnel, motion
from groundswell.core.example.interferograms import NoiseParameters
from groundswell.core.example.presets import TINY
from groundswell.core.example.study_area import Parameters, StudyArea
from groundswell.core.example.view import WAVELENGTH
from groundswell.core.files import netcdf, raster
from groundswell.core.gnss.formats.tables import read_tables
from groundswell.core.grace.months import known_solutions
from groundswell.core.insar.delays.gacos import find_delays, read_delay
from groundswell.core.insar.frames.licsar import find_frame
from groundswell.core.insar.frames.metadata import incidence_from_range, read_baselines, read_metadata
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.work.progress import SilentProgress

SEED = 11
STILL_AIR = AtmosphereParameters(
    turbulence_std_mm=0, common_std_mm=0, stratified_season_mm_per_km=0, stratified_std_mm_per_km=0
)
CLEAR = NoiseParameters(looks_at_small=1e12, min_coherence=0.0)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return create_example(tmp_path_factory.mktemp("example") / "area", "tiny", SEED)


@pytest.fixture(scope="module")
def area():
    return StudyArea(TINY, SEED)


def read_pair(frame, name, kind="unw"):
    return raster.read_raster(frame / "GEOC" / name / f"{name}.geo.{kind}.tif")


def gdal_dataset(path):
    return raster.gdal().Open(str(path))


def sound_pairs(area):
    return [k for k in range(len(area.plan.names)) if k not in area.plan.damage]


def test_interferograms_have_licsars_types_and_no_nodata_tag(made, area):
    name = area.plan.names[sound_pairs(area)[0]]
    for kind, expected in (("unw", np.float32), ("cc", np.uint8)):
        values, grid = read_pair(made.frame, name, kind)
        assert values.dtype == expected
        assert grid.matches(area.grid)
        assert (values[~area.view.inside] == 0).all()
        opened = gdal_dataset(made.frame / "GEOC" / name / f"{name}.geo.{kind}.tif")
        assert opened.GetMetadataItem("AREA_OR_POINT") == "Area"
        assert opened.GetRasterBand(1).GetNoDataValue() is None
    phase, _ = read_pair(made.frame, name)
    assert np.isfinite(phase).all()
    assert (phase[area.ground.water] == 0).all()
    assert (phase != 0).mean() > 0.8


def test_geometry_files_are_marked_as_points_on_the_same_grid(made, area):
    for kind, expected in (("E", area.view.east), ("N", area.view.north), ("U", area.view.up)):
        path = made.frame / "GEOC" / f"099A_06414_131313.geo.{kind}.tif"
        values, grid = raster.read_raster(path)
        assert gdal_dataset(path).GetMetadataItem("AREA_OR_POINT") == "Point"
        assert grid.matches(area.grid)
        np.testing.assert_allclose(values, np.where(area.view.inside, expected, 0), atol=1e-7)


def test_reader_finds_the_frame_and_its_missing_phase(made, area):
    frame = find_frame(made.frame)
    assert frame.name == "099A_06414_131313"
    assert [set(files) for files in frame.geometry] == [{"E", "N", "U", "hgt"}]
    without = [area.plan.names[k] for k, kind in area.plan.damage.items() if kind == "missing phase"]
    assert [name for name, _ in frame.skipped] == without
    assert len(frame.pairs) + len(frame.skipped) == TINY.n_pairs


def test_damaged_files_are_damaged(made, area):
    kinds = {kind: area.plan.names[k] for k, kind in area.plan.damage.items()}
    pairs = made.frame / "GEOC"

    def path(kind, layer):
        return pairs / kinds[kind] / f"{kinds[kind]}.geo.{layer}.tif"

    assert path("zero-byte phase", "unw").stat().st_size == 0
    with pytest.raises(Exception, match="cut off|cannot be read"):
        raster.read_raster(path("truncated phase", "unw"))
    assert not path("missing coherence", "cc").exists()
    assert path("missing coherence", "unw").exists()
    assert raster.read_raster(path("odd size", "unw"))[0].shape != area.grid.shape


def test_metadata_has_the_real_frames_defect(made):
    metadata = read_metadata(made.frame / "GEOC" / "metadata.txt")
    assert metadata.synthetic
    assert metadata.wavelength == pytest.approx(WAVELENGTH, rel=1e-12)
    real = incidence_from_range(metadata.centre_range, 25.7, metadata.average_height)
    assert real - metadata.incidence_angle > 5
    baselines = read_baselines(made.frame / "GEOC" / "baselines")
    assert len(baselines) == len(TINY.slots) + 1  # and the master, which is not among the dates of this preset


def test_delays_are_slant_phases_with_their_gaps(made, area):
    files = find_delays(made.gacos)
    there = [compact(day) for k, day in enumerate(area.days) if k not in area.plan.missing_delays]
    assert sorted(day.strftime("%Y%m%d") for day in files) == there
    partial = area.plan.partial_delays[0]
    for day, file in files.items():
        values, grid = read_delay(file)
        assert file.kind == "slant"
        assert grid.matches(area.grid)
        raw, _ = raster.read_raster(file.path)
        assert np.isnan(raw[~area.view.inside]).all()
        assert 300 < np.nanmin(values) < np.nanmax(values) < 900
        assert (raw == 0).any() == (day.strftime("%Y%m%d") == compact(area.days[partial]))


def test_delays_are_those_of_the_phases(made, area):
    """What GACOS takes from an interferogram makes it smoother: same sign, same unit."""
    ratios = []
    for k in sound_pairs(area)[:20]:
        first, second = (compact(area.days[i]) for i in area.plan.pairs[k])
        paths = [made.gacos / f"{day}.sltd.geo.tif" for day in (first, second)]
        if k in area.plan.unwrapping_errors or not all(path.exists() for path in paths):
            continue
        phase, _ = read_pair(made.frame, area.plan.names[k])
        before, after = (raster.read_raster(path)[0] for path in paths)
        good = (phase != 0) & (before > 0) & (after > 0)
        corrected = phase - (after - before)
        ratios.append(corrected[good].std() / phase[good].std())
    assert len(ratios) > 10
    assert np.mean(ratios) < 0.7


def test_station_follows_the_ground_at_the_reference(made, area):
    with made.reference_series.open(newline="") as file:
        rows = list(csv.DictReader(file))
    up = np.array([float(row["up_mm"]) for row in rows])
    assert [row["date"].replace("-", "") for row in rows] == [compact(day) for day in area.model_days]
    truth = area.motion.at(REFERENCE_LON, REFERENCE_LAT)
    noise = up - truth
    # 61 values: their spread is known to 9 %, their mean to a seventh of it and the slow part's; 0.005: two decimals.
    assert noise.std() < 1.4 * area.parameters.station.std_mm + 0.005
    assert abs(noise.mean()) < area.parameters.station.std_mm
    assert np.ptp(truth) > 3 * noise.std()


def test_the_wide_network_sees_the_load_and_noise(made, area):
    stations = read_tables(made.network)
    assert len(stations) == 30
    lon, lat = np.array([(one.lon, one.lat) for one in stations]).T
    domain, days = area.domain, area.model_days
    operator = LoadOperator(domain.lon.ravel(), domain.lat.ravel(), domain.cell_radius, point_lon=lon, point_lat=lat)
    load = operator.apply(area.storage.values(days, domain.lon, domain.lat).reshape(days.size, -1)).T
    noise = np.array([one.up_mm for one in stations]) - load
    # 30 stations of some hundred days: their noise's size is known to a few per cent.
    assert noise.std() == pytest.approx(area.parameters.station.std_mm, rel=0.15)
    assert np.ptp(load, axis=1).min() > 2 * noise.std()
    with netcdf.open_dataset(made.around) as dataset:
        assert "SYNTHETIC" in dataset.comment
        assert netcdf.read_days(dataset)[[0, -1]] == pytest.approx(days[[0, -1]])


def test_stations_follow_the_ground_each_with_its_own_noise(made, area, tmp_path):
    stations = {station.name: station for station in read_tables(made.stations)}
    assert set(stations) == set(STATIONS)
    noise = []
    for name, (lon, lat) in STATIONS.items():
        station, truth = stations[name], area.motion.at(lon, lat)
        assert (station.lon, station.lat) == pytest.approx((lon, lat))
        np.testing.assert_array_equal(station.days, area.model_days)
        noise.append(station.up_mm - truth)
        assert station.up_std_mm == pytest.approx(np.full(truth.size, area.parameters.station.formal_std_mm), abs=0.01)
    # Five times the size of the reference's test, and no two alike.
    assert np.std(noise) == pytest.approx(area.parameters.station.std_mm, rel=0.3)
    assert np.abs(np.corrcoef(noise) - np.eye(len(noise))).max() < 0.6


def test_land_model_is_a_plain_file_that_covers_the_load(made, area):
    domain = load_domain(TINY)
    with netcdf.open_dataset(made.land_model, ["tws", "time", "lat", "lon"]) as dataset:
        lat, lon = netcdf.read_float(dataset, "lat"), netcdf.read_float(dataset, "lon")
        assert dataset.variables["tws"].dimensions == ("time", "lat", "lon")
        assert dataset.variables["tws"].units == "mm"
        assert dataset.synthetic == 1
        assert (np.diff(lat) == 0.25).all()
        assert (np.diff(lon) == 0.25).all()
        assert lat[0] < domain.lat.min() < domain.lat.max() < lat[-1]
        assert lon[0] < domain.lon.min() < domain.lon.max() < lon[-1]
        np.testing.assert_array_equal(netcdf.read_days(dataset), area.model_days)
        assert np.isfinite(netcdf.read_float(dataset, "tws")).all()


def test_grace_has_the_layout_of_csr(made):
    with netcdf.open_dataset(made.grace, ["lwe_thickness", "time_bounds"]) as dataset:
        time = dataset.variables["time"]
        assert time.Units == "days since 2002-01-01T00:00:00Z"
        assert "units" not in time.ncattrs()
        assert dataset.variables["lwe_thickness"].units == "cm"
        assert {variable.dtype for variable in dataset.variables.values()} == {np.dtype("f4")}
        lat, lon = netcdf.read_float(dataset, "lat"), netcdf.read_float(dataset, "lon")
        assert (np.diff(lat) == 0.25).all()
        assert ((lon - 0.125) % 0.25 == 0).all()
        bounds = netcdf.read_float(dataset, "time_bounds") + 731  # 2002-01-01
        table = {(each.start, each.end) for each in known_solutions() if each.centre == "CSR"}
        assert {tuple(window) for window in bounds} <= table
        assert len(bounds) > 12
        months = netcdf.read_float(dataset, "time")
        np.testing.assert_array_equal(months, (bounds - 731).mean(axis=1))


def test_truth_is_a_storage_file_on_the_load_domain(made, area):
    with netcdf.open_dataset(made.truth, ["tws", "crs", "lon", "lat"]) as dataset:
        assert netcdf.read_grid(dataset).matches(area.domain.grid)
        np.testing.assert_array_equal(netcdf.read_days(dataset), area.days)
        stored = netcdf.read_float(dataset, "tws")
        expected = area.storage.values(area.days, area.domain.lon, area.domain.lat).reshape(stored.shape)
        np.testing.assert_allclose(stored, expected, atol=1e-3)  # float32
        assert dataset.synthetic == 1


def test_region_is_geojson_and_labelled(made):
    feature = json.loads(made.region.read_text())["features"][0]
    assert feature["properties"]["synthetic"] is True
    ring = feature["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]


def test_readme_names_every_file(made):
    text = made.readme.read_text()
    for path in made.folder.rglob("*"):
        if path.parent in (made.folder, made.folder / "truth") and path.name not in ("README.txt", "truth"):
            assert path.name in text
    assert "synthetic" in text


def digests(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".nc"
    }


def test_same_seed_same_files_other_seed_others(made, tmp_path):
    again, other = create_example(tmp_path / "again", "tiny", SEED), create_example(tmp_path / "b", "tiny", SEED + 1)
    assert digests(again.folder) == digests(made.folder)
    changed = digests(other.folder)
    assert changed["reference_up_synthetic.csv"] != digests(made.folder)["reference_up_synthetic.csv"]
    for path in made.folder.rglob("*.nc"):  # the times in their history differ
        with (
            netcdf.open_dataset(path) as first,
            netcdf.open_dataset(again.folder / path.relative_to(made.folder)) as second,
        ):
            for name in first.variables:
                np.testing.assert_array_equal(netcdf.read_stored(first, name), netcdf.read_stored(second, name))


def test_noise_free_interferograms_give_the_true_displacement_back(tmp_path):
    """Storage to phase and back: dense least squares on the files' phases against the ground's true motion."""
    preset = replace(TINY, n_unwrapping_errors=0)
    parameters = Parameters(atmosphere=STILL_AIR, noise=CLEAR)
    area = StudyArea(preset, SEED, parameters)
    made = create_example(tmp_path / "clear", "tiny", SEED, parameters=parameters)
    chosen = [k for k in sound_pairs(area) if k not in StudyArea(TINY, SEED).plan.unwrapping_errors]
    phase = np.stack([read_pair(made.frame, area.plan.names[k])[0] for k in chosen]).astype(float)
    good = (phase != 0).all(axis=0)
    up, _ = raster.read_raster(made.frame / "GEOC" / "099A_06414_131313.geo.U.tif")
    row, column = (int(index) for index in area.grid.index(REFERENCE_LON, REFERENCE_LAT))
    assert good[row, column]
    los = -WAVELENGTH / (4 * np.pi) * 1000 * (phase - phase[:, row : row + 1, column : column + 1])
    design = np.zeros((len(chosen), area.days.size))
    pairs = area.plan.pairs[chosen]
    design[np.arange(len(chosen)), pairs[:, 0]] = -1
    design[np.arange(len(chosen)), pairs[:, 1]] = 1
    solved = np.zeros((area.days.size, good.sum()))
    solved[1:] = np.linalg.lstsq(design[:, 1:], los[:, good], rcond=None)[0]
    truth = np.stack([area.epoch(date).up_mm for date in range(area.days.size)])
    truth -= truth[0]
    station = truth[:, row, column]
    vertical = (solved + up[row, column] * station[:, None]) / up[good]
    # Phases are rounded to 1/1024 rad, 0.004 mm; some ten of them add up along the series.
    np.testing.assert_allclose(vertical, truth[:, good], atol=0.02)
    with netcdf.open_dataset(made.displacement) as dataset:
        cells = netcdf.read_float(dataset, "vertical_displacement")
    assert np.nanmax(abs(cells[0])) == 0
    assert np.nanmax(abs(cells.mean(axis=(1, 2)) - truth.mean(axis=(1, 2)))) < 1.0


def test_ground_that_rises_shortens_the_range():
    rising = DeformationParameters(funnels=(Funnel("all", 100.0, 25.7, 50.0, 1e6),), earthquake=Earthquake(lobes=()))
    area = StudyArea(TINY, SEED, Parameters(atmosphere=STILL_AIR, deformation=rising))
    first, last = area.epoch(0), area.epoch(area.days.size - 1)
    assert (last.up_mm - first.up_mm).min() > 50  # 79 mm by the rate, less what the load does
    assert ((last.phase - first.phase) < 0).all()


def test_water_presses_the_ground_down(area):
    storage = area.storage.values(area.model_days, area.domain.lon, area.domain.lat).mean(axis=1)
    up = area.motion.at(100.0, 25.7)
    assert np.corrcoef(storage, up)[0, 1] < -0.98
    slope = np.polyfit(storage, up, 1)[0]
    assert -0.045 < slope < -0.015  # mm per mm: 750 km of load, between the discs of 500 and 1000 km


def test_funnels_and_earthquake_move_the_ground_when_and_where_they_should():
    parameters = DeformationParameters()
    funnel = parameters.funnels[0]
    quake = parameters.earthquake
    before, after = 5981.0, 5982.0  # 2016-05-17, 2016-05-18
    step = motion(parameters, after, quake.lobes[0][0], quake.lobes[0][1])
    step = step - motion(parameters, before, quake.lobes[0][0], quake.lobes[0][1])
    assert 5 < step < 14
    year = motion(parameters, 7365.25, funnel.lon, funnel.lat) - motion(parameters, 7000.0, funnel.lon, funnel.lat)
    assert year == pytest.approx(funnel.rate_mm_per_year, abs=0.5)  # the other town's bowl reaches here a little
    assert abs(motion(parameters, 7000.0, REFERENCE_LON, REFERENCE_LAT)) < 0.01


class CancelAt(SilentProgress):
    """Cancels once a fraction of the work is done."""

    def __init__(self, fraction):
        super().__init__()
        self.fraction, self.done = fraction, 0.0

    def report(self, fraction, message=""):
        assert fraction >= self.done - 1e-9
        self.done = fraction

    def cancelled(self):
        return self.done > self.fraction


def test_cancelled_example_leaves_nothing(tmp_path):
    with pytest.raises(Cancelled):
        create_example(tmp_path / "area", "tiny", SEED, CancelAt(0.6))
    assert list(tmp_path.iterdir()) == []


def test_progress_runs_from_start_to_end(tmp_path):
    progress = CancelAt(2.0)
    create_example(tmp_path / "area", "tiny", SEED, progress)
    assert progress.done == pytest.approx(1.0)


def test_folder_in_use_is_refused(tmp_path):
    (tmp_path / "mine.txt").write_text("keep me")
    with pytest.raises(OutputError, match="choose a new folder"):
        create_example(tmp_path, "tiny", SEED)
    assert (tmp_path / "mine.txt").read_text() == "keep me"
