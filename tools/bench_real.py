"""Real stations of western North America and GRACE's storage: ``make bench-real``, where the reference data are.

Usage: bench_real.py [--folder FOLDER] [--draws A,B,C,none] [--methods auto,enkf_3d] [--figure FIGURE.png]

GRACE's storage (CSR's harmonics, destriped, Gaussian of 300 km, 2005 to mid-2015) is the open loop, the stations'
heights (means over 30 days at GRACE's months) are the data. Ten stations are kept out of the run; their heights,
less a line, are compared with the displacement by the analysis (``forwardmodel``, frame CF). Three draws of ten, and
all stations, each predicted by all others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from checkout import ROOT, import_groundswell

EXTENT, START, END = (-175.0, -50.0, 5.0, 80.0), date(2005, 1, 1), date(2015, 6, 30)
DRAWS = {
    "A": "AC79 P447 P429 CHIL P315 MONI P433 P490 P673 SEDR",
    "B": "AC17 ARLI P063 P339 P181 P546 P099 ELIZ P512 CAT2",
    "C": "ALBH P415 P377 P332 P080 P247 STEA P491 AC79 CRU1",
    "none": "",
}
"""Stations that the run does not see: spread from Alaska to Mexico, coast and mountains."""
GAP_DAYS = 100.0
"""Lines of the figure are broken where a station has no height for so long."""


def main() -> None:
    """Import, assimilate, print what stations are predicted by."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--draws", default="A,B,C,none")
    parser.add_argument("--methods", default="auto")
    parser.add_argument("--figure", type=Path, help="a picture of the first draw by the first method")
    options = parser.parse_args()
    import_groundswell()
    reference = Path(os.environ.get("GROUNDSWELL_REFERENCE", ROOT.parent / "shared" / "reference"))
    if not (reference / "gnss").is_dir():
        raise SystemExit(f"There are no reference data in {reference}: set GROUNDSWELL_REFERENCE.")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        prepare(reference, folder)
        for draw in options.draws.split(","):
            for method in options.methods.split(","):
                run(folder, draw, method, options.figure)
                options.figure = None


def prepare(reference: Path, folder: Path) -> None:
    """Import storage and heights; what is in the folder already is used again."""
    from groundswell.core.gnss.importing import GnssOptions, import_gnss
    from groundswell.core.grace.importing import GraceOptions, import_grace
    from groundswell.core.work.progress import SilentProgress

    storage, stations, table = folder / "storage.nc", folder / "stations.nc", folder / "heights.csv"
    if not storage.is_file():
        options = GraceOptions(extent=EXTENT, start=START, end=END)
        import_grace(reference / "grace" / "csr_rl06_bb01", storage, options, SilentProgress())
    if not stations.is_file():
        with gzip.open(reference / "gnss" / "wnam_up.csv.gz") as packed:
            table.write_bytes(packed.read())
        import_gnss([table], stations, GnssOptions(mean_days=30, epochs=storage), SilentProgress())


def run(folder: Path, draw: str, method: str, figure: Path | None) -> None:
    """Assimilate all but the stations of a draw, and print how well these are predicted."""
    from groundswell.core.assimilation.options import AssimilationOptions
    from groundswell.core.assimilation.run import assimilate
    from groundswell.core.files import netcdf
    from groundswell.core.files.stations import read_stations, write_stations
    from groundswell.core.work.progress import Recorded, SilentProgress

    unseen, every = DRAWS[draw].split(), read_stations(folder / "stations.nc")
    used = [number for number, name in enumerate(every.names) if name not in unseen]
    some = replace(
        every,
        names=tuple(every.names[number] for number in used),
        lon=every.lon[used],
        lat=every.lat[used],
        up_mm=every.up_mm[used],
        up_std_mm=every.up_std_mm[used],
    )
    seen, analysis = folder / f"seen_{draw}.nc", folder / f"analysis_{draw}_{method}.nc"
    with netcdf.create(seen, "Heights that the run sees", "bench_real", f"without {', '.join(unseen)}") as dataset:
        write_stations(dataset, some)
    start, progress = time.process_time(), Recorded(SilentProgress())
    options = AssimilationOptions(method=method, localization_km=0.0)
    assimilate(folder / "storage.nc", None, analysis, options, progress, stations=seen)
    seconds, memory = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{method}, {len(used)} stations: {seconds:.0f} s of CPU, {memory:.0f} MB at most (of all runs so far).")
    if unseen:
        stations = withheld(folder, analysis, every, unseen)
        explained = [(one.explained(one.open_loop), one.explained(one.analysis)) for one in stations]
        for station, (before, after) in zip(stations, explained):
            print(f"  {station.name:8} {before:6.2f} {after:6.2f}")
        before, after = np.median(explained, axis=0)
        print(f"Variance of unseen heights explained, median: open loop {before:.2f}, analysis {after:.2f}", flush=True)
        if figure is not None:
            draw_figure(stations, figure)
    if method == "auto":
        leave_one_out(analysis)
    for warning in progress.warnings:
        print(" !", warning)


