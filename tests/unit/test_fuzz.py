"""A small share of ``make fuzz``: damaged files end in a result or in a sentence."""

import pytest
from fuzz.case import run_case
from fuzz.targets import all_targets

# Seeds that ended in an error of Python once, each with its target; bits turned in HDF5 files are left to
# ``make fuzz``, whose workers may fall.
CASES = [
    ("report: analysis", 1059), ("decompose: ascending", 1208), ("ground: land model", 1211),
    ("subtract: observations", 1014), ("importgrace: mascons", 1090), ("region", 1031), ("height", 1263),
    ("delay", 1396), ("delay", 1006), ("look vector", 1002), ("invert: stack", 1008), ("land: restart", 1626),
    ("land: restart", 41), ("wizard: parameters", 1123), ("land: parameters of columns", 1493),
    ("land: parameters", 1492), ("subtract: observations", 1339), ("report: series", 1190),
    ("study report: analysis", 1052), ("report: analysis", 9073), ("assimilate: restart", 9116),
    ("land: parameters", 9355), ("forward: storage", 5094), ("importstorage: storage", 5284),
    ("report: analysis", 863), ("land: restart", 1228), ("land: restart", 1860), ("land: weather", 1543),
    ("compare: analysis", 2238), ("report: analysis", 2522),
]  # fmt: skip


@pytest.fixture(scope="module")
def targets(tmp_path_factory):
    return all_targets(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_a_damaged_file_is_read_or_refused_with_a_sentence(targets, tmp_path, name, seed):
    answer = run_case(targets[name], seed, tmp_path)
    assert answer["outcome"] in ("finished", "refused"), answer


def test_there_are_enough_targets(targets):
    assert len(targets) >= 45
