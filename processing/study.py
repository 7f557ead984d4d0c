"""A study as data: its inputs, the steps that follow from them, and which of them are done. Imports nothing of QGIS."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ..core.errors import InputError
from ..core.files.outputs import write_text

JOURNAL = "study.json"

STORAGE_FILE, CATCHMENT = "storage", "catchment"
"""What the analysis corrects: storage of a file, or the states of the Catchment model, which the study runs."""

MODEL_PERTURBATIONS = "catdef.degrees=3, catdef.std=0.08"
"""The ensemble's errors reach as far as weather does: without it the mean of an area hardly differs among members."""
ATMOSPHERE_KM = 50.0
"""Reach of the errors that neighbouring cells share, where a filter sees them together."""


@dataclass(frozen=True)
class StudyInputs:
    """What the user gives; '' stands for nothing.

    Attributes
    ----------
    title : str
        Of the study, for its report.
    frame : str
        Folder of interferograms; the only input that a study must have.
    gacos : str
        Folder of tropospheric delays.
    reference : str
        Place of the reference area, ``lon,lat`` in degrees.
    reference_series : str
        Vertical motion of the reference area: CSV or file of stations.
    max_velocity_mm_yr : float
        Faster pixels are left out.
    prior : str
        :data:`STORAGE_FILE` or :data:`CATCHMENT`.
    storage : str
        Land-model output: file or folder. It is what the analysis corrects, or with the Catchment model the load
        outside its columns. A study that has neither, but stations or a tie, ends with storage by inversion of the
        displacement alone; without these with displacement.
    weather, parameters : str
        For the Catchment model: file or folder of weather, and parameters of the columns.
    stations : str
        GNSS stations (from Import GNSS series) that are assimilated beside the displacement.
    grace : str
        GRACE product; without it nothing is compared.
    region : str
        Polygons over which storage is compared.
    periods : str
        As the parameter PERIODS of the comparison.
    """

    title: str = ""
    frame: str = ""
    gacos: str = ""
    reference: str = ""
    reference_series: str = ""
    max_velocity_mm_yr: float = 5.0
    prior: str = STORAGE_FILE
    storage: str = ""
    weather: str = ""
    parameters: str = ""
    stations: str = ""
    grace: str = ""
    region: str = ""
    periods: str = ""

    @property
    def has_prior(self) -> bool:
        """Whether there is storage to correct, or a model that makes it."""
        if self.prior == CATCHMENT:
            return bool(self.weather and self.parameters)
        return bool(self.storage)


@dataclass(frozen=True)
class Step:
    """One run of an algorithm.

    Attributes
    ----------
    algorithm : str
        Its name in the provider.
    parameters : dict
        As given to it; empty ones are left out.
    outputs : tuple of Path
        Files that it writes.
    """

    algorithm: str
    parameters: dict[str, Any]
    outputs: tuple[Path, ...]


def plan(inputs: StudyInputs, folder: Path) -> list[Step]:
    """Return the steps of a study, in order, with everything they write in `folder`."""
    steps = _displacement_steps(inputs, folder)
    if inputs.has_prior:
        steps += _storage_steps(inputs, folder)
    elif inputs.stations or inputs.reference_series:
        steps.append(_inversion_step(inputs, folder))
    report = folder / "report.html"
    found = {path.name: str(path) for step in steps for path in step.outputs}
    given = {
        "TITLE": inputs.title,
        "STACK": found["checked.nc"],
        "DISPLACEMENT": found["displacement.nc"],
        "GRIDDED": found["gridded.nc"],
        "VERTICAL": found["vertical.nc"],
        "STORAGE": found.get("storage.nc", ""),
        "ANALYSIS": found.get("analysis.nc", ""),
        "INVERSION": found.get("inversion.nc", ""),
        "GRACE": found.get("grace.nc", ""),
        "COMPARISON": found.get("comparison.nc", ""),
        "TABLE": found.get("comparison.csv", ""),
    }
    return [*steps, _step("studyreport", given, {"REPORT": report})]


def _displacement_steps(inputs: StudyInputs, folder: Path) -> list[Step]:
    stack, checked, series = folder / "stack.nc", folder / "checked.nc", folder / "displacement.nc"
    gridded, vertical = folder / "gridded.nc", folder / "vertical.nc"
    place = f"{inputs.reference} [EPSG:4326]" if inputs.reference else ""
    return [
        _step(
            "importinterferograms",
            {"INPUT": inputs.frame, "CORRECTIONS": inputs.gacos},
            {"OUTPUT": stack, "REPORT": folder / "import.html"},
        ),
        _step(
            "checkinterferograms",
            {"INPUT": str(stack), "REFERENCE": place},
            {"OUTPUT": checked, "REPORT": folder / "check.html"},
        ),
        _step(
            "invertinterferograms",
            {"INPUT": str(checked)},
            {"OUTPUT": series, "VELOCITY": folder / "velocity.tif", "REPORT": series.with_suffix(".html")},
        ),
        _step(
            "maskdownsample",
            {"INPUT": str(series), "MAX_VELOCITY": inputs.max_velocity_mm_yr, "LOAD_LAYERS": False},
            {"OUTPUT": gridded, "REPORT": gridded.with_suffix(".html")},
        ),
        _step(
            "lostovertical", {"INPUT": str(gridded), "REFERENCE_SERIES": inputs.reference_series}, {"OUTPUT": vertical}
        ),
    ]


