"""Finished displacement products to series: files made to the products' layouts, and a real series of LiCSBAS."""

import base64
import zlib

import netCDF4
import numpy as np
import pytest
from groundswell.core.dates import compact, day_number, parse_date
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.displacement.importing import DisplacementOptions, import_displacement
from groundswell.core.displacement.products.meaning import Wanted
from groundswell.core.displacement.products.opera import OperaOptions
from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.hdf5 import read_texts
from groundswell.core.files.recognition import recognise
from groundswell.core.work.progress import SilentProgress
from product_files import (
    UTM,
    truth,
    write_dated,
    write_granule,
    write_licsbas,
    write_looks,
    write_mintpy,
)

DATES = ["20200101", "20200201", "20200301", "20200601", "20201001", "20210101", "20210601", "20211201"]
DAYS = np.array([float(day_number(parse_date(date))) for date in DATES])
UP = 0.8
LOOK = (-0.59, -0.11, UP)
MM = truth(DAYS, *UTM.shape)
# Values of up to 10 mm are stored as float32 of metres and of mm: 1e-6 mm each, and added a few times.
EXACT = {"atol": 2e-5}


def run(source, tmp_path, **options):
    """Import and return the warnings and the file."""
    progress = SilentProgress()
    output = tmp_path / "series.nc"
    made = import_displacement(source, output, DisplacementOptions(**options), progress)
    return made, progress.warnings, output


def read(path, name="displacement"):
    with netcdf.open_dataset(path) as dataset:
        return netcdf.read_float(dataset, name)


def gridded_vertical(path, tmp_path):
    """Return vertical displacement [time, row, column] of cells, by the steps that follow."""
    cells, vertical = tmp_path / "cells.nc", tmp_path / "vertical.nc"
    mask_and_downsample(path, cells, DownsampleOptions(1000.0), SilentProgress())
    with netcdf.open_dataset(cells) as dataset:
        if "vertical_displacement" in dataset.variables:
            return netcdf.read_float(dataset, "vertical_displacement")
    los_to_vertical(cells, vertical, VerticalOptions(), SilentProgress())
    return read(vertical, "vertical_displacement")


def opera_folder(folder, values=MM, turns=(0, 3), **extra):
    """Write granules whose reference date moves on at the dates number `turns`."""
    for second in range(1, len(DATES)):
        first = max(turn for turn in turns if turn < second)
        write_granule(folder, DATES[first], DATES[second], (values[second] - values[first]) / 1000.0, **extra)
    return folder


def test_granules_are_chained_over_moving_reference_dates_to_gridded_vertical(tmp_path):
    """The sum over reference dates is the displacement since the first date, less the median of the frame."""
    folder = opera_folder(tmp_path / "granules")
    looks = write_looks(tmp_path / "los_enu.tif", UTM, LOOK)
    made, warnings, path = run(folder, tmp_path, geometry=str(looks))
    assert (made.kind, made.n_dates, made.n_with_data) == ("OPERA DISP-S1", len(DATES), UTM.rows * UTM.columns)
    median = np.median(MM.reshape(len(DAYS), -1), axis=1)
    np.testing.assert_allclose(read(path), MM - median[:, None, None], **EXACT)
    np.testing.assert_allclose(read(path, "los_up"), UP, rtol=1e-6)
    assert any("no spatial reference" in text for text in warnings)
    vertical = gridded_vertical(path, tmp_path)
    # Between the least and the largest of its pixels, a cell's mean is theirs over U.
    inside = np.isfinite(vertical)
    assert inside.any()
    relative = (MM - median[:, None, None]) / UP
    for date in range(len(DAYS)):
        values = vertical[date][np.isfinite(vertical[date])]
        assert relative[date].min() - 1e-4 <= values.min() <= values.max() <= relative[date].max() + 1e-4


