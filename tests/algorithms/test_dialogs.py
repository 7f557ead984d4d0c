"""What dialogs and the toolbox show: titles in the order of the chain, choices in words, layers as files, help."""

import sys
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QComboBox, QToolButton


@pytest.fixture
def make_wrapper(provider):
    """Make the wrapper of a parameter as QGIS's dialog does, and return it with its widget."""
    folder = str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins")
    if folder not in sys.path:
        sys.path.append(folder)
    from processing.gui.wrappers import WidgetWrapperFactory

    class Dialog:
        pass

    kept = []

    def make(algorithm, parameter):
        definition = provider.algorithm(algorithm).parameterDefinition(parameter)
        kept.append(Dialog())
        wrapper = WidgetWrapperFactory.create_wrapper(definition, None)
        widget = wrapper.createWrappedWidget(QgsProcessingContext())
        kept.extend((wrapper, widget))
        return wrapper, widget

    return make


def test_titles_are_sorted_as_the_chain_goes(provider):
    titles = {one.name(): one.displayName() for one in provider.algorithms()}
    groups = {one.name(): one.group() for one in provider.algorithms()}
    for first, second in (
        ("importinterferograms", "checkinterferograms"),
        ("invertinterferograms", "maskdownsample"),
        ("maskdownsample", "lostovertical"),
        ("importgnss", "lostovertical"),
        ("importstorage", "runcatchment"),
        ("importgrace", "comparegrace"),
        ("displacement", "los_to_tws"),
    ):
        assert groups[first] == groups[second] or first == "importgnss"
        assert titles[first] < titles[second]
    assert len(set(titles.values())) == len(titles)
    for name, title in titles.items():
        assert title[0] == groups[name][0]
        assert "_" not in title


def test_every_step_has_help_on_the_web_under_the_one_address(provider):
    metadata = Path(__file__).resolve().parents[2] / "metadata.txt"
    home = next(line[9:] for line in metadata.read_text().splitlines() if line.startswith("homepage="))
    for one in provider.algorithms():
        assert one.helpUrl() == f"{home}/algorithms/#{one.name()}"
        assert one.create().helpUrl() == one.helpUrl()


def test_a_model_keeps_its_words_in_the_instance_that_a_dialog_gets(provider):
    model = provider.algorithm("los_to_tws").create()
    assert model.id() == "groundswell:los_to_tws"
    assert model.displayName() == provider.algorithm("los_to_tws").displayName() != "los_to_tws"


def test_every_choice_has_words_and_keeps_its_codes(provider):
    from groundswell.processing.choices import words_of

    without = {f"DDK{number}" for number in range(1, 9)} | {"IGS14", "IGS20"}
    for algorithm in provider.algorithms():
        for one in algorithm.parameterDefinitions():
            if isinstance(one, QgsProcessingParameterEnum):
                assert one.usesStaticStrings()
                shown = [words_of(one.name(), code) for code in one.options()]
                assert len(set(shown)) == len(shown)
                for code, words in zip(one.options(), shown):
                    assert words.endswith(f" ({code})") or code in without, (algorithm.name(), one.name(), code)


def test_a_dialog_shows_words_and_hands_on_the_code(make_wrapper):
    wrapper, widget = make_wrapper("assimilate", "METHOD")
    assert isinstance(widget, QComboBox)
    assert widget.itemText(0) == "The best that the data allow (auto)"
    wrapper.setParameterValue("enkf_3d", QgsProcessingContext())
    assert "all observations together" in widget.currentText()
    assert wrapper.parameterValue() == "enkf_3d"


def test_a_dialog_offers_the_files_of_loaded_layers(make_wrapper, chain, qgis_new_project):
    shown = QgsRasterLayer(f'NETCDF:"{chain.analysis}":tws_analysis', "Analysis", "gdal")
    assert shown.isValid()
    QgsProject.instance().addMapLayers([shown, QgsVectorLayer("Point?crs=EPSG:4326", "memory", "memory")])
    wrapper, widget = make_wrapper("comparegrace", "INPUT")
    menu = widget.findChildren(QToolButton)[-1].menu()
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text() == f"Analysis  ({chain.analysis.name})"
    action.trigger()
    assert wrapper.parameterValue() == str(chain.analysis)


def test_a_layer_or_what_gdal_calls_it_stands_for_its_file(run, chain, tmp_path, qgis_new_project):
    shown = QgsRasterLayer(f'NETCDF:"{chain.gridded}":displacement', "Gridded", "gdal")
    assert shown.isValid()
    QgsProject.instance().addMapLayer(shown)
    results = []
    for number, given in enumerate((f'NETCDF:"{chain.gridded}":displacement', shown.id(), "Gridded", shown)):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("groundswell:lostovertical")
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        parameters = {"INPUT": given, "OUTPUT": str(tmp_path / f"{number}.nc"), "LOAD_LAYERS": False}
        fits, problem = algorithm.checkParameterValues(parameters, context)
        assert fits, problem
        _, done = algorithm.run(parameters, context, QgsProcessingFeedback(), {}, False)
        assert done
        results.append((tmp_path / f"{number}.nc").is_file())
    assert results == [True] * 4


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ('NETCDF:"/a b/f.nc":tws', "/a b/f.nc"),
        ("NETCDF:/a/f.nc:tws", "/a/f.nc"),
        ('NETCDF:"C:\\data\\f.nc":tws', "C:\\data\\f.nc"),
        ('HDF5:"/a/f.h5"://group/name', "/a/f.h5"),
        ("/a/f.gpkg|layername=points", "/a/f.gpkg"),
        ("file:///a%20b/f.nc", "/a b/f.nc"),
        ("file:///C:/a/f.nc", "C:/a/f.nc"),
        ("/a/f.nc", "/a/f.nc"),
        ("https://server/f.nc", "https://server/f.nc"),
    ],
)
def test_sources_are_read_as_paths(given, path):
    from groundswell.processing.input_files import file_of

    assert file_of(given) == path


def test_the_mesh_beside_a_series_stands_for_the_series(tmp_path):
    from groundswell.processing.input_files import file_of

    (tmp_path / "vertical.nc").touch()
    assert file_of(str(tmp_path / "vertical.mesh.nc")) == str(tmp_path / "vertical.nc")
    assert file_of(str(tmp_path / "other.mesh.nc")) == str(tmp_path / "other.mesh.nc")


def test_an_assimilation_asks_for_data_first(provider):
    flag = QgsProcessingParameterFile.Flag.FlagAdvanced
    shown = [one.name() for one in provider.algorithm("assimilate").parameterDefinitions() if not one.flags() & flag]
    assert shown == [
        "INPUT",
        "OBSERVATIONS",
        "STATIONS",
        "FORCING",
        "PARAMETERS",
        "GRACE",
        "REGION",
        "OUTPUT",
        "REPORT",
    ]