@dataclass(frozen=True)
class Withheld:
    """Heights of a station that no run saw, and the displacement by two storages; all in mm, each less a line."""

    name: str
    lon: float
    lat: float
    days: Any
    heights: Any
    open_loop: Any
    analysis: Any

    def explained(self, moved: Any) -> float:
        """Return how much of the heights' variance a displacement explains."""
        misfit = self.heights - moved
        return float(1 - (misfit @ misfit) / (self.heights @ self.heights))


def withheld(folder: Path, analysis: Path, every: Any, names: list[str]) -> list[Withheld]:
    """Return the heights of stations beside the displacement by open loop and analysis."""
    from groundswell.core.files import netcdf
    from groundswell.core.loading.forward import ForwardOptions, forward_model

    numbers = [every.names.index(name) for name in names]
    points = tuple((every.names[number], float(every.lon[number]), float(every.lat[number])) for number in numbers)
    parts = []
    for variable in ("tws_open_loop", "tws_analysis"):
        storage, displacement = folder / f"{variable}.nc", folder / "displacement.nc"
        with netcdf.open_dataset(analysis) as dataset, netcdf.create(storage, "Storage", "bench_real") as new:
            netcdf.write_grid(new, netcdf.read_grid(dataset))
            netcdf.write_time(new, netcdf.read_days(dataset))
            netcdf.add_variable(new, "tws", ("time", "y", "x"), "mm", "storage")[:] = dataset[variable][:]
        forward_model(storage, displacement, ForwardOptions(frame="CF", points=points))
        with netcdf.open_dataset(displacement) as dataset:
            days = netcdf.read_days(dataset)
            moved = netcdf.read_float(dataset, "vertical_displacement")
        parts.append(moved if moved.shape[0] == len(names) else moved.T)
    return [_station(every, number, days, before, after) for number, before, after in zip(numbers, *parts)]


def _station(every: Any, number: int, days: Any, before: Any, after: Any) -> Withheld:
    known = np.isfinite(every.up_mm[number]) & (every.days >= days[0]) & (every.days <= days[-1])
    dates = every.days[known]
    line = np.column_stack([np.ones(dates.size), dates - dates[0]])
    observed = every.up_mm[number][known]
    heights, open_loop, analysis = (
        series - line @ np.linalg.lstsq(line, series, rcond=None)[0]
        for series in (observed, np.interp(dates, days, before), np.interp(dates, days, after))
    )
    place = float(every.lon[number]), float(every.lat[number])
    return Withheld(every.names[number], *place, dates, heights, open_loop, analysis)


def draw_figure(stations: list[Withheld], path: Path) -> None:
    """Draw each station's heights beside what storage predicts there, from north to south."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    ordered = sorted(stations, key=lambda station: -station.lat)
    rows = -(-len(ordered) // 2)
    figure, axes = plt.subplots(
        rows, 2, figsize=(10, 1.35 * rows + 0.8), sharex=True, sharey=True, layout="constrained"
    )
    for station, axis in zip(ordered, axes.T.ravel()):
        years = 2000 + station.days / 365.25
        axis.plot(years, station.heights, ".", color="0.45", markersize=3.5, label="height (GNSS, not seen by the run)")
        gaps = np.flatnonzero(np.diff(station.days) > GAP_DAYS) + 1
        for moved, color, what in (
            (station.open_loop, "#d95f02", "load of GRACE's storage"),
            (station.analysis, "#1f6fb4", "load of the analysis"),
        ):
            axis.plot(np.insert(years, gaps, np.nan), np.insert(moved, gaps, np.nan), color=color, label=what)
        before, after = station.explained(station.open_loop), station.explained(station.analysis)
        where = f"{abs(station.lon):.0f}° W, {station.lat:.0f}° N"
        axis.set_title(f"{station.name} ({where}): {before:.2f} → {after:.2f}", fontsize=9, loc="left")
        axis.grid(alpha=0.3)
    for axis in axes.T.ravel()[len(ordered) :]:
        axis.set_visible(False)
    figure.suptitle(" ", fontsize=9)  # room for the legend, which Matplotlib before 3.7 cannot place outside
    handles, labels = axes[0, 0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="upper center", ncol=3, fontsize=9, frameon=False)
    figure.supylabel("height less a line (mm)", fontsize=9)
    figure.savefig(path, dpi=110)


def leave_one_out(analysis: Path) -> None:
    """Print how well each station of a run is predicted by all others."""
    from groundswell.core.files import netcdf

    with netcdf.open_dataset(analysis) as dataset:
        print(dataset.verdict)
        rows = json.loads(dataset.withheld_stations)
        observed = netcdf.read_float(dataset, "station_observed_displacement")
        names = [str(name) for name in dataset["station_name"][:]]
    scatter = {name: np.nanstd(observed[:, number]) for number, name in enumerate(names)}
    explained = [1 - (row["left_out_mm"] / scatter[name]) ** 2 for name, row in rows.items()]
    print(f"Each of {len(rows)} stations by all others: {np.median(explained):.2f} of its variance, median", flush=True)


if __name__ == "__main__":
    main()
