"""An ensemble of Catchment columns that goes from epoch to epoch and takes increments on the way."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from ...arrays import FloatArray, IntArray
from ...land.catchment import STATE_NAMES, State
from ...land.land_run import LandRun
from ...land.tiles import Tiles
from ...work.progress import Progress
from .put_back import PutBack, change_of_storage, increments_of_stores, put_back, rescaled, stores_of
from .water_budget import LandBudget


@dataclass(frozen=True)
class Budget:
    """What became of the increments of an epoch, means of the members, mm.

    Attributes
    ----------
    requested, applied : array [cell]
        Change of storage asked for and made.
    moved : array [cell]
        Water that a store could not take or give and that others took or gave.
    stores : dict of array [cell]
        Change of each store.
    """

    requested: FloatArray
    applied: FloatArray
    moved: FloatArray
    stores: dict[str, FloatArray]


@dataclass(frozen=True)
class Mark:
    """Where an ensemble was, to come back to: midnight, states, and random fields with their moment."""

    midnight: float
    state: State
    moment: int | None
    fields: FloatArray


class CellTiles:
    """Which columns make up which cell.

    Parameters
    ----------
    tiles : Tiles
        Columns.

    Attributes
    ----------
    inside : array [row, column] of bool
        Cells that have a column; `cell` counts them row by row.
    cell, slot : array [tile] of int
        Cell of each column, and its number among those of the cell.
    share : array [tile]
        Part of its cell.
    """

    def __init__(self, tiles: Tiles) -> None:
        self.inside = np.zeros(tiles.grid.shape, dtype=bool)
        self.inside[tiles.row, tiles.column] = True
        number = np.cumsum(self.inside).reshape(self.inside.shape) - 1
        self.cell: IntArray = number[tiles.row, tiles.column]
        self.count = int(self.inside.sum())
        whole = np.bincount(self.cell, tiles.fraction, self.count)
        self.share: FloatArray = tiles.fraction / whole[self.cell]
        self.slot: IntArray = np.zeros(tiles.count, dtype=np.intp)
        seen = np.zeros(self.count, dtype=np.intp)
        for tile, cell in enumerate(self.cell):
            self.slot[tile] = seen[cell]
            seen[cell] += 1
        self.slots = int(seen.max())

    def means(self, values: FloatArray) -> FloatArray:
        """Return values [.., tile] as the cells' means [.., cell]."""
        total = np.zeros((*values.shape[:-1], self.count))
        for slot in range(self.slots):
            chosen = self.slot == slot
            total[..., self.cell[chosen]] += values[..., chosen] * self.share[chosen]
        return total

    def beside(self, values: FloatArray) -> FloatArray:
        """Return values [member, tile, store] side by side [member, cell, slot and store]; 0 in empty slots."""
        stores = values.shape[-1]
        wide = np.zeros((values.shape[0], self.count, self.slots, stores))
        wide[:, self.cell, self.slot] = values
        return wide.reshape(values.shape[0], self.count, self.slots * stores)

    def apart(self, wide: FloatArray) -> FloatArray:
        """Return what :meth:`beside` put side by side, [member, tile, store]."""
        split = wide.reshape(*wide.shape[:2], self.slots, -1)
        return np.asarray(split[:, self.cell, self.slot])


