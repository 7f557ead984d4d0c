"""The examples in docstrings, run: each kernel shows what it carries out on a case that can be done by hand."""

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    "groundswell." + ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for folder in ("core", "api")
    for path in (ROOT / folder).rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_give_what_they_say(name):
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted > 0
    assert found.failed == 0


def test_the_kernels_have_an_example():
    kernels = {
        "core.insar.solver.elimination",
        "core.loading.disk",
        "core.assimilation.analysis",
        "core.inversion.collocation",
        "core.grace.metrics",
    }
    assert kernels <= {name.removeprefix("groundswell.") for name in MODULES}
