"""Tropospheric delays: four file forms, signs, missing dates and values, a real sample."""

from datetime import date

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.insar.delays.acceptance import dates_to_refuse, deviations_of_choices
from groundswell.core.insar.delays.gacos import DelayFile, find_delays, read_delay, remove_delay, zenith_to_phase
from groundswell.core.insar.importing import ImportOptions, import_interferograms
from groundswell.core.report.import_report import write_import_report
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 12, 10)
WAVELENGTH = 299792458 / 5405000500.0
DATES = ["20180101", "20180113", "20180125"]
PAIRS = ["20180101_20180113", "20180101_20180125", "20180113_20180125"]
UP = 0.8  # of the fixture's frame


def zenith(seed):
    """Delay in m on the frame's pixels: smooth, as delays are."""
    rng = np.random.default_rng(seed)
    row, column = np.mgrid[: GRID.rows, : GRID.columns]
    return (2.3 + rng.normal(0, 0.01) + rng.normal(0, 2e-4) * row + rng.normal(0, 2e-4) * column).astype("f4")


DELAYS = {day: zenith(number) for number, day in enumerate(DATES)}


def write_delay(folder, day, values, form):
    folder.mkdir(exist_ok=True)
    slant = zenith_to_phase(values, UP, WAVELENGTH).astype("f4")
    if form == "sltd.geo.tif":
        raster.write_geotiff(folder / f"{day}.sltd.geo.tif", slant, GRID, None, metadata={"AREA_OR_POINT": "Point"})
    elif form == "epochs":
        raster.write_geotiff(folder / "epochs" / day / f"{day}.sltd.geo.tif", slant, GRID, None)
    elif form == "icams":
        raster.write_geotiff(folder / day / f"{day}.icams.sltd.geo.tif", slant, GRID, None)
    elif form in ("ztd.tif", "ztd.geo.tif"):
        raster.write_geotiff(folder / f"{day}.{form}", values, GRID, None)
    else:
        values.astype("<f4").tofile(folder / f"{day}.ztd")
        header = {
            "WIDTH": GRID.columns, "FILE_LENGTH": GRID.rows, "X_FIRST": GRID.x[0], "Y_FIRST": GRID.y[0],
            "X_STEP": GRID.dx, "Y_STEP": -GRID.dy, "TIME_OF_DAY": "11.38UTC", "DATUM": "WGS84",
        }  # fmt: skip
        (folder / f"{day}.ztd.rsc").write_text("".join(f"{key}   {value}\n" for key, value in header.items()))


@pytest.fixture
def frame(licsar_frame):
    """A frame whose phase is the delays' and nothing else (but for a whole turn)."""
    phase = {day: zenith_to_phase(values, UP, WAVELENGTH) for day, values in DELAYS.items()}
    return licsar_frame({name: phase[name[9:]] - phase[name[:8]] + 2 * np.pi for name in PAIRS})


def run(frame, tmp_path, **options):
    progress = SilentProgress()
    summary = import_interferograms(frame, tmp_path / "stack.nc", ImportOptions(**options), progress)
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        return summary, {name: netcdf.read_stored(dataset, name) for name in dataset.variables}, progress.warnings


@pytest.mark.parametrize("form", ["sltd.geo.tif", "ztd.geo.tif", "ztd.tif", "ztd", "epochs", "icams"])
def test_every_form_removes_the_delay(frame, tmp_path, form):
    for day, values in DELAYS.items():
        write_delay(tmp_path / "gacos", day, values, form)
    summary, found, warnings = run(frame, tmp_path, corrections=tmp_path / "gacos")
    # float32 delays of some 650 rad: 1e-4 rad.
    np.testing.assert_allclose(found["unwrapped_phase"], 2 * np.pi, atol=1e-3)
    assert summary.n_corrected == 3
    assert np.all(found["gacos_corrected"] == 1)
    assert np.all(found["phase_std_after"] < 1e-3)
    assert np.all(found["phase_std_before"] > 0.01)
    assert all("baselines" in text or "ERA5" in text for text in warnings)
    assert any("ERA5" in text for text in warnings) == (form == "icams")


