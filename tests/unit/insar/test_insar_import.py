"""A frame becomes a stack: every layout and convention of LiCSAR, and nothing broken gets in."""

import json
from datetime import date

import numpy as np
import pytest
from groundswell.core import geodesy as projections
from groundswell.core.errors import Cancelled, InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.insar.frames import pair_reading
from groundswell.core.insar.frames.metadata import incidence_from_range, read_baselines, read_metadata, seconds_of_day
from groundswell.core.insar.frames.pair_reading import coherence_counts
from groundswell.core.insar.frames.placement import average, place
from groundswell.core.insar.frames.sensor import Said
from groundswell.core.insar.importing import ImportOptions, import_interferograms
from groundswell.core.insar.stack.reading import read_coherence_counts, read_network, read_phase
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 12, 10)
RNG = np.random.default_rng(3)
PHASE = RNG.normal(0, 3, GRID.shape).astype("f4")
PAIRS = {"20180101_20180113": PHASE, "20180113_20180125": PHASE + 1, "20180101_20180125": PHASE + 2}


def run(frame, tmp_path, **options):
    """Import, and return the summary and everything in the file."""
    summary = import_interferograms(frame, tmp_path / "stack.nc", ImportOptions(**options))
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        values = {name: netcdf.read_float(dataset, name) for name in dataset.variables if name != "crs"}
        attributes = {name: dataset.getncattr(name) for name in dataset.ncattrs()}
        return summary, values, attributes, netcdf.read_grid(dataset)


@pytest.mark.parametrize(("layout", "inside"), [("local", ""), ("local", "GEOC"), ("portal", ""), ("bare", "")])
@pytest.mark.parametrize("portal_inside", [False, True])
def test_every_layout_gives_the_same_stack(licsar_frame, tmp_path, layout, inside, portal_inside):
    frame = licsar_frame(PAIRS, layout, baselines="20180101 20180113 30 12\n20180101 20180125 -20.5 24\n")
    if portal_inside and layout == "portal":
        inside = "interferograms"
    summary, values, attributes, grid = run(frame / inside, tmp_path)
    assert (summary.n_pairs, summary.n_dates, summary.skipped, summary.warnings) == (3, 3, (), ())
    assert grid.matches(GRID)
    order = ["20180101_20180113", "20180101_20180125", "20180113_20180125"]
    np.testing.assert_array_equal(values["unwrapped_phase"], [PAIRS[name] for name in order])
    assert values["perpendicular_baseline"] == pytest.approx([30, -20.5, -50.5])
    assert values["los_up"] == pytest.approx(0.8)
    assert values["height"] == pytest.approx(2000)
    assert attributes["frame"] == "099A_06414_131313"
    assert attributes["heading"] == pytest.approx(-10.502)
    assert attributes["wavelength"] == pytest.approx(0.05546576, abs=1e-7)
    assert attributes["incidence_source"] == "per pixel"
    assert attributes["synthetic"] == 0


def test_network_and_blocks_can_be_read_back(licsar_frame, tmp_path):
    import_interferograms(licsar_frame(PAIRS), tmp_path / "stack.nc")
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        network = read_network(dataset)
        assert network.names == ["20180101_20180113", "20180101_20180125", "20180113_20180125"]
        assert network.pairs.tolist() == [[0, 1], [0, 2], [1, 2]]
        block = read_phase(dataset, slice(2, 5), np.array([True, False, True]))
        np.testing.assert_array_equal(block, [PHASE[2:5], PHASE[2:5] + 1])
        assert np.all(read_coherence_counts(dataset, slice(0, 1)) == 128)


def test_zero_and_nan_are_no_data(licsar_frame, tmp_path):
    phase = PHASE.copy()
    phase[0, 0], phase[0, 1] = 0, np.nan
    coherence = np.full(GRID.shape, 200, "u1")
    coherence[0, 2] = 0
    _, values, _, _ = run(licsar_frame({"20180101_20180113": (phase, coherence)}), tmp_path)
    assert np.isnan(values["unwrapped_phase"][0, 0, :2]).all()
    assert np.isfinite(values["unwrapped_phase"]).sum() == 118
    assert np.isnan(values["coherence"][0, 0, 2])
    assert np.isfinite(values["coherence"]).sum() == 119


