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
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF

FILE, FOLDER = QgsProcessingParameterFile.Behavior.File, QgsProcessingParameterFile.Behavior.Folder
REAL = QgsProcessingParameterNumber.Type.Double


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


def storage_inputs() -> list[tuple[object, str]]:
    """Return the further parameters of the whole chain."""
    return [
        (QgsProcessingParameterFile("STORAGE", "Land-model output", FILE), "Storage of a land surface model."),
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
        (
            QgsProcessingParameterNumber("OBSERVATION_ERROR", "Observation error (mm)", REAL, 9.0, False, 0.001),
            "Standard deviation of a cell's vertical displacement.",
        ),
    ]


def storage_steps() -> list[Step]:
    """Return the children from displacement, land model and GRACE to the comparison."""
    return [
        Step("importstorage", "Import storage", {"INPUT": "@STORAGE", "LOAD_LAYERS": False}, {}, 4, 1),
        Step("importgrace", "Import GRACE", {"INPUT": "@GRACE", "LOAD_LAYERS": False}, {}, 5, 1),
        Step(
            "assimilate",
            "Assimilate displacement",
            {
                "INPUT": "importstorage.OUTPUT",
                "OBSERVATIONS": "lostovertical.OUTPUT",
                "OBSERVATION_ERROR": "@OBSERVATION_ERROR",
            },
            {"OUTPUT": "Analysis", "REPORT": "Analysis report"},
            5,
            0,
        ),
        Step(
            "comparegrace",
            "Compare with GRACE",
            {
                "INPUT": "assimilate.OUTPUT",
                "GRACE": "importgrace.OUTPUT",
                "REGION": "@REGION",
                "PERIODS": "@PERIODS",
            },
            {"OUTPUT": "Maps", "TABLE": "Table", "REPORT": "Comparison report"},
            6,
            0,
        ),
    ]


def source(value: object) -> QgsProcessingModelChildParameterSource:
    """Return where a child's parameter comes from: ``@INPUT`` of the model, ``child.OUTPUT``, or a value."""
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
    """Write both models."""
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
    (ROOT / "processing" / "models").mkdir(exist_ok=True)
    for model in (displacement, whole):
        valid, problems = model.validate()
        if not valid:
            raise SystemExit(f"{model.name()}: {problems}")
        model.toFile(str(ROOT / "processing" / "models" / f"{model.name()}.model3"))


if __name__ == "__main__":
    main()