def _storage_steps(inputs: StudyInputs, folder: Path) -> list[Step]:
    storage, analysis, grace = folder / "storage.nc", folder / "analysis.nc", folder / "grace.nc"
    source = "FOLDER" if Path(inputs.storage).is_dir() else "INPUT"
    steps = []
    if inputs.storage:
        steps.append(_step("importstorage", {source: inputs.storage, "LOAD_LAYERS": False}, {"OUTPUT": storage}))
    given = {
        "INPUT": str(storage) if inputs.storage else "",
        "OBSERVATIONS": str(folder / "vertical.nc"),
        **_filter_choices(inputs),
    }
    steps.append(_step("assimilate", given, {"OUTPUT": analysis, "REPORT": folder / "analysis.html"}))
    if inputs.grace:
        steps += [
            _step("importgrace", {"INPUT": inputs.grace, "LOAD_LAYERS": False}, {"OUTPUT": grace}),
            _step(
                "comparegrace",
                {"INPUT": str(analysis), "GRACE": str(grace), "REGION": inputs.region, "PERIODS": inputs.periods},
                {
                    "OUTPUT": folder / "comparison.nc",
                    "TABLE": folder / "comparison.csv",
                    "REPORT": folder / "comparison.html",
                },
            ),
        ]
    return steps


def _inversion_step(inputs: StudyInputs, folder: Path) -> Step:
    """Return the step that needs no storage and no weather: stations or a tie give what moves the whole frame."""
    given = {
        "OBSERVATIONS": str(folder / "vertical.nc"),
        "STATIONS": inputs.stations,
        "REGION": inputs.region,
        "REFERENCE": "tied" if inputs.reference_series else "unknown",
        "ERROR_CORRELATION_LENGTH": ATMOSPHERE_KM,
        "ESTIMATE_ERRORS": True,
    }
    outputs = {
        "OUTPUT": folder / "inversion.nc",
        "TABLE": folder / "inversion.csv",
        "REPORT": folder / "inversion.html",
    }
    return _step("invertdisplacement", given, outputs)


def _filter_choices(inputs: StudyInputs) -> dict[str, Any]:
    """Return the choices of the assimilation beyond its files; nothing where the paper's filter runs on storage.

    Stations and the land model's members, whose errors reach over many cells, need the filter that sees all
    observations together, and that one must know which errors the observations share.
    """
    model = inputs.prior == CATCHMENT
    if not model and not inputs.stations:
        return {}
    choices: dict[str, Any] = {
        "STATIONS": inputs.stations,
        "METHOD": "enkf_3d",
        "ERROR_CORRELATION_LENGTH": ATMOSPHERE_KM,
        "REFERENCE": "tied" if inputs.reference_series else "unknown",
    }
    if model:
        choices.update(FORCING=inputs.weather, PARAMETERS=inputs.parameters, PERTURBATION_CHANGES=MODEL_PERTURBATIONS)
    return choices


def _step(algorithm: str, parameters: dict[str, Any], outputs: dict[str, Path]) -> Step:
    given = {name: value for name, value in parameters.items() if value != ""}
    return Step(algorithm, {**given, **{name: str(path) for name, path in outputs.items()}}, tuple(outputs.values()))


class Journal:
    """What a study's folder says of it: inputs and the steps that were done, so that it can be taken up again.

    Parameters
    ----------
    folder : Path
        Of the study; made when something is written.

    Raises
    ------
    InputError
        Where the folder's journal cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)
        self.inputs = StudyInputs()
        self._done: dict[str, str] = {}
        path = self.folder / JOURNAL
        if not path.is_file():
            return
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            known = {field.name for field in fields(StudyInputs)}
            self.inputs = StudyInputs(**{key: value for key, value in stored["inputs"].items() if key in known})
            self._done = dict(stored["done"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path} is not the journal of a study ({error}). Choose another folder.") from error

    def first_open(self, steps: list[Step]) -> int:
        """Return the number of the first step that is still to be run; all after it are, too."""
        for number, step in enumerate(steps):
            whole = all(path.is_file() for path in step.outputs)
            if not whole or self._done.get(step.algorithm) != _signature(step):
                return number
        return len(steps)

    def save(self, inputs: StudyInputs) -> None:
        """Keep the inputs."""
        self.inputs = inputs
        self._write()

    def record(self, step: Step) -> None:
        """Note that a step was done with its parameters and the files as they are now."""
        self._done[step.algorithm] = _signature(step)
        self._write()

    def _write(self) -> None:
        text = json.dumps({"inputs": asdict(self.inputs), "done": self._done}, indent=1)
        write_text(self.folder / JOURNAL, text + "\n")


def _signature(step: Step) -> str:
    """Return what a step's result depends on: its parameters, and the age of the files that it reads."""
    outputs = {str(path) for path in step.outputs}
    ages = {}
    for value in step.parameters.values():
        if isinstance(value, str) and value not in outputs and Path(value).is_file():
            ages[value] = Path(value).stat().st_mtime_ns
    return json.dumps([step.parameters, ages], sort_keys=True)