def test_files_own_nodata_value_is_no_data(licsar_frame, tmp_path):
    frame = licsar_frame({"20180101_20180113": PHASE})
    marked = PHASE.copy()
    marked[3, 3] = -9999
    path = frame / "GEOC" / "20180101_20180113" / "20180101_20180113.geo.unw.tif"
    raster.write_geotiff(path, marked, GRID, -9999)
    _, values, _, _ = run(frame, tmp_path)
    assert np.isnan(values["unwrapped_phase"][0, 3, 3])


def test_coherence_of_either_type_is_kept_as_counts():
    assert coherence_counts(np.array([[0, 1, 255]], "u1"), 1).tolist() == [[0, 1, 255]]
    assert coherence_counts(np.array([[0.0, np.nan, 0.001, 0.5, 1.0]], "f4"), 1).tolist() == [[0, 0, 1, 127, 255]]
    assert coherence_counts(np.array([[0.0, 1.0, 37.0, 255.0]], "f4"), 1).tolist() == [[0, 1, 37, 255]]


def test_averaging_counts_neither_overflows_nor_counts_missing_ones():
    counts = np.array([[250, 254], [252, 0]], "u1")
    assert coherence_counts(counts, 2).tolist() == [[252]]
    assert coherence_counts(counts.astype("f4") / 255, 2).tolist() == [[252]]
    assert coherence_counts(np.array([[250, 0], [0, 0]], "u1"), 2).tolist() == [[0]]


def test_multilooking_keeps_the_edges(licsar_frame, tmp_path):
    """Peers keep the centre of the first small pixel, which shifts the result by (n - 1) / 2 pixels."""
    frame = licsar_frame(PAIRS)
    _, values, _, grid = run(frame, tmp_path, multilook=5)
    assert (grid.x_min, grid.y_max) == pytest.approx((100.0, 26.0), abs=1e-12)
    assert grid.shape == (2, 2)  # 10 x 12 pixels: the last two columns are no whole block
    assert values["x"] == pytest.approx([100.0025, 100.0075], abs=1e-12)
    assert values["y"] == pytest.approx([25.9975, 25.9925], abs=1e-12)
    assert values["unwrapped_phase"][0, 1, 0] == pytest.approx(PHASE[5:, :5].mean(), abs=1e-6)
    opened = raster.gdal().Open(f'NETCDF:"{tmp_path / "stack.nc"}":unwrapped_phase')
    assert opened.GetGeoTransform() == pytest.approx((100.0, 0.005, 0, 26.0, 0, -0.005), abs=1e-9)


def test_a_block_needs_half_of_its_pixels():
    values = np.ones((2, 4), "f4")
    values[:, 0] = np.nan
    values[0, 2:], values[1, 2] = np.nan, np.nan
    assert average(values, 2) == pytest.approx(np.array([[1.0, np.nan]]), nan_ok=True)


@pytest.mark.parametrize("setting", ["FALSE", "TRUE"])
def test_point_and_area_rasters_lie_on_the_same_grid(licsar_frame, tmp_path, monkeypatch, setting):
    """LiCSAR's geometry says AREA_OR_POINT=Point, its phase Area; GDAL's geotransform is the same.

    But for a setting of GDAL's that moves rasters of points by half a cell, if it is in a user's environment.
    """
    frame = licsar_frame(PAIRS)
    layer = np.arange(120, dtype="f4").reshape(GRID.shape) / 200 + 0.2
    path = frame / "GEOC" / "099A_06414_131313.geo.U.tif"
    raster.write_geotiff(path, layer, GRID, None, metadata={"AREA_OR_POINT": "Point"})
    monkeypatch.setenv("GTIFF_POINT_GEO_IGNORE", setting)
    _, values, _, _ = run(frame, tmp_path)
    np.testing.assert_array_equal(values["los_up"], layer)


def test_zero_is_a_height_only_where_something_was_measured(licsar_frame, tmp_path):
    phase = PHASE.copy()
    phase[:, :6] = 0
    frame = licsar_frame({"20180101_20180113": phase})
    height = np.full(GRID.shape, 3, "i2")
    height[0] = 0
    raster.write_geotiff(frame / "GEOC" / "099A_06414_131313.geo.hgt.tif", height, GRID, None)
    _, values, _, _ = run(frame, tmp_path)
    assert np.isnan(values["height"][0, :6]).all()
    assert (values["height"][0, 6:] == 0).all()
    assert (values["height"][1:] == 3).all()


