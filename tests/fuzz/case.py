"""One case: a file damaged by a seed, and what became of the step that reads it."""

from __future__ import annotations

import traceback
from pathlib import Path

from groundswell.core.errors import GroundswellError, MissingPackageError

from .damage import damage
from .targets import Target


def run_case(target: Target, seed: int, folder: Path) -> dict[str, str]:
    """Run a target on a damaged copy of its file.

    Parameters
    ----------
    target : Target
        What reads.
    seed : int
        Of the damage.
    folder : Path
        Empty; for the copy and the results.

    Returns
    -------
    dict
        ``outcome`` (finished, refused, traceback, memory), ``where`` (message or line of the code), ``done`` (damage).
    """
    path = folder / (target.name or f"damaged{target.source.suffix}")
    out = folder / "out"
    out.mkdir()
    done = damage(target.source, path, seed)
    try:
        target.run(path, out)
    except MissingPackageError:
        raise
    except GroundswellError as error:
        return {"outcome": "refused", "where": str(error), "done": done}
    except MemoryError as error:
        return {"outcome": "memory", "where": _place(error), "done": done}
    except Exception as error:
        return {"outcome": "traceback", "where": f"{_place(error)}: {type(error).__name__}: {error}", "done": done}
    return {"outcome": "finished", "where": "", "done": done}


def _place(error: BaseException) -> str:
    """Return the last lines of our own code that an error went through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/core/" in frame.filename]
    places = [f"{frame.filename.split('/core/')[-1]}:{frame.lineno}" for frame in frames[-2:]]
    return " > ".join(places)