def test_a_longer_path_at_the_second_date_is_positive_phase():
    phase, reference, secondary = np.full((2, 2), 5.0, "f4"), np.full((2, 2), 600.0, "f4"), np.full((2, 2), 604.0, "f4")
    corrected = remove_delay(phase, reference, secondary)
    np.testing.assert_allclose(corrected.phase, 1.0)


def test_delays_of_another_grid_are_resampled_from_edge_to_edge(frame, tmp_path):
    # Half the cell size, half a degree wider: a plane must come out as the same plane.
    wide = raster.RasterGrid("EPSG:4326", 99.99, 26.01, 0.0005, 0.0005, 80, 60)
    x, y = np.meshgrid(wide.x, wide.y)
    slopes = {day: (0.5 * number, -0.3 * number) for number, day in enumerate(DATES)}
    (tmp_path / "gacos").mkdir()
    for day, (east, north) in slopes.items():
        plane = 2.3 + east * (x - 100) + north * (y - 26)
        raster.write_geotiff(tmp_path / "gacos" / f"{day}.ztd.tif", plane.astype("f4"), wide, None)
    _, found, _ = run(frame, tmp_path, corrections=tmp_path / "gacos")
    _, bare, _ = run(frame, tmp_path)
    gx, gy = np.meshgrid(GRID.x, GRID.y)
    for number, name in enumerate(PAIRS):
        first, second = slopes[name[:8]], slopes[name[9:]]
        difference = (second[0] - first[0]) * (gx - 100) + (second[1] - first[1]) * (gy - 26)
        removed = bare["unwrapped_phase"][number] - found["unwrapped_phase"][number]
        # A shift of half a delay cell would be 0.03 rad; float32 delays: 1e-3 rad.
        np.testing.assert_allclose(removed, zenith_to_phase(difference, UP, WAVELENGTH), atol=3e-3)


@pytest.mark.parametrize("missing", [0.0, np.nan, np.inf, -1.0])
def test_no_delay_is_no_data_and_not_zero(frame, tmp_path, missing):
    for day, values in DELAYS.items():
        holed = values.copy()
        if day == "20180113":
            holed[2, 3] = missing
        write_delay(tmp_path / "gacos", day, holed, "ztd.tif")
    _, found, _ = run(frame, tmp_path, corrections=tmp_path / "gacos")
    assert np.isnan(found["unwrapped_phase"][[0, 2], 2, 3]).all()
    assert np.isfinite(found["unwrapped_phase"][1]).all()
    assert np.isnan(found["unwrapped_phase"]).sum() == 2


@pytest.mark.parametrize("choice", ["mean", "keep", "drop"])
def test_pairs_without_a_delay_are_kept_or_dropped_and_reported(frame, tmp_path, choice):
    for day in DATES[:2]:
        write_delay(tmp_path / "gacos", day, DELAYS[day], "ztd.tif")
    summary, found, warnings = run(frame, tmp_path, corrections=tmp_path / "gacos", missing_corrections=choice)
    assert any("2018-01-25" in text and "no file" in text for text in warnings)
    assert summary.missing_corrections == (date(2018, 1, 25),)
    if choice == "keep":
        assert found["gacos_corrected"].tolist() == [1, 0, 0]
        assert np.isnan(found["phase_std_after"]).tolist() == [False, True, True]
    elif choice == "mean":
        assert found["gacos_corrected"].tolist() == [1, 0, 0]
        assert np.isfinite(found["phase_std_after"]).all()
        # What is left is the difference of the missing delay to the mean, in both pairs of the date: loops close.
        phase = [zenith_to_phase(DELAYS[day], UP, WAVELENGTH) for day in DATES]
        left = phase[2] - (phase[0] + phase[1]) / 2 + 2 * np.pi
        np.testing.assert_allclose(found["unwrapped_phase"][1:], [left, left], atol=2e-3)
        np.testing.assert_allclose(found["unwrapped_phase"][0], 2 * np.pi, atol=1e-3)
    else:
        assert summary.n_pairs == 1
        assert {name for name, _ in summary.skipped} == set(PAIRS[1:])
        assert all("no usable delay" in reason for _, reason in summary.skipped)


