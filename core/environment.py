"""What this system has and lacks: packages are tried in processes of their own, so that a broken one breaks nothing."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
import subprocess  # nosec B404 (starts this very Python)
import sys
from dataclasses import dataclass
from pathlib import Path

from .errors import install_command

NEEDED = (
    ("numpy", "numpy", "everything"),
    ("GDAL", "osgeo", "interferograms and GeoTIFF"),
    ("pyproj", "pyproj", "reference systems"),
    ("netCDF4", "netCDF4", "every file that a step writes"),
    ("scipy", "scipy", "inversion, load response and splines"),
    ("matplotlib", "matplotlib", "charts, reports and the dock"),
)
"""Name as people know it, module, and what needs it."""

_IMPORT_SECONDS = 60.0
_ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Package:
    """One Python package.

    Attributes
    ----------
    name : str
        As on the Python Package Index.
    version : str
        ``unknown`` where it is installed without saying, empty where it is missing.
    needed_for : str
        What it is needed for.
    install : str
        Command that installs it on this platform.
    problem : str
        Why it cannot be imported although it is installed; empty where it can.
    """

    name: str
    version: str
    needed_for: str
    install: str
    problem: str = ""

    @property
    def works(self) -> bool:
        """True where it is there and can be imported."""
        return bool(self.version) and not self.problem


@dataclass(frozen=True)
class Environment:
    """Python, platform and packages.

    Attributes
    ----------
    platform : str
        Operating system and Python, in words.
    packages : tuple of Package
        All that Groundswell can use, present or not.
    """

    platform: str
    packages: tuple[Package, ...]

    @property
    def missing(self) -> tuple[Package, ...]:
        """Packages that are not there or cannot be imported."""
        return tuple(package for package in self.packages if not package.works)


def check_environment(python: Path | None = None) -> Environment:
    """Return what this system has and lacks.

    Parameters
    ----------
    python : Path, optional
        Executable of the same Python, which imports each package in a process of its own: a library that is broken
        or does not fit the others may end the process that loads it. None: packages are looked for, not tried.

    Returns
    -------
    Environment
        Platform and packages.
    """
    system = f"{platform.system()} {platform.release()} ({platform.machine()}), Python {platform.python_version()}"
    packages = []
    for name, module, needed_for in NEEDED:
        version = installed_version(name, module)
        problem = _problem_of(module, python) if version and python is not None else ""
        packages.append(Package(name, version, needed_for, install_command(_package_of(name)), problem))
    return Environment(system, tuple(packages))


def _problem_of(module: str, python: Path) -> str:
    """Return why a module cannot be imported by a process of its own; empty where it can."""
    code = f"import sys; sys.path[:] = {[entry for entry in sys.path if entry]!r}; import {module}"
    try:
        done = subprocess.run(  # nosec B603 (this Python, a fixed module's name, no shell)
            [str(python), "-c", code],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_IMPORT_SECONDS,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return f"its import did not end within {_IMPORT_SECONDS:.0f} s"
    except OSError as error:
        return f"it could not be tried ({error.strerror or error})"
    if done.returncode == 0:
        return ""
    lines = done.stderr.strip().splitlines()
    return lines[-1] if lines and done.returncode > 0 else f"its import ended the process (code {done.returncode})"


def installed_version(name: str, module: str) -> str:
    """Return the version of a package; ``unknown`` where only its module is found, empty where neither is.

    Parameters
    ----------
    name : str
        Of the distribution, such as ``netCDF4``.
    module : str
        That is imported.

    Returns
    -------
    str
        As the package states it.
    """
    try:
        found = module in sys.modules or importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        found = False
    if not found:
        return ""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return str(getattr(sys.modules.get(module), "__version__", "unknown"))


def groundswell_version() -> str:
    """Return Groundswell's own version, from the plugin's metadata or the installed package."""
    metadata = _ROOT / "metadata.txt"
    if metadata.is_file():
        for line in metadata.read_text(encoding="utf-8").splitlines():
            if line.startswith("version="):
                return line.partition("=")[2].strip()
    return installed_version("groundswell", "groundswell") or "unknown"


def _package_of(name: str) -> str:
    return "gdal" if name == "GDAL" else name
