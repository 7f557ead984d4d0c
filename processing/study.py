"""A study as data: its inputs, the steps that follow from them, and which of them are done. Imports nothing of QGIS."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ..core.errors import InputError
from ..core.outputs import write_text

JOURNAL = "study.json"


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
    storage : str
        Land-model output: file or folder; without it the study ends with displacement.
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
    storage: str = ""
    grace: str = ""
    region: str = ""
    periods: str = ""


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
    if inputs.storage:
        steps += _storage_steps(inputs, folder)
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
        _step("invertinterferograms", {"INPUT": str(checked)}, {"OUTPUT": series, "VELOCITY": folder / "velocity.tif"}),
        _step(
            "maskdownsample",
            {"INPUT": str(series), "MAX_VELOCITY": inputs.max_velocity_mm_yr, "LOAD_LAYERS": False},
            {"OUTPUT": gridded},
        ),
        _step(
            "lostovertical", {"INPUT": str(gridded), "REFERENCE_SERIES": inputs.reference_series}, {"OUTPUT": vertical}
        ),
    ]


def _storage_steps(inputs: StudyInputs, folder: Path) -> list[Step]:
    storage, analysis, grace = folder / "storage.nc", folder / "analysis.nc", folder / "grace.nc"
    source = "FOLDER" if Path(inputs.storage).is_dir() else "INPUT"
    steps = [
        _step("importstorage", {source: inputs.storage, "LOAD_LAYERS": False}, {"OUTPUT": storage}),
        _step(
            "assimilate",
            {"INPUT": str(storage), "OBSERVATIONS": str(folder / "vertical.nc")},
            {"OUTPUT": analysis, "REPORT": folder / "analysis.html"},
        ),
    ]
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
