"""A file is opened in another process first: one turned bit inside an HDF5 file can end the process that opens it.

Measured with 1,500 files of the chain with 1 to 200 bits turned (netCDF 4.9.0, HDF5 1.10.8): 60 ended the process and
one hung, all in the call that opens, none when attributes or values were read afterwards. So it is enough to open a
file for trial where it may fail: in a process that stays for the next files, once for each state of a file, and never
for files that this process has just written itself.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess  # nosec B404 (starts this very Python)
import sys
import threading
from contextlib import suppress
from pathlib import Path

from ..errors import DamagedFileError
from ..work.processes import find_pythons
from . import trial_process

_LONGEST_SECONDS = 300.0
"""Until an answer, on whatever drive; processor time is limited in the process itself (not on Windows)."""
_MAGIC = (b"\x89HDF\r\n\x1a\n", b"CDF\x01", b"CDF\x02", b"CDF\x05")
_START = """
import sys
if sys.argv[1] != sys.version:
    sys.exit(3)  # another Python, whose path comes first: it cannot load what belongs to this one
import json, runpy
sys.path[:], path = json.loads(sys.argv[2])
runpy.run_path(path)["serve"]()
"""
_FIRST_CRASH_CODE = 0xC0000000
"""Exit codes from here on are exceptions of Windows, such as access violation."""
_State = tuple[str, int, int, int]


class _Trial:
    """A process that opens files, and the files that it has opened."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._opened: set[tuple[_State, str]] = set()
        self._own: set[_State] = set()
        self._is_possible = True
        self._has_answered = False

    def trust(self, path: Path) -> None:
        """Remember a file as it is: this process has written it."""
        with suppress(OSError):
            self._own.add(_state(path))

    def open(self, path: Path, library: str) -> None:
        """See that a library opens a file; DamagedFileError where it does not."""
        state = _state(path)
        if state in self._own or (state, library) in self._opened or not self._is_possible:
            return
        with self._lock:
            reason = self._ask(path, library)
        if reason:
            raise DamagedFileError(reason)
        self._opened.add((state, library))

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        try:
            process.wait(2.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _ask(self, path: Path, library: str) -> str:
        """Return '' or why the file does not open."""
        while self._start():
            answer = self._answer(path, library)
            if answer is not None:
                self._has_answered = True
                if answer:
                    self.close()
                return answer
            # What has opened other files may have been harmed by one of them, or has ended for want of work.
            decided, code = not self._has_answered, self._ended()
            if decided and _is_of_the_python(code):
                self._is_possible = False
            elif decided:
                return _words_of(code)
        return ""

    def _answer(self, path: Path, library: str) -> str | None:
        """Return the answer, None where the process has ended."""
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps([str(path), library]) + "\n")
            self._process.stdin.flush()
            line = self._line()
        except (OSError, ValueError):
            return None
        return str(json.loads(line)) if line else None

    def _line(self) -> str:
        """Return the next line of the process, '' where it has ended; it is killed where none comes for too long."""
        assert self._process is not None
        assert self._process.stdout is not None
        timer = threading.Timer(_LONGEST_SECONDS, self._process.kill)
        timer.start()
        try:
            return self._process.stdout.readline()
        finally:
            timer.cancel()

    def _ended(self) -> int:
        """Return the exit code of the process that has ended."""
        process = self._process
        assert process is not None
        with suppress(subprocess.TimeoutExpired):
            process.wait(2.0)
        self.close()
        return process.returncode or 0

    def _start(self) -> bool:
        """See that there is a process; False where none can be started here."""
        if self._process is not None or not self._is_possible:
            return self._is_possible
        self._has_answered = False
        start = json.dumps([[entry for entry in sys.path if entry], trial_process.__file__])
        for python in find_pythons():
            try:
                self._process = subprocess.Popen(  # nosec B603 (a Python found by find_pythons, no shell)
                    [str(python), "-c", _START, sys.version, start],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                    # Another program may hold a lock on the file: that is said when it is opened in earnest.
                    env={**os.environ, "HDF5_USE_FILE_LOCKING": "FALSE"},
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
                if self._line() == trial_process.READY:
                    return True
            except OSError:
                continue
            self.close()
        self._is_possible = False
        return False


def _state(path: Path) -> _State:
    found = path.stat()
    return os.path.realpath(path), found.st_size, found.st_mtime_ns, found.st_ino


def _is_of_the_python(code: int) -> bool:
    """Return whether an exit code is no crash: this Python does not run what it is given."""
    return os.name != "nt" and code >= 0 or 0 <= code < _FIRST_CRASH_CODE


def _words_of(code: int) -> str:
    if hasattr(signal, "SIGPROF") and code == -signal.SIGPROF:
        return f"it is damaged: opening it does not end within {trial_process.CPU_SECONDS:.0f} s of processor time"
    if hasattr(signal, "SIGKILL") and code == -signal.SIGKILL:
        return f"opening it does not end within {_LONGEST_SECONDS:.0f} s, or takes all memory"
    return "it is damaged: the library that reads such files crashes when it opens it"


_TRIAL = _Trial()
atexit.register(_TRIAL.close)


def open_for_trial(path: Path, library: str) -> None:
    """See that a library opens a file, in another process.

    Where no process can be started (no Python is found beside QGIS) nothing is tried.

    Parameters
    ----------
    path : Path
        An existing file.
    library : str
        How it will be opened: ``netCDF4``, or GDAL's ``raster``, ``arrays`` (HDF5) or ``vector``; for GDAL only files
        that begin as HDF5 or NetCDF are tried.

    Raises
    ------
    DamagedFileError
        With the reason alone: the caller names the file.
    """
    if library == "netCDF4" or _begins_as_netcdf(path):
        _TRIAL.open(Path(path), library)


def trust(path: Path) -> None:
    """Remember that this process has written a file, as it is now: it need not be tried.

    Parameters
    ----------
    path : Path
        Of the file.
    """
    _TRIAL.trust(Path(path))


def _begins_as_netcdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(8).startswith(_MAGIC)
    except OSError:
        return False
