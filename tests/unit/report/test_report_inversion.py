"""What the report on a displacement series says follows from the data; what a file lacks does not break it."""

import json
import re

import numpy as np
import pytest
from groundswell.core.charts import export, histograms, maps, spread, style, tiles
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.insar.checks.noise_indices import IndexResult, apply_indices, noise_indices
from groundswell.core.report.inversion_report import removed_from_series, write_inversion_report
from groundswell.core.report.series_sample import read_sample

GRID = RasterGrid("EPSG:4326", 100.0, 26.0, 0.01, 0.01, 40, 30)
DAYS = 6909.0 + 12.0 * np.arange(60)
YEARS = (DAYS - DAYS[0]) / 365.25
NOISY_DATE = 17
MAPS = {
    "velocity_std": "mm/yr",
    "annual_amplitude": "mm",
    "annual_phase": "day",
    "residual_rms": "mm",
    "temporal_coherence": "1",
    "longest_gap": "day",
    "longest_part": "day",
    "mean_coherence": "1",
    "spatiotemporal_consistency": "mm",
}
COUNTS = ("n_interferograms", "n_gaps", "n_loop_errors", "n_without_loop")


def fields():
    """Maps of a made-up series: velocity from -8 to 7.6 mm/yr in columns, residuals too large in six rows."""
    rows, columns = np.indices(GRID.shape)
    made = {name: np.ones(GRID.shape) for name in (*MAPS, *COUNTS)}
    made["velocity"] = -8.0 + 0.4 * columns
    made["annual_amplitude"] = 3.0 + 0.1 * rows
    made["annual_phase"] = 90.0 + columns
    made["longest_part"] = np.full(GRID.shape, DAYS[-1] - DAYS[0])
    made["n_interferograms"] = np.full(GRID.shape, 150)
    made["n_gaps"] = np.where(rows < 3, 2, 0)
    made["longest_gap"] = np.where(rows < 3, 48.0, 0.0)
    made["residual_rms"] = np.where(rows >= 24, 2.5, 1.0)
    made["temporal_coherence"] = 0.9 + 0.002 * columns
    made["velocity"][0, 0] = np.nan
    return made


def write_series(path, leave_out=(), noise_mask=True, **attributes):
    rng = np.random.default_rng(5)
    made = fields()
    with netcdf.create(path, "series", "invertinterferograms", "GAP_MODEL=linear") as dataset:
        netcdf.write_grid(dataset, GRID)
        netcdf.write_time(dataset, DAYS)
        motion = made["velocity"] * YEARS[:, None, None] + 3 * np.sin(2 * np.pi * YEARS)[:, None, None]
        motion = motion + rng.normal(0, 0.5, motion.shape)
        motion[NOISY_DATE] += 9.0
        series = netcdf.add_variable(dataset, "displacement", ("time", "y", "x"), "mm", "d", chunks=(1, 7, 40))
        series[:] = motion - motion[0]
        for name, units in {"velocity": "mm/yr", **MAPS}.items():
            if name not in leave_out:
                netcdf.add_variable(dataset, name, ("y", "x"), units, name)[:] = made[name]
        for name in COUNTS:
            if name not in leave_out:
                netcdf.add_variable(dataset, name, ("y", "x"), "1", name, dtype="i4")[:] = made[name]
        kept = np.isfinite(made["velocity"])
        if noise_mask:
            indices = noise_indices(DAYS.size, 0.0555, "velocity_std")
            results, kept = apply_indices(indices, made.__getitem__, kept)
            dataset.noise_mask_table = json.dumps([vars(result) for result in results])
            netcdf.add_variable(dataset, "noise_mask", ("y", "x"), "1", "kept", dtype="u1", fill=None)[:] = kept
        if "mask" not in leave_out:
            netcdf.add_variable(dataset, "mask", ("y", "x"), "1", "mask", dtype="u1", fill=None)[:] = kept
        dataset.setncatts({"frame": "T005A", "wavelength": 0.0555, "gap_model": "linear", "weighting": "coherence"})
        dataset.setncatts(attributes)
        netcdf.ReferenceArea(100.1, 100.12, 25.8, 25.82, 0.8).write(dataset)
    return path