@pytest.mark.parametrize("missing", [0.0, 0.3])
def test_constants_of_granules_go_with_the_median_of_all_pixels_whoever_is_there(tmp_path, missing):
    """Each granule has a constant of its own; where no pixel has all dates, none of them stands for the frame alone."""
    rng = np.random.default_rng(11)
    days = np.arange(0.0, 480.0, 12.0) + DAYS[0]
    east = np.linspace(-1.0, 1.0, UTM.columns) * np.ones(UTM.shape)
    values = 5.0 * east * np.sin(2 * np.pi * (days - days[0]) / 365.25)[:, None, None]  # symmetric: its median is 0
    reference = 0
    for k in range(1, days.size):
        mask = (rng.random(UTM.shape) >= missing).astype("u1")
        metres = (values[k] - values[reference] + rng.uniform(-30, 30)) / 1000.0
        write_granule(tmp_path / "granules", compact(days[reference]), compact(days[k]), metres, mask=mask)
        reference = k if k % 15 == 0 else reference
    _, warnings, path = run(tmp_path / "granules", tmp_path)
    found = read(path)
    # What is left: parts that begin within the series are tied by a linear motion, which a season is not.
    whole = np.isfinite(found[[0, 15, 30]]).all(axis=0) & (read(path, "n_gaps") == 0)
    assert whole.mean() > 0.4
    error = (found - values)[:, whole]
    assert np.nanmax(np.abs(error)) < 0.35  # the median of pixels of a season of 5 mm that are now there, now not
    assert any("pixels, most of them with gaps" in text for text in warnings) == (missing > 0)


def test_newest_version_and_generation_of_a_granule_is_taken(tmp_path):
    folder = opera_folder(tmp_path / "granules")
    wrong = np.full(UTM.shape, 9.0)
    write_granule(folder, DATES[0], DATES[1], wrong, version="0.9", made="20260101T000000Z")
    write_granule(folder, DATES[0], DATES[2], wrong, version="1.0", made="20240101T000000Z")
    _, warnings, path = run(folder, tmp_path, reference_point=lon_lat(0, 0))
    np.testing.assert_allclose(read(path), MM - MM[:, :1, :1], **EXACT)
    assert any("older version" in text for text in warnings)


def lon_lat(row, column, grid=UTM):
    lon, lat = grid.lon_lat()
    return float(lon[row, column]), float(lat[row, column])


def test_tide_is_subtracted_by_default_and_said(tmp_path):
    folder = tmp_path / "granules"
    for number in range(1, len(DATES)):
        tide = 0.004 * number
        write_granule(folder, DATES[0], DATES[number], (MM[number] - MM[0]) / 1000.0 + tide, tide=tide)
    place = lon_lat(2, 2)
    _, warnings, path = run(folder, tmp_path, reference_point=place)
    np.testing.assert_allclose(read(path), MM - MM[:, 2:3, 2:3], **EXACT)
    with netcdf.open_dataset(path) as dataset:
        assert "solid_earth_tide" in dataset.solid_earth_tide_removed
    assert any("solid earth tide" in text for text in warnings)


@pytest.mark.parametrize("gap_model", ["linear", "none"])
def test_a_missing_link_begins_a_part_of_its_own(tmp_path, gap_model):
    """Where a pixel of the granule that ends at the new reference date is masked, the offset is open, and not 0."""
    steady = 5.0 * (DAYS - DAYS[0])[:, None, None] / 365.25 * np.ones(UTM.shape)
    mask = np.ones(UTM.shape, "u1")
    mask[4:7, 5:9] = 0
    mask[20, 20] = 255
    folder = tmp_path / "granules"
    for second in range(1, len(DATES)):
        first = 0 if second <= 3 else 3
        link = {"mask": mask} if second == 3 else {}
        write_granule(folder, DATES[first], DATES[second], (steady[second] - steady[first]) / 1000.0, **link)
    options = OperaOptions(gap_model=gap_model)
    _, warnings, path = run(folder, tmp_path, opera=options, reference_point=lon_lat(0, 0))
    found = read(path) + (steady[:, :1, :1] - 0)
    whole = mask == 1
    np.testing.assert_allclose(found[:, whole], steady[:, whole], **EXACT)
    broken = found[:, ~whole]
    if gap_model == "none":
        assert np.isnan(broken[3:]).all()
    else:  # a constant rate is recovered across the gap, also at the date that begins the new part
        np.testing.assert_allclose(broken, steady[:, ~whole], atol=1e-4)
    np.testing.assert_allclose(broken[:3], steady[:3, ~whole], **EXACT)
    assert np.array_equal(read(path, "n_gaps") > 0, ~whole)
    with netcdf.open_dataset(path) as dataset:
        part = netcdf.read(dataset, "part")
    assert np.all(part[4:, ~whole] == 1)
    assert np.all(part[:3] == 0)
    assert np.all(part[:, whole] == 0)
    assert any("nothing connects" in text for text in warnings)


