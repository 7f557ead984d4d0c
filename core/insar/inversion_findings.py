"""What the user should know of an inverted series before going on."""

from __future__ import annotations

from ..work.progress import Progress
from .solver.network import Network


def tell_of_network(network: Network, n_solved: int, gap_model: str, progress: Progress) -> None:
    """Warn of a network in several parts, and of a series without any solved pixel.

    Parameters
    ----------
    network : Network
        In use.
    n_solved : int
        Pixels with a series.
    gap_model : str
        That ties parts.
    progress : Progress
        Hears the warnings.
    """
    n_parts = int(network.parts().max()) + 1
    if n_parts > 1:
        how = "stay empty after the first" if gap_model == "none" else f"are tied by {gap_model} motion"
        progress.warn(f"The network in use falls into {n_parts} parts that no interferogram connects; they {how}.")
    if not n_solved:
        progress.warn("No pixel could be solved: no interferogram in use has data besides the reference.")


def tell_of_invented(n_invented: int, n_values: int, gap_model: str, progress: Progress) -> None:
    """Warn of values that a gap model made up.

    Parameters
    ----------
    n_invented, n_values : int
        Values of all pixels that no interferogram determines, and all values.
    gap_model : str
        That made them up.
    progress : Progress
        Hears the warning.
    """
    if n_invented:
        progress.warn(
            f"{n_invented / n_values:.1%} of the values of the series are made up by the {gap_model} "
            "model across gaps: no interferogram determines them ('determined' is 0 there). Velocity, season and cell "
            "means use the others only; parts of a pixel that nothing connects keep constants of their own."
        )