def test_extent_takes_whole_pixels_and_reads_each_window_once(licsar_frame, tmp_path, monkeypatch):
    reads = []
    original = pair_reading.read_window

    def counting(path, placement, *more):
        reads.append(path.name)
        return original(path, placement, *more)

    monkeypatch.setattr(pair_reading, "read_window", counting)
    frame = licsar_frame(PAIRS)
    _, values, _, grid = run(frame, tmp_path, extent=(100.0025, 100.006, 25.993, 25.9955))
    assert grid.matches(GRID.window(4, 2, 3, 4))
    np.testing.assert_array_equal(values["unwrapped_phase"][0], PHASE[4:7, 2:6])
    assert sorted(reads) == sorted(f"{name}.geo.{kind}.tif" for name in PAIRS for kind in ("unw", "cc"))


@pytest.mark.parametrize("extent", [(10, 11, 50, 51), (100.2, 100.1, 25, 26), (np.nan, 101, 25, 26)])
def test_extent_outside_the_frame_or_none_at_all(licsar_frame, tmp_path, extent):
    with pytest.raises(InputError, match="EXTENT"):
        run(licsar_frame(PAIRS), tmp_path, extent=extent)
    assert not (tmp_path / "stack.nc").exists()


def test_projected_frames_take_an_extent_in_degrees():
    grid = raster.RasterGrid("EPSG:32648", 300_000, 2_800_000, 40, 40, 100, 100)
    lon, lat = projections.transform_points([301_000, 302_000], [2_798_000, 2_799_000], grid.crs, "EPSG:4326")
    placed = place(grid, (lon[0], lon[1], lat[0], lat[1]))
    assert abs(placed.column - 25) <= 1
    assert abs(placed.row - 25) <= 1


def test_multilook_larger_than_the_area(licsar_frame, tmp_path):
    with pytest.raises(InputError, match="MULTILOOK 20"):
        run(licsar_frame(PAIRS), tmp_path, multilook=20)


def test_broken_entries_are_listed_with_the_reason(licsar_frame, tmp_path):
    frame = licsar_frame(PAIRS)
    parent = frame / "GEOC"
    good = parent / "20180101_20180113" / "20180101_20180113.geo.unw.tif"

    def entry(name, kind="unw"):
        (parent / name).mkdir(exist_ok=True)
        return parent / name / f"{name}.geo.{kind}.tif"

    entry("20180201_20180213").write_bytes(b"")
    entry("20180201_20180225").write_bytes(good.read_bytes()[:-100])
    entry("20180201_20180309").write_bytes(b"<html>404</html>")
    raster.write_geotiff(entry("20180201_20180321"), PHASE[:5], GRID.window(0, 0, 5, 12), None)
    raster.write_geotiff(entry("20180201_20180402"), PHASE, GRID.window(1, 0, 10, 12), None)
    raster.write_geotiff(entry("20180201_20180414"), np.zeros_like(PHASE), GRID, None)
    entry("20180301_20180313").write_bytes(good.read_bytes())
    entry("20180301_20180313", "cc").write_bytes(b"")
    raster.write_geotiff(entry("20180301_20180325"), PHASE[:5], GRID.window(0, 0, 5, 12), None)
    raster.write_geotiff(entry("20180301_20180325", "cc"), PHASE, GRID, None)
    loop = entry("20180401_20180413")
    loop.symlink_to(loop)
    (parent / "20180401_20180425").symlink_to(parent / "20180401_20180425")
    (parent / "20180501_20180513").mkdir()
    (parent / "20180513_20180501").mkdir()
    (parent / "20181301_20181313").mkdir()
    (parent / "2018x501_20180513").mkdir()
    (parent / "20180601_20180613").write_text("a file")
    (parent / "network.png").write_text("not a pair and not meant to be one")
    progress = SilentProgress()
    summary = import_interferograms(frame, tmp_path / "stack.nc", progress=progress)
    reasons = dict(summary.skipped)
    for name, words in {
        "20180201_20180213": "zero bytes",
        "20180201_20180225": "cut off or corrupt|cannot be read",
        "20180201_20180309": "cannot be read",
        "20180201_20180321": "5 x 12 cells, the frame's 10 x 12",
        "20180201_20180402": "covers",
        "20180201_20180414": "no data",
        "20180301_20180313": "zero bytes",
        "20180301_20180325": "5 x 12 cells",
        "20180401_20180413": "not a file|no unwrapped",
        "20180401_20180425": "leads nowhere",
        "20180501_20180513": "no unwrapped phase",
        "20180513_20180501": "no unwrapped phase",
        "20181301_20181313": "two dates",
        "2018x501_20180513": "not YYYYMMDD_YYYYMMDD",
        "20180601_20180613": "not a folder",
    }.items():
        assert any(part in reasons.pop(name) for part in words.split("|")), name
    assert reasons == {}
    assert summary.n_pairs == 3
    assert "15 entries were left out" in progress.warnings[0]
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        assert dataset.n_skipped == 15
        assert {entry["pair"] for entry in json.loads(dataset.skipped)} == {name for name, _ in summary.skipped}


