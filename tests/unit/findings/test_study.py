"""A study knows its steps, remembers which are done, and runs again what has changed; findings say what data hold."""

import os
import re

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.stations import Stations, write_stations
from groundswell.core.findings.inputs import (
    delays_finding,
    frame_finding,
    grace_finding,
    parameters_finding,
    series_finding,
    stations_finding,
    storage_finding,
    weather_finding,
)
from groundswell.processing.study import CATCHMENT, Journal, StudyInputs, plan


def touch(paths):
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def run_all(journal, steps):
    for step in steps:
        touch(step.outputs)
        journal.record(step)


@pytest.mark.parametrize(
    ("inputs", "n_steps", "last"),
    [
        (StudyInputs(frame="f"), 6, "lostovertical"),
        (StudyInputs(frame="f", stations="n.nc"), 7, "invertdisplacement"),
        (StudyInputs(frame="f", reference_series="r.csv"), 7, "invertdisplacement"),
        (StudyInputs(frame="f", storage="s.nc"), 8, "assimilate"),
        (StudyInputs(frame="f", storage="s.nc", grace="g.nc"), 10, "comparegrace"),
        (StudyInputs(frame="f", prior=CATCHMENT, weather="w.nc"), 6, "lostovertical"),
        (StudyInputs(frame="f", prior=CATCHMENT, weather="w.nc", parameters="p.nc"), 7, "assimilate"),
        (
            StudyInputs(frame="f", prior=CATCHMENT, weather="w", parameters="p", storage="s", grace="g"),
            10,
            "comparegrace",
        ),
    ],
)
def test_the_plan_goes_as_far_as_the_data(tmp_path, inputs, n_steps, last):
    steps = plan(inputs, tmp_path)
    assert len(steps) == n_steps
    assert [step.algorithm for step in steps[-2:]] == [last, "studyreport"]
    # Every file that a step reads from the study's folder was written by a step before it.
    written = set()
    for step in steps:
        outputs = {str(path) for path in step.outputs}
        for value in step.parameters.values():
            if isinstance(value, str) and value.startswith(str(tmp_path)) and value not in outputs:
                assert value in written, (step.algorithm, value)
        written |= outputs


def test_empty_inputs_are_not_handed_on(tmp_path):
    steps = {step.algorithm: step.parameters for step in plan(StudyInputs(frame="f"), tmp_path)}
    assert "CORRECTIONS" not in steps["importinterferograms"]
    assert "REFERENCE" not in steps["checkinterferograms"]
    assert "REFERENCE_SERIES" not in steps["lostovertical"]


def assimilation(tmp_path, **inputs):
    return next(s.parameters for s in plan(StudyInputs(frame="f", **inputs), tmp_path) if s.algorithm == "assimilate")


def test_storage_of_a_file_needs_no_choice(tmp_path):
    given = assimilation(tmp_path, storage="s.nc", weather="left over", parameters="left over")
    assert set(given) == {"INPUT", "OBSERVATIONS", "OUTPUT", "REPORT"}


def test_the_land_model_follows_the_best_estimate_with_errors_that_reach_over_cells(tmp_path):
    given = assimilation(
        tmp_path, prior=CATCHMENT, weather="w.nc", parameters="p.nc", storage="s.nc", reference_series="up.csv"
    )
    assert (given["FORCING"], given["PARAMETERS"]) == ("w.nc", "p.nc")
    assert given["INPUT"] == str(tmp_path / "storage.nc")  # the load outside the columns
    assert "degrees" in given["PERTURBATION_CHANGES"]
    assert not {"METHOD", "REFERENCE"} & set(given)
    assert "STATIONS" not in given


def test_the_land_model_needs_no_storage(tmp_path):
    given = assimilation(tmp_path, prior=CATCHMENT, weather="w.nc", parameters="p.nc")
    assert "INPUT" not in given


def test_method_reference_and_errors_are_left_to_the_best_estimate(tmp_path):
    given = assimilation(tmp_path, storage="s.nc", stations="stations.nc", grace="g.nc", grace_as_data=True)
    assert given["STATIONS"] == "stations.nc"
    assert given["GRACE"] == str(tmp_path / "grace.nc")
    assert set(given) == {"INPUT", "OBSERVATIONS", "STATIONS", "GRACE", "OUTPUT", "REPORT"}