def test_result_does_not_depend_on_memory_and_multilook_is_the_mean(tmp_path):
    folder = opera_folder(tmp_path / "granules")
    files = []
    for memory in (1024.0, 0.02):
        _, _, path = run(folder, tmp_path, multilook=4, memory_mb=memory)
        files.append([read(path, name) for name in ("displacement", "velocity", "annual_amplitude")])
    for one, other in zip(*files):
        assert np.array_equal(one, other, equal_nan=True)
    rows, columns = UTM.rows // 4, UTM.columns // 4
    looked = MM[:, : rows * 4, : columns * 4].reshape(-1, rows, 4, columns, 4).mean(axis=(2, 4))
    difference = files[0][0] - looked
    np.testing.assert_allclose(difference, difference[:, :1, :1] * np.ones((rows, columns)), **EXACT)


@pytest.mark.parametrize(
    ("change", "words"),
    [({"name": "other"}, "short_wavelength_displacement only"), ({"frame": "22222"}, "several frames")],
)
def test_granules_that_cannot_be_used_are_refused(tmp_path, change, words):
    folder = opera_folder(tmp_path / "granules")
    write_granule(folder, DATES[0], "20220101", np.zeros(UTM.shape), **change)
    with pytest.raises(InputError, match=words):
        run(folder, tmp_path)


def test_a_granule_that_is_cut_off_is_named(tmp_path):
    folder = opera_folder(tmp_path / "granules")
    path = sorted(folder.iterdir())[3]
    path.write_bytes(path.read_bytes()[:-9000])
    with pytest.raises(InputError, match=path.name[:40]):
        run(folder, tmp_path)


# MintPy


@pytest.mark.parametrize("eos", [False, True])
def test_series_of_mintpy_becomes_ours(tmp_path, eos):
    values = (MM - MM[:, 3:4, 4:5]) / 1000.0
    values[:, 0, :] = 0.0  # outside the frame
    path = tmp_path / ("S1_IW12_128.he5" if eos else "geo_timeseries_ERA5_ramp_demErr.h5")
    write_mintpy(path, DAYS, values, eos=eos)
    made, warnings, output = run(path, tmp_path, geometry="" if eos else "36.8699")
    found = read(output)
    assert np.isnan(found[:, 0]).all()
    np.testing.assert_allclose(found[:, 1:], 1000.0 * values[:, 1:], **EXACT)
    assert made.kind.startswith("MintPy")
    with netcdf.open_dataset(output) as dataset:
        assert netcdf.read_grid(dataset).matches(UTM)
        np.testing.assert_array_equal(netcdf.read_days(dataset), DAYS)
        area = netcdf.read_reference_area(dataset)
        lon, lat = lon_lat(3, 4)
        assert area.lon_min < lon < area.lon_max
        assert area.lat_min < lat < area.lat_max
        assert abs(area.los_up - np.cos(np.radians(36.8699))) < 1e-5
        if eos:  # azimuth anti-clockwise from north: an ascending satellite stands in the west
            east, north = (float(netcdf.read_float(dataset, f"los_{name}")[5, 5]) for name in ("east", "north"))
            assert east == pytest.approx(-0.6 * np.sin(np.radians(102)), abs=1e-5)
            assert north == pytest.approx(0.6 * np.cos(np.radians(102)), abs=1e-5)
        else:
            assert "ERA5" in dataset.troposphere_removed
            assert "ramp" in dataset.ramp_removed
            assert any("ramp" in text and "load of water" in text for text in warnings)


def test_texts_of_fixed_length_are_read(tmp_path):
    """A file as h5py writes it (made with h5py 3): netCDF4 alone ends the process when it reads its dates."""
    path = tmp_path / "timeseries.h5"
    path.write_bytes(zlib.decompress(base64.b64decode(_H5PY)))
    made, _, output = run(path, tmp_path, geometry="30")
    assert made.n_dates == 3
    with netcdf.open_dataset(output) as dataset:
        assert [compact(day) for day in netcdf.read_days(dataset)] == ["20200101", "20200113", "20200125"]
        # 20 mm more a date at every pixel, and the reference is one of them
        np.testing.assert_allclose(netcdf.read_float(dataset, "displacement"), 0.0, atol=1e-6)


