"""From a recording to NumPy calls into buffers that are kept and shared as soon as a value is no longer needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from .trace import Node

Array = npt.NDArray[Any]
Call = tuple[Callable[..., Any], tuple[Any, ...]]
_NEVER = 1 << 60


def execute(calls: Sequence[Call]) -> None:
    """Do calls one after the other."""
    for function, operands in calls:
        function(*operands)


def copying(out: Array, source: Array) -> Call:
    """Return the call that copies, bit for bit: of float64 a ufunc, at few columns in half of ``copyto``'s time."""
    if out.dtype == source.dtype == np.float64:
        return np.positive, (source, out)
    return np.copyto, (out, source)


def _branch(where: Array, taken: Sequence[Call], otherwise: Sequence[Call]) -> None:
    execute(taken if np.count_nonzero(where) else otherwise)


def _bits(out: Array, where: Array) -> None:
    np.copyto(out, where)
    np.negative(out, out)


def _call(function: Callable[..., Sequence[Array]], operands: Sequence[Array], results: Sequence[Array | None]) -> None:
    for result, made in zip(results, function(*operands)):
        if result is not None:
            np.copyto(result, made)


class Program:
    """The calls that compute some nodes of a recording.

    Parameters
    ----------
    nodes : list of Node
        In order of execution.
    given : dict
        Arrays of nodes that are known: inputs, results of another program.
    wanted : sequence of Node
        Whose arrays are kept: those in `into` in the arrays given there.
    lead : tuple of int
        Leading dimensions that every array but the constants has beyond the recorded ones.
    whole : bool
        Whether constants are spread to their results' shapes: faster for few columns, slower for many.
    into : dict, optional
        Arrays to put some results in.

    Attributes
    ----------
    calls : list
        What to :func:`execute`.
    """

    def __init__(
        self,
        nodes: Sequence[Node],
        given: dict[Node, Array],
        wanted: Sequence[Node],
        *,
        lead: tuple[int, ...] = (),
        whole: bool = False,
        into: dict[Node, Array] | None = None,
    ) -> None:
        self._store: dict[Node, Array] = dict(given)
        self._lead, self._whole = lead, whole
        self._into = {} if into is None else into
        self._pool: dict[tuple[tuple[int, ...], str], list[Array]] = {}
        self._constants: dict[Any, Array] = {}
        self._placed: dict[Node, tuple[Node, Any]] = {}
        self._needed: set[Node] = set()
        for node in wanted:
            self._need(node)
        order = self._ordered(nodes)
        self._place(order)
        self._last: dict[Node, int] = {}
        self._ends: dict[Node, int] = {}
        self._mark(order, 0)
        for node in wanted:
            self._last[self._base(node)] = _NEVER
        self._dying: dict[int, list[Node]] = {}
        for node, last in self._last.items():
            self._dying.setdefault(last, []).append(node)
        self._owned: set[Node] = set()
        self._position = 0
        self.calls: list[Call] = self._emit(order)
        self.results = {node: self._array(node) for node in wanted}

    # -- which nodes -------------------------------------------------------------------------------------------------

    def _need(self, node: Any) -> None:
        """Mark a node and what it depends on as needed."""
        waiting = [node]
        while waiting:
            one = waiting.pop()
            if not isinstance(one, Node) or one in self._needed or one in self._store:
                continue
            self._needed.add(one)
            waiting.extend(one.operands)
            if one.kind == "part" and one.operands[0].kind == "branch":
                waiting.extend((one.operands[0].made[one.index], one.operands[0].kept[one.index]))

    def _ordered(self, nodes: Iterable[Node]) -> list[Node]:
        return [node for node in nodes if node in self._needed and node.kind not in ("input", "view", "part")]

    def _parts(self, node: Node) -> list[tuple[int, Node]]:
        """Return the needed results of a branch or call."""
        found = [one for one in self._needed if one.kind == "part" and one.operands[0] is node]
        return sorted(((one.index, one) for one in found), key=lambda pair: pair[0])

    def _place(self, order: Sequence[Node]) -> None:
        """Let results that are stacked be computed where the stack is."""
        own = set(order)
        for node in order:
            if node.kind == "branch":
                self._place(self._ordered(node.body))
            if node.kind != "stack":
                continue
            for number, part in enumerate(node.operands):
                if (
                    isinstance(part, Node)
                    and part in own
                    and part.kind in ("ufunc", "choose")
                    and part.shape == node.shape[1:]
                    and part.dtype == node.dtype
                    and part not in self._placed
                    and part not in self._into
                ):
                    self._placed[part] = (node, number)

    # -- how long ----------------------------------------------------------------------------------------------------

    def _base(self, node: Node) -> Node:
        """Return the node whose buffer holds a node's values."""
        while True:
            if node in self._store:
                return node
            if node.kind == "view":
                node = node.operands[0]
            elif node in self._placed:
                node = self._placed[node][0]
            else:
                return node

    def _use(self, operand: Any, position: int) -> None:
        if isinstance(operand, Node):
            base = self._base(operand)
            self._last[base] = max(self._last.get(base, -1), position)

    def _mark(self, order: Sequence[Node], position: int) -> int:
        """Note when every buffer is used last."""
        for node in order:
            for operand in node.operands:
                self._use(operand, position)
            position += 1
            if node.kind != "branch":
                continue
            position = self._mark(self._ordered(node.body), position)
            for number, _ in self._parts(node):
                self._use(node.made[number], position)
                self._use(node.kept[number], position)
            position += 1
            self._ends[node] = position - 1
        return position

    # -- buffers -----------------------------------------------------------------------------------------------------

    def _new(self, node: Node) -> Array:
        """Return a free buffer for a node's values."""
        if node in self._into:
            return self._into[node]
        shape = self._lead + node.shape
        free = self._pool.get((shape, node.dtype.str))
        self._owned.add(node)
        return free.pop() if free else np.empty(shape, node.dtype)

    def _release(self) -> None:
        """Give back the buffers that were used last at this position."""
        for node in self._dying.get(self._position, ()):
            if node in self._owned:
                array = self._store[node]
                self._pool.setdefault((array.shape, array.dtype.str), []).append(array)
                self._owned.discard(node)

    def _array(self, node: Node) -> Array:
        """Return where a node's values are."""
        if node in self._store:
            return self._store[node]
        if node.kind == "view":
            index = node.index if isinstance(node.index, tuple) else (node.index,)
            made = self._array(node.operands[0])[(slice(None),) * len(self._lead) + index]
        elif node in self._placed:
            stack, number = self._placed[node]
            made = self._array(stack)[(slice(None),) * len(self._lead) + (number,)]
        else:
            made = self._new(node)
        self._store[node] = made
        return made

    def _operand(self, operand: Any, shape: tuple[int, ...]) -> Array:
        """Return an operand as an array; constants spread where that is faster."""
        if isinstance(operand, Node):
            array = self._array(operand)
            if self._lead and len(operand.shape) < len(shape) and operand.shape:
                # Leading dimensions stay in front, the recorded ones meet from behind.
                extra = (1,) * (len(shape) - len(operand.shape))
                array = array.reshape(self._lead + extra + operand.shape)
            return array
        if not self._whole or self._lead or operand.shape == shape:
            return operand
        key = (id(operand) if operand.ndim else operand.item(), operand.dtype.str, shape)
        if key not in self._constants:
            self._constants[key] = np.ascontiguousarray(np.broadcast_to(operand, shape))
            self._constants["alive", id(operand)] = operand
        return self._constants[key]

    # -- calls -------------------------------------------------------------------------------------------------------

    def _emit(self, order: Sequence[Node]) -> list[Call]:
        calls: list[Call] = []
        for node in order:
            emit = getattr(self, f"_emit_{node.kind}")
            emit(node, calls)
        return calls

    def _emit_ufunc(self, node: Node, calls: list[Call]) -> None:
        operands = [self._operand(one, node.shape) for one in node.operands]
        same = all(one.shape == self._lead + node.shape for one in operands)
        if same:
            self._release()  # the result may take an operand's place: elementwise, in the same order
        out = self._array(node)
        if not same:
            self._release()
        calls.append((node.function, (*operands, out)))
        self._position += 1

    def _emit_bits(self, node: Node, calls: list[Call]) -> None:
        operand = self._operand(node.operands[0], node.shape).view(np.int8)
        out = self._array(node)
        calls.append((np.copyto, (out, operand)))
        calls.append((np.negative, (out, out)))
        self._release()
        self._position += 1

    def _emit_choose(self, node: Node, calls: list[Call]) -> None:
        bits, chosen, other = (self._operand(one, node.shape) for one in node.operands)
        chosen, other = (np.asarray(one, dtype=node.dtype) for one in (chosen, other))
        out = self._array(node).view(np.int64)
        if isinstance(node.operands[2], np.ndarray) and not np.any(node.operands[2]):
            calls.append((np.bitwise_and, (chosen.view(np.int64), bits, out)))
        else:
            calls.append((np.bitwise_xor, (chosen.view(np.int64), other.view(np.int64), out)))
            calls.append((np.bitwise_and, (out, bits, out)))
            calls.append((np.bitwise_xor, (out, other.view(np.int64), out)))
        self._release()
        self._position += 1

    def _emit_stack(self, node: Node, calls: list[Call]) -> None:
        out = self._array(node)
        for number, part in enumerate(node.operands):
            if isinstance(part, Node) and self._placed.get(part) == (node, number):
                continue
            place = out[(slice(None),) * len(self._lead) + (number,)]
            calls.append(copying(place, self._operand(part, node.shape[1:])))
        self._release()
        self._position += 1

    def _emit_call(self, node: Node, calls: list[Call]) -> None:
        operands = [self._operand(one, getattr(one, "shape", ())) for one in node.operands]
        size = max((number for number, _ in self._parts(node)), default=-1) + 1
        results: list[Array | None] = [None] * size
        for number, part in self._parts(node):
            results[number] = self._array(part)
        calls.append((_call, (node.function, operands, results)))
        self._release()
        self._position += 1

    def _emit_branch(self, node: Node, calls: list[Call]) -> None:
        where = self._array(node.operands[0])
        parts = self._parts(node)
        end = self._ends[node]
        inherited: set[Node] = set()
        settled: set[int] = set()
        for number, part in parts:
            kept = node.kept[number]
            if (
                isinstance(kept, Node)
                and kept in self._owned
                and self._last.get(kept) == end
                and kept.shape == part.shape
                and kept not in inherited
                and part not in self._into
            ):
                inherited.add(kept)
                settled.add(number)
                self._store[part] = self._store[kept]
                self._owned.discard(kept)
                self._owned.add(part)
            else:
                self._array(part)
        self._release()
        self._position += 1
        taken = self._emit(self._ordered(node.body))
        otherwise: list[Call] = []
        for number, part in parts:
            out = self._store[part]
            taken.append(copying(out, self._operand(node.made[number], part.shape)))
            if number not in settled:
                otherwise.append(copying(out, self._operand(node.kept[number], part.shape)))
        self._release()
        self._position += 1
        calls.append((_branch, (where, taken, otherwise)))
