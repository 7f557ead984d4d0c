"""The model's step recorded once for columns of one shape, and run from buffers that are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ..recording.choice import choose
from ..recording.program import Call, Program, copying, execute
from ..recording.trace import Node, Recorder, value_of
from .areas import Areas, Partition
from .ground_heat import temperature_and_ice
from .model import CatchmentModel
from .options import ModelOptions
from .parameters import Parameters
from .snow_cover import FEW_COLUMNS
from .soil import Soil, soil_at
from .state import GROUPS, STATE_NAMES, Forcing, State
from .step_result import Advanced
from .surroundings import Season

STORES = ("capac", "catdef", "rzexc", "srfexc")
_AREAS = tuple(Areas.__dataclass_fields__)
# Amounts of a step's residuals (see :func:`_checks`): the first two are kept as maxima, the others added up.
CHECKS = ("water_amount", "energy_amount", "snow_energy_amount", "snowy")
_SEASON = ("lai", "greenness", "albedo")


class Stepper:
    """Steps of columns of one shape, the same numbers as :meth:`~.model.CatchmentModel.step` gives.

    Parameters
    ----------
    parameters : Parameters
        Of the tiles.
    options : ModelOptions
        Which version of the model.
    shape : tuple of int
        Of the state, (row, tile).
    forcing : mapping
        Name in :class:`~.state.Forcing` -> shape of a step's values, (tile,) or (row, tile); and ``RefH``'s value.
    dt : float
        Step, s.
    wanted : sequence of str
        Fluxes that are computed.
    steps : int
        Steps given at once to :meth:`weather`.
    """

    def __init__(
        self,
        parameters: Parameters,
        options: ModelOptions,
        shape: tuple[int, ...],
        forcing: Mapping[str, tuple[int, ...]],
        height: float | FloatArray,
        *,
        dt: float,
        wanted: Sequence[str],
        steps: int,
    ) -> None:
        self.parameters, self.options, self.shape = parameters, options, shape
        self.wanted = tuple(wanted)
        self._model = CatchmentModel(parameters, options)
        with np.errstate(all="ignore"):
            self._record(shape, forcing, height, dt, steps)

    # -- recording ---------------------------------------------------------------------------------------------------

    def _record(
        self,
        shape: tuple[int, ...],
        forcing: Mapping[str, tuple[int, ...]],
        height: float | FloatArray,
        dt: float,
        steps: int,
    ) -> None:
        recorder = Recorder()
        example = _example_state(shape)
        inputs: dict[str, Any] = {
            name: recorder.input(value, True) for name, value in (*example.items(), *_example_soil(shape).items())
        }
        weather = {name: recorder.input(np.full(size, _EXAMPLE[name]), False) for name, size in forcing.items()}
        tiles = shape[-1:]
        season = {name: recorder.input(np.full(tiles, 0.5), False) for name in _SEASON}
        state = _state_of(inputs)
        areas = Areas(*(inputs["areas"][number] for number in range(len(_AREAS))))
        soil = Soil(
            inputs["rzeq"], Partition(areas, inputs["bounded_srfexc"], inputs["bounded_catdef"], inputs["spill"])
        )
        ground = inputs["ground"][0], inputs["ground"][1]
        now = Forcing(**weather, w1=1.0, mo1=1, mo2=1, RefH=height)
        made = self._model.advance(state, soil, ground, now, Season(**season), dt=dt)
        after = {
            **{name: getattr(made.state, name) for name in STORES},
            **{prefix: made.state.stacked(prefix) for prefix in GROUPS},
            "rzeq": made.moisture.rzeq,
            **{f"areas {number}": getattr(made.moisture.areas, name) for number, name in enumerate(_AREAS)},
            "ground 0": made.ground[0],
            "ground 1": made.ground[1],
        }
        fluxes = {name: getattr(made.fluxes, name) for name in self.wanted}
        fluxes.update(_checks(state.snow_water, made))
        self._compile(recorder, inputs, {**weather, **season}, after, fluxes, steps=steps)

    def _compile(
        self,
        recorder: Recorder,
        inputs: dict[str, Any],
        outside: dict[str, Any],
        after: dict[str, Any],
        fluxes: dict[str, Any],
        *,
        steps: int,
    ) -> None:
        # Constants are spread, and what the weather alone decides is computed for all steps of a day at once.
        few = int(np.prod(self.shape)) <= FEW_COLUMNS
        self.buffers: dict[str, npt.NDArray[Any]] = {name: np.array(one.value) for name, one in inputs.items()}
        given: dict[Node, npt.NDArray[Any]] = {one.node: self.buffers[name] for name, one in inputs.items()}
        wanted = [one.node for one in (*after.values(), *fluxes.values()) if hasattr(one, "node")]
        lead = (steps,) if few else ()
        self._weather = {name: np.empty((*lead, *one.shape)) for name, one in outside.items()}
        known = {one.node: self._weather[name] for name, one in outside.items()}
        self._daily: list[tuple[npt.NDArray[Any], npt.NDArray[Any]]] = []
        self._before: Program | None = None
        if few:
            border = _border(recorder.nodes, wanted)
            into = self._shared(border, steps)
            now = {node: flat for node, (flat, _) in into.items()}
            self._before = Program(
                recorder.nodes, known, border, lead=lead, into={node: whole for node, (_, whole) in into.items()}
            )
            for node in border:
                if node.kind == "input":
                    self._daily.append((now[node], known[node]))
            given.update(now)
        else:
            given.update(known)
        self.main = Program(recorder.nodes, given, wanted, whole=few)
        self.fluxes = {name: self._result(one) for name, one in fluxes.items()}
        back: list[Call] = []
        for name, one in after.items():
            target, _, number = name.partition(" ")
            place = self.buffers[target][int(number)] if number else self.buffers[target]
            back.append(copying(place, self._result(one)))
        for name, source in (("bounded_catdef", "catdef"), ("bounded_srfexc", "srfexc")):
            back.append(copying(self.buffers[name], self.buffers[source]))
        self._back = [*back, (self.buffers["spill"].fill, (0.0,))]
        self._soil = self._soil_calls()
        added = {
            **{name: self.buffers[name] for name in (*STORES, "wesn")},
            **{name: array for name, array in self.fluxes.items() if name not in CHECKS},
            **{name: self.fluxes[name] for name in CHECKS[2:]},
        }
        self.sums = {name: np.zeros(array.shape) for name, array in added.items()}
        self.largest = {name: np.zeros(self.shape) for name in CHECKS[:2]}
        self._adding: list[Call] = [
            (np.add, (self.sums[name], array, self.sums[name])) for name, array in added.items()
        ]
        self._adding += [(np.maximum, (one, self.fluxes[name], one)) for name, one in self.largest.items()]

    def _soil_calls(self) -> list[Call]:
        """Return what finds equilibrium and areas from the stores."""
        recorder, b = Recorder(), self.buffers
        stores = {name: recorder.input(b[name], True) for name in STORES[1:]}
        soil: Any = soil_at(stores["catdef"], stores["rzexc"], stores["srfexc"], self.parameters)
        split = soil.split
        made = [soil.rzeq, split.catdef, split.srfexc, split.spill, *(getattr(split.areas, name) for name in _AREAS)]
        places = [b["rzeq"], b["bounded_catdef"], b["bounded_srfexc"], b["spill"], *b["areas"]]
        given = {one.node: b[name] for name, one in stores.items()}
        program = Program(recorder.nodes, given, [one.node for one in made], whole=self._before is not None)
        return [*program.calls, *(copying(place, program.results[one.node]) for place, one in zip(places, made))]

    def _result(self, one: Any) -> npt.NDArray[Any]:
        return self.main.results[one.node] if hasattr(one, "node") else np.broadcast_to(value_of(one), self.shape)

    def _shared(self, border: Sequence[Node], steps: int) -> dict[Node, tuple[npt.NDArray[Any], npt.NDArray[Any]]]:
        """Return for every node its array of a step and of all steps, both within one array each, by kind of number."""
        places: dict[Node, tuple[npt.NDArray[Any], npt.NDArray[Any]]] = {}
        for dtype in {node.dtype for node in border}:
            some = [node for node in border if node.dtype == dtype]
            sizes = [int(np.prod(node.shape)) for node in some]
            one, day = np.empty(sum(sizes), dtype), np.empty((steps, sum(sizes)), dtype)
            self._daily.append((one, day))
            first = 0
            for node, size in zip(some, sizes):
                part = slice(first, first + size)
                places[node] = one[part].reshape(node.shape), day[:, part].reshape(steps, *node.shape)
                first += size
        return places

    # -- running -----------------------------------------------------------------------------------------------------

    def load(self, state: State) -> None:
        """Take over a state, and forget the totals."""
        for prefix, names in GROUPS.items():
            for number, name in enumerate(names):
                self.buffers[prefix][number] = getattr(state, name)
        for name in STORES:
            self.buffers[name][...] = getattr(state, name)
        with np.errstate(all="ignore"):
            temperature, ice = temperature_and_ice(self.buffers["ght"], self.parameters.poros)
            self.buffers["ground"][0], self.buffers["ground"][1] = temperature, ice
            self.renew_soil()
        for total in (*self.sums.values(), *self.largest.values()):
            total.fill(0.0)

    def renew_soil(self) -> None:
        """Find equilibrium and areas anew, after the stores have been changed from outside."""
        execute(self._soil)

    def state(self) -> State:
        """Return the state, in arrays of its own."""
        return _state_of({name: np.array(self.buffers[name]) for name in (*STORES, *GROUPS)})

    def begin_day(self, weather: Mapping[str, FloatArray], months: Sequence[tuple[float, int, int]]) -> None:
        """Take the weather of all steps.

        Parameters
        ----------
        weather : mapping
            Name in :class:`~.state.Forcing` -> array [step, tile] or [step, row, tile].
        months : sequence
            For each step weight, first and second month.
        """
        values = {**weather, **self._seasons(months)}
        if self._before is None:
            self._day = values
            return
        for name, place in self._weather.items():
            place[...] = values[name]
        execute(self._before.calls)

    def _seasons(self, months: Sequence[tuple[float, int, int]]) -> dict[str, FloatArray]:
        """Return leaf area, greenness and albedo of the steps, each [step, tile]."""
        p = self.parameters
        weight = np.array([one[0] for one in months])[:, None]
        first, second = (np.array([one[number] for one in months]) - 1 for number in (1, 2))
        made = {}
        for name, values in zip(_SEASON, (p.lai, p.grn, p.albedo)):
            if values is None:
                made[name] = np.broadcast_to(p.class_albedo, (len(months), p.tiles))
            else:
                made[name] = weight * values[first] + (1.0 - weight) * values[second]
        return made

    def advance(self, step: int) -> None:
        """Do a step of the day."""
        if self._before is None:
            for name, place in self._weather.items():
                np.copyto(place, self._day[name][step])
        else:
            for now, day in self._daily:
                np.copyto(now, day[step])
        execute(self.main.calls)
        execute(self._back)

    def add_up(self) -> None:
        """Add state and fluxes to the totals."""
        execute(self._adding)


def _checks(snow_before: FloatArray, made: Advanced) -> dict[str, FloatArray]:
    """Return the amounts of a step's residuals: of water, of energy without and with snow; and where there is snow."""
    white = (snow_before > 0.0) | (made.state.snow_water > 0.0)
    residual = np.abs(made.fluxes.energy_residual)
    values = (
        np.abs(made.fluxes.water_residual),
        choose(~white, residual, 0.0),
        choose(white, residual, 0.0),
        choose(white, 1.0, 0.0),
    )
    return dict(zip(CHECKS, values))


