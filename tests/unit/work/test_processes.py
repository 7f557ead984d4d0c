"""Worker processes: what comes back, errors, lost workers, and the fall back on threads."""

import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from pathlib import Path

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.work import blocks, processes
from groundswell.core.work.processes import ProcessExecutor


@pytest.fixture(scope="module")
def pool():
    with ProcessExecutor(2) as running:
        yield running


def test_arrays_come_back_in_order_and_of_any_size(pool):
    inputs = [np.arange(size, dtype="f8").reshape(-1, 1) for size in (3, 100_000, 0, 7, 500_000)] * 3
    for given, found in zip(inputs, blocks.map_in_order(np.sqrt, iter(inputs), pool, 3)):
        np.testing.assert_array_equal(found, np.sqrt(given))
        found += 1  # its own memory


def test_what_a_function_hands_through_is_not_overwritten_on_the_way(pool):
    for size in (5000, 90_000):
        given = [np.arange(size), np.linspace(0, 1, 2 * size), np.arange(size) * 1.5]
        found = pool.submit(itemgetter(slice(None, None, -1)), given).result()
        for one, other in zip(found, given[::-1]):
            np.testing.assert_array_equal(one, other)


def test_work_is_done_elsewhere(pool):
    found = {pool.submit(eval, "__import__('os').getpid()").result() for _ in range(20)}
    assert os.getpid() not in found
    assert len(found) <= 2


def test_errors_arrive_as_what_they_are(pool):
    with pytest.raises(InputError, match="nothing"):
        pool.submit(raise_in, "nothing").result()
    with pytest.raises(ZeroDivisionError):
        pool.submit(eval, "1 / 0").result()
    assert pool.submit(eval, "6 * 7").result() == 42


def raise_in(text):
    raise InputError(text)


def test_what_is_printed_does_not_disturb(pool):
    assert pool.submit(eval, "print('hello') or 5").result() == 5


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_lost_workers_task_is_run_here():
    with ProcessExecutor(2) as running:
        for worker in running._workers:
            os.kill(worker.process.pid, signal.SIGKILL)
        found = list(blocks.map_in_order(np.negative, iter(np.arange(10.0)), running, 3))
    assert found == (-np.arange(10.0)).tolist()


def test_memory_that_is_not_there_is_an_error_before_it_is_touched(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", full, raising=False)
    with blocks.executor(2, processes=True) as running:
        values = np.arange(100_000.0)
        np.testing.assert_array_equal(running.submit(np.negative, values).result(), -values)


def test_nothing_is_left_behind():
    with ProcessExecutor(1) as running:
        worker = running._workers[0]
    assert worker.process.returncode is not None
    assert not worker._path.exists()


@pytest.mark.parametrize("found", [[], [Path(sys.executable).with_name("python-that-is-not-there")]])
def test_threads_where_processes_cannot_start(monkeypatch, found):
    monkeypatch.setattr(processes, "find_pythons", lambda: found)
    with blocks.executor(2, processes=True) as running:
        assert isinstance(running, ThreadPoolExecutor)
        assert running.submit(abs, -1).result() == 1


def test_an_executable_that_is_not_python_is_not_started(monkeypatch, tmp_path):
    program = tmp_path / "qgis-bin"
    program.write_text("")
    monkeypatch.setattr(sys, "executable", str(program))
    assert program not in processes.find_pythons()


@pytest.mark.skipif(os.name == "nt", reason="a script of the shell")
def test_another_python_is_passed_over(monkeypatch, tmp_path):
    other = tmp_path / "python3"
    other.write_text("#!/bin/sh\nexit 1\n")
    other.chmod(0o755)
    monkeypatch.setattr(processes, "find_pythons", lambda: [other, Path(sys.executable)])
    with ProcessExecutor(1) as running:
        assert running.submit(abs, -1).result() == 1


def test_one_worker_needs_no_process():
    with blocks.executor(1, processes=True) as running:
        assert isinstance(running, ThreadPoolExecutor)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGSTOP")
def test_a_worker_that_is_stopped_is_replaced(monkeypatch):
    """A stopped process gives no sign of life: its task is done here, and the run goes on."""
    monkeypatch.setattr(processes, "SILENT_SECONDS", 3.0)
    with processes.ProcessExecutor(2) as pool:
        os.kill(pool._workers[0].process.pid, signal.SIGSTOP)
        futures = [pool.submit(abs, -number) for number in range(6)]
        assert [future.result(timeout=60) for future in futures] == list(range(6))
        assert pool._workers[0].process.wait(10) == -signal.SIGKILL
        assert pool._workers[1].process.poll() is None


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="arenas lie on disk here")
def test_arenas_have_no_name_once_the_workers_run():
    with processes.ProcessExecutor(2):
        ours = [path for path in Path("/dev/shm").iterdir() if f"-{os.getpid()}-" in path.name]
        assert ours == []