def tables(text):
    """Return all rows of all tables, as lists of their cells."""
    rows = re.findall(r"<tr>(.*?)</tr>", text, flags=re.DOTALL)
    return [[re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<t[dh].*?</t[dh]>", row)] for row in rows]


def titles_only(figure, prefix, description):
    titles = " ".join(ax.get_title(loc="left") for ax in figure.axes)
    return f"<svg id='{prefix}'>{titles}</svg>"


@pytest.fixture
def page(tmp_path, monkeypatch):
    def make(warnings=(), stack=None, drawn=False, **options):
        if not drawn:  # laying out the figures is what takes time
            monkeypatch.setattr(export, "to_svg", titles_only)
        series = write_series(tmp_path / "series.nc", **options)
        write_inversion_report(series, tmp_path / "report.html", warnings, stack)
        text = (tmp_path / "report.html").read_text(encoding="utf-8")
        words = re.sub(r"<svg.*?</svg>|<[^>]*>", " ", text.split("<body>")[1], flags=re.DOTALL).lower().split()
        assert not {"nan", "none", "inf"} & set(words)
        return text, tables(text)

    return make


def test_the_mask_table_says_what_each_index_removes(page):
    text, rows = page(drawn=True)
    assert ["Residuals of the interferograms (RMS)", "≤ 2 mm", "240", "20.0", "240", "yes"] in rows
    assert ["Interferograms used", "≥ 90", "0", "0.0", "0", "yes"] in rows
    assert "The indices mask 240 of 1199 solved pixels (20.0 %); 959 are kept." in text
    assert "(b) of those that the noise indices keep" in text
    for words in ("Residual RMS ≤ 2 mm", "Indices that mask", "Kept by the noise indices", "Annual phase (day)"):
        assert words in text


def test_an_index_that_would_mask_every_pixel_is_shown_as_not_applied(page):
    result = IndexResult("longest_part", 9999.0, False, 1199, 0)
    text, rows = page(noise_mask_table=json.dumps([vars(result)]))
    assert [
        "Span of the longest connected part", "≥ 9999 days", "1199", "100.0", "0", "no: it would mask every pixel",
    ] in rows  # fmt: skip
    assert "Longest part ≥ 9999 days, off" in text


def test_the_share_beyond_five_millimetres_and_how_it_depends_on_the_reference(page):
    text, rows = page(noise_mask=False)
    velocity = fields()["velocity"]
    velocity = velocity[np.isfinite(velocity)]
    beyond = np.count_nonzero(np.abs(velocity) > 5)
    assert 0 < beyond < velocity.size
    assert ["0", str(beyond), f"{100 * beyond / velocity.size:.1f}"] in rows
    shifted = np.count_nonzero(np.abs(velocity - 2) > 5)
    assert ["−2", str(shifted), f"{100 * shifted / velocity.size:.1f}"] in rows
    assert "depends on the reference area" in text


def test_pixels_by_gaps(page):
    _, rows = page(noise_mask=False)
    assert ["0", "1080", "90.1", "0"] in rows
    assert ["2", "119", "9.9", "48"] in rows


def test_warnings_stand_first_and_corrections_are_named(page):
    text, rows = page(
        ["The network <falls> apart."],
        ramp_removed="bilinear",
        height_trend_removed=np.int32(0),
        solid_earth_tide_removed=np.int32(1),
    )
    assert text.index("The network &lt;falls&gt; apart.") < text.index("<figure>")
    assert ["ramp", "bilinear"] in rows
    assert ["solid earth tide", "yes"] in rows
    assert "do not go on to water storage" in text


def test_every_attribute_that_ends_so_is_a_correction(tmp_path):
    path = write_series(tmp_path / "s.nc", plate_motion_removed="ITRF2020", other=1, filter_removed="none")
    with netcdf.open_dataset(path) as dataset:
        assert removed_from_series(dataset) == [("plate motion", "ITRF2020")]
    with netcdf.append(path) as dataset:
        dataset.setncatts({"ramp_removed": "bilinear", "trend_removed": "bilinear, fitted to every date"})
    with netcdf.open_dataset(path) as dataset:
        assert [name for name, _ in removed_from_series(dataset)] == ["plate motion", "trend"]


def test_a_date_that_stands_out_is_named(page):
    text, _ = page()
    assert "by motion that the fit lacks: 2019-06-23." in text  # 17 steps of 12 days after 2018-12-01


def test_the_network_comes_from_the_file_and_gaps_are_shaded(page):
    names = "20181201_20181213 20181213_20181225 20190106_20190118"
    text, rows = page(interferograms=names)
    assert "no interferogram spans these times" in text
    assert "2018-12-25 to 2019-01-06" in text
    assert ["T005A", "2018-12-01", "2020-11-08", "1.94", "60", "3", "12"] in rows


def test_the_stack_adds_what_is_not_used(page, tmp_path):
    with netcdf.create(tmp_path / "stack.nc", "stack", "checkinterferograms") as dataset:
        dataset.createDimension("pair", 3)
        for name, index in (("reference_date", [0, 1, 0]), ("secondary_date", [1, 2, 2])):
            netcdf.add_day_variable(dataset, name, ("pair",), name)[:] = DAYS[index]
        netcdf.add_variable(dataset, "perpendicular_baseline", ("pair",), "m", "b")[:] = [10.0, 20.0, 31.0]
    names = "20181201_20181213 20181213_20181225"
    text, rows = page(interferograms=names, stack=tmp_path / "stack.nc")
    assert rows[1][5] == "2 of 3"
    assert "Dashed red: rejected." in text
    # A stack that lacks one of the pairs is another one: the file's own names count.
    _, rows = page(interferograms=names + " 20190106_20190118", stack=tmp_path / "stack.nc")
    assert rows[1][5] == "3"


@pytest.mark.parametrize("left_out", [(*MAPS, *COUNTS, "mask"), ("n_gaps", "temporal_coherence")])
def test_variables_that_are_missing_do_not_break_it(page, left_out):
    text, _ = page(leave_out=left_out, noise_mask=False, drawn=len(left_out) > 5)
    assert "depends on the reference area" in text
    assert "No trend, tide, plate motion or filter was taken" in text
    assert "Noise indices" not in text
    assert "Network" not in re.sub("<svg.*?</svg>", "", text, flags=re.DOTALL)


def test_a_further_map_is_shown_without_being_known(tmp_path, monkeypatch):
    monkeypatch.setattr(export, "to_svg", titles_only)
    path = write_series(tmp_path / "series.nc")
    with netcdf.append(path) as dataset:
        netcdf.add_variable(dataset, "height_error", ("y", "x"), "m", "error of the height")[:] = np.ones(GRID.shape)
        netcdf.add_variable(dataset, "step_20190601", ("y", "x"), "mm", "step")[:] = np.ones(GRID.shape)
    write_inversion_report(path, tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Height error (m)" in text
    assert "Step of 2019-06-01 (mm)" in text
    assert "<dt>Steps</dt><dd>2019-06-01</dd>" in text


def test_nothing_solved_is_said(tmp_path):
    path = write_series(tmp_path / "series.nc", noise_mask=False)
    with netcdf.append(path) as dataset:
        dataset["velocity"][:] = np.nan
    write_inversion_report(path, tmp_path / "report.html")
    assert "No pixel is solved" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_two_dates_without_any_redundancy(tmp_path, monkeypatch):
    """One interferogram: no standard deviation, no fit, no coherence worth a scale."""
    monkeypatch.setattr(export, "to_svg", titles_only)
    path = tmp_path / "pair.nc"
    with netcdf.create(path, "series", "invertinterferograms") as dataset:
        netcdf.write_grid(dataset, GRID)
        netcdf.write_time(dataset, DAYS[:2])
        series = netcdf.add_variable(dataset, "displacement", ("time", "y", "x"), "mm", "d")
        series[:] = np.stack([np.zeros(GRID.shape), np.ones(GRID.shape)])
        netcdf.add_variable(dataset, "velocity", ("y", "x"), "mm/yr", "v")[:] = np.full(GRID.shape, 30.4)
        for name in ("velocity_std", "longest_gap", "temporal_coherence"):
            netcdf.add_variable(dataset, name, ("y", "x"), "1", name)[:] = np.full(GRID.shape, np.nan)
        netcdf.add_variable(dataset, "n_gaps", ("y", "x"), "1", "n", dtype="i4")[:] = np.zeros(GRID.shape, int)
    write_inversion_report(path, tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert ["0", "1200", "100.0", "–"] in tables(text)
    assert "every date, over" not in text


def test_another_file_is_refused(tmp_path):
    with netcdf.create(tmp_path / "other.nc", "other", "x") as dataset:
        netcdf.write_grid(dataset, GRID)
    with pytest.raises(InputError, match="displacement"):
        write_inversion_report(tmp_path / "other.nc", tmp_path / "report.html")


def test_the_sample_holds_the_percentiles_and_the_noise_of_every_date(tmp_path):
    path = write_series(tmp_path / "series.nc", noise_mask=False)
    kept = np.isfinite(fields()["velocity"])
    with netcdf.open_dataset(path) as dataset:
        sample = read_sample(dataset, DAYS, kept)
        values = netcdf.read_float(dataset, "displacement")[:, kept]
    np.testing.assert_allclose(sample.percentiles, np.percentile(values, spread.PERCENTILES, axis=1), atol=1e-4)
    assert sample.n_pixels == sample.n_fitted == 1199
    assert list(np.flatnonzero(sample.noisy)) == [NOISY_DATE]
    # All pixels jump together at that date; the fit of 60 dates takes up a twentieth of it.
    assert sample.common[NOISY_DATE] == pytest.approx(9.0, rel=0.1)
    others = np.delete(np.arange(DAYS.size), NOISY_DATE)
    # Noise of 0.5 mm, and what the fit spreads of the jump.
    assert np.median(sample.rms[others]) == pytest.approx(0.55, abs=0.15)


def test_a_large_series_is_sampled_over_the_whole_frame(tmp_path, monkeypatch):
    from groundswell.core.report import series_sample

    monkeypatch.setattr(series_sample, "_MOST_VALUES", 60 * 7 * 40 * 2)
    monkeypatch.setattr(series_sample, "_MOST_PIXELS", 100)
    path = write_series(tmp_path / "series.nc", noise_mask=False)
    kept = np.isfinite(fields()["velocity"])
    with netcdf.open_dataset(path) as dataset:
        sample = read_sample(dataset, DAYS, kept)
        whole = netcdf.read_float(dataset, "displacement")[:, kept]
    assert 80 <= sample.n_pixels <= 110
    # The frame moves alike in all rows: the sample's median is the frame's but for 100 of 1199 pixels.
    assert np.abs(sample.percentiles[2] - np.median(whole, axis=1)).max() < 2.0


def axes():
    return style.new_figure().subplots()


def test_bars_end_at_the_limits_and_shares_are_counted():
    values = np.concatenate([np.linspace(-7, 7, 141), [np.nan]])
    ax = axes()
    histograms.draw_distribution(ax, values, "Velocity (mm/yr)", -5.0, 5.0)
    edges = [bar.get_x() for bar in ax.patches]
    assert min(abs(edge - 5.0) for edge in edges) < 1e-9
    assert min(abs(edge + 5.0) for edge in edges) < 1e-9
    labels = [text.get_text() for text in ax.get_legend().get_texts()]
    assert "beyond the limit: 28.4 %" in labels  # 40 of 141
    assert sum(bar.get_height() for bar in ax.patches) == pytest.approx(100, abs=1.5)  # the tails are off the axis
    assert histograms.share_beyond(values, -5.0, 5.0) == pytest.approx(40 / 141)
    assert np.isnan(histograms.share_beyond(np.array([np.nan]), None, 1.0))


def test_the_share_by_reference_is_exact():
    velocity = np.random.default_rng(1).normal(1.0, 3.0, 500)
    shifts = np.array([-4.0, 0.0, 2.5])
    shares = histograms.draw_reference_share(axes(), velocity, 5.0, shifts)
    np.testing.assert_allclose(shares, [np.mean(np.abs(velocity + shift) > 5.0) for shift in shifts])


@pytest.mark.parametrize("values", [np.full(9, np.nan), np.full(9, 3.0), np.array([5.0, 5.0 + 1e-12])])
def test_a_distribution_of_nothing_or_of_one_value(values):
    ax = axes()
    histograms.draw_distribution(ax, values, "x", high=2.0)
    ax.figure.canvas.draw()


def test_tiles_mark_what_is_beyond_and_a_phase_closes():
    grid = RasterGrid("EPSG:4326", 100.0, 26.0, 0.1, 0.1, 4, 3)
    values = np.arange(12.0).reshape(3, 4)
    panel = maps.MapPanel("Gaps", values, grid, "n_gaps")
    figure = tiles.tiles_figure(
        [tiles.Tile(panel, values > 9), tiles.Tile(panel, limits=(0.0, 365.25), cyclic=True)], synthetic=True
    )
    first, second = figure.axes[:2]
    assert len(first.images) == 2
    assert np.count_nonzero(~first.images[1].get_array().mask) == 2
    colours = second.images[0].get_cmap()
    assert colours(0.0) == colours(1.0)
    assert second.images[0].get_clim() == (0.0, 365.25)