def test_a_delay_over_less_than_half_of_the_frame_is_none(frame, tmp_path):
    for day, values in DELAYS.items():
        partial = values.copy()
        partial[:, 4:] = 0
        write_delay(tmp_path / "gacos", day, partial, "ztd.tif")
    summary, found, warnings = run(frame, tmp_path, corrections=tmp_path / "gacos")
    assert summary.n_corrected == 0
    assert np.isfinite(found["unwrapped_phase"]).all()
    assert any("cover only 33%" in text for text in warnings)


def test_a_delay_over_a_part_of_the_frame_costs_pixels_and_that_is_reported(frame, tmp_path):
    for day, values in DELAYS.items():
        partial = values.copy()
        partial[:, 9:] = 0
        write_delay(tmp_path / "gacos", day, partial, "ztd.tif")
    summary, found, warnings = run(frame, tmp_path, corrections=tmp_path / "gacos")
    assert summary.n_corrected == 3
    assert np.isnan(found["unwrapped_phase"]).sum() == 3 * 30
    assert any("cover a part of the pixels of 3 interferograms (at least 75%" in text for text in warnings)


def test_a_correction_that_makes_things_worse_is_reported(frame, tmp_path):
    for day, values in DELAYS.items():
        write_delay(tmp_path / "gacos", day, 2 * 2.3 - values, "ztd.tif")
    _, found, warnings = run(frame, tmp_path, corrections=tmp_path / "gacos")
    assert np.all(found["phase_std_after"] > found["phase_std_before"])
    assert any("raises the standard deviation" in text for text in warnings)


@pytest.mark.parametrize("helps", [True, False])
def test_a_correction_is_kept_for_the_whole_stack_or_not_at_all(frame, tmp_path, helps):
    _, plain, _ = run(frame, tmp_path)
    for day, values in DELAYS.items():
        write_delay(tmp_path / "gacos", day, values if helps else 2 * 2.3 - values, "ztd.tif")
    chosen = {"corrections": tmp_path / "gacos", "accept_corrections": "stack"}
    summary, found, warnings = run(frame, tmp_path, **chosen)
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        verdict = dataset.correction_verdict
    assert verdict.startswith(f"The tropospheric correction is {'kept' if helps else 'not kept'}")
    write_import_report(tmp_path / "stack.nc", tmp_path / "report.html", warnings)
    assert verdict in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert summary.n_corrected == (3 if helps else 0)
    if helps:
        np.testing.assert_allclose(found["unwrapped_phase"], 2 * np.pi, atol=1e-3)
        return
    assert verdict in warnings
    for name, values in plain.items():
        np.testing.assert_array_equal(found[name], values, err_msg=name)


def test_pairs_dropped_for_a_missing_delay_come_back_where_the_correction_is_refused(frame, tmp_path):
    for day in DATES[:2]:
        write_delay(tmp_path / "gacos", day, 2 * 2.3 - DELAYS[day], "ztd.tif")
    chosen = {"corrections": tmp_path / "gacos", "missing_corrections": "drop", "accept_corrections": "stack"}
    summary, _, _ = run(frame, tmp_path, **chosen)
    assert summary.n_pairs == 3
    assert summary.skipped == ()


def closure(phase, pairs=PAIRS):
    """Closure of the one loop that the three pairs form."""
    first, second, third = (phase[pairs.index(name)] for name in (PAIRS[0], PAIRS[2], PAIRS[1]))
    return first + second - third


def worse_on_the_last_date(folder, good=DATES[:2]):
    """Delays that help the first pair and make the other two worse."""
    for day, values in DELAYS.items():
        write_delay(folder, day, values if day in good else 3 * 2.3 - 2 * values, "ztd.tif")


