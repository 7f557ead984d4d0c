"""What the toolbox shows: identifiers, groups in the order of the chain, help, icons, models."""

import importlib.util
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingParameterDefinition

ROOT = Path(__file__).resolve().parents[2]
INTERFACE = {
    "createexample": {"PRESET", "SEED", "OUTPUT"},
    "importinterferograms": {
        "INPUT", "CORRECTIONS", "EXTENT", "START", "END", "MULTILOOK", "MIN_COHERENCE", "OUTPUT", "REPORT",
    },
    "checkinterferograms": {"INPUT", "OUTPUT", "REPORT"},
    "invertinterferograms": {
        "INPUT", "WEIGHTING", "GAP_MODEL", "MEMORY", "WORKERS", "SCHEDULER", "OUTPUT", "VELOCITY",
    },
    "importdisplacement": {
        "INPUT", "GEOMETRY", "UNIT", "SIGN", "COMPONENT", "WAVELENGTH", "EXTENT", "START", "END", "MULTILOOK",
        "REFERENCE_POINT", "MEMORY", "OUTPUT", "REPORT",
    },
    "decomposelos": {"ASCENDING", "DESCENDING", "OUTPUT"},
    "maskdownsample": {"INPUT", "MAX_VELOCITY", "GRID", "MIN_VALID_FRACTION", "OUTPUT"},
    "lostovertical": {
        "INPUT", "INCIDENCE", "REFERENCE_SERIES", "REFERENCE_UNIT", "REFERENCE_COLUMNS", "OUTPUT",
    },
    "fetchframe": {"FRAME", "EXTENT", "START", "END", "WHAT", "ONLY_SIZE", "SERVER", "OUTPUT"},
    "fetchgnss": {"EXTENT", "STATIONS", "START", "END", "REFERENCE_FRAME", "ONLY_SIZE", "SERVER", "OUTPUT"},
    "estimateparameters": {"DEM", "SOIL", "VEGETATION", "DEPTH", "GRID", "OUTPUT"},
    "checkweather": {"FORCING", "PARAMETERS", "ACCUMULATION", "STAMP", "UTC_OFFSET", "REPORT", "TABLE"},
    "runcatchment": {
        "FORCING", "PARAMETERS", "PERTURBATIONS", "MEMBERS", "SEED", "WORKERS", "SCHEDULER", "OUTPUT", "RESTART",
        "REPORT",
    },
    "importstorage": {"INPUT", "OUTPUT"},
    "loadresponse": {"RADIUS", "EARTH_MODEL", "OUTPUT", "REPORT"},
    "forwardmodel": {"INPUT", "EARTH_MODEL", "OUTPUT"},
    "assimilate": {
        "INPUT", "OBSERVATIONS", "METHOD", "WINDOW", "MEMBERS", "OBSERVATION_ERROR", "ERROR_CORRELATION_LENGTH",
        "REFERENCE", "ERROR_MEMORY", "LOCALIZATION", "SEED", "WORKERS", "OUTPUT", "REPORT",
    },
    "tuneobservationerror": {
        "INPUT", "OBSERVATIONS", "METHOD", "ERRORS", "MEMBERS", "REFERENCE", "LOCALIZATION", "SEED", "WORKERS", "TABLE",
        "REPORT",
    },
    "invertdisplacement": {
        "OBSERVATIONS", "MORE_OBSERVATIONS", "REFERENCE", "MORE_REFERENCES", "TIE_ERROR", "DERAMPED",
        "OBSERVATION_ERROR", "ERROR_CORRELATION_LENGTH", "ERROR_NUGGET", "EXCLUDED_PERIODS", "STATIONS",
        "STATION_ERROR", "COMMON_MODE_ERROR", "EXCLUDE_STATIONS", "REGION", "GRID", "BUFFER", "LAND", "BACKGROUND",
        "EARTH_MODEL", "LOVE_NUMBERS", "CRUST", "FRAME", "METHOD", "SMOOTHING", "PRIOR_ERROR",
        "PRIOR_CORRELATION_LENGTH", "COMMON_ERROR", "SMOOTHNESS", "ESTIMATE_ERRORS", "TIME", "MEMORY", "GRACE",
        "GRACE_ERROR", "FOOTPRINT", "UNIT", "WORKERS", "OUTPUT", "REPORT", "TABLE", "LOAD_LAYERS",
    },
    "importgnss": {
        "INPUT", "UNIT", "COLUMNS", "START", "END", "MEAN_DAYS", "EPOCHS", "UNLISTED", "LEAST_STEP", "STATION",
        "OUTPUT", "SERIES", "LAYER",
    },
    "importgrace": {"INPUT", "OUTPUT"},
    "comparegrace": {"INPUT", "GRACE", "REGION", "PERIODS", "OUTPUT", "TABLE", "REPORT"},
    "extractseries": {"INPUT", "POINTS", "OUTPUT"},
    "checkenvironment": {"REPORT"},
    "studyreport": {
        "TITLE", "STACK", "DISPLACEMENT", "GRIDDED", "VERTICAL", "STORAGE", "ANALYSIS", "GRACE", "COMPARISON", "TABLE",
        "TUNING", "REPORT",
    },
}  # fmt: skip
MODELS = {"displacement", "los_to_tws", "weather_to_tws"}


