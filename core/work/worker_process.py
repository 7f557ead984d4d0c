"""What runs in a worker process: tasks come as messages, their arrays through a shared file."""

from __future__ import annotations

import io
import math
import mmap
import os
import pickle  # nosec B403 (between this process and those that it started)
import struct
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

_LENGTH = struct.Struct("<q")
_ALIGNMENT = 64
_SMALL = 2**14  # bytes of arrays that are not worth the detour
_BEAT = -1  # instead of a message's length: a sign of life
BEAT_SECONDS = 1.0
"""Seconds between a worker's signs of life."""


class Arena:
    """A file in memory that two processes see: arrays pass through it without being copied by the system.

    Parameters
    ----------
    path : Path
        Exists; made larger where needed.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("r+b")
        self._maps: list[mmap.mmap] = []  # the last is the largest; arrays may still lie in others

    def store(self, arrays: Sequence[npt.NDArray[Any]]) -> None:
        """Copy arrays into the arena one after the other, over whatever is there."""
        arrays = [array.copy() if self._holds(array) else array for array in arrays]
        start = 0
        view = self._view(sum(map(_room, arrays)))
        for array in arrays:
            np.copyto(np.ndarray(array.shape, array.dtype, view, start), array)
            start += _room(array)

    def fetch(self, start: int, shape: tuple[int, ...], dtype: str) -> npt.NDArray[Any]:
        """Return the array at `start`: a view that holds until the next :meth:`store`."""
        return np.ndarray(shape, dtype, self._view(start + math.prod(shape) * np.dtype(dtype).itemsize), start)

    def _view(self, size: int) -> memoryview:
        if not self._maps or len(self._maps[-1]) < size:
            if self._file.seek(0, os.SEEK_END) < max(size, 1):
                self._grow(max(size, 1))
            self._maps.append(mmap.mmap(self._file.fileno(), 0))
        return memoryview(self._maps[-1])

    def _holds(self, array: npt.NDArray[Any]) -> bool:
        return any(np.may_share_memory(array, np.frombuffer(each, np.uint8)) for each in self._maps)

    def _grow(self, size: int) -> None:
        """Make the file larger; OSError where the memory is not there (touching it later would end the process)."""
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(self._file.fileno(), 0, size)
        else:
            self._file.truncate(size)

    def close(self) -> None:
        """Close the file; maps end with their last array."""
        self._maps.clear()
        self._file.close()


def _room(array: npt.NDArray[Any]) -> int:
    return -(-array.nbytes // _ALIGNMENT) * _ALIGNMENT


class _Packer(pickle.Pickler):
    """Leaves large arrays out, and keeps them for the arena."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file, protocol=5)
        self.arrays: list[npt.NDArray[Any]] = []
        self._end = 0

    def persistent_id(self, value: Any) -> Any:
        """Return place, shape and type of a large array; None for everything else."""
        if type(value) is not np.ndarray or value.nbytes < _SMALL or value.dtype.kind not in "biuf":
            return None
        start, self._end = self._end, self._end + _room(value)
        self.arrays.append(value)
        return start, value.shape, value.dtype.str


class _Unpacker(pickle.Unpickler):
    """Puts the arrays of the arena back."""

    def __init__(self, file: IO[bytes], arena: Arena, copy: bool) -> None:
        super().__init__(file)
        self._arena, self._copy = arena, copy

    def persistent_load(self, place: Any) -> Any:
        """Return the array at a place."""
        array = self._arena.fetch(*place)
        return array.copy() if self._copy else array


class Answers:
    """The stream of a worker's answers, with a sign of life between them from a thread of its own.

    A worker that is stopped (SIGSTOP, a debugger, a machine that swaps) gives none, and its caller stops waiting.

    Parameters
    ----------
    stream : binary file
        To the caller.
    arena : Arena
        Of the worker.
    """

    def __init__(self, stream: IO[bytes], arena: Arena) -> None:
        self._stream, self._arena, self._lock = stream, arena, threading.Lock()
        threading.Thread(target=self._beat, daemon=True).start()

    def send(self, message: Any) -> None:
        """Send an answer."""
        with self._lock:
            send(self._stream, self._arena, message)

    def _beat(self) -> None:
        while True:
            time.sleep(BEAT_SECONDS)
            try:
                with self._lock:
                    self._stream.write(_LENGTH.pack(_BEAT))
                    self._stream.flush()
            except (OSError, ValueError):  # the caller has gone
                return


def send(stream: IO[bytes], arena: Arena, message: Any) -> None:
    """Send a message: its large arrays through the arena, the rest through the stream."""
    body = io.BytesIO()
    packer = _Packer(body)
    packer.dump(message)
    if packer.arrays:
        arena.store(packer.arrays)
    stream.write(_LENGTH.pack(body.tell()) + body.getvalue())
    stream.flush()


def receive(stream: IO[bytes], arena: Arena, copy: bool, alive: Callable[[], None] | None = None) -> Any:
    """Return the next message, its large arrays copied from the arena or as views of it.

    Parameters
    ----------
    stream : binary file
        From the other side.
    arena : Arena
        Shared with it.
    copy : bool
        Whether arrays are copied.
    alive : callable, optional
        Called at each sign of life.

    Raises
    ------
    EOFError
        Where the other side has gone.
    """
    length = _BEAT
    while length == _BEAT:
        head = stream.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            raise EOFError
        length = _LENGTH.unpack(head)[0]
        if alive is not None:
            alive()
    return _Unpacker(io.BytesIO(stream.read(length)), arena, copy).load()


def serve(arena_path: str) -> None:
    """Answer every (function, input) on the standard input with (True, output) or (False, error)."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever is printed must not get between the answers
    tasks, arena = sys.stdin.buffer, Arena(Path(arena_path))
    answers = Answers(stream, arena)
    answers.send(sys.version)
    while True:
        try:
            function, value = receive(tasks, arena, copy=False)
        except EOFError:
            return
        try:
            answer = True, function(value)
        except Exception as error:
            answer = False, error
        answers.send(answer)
        del value, answer
