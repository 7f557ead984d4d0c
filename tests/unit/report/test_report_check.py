"""What the report on the check says of loops, pixels and pairs, and how the network is drawn."""

import re

import numpy as np
import pytest
from groundswell.core.charts import export, maps, network, pairs, style, tiles
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.solver.network import network_of, triplets
from groundswell.core.insar.stack.reading import read_network
from groundswell.core.report.check_report import write_check_report
from groundswell.core.report.import_report import write_import_report

GRID = RasterGrid("EPSG:4326", 100.0, 26.0, 0.002, 0.002, 30, 24)
DAYS = 6909.0 + 12.0 * np.arange(6)
PAIRS = np.array([(i, j) for i in range(6) for j in range(i + 1, min(i + 3, 6))])
BAD = 3  # number of the pair 1-3: in one loop, 1-2-3, which it keeps from closing
TURN_ROWS = slice(0, 1)


def write_stack(path):
    """Nine pairs of six dates; one is a ramp of turns off, another has an error of one turn in a row of pixels."""
    rng = np.random.default_rng(2)
    dates = rng.normal(0, 1.0, (6, *GRID.shape))
    phase = dates[PAIRS[:, 1]] - dates[PAIRS[:, 0]] + rng.normal(0, 0.05, (len(PAIRS), *GRID.shape))
    phase[BAD] += 2 * np.pi * np.linspace(0, 3, GRID.columns).round()
    phase[6, TURN_ROWS] += 2 * np.pi
    with netcdf.create(path, "stack", "importinterferograms") as dataset:
        dataset.createDimension("pair", len(PAIRS))
        netcdf.write_grid(dataset, GRID)
        for name, side in (("reference_date", 0), ("secondary_date", 1)):
            netcdf.add_day_variable(dataset, name, ("pair",), name)[:] = DAYS[PAIRS[:, side]]
        where = ("pair", "y", "x")
        netcdf.add_variable(dataset, "unwrapped_phase", where, "rad", "phase")[:] = phase
        coherence = netcdf.add_variable(
            dataset, "coherence", where, "1", "c", dtype="u1", scale_factor=np.float32(1 / 255)
        )
        coherence.set_auto_scale(False)
        coherence[:] = np.full(phase.shape, 150)
        for name, values in (
            ("perpendicular_baseline", 10.0 * np.diff(PAIRS, axis=1)[:, 0]),
            ("gacos_corrected", np.arange(len(PAIRS)) % 2),
            ("phase_std_before", np.full(len(PAIRS), 2.0)),
            ("phase_std_after", np.full(len(PAIRS), 1.5)),
        ):
            netcdf.add_variable(dataset, name, ("pair",), "1", name)[:] = values
        netcdf.add_variable(dataset, "los_up", ("y", "x"), "1", "up")[:] = np.full(GRID.shape, 0.77)
        netcdf.add_variable(dataset, "height", ("y", "x"), "m", "height")[:] = np.full(GRID.shape, 2000.0)
        dataset.setncatts({"wavelength": 0.0555, "frame": "T005A", "metadata_incidence_angle": 33.96})
    return path


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("check")
    stack = write_stack(folder / "stack.nc")
    check_interferograms(stack, folder / "checked.nc", CheckOptions(reference=(100.03, 25.96)))
    return folder / "checked.nc"


@pytest.fixture(scope="module")
def page(checked):
    report = checked.parent / "check.html"
    write_check_report(checked, report, ["Look <here>."])
    return report.read_text(encoding="utf-8")


