"""The page on a whole study: what it shows of which files, what it warns of, how it chooses places and dates."""

import json
import re
from contextlib import ExitStack

import numpy as np
import pytest
from groundswell.core import language
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.report import study_displacement, study_storage
from groundswell.core.report.study_report import StudyFiles, warnings_of, write_study_report

FRAME = RasterGrid("EPSG:4326", 100.0, 26.0, 0.01, 0.01, 60, 50)
CELLS = RasterGrid("EPSG:6933", 9538000.0, 3210000.0, 25025.0, 25025.0, 5, 4)
WIDER = RasterGrid("EPSG:6933", 9538000.0 - 2 * 25025.0, 3210000.0 + 25025.0, 25025.0, 25025.0, 9, 7)
DAYS = 6909.0 + 24.0 * np.arange(40)
YEARS = (DAYS - DAYS[0]) / 365.25


def velocity_field():
    """Slow everywhere but in two funnels; no data in a corner."""
    rows, columns = np.indices(FRAME.shape)
    field = np.full(FRAME.shape, 0.5)
    for row, column, rate in ((10, 40, -20.0), (35, 15, -12.0)):
        field += rate * np.exp(-((rows - row) ** 2 + (columns - column) ** 2) / 18.0)
    field[:8, :8] = np.nan
    return field


@pytest.fixture
def displacement(tmp_path):
    path = tmp_path / "displacement.nc"
    with netcdf.create(path, "displacement", "invertinterferograms", "GAP_MODEL=linear") as dataset:
        netcdf.write_grid(dataset, FRAME)
        netcdf.write_time(dataset, DAYS)
        variable = netcdf.add_variable(dataset, "displacement", ("time", "y", "x"), "mm", "displacement")
        season = 6 * np.sin(2 * np.pi * YEARS)
        variable[:] = YEARS[:, None, None] * velocity_field() + season[:, None, None]
        netcdf.add_variable(dataset, "velocity", ("y", "x"), "mm/yr", "velocity")[:] = velocity_field()
    return path


def write_cells(path, variables, grid=CELLS, days=DAYS, bounds=None, **attributes):
    with netcdf.create(path, path.stem, "step", "p=1") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days, bounds)
        for name, values in variables.items():
            where = {1: ("time",), 2: ("y", "x"), 3: ("time", "y", "x")}[np.ndim(values)]
            netcdf.add_variable(dataset, name, where, "mm", name)[:] = values
        dataset.setncatts(attributes)
    return path


@pytest.fixture
def analysis(tmp_path):
    season = 100 * np.sin(2 * np.pi * YEARS)[:, None, None] * np.ones(CELLS.shape)
    count = np.zeros(CELLS.shape)
    count[1:3, 1:4] = 40
    variables = {
        "tws_open_loop": 1.4 * season,
        "tws_analysis": season,
        "tws_open_loop_std": np.full(season.shape, 60.0),
        "tws_analysis_std": np.full(season.shape, 50.0),
        "area_mean_normalized_innovation": np.sin(DAYS),
        "pooled_normalized_innovation_std": np.full(DAYS.size, 1.1),
        "n_observations": count,
    }
    options = {"prior_error_mm": 60.0, "observation_error_mm": 9.0, "error_memory_days": 60.0}
    return write_cells(
        tmp_path / "analysis.nc",
        variables,
        prior_correlation_length_km=400.0,
        error_correlation_length_km=0.0,
        information_constrains=1,
        **options,
    )


def test_every_part_that_is_there_is_shown(displacement, analysis, tmp_path):
    gridded = write_cells(
        tmp_path / "gridded.nc", {"displacement": np.ones((DAYS.size, *CELLS.shape))}, max_velocity=5.0
    )
    tuning = tmp_path / "tuning.csv"
    tuning.write_text("observation_error_mm,area_mean,area_std,pooled_std\n7,0.1,0.6,1.2\n9,0.1,0.5,\n")
    report = tmp_path / "study.html"
    files = StudyFiles(displacement=displacement, gridded=gridded, analysis=analysis, tuning=tuning)
    write_study_report(files, report, "My <region>", ["Something was odd."])
    text = report.read_text(encoding="utf-8")
    assert "<h1>My &lt;region&gt;</h1>" in text
    assert text.index("Something was odd.") < text.index("<h2>Displacement")
    # The series is 100 sin: its yearly wave is of 100 mm, without a trend.
    assert text.index("rises and falls by 100 mm about its mean each year") < text.index("Something was odd.")
    assert "(b) without those faster than 5 mm/yr, (c) mean of the cells" in text
    headings = re.findall(r"<h2>(.*?)</h2>", text)
    assert headings == [
        "Warnings", "Displacement", "Load and displacement", "Assimilation", "Normalized innovations", "Methods",
        "How it was made",
    ]  # fmt: skip
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert text.count("<figure>") == 7
    assert "GAP_MODEL=linear" in text


def test_a_study_of_nothing_is_refused(tmp_path):
    with pytest.raises(InputError, match="at least one result"):
        write_study_report(StudyFiles(), tmp_path / "study.html")
    assert not (tmp_path / "study.html").exists()


def test_a_table_of_another_kind_is_refused(analysis, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="has no column observation_error_mm"):
        write_study_report(StudyFiles(analysis=analysis, tuning=table), tmp_path / "study.html")


