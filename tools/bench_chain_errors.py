#!/usr/bin/env python3
"""Are stated errors the true ones at the end of the default chain? Monte Carlo over kinds of frame and seeds.

Synthetic frames in LiCSAR's layout, whose truth is known, go through importinterferograms, checkinterferograms,
invertinterferograms, maskdownsample and lostovertical with their defaults. True over stated error, root mean square
over pixels or cells: of the velocity of pixels, those that lack every winter apart, and of the displacement of cells
(``error_std``) relative to their own mean in time. 1 is honest. Air is spatially correlated, so that a frame gives a
few independent draws of it only: look at the mean over seeds.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
import time
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from checkout import import_groundswell

WAVELENGTH_MM = 299792458 / 5.405e9 * 1000
SEASON_MM, GRADIENT = 10.0, 0.3
INCIDENCE, HEADING = np.radians(39.0), np.radians(-12.0)
WINTER = (12, 1, 2, 3)


@dataclass(frozen=True)
class Case:
    """A kind of frame.

    Attributes
    ----------
    name : str
        In the table.
    air, width : float
        Standard deviation of air at a date in mm, and the half-width of its correlation in pixels of 0.01 degrees.
    dates, step_days, span : int
        Of the network: each date with the next `span`.
    size : int
        Rows and columns.
    missing, winters : float
        Part of the values, and of the pixels in every winter, that is missing.
    by_date : bool
        Air differs from date to date, from 0.3 to 2.2 times.
    """

    name: str
    air: float = 3.0
    width: float = 8.0
    dates: int = 90
    step_days: int = 12
    span: int = 4
    size: int = 40
    missing: float = 0.0
    winters: float = 0.0
    by_date: bool = False


DECORRELATION_MM = 1.5
CASES = (
    Case("decorrelation only", air=0.0),
    Case("air 2 mm", air=2.0),
    Case("air 5 mm", air=5.0),
    Case("air 8 mm", air=8.0),
    Case("air 5 mm, wide", air=5.0, width=20.0),
    Case("air 5 mm, 30 % missing", air=5.0, missing=0.3),
    Case("50 % missing", missing=0.5),
    Case("air by the date", air=4.0, by_date=True),
    Case("6 days", dates=120, step_days=6, span=3),
    Case("a chain without loops", dates=60, span=1),
    Case("a year", dates=34),
    Case("24 x 24 pixels", size=24),
    Case("70 % without winters", winters=0.7),
)


def fields(rng: np.random.Generator, case: Case) -> np.ndarray:
    """Return air [date, row, column] in mm."""
    from scipy.ndimage import gaussian_filter

    pad = int(4 * case.width)
    white = rng.normal(size=(case.dates, case.size + 2 * pad, case.size + 2 * pad))
    smooth = np.stack([gaussian_filter(each, case.width)[pad:-pad, pad:-pad] for each in white])
    scale = rng.uniform(0.3, 2.2, case.dates)[:, None, None] if case.by_date else 1.0
    return smooth * (2 * np.sqrt(np.pi) * case.width * case.air) * scale


def write_frame(folder: Path, case: Case, seed: int) -> np.ndarray:
    """Write a frame; return the true line-of-sight displacement [date, row, column] in mm."""
    from groundswell.core.files.raster import RasterGrid, write_geotiff

    rng = np.random.default_rng(seed)
    dates = [datetime.date(2016, 1, 5) + datetime.timedelta(case.step_days * k) for k in range(case.dates)]
    years = np.array([(each - datetime.date(2000, 1, 1)).days for each in dates]) / 365.25
    pairs = [(i, j) for i in range(case.dates) for j in range(i + 1, min(case.dates, i + 1 + case.span))]
    across = 1 + GRADIENT * np.linspace(-1, 1, case.size)
    truth = (SEASON_MM * np.cos(2 * np.pi * (years - 0.08)))[:, None, None] * across * np.ones((1, case.size, 1))
    seen = truth + fields(rng, case)
    change = np.stack([seen[j] - seen[i] for i, j in pairs])
    change += rng.normal(0, DECORRELATION_MM, change.shape)
    change[rng.random(change.shape) < case.missing] = np.nan
    if case.winters:
        snowy = np.array([each.month in WINTER for each in dates])
        lost = np.array([snowy[i] or snowy[j] for i, j in pairs])
        bare = rng.random((case.size, case.size)) >= case.winters
        change[lost] = np.where(bare, change[lost], np.nan)
    grid = RasterGrid("EPSG:4326", 100.0, 26.0, 0.01, 0.01, case.size, case.size)
    names = [each.strftime("%Y%m%d") for each in dates]
    for (i, j), each in zip(pairs, change):
        name, phase = f"{names[i]}_{names[j]}", -each * 4 * np.pi / WAVELENGTH_MM
        write_geotiff(folder / "GEOC" / name / f"{name}.geo.unw.tif", np.nan_to_num(phase).astype("f4"), grid, None)
        coherence = np.where(np.isfinite(phase), 179, 0).astype("u1")
        write_geotiff(folder / "GEOC" / name / f"{name}.geo.cc.tif", coherence, grid, None)
    look = {
        "E": -np.cos(HEADING) * np.sin(INCIDENCE),
        "N": np.sin(HEADING) * np.sin(INCIDENCE),
        "U": np.cos(INCIDENCE),
    }
    for part, value in look.items():
        path = folder / "GEOC" / f"099A_00000_000000.geo.{part}.tif"
        write_geotiff(path, np.full(grid.shape, value, "f4"), grid, None)
    text = f"master={names[0]}\ncenter_time=11:00:00\nheading=-12.0\navg_incidence_angle=39.0\n"
    (folder / "GEOC" / "metadata.txt").write_text(text + "radar_frequency=5405000000.0\n")
    return truth


def measure(folder: Path, truth: np.ndarray, winters: bool) -> tuple[float, float, float]:
    """Return true over stated error of velocity, of velocity where winters lack (NaN without any), and of cells."""
    from groundswell.core.files import netcdf

    with netcdf.open_dataset(folder / "series.nc") as series:
        velocity, std = (netcdf.read_float(series, name) for name in ("velocity", "velocity_std"))
        reference = netcdf.read_float(series, "reference_area") > 0
        snowy = (netcdf.read_float(series, "part") != 1).any(axis=0) if winters else np.zeros_like(reference)
    good = np.isfinite(velocity) & ~reference

    def ratio(where: np.ndarray) -> float:
        return float(np.sqrt(np.mean(velocity[where] ** 2) / np.mean(std[where] ** 2))) if where.any() else np.nan

    with netcdf.open_dataset(folder / "vertical.nc") as cells:
        found, stated = (netcdf.read_float(cells, name) for name in ("vertical_displacement", "error_std"))
        lon = netcdf.read_float(cells, "lon")
    relative = truth - truth[:, reference].mean(axis=1)[:, None, None]
    column = np.clip(np.round((lon - 100.005) / 0.01), 4, truth.shape[2] - 5).astype(int)
    error = found - relative[:, truth.shape[1] // 2][:, column] / np.cos(INCIDENCE)
    error -= np.nanmean(error, axis=0)
    known = np.isfinite(stated)
    of_cells = float(np.sqrt(np.nanmean(error[:, known] ** 2) / np.mean(stated[known] ** 2)))
    return ratio(good & ~snowy), ratio(good & snowy), of_cells


def run(case: Case, seed: int) -> tuple[float, float, float]:
    """Return the ratios of a case; warnings are those of every frame."""
    import groundswell

    with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        folder = Path(name)
        truth = write_frame(folder / "frame", case, seed)
        groundswell.import_interferograms(folder / "frame", folder / "stack.nc")
        groundswell.check_interferograms(folder / "stack.nc", folder / "checked.nc")
        groundswell.invert_interferograms(folder / "checked.nc", folder / "series.nc")
        groundswell.mask_downsample(folder / "series.nc", folder / "cells.nc", grid="M09")
        groundswell.los_to_vertical(folder / "cells.nc", folder / "vertical.nc")
        return measure(folder, truth, case.winters > 0)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=3, help="frames of each kind")
    parser.add_argument("--cases", default="", help="names that hold this text")
    arguments = parser.parse_args()
    import_groundswell()
    begin = time.process_time()
    print(f"true over stated error, {arguments.seeds} frames: mean (lowest to highest)")
    print(f"{'':26s}{'velocity':>20s}{'without winters':>20s}{'cells':>20s}")
    for case in CASES:
        if arguments.cases not in case.name:
            continue
        found = np.array([run(case, seed) for seed in range(100, 100 + arguments.seeds)])
        shown = [
            f"{each.mean():.2f} ({each.min():.2f} to {each.max():.2f})" if np.isfinite(each).all() else "-"
            for each in found.T
        ]
        print(f"{case.name:26s}" + "".join(f"{each:>20s}" for each in shown), flush=True)
    print(f"{time.process_time() - begin:.0f} s of CPU")


if __name__ == "__main__":
    sys.exit(main())
