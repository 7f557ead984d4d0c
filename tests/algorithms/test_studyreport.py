"""The report on a study out of the example's files, in QGIS."""


def test_the_report_is_written_from_what_the_chain_left(run, chain, tmp_path):
    report = tmp_path / "study.html"
    outputs, _, _ = run(
        "studyreport",
        {
            "TITLE": "Example",
            "STACK": str(chain.checked),
            "DISPLACEMENT": str(chain.series),
            "GRIDDED": str(chain.gridded),
            "VERTICAL": str(chain.vertical),
            "ANALYSIS": str(chain.analysis),
            "GRACE": str(chain.grace),
            "REPORT": str(report),
        },
    )
    assert outputs["REPORT"] == str(report)
    text = report.read_text(encoding="utf-8")
    for heading in ("Interferograms", "Displacement", "Load and displacement", "Assimilation", "Methods"):
        assert f"<h2>{heading}</h2>" in text
    assert "Synthetic data" in text
    assert "GRACE, mean of the same cells" in text
