"""An executor of worker processes that starts wherever a Python can be found, also inside QGIS.

Python's own pools start their workers from ``sys.executable`` and the main module: inside QGIS the one may be QGIS
itself, and the package has no place on the path. Here each worker is a Python that hears where the package lies.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess  # nosec B404 (starts this very Python)
import sys
import sysconfig
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from pathlib import Path
from typing import Any

from .leftovers import remove_leftovers, temporary_name
from .worker_process import Arena, receive, send

_START_SECONDS = 30.0
SILENT_SECONDS = 60.0
"""A worker that gives no sign of life for so long is taken for lost; NumPy's longest calls let signs through."""
_START = """
import importlib, importlib.util, json, sys
name, root, path, arena = json.loads(sys.argv[1])
sys.path[:] = path
spec = importlib.util.spec_from_file_location(name, root + "/__init__.py", submodule_search_locations=[root])
package = sys.modules[name] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
importlib.import_module(name + ".core.work.worker_process").serve(arena)
"""


class NoProcesses(Exception):
    """Worker processes cannot be started here."""


def find_pythons() -> list[Path]:
    """Return what may be this process's Python: inside QGIS the executable may be QGIS or another Python."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    candidates = [Path(sys.executable or "none")]
    for folder in (Path(sys.exec_prefix), Path(str(sysconfig.get_config_var("BINDIR") or "none")).parent):
        names = ("python.exe",) if os.name == "nt" else (f"bin/python{version}", "bin/python3", "MacOS/bin/python3")
        candidates += [folder / name for name in names]
    found = [path for path in candidates if path.name.lower().startswith("python") and path.is_file()]
    return list(dict.fromkeys(found))


class _Worker:
    """One process, its streams and its arena."""

    def __init__(self, python: Path) -> None:
        self._path = _new_arena()
        self.arena = Arena(self._path)
        self.heard = time.monotonic()
        root = Path(__file__).resolve().parents[2]
        start = json.dumps([__name__.split(".")[0], str(root), [entry for entry in sys.path if entry], str(self._path)])
        try:
            self.process = subprocess.Popen(  # nosec B603 (a Python found by find_pythons, no shell)
                [str(python), "-c", _START, start],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._remove_arena()
            raise

    def ask(self, message: Any) -> Any:
        """Send a message and return the answer; OSError or EOFError where the process is gone."""
        assert self.process.stdin is not None
        self.hear()
        send(self.process.stdin, self.arena, message)
        return self.answer()

    def answer(self) -> Any:
        """Return the next answer."""
        assert self.process.stdout is not None
        return receive(self.process.stdout, self.arena, copy=True, alive=self.hear)

    def hear(self) -> None:
        """Note that the process lives."""
        self.heard = time.monotonic()

    def end_if_silent(self) -> None:
        """Kill a process that has given no sign of life for long: whoever waits for it then learns that it is lost."""
        if time.monotonic() - self.heard > SILENT_SECONDS:
            self.process.kill()

    def is_ready(self) -> bool:
        """Wait until the process has loaded the package; False where it does not, or is another Python."""
        timer = threading.Timer(_START_SECONDS, self.process.kill)
        timer.start()
        try:
            ready = bool(self.answer() == sys.version)
            if os.name != "nt":  # both sides hold the file open: without a name it cannot outlive them
                self._path.unlink(missing_ok=True)
            return ready
        except (OSError, EOFError):
            return False
        finally:
            timer.cancel()

    def close(self) -> None:
        """End the process and remove the arena."""
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was still to be written has no reader any more
                    stream.close()
        try:
            self.process.wait(5.0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._remove_arena()

    def _remove_arena(self) -> None:
        self.arena.close()
        with suppress(PermissionError):  # Windows, while an array of it lives: the system's folder for such files
            self._path.unlink(missing_ok=True)


def _new_arena() -> Path:
    """Return a new empty file in memory, or on disk where there is no such place."""
    memory = Path("/dev/shm")  # nosec B108 (the name is random, the file made exclusively)
    folder = memory if memory.is_dir() and os.access(memory, os.W_OK) else Path(tempfile.gettempdir())
    remove_leftovers(folder)
    path = folder / temporary_name("groundswell")
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600))
    return path


def _start(python: Path, number: int) -> list[_Worker]:
    """Return so many workers that are ready; none where this Python does not start or is another one."""
    workers: list[_Worker] = []
    try:
        for _ in range(number):
            workers.append(_Worker(python))
        if all([worker.is_ready() for worker in workers]):
            return workers
    except OSError:
        pass
    for worker in workers:
        worker.close()
    return []


class ProcessExecutor(Executor):
    """Runs functions of the package's modules in worker processes; a lost worker's task is run in this one.

    Parameters
    ----------
    workers : int
        Processes.

    Raises
    ------
    NoProcesses
        Where no Python is found or it does not start.
    """

    def __init__(self, workers: int) -> None:
        self._tasks: queue.SimpleQueue[tuple[Future[Any], Callable[[Any], Any], Any] | None] = queue.SimpleQueue()
        self._workers: list[_Worker] = []
        self._waited_for: set[_Worker] = set()
        for python in find_pythons():
            self._workers = _start(python, workers)
            if self._workers:
                break
        else:
            raise NoProcesses
        self._threads = [threading.Thread(target=self._drive, args=(w,), daemon=True) for w in self._workers]
        for thread in self._threads:
            thread.start()
        self._ended = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run ``fn(value)``: a function of a module and one argument, both of which can be pickled."""
        (value,) = args
        future: Future[Any] = Future()
        self._tasks.put((future, fn, value))
        return future

    def _watch(self) -> None:
        """Look after workers that are waited for and say nothing."""
        while not self._ended.wait(SILENT_SECONDS / 10):
            for worker in self._waited_for.copy():
                worker.end_if_silent()

    def _drive(self, worker: _Worker) -> None:
        """Hand tasks to one worker, one after the other."""
        alive = True
        while (task := self._tasks.get()) is not None:
            future, function, value = task
            if not future.set_running_or_notify_cancel():
                continue
            try:
                done, answer = True, None
                if alive:
                    try:
                        worker.hear()
                        self._waited_for.add(worker)
                        done, answer = worker.ask((function, value))
                    except (OSError, EOFError):
                        alive = False
                    finally:
                        self._waited_for.discard(worker)
                if not alive:
                    answer = function(value)
            except Exception as error:
                done, answer = False, error
            if done:
                future.set_result(answer)
            else:
                future.set_exception(answer)
            del task, future, value, answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the tasks under way end, then the processes."""
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()
        self._ended.set()
        for worker in self._workers:
            worker.close()
