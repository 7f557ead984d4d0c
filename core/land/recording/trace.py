"""Stand-ins for arrays that write down what is done to them.

A function that uses ufuncs, ``where`` through :func:`~.choice.choose`, ``stacked`` and constant indices runs on them
as on arrays. What depends on constants alone is computed at once and becomes a constant; equal operations on equal
operands are written down once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Union

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Operand = Union["Traced", Array]


@dataclass(eq=False)
class Node:
    """One operation and its result.

    Attributes
    ----------
    kind : str
        ``input``, ``ufunc``, ``choose``, ``stack``, ``view``, ``branch``, ``call`` or ``part`` (of a branch or call).
    operands : tuple
        Nodes and arrays.
    shape, dtype
        Of the result.
    function : ufunc or callable, optional
        Of ``ufunc`` and ``call``.
    index : object
        Of a ``view``: basic index; of a ``part``: its number.
    body, made, kept : list
        Of a ``branch``: operations done where its operand is true anywhere, their results, and those otherwise.
    changing : bool
        Whether it depends on an input that changes from call to call of the main program (see :class:`Recorder`).
    """

    kind: str
    operands: tuple[Any, ...]
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    function: Any = None
    index: Any = None
    body: list[Node] = field(default_factory=list)
    made: list[Any] = field(default_factory=list)
    kept: list[Any] = field(default_factory=list)
    changing: bool = False


class Recorder:
    """Writes down what is done to its inputs.

    Attributes
    ----------
    nodes : list of Node
        In order of execution.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._scopes: list[list[Node]] = [self.nodes]
        self._known: list[dict[Any, Traced]] = [{}]
        self._kept_alive: list[Any] = []

    def input(self, example: Array, changing: bool) -> Any:
        """Return a stand-in of an input like `example`; `changing`: at every step, not with the weather alone."""
        value = np.array(example)
        node = Node("input", (), value.shape, value.dtype, changing=changing)
        self.nodes.append(node)
        return Traced(self, node, value)

    def add(self, node: Node, value: Array, key: Any = None) -> Traced:
        """Write down an operation unless it is known; return the stand-in of its result."""
        if key is not None:
            for known in self._known:
                if key in known:
                    return known[key]
        node.changing = node.changing or any(one.changing for one in node.operands if isinstance(one, Node))
        self._scopes[-1].append(node)
        traced = Traced(self, node, value)
        if key is not None:
            self._known[-1][key] = traced
        return traced

    def key_of(self, operand: Any) -> Any:
        """Return what makes an operand the same as another."""
        if isinstance(operand, Traced):
            return id(operand.node)
        if np.ndim(operand) == 0:
            return "number", float(operand), np.asarray(operand).dtype.kind
        self._kept_alive.append(operand)
        return "array", id(operand)

    def branch(self, where: Traced, made: Callable[[], Sequence[Any]], kept: Sequence[Any]) -> tuple[Any, ...]:
        """Write down operations that are only done where `where` is true anywhere."""
        body: list[Node] = []
        self._scopes.append(body)
        self._known.append({})
        results = list(made())
        self._scopes.pop()
        self._known.pop()
        node = Node("branch", (where.node,), (), np.dtype(bool), body=body)
        values = [np.asarray(value_of(one)) for one in results]
        node.made = [node_of(one) for one in results]
        node.kept = [node_of(one) for one in kept]
        node.changing = where.node.changing or any(one.changing for one in body)
        if node.changing:
            # What the weather alone decides is done before, with the rest of it.
            self._scopes[-1].extend(one for one in body if not one.changing)
            node.body = [one for one in body if one.changing]
        self._scopes[-1].append(node)
        taken = np.any(where.value)
        parts = []
        for number, (value, other) in enumerate(zip(values, kept)):
            shape = np.broadcast_shapes(value.shape, np.shape(value_of(other)))
            part = Node("part", (node,), shape, value.dtype, index=number, changing=node.changing)
            chosen = value if taken else np.asarray(value_of(other))
            parts.append(Traced(self, part, np.array(np.broadcast_to(chosen, shape))))
        return tuple(parts)

    def call(self, function: Callable[..., Sequence[Array]], operands: Sequence[Any]) -> tuple[Any, ...]:
        """Write down the call of a function that cannot be recorded; it returns arrays of constant shapes."""
        values = function(*(value_of(one) for one in operands))
        node = Node("call", tuple(node_of(one) for one in operands), (), np.dtype(bool), function, changing=True)
        self._scopes[-1].append(node)
        return tuple(
            Traced(self, Node("part", (node,), value.shape, value.dtype, index=number, changing=True), np.array(value))
            for number, value in enumerate(values)
        )


class Traced(np.lib.mixins.NDArrayOperatorsMixin):
    """Stand-in of an array: holds an example value, and writes down what is done to it."""

    __array_priority__ = 100

    def __init__(self, recorder: Recorder, node: Node, value: Array) -> None:
        self.recorder, self.node, self.value = recorder, node, value
        self.parent: Traced | None = None
        self.shape, self.dtype, self.ndim, self.size = value.shape, value.dtype, value.ndim, value.size

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        """Write down an elementwise operation."""
        if method != "__call__" or options:
            return NotImplemented
        value = ufunc(*(value_of(one) for one in inputs))
        key = (ufunc, *(self.recorder.key_of(one) for one in inputs))
        node = Node("ufunc", tuple(node_of(one) for one in inputs), value.shape, value.dtype, ufunc)
        return self.recorder.add(node, value, key)

    def __getitem__(self, index: Any) -> Any:
        """Write down a view."""
        value = self.value[index]
        key = "view", id(self.node), repr(index)
        made = self.recorder.add(Node("view", (self.node,), value.shape, value.dtype, index=index), value, key)
        if isinstance(index, int):
            made.parent = self
        return made

    def __len__(self) -> int:
        """Return the length of the first dimension."""
        return int(self.shape[0])


def value_of(one: Any) -> Any:
    """Return the example value of a stand-in, or what is no stand-in."""
    return one.value if isinstance(one, Traced) else one


def node_of(one: Any) -> Any:
    """Return the node of a stand-in, or an array of what is none."""
    return one.node if isinstance(one, Traced) else np.asarray(one)


def traced_among(*ones: Any) -> Traced | None:
    """Return a stand-in among the arguments, or None."""
    return next((one for one in ones if isinstance(one, Traced)), None)