def test_an_odd_first_pair_does_not_decide_the_grid(licsar_frame, tmp_path):
    frame = licsar_frame(PAIRS)
    odd = "20170101_20170113"
    raster.write_geotiff(frame / "GEOC" / odd / f"{odd}.geo.unw.tif", PHASE[:4], GRID.window(0, 0, 4, 12), None)
    summary, _, _, grid = run(frame, tmp_path)
    assert grid.matches(GRID)
    assert [name for name, _ in summary.skipped] == [odd]


def test_last_digits_of_the_geotransform_do_not_matter(licsar_frame, tmp_path):
    frame = licsar_frame(PAIRS)
    near = raster.RasterGrid("EPSG:4326", 100.0 + 1e-9, 26.0, 0.001 + 1e-12, 0.001, 12, 10)
    name = "20180113_20180206"
    raster.write_geotiff(frame / "GEOC" / name / f"{name}.geo.unw.tif", PHASE, near, None)
    assert run(frame, tmp_path)[0].n_pairs == 4


def test_only_the_phase_is_compulsory(licsar_frame, tmp_path):
    frame = licsar_frame({name: (phase, None) for name, phase in PAIRS.items()}, metadata=None, geometry=False)
    summary, values, attributes, _ = run(frame, tmp_path)
    assert summary.n_pairs == 3
    assert np.isnan(values["coherence"]).all()
    assert np.isnan(values["mean_coherence"]).all()
    assert np.isnan(values["los_up"]).all()
    assert np.isnan(values["perpendicular_baseline"]).all()
    assert "height" not in values
    assert attributes["incidence_source"] == "unknown"
    assert attributes["wavelength"] == pytest.approx(299792458 / 5.405e9)
    assert attributes["frame"] == "frame"
    assert any("no coherence" in warning for warning in summary.warnings)
    assert any("baselines" in warning for warning in summary.warnings)


def test_bare_geotiffs_named_by_two_dates(tmp_path):
    for name in PAIRS:
        raster.write_geotiff(tmp_path / "own" / f"{name}.unw.tif", PHASE, GRID, None)
    with pytest.raises(InputError, match="WAVELENGTH"):  # no name says whose they are
        run(tmp_path / "own", tmp_path)
    assert run(tmp_path / "own", tmp_path, said=Said(wavelength_m=0.0555))[0].n_pairs == 3


def test_statistics_are_over_the_pixels_with_data_in_any_pair(licsar_frame, tmp_path):
    first, second = PHASE.copy(), PHASE.copy()
    first[:5], second[:, :6], second[9], first[9] = 0, 0, 0, 0  # any: all but row 9 and the upper left quarter
    coherence = np.full(GRID.shape, 100, "u1")
    coherence[0], coherence[9] = 200, 50
    frame = licsar_frame({"20180101_20180113": (first, coherence), "20180113_20180125": (second, coherence)})
    _, values, _, _ = run(frame, tmp_path)
    any_data = (first != 0) | (second != 0)
    assert values["valid_fraction"] == pytest.approx(
        [(first != 0).sum() / any_data.sum(), (second != 0).sum() / any_data.sum()]
    )
    assert values["mean_coherence"] == pytest.approx(coherence[any_data].mean() / 255)


def test_pairs_of_low_coherence_are_left_out(licsar_frame, tmp_path):
    low = np.full(GRID.shape, 5, "u1")
    summary = run(licsar_frame({**PAIRS, "20180113_20180206": (PHASE, low)}), tmp_path)[0]
    assert summary.skipped == (("20180113_20180206", "its mean coherence 0.020 is below 0.05"),)
    assert run(licsar_frame({}), tmp_path, min_coherence=0.0)[0].n_pairs == 4


def test_period_needs_both_dates(licsar_frame, tmp_path):
    frame = licsar_frame(PAIRS)
    assert run(frame, tmp_path, start=date(2018, 1, 13), end=date(2018, 1, 25))[0].n_pairs == 1
    with pytest.raises(InputError, match="START"):
        run(frame, tmp_path, start=date(2018, 1, 13), end=date(2018, 1, 13))


