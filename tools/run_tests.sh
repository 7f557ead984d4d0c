#!/usr/bin/env bash
# Every test: the core without QGIS, the algorithms in QGIS, the command line, a real window under Xvfb.
# `run_tests.sh quick`: the core without its slow files. `run_tests.sh one FILE`: one file of tests, wherever it lies.
set -euo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
runtime=$(mktemp -d)
chmod 700 "$runtime"
trap 'rm -rf "$runtime"' EXIT
export XDG_RUNTIME_DIR=$runtime
# Files of tests go to as many processes as there are cores; so one thread for linear algebra in each. nproc itself
# takes that number of threads for the number of cores.
processes=${TEST_PROCESSES:-$(env -u OMP_NUM_THREADS nproc)}
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1} OPENBLAS_NUM_THREADS=${OPENBLAS_NUM_THREADS:-1}
pytest=".venv/bin/python -m pytest -q"
side_by_side="-n $processes --dist loadfile"
case "${1:-all}" in
  quick) $pytest $side_by_side -p no:pytest_qgis -m "not slow" tests/unit ;;
  one)
    case "${2:?run_tests.sh one FILE}" in
      tests/algorithms/*) $pytest "$2" ;;
      *) $pytest -p no:pytest_qgis "$2" ;;
    esac
    ;;
  *)
    $pytest $side_by_side -p no:pytest_qgis tests/unit
    $pytest $side_by_side tests/algorithms
    $pytest -p no:pytest_qgis tests/cli tests/gui
    ;;
esac
