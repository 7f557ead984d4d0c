#!/usr/bin/env bash
# Makes sure that QGIS and the Python packages are there: `setup.sh run` for the plugin, `setup.sh test` for its tests too.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-run}

run_packages="qgis python3-qgis python3-numpy python3-scipy python3-gdal python3-pyproj python3-netcdf4 python3-matplotlib"
test_packages="python3-venv python3-pip xvfb xauth xdotool openbox qttools5-dev-tools"
wanted=$run_packages
[ "$purpose" = test ] && wanted="$wanted $test_packages"

if ! command -v apt-get >/dev/null; then
  if ! command -v qgis_process >/dev/null && ! command -v qgis_process.bin >/dev/null; then
    echo "QGIS was not found, and this system has no apt: install QGIS 3.22 or later with scipy, netCDF4 and matplotlib for its Python (https://qgis.org/download), then run make again." >&2
    exit 1
  fi
else
  missing=
  for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    echo "Installing:$missing"
    as_root=
    if [ "$(id -u)" != 0 ]; then
      command -v sudo >/dev/null || { echo "Run this as root: apt-get install$missing" >&2; exit 1; }
      as_root=sudo
    fi
    $as_root apt-get update -q
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
  fi
fi

if [ "$purpose" = test ]; then
  # Debian's own Python has QGIS; another python3 may come first on PATH.
  [ -x .venv/bin/python ] || /usr/bin/python3 -m venv --system-site-packages .venv
  cmp -s tools/requirements-test.txt .venv/requirements-test.txt || {
    .venv/bin/python -m pip install -q --disable-pip-version-check -r tools/requirements-test.txt
    cp tools/requirements-test.txt .venv/
  }
fi
