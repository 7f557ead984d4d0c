"""What this system has and lacks, found without importing anything heavy."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
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
    """

    name: str
    version: str
    needed_for: str
    install: str


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
        """Packages that are not there."""
        return tuple(package for package in self.packages if not package.version)


def check_environment() -> Environment:
    """Return what this system has and lacks."""
    system = f"{platform.system()} {platform.release()} ({platform.machine()}), Python {platform.python_version()}"
    packages = tuple(
        Package(name, installed_version(name, module), needed_for, install_command(_package_of(name)))
        for name, module, needed_for in NEEDED
    )
    return Environment(system, packages)


def installed_version(name: str, module: str) -> str:
    """Return the version of a package; ``unknown`` where only its module is found, empty where neither is."""
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
