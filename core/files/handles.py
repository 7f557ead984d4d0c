"""The types of what is open: NetCDF data sets and their variables, as the readers of this package hand them out.

Only what the core uses of them is declared, so that the type checker sees an array, a path or a grid given in their
place. Attributes of a file are of any type: read them with :func:`~.attributes.attribute` or ``getncattr``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Protocol


class Dimension(Protocol):
    """A dimension of a data set."""

    def __len__(self) -> int:
        """Return its size."""
        ...


class Attributed(Protocol):
    """What has attributes by name."""

    def ncattrs(self) -> list[str]:
        """Return the names of the attributes."""
        ...

    def getncattr(self, name: str) -> Any:
        """Return an attribute."""
        ...

    def setncattr(self, name: str, value: Any) -> None:
        """Set an attribute."""
        ...

    def setncatts(self, attributes: Mapping[str, Any]) -> None:
        """Set several attributes."""
        ...

    def set_auto_mask(self, mask: bool) -> None:
        """Whether reading gives masked arrays."""
        ...

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the file."""
        ...

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute of the file."""
        ...


class Variable(Attributed, Protocol):
    """A variable of a data set."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Names of its dimensions."""
        ...

    @property
    def shape(self) -> tuple[int, ...]:
        """Its sizes."""
        ...

    @property
    def ndim(self) -> int:
        """Number of its dimensions."""
        ...

    @property
    def size(self) -> int:
        """Number of its values."""
        ...

    @property
    def dtype(self) -> Any:
        """Type of its values as stored: one of NumPy's, or ``str``."""
        ...

    def __getitem__(self, index: Any) -> Any:
        """Return values."""
        ...

    def __setitem__(self, index: Any, values: Any) -> None:
        """Write values."""
        ...


class Dataset(Attributed, Protocol):
    """An open NetCDF file."""

    @property
    def variables(self) -> Mapping[str, Variable]:
        """Its variables by name."""
        ...

    @property
    def dimensions(self) -> Mapping[str, Dimension]:
        """Its dimensions by name."""
        ...

    def __enter__(self) -> Dataset:
        """Return the data set for a ``with`` block."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the data set."""
        ...

    def filepath(self) -> str:
        """Return its path."""
        ...

    def createDimension(self, name: str, size: int | None = None) -> Dimension:
        """Make a dimension."""
        ...

    def createVariable(self, name: str, datatype: Any, dimensions: tuple[str, ...] = (), **options: Any) -> Variable:
        """Make a variable."""
        ...

    def __getitem__(self, name: str) -> Any:
        """Return a variable, or a group by its path."""
        ...
