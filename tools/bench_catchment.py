"""Time the Catchment model: tools/bench_catchment.py [--spin-up] [--year] [--scaling].

Counted is the processor time of a day's run, on one core: 24 members of 900 columns, and 45 columns, in July without
snow and in January with snow everywhere. `--spin-up` seeks the equilibrium of 45 columns; `--year` runs the recorded
year at Bondville (14 columns, 17,520 steps) freely and says how far it is from the reference (needs its data);
`--scaling` splits the large case over one and two threads and compares the time that passes (on a quiet machine).
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402 (the number of threads is read when NumPy is loaded)
from checkout import ROOT, import_groundswell  # noqa: E402

import_groundswell()
from groundswell.core.files import netcdf  # noqa: E402
from groundswell.core.land.catchment import (  # noqa: E402
    REFERENCE,
    STATE_NAMES,
    VARIANTS,
    CatchmentModel,
    Forcing,
    Parameters,
    State,
    cold_start,
)
from groundswell.core.land.catchment.state import GROUPS  # noqa: E402
from groundswell.core.land.ensemble_day import DayInput, run_day  # noqa: E402
from groundswell.core.land.land_run import COLUMNS_PER_BLOCK, LandRun  # noqa: E402
from groundswell.core.land.perturbations import PRESETS  # noqa: E402
from groundswell.core.land.spin_up import first_state, spin_up  # noqa: E402
from groundswell.core.land.sun import mean_cosine  # noqa: E402
from groundswell.core.land.tiles import tiles_at  # noqa: E402
from groundswell.core.land.weather import Disaggregator, Timing  # noqa: E402
from groundswell.core.work.progress import SilentProgress  # noqa: E402

TARGET_MANY, TARGET_FEW = 1_000_000, 60_000  # column-steps per CPU second
TARGET_SPIN_UP_S = 60.0
FORTRAN = 185_000  # NASA's double precision code on one core of the machine that the reference was made on
WEATHER = ("Tair", "Qair", "Psurf", "Rainf", "Rainf_C", "Snowf", "LWdown", "SWdown", "Wind", "coszen")
DT = 1800.0
LOAM = {
    "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395, "dpth": 2500.0,
    "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
    "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
    "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
}  # fmt: skip


def columns(count: int) -> Parameters:
    """Return loam columns of all vegetation classes and of depths from 1.2 to 4 m."""
    rng = np.random.default_rng(1)
    depth = rng.uniform(1200, 4000, count)
    records = [
        {**LOAM, "vegcls": 1 + n % 8, "dpth": depth[n], "lai": [0.3 + n % 5] * 12, "grn": [0.6] * 12}
        for n in range(count)
    ]
    return Parameters.from_records(records)


def weather(members: int, tiles: int, winter: bool, days: int) -> list[Forcing]:
    """Return half-hourly weather in which every member has rain and sunshine of its own."""
    rng = np.random.default_rng(2)
    start = (15.0 if winter else 196.0) + np.arange(48 * days) / 48
    cosine = mean_cosine(start, 1 / 48, np.array([0.0]), np.array([40.0]))[:, 0]
    made = []
    for number, sun in enumerate(cosine):
        factor = rng.lognormal(-0.04, 0.3, (members, tiles))
        storm = 5e-4 if number % 16 < 4 else 0.0
        rain, snow = (0.0, storm * factor) if winter else (storm * factor, np.zeros((members, tiles)))
        made.append(
            Forcing(
                Tair=np.full(tiles, 268.0 if winter else 295.0) + 6.0 * sun,
                Qair=np.full(tiles, 0.002 if winter else 0.010),
                Psurf=np.full(tiles, 9.5e4),
                Rainf=rain + np.zeros((members, tiles)),
                Rainf_C=0.4 * (rain + np.zeros((members, tiles))),
                Snowf=snow,
                LWdown=np.full(tiles, 230.0 if winter else 350.0),
                SWdown=900.0 * sun * factor,
                Wind=np.full(tiles, 3.0),
                coszen=np.full(tiles, sun),
                w1=0.5,
                mo1=1 if winter else 7,
                mo2=2 if winter else 8,
            )
        )
    return made


def start_state(parameters: Parameters, members: int, winter: bool) -> State:
    """Return a spread of soil moistures, with 40 mm of snow in winter."""
    state = cold_start(parameters, 272.0 if winter else 292.0, 0.28, members=(members,))
    rng = np.random.default_rng(3)
    values = state.as_dict()
    values["catdef"] = values["catdef"] * rng.uniform(0.3, 2.0, values["catdef"].shape)
    if winter:
        for name, value in (("wesn", 13.3), ("htsn", -13.3 * 3.45e5), ("sndz", 0.06)):
            values.update({layer: np.full_like(values["catdef"], value) for layer in GROUPS[name]})
    return State(**values)


def time_steps(members: int, tiles: int, winter: bool, days: int = 1) -> float:
    """Return processor seconds a step of a day's run, in the blocks that a run has, the best of three."""
    parameters, steps = columns(tiles), weather(members, tiles, winter, days)
    state, best = start_state(parameters, members, winter), np.inf
    values = {name: np.stack([getattr(one, name) for one in steps]) for name in WEATHER}
    months = tuple((one.w1, one.mo1, one.mo2) for one in steps)
    size = max(1, COLUMNS_PER_BLOCK // members)
    blocks = [slice(first, min(first + size, tiles)) for first in range(0, tiles, size)]
    for _ in range(4):  # the first one records
        passed = 0.0
        for block in blocks:
            part = {name: np.ascontiguousarray(one[..., block]) for name, one in values.items()}
            own = State(**{name: one[..., block] for name, one in state.as_dict().items()})
            columns_of = parameters.take(block)
            day = DayInput(
                columns_of,
                VARIANTS["fortuna"],
                own,
                part,
                months,
                height=10.0,
                dt=DT,
                settings=PRESETS["none"],
                fields=None,
                positions=np.zeros(len(steps)),
            )
            begin = time.process_time()
            run_day(day)
            passed += time.process_time() - begin
        best = min(best, passed / len(steps))
    return best


def free_year() -> None:
    """Run the recorded year at Bondville and print the largest differences of any day."""
    folder = Path(os.environ.get("GROUNDSWELL_REFERENCE", ROOT.parent / "shared" / "reference")) / "catchment"
    parameters = Parameters.from_records(json.loads((folder / "bondville_params.json").read_text()))
    names = (
        "coszen",
        "Tair",
        "Qair",
        "Psurf",
        "Rainf_C",
        "Rainf",
        "Snowf",
        "LWdown",
        "SWdown",
        "Wind",
        "w1",
        "mo1",
        "mo2",
    )
    with netcdf.open_dataset(folder / "bondville_forcing.nc") as dataset:
        rows = {name: netcdf.read_float(dataset, name) for name in names}
    with netcdf.open_dataset(folder / "bondville_swnet.nc") as dataset:
        rows.update({name: netcdf.read_float(dataset, name) for name in ("swnetf", "swnets")})
    with netcdf.open_dataset(folder / "bondville_daily_r8_dqs1.nc") as dataset:
        state = State.from_mapping({name: netcdf.read_float(dataset, f"init_{name}") for name in STATE_NAMES})
        storage = netcdf.read_float(dataset, "end_tws")
        snow = sum(netcdf.read_float(dataset, f"end_wesn{layer}") for layer in (1, 2, 3))
    model, worst_storage, worst_snow = CatchmentModel(parameters, REFERENCE), 0.0, 0.0
    begin = time.process_time()
    for step in range(rows["Tair"].size):
        state, fluxes = model.step(state, Forcing(**{name: values[step] for name, values in rows.items()}), DT)
        if step % 48 == 47:
            worst_storage = max(worst_storage, float(np.abs(fluxes.tws - storage[step // 48]).max()))
            worst_snow = max(worst_snow, float(np.abs(state.snow_water - snow[step // 48]).max()))
    seconds = time.process_time() - begin
    print(f"Bondville, a free year ({seconds:.0f} s): storage to {worst_storage:.1e} mm, snow to {worst_snow:.1e} mm")


class YearOfWeather:
    """Three-hourly weather of a temperate year over columns that get from 400 to 1,600 mm, in memory."""

    def __init__(self, tiles: int) -> None:
        rng = np.random.default_rng(4)
        count, days = 365 * 8, np.arange(365 * 8) / 8
        self.timing, self.name, self.height, self.synthetic = Timing(0.0, 0.125, count), "made", 10.0, True
        self.notes: list[str] = []
        self.at_stamp: frozenset[str] = frozenset()
        season = -np.cos(2 * np.pi * (days - 15) / 365)[:, None]
        sun = mean_cosine(days, 0.125, np.full(tiles, 10.0), np.full(tiles, 45.0))
        wet = np.repeat(rng.uniform(size=(365, 1)) < 0.35, 8, axis=0) & (rng.uniform(size=(count, 1)) < 0.6)
        yearly = np.linspace(400.0, 1600.0, tiles)
        storms = wet * rng.lognormal(0.0, 1.0, (count, 1))
        falling = storms / storms.mean() * yearly / (365 * 86400.0)
        air = 281.0 + 9.0 * season + 4.0 * (sun - 0.3) + np.zeros(tiles)
        cold = air < 273.16
        humidity = np.exp(21.18123 - 5418.0 / air) / 900.0 * np.where(wet, 0.9, 0.65)
        made = {"Tair": air, "Qair": humidity, "Psurf": 9e4, "Rainf": np.where(cold, 0.0, falling)}
        made |= {"Rainf_C": 0.3 * made["Rainf"], "Snowf": np.where(cold, falling, 0.0), "Wind": 3.0}
        made |= {"LWdown": 290.0 + 55.0 * season + 25.0 * wet, "SWdown": 1000.0 * sun * np.where(wet, 0.35, 0.75)}
        self._values = {name: np.broadcast_to(value, (count, tiles)) for name, value in made.items()}

    def read(self, first: int, count: int) -> dict[str, np.ndarray]:
        """Return the variables of some steps, [step, tile]."""
        return {name: np.asarray(values[first : first + count]) for name, values in self._values.items()}


class Here:
    """An executor that computes where it is asked to, so that its processor time is seen."""

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Return what the function gives."""
        made: Future[Any] = Future()
        made.set_result(function(*arguments))
        return made


def equilibrium(tiles: int = 45) -> bool:
    """Spin columns up and say what it took; return whether the targets are met."""
    places = np.linspace(100.0, 101.0, tiles), np.linspace(24.0, 25.0, tiles)
    ground = tiles_at(columns(tiles), *places, np.ones(tiles), "M25", source="made")
    weather = Disaggregator(YearOfWeather(tiles), *ground.lon_lat)
    run = LandRun(ground, weather, PRESETS["none"], 1, 1, options=VARIANTS["fortuna"])
    begin = time.process_time()
    made = spin_up(run, first_state(ground, 280.0), np.arange(365.0), 10, Here(), progress=SilentProgress())
    seconds = time.process_time() - begin
    met = made.steady and seconds <= TARGET_SPIN_UP_S
    print(f"spin-up of {tiles} columns: {seconds:.0f} s of CPU, {made.loops} loops, last change {made.drift_mm:.2f} mm")
    return bool(met)


def scaling() -> None:
    """Compare the time that passes with one thread and with two over the same blocks of columns."""
    parameters = columns(900)
    blocks = [slice(first, first + 150) for first in range(0, 900, 150)]
    whole = weather(24, 900, False, 1)

    def part(block: slice) -> None:
        model = CatchmentModel(parameters.take(block))
        state = start_state(parameters.take(block), 24, False)
        for forcing in whole:
            values = {
                name: value[..., block] if isinstance(value, np.ndarray) else value
                for name, value in vars(forcing).items()
            }
            state, _ = model.step(state, Forcing(**values), DT)

    passed = {}
    for workers in (1, 2):
        with ThreadPoolExecutor(workers) as pool:
            begin = time.perf_counter()
            list(pool.map(part, blocks))
            passed[workers] = time.perf_counter() - begin
    gain, load = passed[1] / passed[2], os.getloadavg()[0]
    print(f"24 x 900 columns in 6 blocks: 2 threads {gain:.2f} times as fast as 1 (load of the machine {load:.1f})")


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--year", action="store_true", help="also the free-running year")
    parser.add_argument("--spin-up", action="store_true", help="also the equilibrium of 45 columns")
    parser.add_argument("--scaling", action="store_true", help="also one thread against two")
    chosen = parser.parse_args()
    print(f"NumPy {np.__version__}")
    met = True
    for members, tiles, target in ((24, 900, TARGET_MANY), (1, 45, TARGET_FEW)):
        for label, winter in (("July", False), ("January, snow", True)):
            seconds = time_steps(members, tiles, winter)
            rate = members * tiles / seconds
            met &= winter or rate >= target
            print(
                f"{members} x {tiles} columns, {label}: {1e3 * seconds:.2f} ms a step, {rate:,.0f} column-steps per "
                f"CPU second (NASA's Fortran {FORTRAN:,})"
            )
    if chosen.spin_up:
        met &= equilibrium()
    print(f"targets: {TARGET_MANY:,} and {TARGET_FEW:,} column-steps in July: {'met' if met else 'MISSED'}")
    if chosen.year:
        free_year()
    if chosen.scaling:
        scaling()
    raise SystemExit(0 if met else 1)


if __name__ == "__main__":
    main()
