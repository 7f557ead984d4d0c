"""A small frame of interferograms in the layouts and file conventions of LiCSAR; a local Dask cluster."""

from contextlib import ExitStack

import groundswell
import numpy as np
import pytest
from groundswell.core.files import netcdf, raster

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 12, 10)
METADATA = (
    "master=20180101\ncenter_time=11:23:52.69\nheading=-10.502\n"
    "avg_incidence_angle=36.8699\nradar_frequency=5405000500.0\n"
)

UNITS = {"velocity": "mm/yr", "velocity_std": "mm/yr"}


@pytest.fixture
def licsar_frame(tmp_path):
    """Return a function that writes a frame: pairs by name, each phase [row, column] or (phase, coherence)."""

    def write(pairs, layout="local", grid=GRID, metadata=METADATA, baselines=None, geometry=True, name="frame"):
        frame = tmp_path / name
        parent = frame / {"local": "GEOC", "portal": "interferograms", "bare": "."}[layout]
        extra = frame / "metadata" if layout == "portal" else parent
        extra.mkdir(parents=True, exist_ok=True)
        for pair, layers in pairs.items():
            phase, coherence = layers if isinstance(layers, tuple) else (layers, np.full(grid.shape, 128, "u1"))
            folder = parent / pair
            raster.write_geotiff(folder / f"{pair}.geo.unw.tif", np.asarray(phase, "f4"), grid, None)
            if coherence is not None:
                raster.write_geotiff(folder / f"{pair}.geo.cc.tif", coherence, grid, None)
        if geometry:
            point = {"AREA_OR_POINT": "Point"}
            for kind, value in (("E", -0.59), ("N", -0.11), ("U", 0.8), ("hgt", 2000.0)):
                layer = np.full(grid.shape, value, "f4")
                raster.write_geotiff(extra / f"099A_06414_131313.geo.{kind}.tif", layer, grid, None, metadata=point)
        if metadata is not None:
            (extra / "metadata.txt").write_text(metadata)
        if baselines is not None:
            (extra / "baselines").write_text(baselines)
        return frame

    return write


SERIES_GRID = raster.RasterGrid("EPSG:4326", 99.8, 26.0, 0.01, 0.01, 60, 50)


@pytest.fixture
def write_series(tmp_path):
    """Return a function that writes a displacement series [time, row, column] and returns its path.

    Further arguments are maps [row, column] (velocity, mask, los_up ...) or attributes of the file.
    """

    def write(values, grid=SERIES_GRID, days=None, quantity="displacement", name="series.nc", **extra):
        values = np.asarray(values, "f4")
        days = 6000.0 + 12 * np.arange(values.shape[0]) if days is None else days
        maps = {"velocity": np.zeros(grid.shape)}
        maps.update({key: np.asarray(value) for key, value in extra.items() if np.ndim(value) == 2})
        path = tmp_path / name
        with netcdf.create(path, "series", "test") as dataset:
            netcdf.write_grid(dataset, grid)
            netcdf.write_time(dataset, days)
            chunks = (len(days), 8, grid.columns)
            words = "line-of-sight displacement"
            variable = netcdf.add_variable(dataset, quantity, ("time", "y", "x"), "mm", words, chunks=chunks)
            variable[:] = values
            for key, layer in maps.items():
                kind = {"dtype": "u1", "fill": None} if layer.dtype.kind in "ui" else {"dtype": "f4"}
                netcdf.add_variable(dataset, key, ("y", "x"), UNITS.get(key, "1"), key, **kind)[:] = layer
            dataset.setncatts({key: value for key, value in extra.items() if np.ndim(value) == 0})
        return path

    return write


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    """Return a function that starts two worker processes, which can import the package or not."""
    distributed = pytest.importorskip("distributed")
    with ExitStack() as running:

        def start(installed=True):
            if installed:
                (tmp_path / "installed").mkdir()
                (tmp_path / "installed" / "groundswell").symlink_to(next(iter(groundswell.__path__)))
                monkeypatch.syspath_prepend(tmp_path / "installed")  # worker processes get this path too
            return running.enter_context(
                distributed.LocalCluster(
                    n_workers=2, threads_per_worker=1, processes=True, protocol="tcp://", dashboard_address=None
                )
            )

        yield start
