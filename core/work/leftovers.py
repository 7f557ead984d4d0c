"""Names of temporary files that nobody can guess, and the removal of those whose process is gone.

A process that is killed outright removes nothing. So a temporary file's name says which process of which machine made
it, and whoever makes the next one in the same folder removes those whose process is no longer there.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import zlib
from contextlib import suppress
from pathlib import Path

PREFIX = ".groundswell"
_NAME = re.compile(r"\.?groundswell-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}(?:\.part.*)?")
_STILL_ACTIVE = 259  # exit code of a process that runs (Windows, GetExitCodeProcess)
_MAY_QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION (Windows, OpenProcess)


def temporary_name(prefix: str = PREFIX, ending: str = "") -> str:
    """Return a new name: `prefix`, this machine, this process, 64 random bits, `ending`."""
    return f"{prefix}-{_machine()}-{os.getpid()}-{secrets.token_hex(8)}{ending}"


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files and folders in `folder` whose process on this machine is gone.

    Parameters
    ----------
    folder : Path
        Looked at, not what is below it. What may not be removed stays.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.name)
            if match is None or match[1] != _machine() or _is_running(int(match[2])):
                continue
            with suppress(OSError):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink()


def _machine() -> str:
    """Eight hexadecimal digits of the machine's name: on a shared drive another machine's processes are unknown."""
    return f"{zlib.crc32(socket.gethostname().encode()):08x}"


def _is_running(process: int) -> bool:
    """Return whether a process of this number runs; True where that cannot be known."""
    if os.name == "nt":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _is_running_on_windows(process: int) -> bool:
    # os.kill ends a process there, whatever the signal.
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (the attribute exists on Windows only)
    handle = kernel.OpenProcess(_MAY_QUERY, False, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    try:
        return not kernel.GetExitCodeProcess(handle, ctypes.byref(code)) or code.value == _STILL_ACTIVE
    finally:
        kernel.CloseHandle(handle)
