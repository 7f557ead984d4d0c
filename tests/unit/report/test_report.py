"""What the reports say: warnings first, tables with units, figures inside, nothing from outside, text escaped."""

import json
import re
from collections import namedtuple
from html.parser import HTMLParser
from types import SimpleNamespace

import numpy as np
import pytest
from groundswell.core.charts import style
from groundswell.core.environment import Package
from groundswell.core.errors import InputError, OutputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.report import provenance
from groundswell.core.report.analysis_report import write_analysis_report
from groundswell.core.report.area import area_means
from groundswell.core.report.check_report import write_check_report
from groundswell.core.report.comparison_report import write_comparison_report
from groundswell.core.report.environment_report import write_environment_report
from groundswell.core.report.import_report import write_import_report
from groundswell.core.report.page import Page
from groundswell.core.report.response_report import write_response_report

FRAME = RasterGrid("EPSG:4326", 100.0, 26.0, 0.01, 0.01, 12, 10)
CELLS = RasterGrid("EPSG:6933", 9538000.0, 3210000.0, 25025.0, 25025.0, 5, 4)
DAYS = 6909.0 + 12.0 * np.arange(40)


class Reader(HTMLParser):
    """Collects what a browser would see: balanced elements, addresses, cells, identifiers."""

    VOID = frozenset({"meta", "br", "img", "path", "use", "image", "rect", "line", "circle"})

    def __init__(self, text):
        super().__init__()
        self.open, self.addresses, self.ids, self.rows = [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.addresses += [values[key] for key in ("src", "href", "xlink:href") if key in values]
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in ("td", "th"):
            self.rows[-1][-1] += data


def read(path):
    """Return text and parsed page, after the checks that hold for every report."""
    text = path.read_text(encoding="utf-8")
    parsed = Reader(text)
    assert all(address.startswith(("#", "data:")) for address in parsed.addresses)
    assert len(parsed.ids) == len(set(parsed.ids))
    assert "<script" not in text
    words = re.sub(r"<svg.*?</svg>|<[^>]*>", " ", text.split("<body>")[1], flags=re.DOTALL).lower().split()
    assert not {"nan", "none", "inf"} & set(words)
    return text, parsed


@pytest.fixture
def stack(tmp_path):
    """A checked stack of five pairs with one gap."""
    path = tmp_path / "stack.nc"
    with netcdf.create(path, "stack", "importinterferograms", "MULTILOOK=1") as dataset:
        dataset.createDimension("pair", 5)
        netcdf.write_grid(dataset, FRAME)
        for name, index in (("reference_date", [0, 1, 0, 3, 4]), ("secondary_date", [1, 2, 2, 4, 5])):
            netcdf.add_day_variable(dataset, name, ("pair",), name)[:] = DAYS[index]
        for name, values in (
            ("perpendicular_baseline", [10, 20, 30, -5, 8]),
            ("mean_coherence", [0.5, 0.04, 0.6, 0.7, 0.8]),
            ("valid_fraction", [1, 0.9, 1, 1, 1]),
            ("phase_std_before", [2, 2, 2, 2, np.nan]),
            ("phase_std_after", [1, 1, 1, 3, np.nan]),
            ("loop_rms", [0.3, 1.8, 0.3, np.nan, np.nan]),
        ):
            netcdf.add_variable(dataset, name, ("pair",), "1", name)[:] = values
        netcdf.add_variable(dataset, "rejected", ("pair",), "1", "rejected", dtype="u1", fill=None)[:] = [0, 1, 0, 0, 0]
        reason = dataset.createVariable("rejection_reason", str, ("pair",))
        reason[:] = np.array(["", "coherence 0.04 < 0.05", "", "", ""], dtype=object)
        for name in ("n_valid_pairs", "n_loop_errors"):
            values = np.arange(120).reshape(10, 12) % 6
            netcdf.add_variable(dataset, name, ("y", "x"), "1", name, dtype="i4")[:] = values
        netcdf.add_variable(dataset, "los_up", ("y", "x"), "1", "up")[:] = np.full(FRAME.shape, np.cos(np.radians(34)))
        dataset.setncatts({"frame": "099A_06414_131313", "wavelength": 0.0555, "heading": -10.5, "synthetic": 1})
        dataset.skipped = json.dumps([{"pair": "20180101_20180113", "reason": "zero bytes <empty>"}])
        netcdf.ReferenceArea(100.02, 100.03, 25.94, 25.95, 0.829).write(dataset)
    return path


def write_analysis(path, members=False, observed=True):
    rng = np.random.default_rng(3)
    season = 100 * np.sin(2 * np.pi * DAYS / 365.25)[:, None, None] * np.ones(CELLS.shape)
    with netcdf.create(path, "analysis", "assimilate", "method=enkf_1d, members=24") as dataset:
        netcdf.write_grid(dataset, CELLS)
        netcdf.write_time(dataset, DAYS)
        where = ("time", "y", "x")
        for name, values in (
            ("tws_open_loop", 1.5 * season),
            ("tws_analysis", season + 20.0),
            ("tws_open_loop_std", np.full(season.shape, 60.0)),
            ("tws_analysis_std", np.full(season.shape, 40.0)),
            ("observed_displacement", -0.1 * season),
            ("predicted_displacement", -0.15 * season),
        ):
            netcdf.add_variable(dataset, name, where, "mm", name)[:] = values
        for name, values in (
            ("area_mean_normalized_innovation", rng.normal(0.1, 0.4, DAYS.size)),
            ("pooled_normalized_innovation_std", np.full(DAYS.size, 1.5)),
        ):
            netcdf.add_variable(dataset, name, ("time",), "1", name)[:] = values
        count = np.zeros(CELLS.shape, dtype=int)
        count[1:3, 2] = 40 if observed else 0
        netcdf.add_variable(dataset, "n_observations", ("y", "x"), "1", "n", dtype="i4", fill=None)[:] = count
        if members:
            dataset.createDimension("member", 6)
            noise = rng.normal(0, 10, (6, DAYS.size, 1, 1)) * np.ones(CELLS.shape)
            for name in ("open_loop", "analysis"):
                variable = netcdf.add_variable(dataset, f"tws_{name}_members", ("member", *where), "mm", name)
                variable[:] = season + noise
        dataset.setncatts({"method": "enkf_1d", "seed": np.int64(7), "synthetic": 0})
    return path


@pytest.fixture
def comparison(tmp_path):
    path = tmp_path / "comparison.nc"
    start = 6909.0 + 30.4 * np.arange(12)
    with netcdf.create(path, "comparison", "comparegrace", "max_gap_days=24") as dataset:
        netcdf.write_grid(dataset, CELLS)
        netcdf.write_time(dataset, start + 15, np.stack([start, start + 30], axis=1))
        field = np.full(CELLS.shape, np.nan)
        field[1:3, 1:4] = 1.0
        for name, value in (
            ("correlation_open_loop", 0.93),
            ("correlation_analysis", 0.97),
            ("ubrmsd_open_loop", 61.0),
            ("ubrmsd_analysis", 30.0),
        ):
            netcdf.add_variable(dataset, name, ("y", "x"), "mm", name)[:] = value * field
        for name in ("grace_tws", "open_loop_tws", "analysis_tws"):
            netcdf.add_variable(dataset, name, ("time",), "mm", name)[:] = 80 * np.sin(start / 58)
    return path


Row = namedtuple("Row", "series period n_months r ubrmsd_mm bias_mm rmsd_mm amplitude_ratio")


def test_import_report(stack, tmp_path):
    write_import_report(stack, tmp_path / "report.html", ["2 pairs could not be read."])
    text, parsed = read(tmp_path / "report.html")
    assert text.index("2 pairs could not be read.") < text.index("<figure>")
    assert text.index("Synthetic data") < text.index("2 pairs could not be read.")
    assert "zero bytes &lt;empty&gt;" in text
    frame = parsed.rows[1]
    assert frame[0] == "099A_06414_131313"
    assert frame[4:6] == ["6", "5"]
    assert frame[7] == "34"
    assert "median ratio is 0.50" in text
    assert parsed.rows[-1][2:] == ["MULTILOOK=1"]


def test_check_report_lists_the_rejected_with_their_reasons(stack, tmp_path):
    write_check_report(stack, tmp_path / "report.html", [])
    text, parsed = read(tmp_path / "report.html")
    assert "1 of 5 interferograms" in text
    row = next(row for row in parsed.rows if row[0] == "20181213_20181225")
    assert row[1:] == ["coherence 0.04 < 0.05", "0.040", "0.900", "1.80"]
    assert text.count("<figure>") == 4
    assert "no interferogram spans these times" in text
    assert "100.0200 to 100.0300" in text


def test_check_report_needs_a_checked_stack(comparison, tmp_path):
    with pytest.raises(InputError, match="rejected"):
        write_check_report(comparison, tmp_path / "report.html", [])
    assert not (tmp_path / "report.html").exists()


def test_analysis_report_judges_the_innovations(tmp_path):
    path = write_analysis(tmp_path / "analysis.nc")
    write_analysis_report(path, tmp_path / "report.html", ["Storage does not reach far <enough>."])
    text, parsed = read(tmp_path / "report.html")
    assert "far &lt;enough&gt;" in text
    assert "the standard deviation is 1.50; above 1" in text
    assert "Synthetic data" not in text
    assert "2 cells that had observations" in text
    assert ["seed", "7"] in parsed.rows
    assert "single cell" in text


def test_area_means_are_over_the_observed_cells_and_use_members_where_there_are(tmp_path):
    with netcdf.open_dataset(write_analysis(tmp_path / "plain.nc")) as dataset:
        plain = area_means(dataset)
    np.testing.assert_allclose(plain.analysis - plain.open_loop / 1.5, 20.0, rtol=1e-5)
    np.testing.assert_allclose(plain.analysis_std, 40.0)
    with netcdf.open_dataset(write_analysis(tmp_path / "members.nc", members=True)) as dataset:
        known = area_means(dataset)
        members = np.asarray(dataset["tws_analysis_members"][:, :, 1, 2])
    # All cells of a member err alike here: the spread of the area mean is that of one cell (float32 in the file).
    np.testing.assert_allclose(known.analysis_std, members.std(axis=0, ddof=1), rtol=1e-4)
    assert "area mean" in known.band


def test_an_analysis_without_observations_has_nothing_to_report(tmp_path):
    path = write_analysis(tmp_path / "analysis.nc", observed=False)
    with pytest.raises(InputError, match="no cell had an observation"):
        write_analysis_report(path, tmp_path / "report.html", [])


def test_comparison_report_has_the_papers_table_and_figures(comparison, tmp_path):
    rows = [
        Row("open_loop", "all", 24, 0.9641, 61.23, -3.0, 61.4, 1.5),
        Row("analysis", "all", 24, 0.9603, 30.04, 0.0, 30.04, float("nan")),
    ]
    write_comparison_report(comparison, rows, tmp_path / "report.html", [])
    text, parsed = read(tmp_path / "report.html")
    assert parsed.rows[0][3:6] == ["R without season", "R", "ubRMSD (mm)"]
    assert parsed.rows[1] == ["Open loop", "all", "24", "–", "0.964", "61.2", "−3.0", "–"]
    assert parsed.rows[2] == ["Analysis", "all", "24", "–", "0.960", "30.0", "0.0", "–"]
    assert text.count("<figure>") == 3


def test_intervals_and_seasons_are_shown_where_the_rows_have_them(comparison, tmp_path):
    values = {name: 0.5 for name in ("skill", "skill_low", "skill_high", "annual_day", "r_deseasonalised")}
    values |= {"annual_amplitude_mm": 80.0, "grace_annual_amplitude_mm": 90.0, "grace_annual_day": 240.0}
    values |= {"trend_mm_per_year": -1.0, "grace_trend_mm_per_year": float("nan")}
    values |= {"r_low": 0.9, "r_high": 0.98, "ubrmsd_low_mm": 20.0, "ubrmsd_high_mm": 41.0}
    row = SimpleNamespace(**Row("analysis", "all", 24, 0.96, 30.0, 0.0, 30.0, 1.1)._asdict(), **values)
    write_comparison_report(comparison, [row], tmp_path / "report.html", [])
    _, parsed = read(tmp_path / "report.html")
    assert parsed.rows[1][3:6] == ["0.50", "0.960 [0.900,\u00a00.980]", "30.0 [20.0,\u00a041.0]"]
    assert parsed.rows[1][-1] == "0.50 [0.50,\u00a00.50]"
    assert parsed.rows[3] == ["Analysis", "all", "1.10", "80.0", "0", "−1.0", "90.0", "240", "–"]


def test_comparison_report_without_a_cell_says_so(comparison, tmp_path):
    with netcdf.append(comparison) as dataset:
        for name in ("correlation_open_loop", "correlation_analysis", "ubrmsd_open_loop", "ubrmsd_analysis"):
            dataset[name][:] = np.nan
    write_comparison_report(comparison, [], tmp_path / "report.html", [])
    assert "No cell has enough months" in read(tmp_path / "report.html")[0]


def test_response_report_interpolates_its_table(tmp_path):
    distance = np.linspace(0, 300, 301)
    write_response_report(distance, -0.01 * (300 - distance), 10.0, "PREM", tmp_path / "report.html")
    _, parsed = read(tmp_path / "report.html")
    table = {row[1]: row[2] for row in parsed.rows[1:]}
    assert table["0"] == "−3.0000"
    assert table["0.25"] == "−2.9750"
    assert "50" not in table


def test_environment_report_puts_what_is_missing_first(tmp_path):
    packages = [
        Package("numpy", "1.24.2", "everything", "x"),
        Package("netCDF4", "", "files", "sudo apt install python3-netcdf4"),
        Package("scipy", "1.10", "inversion", "pip", "libblas.so: not found"),
    ]
    write_environment_report(packages, "QGIS 3.22", tmp_path / "report.html")
    text, parsed = read(tmp_path / "report.html")
    assert text.index("sudo apt install") < text.index("<table")
    assert parsed.rows[1] == ["netCDF4", "-", "is missing", "files", "sudo apt install python3-netcdf4"]
    assert "libblas.so: not found" in parsed.rows[2][2]
    assert parsed.rows[3][-2:] == ["everything", ""]


def test_pages_are_written_whole(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="Cannot write"):
        Page("Title").write(tmp_path / "file" / "page.html")


def test_figures_and_tables_are_numbered_and_numbers_stand_right():
    page = Page("A & B", "Lead")
    page.warn(["once", "once"])
    page.table("First", ("Name", "Value (mm)"), [("20180101_20180113", 1.23456), ("b", None), ("4", "−0.5")])
    figure = style.new_figure()
    figure.subplots()
    page.figure(figure, "Shown")
    text = page.html()
    assert text.count("once") == 1
    assert "<title>A &amp; B</title>" in text
    assert "<b>Table 1.</b> First" in text
    assert "<b>Figure 1.</b> Shown" in text
    assert '<td class="number">1.235</td>' in text
    assert '<td class="number">–</td>' in text
    assert '<td class="number">−0.5</td>' in text
    assert '<th class="number">Value (mm)</th>' in text
    assert "<th>Name</th>" in text
    assert '<td class="short">20180101_20180113</td>' in text
    assert '<td class="short">4</td>' in text


def test_intervals_break_before_their_bracket_so_that_tables_fit_the_page():
    page = Page("Title")
    page.table("Skill", ("Name", "Skill"), [("Analysis", "0.68 [0.48,\u00a00.79]")])
    assert '<td class="interval">0.68 [0.48,\u00a00.79]</td>' in page.html()


def test_history_is_read_from_the_first_step_on():
    newest = "2021-01-02T00:00:00Z Groundswell assimilate (members=24, seed=1)"
    text = f"{newest}\n2021-01-01T00:00:00Z Groundswell importstorage\nncks 4.7"
    assert provenance.history_rows(text) == [
        ("", "ncks 4.7", ""),
        ("2021-01-01 00:00:00", "importstorage", ""),
        ("2021-01-02 00:00:00", "assimilate", "members=24, seed=1"),
    ]


def test_values_of_attributes_are_short_and_whole_numbers_stay_whole():
    values = {"days": 120, "share": 0.123456789, "words": "x" * 300, "long": "y" * 301, "title": "left out", "more": 1}
    dataset = SimpleNamespace(ncattrs=lambda: list(values), getncattr=values.__getitem__)
    assert provenance.attribute_rows(dataset, ["more"]) == [
        ("days", "120"),
        ("share", "0.123457"),
        ("words", "x" * 300),
        ("long", "y" * 297 + "..."),
    ]
