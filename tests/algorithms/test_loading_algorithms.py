"""Forward model and load response with everything that they take beside the main input."""

import json

import numpy as np
import pytest
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.loading.love_numbers import SHIPPED
from groundswell.processing.choices import words_of
from qgis.core import QgsApplication, QgsProcessingException

GRID = RasterGrid("EPSG:6933", 9.5e6, 3.3e6, 25025.26, 25025.26, 6, 5)
AROUND = RasterGrid("EPSG:4326", 80.0, 40.0, 1.0, 1.0, 40, 30)


@pytest.fixture
def loads(tmp_path):
    """Storage, a background, and a lake with its level."""
    paths = {}
    for name, grid in (("storage", GRID), ("around", AROUND)):
        paths[name] = str(tmp_path / f"{name}.nc")
        with netcdf.create(paths[name], "Storage", "test") as out:
            netcdf.write_grid(out, grid)
            netcdf.write_time(out, 6000.0 + np.arange(3))
            netcdf.add_variable(out, "tws", ("time", "y", "x"), "mm", "storage")[:] = np.full((3, *grid.shape), 100.0)
    ring = [[100.1, 25.6], [100.3, 25.6], [100.3, 25.9], [100.1, 25.9], [100.1, 25.6]]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    paths["lake"] = str(tmp_path / "lake.geojson")
    (tmp_path / "lake.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    paths["levels"] = str(tmp_path / "levels.csv")
    (tmp_path / "levels.csv").write_text("date,level_m\n2016-06-01,1965\n2016-06-30,1967\n")
    return paths


def displacement(path):
    with netcdf.open_dataset(path, ("vertical_displacement",)) as source:
        return netcdf.read_float(source, "vertical_displacement")


def test_more_loads_move_points_more(run, loads, tmp_path):
    common = {"INPUT": loads["storage"], "POINTS": "99.8,26.0; 98.6,26.6"}
    found = []
    for extra in (
        {},
        {"BACKGROUND": loads["around"]},
        {"BACKGROUND": loads["around"], "LAKES": loads["lake"], "LAKE_LEVELS": loads["levels"]},
    ):
        output = str(tmp_path / f"{len(found)}.nc")
        run("forwardmodel", {**common, **extra, "OUTPUT": output})
        found.append(displacement(output))
    assert all(values.shape == (3, 2) for values in found)
    assert np.all(found[1] < found[0])
    # 5 to 7 June: the lake is below its mean level, and the ground higher about it.
    assert 0.02 < (found[2] - found[1])[0, 0] < 3
    assert np.all((found[2] - found[1])[:, 0] > (found[2] - found[1])[:, 1])


def test_frames_cells_and_a_crust(run, loads, tmp_path, monkeypatch):
    monkeypatch.setenv("GROUNDSWELL_CACHE", str(tmp_path / "cache"))
    output = str(tmp_path / "d.nc")
    run("forwardmodel", {"INPUT": loads["storage"], "FRAME": "CF", "CELLS": "paper_disk", "OUTPUT": output})
    with netcdf.open_dataset(output) as source:
        assert source.love_number_frame == "CF"
        assert source.cell_shapes == "paper_disk"
    column = tmp_path / "crust.csv"
    column.write_text("2,4.0,2.2,2.4\n")
    outputs, _, _ = run("loadresponse", {"CRUST": str(column), "OUTPUT": str(tmp_path / "r.csv")})
    # 2 km of sediments: a tenth more than PREM's -2.686 mm.
    assert outputs["CENTER"] == pytest.approx(-2.99, abs=0.01)
    assert any((tmp_path / "cache").iterdir())


def test_observations_less_a_load(run, loads, tmp_path):
    observed = tmp_path / "observed.nc"
    with netcdf.create(observed, "Observations", "lostovertical") as out:
        out.vertical_frame = "absolute by REFERENCE_SERIES"
        netcdf.write_grid(out, GRID.window(1, 1, 3, 4))
        netcdf.write_time(out, 6000.0 + np.arange(3))
        netcdf.add_variable(out, "vertical_displacement", ("time", "y", "x"), "mm", "up")[:] = np.ones((3, 3, 4))
    output = str(tmp_path / "rest.nc")
    run("forwardmodel", {"INPUT": loads["storage"], "OBSERVATIONS": str(observed), "OUTPUT": output})
    # The load is the same at all dates: nothing of it is left relative to the first.
    assert displacement(output) == pytest.approx(np.ones((3, 3, 4)), abs=1e-6)


@pytest.mark.parametrize(
    "name", ["loadresponse", "forwardmodel", "assimilate", "tuneobservationerror", "invertdisplacement"]
)
def test_every_step_offers_the_same_earth(name):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"groundswell:{name}")
    definition = algorithm.parameterDefinition("EARTH_MODEL")
    assert list(definition.options()) == list(SHIPPED)
    assert all(words_of("EARTH_MODEL", model) != model for model in SHIPPED)
    assert all(algorithm.parameterDefinition(file) is not None for file in ("LOVE_NUMBERS", "CRUST"))


def test_bad_earths_and_lakes(run, loads, tmp_path):
    table = tmp_path / "table.txt"
    table.write_text("0 0 0 0\n1 -0.29 0.1 0\n2 -0.99 0.02 -0.3\n")
    for extra, match in (
        ({"LOVE_NUMBERS": str(table)}, "stops at degree 2"),
        ({"CRUST": loads["levels"]}, "four numbers"),
        ({"LAKES": loads["lake"]}, "LAKE_LEVELS"),
    ):
        with pytest.raises(QgsProcessingException, match=match):
            run("forwardmodel", {"INPUT": loads["storage"], **extra, "OUTPUT": str(tmp_path / "x.nc")})
    assert not (tmp_path / "x.nc").exists()


def test_the_air_at_a_coast_of_the_world_map(run, tmp_path):
    """Off Guangdong: without a mask of its own the file's coast is that of the map that QGIS brings."""
    grid = RasterGrid("EPSG:4326", 108.0, 27.0, 1.0, 1.0, 12, 12)
    path = tmp_path / "air.nc"
    with netcdf.create(path, "Air", "test") as out:
        netcdf.write_grid(out, grid)
        netcdf.write_time(out, [6000.0, 6001.0])
        values = np.stack([np.full(grid.shape, 1e5), np.full(grid.shape, 1.01e5)])
        netcdf.add_variable(out, "sp", ("time", "y", "x"), "Pa", "surface pressure", dtype="f8")[:] = values
    common = {"INPUT": str(path), "POINTS": "110.5,25.5; 116.5,17.5", "CELLS": "equal_area_disk"}
    outputs, feedback, _ = run("forwardmodel", {**common, "HORIZONTAL": True, "OUTPUT": str(tmp_path / "up.nc")})
    with netcdf.open_dataset(outputs["OUTPUT"]) as source:
        assert source.inverted_barometer == "over sea by world_map.gpkg"
        east = netcdf.read_float(source, "east_displacement")
    inland, at_sea = displacement(outputs["OUTPUT"])[1]
    # 5 hPa above the mean of the two days: the land around sinks, 600 km off the coast hardly.
    assert inland < -0.5
    assert abs(at_sea) < 0.5 * abs(inland)
    assert east[1, 1] < 0  # the sea's floor is drawn to the land in the north-west
