"""docs/files.md says of units, missing values and times what the modules do."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_made_part_of_the_page_is_that_of_the_modules():
    specification = importlib.util.spec_from_file_location("make_files_doc", ROOT / "tools" / "make_files_doc.py")
    maker = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(maker)
    page = maker.PAGE.read_text(encoding="utf-8")
    assert maker.renewed(page) == page, "run 'make files-doc'"
    for words in ("`tws`", "kg m-2", "noleap", "-9999"):
        assert words in page
