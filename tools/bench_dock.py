"""CPU time of one click in the dock on a whole-frame series: reading the pixel, drawing the chart.

Usage: bench_dock.py [DATES] [COLUMNS]   The file has the chunks that the inversion writes, so that a click reads as
many values as in a frame of any height.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]


def import_core() -> None:
    """Make ``groundswell`` importable from this checkout without putting its root on the path."""
    spec = importlib.util.spec_from_file_location(
        "groundswell", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["groundswell"] = package
    spec.loader.exec_module(package)


def make_file(path: Path, dates: int, columns: int) -> tuple[float, float]:
    """Write noise, which compresses badly, and return a place in it."""
    from groundswell.core.files import netcdf
    from groundswell.core.files.raster import RasterGrid
    from groundswell.core.insar.stack.reading import chunk_rows

    rows = chunk_rows(columns, columns)
    grid = RasterGrid("EPSG:4326", 98.0, 27.0, 0.001, 0.001, columns, 3 * rows)
    rng = np.random.default_rng(1)
    with netcdf.create(path, "series", "bench") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, 6000.0 + 12.0 * np.arange(dates))
        where = ("time", "y", "x")
        variable = netcdf.add_variable(dataset, "displacement", where, "mm", "motion", chunks=(1, rows, columns))
        for number in range(dates):
            variable[number] = rng.normal(0, 5, grid.shape)
    return float(grid.x[columns // 2]), float(grid.y[rows + 1])


def main() -> None:
    """Measure."""
    import_core()
    from groundswell.core.charts import export, series, style
    from groundswell.core.extraction.points import read_pixel

    dates = int(sys.argv[1]) if len(sys.argv) > 1 else 155
    columns = int(sys.argv[2]) if len(sys.argv) > 2 else 2500
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "series.nc"
        place = make_file(path, dates, columns)
        for number in range(4):
            start = time.process_time()
            one = read_pixel(path, *place).series[0]
            read = time.process_time()
            figure = style.new_figure(9.0, 3.0)
            series.draw_displacement(figure.subplots(), [series.Series("A", one.days, one.values)], vertical=False)
            export.to_png(figure, 100)
            end = time.process_time()
            note = " (first, with imports)" if number == 0 else ""
            print(f"read {read - start:.3f} s, draw {end - read:.3f} s{note}")


if __name__ == "__main__":
    main()
