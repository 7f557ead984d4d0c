"""Write processing/models/*.model3: run ``make models`` after a parameter of an algorithm has changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from checkout import ROOT, import_groundswell
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF

REFERENCE = "auto"
FILE, FOLDER = QgsProcessingParameterFile.Behavior.File, QgsProcessingParameterFile.Behavior.Folder
REAL, WHOLE = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer


@dataclass
class Step:
    """One child of a model."""

    algorithm: str
    description: str
    inputs: dict[str, object]
    outputs: dict[str, str] = field(default_factory=dict)
    column: int = 0
    row: int = 0


def frame_inputs() -> list[tuple[object, str]]:
    """Return the parameters that both models share, with their help."""
    return [
        (QgsProcessingParameterFile("FRAME", "Frame folder", FOLDER), "Interferograms in LiCSAR layout."),
        (
            QgsProcessingParameterFile("GACOS", "GACOS folder", FOLDER, optional=True),
            "Tropospheric delays per date; empty for none.",
        ),
        (
            QgsProcessingParameterExtent("EXTENT", "Extent", optional=True),
            "Part of the frame to use; empty for all of it.",
        ),
        (
            QgsProcessingParameterPoint("REFERENCE", "Reference place", optional=True),
            "Where the reference area lies, such as a GNSS station; empty: chosen automatically.",
        ),
        (
            QgsProcessingParameterFile("REFERENCE_SERIES", "Reference series", FILE, optional=True),
            "CSV table date,up_mm: vertical motion of the reference area. Without it displacement stays relative.",
        ),
        (
            QgsProcessingParameterNumber("MAX_VELOCITY", "Fastest motion kept (mm/yr)", REAL, 5.0, False, 0.0),
            "Pixels that move faster in the line of sight are left out.",
        ),
    ]


def displacement_steps(load: bool) -> list[Step]:
    """Return the children from the frame folder to gridded vertical displacement."""
    return [
        Step(
            "importinterferograms",
            "Import interferograms",
            {"INPUT": "@FRAME", "CORRECTIONS": "@GACOS", "EXTENT": "@EXTENT"},
            {"REPORT": "Import report"},
            0,
            0,
        ),
        Step(
            "checkinterferograms",
            "Check interferograms",
            {"INPUT": "importinterferograms.OUTPUT", "REFERENCE": "@REFERENCE"},
            {"REPORT": "Check report"},
            1,
            0,
        ),
        Step(
            "invertinterferograms",
            "Invert interferograms",
            {"INPUT": "checkinterferograms.OUTPUT", "LOAD_LAYERS": False},
            {"OUTPUT": "Displacement series", "VELOCITY": "Velocity"},
            2,
            0,
        ),
        Step(
            "maskdownsample",
            "Mask and downsample",
            {"INPUT": "invertinterferograms.OUTPUT", "MAX_VELOCITY": "@MAX_VELOCITY", "LOAD_LAYERS": False},
            {},
            3,
            0,
        ),
        Step(
            "lostovertical",
            "Line of sight to vertical",
            {"INPUT": "maskdownsample.OUTPUT", "REFERENCE_SERIES": "@REFERENCE_SERIES", "LOAD_LAYERS": load},
            {"OUTPUT": "Vertical displacement"},
            4,
            0,
        ),
    ]


def grace_inputs() -> list[tuple[object, str]]:
    """Return the parameters of the comparison with GRACE, and of the observations that it is about."""
    return [
        (QgsProcessingParameterFile("GRACE", "GRACE file", FILE), "CSR mascons, or a file in their layout."),
        (
            QgsProcessingParameterFeatureSource(
                "REGION", "Region", [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            ),
            "Polygons over which storage is compared; empty: all cells with observations.",
        ),
        (
            QgsProcessingParameterString("PERIODS", "Periods", "", False, True),
            "Such as 2018-12-02..2019-12-31, 2020-01-01..2021-01-20.",
        ),
    ]


def observation_error(default: float | None) -> tuple[object, str]:
    """Return the parameter of the displacement's error; optional where it has no default."""
    error = QgsProcessingParameterNumber(
        "OBSERVATION_ERROR", "Observation error (mm)", REAL, default, default is None, 0.001
    )
    return error, "Standard deviation of a cell's vertical displacement. Empty: found from the data."


def grace_data() -> tuple[object, str]:
    """Return the parameter of GRACE as data."""
    return (
        QgsProcessingParameterFile("GRACE_DATA", "Storage of GRACE as data", FILE, optional=True),
        "From Import GRACE: assimilated with its own footprint. The comparison is no check then.",
    )


def storage_inputs() -> list[tuple[object, str]]:
    """Return the further parameters of the whole chain."""
    storage = QgsProcessingParameterFile("STORAGE", "Land-model output", FILE)
    stations = QgsProcessingParameterFile("STATIONS", "GNSS stations", FILE, optional=True)
    return [
        (storage, "Storage of a land surface model."),
        (stations, "From Import GNSS series: assimilated beside the displacement."),
        grace_data(),
        *grace_inputs(),
        observation_error(None),
    ]