def _border(nodes: Sequence[Node], wanted: Sequence[Node]) -> list[Node]:
    """Return what does not change with the state but is used by what does."""
    found: dict[Node, None] = {}
    seen: set[Node] = set()

    def base(node: Node) -> Node:
        while node.kind == "view":
            node = node.operands[0]
        return node

    def visit(node: Any) -> None:
        if not isinstance(node, Node) or node in seen:
            return
        if not node.changing:
            found[base(node)] = None
            return
        seen.add(node)
        for operand in node.operands:
            visit(operand)
        if node.kind == "part" and node.operands[0].kind == "branch":
            visit(node.operands[0].made[node.index])
            visit(node.operands[0].kept[node.index])

    for node in wanted:
        visit(node)
    return list(found)


def _state_of(values: Mapping[str, Any]) -> State:
    made = {name: values[name] for name in STORES}
    for prefix, names in GROUPS.items():
        made.update({name: values[prefix][number] for number, name in enumerate(names)})
    return State(**{name: made[name] for name in STATE_NAMES})


# Numbers to record with: any that are possible, for what is written down does not depend on them.
_EXAMPLE = {
    "Tair": 290.0, "Qair": 0.008, "Psurf": 9.5e4, "Rainf": 1e-4, "Rainf_C": 1e-5, "Snowf": 0.0, "LWdown": 330.0,
    "SWdown": 400.0, "Wind": 3.0, "coszen": 0.5, "swnetf": 300.0, "swnets": 200.0, "PARdir": 100.0, "PARdif": 100.0,
}  # fmt: skip


def _example_state(shape: tuple[int, ...]) -> dict[str, FloatArray]:
    values = {"tc": 290.0, "qa": 0.008, "ght": 1e6, "wesn": 0.0, "htsn": 0.0, "sndz": 0.0}
    made = {prefix: np.full((len(GROUPS[prefix]), *shape), value) for prefix, value in values.items()}
    made.update({name: np.full(shape, value) for name, value in zip(STORES, (0.1, 300.0, 0.0, 0.0))})
    return made


def _example_soil(shape: tuple[int, ...]) -> dict[str, FloatArray]:
    return {
        "rzeq": np.full(shape, 200.0),
        "areas": np.full((len(_AREAS), *shape), 0.3),
        "bounded_catdef": np.full(shape, 300.0),
        "bounded_srfexc": np.zeros(shape),
        "spill": np.zeros(shape),
        "ground": np.full((2, len(GROUPS["ght"]), *shape), 0.5),
    }
