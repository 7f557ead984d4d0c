"""The reports of the inversion and of the mask are written by their steps, from the files that they made."""

import re

import numpy as np
from groundswell.core.files import netcdf


def words_of(path):
    return re.sub(r"<svg.*?</svg>|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_the_inversion_writes_its_report(run, chain, tmp_path):
    report = tmp_path / "inversion.html"
    parameters = {"INPUT": str(chain.checked), "OUTPUT": str(tmp_path / "series.nc"), "WORKERS": 1, "NOISE_MASK": True}
    outputs, feedback, _ = run("invertinterferograms", {**parameters, "REPORT": str(report)})
    assert outputs["REPORT"] == str(report)
    text = report.read_text(encoding="utf-8")
    for heading in ("Data", "Network", "Velocity", "Displacement over time", "Quality", "Noise indices"):
        assert f"<h2>{heading}</h2>" in text
    told = next(said for said in feedback.said if said.startswith("The noise indices mask"))
    assert told in words_of(report)
    with netcdf.open_dataset(tmp_path / "series.nc") as dataset:
        solved = int(np.isfinite(netcdf.read_float(dataset, "velocity")).sum())
        kept = int(netcdf.read_float(dataset, "noise_mask").sum())
        assert len(dataset.interferograms.split()) == len(set(dataset.interferograms.split())) > 10
    assert f"of {solved} solved pixels" in text
    assert f"{kept} are kept" in text


def test_the_mask_writes_what_it_leaves_out(run, chain, tmp_path):
    report = tmp_path / "mask.html"
    parameters = {"INPUT": str(chain.series), "MAX_VELOCITY": 200, "OUTPUT": str(tmp_path / "gridded.nc")}
    outputs, _, _ = run("maskdownsample", {**parameters, "REPORT": str(report)})
    assert outputs["REPORT"] == str(report)
    with netcdf.open_dataset(chain.series) as dataset:
        velocity = netcdf.read_float(dataset, "velocity")[netcdf.read_float(dataset, "mask") > 0]
    fast = int(np.count_nonzero(np.abs(velocity) > 200))
    words = words_of(report)
    assert f"{fast} ({100 * fast / velocity.size:.1f} %)" in words
    assert "The mask depends on the reference area" in words
    assert f"{outputs['N_CELLS']} of " in words