def test_texts_of_a_character_each_are_put_together(tmp_path):
    path = tmp_path / "texts.h5"
    with netCDF4.Dataset(str(path), "w") as dataset:
        for size in (3, 2, 8):
            dataset.createDimension(f"n{size}", size)
        texts = np.array([["20200101", "20200113"], ["20200113", "20200125"], ["20200125", "20200206"]], dtype="S8")
        dataset.createVariable("date", "S1", ("n3", "n2", "n8"))[:] = netCDF4.stringtochar(texts)
    assert read_texts(path, "date") == [text.decode() for text in texts.ravel()]


def test_radar_coordinates_and_an_unknown_unit_are_refused(tmp_path):
    write_mintpy(tmp_path / "timeseries.h5", DAYS, MM / 1000.0, X_FIRST="", Y_FIRST="")
    with pytest.raises(InputError, match="geocode.py"):
        run(tmp_path / "timeseries.h5", tmp_path)
    write_mintpy(tmp_path / "timeseries.h5", DAYS, MM / 1000.0, UNIT="")
    with pytest.raises(InputError, match="UNIT"):
        run(tmp_path / "timeseries.h5", tmp_path)


# LiCSBAS


def test_real_series_of_licsbas_is_taken_as_it_is(tmp_path, reference):
    """The real cum.h5 of the Mexico stack, to gridded vertical displacement."""
    folder = reference / "insar" / "mexico_cropA" / "peer_licsbas2"
    made, warnings, path = run(folder / "cum.h5", tmp_path)
    with netcdf.open_dataset(folder / "cum.h5") as theirs, netcdf.open_dataset(path) as ours:
        cum = netcdf.read_float(theirs, "cum")
        found = netcdf.read_float(ours, "displacement")
        assert np.array_equal(found, cum, equal_nan=True)
        kept = np.fromfile(folder / "results" / "mask", "<f4").reshape(60, 100) == 1
        assert np.array_equal(ours["mask"][:] == 1, kept & np.isfinite(cum).any(axis=0))
        area = netcdf.read_reference_area(ours)
        grid = netcdf.read_grid(ours)
    column, row = (area.centre[0] - grid.x_min) / grid.dx - 0.5, (grid.y_max - area.centre[1]) / grid.dy - 0.5
    assert (round(column), round(row)) == (44, 19)  # info/13ref.txt
    assert made.n_dates == 11
    assert warnings == []
    assert np.isfinite(gridded_vertical(path, tmp_path)).any()


def test_what_licsbas_filtered_is_handed_on(tmp_path, reference):
    folder = reference / "insar" / "mexico_cropA" / "peer_licsbas2"
    _, warnings, path = run(folder / "cum_filt.h5", tmp_path)
    with netcdf.open_dataset(path) as dataset:
        assert "space of 2 km" in dataset.spatiotemporal_filter_removed
        assert not hasattr(dataset, "ramp_removed")
    assert any("load of water" in text for text in warnings)
    assert any("10.6 mm at the reference" in text for text in warnings)  # LiCSBAS does not refer cum_filt to it


def test_flat_files_of_licsbas_and_its_multilook(tmp_path):
    """The first LiCSBAS keeps look vectors and heights as flat files in GEOCml*: a file made to that layout."""
    shape = (12, 15)
    values = np.round(truth(DAYS, *shape), 2)
    for folder, names in (
        ("GEOCml10", {"E.geo": -0.59, "N.geo": -0.11, "U.geo": UP, "hgt": 812.0}),
        ("TS_GEOCml10", {}),
    ):
        (tmp_path / folder / "results").mkdir(parents=True)
        for name, value in names.items():
            np.full(shape, value, "<f4").tofile(tmp_path / folder / name)
    path = tmp_path / "TS_GEOCml10" / "cum.h5"
    write_licsbas(path, values, deramp_flag="1")
    _, warnings, output = run(path.parent, tmp_path)
    with netcdf.open_dataset(output) as dataset:
        np.testing.assert_allclose(netcdf.read_float(dataset, "los_up"), UP, rtol=1e-6)
        np.testing.assert_allclose(netcdf.read_float(dataset, "height"), 812.0)
        grid = netcdf.read_grid(dataset)
        assert (grid.x[0], grid.y[0]) == pytest.approx((100.0, 26.0))  # the corner is the first pixel's centre
        assert "bilinear" in dataset.ramp_removed
    np.testing.assert_allclose(read(output), values - values[:, 2:3, 3:4], atol=1e-4)
    assert any("multilook of 10" in text for text in warnings)
    assert any("ramp" in text and "load of water" in text for text in warnings)


