"""SciPy's fast Fourier transforms, imported when they are needed: some QGIS bundles lack SciPy."""

from __future__ import annotations

from typing import Any

from .errors import MissingPackageError


def scipy_fft() -> Any:
    """Return the module ``scipy.fft``.

    Raises
    ------
    MissingPackageError
        Where SciPy is not installed.
    """
    try:
        from scipy import fft
    except ImportError:
        raise MissingPackageError("scipy") from None
    return fft