def rows_of(text):
    rows = re.findall(r"<tr>(.*?)</tr>", text, flags=re.DOTALL)
    return [[re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<t[dh].*?</t[dh]>", row)] for row in rows]


def test_the_check_writes_the_closure_of_every_loop(checked):
    with netcdf.open_dataset(checked) as dataset:
        loops = triplets(read_network(dataset).pairs)
        closure = netcdf.read_float(dataset, "loop_closure_rms")
        smallest = netcdf.read_float(dataset, "loop_rms")
        n_loops, n_errors = (netcdf.read_float(dataset, name) for name in ("n_pixel_loops", "n_loop_errors"))
        rejected = np.asarray(netcdf.read(dataset, "rejected")) > 0
        assert float(dataset.max_loop_rms) == 1.5
    assert len(closure) == len(loops) == 4
    for pair in range(len(PAIRS)):
        mine = closure[(loops == pair).any(axis=1)]
        assert smallest[pair] == pytest.approx(mine.min()) if mine.size else np.isnan(smallest[pair])
    assert rejected[BAD]
    used = ~rejected[loops].any(axis=1)
    assert (n_loops == np.count_nonzero(used)).all()
    assert (n_errors <= n_loops).all()


def test_loops_that_fail_are_counted(page, checked):
    with netcdf.open_dataset(checked) as dataset:
        closure = netcdf.read_float(dataset, "loop_closure_rms")
    n_failed = int(np.count_nonzero(closure >= 1.5))
    assert 0 < n_failed < 4
    assert f"{n_failed} of 4 loops ({25.0 * n_failed:.1f} %) miss closure by 1.5 rad" in page
    assert "limit: 1.5" in page
    assert "limit: 0.3" in page  # of the coverage
    assert page.index("Look &lt;here&gt;.") < page.index("<figure>")


def test_pixels_are_counted_by_their_failed_loops(page, checked):
    with netcdf.open_dataset(checked) as dataset:
        errors = netcdf.read_float(dataset, "n_loop_errors")
        share = errors / netcdf.read_float(dataset, "n_pixel_loops")
    some = np.count_nonzero(errors)
    assert 0 < some < errors.size
    rows = rows_of(page)
    assert ["0", str(errors.size - some), f"{100 * (1 - some / errors.size):.1f}"] in rows
    assert ["1 to 5", str(some), f"{100 * some / errors.size:.1f}"] in rows
    assert f"at {np.count_nonzero(share > 0)} of them any loop fails" in page


def test_every_pair_is_listed_and_the_rejected_are_drawn(page):
    rows = rows_of(page)
    name = "20181213_20190106"
    assert [row for row in rows if row[0] == name and row[-1].startswith("no: no loop through it closes")]
    listed = next(row for row in rows if row[0] == "20181201_20181213")
    assert listed[1:4] == ["12", "10", "0.588"]  # 150/255
    assert listed[-1] == "yes"
    assert "as motion towards the satellite in mm" in page
    assert f"(a) {name}" in page or f">{name}<" in page
    assert "A sharp edge of 28 mm" in page  # half a wavelength of 55.5 mm


def test_the_reference_area_and_how_good_it_is(page, checked):
    with netcdf.open_dataset(checked) as dataset:
        area = netcdf.read_reference_area(dataset)
        n_pixels, scatter = int(dataset.reference_n_pixels), float(dataset.reference_scatter)
    assert f"<dd>{area.lon_min:.4f} to {area.lon_max:.4f}</dd>" in page
    assert f"<dt>Pixels (of these used)</dt><dd>{n_pixels} (" in page
    assert scatter > 0
    assert f"in an interferogram (mm)</dt><dd>{scatter:.1f}".rstrip("0").rstrip(".") in page


def test_identifiers_in_a_page_are_unique(page):
    found = re.findall(r'\bid="([^"]+)"', page)
    assert found
    assert len(found) == len(set(found))


def test_a_stack_of_an_older_check_is_reported_without_what_it_lacks(checked, tmp_path, monkeypatch):
    monkeypatch.setattr(export, "to_svg", lambda figure, prefix, text: f"<svg id='{prefix}'></svg>")
    with netcdf.create(tmp_path / "old.nc", "stack", "checkinterferograms") as new, netcdf.open_dataset(checked) as old:
        new.createDimension("pair", len(PAIRS))
        netcdf.write_grid(new, GRID)
        for name in ("reference_date", "secondary_date"):
            netcdf.add_day_variable(new, name, ("pair",), name)[:] = netcdf.read_float(old, name)
        netcdf.add_variable(new, "rejected", ("pair",), "1", "r", dtype="u1", fill=None)[:] = np.zeros(len(PAIRS), "u1")
        netcdf.add_variable(new, "loop_rms", ("pair",), "rad", "r")[:] = netcdf.read_float(old, "loop_rms")
        netcdf.add_variable(new, "n_valid_pairs", ("y", "x"), "1", "n", dtype="i4")[:] = np.ones(GRID.shape, int)
    write_check_report(tmp_path / "old.nc", tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "0 of 9 interferograms" in text
    assert "miss closure by" not in text.split("<h2>Pixels</h2>")[0]
    assert "Acquisitions in time; a line is an interferogram." in text


def test_the_import_report_lists_what_the_correction_did_to_every_pair(checked, tmp_path, monkeypatch):
    monkeypatch.setattr(export, "to_svg", lambda figure, prefix, text: f"<svg id='{prefix}'></svg>")
    write_import_report(checked, tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    listed = {row[0]: row for row in rows_of(text)}
    assert listed["20181201_20181213"][-4:] == ["2.00", "1.50", "−25", "in part"]
    assert listed["20181201_20181225"][-1] == "yes"
    assert "<dt>Incidence in the metadata (°)</dt><dd>33.96</dd>" in text


def labels(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def test_parts_that_interleave_have_colours_because_no_gap_shows_them():
    days = 6900.0 + 12.0 * np.arange(6)
    interleaved = network_of(days[[0, 2, 1, 3]], days[[2, 4, 3, 5]], np.zeros(4))
    ax = style.new_figure().subplots()
    network.draw_network(ax, interleaved)
    assert labels(ax)[-1] == "2 unconnected parts (colours)"
    assert len({line.get_color() for line in ax.lines if line.get_xdata().size}) == 2
    apart = network_of(days[[0, 1, 3, 4]], days[[1, 2, 4, 5]], np.zeros(4))
    ax = style.new_figure().subplots()
    network.draw_network(ax, apart)
    assert labels(ax)[-1] == "1 gap in the network"


def test_counts_mark_the_limit_and_say_what_is_unknown():
    ax = style.new_figure().subplots()
    values = np.array([0.2, 0.5, np.nan, 0.9])
    pairs.draw_counts(
        ax, values, np.array([True, False, False, False]), "Coverage", "Pairs", span=(0.0, 1.0), limit=0.3
    )
    assert labels(ax) == ["Used: 2", "Rejected: 1", "unknown: 1", "limit: 0.3"]
    assert sum(bar.get_height() for bar in ax.patches) == 3


def test_equal_pictures_share_no_identifier():
    grid = RasterGrid("EPSG:4326", 100.0, 26.0, 0.1, 0.1, 4, 3)
    panel = maps.MapPanel("Gaps", np.ones((3, 4)), grid, "n_gaps")
    text = export.to_svg(tiles.tiles_figure([tiles.Tile(panel), tiles.Tile(panel)]), "f1")
    found = re.findall(r'\bid="([^"]+)"', text)
    assert len(found) == len(set(found))
    assert text.count("<image") >= 2
