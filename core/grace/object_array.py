"""NumPy's arrays of arrays, read without running anything: a file from elsewhere must not carry code.

NumPy writes an array of objects as a program for a small stack machine that rebuilds them (Python's pickle). Of its
instructions only those that rebuild arrays are understood here, and nothing is ever called.
"""

from __future__ import annotations

import pickletools  # nosec B403 (lists a program's instructions, runs nothing)
from dataclasses import dataclass
from typing import Any

import numpy as np

_PUSH = frozenset(
    (
        *("BININT", "BININT1", "BININT2", "LONG1", "LONG4", "BINBYTES", "SHORT_BINBYTES", "BINBYTES8"),
        *("BINUNICODE", "SHORT_BINUNICODE", "UNICODE", "INT", "LONG"),
    )
)
_CONSTANTS = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
_TUPLES = {"EMPTY_TUPLE": 0, "TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
_NOTHING = frozenset(("PROTO", "FRAME"))
_MARK = object()


@dataclass
class _Made:
    """What an instruction would make: an array or a type, filled in by its state."""

    kind: str
    value: Any = None


def read_objects(program: bytes) -> Any:
    """Return the array that a program rebuilds.

    Raises
    ------
    ValueError
        Where the program does anything but rebuild arrays, or is cut off.
    """
    stack: list[Any] = []
    memo: dict[int, Any] = {}
    for instruction, argument, _ in pickletools.genops(program):
        name = instruction.name
        if name == "STOP":
            return _plain(stack.pop())
        try:
            _do(name, argument, stack, memo)
        except (IndexError, KeyError, TypeError) as error:
            raise ValueError(f"the array of arrays cannot be rebuilt ({name}: {error})") from error
    raise ValueError("the array of arrays is cut off")


def _do(name: str, argument: Any, stack: list[Any], memo: dict[int, Any]) -> None:
    if name in _PUSH:
        stack.append(argument)
    elif name in _CONSTANTS:
        stack.append(_CONSTANTS[name])
    elif name in _TUPLES:
        size = _TUPLES[name]
        parts = tuple(stack[len(stack) - size :])
        del stack[len(stack) - size :]
        stack.append(parts)
    elif name in ("BINPUT", "LONG_BINPUT", "PUT", "MEMOIZE"):
        memo[len(memo) if name == "MEMOIZE" else argument] = stack[-1]
    elif name in ("BINGET", "LONG_BINGET", "GET"):
        stack.append(memo[argument])
    elif name == "MARK":
        stack.append(_MARK)
    elif name == "EMPTY_LIST":
        stack.append([])
    elif name in ("TUPLE", "APPENDS"):
        items = _since_mark(stack)
        if name == "TUPLE":
            stack.append(tuple(items))
        else:
            stack[-1].extend(items)
    elif name == "APPEND":
        item = stack.pop()
        stack[-1].append(item)
    elif name in ("GLOBAL", "STACK_GLOBAL"):
        stack.append(_named(argument, stack))
    elif name in ("REDUCE", "BUILD"):
        state = stack.pop()
        (_begin if name == "REDUCE" else _fill)(stack, state)
    elif name not in _NOTHING:
        raise ValueError(f"the array of arrays holds more than numbers ({name})")


def _since_mark(stack: list[Any]) -> list[Any]:
    items = []
    while stack[-1] is not _MARK:
        items.append(stack.pop())
    stack.pop()
    return items[::-1]


def _named(argument: str | None, stack: list[Any]) -> _Made:
    if argument is None:
        name = stack.pop()
        argument = f"{stack.pop()} {name}"
    module, _, name = argument.partition(" ")
    if module.partition(".")[0] != "numpy" or name not in ("_reconstruct", "ndarray", "dtype"):
        raise ValueError(f"the array of arrays holds more than numbers ({argument})")
    return _Made(name)


def _begin(stack: list[Any], arguments: tuple[Any, ...]) -> None:
    maker = stack.pop()
    stack.append(_Made("type", str(arguments[0])) if maker.kind == "dtype" else _Made("array"))


def _fill(stack: list[Any], state: tuple[Any, ...]) -> None:
    made = stack[-1]
    if made.kind == "type":
        if made.value[0] != "O" and state[1] in ("<", ">"):
            made.value = state[1] + made.value
        return
    _, shape, kind, by_columns, content = state
    if isinstance(content, list):
        made.value = (shape, content)
    else:
        data = content.encode("latin-1") if isinstance(content, str) else content
        flat = np.frombuffer(data, np.dtype(kind.value))
        made.value = flat.reshape(shape, order="F" if by_columns else "C")


def _plain(made: Any) -> Any:
    """Return an array in place of what stands for it; arrays of arrays as arrays of objects."""
    if not isinstance(made, _Made):
        return made
    if not isinstance(made.value, tuple):
        return made.value
    shape, content = made.value
    whole = np.empty(len(content), dtype=object)
    for number, item in enumerate(content):
        whole[number] = _plain(item)
    return whole.reshape(shape)