def test_the_files_themselves_warn(tmp_path):
    one = np.zeros(CELLS.shape)
    made = {
        "vertical": write_cells(tmp_path / "v.nc", {"a": one}, vertical_frame="relative to the reference area"),
        "analysis": write_cells(tmp_path / "a.nc", {"a": one}, information_constrains=0, information="Ratio 0.99."),
        "comparison": write_cells(tmp_path / "c.nc", {"a": one}, region_area_km2=28000.0),
        "storage": write_cells(tmp_path / "s.nc", {"a": one}, contains_grace=1),
    }
    with ExitStack() as stack:
        opened = {name: stack.enter_context(netcdf.open_dataset(path)) for name, path in made.items()}
        found = warnings_of(opened)
        fine = warnings_of({"analysis": opened["storage"]})
    assert [text.split(" ")[1] for text in found] == ["displacement", "observations", "region", "modelled"]
    assert "28 000 km²" in found[2]
    assert "Ratio 0.99." in found[1]
    assert fine == []


def test_places_are_on_the_diagonal_and_in_the_funnels():
    velocity = velocity_field()
    assert study_displacement.funnel_points(velocity) == [(10, 40), (35, 15)]
    diagonal = study_displacement.diagonal_points(np.isfinite(velocity))
    assert len(diagonal) == 3
    for part, (row, column) in zip((0.25, 0.5, 0.75), diagonal):
        assert np.hypot(row - part * 49, column - part * 59) < 1.0
    calm = np.random.default_rng(1).uniform(-1, 1, (40, 40))
    assert study_displacement.funnel_points(calm) == []


def test_the_map_shows_the_season_of_largest_change(displacement):
    with netcdf.open_dataset(displacement) as dataset:
        view = study_displacement.view_of(netcdf.read_grid(dataset))
        first, last = study_displacement.season(dataset, "displacement", DAYS, view)
    assert 60 <= DAYS[last] - DAYS[first] <= 120
    motion = np.nanmean(velocity_field()) * YEARS + 6 * np.sin(2 * np.pi * YEARS)
    apart = DAYS[None] - DAYS[:, None]
    largest = np.abs(motion[None] - motion[:, None])[(apart >= 60) & (apart <= 120)].max()
    assert abs(motion[last] - motion[first]) == pytest.approx(largest, rel=1e-5)


def test_large_maps_are_thinned_where_their_pixels_lie():
    view = study_displacement.view_of(RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 1001, 900))
    assert view.step == 3
    assert view.grid.shape == (300, 334)
    assert view.grid.dx == pytest.approx(0.003)


def test_grace_is_averaged_over_the_same_cells_of_a_wider_window(analysis, tmp_path):
    start = 6900.0 + 31.0 * np.arange(12)
    field = np.random.default_rng(4).normal(0, 50, (12, *WIDER.shape)).astype("f4").astype("f8")
    grace = write_cells(tmp_path / "g.nc", {"tws": field}, WIDER, start + 15, np.stack([start, start + 31], 1))
    with netcdf.open_dataset(analysis) as dataset:
        found = study_storage.grace_mean(grace, dataset)
    expected = field[:, 2:4, 3:6].mean(axis=(1, 2))
    chosen = (start + 15 >= DAYS[0]) & (start + 15 <= DAYS[-1])
    expected = expected[chosen] - expected[chosen].mean()
    np.testing.assert_allclose(found.values, expected, atol=1e-4)
    assert found.windows.shape == (chosen.sum(), 2)
    elsewhere = RasterGrid("EPSG:6933", 0.0, 0.0, 25025.0, 25025.0, 9, 7)
    other = write_cells(tmp_path / "o.nc", {"tws": field}, elsewhere, start + 15)
    with netcdf.open_dataset(analysis) as dataset:
        assert study_storage.grace_mean(other, dataset) is None


def test_perturbations_of_the_land_model_are_the_papers_table():
    text = json.dumps(
        {"fields": [{"variable": "catdef", "kind": "additive", "std": 0.15, "hours": 24.0, "degrees": 2.0}]}
    )
    assert study_storage.perturbation_rows(text) == [("catdef", "mm/h", "additive", 0.15, 1.0, 222.0)]
    assert study_storage.perturbation_rows("") == []
    assert study_storage.perturbation_rows("none") == []


def test_the_page_speaks_spanish_from_its_title_to_its_warnings(analysis, tmp_path):
    language.use_language("es")
    try:
        vertical = write_cells(tmp_path / "vertical.nc", {"vertical_displacement": np.ones((DAYS.size, *CELLS.shape))})
        files = StudyFiles(vertical=vertical, analysis=analysis)
        write_study_report(files, tmp_path / "study.html")
    finally:
        language.use_language("en")
    text = (tmp_path / "study.html").read_text(encoding="utf-8")
    assert '<html lang="es">' in text
    assert "<h1>Almacenamiento de agua por radar satelital</h1>" in text
    assert "sube y baja 100 mm" in text
    assert "El desplazamiento es relativo a su zona de referencia" in text
    headings = re.findall(r"<h2>(.*?)</h2>", text)
    assert headings[0] == "Avisos"
    assert headings[-2:] == ["Métodos", "Cómo se hizo"]
