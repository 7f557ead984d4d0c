"""What NumPy offers no ufunc for, on arrays and on their stand-ins alike: choice, stacks, steps taken where needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ...arrays import BoolArray, FloatArray
from .trace import Node, Traced, node_of, traced_among, value_of


def choose(where: BoolArray, chosen: FloatArray | float, other: FloatArray | float) -> FloatArray:
    """Return ``np.where(where, chosen, other)``."""
    traced = traced_among(where, chosen, other)
    if traced is None:
        return np.where(where, chosen, other)
    if not isinstance(where, Traced):
        if np.all(where):
            return chosen  # type: ignore[return-value]
        if not np.any(where):
            return other  # type: ignore[return-value]
    recorder = traced.recorder
    value = np.where(value_of(where), value_of(chosen), value_of(other))
    operands = _bits(where), chosen, other
    key = ("choose", *(recorder.key_of(one) for one in operands))
    node = Node("choose", tuple(node_of(one) for one in operands), value.shape, value.dtype)
    return recorder.add(node, value, key)  # type: ignore[return-value]


def _bits(where: Any) -> Any:
    """Return a condition as whole numbers, all bits set where it is true: what chooses by two exclusive ors."""
    value = -np.asarray(value_of(where)).astype(np.int64)
    if not isinstance(where, Traced):
        return value
    recorder = where.recorder
    return recorder.add(Node("bits", (where.node,), value.shape, value.dtype), value, ("bits", id(where.node)))


def stacked(*parts: FloatArray | float) -> FloatArray:
    """Return arrays that broadcast to a common shape [..] as one array [part, ..]."""
    shape = np.broadcast_shapes(*(np.shape(value_of(part)) for part in parts))
    traced = traced_among(*parts)
    made = np.empty((len(parts), *shape))
    for number, part in enumerate(parts):
        made[number] = value_of(part)
    if traced is None:
        return made
    whole = _whole_of(parts)
    if whole is not None:
        return whole  # type: ignore[return-value]
    recorder = traced.recorder
    key = ("stack", shape, *(recorder.key_of(one) for one in parts))
    node = Node("stack", tuple(node_of(part) for part in parts), made.shape, made.dtype)
    return recorder.add(node, made, key)  # type: ignore[return-value]


def _whole_of(parts: Sequence[Any]) -> Traced | None:
    """Return the stack that the parts are the layers of, in order and all of them."""
    parent = getattr(parts[0], "parent", None)
    for number, part in enumerate(parts):
        if not isinstance(part, Traced) or part.parent is not parent or part.node.index != number:
            return None
    return parent if parent is not None and len(parent) == len(parts) else None


def where_any(where: BoolArray, made: Callable[[], Sequence[Any]], kept: Sequence[Any]) -> tuple[Any, ...]:
    """Return `made()` where `where` is true anywhere, else `kept`.

    The two must agree wherever `where` is false: it saves work and changes nothing.
    """
    if isinstance(where, Traced):
        return where.recorder.branch(where, made, kept)
    return tuple(made()) if np.any(where) else tuple(kept)


def is_recorded(*ones: Any) -> bool:
    """Return whether one of the arguments stands in for an array, so that what is done is written down."""
    return traced_among(*ones) is not None


def zeros_like(values: FloatArray) -> FloatArray:
    """Return zeros of the shape of `values`."""
    return np.zeros(np.shape(value_of(values)))


def outside(function: Callable[..., Sequence[Any]], *operands: Any) -> tuple[Any, ...]:
    """Return `function(*operands)`, which is called as it is, also by what is recorded; its results' shapes stay."""
    traced = traced_among(*operands)
    return tuple(function(*operands)) if traced is None else traced.recorder.call(function, operands)
