"""What the charts show: labels with units, gaps, common scales, marks on synthetic data, text that can be embedded."""

import re
import xml.etree.ElementTree as ElementTree
from types import SimpleNamespace

import numpy as np
import pytest
from groundswell.core.charts import (
    export,
    innovations,
    load_response,
    maps,
    network,
    pairs,
    ramps,
    series,
    style,
)
from groundswell.core.errors import InputError, OutputError
from groundswell.core.files.raster import RasterGrid
from groundswell.core.insar.solver.network import network_of
from matplotlib import font_manager
from matplotlib.colors import to_rgb

DAYS = np.array([6900.0, 6912.0, 6924.0, 6960.0, 6972.0, 6984.0])
GRID = RasterGrid("EPSG:6933", 9538000.0, 3210000.0, 25025.0, 25025.0, 4, 3)


def axes(figure=None):
    return (figure or style.new_figure()).subplots()


def texts(ax):
    legend = ax.get_legend()
    return [text.get_text() for text in legend.get_texts()] if legend else []


def gapped_network(baselines=None):
    first, second = DAYS[[0, 1, 0, 3, 4]], DAYS[[1, 2, 2, 4, 5]]
    return network_of(first, second, baselines)


def test_gaps_are_the_spans_that_no_pair_bridges():
    assert network.gaps_of(gapped_network()) == [(6924.0, 6960.0)]
    bridged = network_of([6900.0, 6912.0], [6912.0, 6960.0])
    assert network.gaps_of(bridged) == []
    assert network.gaps_of(gapped_network().subset(np.zeros(5, dtype=bool))) == []


def test_rejecting_the_bridge_opens_a_gap_and_the_legend_counts():
    net = network_of([6900.0, 6912.0, 6924.0], [6912.0, 6924.0, 6936.0], [10.0, -20.0, 5.0])
    ax = axes()
    network.draw_network(ax, net, np.array([False, True, False]), synthetic=True)
    assert texts(ax) == ["4 acquisitions", "2 interferograms used", "1 rejected", "1 gap in the network"]
    assert "synthetic data" in [text.get_text() for text in ax.texts]
    assert ax.get_ylabel() == "Perpendicular baseline (m)"


def test_unknown_baselines_are_not_shown_as_known():
    ax = axes()
    network.draw_network(ax, gapped_network())
    assert "unknown" in ax.get_ylabel()
    assert len(ax.texts) == 0


def test_series_break_nowhere_and_leave_missing_values_out():
    values = np.array([1.0, np.nan, 3.0, 4.0, np.nan, 2.0])
    ax = axes()
    series.draw_displacement(ax, [series.Series("A", DAYS, values, std=np.ones(6))], vertical=True)
    line = ax.lines[0]
    assert list(line.get_ydata()) == [1.0, 3.0, 4.0, 2.0]
    assert ax.get_ylabel() == "Vertical displacement (mm)"
    assert texts(ax) == ["A"]


def test_events_stand_at_their_day():
    ax = axes()
    series.draw_displacement(ax, [series.Series("A", DAYS, DAYS - 6900)], False, [(6930.0, "earthquake")])
    assert ax.get_ylabel() == "Line-of-sight displacement (mm)"
    assert [text.get_text() for text in ax.texts] == ["earthquake"]
    assert ax.texts[0].xy[0] == style.date_numbers([6930.0])[0]


def test_storage_shows_the_days_that_a_grace_solution_used():
    windows = np.array([[6900.0, 6931.0], [6931.0, 6960.0], [7050.0, 7080.0]])
    values = np.array([10.0, 20.0, -5.0])
    ax = axes()
    lines = [
        series.Series("Open loop", DAYS, np.zeros(6), "open_loop", np.ones(6)),
        series.Series("Analysis", DAYS, np.ones(6), "analysis"),
        series.Series("GRACE", windows.mean(axis=1), values, "grace", windows=windows),
    ]
    series.draw_storage(ax, lines, smooth=False)
    assert texts(ax) == ["Open loop", "Analysis", "GRACE"]
    bars = max((c.get_segments() for c in ax.collections if hasattr(c, "get_segments")), key=len)
    expected = style.date_numbers(windows)
    assert np.allclose([[bar[0, 0], bar[1, 0]] for bar in bars], expected)
    # The missing month is not bridged: one joining line with two points, none with three.
    lengths = [len(line.get_xdata()) for line in ax.lines if line.get_linewidth() == 0.9]
    assert lengths == [2]


def test_the_spline_passes_through_its_points_and_keeps_lines_straight():
    x = np.array([0.0, 1.0, 3.0, 4.0, 9.0])
    fine_x, fine = series.spline(x, 2.0 * x + 1.0)
    np.testing.assert_allclose(fine, 2.0 * fine_x + 1.0, atol=1e-12)
    y = np.array([0.0, 5.0, -3.0, 2.0, 0.0])
    fine_x, fine = series.spline(x, y)
    np.testing.assert_allclose(fine[np.searchsorted(fine_x, x)], y, atol=1e-12)
    assert series.spline(x[:2], y[:2])[0].size == 2