# Dated rasters


@pytest.mark.parametrize(("first", "unit", "factor"), [("", "mm", 1.0), (DATES[0], "meters", 1e-3)])
def test_dated_rasters_become_a_series(tmp_path, first, unit, factor):
    start = 1 if first else 0
    folder = write_dated(tmp_path / "rasters", DATES[start:], factor * (MM - MM[0])[start:], unit=unit, first=first)
    made, warnings, path = run(folder, tmp_path, wanted=Wanted(sign="towards"), geometry="36.8699")
    np.testing.assert_allclose(read(path), MM - MM[0], **EXACT)
    assert any("REFERENCE_POINT" in text for text in warnings)
    assert np.isfinite(gridded_vertical(path, tmp_path)).any()
    assert made.n_dates == len(DATES)


@pytest.mark.parametrize("parting", ["-", "_", "."])
@pytest.mark.parametrize("first", [False, True])
def test_dates_of_names_may_be_parted(tmp_path, parting, first):
    def parted(day):
        return parting.join((day[:4], day[4:6], day[6:]))

    folder = tmp_path / "rasters"
    dates = [parted(day) for day in DATES]
    start = 1 if first else 0
    write_dated(folder, dates[start:], (MM - MM[0])[start:], unit="mm", first=dates[0] if first else "")
    assert recognise(folder).kind == "dated_rasters"
    made, _, path = run(folder, tmp_path, wanted=Wanted(sign="towards"), geometry="36.8699")
    np.testing.assert_allclose(read(path), MM - MM[0], **EXACT)
    with netcdf.open_dataset(path) as dataset:
        np.testing.assert_array_equal(netcdf.read_float(dataset, "time"), DAYS)


def test_sign_and_unit_that_nobody_says_are_refused_by_name(tmp_path):
    folder = write_dated(tmp_path / "rasters", DATES, MM)
    with pytest.raises(InputError, match=r"UNIT.*SIGN"):
        run(folder, tmp_path)
    with pytest.raises(InputError, match="WAVELENGTH"):
        run(folder, tmp_path, wanted=Wanted(unit="rad", sign="away"))
    _, _, path = run(folder, tmp_path, wanted=Wanted(unit="rad", sign="away", wavelength_m=0.056))
    radians = -1000 * 0.056 / (4 * np.pi)
    np.testing.assert_allclose(read(path), radians * (MM - MM[0]), rtol=1e-5, atol=1e-4)


def test_series_of_dolphin_is_known_by_its_own_files(tmp_path):
    """In metres, positive towards the satellite, relative to the pixel that its file names."""
    folder = tmp_path / "dolphin" / "timeseries"
    folder.parent.mkdir()
    values = (MM - MM[0]) - (MM - MM[0])[:, 7:8, 9:10]
    write_dated(folder, DATES[1:], values[1:] / 1000.0, first=DATES[0])
    (folder.parent / "dolphin_config.yaml").write_text("work_directory: .\n")
    (folder / "reference_point.txt").write_text("7,9\n")
    _, warnings, path = run(folder, tmp_path, geometry="38")
    np.testing.assert_allclose(read(path), values, **EXACT)
    with netcdf.open_dataset(path) as dataset:
        area = netcdf.read_reference_area(dataset)
    lon, lat = lon_lat(7, 9)
    assert area.lon_min < lon < area.lon_max
    assert area.lat_min < lat < area.lat_max
    assert warnings == []


def test_interferograms_and_strangers_are_sent_where_they_belong(tmp_path):
    folder = tmp_path / "pairs"
    write_dated(folder, DATES[1:3], MM[1:3], first=DATES[0])
    write_dated(folder, DATES[2:3], MM[2:3], first=DATES[1])
    with pytest.raises(InputError, match="importinterferograms takes"):
        run(folder, tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="nothing that is known"):
        run(tmp_path / "empty", tmp_path)


