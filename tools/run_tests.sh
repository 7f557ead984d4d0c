#!/usr/bin/env bash
# Every test: the core without QGIS, the algorithms in one session of QGIS, the command line, a real window under Xvfb.
# `run_tests.sh quick`: the core without its slow files. `run_tests.sh one FILE`: one file of tests, wherever it lies.
set -euo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
runtime=$(mktemp -d)
chmod 700 "$runtime"
trap 'rm -rf "$runtime"' EXIT
export XDG_RUNTIME_DIR=$runtime
pytest=".venv/bin/python -m pytest -q"
case "${1:-all}" in
  quick) $pytest -p no:pytest_qgis -m "not slow" tests/unit ;;
  one)
    case "${2:?run_tests.sh one FILE}" in
      tests/algorithms/*) $pytest "$2" ;;
      *) $pytest -p no:pytest_qgis "$2" ;;
    esac
    ;;
  *)
    $pytest -p no:pytest_qgis tests/unit
    $pytest tests/algorithms
    $pytest -p no:pytest_qgis tests/cli tests/gui
    ;;
esac
