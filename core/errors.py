"""Errors that a user can cause, each with a sentence that says what to do."""

from __future__ import annotations

import sys


class GroundswellError(Exception):
    """Base of all errors whose text is meant for the user.

    The text names the file or parameter, says what is wrong with it and what to do. Any other
    exception that leaves ``core`` is a bug and keeps its traceback.
    """


class InputError(GroundswellError):
    """A file or parameter cannot be used as it is."""


class MissingPartError(InputError, AttributeError, KeyError, IndexError):
    """A file lacks an attribute or a variable; whoever asks for it with a default gets the default."""

    def __str__(self) -> str:
        """Return the sentence as it is (a KeyError would quote it)."""
        return str(self.args[0])


class DamagedFileError(InputError, RuntimeError):
    """A library cannot read what a file holds at a place."""


class OutputError(GroundswellError):
    """A result cannot be written where it was asked for."""


class Cancelled(GroundswellError):  # noqa: N818 (not an error: the user's own choice)
    """The user cancelled; nothing was written under the final name."""

    def __init__(self) -> None:
        super().__init__("Cancelled: nothing was written.")


class MissingPackageError(GroundswellError):
    """A Python package that this step needs is not installed.

    Parameters
    ----------
    package : str
        Name of the package as on the Python Package Index, such as ``netCDF4``.
    """

    def __init__(self, package: str) -> None:
        self.package = package
        super().__init__(
            f"This step needs the Python package {package}, which this QGIS does not have. "
            f"Install it with: {install_command(package)}"
        )


_DEBIAN_PACKAGES = {
    "netCDF4": "python3-netcdf4",
    "scipy": "python3-scipy",
    "matplotlib": "python3-matplotlib",
    "numpy": "python3-numpy",
    "pyproj": "python3-pyproj",
    "gdal": "python3-gdal",
    "osgeo": "python3-gdal",
}


def install_command(package: str, platform: str = sys.platform) -> str:
    """Return the command that installs `package` for the Python of this platform's QGIS.

    Parameters
    ----------
    package : str
        Name of the package as on the Python Package Index.
    platform : str
        As ``sys.platform``.
    """
    if platform.startswith("linux"):
        return f"sudo apt install {_DEBIAN_PACKAGES.get(package, 'python3-' + package.lower())}"
    if platform == "win32":
        return f"python -m pip install {package}   (in the OSGeo4W Shell of this QGIS)"
    if platform == "darwin":
        return f"/Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip install {package}"
    return f"python3 -m pip install {package}"