def weather_inputs() -> list[tuple[object, str]]:
    """Return the parameters of the chain with the land model."""
    from groundswell.core.assimilation.options import REFERENCES, AssimilationOptions
    from groundswell.processing.study import MODEL_PERTURBATIONS

    references = ["auto", *REFERENCES]
    reference = QgsProcessingParameterEnum("REFERENCE", "Reference of the displacement", references)
    reference.setUsesStaticStrings(True)
    reference.setDefaultValue(REFERENCE)
    return [
        (
            QgsProcessingParameterFile("DISPLACEMENT", "Vertical displacement", FILE),
            "From Line of sight to vertical, gridded.",
        ),
        (
            reference,
            "auto: as the file says; tied: by a GNSS series; absolute: nothing common to all cells is in error; "
            "unknown: neither.",
        ),
        (
            QgsProcessingParameterFile("STATIONS", "GNSS stations", FILE, optional=True),
            "From Import GNSS series. Beside the displacement they say what moves the whole area.",
        ),
        grace_data(),
        (
            QgsProcessingParameterFile("FORCING", "Weather", FILE),
            "A file, or the path of a folder with weather files; months before the first epoch, so that members part.",
        ),
        (
            QgsProcessingParameterFile("PARAMETERS", "Parameters", FILE),
            "Soil, topography and vegetation of the land model's columns.",
        ),
        (
            QgsProcessingParameterFile("STORAGE", "Storage outside the columns", FILE, optional=True),
            "From Import storage: the load around the columns, which moves the ground inside, too.",
        ),
        *grace_inputs(),
        observation_error(None),
        (
            QgsProcessingParameterString(
                "PERTURBATION_CHANGES", "Changes to the perturbations", MODEL_PERTURBATIONS, False, True
            ),
            "The errors of the land model's members must reach over many cells, or their mean cannot be corrected.",
        ),
        (
            QgsProcessingParameterFile("RESTART", "State to begin with", FILE, optional=True),
            "Of Run the land model with the same perturbations and seed: spares the spin-up, the longest part.",
        ),
        (
            QgsProcessingParameterNumber("SEED", "Seed", WHOLE, AssimilationOptions().seed, False, 0),
            "That of the state to begin with, where one is given.",
        ),
    ]


def storage_steps() -> list[Step]:
    """Return the children from displacement, land model and GRACE to the comparison."""
    return [
        Step("importstorage", "Import storage", {"INPUT": "@STORAGE", "LOAD_LAYERS": False}, {}, 4, 1),
        importgrace(5),
        Step(
            "assimilate",
            "Assimilate displacement",
            {
                "INPUT": "importstorage.OUTPUT",
                "OBSERVATIONS": "lostovertical.OUTPUT",
                "STATIONS": "@STATIONS",
                "GRACE": "@GRACE_DATA",
                "OBSERVATION_ERROR": "@OBSERVATION_ERROR",
            },
            {"OUTPUT": "Analysis", "REPORT": "Analysis report"},
            5,
            0,
        ),
        comparegrace(6),
    ]


def weather_steps() -> list[Step]:
    """Return the children from displacement, weather and GRACE to the report."""
    from groundswell.processing.study import MODEL_PERTURBATIONS

    files = {"OBSERVATIONS": "DISPLACEMENT", "INPUT": "STORAGE", "GRACE": "GRACE_DATA"}
    same = ("STATIONS", "FORCING", "PARAMETERS", "OBSERVATION_ERROR", "RESTART", "SEED")
    given = {name: f"@{files.get(name, name)}" for name in (*files, *same)}
    # On the command line a model's own defaults do not reach its children: those that are not the children's, too.
    for name, default in (("REFERENCE", REFERENCE), ("PERTURBATION_CHANGES", MODEL_PERTURBATIONS)):
        given[name] = f"=coalesce(@{name}, '{default}')"
    return [
        Step(
            "assimilate",
            "Assimilate displacement with the land model",
            given,
            {"OUTPUT": "Analysis", "REPORT": "Analysis report"},
            0,
            0,
        ),
        importgrace(0),
        comparegrace(1),
        Step(
            "studyreport",
            "Report on a study",
            {
                "VERTICAL": "@DISPLACEMENT",
                "ANALYSIS": "assimilate.OUTPUT",
                "GRACE": "importgrace.OUTPUT",
                "COMPARISON": "comparegrace.OUTPUT",
                "TABLE": "comparegrace.TABLE",
            },
            {"REPORT": "Report"},
            2,
            0,
        ),
    ]


def importgrace(column: int) -> Step:
    """Return the child that reads GRACE, below the chain."""
    return Step("importgrace", "Import GRACE", {"INPUT": "@GRACE", "LOAD_LAYERS": False}, {}, column, 1)


