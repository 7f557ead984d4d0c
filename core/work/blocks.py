"""Cutting a grid into row blocks that fit in memory, and running them on several workers."""

from __future__ import annotations

import importlib.util
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from ..errors import InputError
from .processes import NoProcesses, ProcessExecutor
from .progress import Progress, stop_if_cancelled

SCHEDULER_TIMEOUT = "10s"
"""How long a Dask scheduler may take to answer."""

Input = TypeVar("Input")
Output = TypeVar("Output")


@dataclass(frozen=True)
class RowBlock:
    """Rows `start` to `stop` (exclusive) of a grid."""

    start: int
    stop: int

    @property
    def rows(self) -> slice:
        """The rows as a slice."""
        return slice(self.start, self.stop)

    @property
    def size(self) -> int:
        """How many rows."""
        return self.stop - self.start


def row_blocks(rows: int, bytes_per_row: float, memory_mb: float, multiple: int = 1) -> list[RowBlock]:
    """Cut `rows` rows into blocks that need at most `memory_mb` each.

    Parameters
    ----------
    rows : int
        Of the grid.
    bytes_per_row : float
        What the work on one row needs, everything counted.
    memory_mb : float
        Bound in MiB for one block.
    multiple : int
        Blocks hold a multiple of this many rows (the file's chunks), where memory allows.
    """
    fitting = max(1, int(memory_mb * 2**20 / max(bytes_per_row, 1.0)))
    if fitting > multiple:
        fitting -= fitting % multiple
    return [RowBlock(start, min(start + fitting, rows)) for start in range(0, rows, fitting)]


def default_workers() -> int:
    """Return the number of processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


@contextmanager
def executor(workers: int | None = None, scheduler: str = "", processes: bool = False) -> Iterator[Executor]:
    """Give an executor: threads of this process, processes, or the workers of a Dask cluster.

    Parameters
    ----------
    workers : int, optional
        Threads or processes; the number of processors where None or 0.
    scheduler : str
        Address of a Dask scheduler such as ``tcp://host:8786``; Dask is imported only then.
    processes : bool
        Whether several workers are to be processes where these can start: for functions and inputs that can be
        pickled, whose many short NumPy calls keep threads waiting for the interpreter's lock.

    Raises
    ------
    InputError
        Where Dask is not installed or the scheduler does not answer.
    """
    if not scheduler:
        with _local_executor(workers or default_workers(), processes) as pool:
            yield pool
        return
    try:
        from distributed import Client
    except ImportError:
        raise InputError(
            "SCHEDULER needs the package 'distributed' (Dask): install it, or leave SCHEDULER empty."
        ) from None
    try:
        client = Client(scheduler, timeout=SCHEDULER_TIMEOUT)
    except (OSError, ValueError, TypeError, RuntimeError) as error:  # tls:// without certificates is a TypeError
        raise InputError(f"No Dask scheduler answers at {scheduler}: {error}") from error
    with client:
        package = __name__.split(".")[0]
        lacking = [worker for worker, spec in client.run(importlib.util.find_spec, package).items() if spec is None]
        if lacking:
            raise InputError(
                f"The Dask worker {lacking[0]} does not have the package {package}: install it there with "
                "'python3 -m pip install' and the plugin's folder."
            )
        yield client.get_executor(pure=False)


def _local_executor(workers: int, processes: bool) -> Executor:
    if processes and workers > 1:
        try:
            return ProcessExecutor(workers)
        except NoProcesses:
            pass
    return ThreadPoolExecutor(workers)


def workers_of(pool: Executor, workers: int | None = None) -> int:
    """Return how many tasks `pool` runs at a time: `workers` where given, else the cluster's or this machine's."""
    if workers:
        return workers
    client = getattr(pool, "_client", None)
    return sum(client.nthreads().values()) if client is not None else default_workers()


def map_in_order(
    function: Callable[[Input], Output],
    inputs: Iterable[Input],
    pool: Executor,
    ahead: int,
) -> Iterator[Output]:
    """Yield ``function(input)`` in the order of `inputs`, at most `ahead` of them under way.

    `inputs` is drawn from lazily and in the calling thread, so that it can read a file whose
    library is not safe to call from several threads, and memory holds `ahead` blocks at most.
    """
    waiting: deque[Future[Any]] = deque()
    try:
        for item in inputs:
            waiting.append(pool.submit(function, item))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def slices_in_order(
    size: int, step: int, function: Callable[[slice], Output], workers: int | None = None
) -> Iterator[tuple[slice, Output]]:
    """Yield slices of `step` items of `size`, in order, and what `function`, run by threads, makes of each."""
    parts = [slice(start, min(start + step, size)) for start in range(0, size, step)]
    with executor(workers) as pool:
        yield from zip(parts, map_in_order(function, parts, pool, workers_of(pool, workers) + 1))


def report_each(items: list[Input], progress: Progress, message: str = "") -> Iterator[Input]:
    """Yield `items`, reporting progress after each and stopping when the user cancels."""
    for number, item in enumerate(items):
        stop_if_cancelled(progress)
        yield item
        progress.report((number + 1) / len(items), message)