def test_innovations_name_mean_and_both_standard_deviations():
    ax = axes()
    innovations.draw_innovations(ax, DAYS, np.array([0.5, -0.5, 0.5, -0.5, 0.5, -0.5]) + 0.25, np.full(6, 1.2))
    joined = " | ".join(texts(ax))
    assert "+0.25 ± 0.50" in joined
    assert "1.20 (1 is right)" in joined


def test_error_tuning_has_a_line_for_each_statistic():
    errors = np.arange(7.0, 13.0)
    ax = axes()
    innovations.draw_error_tuning(ax, errors, 1 / errors, 6 / errors, 9 / errors)
    assert ax.get_xlabel() == "Assumed observation error (mm)"
    assert len(texts(ax)) == 3


def test_the_response_is_drawn_on_both_sides_with_the_edges_of_the_disk():
    distance = np.linspace(0, 200, 300)
    figure = load_response.response_figure(distance, -8 / (1 + (distance / 14) ** 2), 14.0)
    profile = figure.axes[0]
    curve = max(profile.lines, key=lambda line: len(line.get_xdata()))
    x, y = curve.get_data()
    np.testing.assert_array_equal(x, -x[::-1])
    np.testing.assert_array_equal(y, y[::-1])
    edges = [line.get_xdata()[0] for line in profile.lines if len(set(line.get_xdata())) == 1]
    assert edges == [-14.0, 14.0]
    assert profile.get_ylabel() == "Vertical displacement (mm)"


def test_maps_of_one_quantity_share_their_scale():
    fields = [np.arange(12.0).reshape(3, 4), np.arange(12.0).reshape(3, 4) * 3]
    panels = [maps.MapPanel(name, field, GRID, "ubrmsd_analysis") for name, field in zip("ab", fields)]
    figure = maps.map_figure(panels, "ubRMSD (mm)", synthetic=True)
    limits = {image.get_clim() for ax in figure.axes for image in ax.images}
    assert len(limits) == 1
    bars = [bar for ax in figure.axes for bar in ax.child_axes if bar.get_ylabel() == "ubRMSD (mm)"]
    assert len(bars) == 1
    figure.draw_without_rendering()
    # The bar and its pointed end, 5 % of it, are as high as the map. Half a pixel: drawing rounds.
    heights = [box.get_window_extent().height for box in (bars[0], figure.axes[1])]
    assert 1.05 * heights[0] == pytest.approx(heights[1], abs=0.5)


def test_rows_of_maps_have_a_scale_each():
    correlation = [np.full((3, 4), 0.95), np.full((3, 4), 0.97)]
    ubrmsd = [np.full((3, 4), 30.0), np.full((3, 4), 60.0)]
    rows = [
        (label, [maps.MapPanel(label, field, GRID, quantity) for field in fields])
        for label, quantity, fields in (("R (1)", "correlation", correlation), ("ubRMSD (mm)", "ubrmsd", ubrmsd))
    ]
    figure = maps.rows_figure(rows)
    titles = [ax.get_title(loc="left") for ax in figure.axes if ax.images]
    assert [title[:3] for title in titles] == ["(a)", "(b)", "(c)", "(d)"]
    assert len({image.get_clim() for ax in figure.axes for image in ax.images}) == 2


@pytest.mark.parametrize(("quantity", "signed"), [("velocity", True), ("tws_analysis", True), ("ubrmsd", False)])
def test_limits_are_symmetric_where_signed(quantity, signed):
    low, high = maps.limits_of([np.linspace(-3.0, 10.0, 500)], quantity)
    assert (low == -high) is signed
    assert maps.limits_of([np.full(3, np.nan)], quantity)[1] == 1.0


def test_maps_are_labelled_in_degrees_where_the_cells_lie():
    lon, lat = GRID.lon_lat()
    ax = axes()
    maps.draw_map(ax, maps.MapPanel("", np.zeros(GRID.shape), GRID, "tws", [("A", lon[1, 2], lat[1, 2])]), (-1, 1))
    degrees = [float(label.get_text().rstrip("°EN")) for label in ax.get_xticklabels()]
    assert degrees == sorted(degrees)
    assert all(98 < value < 101 for value in degrees)
    mark = ax.lines[0].get_data()
    # The cell's centre went to degrees and back: the projection's series are good to a few millimetres.
    assert abs(mark[0][0] - GRID.x[2]) < 0.01
    assert abs(mark[1][0] - GRID.y[1]) < 0.01