def test_folders_without_interferograms(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no interferogram"):
        run(tmp_path / "empty", tmp_path)
    with pytest.raises(InputError, match="does not exist"):
        run(tmp_path / "missing", tmp_path)
    broken = tmp_path / "broken" / "GEOC" / "20180101_20180113"
    broken.mkdir(parents=True)
    (broken / "20180101_20180113.geo.unw.tif").write_bytes(b"")
    with pytest.raises(InputError, match=r"None of the 1 .*could be read.*zero bytes"):
        run(tmp_path / "broken", tmp_path)
    with pytest.raises(InputError, match="Did you mean .*broken"):
        run(tmp_path, tmp_path)
    assert not list(tmp_path.glob("*stack*"))


def test_options_out_of_range(licsar_frame, tmp_path):
    frame = licsar_frame(PAIRS)
    for options in ({"multilook": 0}, {"min_coherence": 2.0}, {"missing_corrections": "maybe"}):
        with pytest.raises(InputError, match=next(iter(options)).upper()):
            run(frame, tmp_path, **options)


def test_cancelling_leaves_no_file(licsar_frame, tmp_path):
    class Impatient(SilentProgress):
        def report(self, fraction, message=""):
            self.reached = fraction

        def cancelled(self):
            return getattr(self, "reached", 0) > 0.3

    with pytest.raises(Cancelled):
        import_interferograms(licsar_frame(PAIRS), tmp_path / "stack.nc", progress=Impatient())
    assert [path.name for path in tmp_path.iterdir()] == ["frame"]


def test_gap_in_the_network_is_reported(licsar_frame, tmp_path):
    summary = run(licsar_frame({"20180101_20180113": PHASE, "20190101_20190113": PHASE}), tmp_path)[0]
    assert any("2 parts" in warning for warning in summary.warnings)


@pytest.mark.parametrize(
    ("text", "wavelength"),
    [
        ("radar_frequency=5405000500.0", 0.0554657597),
        ("radar_frequency=1270000000", 0.2360570535),
        ("radar_frequency=5.405", 0.0554657647),
        ("radar_frequency=unknown", 0.0554657647),
        ("", 0.0554657647),
    ],
)
def test_wavelength_comes_from_the_radar_frequency(tmp_path, text, wavelength):
    (tmp_path / "metadata.txt").write_text(f"center_time=0:26:14.88\n{text}\nno equals sign\n")
    assert read_metadata(tmp_path / "metadata.txt").wavelength == pytest.approx(wavelength, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:26:14.88", 1574.88),
        ("11:23:52.692114", 41032.692114),
        ("2016-09-07T11:23:52.5Z", 41032.5),
        ("23:59", 86340.0),
        ("25:00:00", np.nan),
        ("unknown", np.nan),
        ("", np.nan),
    ],
)
def test_time_of_the_acquisition(text, seconds):
    assert seconds_of_day(text) == pytest.approx(seconds, nan_ok=True)


def test_time_of_the_acquisition_goes_from_step_to_step(licsar_frame, tmp_path):
    from groundswell.core.insar.checking import CheckOptions, check_interferograms

    frame = licsar_frame({name: PHASE for name in list(PAIRS)[:2]})
    assert run(frame, tmp_path)[2]["acquisition_time"] == pytest.approx(41032.69)
    check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", CheckOptions(reference_size_km=0.5))
    with netcdf.open_dataset(tmp_path / "checked.nc") as dataset:
        assert dataset.acquisition_time == pytest.approx(41032.69)
    (frame / "GEOC" / "metadata.txt").write_text("center_time=\n")
    assert "acquisition_time" not in run(frame, tmp_path)[2]


def test_synthetic_data_say_so(licsar_frame, tmp_path):
    frame = licsar_frame(PAIRS, metadata="synthetic=1\n")
    assert run(frame, tmp_path)[2]["synthetic"] == 1


def test_both_baseline_formats(tmp_path):
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("20180101 20180113 30 12\n20180101 20180125 -20.5 24\n20180101 20990101 x 0\nrubbish\n")
    old.write_text("1 20180101 20180113 30.0 12 0 12 5.0 35.0\n2 20180113 20180125 -50.5 12 12 24 35.0 -15.5\n")
    assert read_baselines(new) == {date(2018, 1, 1): 0, date(2018, 1, 13): 30, date(2018, 1, 25): -20.5}
    assert read_baselines(old) == {date(2018, 1, 1): 5, date(2018, 1, 13): 35, date(2018, 1, 25): -15.5}
    assert read_baselines(None) == {}


