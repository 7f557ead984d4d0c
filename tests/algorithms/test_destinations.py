"""What cannot be written is refused before the work begins."""

import pytest
from qgis.core import QgsProcessingException


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("folder", "OUTPUT: .*folder is a folder"),
        ("é" * 130 + ".nc", "OUTPUT: .*263 bytes"),
        ("a.tif", r"OUTPUT: .*a\.tif ends in \.tif, but what is written is .*\.nc"),
        ("a.CSV", r"ends in \.csv"),
    ],
)
def test_outputs_that_cannot_be(run, tmp_path, chain, output, words):
    (tmp_path / "folder").mkdir()
    with pytest.raises(QgsProcessingException, match=words):
        run("forwardmodel", {"INPUT": str(chain.storage), "OUTPUT": str(tmp_path / output)})
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_reports_tables_and_rasters_have_their_endings(run, tmp_path, chain):
    cases = [
        ("comparegrace", {"INPUT": chain.analysis, "GRACE": chain.grace, "TABLE": tmp_path / "a.html"}, "TABLE: .*csv"),
        (
            "comparegrace",
            {"INPUT": chain.analysis, "GRACE": chain.grace, "REPORT": tmp_path / "a.nc"},
            "REPORT: .*html",
        ),
        ("invertinterferograms", {"INPUT": chain.checked, "VELOCITY": tmp_path / "v.nc"}, "VELOCITY: .*tif"),
        ("createexample", {"OUTPUT": chain.storage}, "OUTPUT: .* is a file, not a folder"),
    ]
    for name, parameters, words in cases:
        given = {"OUTPUT": str(tmp_path / "o.nc"), **{key: str(value) for key, value in parameters.items()}}
        with pytest.raises(QgsProcessingException, match=words):
            run(name, given)
    assert not list(tmp_path.iterdir())


def test_other_endings_of_the_kind_are_taken(run, tmp_path, chain):
    run("forwardmodel", {"INPUT": str(chain.storage), "OUTPUT": str(tmp_path / "a.nc4")})
    assert (tmp_path / "a.nc4").is_file()
