"""How long the import of a made EGMS tile takes, and how much memory.

Usage: python3 tools/bench_egms.py [POINTS] [DATES] [L2b | L3] [csv | zip]
"""

from __future__ import annotations

import datetime
import resource
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import numpy as np
from checkout import import_groundswell

NAMES = {"L2b": "EGMS_L2b_088_0282_IW2_VV_2019_2023_1", "L3": "EGMS_L3_E32N34_100km_U_2019_2023_1"}
SIDE = 1000


def write_tile(path: Path, points: int, dates: int, level: str) -> None:
    """Write a table to layout; the series are drawn from a pool, as writing 3e8 numbers takes minutes."""
    rng = np.random.default_rng(1)
    start = datetime.date(2019, 1, 5)
    days = [f"{start + datetime.timedelta(days=6 * number):%Y%m%d}" for number in range(dates)]
    pool = [",".join(f"{value:.1f}" for value in np.cumsum(rng.normal(0, 1.5, dates))) for _ in range(3000)]
    look_names, look = ",incidence_angle,los_east,los_north,los_up", ",37.12,-0.5921,-0.1133,0.7977"
    if level == "L3":
        look_names = look = ""
    with path.open("w", encoding="utf-8") as file:
        file.write(f"pid,easting,northing,height,rmse,temporal_coherence{look_names},mean_velocity,{','.join(days)}\n")
        for number in range(points):
            x, y = 3_200_050 + 100 * (number % SIDE), 3_400_050 + 100 * (number // SIDE)
            file.write(
                f"{number:010d},{x},{y},{100 + number % 97}.3,1.2,0.83{look},-1.2,{pool[number * 7919 % 3000]}\n"
            )


def main() -> None:
    """Make a tile, import it, and print what it took."""
    arguments = sys.argv[1:]
    points, dates = (int(text) for text in (*arguments[:2], *("1000000", "300")[len(arguments[:2]) :]))
    level = arguments[2] if len(arguments) > 2 else "L2b"
    import_groundswell()
    from groundswell.core.displacement.importing import import_displacement

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{NAMES[level]}.csv"
        write_tile(path, points, dates, level)
        if arguments[3:] == ["zip"]:
            packed = path.with_suffix(".zip")
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                archive.write(path, path.name)
            path.unlink()
            path = packed
        size, start = path.stat().st_size / 1e9, time.process_time()
        made = import_displacement(path, Path(folder) / "result.nc")
        seconds = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{made.kind}: {points} points, {dates} dates, {size:.2f} GB: {seconds:.1f} s of CPU, {memory:.0f} MB")


if __name__ == "__main__":
    main()
