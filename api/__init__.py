"""The steps of the chain as Python functions: paths or arrays in, results out, no QGIS.

``import groundswell`` offers these functions by name; each is the algorithm of the toolbox with the same name and
defaults. Keyword options are those of the step's options class, which each function names. What a user must know
comes as a :class:`GroundswellWarning`, errors as :class:`groundswell.core.errors.GroundswellError`.
"""

from .displacement import (
    check_interferograms,
    decompose_los,
    import_displacement,
    import_interferograms,
    invert_interferograms,
    los_to_vertical,
    mask_downsample,
)
from .estimates import assimilate, compare_grace, invert_displacement
from .files import Series, create_example, extract_series, read_series
from .inputs import forward_model, import_gnss, import_grace, import_storage, load_response, run_catchment
from .shared import GroundswellWarning

__all__ = [
    "GroundswellWarning",
    "Series",
    "assimilate",
    "check_interferograms",
    "compare_grace",
    "create_example",
    "decompose_los",
    "extract_series",
    "forward_model",
    "import_displacement",
    "import_gnss",
    "import_grace",
    "import_interferograms",
    "import_storage",
    "invert_displacement",
    "invert_interferograms",
    "load_response",
    "los_to_vertical",
    "mask_downsample",
    "read_series",
    "run_catchment",
]
