"""How many faults the tests notice: tools/mutation.py [--each 8] [--seed 1] [MODULE ...].

cosmic-ray changes one operator, number or comparison at a time in a copy of the checkout, and the tests of the module
run on it; a mutant that they pass has survived. A sample of each module's mutants is tried, the same for the same seed.
Modules are those that make results, warnings or provenance, each with the test files that have to do with it.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from checkout import ROOT

BUILD = ROOT / "build" / "mutation"
TIMEOUT_S = 150
"""A mutant that makes the tests hang counts as noticed."""
# Annotations are no code (`from __future__ import annotations`): `X | None` has no fault to notice. A data class
# without its decorator fails at import.
LEFT_OUT = ("ReplaceBinaryOperator_BitOr", "RemoveDecorator")
MODULES = {
    "core/grace/technical_notes.py": ("test_low_degrees", "test_grace_conventions", "test_grace_harmonics"),
    "core/grace/low_degrees.py": ("test_low_degrees", "test_grace_conventions", "test_grace_harmonics"),
    "core/grace/gap_recovery.py": ("test_grace_region", "test_grace_statistics"),
    "core/grace/months.py": ("test_grace_windows", "test_grace_conventions", "test_grace_region"),
    "core/grace/gridded.py": ("test_grace_grids", "test_grace_readers", "test_grace_import"),
    "core/assimilation/exact_checks.py": ("test_best_estimate",),
    "core/findings/headline.py": ("test_report_headline",),
    "core/findings/outcome.py": ("test_outcome", "test_report_headline"),
    "core/inversion/findings.py": ("test_storage_inversion", "test_storage_inversion_traps"),
    "core/inversion/gate.py": ("test_storage_inversion", "test_storage_inversion_traps"),
    "core/inversion/point_constants.py": ("test_storage_inversion", "test_storage_inversion_traps"),
    "core/extraction/areas.py": ("test_area_series", "test_import_points"),
    "core/gnss/midas.py": ("test_gnss_cleaning",),
    "core/gnss/joint_fit.py": ("test_gnss_cleaning",),
    "core/report/study_storage.py": ("test_report_study",),
    "core/report/provenance.py": ("test_report", "test_report_study"),
    "core/files/units.py": ("test_units", "test_storage_import", "test_foreign_files", "test_grace_grids"),
    "core/files/times.py": ("test_chain_files", "test_foreign_files", "test_grace_grids"),
    "core/displacement/station_tie.py": ("test_station_tie",),
    "core/displacement/vertical.py": ("test_vertical", "test_station_tie"),
    "core/land/weather_clock.py": ("test_catchment_weather", "test_weather_layouts"),
    "core/land/weather_check.py": ("test_catchment_weather", "test_weather_layouts"),
    "core/loading/sea.py": ("test_loading_products",),
}


def python() -> Path:
    """Return the interpreter of an environment of its own, with cosmic-ray and what the tests need."""
    found = BUILD / "venv" / "bin" / "python"
    if not found.exists():
        subprocess.run(["/usr/bin/python3", "-m", "venv", "--system-site-packages", BUILD / "venv"], check=True)
        packages = ["-r", str(ROOT / "tools" / "requirements-test.txt"), "cosmic-ray==8.7.0"]
        subprocess.run([found, "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages], check=True)
    return found


def copied() -> Path:
    """Return a fresh copy of the files that the tests need: mutants are never written into the checkout."""
    copy = BUILD / "groundswell"
    shutil.rmtree(copy, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name)
    return copy


def sampled(session: Path, each: int, seed: int) -> int:
    """Keep a sample of a session's mutants; return how many there were."""
    from cosmic_ray.work_db import WorkDB, use_db

    with use_db(session, WorkDB.Mode.open) as database:
        items = [
            item
            for item in database.work_items
            if not any(word in mutation.operator_name for mutation in item.mutations for word in LEFT_OUT)
        ]
        total = len(items)
        items = random.Random(seed).sample(items, min(each, total))
        database.clear()
        database.add_work_items(items)
    return total


def outcome(session: Path) -> tuple[int, list[str]]:
    """Return how many mutants were tried, and what those that survived changed."""
    from cosmic_ray.work_db import WorkDB, use_db
    from cosmic_ray.work_item import TestOutcome

    tried, survived = 0, []
    with use_db(session, WorkDB.Mode.open) as database:
        for _, result in database.completed_work_items:
            tried += 1
            if result.test_outcome is TestOutcome.SURVIVED:
                changed = [line for line in (result.diff or "").splitlines() if line[:1] in "+-"]
                survived.append("\n".join(line for line in changed if not line.startswith(("+++", "---"))))
    return tried, survived


def tests_of(module: str, copy: Path) -> list[str]:
    """Return a module's test files; a name in the table that is no file is an error."""
    there = {path.stem: str(path.relative_to(copy)) for path in (copy / "tests" / "unit").rglob("test_*.py")}
    absent = [name for name in MODULES[module] if name not in there]
    if absent:
        raise SystemExit(f"{module}: {', '.join(absent)} do not exist; correct MODULES in {Path(__file__).name}.")
    return [there[name] for name in MODULES[module]]


def run(module: str, copy: Path, each: int, seed: int) -> tuple[int, int, list[str]]:
    """Return the number of a module's mutants, of those tried, and the survivors."""
    tests = " ".join(tests_of(module, copy))
    name = module.replace("/", "_").removesuffix(".py")
    config, session = BUILD / f"{name}.toml", BUILD / f"{name}.sqlite"
    session.unlink(missing_ok=True)
    command = f"{python()} -m pytest -q -x -p no:cacheprovider -p no:pytest_qgis {tests}"
    config.write_text(
        f'[cosmic-ray]\nmodule-path = "{module}"\ntimeout = {TIMEOUT_S}.0\nexcluded-modules = []\n'
        f'test-command = "{command}"\n\n[cosmic-ray.distributor]\nname = "local"\n',
        encoding="utf-8",
    )
    environment = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "GROUNDSWELL_REFERENCE": os.environ.get("GROUNDSWELL_REFERENCE", str(ROOT.parent / "shared" / "reference")),
    }
    tool = [str(python()), "-m", "cosmic_ray.cli"]
    if subprocess.run(command.split(), cwd=copy, env=environment, capture_output=True, check=False).returncode:
        raise SystemExit(f"{module}: its tests fail without any mutant. Mutants would tell nothing.")
    subprocess.run([*tool, "init", config, session], cwd=copy, env=environment, check=True)
    total = sampled(session, each, seed)
    subprocess.run([*tool, "exec", config, session], cwd=copy, env=environment, check=True)
    tried, survived = outcome(session)
    return total, tried, survived


def main() -> None:
    """Try the mutants, print each survivor and the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", default=list(MODULES))
    parser.add_argument("--each", type=int, default=8, help="mutants a module")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if Path(sys.executable).resolve() != python().resolve() or Path(sys.prefix) != BUILD / "venv":
        raise SystemExit(subprocess.run([python(), *sys.argv], check=False).returncode)
    copy, rows = copied(), []
    for module in options.modules:
        total, tried, survived = run(module, copy, options.each, options.seed)
        rows.append((module, total, tried, len(survived)))
        print(f"{module}: {tried - len(survived)} of {tried} noticed (of {total})", flush=True)
        for changed in survived:
            print("  survived:\n    " + changed.replace("\n", "\n    "), flush=True)
    tried, survivors = sum(row[2] for row in rows), sum(row[3] for row in rows)
    print(f"\nNoticed {tried - survivors} of {tried} mutants: {(tried - survivors) / tried:.0%}")


if __name__ == "__main__":
    main()
