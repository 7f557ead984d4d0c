"""What a finished displacement product is to the step that imports it, whoever made it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Union

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ...files.names import DISPLACEMENT, EAST_DISPLACEMENT, LOS_EAST, LOS_NORTH, LOS_UP, VERTICAL_DISPLACEMENT
from ...files.raster import RasterGrid

Float32 = npt.NDArray[np.float32]
Attribute = Union[str, float, int]

LINE_OF_SIGHT, VERTICAL, EAST = DISPLACEMENT, VERTICAL_DISPLACEMENT, EAST_DISPLACEMENT

ReadSeries = Callable[[slice, slice], Float32]
"""Returns [date, row, column] in mm of a window of the product's own cells; NaN where missing."""

ReadLayer = Callable[[slice, slice], FloatArray]
"""Returns [row, column] of a window of the product's own cells; NaN where missing."""

LOOK = (LOS_EAST, LOS_NORTH, LOS_UP)


@dataclass(frozen=True)
class ProductReference:
    """What a product's displacement is relative to.

    Attributes
    ----------
    rows, columns : slice or None
        Cells that are zero by the product's own choice; None where it names none.
    median : bool
        Whether the product has no spatial reference at all, so that the median of its good pixels is taken.
    """

    rows: slice | None = None
    columns: slice | None = None
    median: bool = False

    @property
    def is_area(self) -> bool:
        """Whether there are such cells."""
        return self.rows is not None and self.columns is not None


@dataclass(frozen=True)
class RasterProduct:
    """Displacement on a regular grid.

    Attributes
    ----------
    kind : str
        Name of the product, for messages and the file.
    quantity : str
        :data:`LINE_OF_SIGHT` (positive towards the satellite), :data:`VERTICAL` (up) or :data:`EAST`.
    grid : RasterGrid
        Of its cells.
    days : array [date]
        Days since 2000-01-01, ascending.
    read : function
        See :data:`ReadSeries`.
    chunk : (int, int)
        Rows and columns that the file stores together.
    layers : dict of functions
        Maps that are handed on, by the name of the variable (``los_up``, ``height`` ...), see :data:`ReadLayer`.
    reference : ProductReference
        What the displacement is relative to.
    attributes : dict
        Of the file, such as ``frame`` and what was ``*_removed``.
    warnings : tuple of str
        What the user should know.
    compress : bool
        Whether deflate makes the series smaller: tenths of a millimetre in binary fill all their digits.
    gaps : function or None
        Returns the parts of each pixel's series that nothing connects beyond the first [row, column] of the window
        that was read last, where the product is made of such parts.
    parts : function or None
        Returns the part, from 0, of each date of that window [date, row, column].
    refer : function or None
        Takes offsets [date] in mm from all that is read later, before parts are tied.
    """

    kind: str
    quantity: str
    grid: RasterGrid
    days: FloatArray
    read: ReadSeries
    chunk: tuple[int, int] = (256, 256)
    layers: Mapping[str, ReadLayer] = field(default_factory=dict)
    reference: ProductReference = field(default_factory=ProductReference)
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    compress: bool = True
    gaps: Callable[[], npt.NDArray[np.int32]] | None = None
    parts: Callable[[], npt.NDArray[np.uint16]] | None = None
    refer: Callable[[FloatArray], None] | None = None


ReadPoints = Callable[[slice], Float32]
"""Returns [date, point] in mm of some points; NaN where missing."""


@dataclass(frozen=True)
class PointProduct:
    """Displacement at points.

    Attributes
    ----------
    kind, quantity, days, attributes, warnings, compress
        As of :class:`RasterProduct`.
    lon, lat : array [point]
        Degrees.
    read : function
        See :data:`ReadPoints`.
    names : tuple of str
        Of the points; empty where they have none.
    columns : dict of arrays [point]
        Further values by the name of the variable: ``los_east`` ..., ``height``, ``temporal_coherence``.
    """

    kind: str
    quantity: str
    days: FloatArray
    lon: FloatArray
    lat: FloatArray
    read: ReadPoints
    names: npt.NDArray[np.bytes_] = field(default_factory=lambda: np.empty(0, "S1"))
    columns: Mapping[str, FloatArray] = field(default_factory=dict)
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    compress: bool = True