def test_a_correction_is_kept_pair_by_pair_and_its_price_is_reported(frame, tmp_path):
    worse_on_the_last_date(tmp_path / "gacos")
    _, plain, _ = run(frame, tmp_path)
    chosen = {"corrections": tmp_path / "gacos", "accept_corrections": "interferogram", "missing_corrections": "drop"}
    summary, found, warnings = run(frame, tmp_path, **chosen)
    assert found["gacos_corrected"].tolist() == [1, 0, 0]
    assert (summary.n_pairs, summary.n_corrected) == (3, 1)
    np.testing.assert_allclose(found["unwrapped_phase"][0], 2 * np.pi, atol=1e-3)
    np.testing.assert_array_equal(found["unwrapped_phase"][1:], plain["unwrapped_phase"][1:])
    assert any("for 1 of 3 interferograms and not for 2" in text and "1 of 1 loops" in text for text in warnings)
    assert closure(found["unwrapped_phase"]).std() > 100 * closure(plain["unwrapped_phase"]).std()


def test_a_correction_is_kept_date_by_date_and_loops_close(frame, tmp_path):
    worse_on_the_last_date(tmp_path / "gacos")
    chosen = {"corrections": tmp_path / "gacos", "accept_corrections": "date", "missing_corrections": "drop"}
    summary, found, warnings = run(frame, tmp_path, **chosen)
    assert found["gacos_corrected"].tolist() == [1, 0, 0]
    assert np.isfinite(found["phase_std_after"]).all()
    assert summary.n_pairs == 3  # a refused delay is no missing one
    assert summary.missing_corrections == ()
    assert any("delays of 1 of 3 dates are not kept" in text and "2018-01-25" in text for text in warnings)
    phase = [zenith_to_phase(DELAYS[day], UP, WAVELENGTH) for day in DATES]
    left = phase[2] - (phase[0] + phase[1]) / 2 + 2 * np.pi  # the mean of the dates that are kept stands in
    np.testing.assert_allclose(found["unwrapped_phase"][1:], [left, left], atol=2e-3)
    np.testing.assert_allclose(closure(found["unwrapped_phase"]), 2 * np.pi, atol=1e-3)


@pytest.mark.parametrize("choice", ["interferogram", "date"])
def test_where_every_delay_helps_all_are_kept_and_where_none_does_none(frame, tmp_path, choice):
    for helps in (True, False):
        for day, values in DELAYS.items():
            write_delay(tmp_path / "gacos", day, values if helps else 2 * 2.3 - values, "ztd.tif")
        chosen = {"corrections": tmp_path / "gacos", "accept_corrections": choice}
        summary, found, warnings = run(frame, tmp_path, **chosen)
        assert summary.n_corrected == (3 if helps else 0)
        assert not any("do their dates fit" in text for text in warnings)
    _, plain, _ = run(frame, tmp_path)
    np.testing.assert_array_equal(found["unwrapped_phase"], plain["unwrapped_phase"])


def test_dates_are_refused_by_the_smallest_sum():
    """Against all choices of eight dates: the descent ends in no single change that helps, here in the best of all."""
    rng = np.random.default_rng(5)
    days = [date(2018, 1, 1 + number) for number in range(8)]
    wrong = {days[2], days[5]}
    air = rng.normal(0, 1, (8, 400))
    model = np.where([[day in wrong] for day in days], rng.normal(0, 1, (8, 400)), air + rng.normal(0, 0.3, (8, 400)))
    mean = model.mean(axis=0)
    choices = {}
    for first in range(8):
        for second in range(first + 1, min(first + 4, 8)):
            phase = air[second] - air[first]
            pair = days[first], days[second]
            choices[pair] = deviations_of_choices(phase, (model[first], model[second]), mean)
            assert choices[pair][0, 0] == pytest.approx(phase.std())
            assert choices[pair][1, 1] == pytest.approx((phase - model[second] + model[first]).std())

    def total(refused):
        return sum(table[int(a not in refused), int(b not in refused)] for (a, b), table in choices.items())

    subsets = [{day for number, day in enumerate(days) if code >> number & 1} for code in range(256)]
    assert dates_to_refuse(choices) == min(subsets, key=total) == wrong
    assert dates_to_refuse({}) == frozenset()