class LandEnsemble:
    """Members of the land model at a midnight between two days.

    Parameters
    ----------
    run : LandRun
        With perturbations; carries the unperturbed run as the last row of its states.
    mark : Mark
        Where to begin.
    cells : CellTiles
        Of its columns.
    pool : Executor
        That computes.

    Attributes
    ----------
    midnight : float
        Where it is, days since 2000-01-01.
    water_residual : float
        Largest of the water budgets of all columns' steps so far (mm).
    budget : LandBudget
        Water of the cells since it came to where it was put last: at the beginning, by :meth:`go_back`, or by
        :meth:`begin_budget`.
    """

    def __init__(self, run: LandRun, mark: Mark, cells: CellTiles, pool: Executor) -> None:
        self._run, self._cells, self._pool = run, cells, pool
        self.water_residual = 0.0
        if run.random is not None and mark.moment is None:
            # The first fields are drawn here, so that there is always a moment to come back to.
            run.random.at(run.random.moment_of(mark.midnight))
        self.go_back(mark)

    def mark(self) -> Mark:
        """Return where the ensemble is."""
        assert self._run.random is not None
        moment, fields = self._run.random.state
        return Mark(self.midnight, self._state, moment, fields.copy())

    def go_back(self, mark: Mark) -> None:
        """Go (back) to where :meth:`mark` was called."""
        assert self._run.random is not None
        self.midnight, self._state = mark.midnight, mark.state
        self.begin_budget()
        if mark.moment is not None:
            self._run.random.resume(mark.moment, mark.fields)

    def begin_budget(self) -> None:
        """Begin the water budget anew."""
        self.budget = LandBudget.begin(self.storage())

    def advance(self, midnight: float, progress: Progress, message: str) -> None:
        """Run the model to a later midnight, days since 2000-01-01."""
        for day in self._run.run(self._state, np.arange(self.midnight, midnight), self._pool, progress, message):
            self._state = day.result.state
            self.water_residual = max(self.water_residual, day.result.water_residual)
            self.budget.gained += self._cells.means(day.result.gained[:-1])
            self.budget.perturbed += self._cells.means(day.result.perturbed[:-1])
            for name, total in self.budget.fluxes.items():
                total += self._cells.means(day.result.fluxes[name])
        self.midnight = midnight

    def storage(self) -> FloatArray:
        """Return the members' storage [member, cell], mm."""
        members = _members(self._state)
        return self._cells.means(members.tws(self._run.tiles.parameters))

    def unperturbed(self) -> FloatArray:
        """Return the storage [cell] of the run without perturbations, mm."""
        last = State(**{name: values[-1:] for name, values in self._state.as_dict().items()})
        return self._cells.means(last.tws(self._run.tiles.parameters))[0]

    def parts(self) -> FloatArray:
        """Return the stores of the columns of each cell side by side, [member, cell, slot and store], mm."""
        return self._cells.beside(stores_of(_members(self._state)))

    def add(self, cells: IntArray, storage: FloatArray, parts: FloatArray, disaggregation: str) -> Budget:
        """Put increments of some cells back into the columns.

        Parameters
        ----------
        cells : array [corrected cell] of int
            Which cells.
        storage : array [member, corrected cell]
            Change of storage, for ``rescale``.
        parts : array [member, corrected cell, slot and store]
            Changes of the stores, for ``ensemble``.
        disaggregation : str
            Which of the two.
        """
        tiles, members = self._run.tiles, _members(self._state)
        shape = members.catdef.shape
        wide = np.zeros((shape[0], self._cells.count, parts.shape[-1]))
        wide[:, cells] = parts
        whole = np.zeros((shape[0], self._cells.count))
        whole[:, cells] = storage
        changes, change = self._cells.apart(wide), whole[:, self._cells.cell]
        if disaggregation == "ensemble":
            change = change_of_storage(changes)
        # Columns that nothing asks to change stay as they are, to the last bit.
        touched = np.flatnonzero((change != 0.0).any(axis=0))
        state = _columns(members, touched)
        parameters = tiles.parameters.take(touched)
        if disaggregation == "ensemble":
            increments = increments_of_stores(changes[:, touched])
        else:
            increments = rescaled(state, change[:, touched], parameters)
        made = put_back(state, increments, parameters, self._run.options)
        self._state = _with_columns(self._state, made.state, touched)
        applied = np.zeros(shape)
        applied[:, touched] = made.applied
        self.budget.increments += self._cells.means(applied)
        return self._budget(made, touched, shape[1])

    def _budget(self, made: PutBack, touched: IntArray, tiles: int) -> Budget:
        def means(values: object) -> FloatArray:
            whole = np.zeros(tiles)
            whole[touched] = np.asarray(values).mean(axis=0)
            return self._cells.means(whole)

        return Budget(
            means(made.requested),
            means(made.applied),
            means(made.moved),
            {
                "catchment_deficit": means(made.stores.catdef),
                "root_zone_excess": means(made.stores.rzexc),
                "surface_excess": means(made.stores.srfexc),
                "snow_water_equivalent": means(made.stores.snow),
            },
        )


def _members(state: State) -> State:
    """Return the members without the unperturbed run."""
    return State(**{name: values[:-1] for name, values in state.as_dict().items()})


def _columns(state: State, tiles: IntArray) -> State:
    return State(**{name: np.ascontiguousarray(values[:, tiles]) for name, values in state.as_dict().items()})


def _with_columns(state: State, members: State, tiles: IntArray) -> State:
    """Return the state with the members' columns `tiles` replaced."""
    changed = {}
    for name in STATE_NAMES:
        old, new = getattr(state, name), getattr(members, name)
        if not np.array_equal(old[:-1, tiles], new):
            values = old.copy()
            values[:-1, tiles] = new
            changed[name] = values
    return replace(state, **changed)
