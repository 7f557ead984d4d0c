"""A twin experiment on a plane: a true linear store, a biased model of it, and InSAR of what the ground does.

30 x 30 cells of 25 km store rain and lose it again; the rain has a monsoon, and wet and dry spells that are correlated
over 400 km and 60 days. The model has 1.5 times the rain, recedes 1.3 times slower, and knows nothing of the spells:
its members have some of their own, twice as strong as the truth's. Displacement is observed every 12 days in the
middle of the plane. In such a model an increment fades exactly as the filter takes it to.

Rain, store and spells were chosen so that the model alone is as far from the truth as the paper's (61 to 69 mm and a
correlation of 0.96 of the regional mean); the members' spells so that they reach the truth in spite of the bias.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

SIDE, SPACING_KM = 30, 25.0
MEMBERS, EPOCHS, INTERVAL = 24, 65, 12
BASIN = 6
_RAIN_MM, _SEASON, _PEAK_DAY = 3.2, 0.95, 200.0  # a day; part of it; day of the year
_STORE_DAYS, _SPELL_DAYS, _SPELL_KM, _SPELL_STEP = 80.0, 60.0, 400.0, 4
_RAIN_FACTOR, _STORE_FACTOR = 1.5, 1.3
_TRUE_SPELLS = 0.2  # standard deviation, a part of the rain
_SPIN_UP = 480  # days
MODEL_MEMORY = _STORE_DAYS * _STORE_FACTOR


def block(size: int) -> np.ndarray:
    """Return the numbers of the cells of the middle `size` x `size`."""
    start = (SIDE - size) // 2
    part = np.arange(start, start + size)
    return (part[:, None] * SIDE + part).ravel()


def distances() -> np.ndarray:
    """Return the distances of all cells [cell, cell] in km."""
    rows, columns = np.divmod(np.arange(SIDE * SIDE), SIDE)
    return SPACING_KM * np.hypot(rows[:, None] - rows, columns[:, None] - columns)


@dataclass(frozen=True)
class Plane:
    """The cells and what loads on them do.

    Attributes
    ----------
    distance : array [cell, cell]
        km.
    operator : array [cell, cell]
        Displacement (mm) under 1 mm on a cell: disks of the cells' area on PREM.
    kept : dict
        What was computed once and is used again.
    """

    distance: np.ndarray
    operator: np.ndarray
    kept: dict = field(default_factory=dict)

    @classmethod
    def create(cls) -> Plane:
        """Compute both."""
        from groundswell.core.loading.disk import vertical_response
        from groundswell.core.loading.love_numbers import load

        distance = distances()
        unique, inverse = np.unique(distance, return_inverse=True)
        response = vertical_response(unique * 1e3, SPACING_KM * 1e3 / np.sqrt(np.pi), load("PREM")) / 1e3
        return cls(distance, response[inverse.ravel()].reshape(distance.shape))

    def draw(self, rng: np.random.Generator, count: int, length: float, cells: np.ndarray | None = None) -> np.ndarray:
        """Draw fields [count, cell] of unit variance with correlation exp(-distance / length); white where 0."""
        size = SIDE * SIDE if cells is None else cells.size
        white = rng.standard_normal((count, size))
        if length == 0:
            return white
        key = (length, size)
        if key not in self.kept:
            chosen = slice(None) if cells is None else np.ix_(cells, cells)
            self.kept[key] = np.linalg.cholesky(np.exp(-self.distance[chosen] / length) + 1e-10 * np.eye(size))
        return white @ self.kept[key].T


@dataclass(frozen=True)
class Twin:
    """One draw of truth, model and noise-free ground.

    Attributes
    ----------
    days : array [epoch]
        Epochs.
    truth : array [epoch, cell]
        True storage (mm).
    members : array [epoch, member, cell]
        Of the model.
    """

    days: np.ndarray
    truth: np.ndarray
    members: np.ndarray


def make_twin(plane: Plane, seed: int, spread: float = 2 * _TRUE_SPELLS) -> Twin:
    """Run truth and model.

    Parameters
    ----------
    plane : Plane
        Cells.
    seed : int
        Of everything random.
    spread : float
        Standard deviation of the members' spells, a part of the rain.
    """
    rng = np.random.default_rng(seed)
    days = _SPIN_UP + INTERVAL * np.arange(EPOCHS)
    storage = np.full((MEMBERS + 1, SIDE * SIDE), _STORE_DAYS * _RAIN_MM)
    storage[:MEMBERS] *= _RAIN_FACTOR * _STORE_FACTOR
    fade = np.exp(-1 / np.append(np.full(MEMBERS, MODEL_MEMORY), _STORE_DAYS))[:, None]
    factor = np.append(np.full(MEMBERS, _RAIN_FACTOR), 1.0)[:, None]
    kept = np.exp(-_SPELL_STEP / _SPELL_DAYS)
    spells = _spells(plane, rng, spread)
    kept_storage = []
    for day in range(days[-1] + 1):
        if day % _SPELL_STEP == 0 and day > 0:
            spells = kept * spells + np.sqrt(1 - kept**2) * _spells(plane, rng, spread)
        if day in days:
            kept_storage.append(storage.copy())
        rain = _RAIN_MM * (1 + _SEASON * np.cos(2 * np.pi * (day - _PEAK_DAY) / 365.25))
        storage = fade * storage + factor * rain * (1 + spells)
    whole = np.array(kept_storage)
    return Twin(days.astype(float), whole[:, MEMBERS], whole[:, :MEMBERS])


def _spells(plane: Plane, rng: np.random.Generator, spread: float) -> np.ndarray:
    """Draw fields of the members, with zero mean over them, and of the truth."""
    of_members = spread * plane.draw(rng, MEMBERS, _SPELL_KM)
    of_members = (of_members - of_members.mean(axis=0)) * np.sqrt(MEMBERS / (MEMBERS - 1))
    return np.concatenate([of_members, _TRUE_SPELLS * plane.draw(rng, 1, _SPELL_KM)])


def observe(plane: Plane, twin: Twin, points: np.ndarray, seed: int, std: float, length: float) -> np.ndarray:
    """Return displacement [epoch, point] with noise of `std` mm, correlated over `length` km (0: white)."""
    rng = np.random.default_rng([seed, 7])
    return twin.truth @ plane.operator[points].T + std * plane.draw(rng, EPOCHS, length, points)


def monthly_regional(storage: np.ndarray) -> np.ndarray:
    """Return the mean over the basin of storage [epoch, cell], averaged over windows of 30 days."""
    series = storage[:, block(BASIN)].mean(axis=1)
    months = (INTERVAL * np.arange(EPOCHS)) // 30
    return np.bincount(months, series) / np.bincount(months)


def ubrmsd(estimate: np.ndarray, truth: np.ndarray) -> float:
    """Return the root mean square difference [time(, cell)] of anomalies to each one's own mean in time."""
    difference = (estimate - estimate.mean(axis=0)) - (truth - truth.mean(axis=0))
    return float(np.sqrt(np.mean(difference**2)))