def comparegrace(column: int) -> Step:
    """Return the child that holds the analysis against GRACE."""
    return Step(
        "comparegrace",
        "Compare with GRACE",
        {"INPUT": "assimilate.OUTPUT", "GRACE": "importgrace.OUTPUT", "REGION": "@REGION", "PERIODS": "@PERIODS"},
        {"OUTPUT": "Maps", "TABLE": "Table", "REPORT": "Comparison report"},
        column,
        0,
    )


def source(value: object) -> QgsProcessingModelChildParameterSource:
    """Return where a child's parameter comes from.

    ``@INPUT`` of the model, ``=expression``, ``child.OUTPUT``, or a value.
    """
    if isinstance(value, str) and value.startswith("="):
        return QgsProcessingModelChildParameterSource.fromExpression(value[1:])
    if isinstance(value, str) and value.startswith("@"):
        return QgsProcessingModelChildParameterSource.fromModelParameter(value[1:])
    if isinstance(value, str) and "." in value:
        return QgsProcessingModelChildParameterSource.fromChildOutput(*value.split("."))
    return QgsProcessingModelChildParameterSource.fromStaticValue(value)


def defaults(algorithm: str) -> dict[str, object]:
    """Return the values that a model must give because the parameters are not optional: the algorithm's own."""
    found = QgsApplication.processingRegistry().algorithmById(f"groundswell:{algorithm}").parameterDefinitions()
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    return {
        parameter.name(): parameter.defaultValue()
        for parameter in found
        if not parameter.isDestination() and not parameter.flags() & optional and parameter.defaultValue() is not None
    }


def build(name: str, inputs: list[tuple[object, str]], steps: list[Step], text: str) -> QgsProcessingModelAlgorithm:
    """Return a model of `steps`, laid out as a chain from left to right."""
    model = QgsProcessingModelAlgorithm(name, "9 Chains", "chains")
    for number, (parameter, help_text) in enumerate(inputs):
        parameter.setHelp(help_text)
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(160 + 240 * (number % 6), 60 + 70 * (number // 6)))
        model.addModelParameter(parameter, component)
    # Else the dialog lists them by their names, the extent before the frame.
    model.setParameterOrder([parameter.name() for parameter, _ in inputs])
    for step in steps:
        child = QgsProcessingModelChildAlgorithm(f"groundswell:{step.algorithm}")
        child.setChildId(step.algorithm)
        child.setDescription(step.description)
        place = QPointF(160 + 260 * step.column, 280 + 180 * step.row)
        child.setPosition(place)
        for key, value in {**defaults(step.algorithm), **step.inputs}.items():
            child.addParameterSources(key, [source(value)])
        outputs = {}
        for number, (key, title) in enumerate(step.outputs.items()):
            output = QgsProcessingModelOutput(title, title)
            output.setChildId(step.algorithm)
            output.setChildOutputName(key)
            output.setPosition(QPointF(place.x() + 20, place.y() + 320 + 60 * number))
            outputs[title] = output
        child.setModelOutputs(outputs)
        model.addChildAlgorithm(child)
    helps = {parameter.name(): help_text for parameter, help_text in inputs}
    model.setHelpContent({"ALG_DESC": text, "ALG_CREATOR": "Groundswell", "ALG_VERSION": "1", **helps})
    return model


def main() -> None:
    """Write the models."""
    application = QgsApplication([], False)
    application.initQgis()
    import_groundswell()
    from groundswell.processing.provider import GroundswellProvider

    provider = GroundswellProvider()  # the registry keeps no Python reference
    QgsApplication.processingRegistry().addProvider(provider)
    displacement = build(
        "displacement",
        frame_inputs(),
        displacement_steps(load=True),
        "From a folder of interferograms to vertical displacement on the EASE-Grid 2.0: import, checks, inversion, "
        "mask, downsampling, line of sight to vertical.",
    )
    whole = build(
        "los_to_tws",
        frame_inputs() + storage_inputs(),
        displacement_steps(load=False) + storage_steps(),
        "The whole chain of Chen et al. (2022): interferograms to vertical displacement, assimilated into modelled "
        "water storage and compared with GRACE.",
    )
    land_model = build(
        "weather_to_tws",
        weather_inputs(),
        weather_steps(),
        "From vertical displacement, weather and parameters to storage: an ensemble of the Catchment model runs from "
        "epoch to epoch, follows the best estimate by displacement, GNSS stations and GRACE, and carries the "
        "corrections on by itself; the analysis is compared with GRACE and reported. The ensemble without observations "
        "runs beside it.",
    )
    (ROOT / "processing" / "models").mkdir(exist_ok=True)
    for model in (displacement, whole, land_model):
        valid, problems = model.validate()
        if not valid:
            raise SystemExit(f"{model.name()}: {problems}")
        model.toFile(str(ROOT / "processing" / "models" / f"{model.name()}.model3"))


if __name__ == "__main__":
    main()
