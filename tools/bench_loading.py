"""Measure the load operator on the whole EASE-Grid 2.0 M25: python3 tools/bench_loading.py.

40 observation rows x all 810,592 cells x 24 members by row transforms; the same ensemble through the
truncated sparse matrix (300 km) that is usually built; and the usual plain sum of one disk.
CPU time of this process, one thread for the linear algebra.
"""

from __future__ import annotations

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import importlib.util  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
import tracemalloc  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
MEMBERS = 24
ROWS, COLUMNS, CELL = 584, 1388, 25_025.2600081
FIRST_ROW, OBSERVED = 150, 40  # about 26 to 43 degrees north


def import_groundswell() -> None:
    """Import the checkout as the package ``groundswell``, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location("groundswell", ROOT / "__init__.py")
    package = importlib.util.module_from_spec(spec)
    package.__path__ = [str(ROOT)]
    sys.modules["groundswell"] = package


def measured(function, *arguments):
    """Return a result, its CPU seconds and the peak of memory (MB) that was allocated on the way."""
    tracemalloc.start()
    start = time.process_time()
    result = function(*arguments)
    seconds = time.process_time() - start
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return result, seconds, peak


def row(title: str, setup: float, apply: float, memory: float, error: str) -> None:
    """Print one line of the table."""
    print(f"{title:<46} {setup:9.2f} {apply:9.2f} {memory:9.0f}   {error}")


def main() -> int:
    """Print the table."""
    import_groundswell()
    from groundswell.core.files.raster import RasterGrid
    from groundswell.core.loading import disk, love_numbers
    from groundswell.core.loading.cells import grid_cells
    from groundswell.core.loading.operator import LoadOperator

    numbers = love_numbers.load()
    grid = RasterGrid("EPSG:6933", -COLUMNS / 2 * CELL, ROWS / 2 * CELL, CELL, CELL, COLUMNS, ROWS)
    cells = grid_cells(grid)
    points = slice(FIRST_ROW * COLUMNS, (FIRST_ROW + OBSERVED) * COLUMNS)
    rng = np.random.default_rng(0)
    storage = (100 * rng.standard_normal((MEMBERS, cells.lon.size))).astype(np.float32)
    some = rng.choice(OBSERVED * COLUMNS, 40, replace=False)
    single = LoadOperator(cells.lon, cells.lat, cells.radius, cells.lon[points][some], cells.lat[points][some], numbers)
    truth = np.concatenate([1e-3 * storage.astype(np.float64) @ block.T for _, block in single.matrix_blocks()], axis=1)

    print(f"{OBSERVED} rows x {COLUMNS} points, {cells.lon.size:,} cells, {MEMBERS} members (float32)")
    print(f"{'':<46} {'set-up s':>9} {'apply s':>9} {'MB':>9}   error")
    where = (cells.lon, cells.lat, cells.radius, cells.lon[points], cells.lat[points], numbers)
    disks, setup, memory = measured(LoadOperator, *where)
    result, apply, more = measured(disks.apply, storage)
    error = f"{np.max(np.abs(result[:, some] - truth)):.1e} mm against the direct sum"
    row("row transforms, disks", setup, apply, max(memory, disks.nbytes / 1e6 + more), error)
    del disks
    exact, setup, memory = measured(LoadOperator.of_cells, cells, *where[3:])
    _, apply, more = measured(exact.apply, storage)
    row("row transforms, exact cells near by", setup, apply, max(memory, exact.nbytes / 1e6 + more), "")
    del exact
    sparse(cells, points, storage, some, truth, numbers)
    plain_sum(disk, numbers)
    return 0


def sparse(cells, points, storage, some, truth, numbers) -> None:
    """Measure the truncated sparse matrix of the same rows."""
    from groundswell.core.loading.kernel import DiskKernels
    from scipy.sparse import csr_matrix

    kernel = DiskKernels(numbers).of_radii([cells.radius[0]])[0]

    def build():
        lat = np.radians(cells.lat.reshape(ROWS, COLUMNS)[:, 0])
        step = np.radians(cells.lon[1] - cells.lon[0])
        limit = np.sin(300e3 / 6.371e6 / 2) ** 2
        data, indices, starts = [], [], [0]
        for number in range(FIRST_ROW, FIRST_ROW + OBSERVED):
            shift = np.arange(-COLUMNS // 2, COLUMNS // 2)
            near = np.flatnonzero(np.abs(lat - lat[number]) < 300e3 / 6.371e6 + 1e-3)
            square = np.sin((lat[near] - lat[number]) / 2)[:, None] ** 2
            square = square + np.cos(lat[number]) * np.cos(lat[near])[:, None] * np.sin(shift * step / 2) ** 2
            r, c = np.nonzero(square <= limit)
            values = kernel.at(square[r, c]).astype(np.float32)
            for column in range(COLUMNS):
                indices.append((near[r] * COLUMNS + (column + shift[c]) % COLUMNS).astype(np.int32))
                data.append(values)
                starts.append(starts[-1] + r.size)
        shape = (OBSERVED * COLUMNS, cells.lon.size)
        return csr_matrix((np.concatenate(data), np.concatenate(indices), np.array(starts)), shape=shape)

    matrix, setup, memory = measured(build)
    columns = np.ascontiguousarray(1e-3 * storage.T)
    result, apply, _ = measured(lambda: matrix @ columns)
    size = (matrix.data.nbytes + matrix.indices.nbytes + matrix.indptr.nbytes) / 1e6
    lost = np.sqrt(np.mean((result.T[:, some] - truth) ** 2) / np.mean(truth**2))
    row("sparse matrix, 300 km", setup, apply, size, f"{100 * lost:.1f} % rms of this random load lost")
    inside = np.zeros(cells.lon.size, np.float32)
    middle = (FIRST_ROW + OBSERVED // 2) * COLUMNS + COLUMNS // 2
    lat, lon = np.radians(cells.lat), np.radians(cells.lon)
    square = np.sin((lat - lat[middle]) / 2) ** 2
    square += np.cos(lat) * np.cos(lat[middle]) * np.sin((lon - lon[middle]) / 2) ** 2
    inside[square < np.sin(2e6 / 6.371e6 / 2) ** 2] = 0.1
    full = kernel.at(square) @ inside.astype(np.float64)
    cut = (matrix[middle - FIRST_ROW * COLUMNS] @ inside[:, None])[0, 0]
    print(f"{'':<46} {'':>29}   {100 * (1 - cut / full):.0f} % of the displacement under a cap of 2000 km lost")


def plain_sum(disk, numbers) -> None:
    """Compare the accelerated series of one disk with the usual plain sum."""
    distance = np.linspace(0.0, 10.0, 700) / 180 * np.pi * 6.371e6

    def plain():
        weights = numbers.h[:40_001] * disk.disk_coefficients(14e3 / 6.371e6, 40_001)
        weights[0] = 0
        return 544.1274 * disk.legendre_sum(weights / (2 * np.arange(40_001) + 1), distance / 6.371e6)

    start = time.process_time()
    usual = plain()
    slow = time.process_time() - start
    start = time.process_time()
    for _ in range(5):
        ours = disk.vertical_response(distance, 14e3, numbers)
    fast = (time.process_time() - start) / 5
    error = np.max(np.abs(usual - ours)) / abs(ours[0])
    print(
        f"one disk, 700 distances: {fast:.3f} s; plain sum to degree 40,000: {slow:.3f} s ({slow / fast:.0f} times), "
        f"wrong by up to {error:.1e} of the centre's displacement"
    )


if __name__ == "__main__":
    sys.exit(main())