def test_a_study_is_taken_up_where_it_stopped(tmp_path):
    inputs = StudyInputs(title="A", frame="f", reference="100,25")
    steps = plan(inputs, tmp_path)
    journal = Journal(tmp_path)
    journal.save(inputs)
    assert journal.first_open(steps) == 0
    run_all(journal, steps[:3])
    again = Journal(tmp_path)
    assert again.inputs == inputs
    assert again.first_open(steps) == 3
    run_all(again, steps[3:])
    assert Journal(tmp_path).first_open(steps) == len(steps)


def test_a_changed_parameter_runs_its_step_and_those_after_it_again(tmp_path):
    inputs = StudyInputs(frame="f")
    journal = Journal(tmp_path)
    run_all(journal, plan(inputs, tmp_path))
    changed = plan(StudyInputs(frame="f", max_velocity_mm_yr=9.0), tmp_path)
    assert [step.algorithm for step in changed][journal.first_open(changed)] == "maskdownsample"


def test_a_lost_output_and_a_changed_file_are_noticed(tmp_path):
    station = tmp_path / "station.csv"
    station.write_text("date,up_mm\n")
    steps = plan(StudyInputs(frame="f", reference_series=str(station)), tmp_path)
    journal = Journal(tmp_path)
    run_all(journal, steps)
    assert journal.first_open(steps) == len(steps)
    os.utime(station, (1, 1))
    assert steps[journal.first_open(steps)].algorithm == "lostovertical"
    (tmp_path / "displacement.nc").unlink()
    assert steps[journal.first_open(steps)].algorithm == "invertinterferograms"


def test_a_step_that_ran_again_makes_its_followers_run_again(tmp_path):
    steps = plan(StudyInputs(frame="f"), tmp_path)
    journal = Journal(tmp_path)
    run_all(journal, steps)
    os.utime(tmp_path / "checked.nc", (5, 5))
    assert steps[journal.first_open(steps)].algorithm == "invertinterferograms"


def test_a_spoilt_journal_says_so(tmp_path):
    (tmp_path / "study.json").write_text("{")
    with pytest.raises(InputError, match=r"study\.json.*another folder"):
        Journal(tmp_path)


def test_findings_of_the_example(chain):
    frame = frame_finding(chain.frame)
    assert frame.usable
    assert "099A_06414_131313" in frame.text
    assert "longest gap" in frame.text
    assert "No line-of-sight vectors" not in frame.text
    assert "dates" in delays_finding(chain.area.gacos, chain.frame).text
    assert "range" in series_finding(chain.area.reference_series).text
    assert "tws" in storage_finding(chain.area.land_model).text
    assert "months" in grace_finding(chain.area.grace).text
    assert re.match(r"\d+ columns on the EASE-Grid 2.0 M25", parameters_finding(chain.area.columns).text)
    weather = weather_finding(chain.area.forcing, chain.area.columns)
    assert weather.usable
    assert "2018-11-20 to 2019-01-20, every 3 hours" in weather.text


def test_findings_of_stations(tmp_path):
    days, up = np.array([6910.0, 6922.0]), np.zeros((2, 2))
    place = np.array([100.0, 100.5]), np.array([25.0, 25.5])
    with netcdf.create(tmp_path / "stations.nc", "stations", "test") as dataset:
        write_stations(dataset, Stations(("AAAA", "BBBB"), *place, days, up, up + 1.0))
    found = stations_finding(tmp_path / "stations.nc")
    assert found.usable
    assert "2 stations: AAAA, BBBB; 2 dates, 2018-12-02 to 2018-12-14" in found.text


def test_findings_of_nothing_say_what_is_wrong(tmp_path):
    text = tmp_path / "a.csv"
    text.write_text("nothing\n")
    for finding in (
        frame_finding(tmp_path),
        delays_finding(tmp_path, tmp_path),
        series_finding(text),
        storage_finding(tmp_path),
        grace_finding(text),
        parameters_finding(text),
        weather_finding(text, text),
        stations_finding(text),
    ):
        assert not finding.usable
        assert len(finding.text) > 20


def test_missing_grace_months_are_counted(tmp_path, chain):
    with netcdf.open_dataset(chain.grace) as dataset:
        months = netcdf.read(dataset, "grace_month")
    missing = int(months[-1] - months[0] + 1 - np.unique(months).size)
    text = grace_finding(chain.area.grace).text
    assert (f"{missing} months" in text) == (missing > 0)
