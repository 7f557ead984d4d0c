"""HDF5 prints nothing by itself, in no thread."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys, threading
sys.path.insert(0, {tools!r})
from checkout import import_groundswell
import_groundswell()
from groundswell.core.files import netcdf
import netCDF4

path = {path!r}
with netCDF4.Dataset(path, "w") as made:
    made.createDimension("x", 2)
    variable = made.createVariable("v", "f8", ("x",))
    for number in range(20):  # so many lie in an index of their own; a search in it that fails is told
        variable.setncattr(f"a{{number}}", number)

def raw():
    with netCDF4.Dataset(path) as dataset:
        dataset["v"][:]

def ours():
    with netcdf.open_dataset(path) as dataset:
        dataset["v"][:]

thread = threading.Thread(target={target})
thread.start()
thread.join()
"""


def printed(tmp_path, target):
    script = SCRIPT.format(tools=str(ROOT / "tools"), path=str(tmp_path / "a.nc"), target=target)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stderr


def test_a_missing_attribute_prints_nothing_in_a_thread(tmp_path):
    assert printed(tmp_path, "ours") == ""