def test_two_weather_models_do_not_mix(tmp_path):
    write_delay(tmp_path / "gacos", DATES[0], DELAYS[DATES[0]], "ztd.tif")
    write_delay(tmp_path / "gacos", DATES[1], DELAYS[DATES[1]], "icams")
    assert set(find_delays(tmp_path / "gacos")) == {date(2018, 1, 1)}
    wanted = [date(2018, 1, 1), date(2018, 1, 13), date(2018, 1, 25)]
    assert set(find_delays(tmp_path / "gacos", wanted)) == {date(2018, 1, 1)}  # one of three each
    write_delay(tmp_path / "gacos", DATES[2], DELAYS[DATES[2]], "icams")
    assert set(find_delays(tmp_path / "gacos", wanted)) == {date(2018, 1, 13), date(2018, 1, 25)}
    write_delay(tmp_path / "gacos", DATES[1], DELAYS[DATES[1]], "ztd")
    assert set(find_delays(tmp_path / "gacos", wanted)) == {date(2018, 1, 1), date(2018, 1, 13)}


def test_damaged_delays_are_named(tmp_path):
    folder = tmp_path / "gacos"
    with pytest.raises(InputError, match="does not exist"):
        find_delays(folder)
    folder.mkdir()
    with pytest.raises(InputError, match="holds no delay"):
        find_delays(folder)
    write_delay(folder, DATES[0], DELAYS[DATES[0]], "ztd")
    file = find_delays(folder)[date(2018, 1, 1)]
    content = file.path.read_bytes()
    file.path.write_bytes(content[:-4])
    with pytest.raises(InputError, match="476 bytes"):
        read_delay(file)
    file.path.write_bytes(content)
    header = file.path.with_name(file.path.name + ".rsc")
    header.write_text(header.read_text().replace("X_STEP", "X_STRIDE"))
    with pytest.raises(InputError, match="X_STEP"):
        read_delay(file)
    header.unlink()
    with pytest.raises(InputError, match="missing"):
        read_delay(file)
    raster.write_geotiff(folder / "20180301.ztd.tif", np.zeros((3, 3), "f4"), GRID.window(0, 0, 3, 3), None)
    with pytest.raises(InputError, match="zero or NaN everywhere"):
        read_delay(DelayFile(folder / "20180301.ztd.tif", "zenith"))


@pytest.mark.reference
def test_real_delays_of_dhanbad(reference):
    found = find_delays(reference / "insar" / "gacos_ztd_dhanbad")
    assert list(found) == [date(2017, 3, 17), date(2017, 4, 10)]
    for file in found.values():
        delay, grid = read_delay(file)
        assert grid.shape == (80, 140)
        # X_FIRST and Y_FIRST are the first cell's centre.
        assert grid.x[0] == pytest.approx(86.26667, abs=1e-9)
        assert grid.y[0] == pytest.approx(23.83333, abs=1e-9)
        assert 2.26 < np.nanmin(delay) < np.nanmax(delay) < 2.38


@pytest.mark.reference
def test_a_real_interferogram_is_corrected(reference, tmp_path):
    folder = reference / "insar" / "gacos_ztd_dhanbad"
    phase, grid = raster.read_raster(folder / "Unw_Phase_ifg_17Mar2017_10Apr2017_VV.img")
    # Its own image has odd georeferencing (a tie point inside): only the middle is taken, on the delays' area.
    name = "20170317_20170410"
    raster.write_geotiff(tmp_path / "frame" / name / f"{name}.unw.tif", phase.astype("f4"), grid, None)
    (tmp_path / "frame" / "metadata.txt").write_text("heading=-10.0\navg_incidence_angle=39.0\n")
    summary, found, _ = run(tmp_path / "frame", tmp_path, corrections=folder)
    assert summary.n_corrected == 1
    delays = [read_delay(file)[0] for file in find_delays(folder).values()]
    spread = np.nanstd(zenith_to_phase(delays[1] - delays[0], np.cos(np.radians(39.0)), WAVELENGTH))
    removed = np.where(phase == 0, np.nan, phase) - found["unwrapped_phase"][0]
    # The difference of the delays over this part of their area, of the same size as over all of it.
    assert 0.3 * spread < np.nanstd(removed) < 2 * spread
