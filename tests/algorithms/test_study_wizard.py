"""The guided run's first page: storage from a file or the Catchment model, and what each needs."""

from __future__ import annotations

import json

import pytest
from groundswell.processing.study import CATCHMENT, STORAGE_FILE, Journal, StudyInputs, plan
from qgis.core import QgsApplication, QgsProcessingContext


@pytest.fixture
def page(provider):
    from groundswell.ui.study_wizard import StudyWizard

    wizard = StudyWizard()
    yield wizard.inputs_page
    wizard.deleteLater()


def shown(page, row):
    """Return whether a row and its label would be seen in an open window."""
    return not row.isHidden() and not page._form.labelForField(row).isHidden()


def choose(page, prior):
    page.prior.setCurrentIndex(page.prior.findData(prior))


def test_the_catchment_model_asks_for_weather_and_parameters(page, chain, tmp_path):
    assert not shown(page, page.weather)
    assert not shown(page, page.parameters)
    page.folder.path.setFilePath(str(tmp_path / "study"))
    page.frame.path.setFilePath(str(chain.frame))
    assert page.isComplete()
    choose(page, CATCHMENT)
    assert shown(page, page.weather)
    assert shown(page, page.parameters)
    assert "outside" in page._form.labelForField(page.storage).text()
    assert not page.isComplete()
    page.weather.path.setFilePath(str(chain.area.forcing))
    assert not page.isComplete()  # the weather cannot be placed without the columns
    page.parameters.path.setFilePath(str(chain.area.columns))
    assert "columns on the EASE-Grid 2.0 M25" in page.parameters.finding.text()
    assert "every 3 hours" in page.weather.finding.text()
    assert page.isComplete()
    choose(page, STORAGE_FILE)
    assert not shown(page, page.weather)


def test_what_was_given_comes_back_from_the_studys_folder(page, chain, tmp_path):
    given = StudyInputs(
        frame=str(chain.frame),
        prior=CATCHMENT,
        parameters=str(chain.area.columns),
        weather=str(chain.area.forcing),
        stations="stations.nc",
    )
    Journal(tmp_path).save(given)
    assert json.loads((tmp_path / "study.json").read_text())["inputs"]["prior"] == CATCHMENT
    page.folder.path.setFilePath(str(tmp_path))
    assert page.inputs == given
    assert shown(page, page.weather)
    assert not page.stations.usable  # the file is not there, and the page says so
    assert page.stations.finding.text()


@pytest.mark.parametrize("prior", [CATCHMENT, STORAGE_FILE])
def test_the_algorithms_take_what_the_plan_gives_them(provider, chain, tmp_path, prior):
    from groundswell.ui.study_runner import algorithm_of

    inputs = StudyInputs(
        frame=str(chain.frame),
        prior=prior,
        storage=str(chain.area.land_model),
        parameters=str(chain.area.columns),
        weather=str(chain.area.forcing),
        stations=str(tmp_path / "stations.nc"),
        reference_series=str(chain.area.reference_series),
        grace=str(chain.area.grace),
    )
    registry = QgsApplication.processingRegistry()
    for step in plan(inputs, tmp_path):
        known = {one.name() for one in registry.algorithmById(f"groundswell:{step.algorithm}").parameterDefinitions()}
        assert set(step.parameters) <= known
        fits, problem = algorithm_of(step).checkParameterValues(step.parameters, QgsProcessingContext())
        assert fits, (step.algorithm, problem)
