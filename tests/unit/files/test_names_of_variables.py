"""The names of the variables that steps hand on stand once, in `core.files.names`."""

import ast
from pathlib import Path

import pytest
from groundswell.core.files import names

CORE = Path(__file__).resolve().parents[3] / "core"
NAMES = {value for key, value in vars(names).items() if key.isupper()}
# The same word that names something else: what a line of a figure is, a part of a record, another program's variable.
OTHER_MEANINGS = {
    "charts/series.py": 2,
    "assimilation/diagnostics/run_diagnostics.py": 1,
    "displacement/products/mintpy.py": 1,
    "displacement/products/opera.py": 1,
    "grace/grid_files.py": 1,
    "files/contract.py": 1,
    "files/reference_area.py": 1,
}


def literals(path):
    """Return how many texts of a module are the name of a variable."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return sum(isinstance(node, ast.Constant) and node.value in NAMES for node in ast.walk(tree))


def test_names_are_those_of_the_files():
    """The interface keeps them."""
    assert {"tws", "tws_open_loop", "tws_analysis", "tws_open_loop_std", "tws_analysis_std", "displacement"} <= NAMES


@pytest.mark.parametrize("room", sorted(path.name for path in CORE.iterdir() if (path / "__init__.py").is_file()))
def test_names_stand_once(room):
    found = {}
    for path in sorted((CORE / room).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if path != CORE / "files" / "names.py" and any(f'"{name}"' in text for name in NAMES):
            found[path.relative_to(CORE).as_posix()] = literals(path)
    assert found == {path: count for path, count in OTHER_MEANINGS.items() if path.startswith(f"{room}/")}
