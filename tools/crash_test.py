"""Does QGIS survive a step and the dock in HDF5 at once? A minute in a real window, with netCDF4 from PyPI.

Usage: ``make crash-test`` (or ``tools/crash_test.py [SECONDS] [--without-lock]``). Installs the wheel of netCDF4 into
``build/netcdf4_wheel``, which comes before the distribution's on the path, makes the small example, and runs
``tools/crash_driver.py`` in QGIS on a virtual screen. ``--without-lock`` shows what happens where nothing waits.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from checkout import ROOT, import_groundswell

import_groundswell()

from groundswell.core.example.create import create_example  # noqa: E402
from groundswell.core.insar.checking import CheckOptions, check_interferograms  # noqa: E402
from groundswell.core.insar.importing import ImportOptions, import_interferograms  # noqa: E402
from groundswell.core.insar.inversion import InversionOptions, invert_stack  # noqa: E402
from groundswell.core.work.progress import SilentProgress  # noqa: E402

VERSION = "1.7.4"
"""Version of the wheel: the first that gives up the interpreter's lock for every call, as all since do."""


def inputs_in(folder: Path, seconds: float, lock: bool) -> dict[str, object]:
    """Make the files of the small example in `folder`, and return what the driver is to do with them."""
    progress = SilentProgress()
    area = create_example(folder / "study_area", "small", 7, progress)
    stack, checked, series = (folder / f"{name}.nc" for name in ("stack", "checked", "series"))
    import_interferograms(area.frame, stack, ImportOptions(corrections=area.gacos), progress)
    place = CheckOptions(reference=(area.reference_lon, area.reference_lat))
    check_interferograms(stack, checked, place, progress)
    invert_stack(checked, series, folder / "velocity.tif", InversionOptions(workers=1), progress)
    gridded = folder / "gridded.nc"
    runs = [
        ("maskdownsample", {"INPUT": str(series), "MAX_VELOCITY": 200, "OUTPUT": str(gridded)}),
        ("invertinterferograms", {"INPUT": str(checked), "WORKERS": 1, "OUTPUT": str(folder / "again.nc")}),
        ("lostovertical", {"INPUT": str(gridded), "OUTPUT": str(folder / "vertical.nc")}),
    ]
    return {
        "runs": runs,
        "seconds": seconds,
        "lock": lock,
        "file": str(series),
        "grace": "",
        "points": [[99.9 + 0.02 * number, 25.7] for number in range(8)],
        "layers": [f'NETCDF:"{series}":velocity'],
    }


def wheel() -> Path:
    """Return the folder with netCDF4 from PyPI, installed where it is not there yet."""
    folder = ROOT / "build" / "netcdf4_wheel"
    if not (folder / "netCDF4").is_dir():
        command = ["/usr/bin/python3", "-m", "pip", "install", "-q", "--no-deps", "--target", str(folder)]
        subprocess.run([*command, f"netCDF4=={VERSION}", "cftime"], check=True)
    return folder


def main() -> int:
    """Run it and say what came out; 1 where QGIS did not live to the end."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    seconds = float(words[0]) if words else 60.0
    path = str(wheel())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        todo = inputs_in(folder, seconds, "--without-lock" not in sys.argv)
        (folder / "inputs.json").write_text(json.dumps(todo))
        window = [str(ROOT / "tools" / "qgis_window.sh"), name, str(ROOT / "tools" / "crash_driver.py")]
        done = subprocess.run(window, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
        result = folder / "result.json"
        if not result.is_file():
            crash = folder / "crash.txt"
            print(done.stderr[-2000:], crash.read_text() if crash.is_file() else "")
            print(f"QGIS ended by itself (return code {done.returncode}).")
            return 1
        seen = json.loads(result.read_text())
    print(json.dumps(seen, indent=1))
    lived = seen["netcdf4"].startswith(path) and seen["runs"] and not seen["failed"] and not seen["error"]
    print("QGIS lived." if lived else "QGIS lived, but not all was well.")
    return 0 if lived else 1


if __name__ == "__main__":
    raise SystemExit(main())