def test_the_interface_is_kept(provider):
    names = {algorithm.name() for algorithm in provider.algorithms()}
    assert names == INTERFACE.keys() | MODELS


@pytest.mark.parametrize("name", INTERFACE)
def test_parameters_are_kept_and_explained(provider, name):
    algorithm = provider.algorithm(name)
    definitions = algorithm.parameterDefinitions()
    assert {parameter.name() for parameter in definitions} >= INTERFACE[name]
    for parameter in definitions:
        assert len(parameter.help()) > 10, parameter.name()
        assert parameter.description() != parameter.name()
    assert len(algorithm.shortHelpString()) > 100
    assert not algorithm.icon().isNull()
    assert algorithm.tags()


def test_defaults_are_the_papers(provider):
    def default(algorithm, parameter):
        return provider.algorithm(algorithm).parameterDefinition(parameter).defaultValue()

    assert default("maskdownsample", "MAX_VELOCITY") == 5
    assert default("assimilate", "MEMBERS") == 24
    for parameter in ("METHOD", "REFERENCE", "WINDOW", "EXCLUDE_STATIONS"):
        assert default("assimilate", parameter) == "auto"
    for parameter in ("OBSERVATION_ERROR", "ERROR_MEMORY", "PRIOR_ERROR", "TIE_ERROR"):
        assert default("assimilate", parameter) is None  # found from the data
    assert default("tuneobservationerror", "METHOD") == "enkf_1d"
    assert default("tuneobservationerror", "ERROR_MEMORY") == 60
    assert default("invertinterferograms", "WEIGHTING") == "coherence"
    assert default("invertinterferograms", "GAP_MODEL") == "linear"
    assert default("invertinterferograms", "MEMORY") == 1024
    assert default("importinterferograms", "MIN_COHERENCE") == 0.05
    assert default("maskdownsample", "MIN_VALID_FRACTION") == 0.1
    assert default("loadresponse", "RADIUS") == 14


def test_groups_stand_in_the_order_of_the_chain(provider):
    chain = [
        "createexample", "importinterferograms", "invertinterferograms", "importstorage", "forwardmodel", "assimilate",
        "comparegrace", "extractseries",
    ]  # fmt: skip
    groups = [provider.algorithm(name).group() for name in chain]
    assert groups == sorted(groups)
    assert len(set(groups)) == len(groups)


def test_advanced_parameters_are_folded_away(provider):
    flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    workers = provider.algorithm("assimilate").parameterDefinition("WORKERS")
    assert workers.flags() & flag


@pytest.mark.parametrize("name", sorted(MODELS))
def test_models_validate(provider, name):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(ROOT / "processing" / "models" / f"{name}.model3"))
    valid, problems = model.validate()
    assert valid, problems
    assert provider.algorithm(name).outputDefinitions()


def test_the_provider_loads_where_packages_are_missing(tmp_path):
    """A QGIS without scipy, netCDF4 and matplotlib shows the toolbox, and says what to install."""
    script = tmp_path / "bare.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import importlib.util, sys
            class Block:
                def find_spec(self, name, path=None, target=None):
                    if name.partition(".")[0] in ("scipy", "netCDF4", "matplotlib"):
                        raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
            sys.meta_path.insert(0, Block())
            spec = importlib.util.spec_from_file_location(
                "groundswell", r"{ROOT}/__init__.py", submodule_search_locations=[r"{ROOT}"])
            package = importlib.util.module_from_spec(spec)
            sys.modules["groundswell"] = package
            spec.loader.exec_module(package)
            from qgis.core import *
            app = QgsApplication([], False)
            app.initQgis()
            from groundswell.processing.provider import GroundswellProvider
            provider = GroundswellProvider()
            QgsApplication.processingRegistry().addProvider(provider)
            provider.refreshAlgorithms()
            print(len(provider.algorithms()))
            context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
            for name, parameters in (
                ("checkenvironment", {{}}),
                ("forwardmodel", {{"INPUT": r"{ROOT}/LICENSE", "OUTPUT": r"{tmp_path}/a.nc"}}),
            ):
                try:
                    print(provider.algorithm(name).create().run(parameters, context, feedback, {{}}, False)[0])
                except QgsProcessingException as error:
                    print(error)
            """
        )
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == str(len(INTERFACE) + len(MODELS))
    assert "'N_MISSING': 3" in lines[1]
    assert "apt install python3-" in lines[2]


def test_the_reference_of_the_algorithms_is_current(provider):
    """docs/algorithms.md says what the provider declares; `make reference` writes it anew."""
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "tools" / "make_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "algorithms.md").read_text(encoding="utf-8") == module.reference(provider)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("displacement", ["FRAME", "GACOS", "EXTENT"]),
        ("los_to_tws", ["FRAME", "GACOS", "EXTENT", "REFERENCE"]),
        ("weather_to_tws", ["DISPLACEMENT", "REFERENCE", "STATIONS"]),
    ],
)
def test_a_whole_chain_asks_for_its_files_in_the_order_of_the_work(provider, name, first):
    algorithm = provider.algorithm(name)
    definitions = algorithm.parameterDefinitions()
    assert [one.name() for one in definitions][: len(first)] == first
    outputs = [one.isDestination() for one in definitions]
    assert outputs == sorted(outputs)