def test_dates_without_a_baseline_are_unknown(licsar_frame, tmp_path):
    _, values, _, _ = run(licsar_frame(PAIRS, baselines="20180101 20180113 30 12\n"), tmp_path)
    assert values["perpendicular_baseline"] == pytest.approx([30, np.nan, np.nan], nan_ok=True)


def test_slant_range_gives_the_incidence_that_gamma_gives(reference):
    """Dali: 39.5 to 40.2 degrees for orbit radii of 7074 to 7068 km, where LiCSAR's metadata say 33.96."""
    assert incidence_from_range(878_759.8148, 25.866) == pytest.approx(39.9, abs=0.35)
    rows = (reference / "insar/dali_frame_metadata/all_frames.csv").read_text().splitlines()[1:]
    angles, ours = [], []
    for row in rows:
        fields = row.split(",")
        try:
            angle, latitude, centre = float(fields[7]), float(fields[3]), float(fields[8])
        except ValueError:
            continue
        if centre > 0:
            angles.append(angle)
            ours.append(incidence_from_range(centre, latitude))
    difference = np.array(angles) - np.array(ours)
    assert 700 < (difference < -3).sum() < 850  # 788 to 795 frames with the defect
    assert abs(np.median(difference[np.abs(difference) < 3])) < 0.5  # the others agree


def test_metadata_that_contradict_the_geometry_are_reported(licsar_frame, tmp_path):
    wrong = "heading=-10.5\navg_incidence_angle=33.9615\ncentre_range_m=878759.8\n"
    summary, values, attributes, _ = run(licsar_frame(PAIRS, metadata=wrong, geometry=False), tmp_path)
    assert attributes["incidence_source"] == "centre range"
    assert np.degrees(np.arccos(values["los_up"])) == pytest.approx(39.9, abs=0.35)
    assert attributes["metadata_incidence_angle"] == pytest.approx(33.9615)
    (warning,) = [text for text in summary.warnings if "contradicts" in text]
    assert "33.96" in warning
    assert "-7." in warning  # per cent: vertical displacement with the wrong angle is too small
    steep = licsar_frame(PAIRS, metadata="avg_incidence_angle=45\n", name="steep")
    summary, _, attributes, _ = run(steep, tmp_path)
    assert attributes["incidence_source"] == "per pixel"
    assert any("U raster means 36.87" in text for text in summary.warnings)


def test_one_angle_and_the_heading_give_a_unit_vector(licsar_frame, tmp_path):
    frame = licsar_frame(PAIRS, metadata="heading=-10\navg_incidence_angle=40\n", geometry=False)
    summary, values, attributes, _ = run(frame, tmp_path)
    assert attributes["incidence_source"] == "metadata"
    east, north, up = (values[f"los_{name}"] for name in ("east", "north", "up"))
    assert east**2 + north**2 + up**2 == pytest.approx(np.ones(GRID.shape), abs=1e-6)
    assert east[0, 0] == pytest.approx(-np.cos(np.radians(10)) * np.sin(np.radians(40)))
    assert north[0, 0] < 0  # ascending, looking right: the satellite stands in the west-south-west
    assert any("avg_incidence_angle for every pixel" in text for text in summary.warnings)


def test_broken_geometry_falls_back(licsar_frame, tmp_path):
    frame = licsar_frame(PAIRS)
    for kind in "ENU":
        (frame / "GEOC" / f"099A_06414_131313.geo.{kind}.tif").write_bytes(b"")
    summary, _, attributes, _ = run(frame, tmp_path)
    assert attributes["incidence_source"] == "metadata"
    assert any("U is not used" in text for text in summary.warnings)


def test_real_stack(reference, tmp_path):
    """Mexico City: the coherence and coverage that LiCSBAS2 found on the same pixels."""
    summary, values, _, grid = run(reference / "insar" / "mexico_cropA", tmp_path)
    assert (summary.n_pairs, summary.n_dates, summary.skipped, summary.warnings) == (30, 13, (), ())
    assert grid.shape == (60, 100)
    lines = (reference / "insar/mexico_cropA/peer_licsbas2/info/11ifg_stats.txt").read_text().splitlines()
    table = np.array([line.split()[1:] for line in lines if line[:1].isdigit()], float)
    assert values["perpendicular_baseline"] == pytest.approx(table[:, 0], abs=0.051)  # rounded there
    # There over the 98 % of pixels that most pairs have.
    assert values["mean_coherence"] == pytest.approx(table[:, 3], abs=0.003)
    assert values["valid_fraction"] == pytest.approx(table[:, 2], abs=0.003)
