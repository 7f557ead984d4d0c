"""Storage of land models, GNSS heights, GRACE; the load that storage is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .shared import PathLike, WarningProgress, as_paths, made_options

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ..core.gnss.importing import GnssResult
    from ..core.grace.importing import GraceSummary
    from ..core.land.importing import StorageResult
    from ..core.land.run import CatchmentRun


def import_storage(files: PathLike | Sequence[PathLike], output: PathLike, **options: Any) -> StorageResult:
    """Read the storage of a land model (``importstorage``).

    Parameters
    ----------
    files : path or sequence of paths
        Files or folders.
    output : path
        Storage (.nc).
    **options
        Fields of `core.land.importing.StorageOptions`: ``variable``, ``unit``, ``extent``, ...

    Returns
    -------
    StorageResult
        Number of times.
    """
    from ..core.land.importing import StorageOptions
    from ..core.land.importing import import_storage as step

    return step(as_paths(files), Path(output), made_options(StorageOptions, options), WarningProgress())


def run_catchment(
    forcing: PathLike,
    parameters: PathLike,
    output: PathLike,
    restart_output: PathLike | None = None,
    *,
    equilibrium_output: PathLike | None = None,
    **options: Any,
) -> CatchmentRun:
    """Run the Catchment land model over weather (``runcatchment``).

    Parameters
    ----------
    forcing : path
        File or folder of weather.
    parameters : path
        Of the columns (.nc).
    output : path
        Storage (.nc), with its members where there are several.
    restart_output : path, optional
        State at the end, from which a later run goes on.
    equilibrium_output : path, optional
        State that spin-up found: for the option ``equilibrium`` of later runs with the same columns and weather.
    **options
        Fields of `core.land.run.CatchmentOptions`: ``members``, ``seed``, ``start``, ``end``, ...

    Returns
    -------
    CatchmentRun
        Days, columns, residuals of the budgets.
    """
    from ..core.land.run import CatchmentOptions
    from ..core.land.run import run_catchment as step

    target, steady = (None if one is None else Path(one) for one in (restart_output, equilibrium_output))
    made = made_options(CatchmentOptions, options)
    files = Path(forcing), Path(parameters), Path(output)
    return step(*files, made, WarningProgress(), restart_output=target, equilibrium_output=steady)


def import_gnss(files: PathLike | Sequence[PathLike], output: PathLike, **options: Any) -> GnssResult:
    """Read height series of GNSS stations (``importgnss``).

    Parameters
    ----------
    files : path or sequence of paths
        Files or folders, of any centre.
    output : path
        Stations (.nc).
    **options
        Fields of `core.gnss.importing.GnssOptions`: ``mean_days``, ``epochs``, ``extent``, ...

    Returns
    -------
    GnssResult
        Stations and what was corrected.
    """
    from ..core.gnss.importing import GnssOptions
    from ..core.gnss.importing import import_gnss as step

    return step(as_paths(files), Path(output), made_options(GnssOptions, options), WarningProgress())


def import_grace(product: PathLike, output: PathLike, **options: Any) -> GraceSummary:
    """Read a GRACE product (``importgrace``).

    Parameters
    ----------
    product : path
        Mascon file, grids, or folder of harmonics.
    output : path
        Storage (.nc).
    **options
        Fields of `core.grace.importing.GraceOptions`: ``extent``, ``start``, ``end``, ``read``, ...

    Returns
    -------
    GraceSummary
        Number of months.
    """
    from ..core.grace.importing import GraceOptions
    from ..core.grace.importing import import_grace as step

    return step(Path(product), Path(output), made_options(GraceOptions, options), WarningProgress())


def forward_model(storage: PathLike, output: PathLike, **options: Any) -> None:
    """Compute the vertical displacement that a load causes (``forwardmodel``).

    Parameters
    ----------
    storage, output : path
        Storage or pressure, and vertical displacement (.nc).
    **options
        Fields of `core.loading.forward.ForwardOptions`: ``earth_model``, ``frame``, ``points``, ...
    """
    from ..core.loading.forward import ForwardOptions
    from ..core.loading.forward import forward_model as step

    step(Path(storage), Path(output), made_options(ForwardOptions, options), WarningProgress())


def load_response(
    radius_km: float, distance_km: npt.ArrayLike | None = None, earth_model: str = "PREM"
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the vertical displacement by a disk of one metre of water (``loadresponse``).

    Parameters
    ----------
    radius_km : float
        Of the disk.
    distance_km : array [distance], optional
        From its centre; 0 to ten radii where not given.
    earth_model : str
        ``PREM`` or ``ak135``.

    Returns
    -------
    distance_km, displacement_mm : array [distance]
        Up positive, mm per metre of water.
    """
    import numpy as np

    from ..core.loading import love_numbers
    from ..core.loading.disk import vertical_response

    where = np.linspace(0.0, 10.0 * radius_km, 201) if distance_km is None else np.asarray(distance_km, np.float64)
    return where, vertical_response(1e3 * where, 1e3 * radius_km, love_numbers.load(earth_model))
