"""The inversion on a real local Dask cluster: worker processes over TCP, a worker lost on the way."""

import os
import threading
import time

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.insar import inversion_tasks
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.importing import import_interferograms
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.work import blocks

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 40, 50)
DATES = [str(day).replace("-", "") for day in np.datetime64("2018-01-01") + 12 * np.arange(20)]


@pytest.fixture
def stack(licsar_frame, tmp_path):
    rng = np.random.default_rng(3)
    field = np.cumsum(rng.normal(0, 0.3, (20, *GRID.shape)), axis=0)
    pairs = {}
    for i in range(20):
        for j in range(i + 1, min(i + 4, 20)):
            phase = field[j] - field[i] + 2 * np.pi
            phase[rng.random(GRID.shape) < 0.15] = 0
            pairs[f"{DATES[i]}_{DATES[j]}"] = (phase, rng.integers(80, 250, GRID.shape).astype("u1"))
    import_interferograms(licsar_frame(pairs, grid=GRID), tmp_path / "stack.nc")
    check_interferograms(tmp_path / "stack.nc", tmp_path / "stack.nc", CheckOptions(reference=(100.02, 25.97)))
    return tmp_path / "stack.nc"


def run(stack, path, scheduler=""):
    invert_stack(stack, path, None, InversionOptions(workers=2, scheduler=scheduler))
    with netcdf.open_dataset(path) as dataset:
        return {name: netcdf.read_stored(dataset, name) for name in dataset.variables}


def test_a_cluster_gives_the_same_to_the_last_bit(cluster, stack, tmp_path, monkeypatch):
    here = run(stack, tmp_path / "here.nc")
    monkeypatch.setattr(inversion_tasks, "TASK_PIXELS", 300)
    running = cluster()
    there = run(stack, tmp_path / "there.nc", running.scheduler_address)
    assert running.scheduler_address.startswith("tcp://")
    for name, values in here.items():
        np.testing.assert_array_equal(there[name], values, err_msg=name)


def test_the_blocks_of_a_lost_worker_are_run_again(cluster, stack, tmp_path, monkeypatch):
    here = run(stack, tmp_path / "here.nc")
    monkeypatch.setattr(inversion_tasks, "TASK_PIXELS", 20)
    running = cluster()
    first = next(iter(running.workers.values()))
    killed = []

    def kill():
        # Not before tasks are under way, and not gently.
        while not any(task.state == "processing" for task in list(running.scheduler.tasks.values())):
            time.sleep(0.005)
        killed.append(first.pid)
        os.kill(first.pid, 9)

    thread = threading.Thread(target=kill)
    thread.start()
    there = run(stack, tmp_path / "there.nc", running.scheduler_address)
    thread.join()
    assert killed
    for name, values in here.items():
        np.testing.assert_array_equal(there[name], values, err_msg=name)


def test_workers_without_the_package_are_reported(cluster, stack, tmp_path):
    with pytest.raises(InputError, match="does not have the package groundswell"):
        run(stack, tmp_path / "there.nc", cluster(installed=False).scheduler_address)
    assert not (tmp_path / "there.nc").exists()


def test_a_scheduler_that_does_not_answer(stack, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(blocks, "SCHEDULER_TIMEOUT", "1s")
    with pytest.raises(InputError, match="No Dask scheduler answers"):
        run(stack, tmp_path / "there.nc", "tcp://127.0.0.1:9")
    assert not (tmp_path / "there.nc").exists()
