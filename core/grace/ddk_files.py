"""Files that DDK filters come in: blocks of normals (.npz), or the filter matrices that GRACE-filter distributes."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from .filters import DDK, DDK_ALPHA
from .object_array import read_objects

_MARKS = {b"BI": "<", b"IB": ">"}
_BLOCK_DIAGONAL = ("BDFULLV0", "BDFULLVN")
_ALPHA_IN_NAME = re.compile(r"a_(\d+)d(\d+)p_4")
_LINE, _NAME = 80, 24


def read_ddk(path: Path, level: int, max_degree: int) -> DDK:
    """Return the filter DDK`level` from a file of either kind, recognised by its content.

    Raises
    ------
    InputError
        Where the file is neither, or holds the filter of another level.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(f"{path} does not exist.")
    with path.open("rb") as file:
        start = file.read(2)
    if start not in _MARKS:
        return DDK.from_normals(read_ddk_normals(path), level, max_degree)
    named = _ALPHA_IN_NAME.search(path.name)
    if named is not None and level in DDK_ALPHA:
        alpha = float(f"{named.group(1)}e{named.group(2)}")
        if not np.isclose(alpha, DDK_ALPHA[level]):
            known = [f"DDK{number}" for number, strength in DDK_ALPHA.items() if np.isclose(strength, alpha)]
            raise InputError(
                f"{path.name} is the filter {known[0] if known else f'of strength {alpha:g}'}, not DDK{level}: choose "
                "the file that belongs to FILTER."
            )
    blocks, lowest = read_filter_blocks(path)
    return DDK(blocks, lowest, max_degree)


def read_filter_blocks(path: Path) -> tuple[list[FloatArray], int]:
    """Return the blocks of a filter matrix and its lowest degree, from a block-diagonal BIN file of GRACE-filter.

    Order 0, then cosine and sine of each order; each block over the degrees from the higher of its order and the
    lowest degree of all.

    Raises
    ------
    InputError
        Where the file is cut off or of another type.
    """
    path = Path(path)
    data = path.read_bytes()
    try:
        return _parse(_Reader(data, _MARKS[data[:2]]), path)
    except (struct.error, KeyError, ValueError, IndexError) as error:
        raise InputError(f"{path.name} is no filter matrix of GRACE-filter, or is cut off ({error}).") from error


class _Reader:
    """Takes numbers and texts from bytes, one after the other."""

    def __init__(self, data: bytes, order: str) -> None:
        self._data, self._order, self._at = data, order, 2

    def text(self, size: int) -> str:
        """Take a text of so many characters."""
        self._at += size
        return self._data[self._at - size : self._at].decode("latin-1")

    def numbers(self, kind: str, count: int) -> tuple[Any, ...]:
        """Take so many numbers of a kind of :mod:`struct`."""
        layout = f"{self._order}{count}{kind}"
        values = struct.unpack_from(layout, self._data, self._at)
        self._at += struct.calcsize(layout)
        return values

    def reals(self, count: int) -> FloatArray:
        """Take so many real numbers as an array."""
        values = np.frombuffer(self._data, f"{self._order}f8", count, self._at)
        self._at += 8 * count
        return values.astype(np.float64)


def _parse(reader: _Reader, path: Path) -> tuple[list[FloatArray], int]:
    """Return what :func:`read_filter_blocks` does."""
    version = float(reader.text(6)[2:])
    kind = reader.text(8)
    if kind not in _BLOCK_DIAGONAL:
        raise InputError(f"{path.name} holds a matrix of the type {kind}: a block-diagonal filter is needed.")
    reader.text(_LINE)
    n_whole, n_real, side_1, side_2 = reader.numbers("I", 4)
    packed, second = reader.numbers("I" if version < 2.4 else "Q", 2)
    n_lines = vectors = 0
    if version <= 2.1:
        second, side_2 = 1, side_1
    else:
        vectors, n_lines = reader.numbers("i", 2)
    (n_blocks,) = reader.numbers("i", 1)
    reader.text(n_lines * _LINE)
    names = [reader.text(_NAME).strip() for _ in range(n_whole)]
    whole = dict(zip(names, reader.numbers("i" if version <= 2.4 else "q", n_whole)))
    reader.text(n_real * _NAME)
    reader.reals(n_real)
    reader.text(side_1 * _NAME)
    ends = reader.numbers("i", n_blocks)
    if version > 2.2:
        reader.text(side_2 * _NAME)
    reader.reals(vectors * side_1)
    content = reader.reals(packed * second)
    sizes = np.diff([0, *ends])
    lowest, highest = int(whole["Lmin"]), int(whole["Lmax"])
    expected = [highest + 1 - max(lowest, (number + 1) // 2) for number in range(n_blocks)]
    if sizes.tolist() != expected or int(np.sum(sizes**2)) != content.size:
        raise InputError(f"{path.name}: its blocks are not those of the orders 0, 1, 1, 2, 2, ...")
    edges = np.concatenate([[0], np.cumsum(sizes**2)])
    # Fortran's order: columns one after the other.
    return [content[a:b].reshape(n, n).T for a, b, n in zip(edges, edges[1:], sizes)], lowest


def read_ddk_normals(path: Path) -> list[FloatArray]:
    """Return the blocks of the normal matrix in an .npz file: order 0, then cosine and sine of each order.

    The file holds either one array of blocks (as the package l3py distributes them) or one array a block, in order.

    Raises
    ------
    InputError
        Where the file does not hold such blocks.
    """
    path = Path(path)
    problem = (
        f"{path.name} does not hold DDK normals: give an .npz of blocks (order 0, then cosine and sine of each), or a "
        "filter of GRACE-filter (Wbd_2-120...)."
    )
    try:
        with zipfile.ZipFile(path) as archive:
            arrays = [_array(archive.read(name)) for name in archive.namelist() if name.endswith(".npy")]
    except (OSError, ValueError, zipfile.BadZipFile, EOFError) as error:
        raise InputError(f"{problem} ({error})") from error
    blocks = list(arrays[0]) if len(arrays) == 1 and arrays[0].dtype == object else arrays
    sizes = [np.shape(block) for block in blocks]
    if not sizes or len(sizes[0]) != 2:
        raise InputError(problem)
    top = sizes[0][0] - 1
    expected = [(top + 1 - (k + 1) // 2,) * 2 for k in range(len(sizes))]
    if sizes != expected or len(sizes) != 2 * top + 1:
        raise InputError(problem)
    return [np.asarray(block, dtype=np.float64) for block in blocks]


def _array(data: bytes) -> Any:
    """Return the array in a .npy file's bytes, object arrays with care."""
    stream = io.BytesIO(data)
    version = np.lib.format.read_magic(stream)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = read(stream)
    if not dtype.hasobject:
        return np.lib.format.read_array(io.BytesIO(data), allow_pickle=False)
    return np.asarray(read_objects(stream.read()), dtype=object).reshape(shape)