def test_period_and_extent(tmp_path):
    write_mintpy(tmp_path / "timeseries.h5", DAYS, (MM - MM[:, 3:4, 4:5]) / 1000.0)
    lon, lat = UTM.lon_lat()
    box = (float(lon[0, 10]), float(lon[0, 20]), float(lat[20, 0]), float(lat[5, 0]))
    start, end = parse_date(DATES[2]), parse_date(DATES[5])
    _, warnings, path = run(tmp_path / "timeseries.h5", tmp_path, start=start, end=end, extent=box, geometry="35")
    with netcdf.open_dataset(path) as dataset:
        grid = netcdf.read_grid(dataset)
        np.testing.assert_array_equal(netcdf.read_days(dataset), DAYS[2:6])
        found = netcdf.read_float(dataset, "displacement")
    row, column = round((UTM.y_max - grid.y_max) / UTM.dy), round((grid.x_min - UTM.x_min) / UTM.dx)
    part = (MM - MM[:, 3:4, 4:5])[2:6, row : row + grid.rows, column : column + grid.columns]
    np.testing.assert_allclose(found, part - part[0], **EXACT)
    assert any("outside EXTENT" in text for text in warnings)
    with pytest.raises(InputError, match="1 date between START and END"):
        run(tmp_path / "timeseries.h5", tmp_path, start=start, end=start)


_H5PY = """
eNrtWU9IFFEYfzOzf8ZdrfUPqRkoFFRUOrs5ofkeuO7O7g4s67Y7lUKxazikgmhq5M2Dh4yIkkAEoYsYBdFJOkmHMOigt8IuncSbUVDdEnsz80
ZnhtXd7SCC8zvst++93/d73/vex5vZt49i4UiZ56QHKGBZ4AA+YMQ2weYpc1sfzxJLETtF7Cta7y9Xx2pIv4/oz7q1dh/pl1KCoLC3LdDn4Rya
rQE2jiJiQjCp2C7SPkfsJ9rM6+0ZkxV7Z1geGcZ2rH9QHpVH+uVRc51yBc5LAafmQ+ltrQIpSutgCG/Xsiq1En+w2DpJm6Zp1YEl/gylDueo6N
lDvQ/pRGeYwqvUT4lx5/58skjQwOzP07Mw5Toa9Vx8XdWo1PKGeqAdhQ2gmgXVE2R87zqrIVtQaolg6pDno0WzjDkfjp31gjz9/5uvMyRfPy0R
9h1oPvTnZFWt1v7K6LsYI/nxgCocdUSMCxmpOykQv1pcPz7VX08lazr3lAd9VcnuWRjgAhzn5/ya9V/WbIC3xjNUMXl1qIJpezkXbsPf2zxr8/
j7cltHdgO3Gbg0Vgk9a6dhV2szxBz4e0uCHVkZPv1wH2I+nAk9xpzncH1hDvPmoZ99g7mLcGJgCfOX4erKCvb5DOuavmG/Ddg3/R37/oHvfm1h
fwbRF9xoJuRF528dR3gulHxSjdYX6tCD9/UIz4te/DiL/OxF9LGBQzgGtHmtBU0MQFQx2Y5wPKh1MYZWV+Iou5FEODb08EQ3qmu6jd5GexCOE3
0Z70d904Po7+t7KBrqjFOAJNGSO5DjmUJb3oGaLbWp9/N71Kqf4xo5Q1vXC1zRrMvih9l+xbotOpfIAGuZd5BYsu07epjO8/zuunQ/vSa8Fn6A
b2xt4XdPErcxfo4HZZb+XvnuiIyTdMwyfzAdEhJhMRG11NizY/Z7jg0bNmzYsGHDhg0bNmzYODiUkx/+1v8ySkE7+V3tVu9e4kIiKsXy37lQhj
sX2qTjUnVuimFFpigdxqTDqjpdmYiYSkt5dZwGHUcOne4CdWiDjjNHfroyaUlI5l+Xw6DjyqHTXaCOcV1uk45T1bmeECVQZJ5ZYLxz82r7Fbwh
6HtfiJ7LoFdi0itR9VJCJBMOSvoVXl491qDnybF/il48KBUVl3cvnc5EXh23Qac0Zx1omS9Gp8yUJ5+q05nqEKVMWEwJIUksIK4Sg55ytfQPBv
nieA==
"""