def test_pair_quality_and_closure_count_what_is_rejected():
    rejected = np.array([True, False, False])
    ax = axes()
    pairs.draw_pair_quality(ax, DAYS[:3], np.array([0.02, 0.4, np.nan]), np.array([1.0, 0.9, 0.8]), rejected)
    assert texts(ax)[-1] == "Rejected"
    assert ax.get_ylim()[0] == 0.0
    ax = axes()
    pairs.draw_closure(ax, np.array([2.0, 0.3, np.nan]), rejected)
    assert texts(ax) == ["Used: 1", "Rejected: 1", "in no loop: 1"]
    ax = axes()
    pairs.draw_correction(ax, np.array([2.0, 2.0, np.nan]), np.array([1.0, 2.5, 1.0]))
    assert texts(ax) == ["1 smaller", "1 larger"]


def test_svg_is_well_formed_has_unique_names_and_can_be_read_aloud():
    figures = []
    for prefix in ("f1", "f2"):
        figure = style.new_figure()
        series.draw_displacement(figure.subplots(), [series.Series("A < B & C", DAYS, DAYS)], True)
        figures.append(export.to_svg(figure, prefix, 'Says "A" < B'))
    root = ElementTree.fromstring(figures[0])
    assert root.attrib["aria-label"] == 'Says "A" < B'
    assert "A &lt; B &amp; C" in figures[0]
    first, second = ({*re.findall(r'\bid="([^"]+)"', text)} for text in figures)
    assert first
    assert not first & second
    used = set(re.findall(r'(?:url\(#|href="#)([^)"]+)', figures[0]))
    assert used <= first
    assert "<metadata" not in figures[0]


def test_the_same_data_give_the_same_svg():
    def draw():
        figure = style.new_figure()
        series.draw_storage(figure.subplots(), [series.Series("A", DAYS, DAYS, "analysis")])
        return export.to_svg(figure, "f1")

    assert draw() == draw()


def test_figures_are_saved_whole_by_their_ending(tmp_path):
    figure = style.new_figure()
    figure.subplots().plot([0, 1])
    for kind, magic in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
        export.save(figure, tmp_path / f"chart.{kind}", dpi=50)
        assert (tmp_path / f"chart.{kind}").read_bytes().startswith(magic)
    with pytest.raises(InputError, match="png, svg, pdf"):
        export.save(figure, tmp_path / "chart.doc")
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="Cannot write"):
        export.save(figure, tmp_path / "file" / "chart.png")


def lightness(colour):
    """CIE L* of an sRGB colour."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    luminance = np.dot(linear, [0.2126, 0.7152, 0.0722])
    return 116 * np.cbrt(luminance) - 16 if luminance > 0.008856 else 903.3 * luminance


@pytest.mark.parametrize("name", sorted(ramps.RAMPS))
def test_ramps_are_distinguished_by_lightness_alone(name):
    """Readable in grey and by every kind of colour blindness: lightness runs one way, or one way to each side."""
    steps = np.diff([lightness(colour) for colour in ramps.RAMPS[name]])
    signed = name in ("motion", "water", "innovation")
    half = len(steps) // 2
    parts = (steps[:half], -steps[half:]) if signed else (steps * np.sign(steps[0]),)
    for part in parts:
        assert np.all(part > 2.0)


def test_legend_takes_no_more_room_than_the_axes():
    figure = style.new_figure(5.0, 3.0)
    ax = figure.subplots()
    for number in range(4):
        ax.plot([0, 1], label=f"A rather long label, number {number}")
    style.legend(ax)
    figure.draw_without_rendering()
    assert ax.get_legend().get_window_extent().width <= 1.02 * ax.get_window_extent().width


def test_chinese_legends_use_a_font_that_has_them(monkeypatch):
    assert style.font_families("Open loop, ± °") == ["DejaVu Sans"]
    fonts = [SimpleNamespace(name="DejaVu Sans"), SimpleNamespace(name="Microsoft YaHei")]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", fonts)
    assert style.font_families("开环") == ["Microsoft YaHei", "DejaVu Sans"]
    assert style.can_write("开环")
    monkeypatch.setattr(font_manager.fontManager, "ttflist", fonts[:1])
    assert not style.can_write("开环")
    assert style.can_write("Boucle ouverte, écart-type")


@pytest.mark.parametrize("shape", [(220, 200), (200, 300)])
def test_no_label_of_a_map_is_cut_at_the_sides(shape):
    grid = RasterGrid("EPSG:4326", 98.9, 26.7, 0.01, 0.01, shape[1], shape[0])
    figure = maps.map_figure([maps.MapPanel("All", np.ones(shape), grid, "displacement")], "Displacement, in mm")
    figure.draw_without_rendering()
    (ax,) = figure.axes
    left = min(label.get_window_extent().x0 for label in ax.get_yticklabels())
    right = max(bar.yaxis.label.get_window_extent().x1 for bar in ax.child_axes)
    assert left >= 0
    assert right <= figure.bbox.width
