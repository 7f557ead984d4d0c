#!/usr/bin/env bash
# Runs the tests on newer QGIS: Debian trixie's (3.40) and testing's, each in a chroot of its own. Needs root and debootstrap,
# some ten minutes and 2 GB for each chroot the first time. The chroots are kept in GROUNDSWELL_CHROOTS (default build/chroots).
# Usage: matrix.sh [SUITE ...]
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
chroots=${GROUNDSWELL_CHROOTS:-$root/build/chroots}
suites=${*:-trixie forky}
packages="qgis python3-qgis python3-scipy python3-matplotlib python3-netcdf4 python3-gdal python3-pyproj python3-numpy
  python3-venv python3-pip xvfb xauth openbox git make xdotool qttools5-dev-tools"

make_chroot() { # SUITE FOLDER
  local mirror
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    awk '/^URIs:/ {print $2; exit} /^deb / {print $2; exit}')
  command -v debootstrap >/dev/null || apt-get install -y -q debootstrap >/dev/null || return 1
  [ -e "/usr/share/debootstrap/scripts/$1" ] || ln -s sid "/usr/share/debootstrap/scripts/$1"
  debootstrap --variant=minbase --include=ca-certificates "$1" "$2" "$mirror" || return 1
  cp /etc/resolv.conf "$2/etc/"
  printf '#!/bin/sh\nexit 101\n' >"$2/usr/sbin/policy-rc.d" && chmod +x "$2/usr/sbin/policy-rc.d"
  printf 'APT::Install-Recommends "0";\nAcquire::Check-Valid-Until "false";\n' >"$2/etc/apt/apt.conf.d/99small"
}

install_packages() { # FOLDER
  chroot "$1" dpkg-query -W $packages >/dev/null 2>&1 && return 0
  chroot "$1" apt-get update -q && DEBIAN_FRONTEND=noninteractive chroot "$1" apt-get install -y -q $packages
}

run_tests() { # FOLDER
  rm -rf "$1/root/groundswell" && mkdir -p "$1/root/groundswell"
  git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents -t "$1/root/groundswell")
  # Fetched outside, where the machine's own settings for the package index hold; they are pure Python.
  "$root/.venv/bin/python" -m pip download -q --disable-pip-version-check -d "$1/root/wheels" pytest pytest-qgis || return 1
  mountpoint -q "$1/proc" || mount -t proc proc "$1/proc"
  chroot "$1" env -i PATH=/usr/bin:/bin:/usr/sbin HOME=/root LANG=C.UTF-8 bash -c '
    set -e
    cd /root/groundswell
    python3 -m venv --system-site-packages .venv
    .venv/bin/pip install -q --no-index --find-links /root/wheels pytest pytest-qgis
    tools/run_tests.sh'
  local outcome=$?
  umount "$1/proc"
  return $outcome
}

[ "$(id -u)" = 0 ] || { echo "The matrix needs root for its chroots: sudo make matrix" >&2; exit 1; }
failed=0
for suite in $suites; do
  folder=$chroots/$suite
  log=$chroots/$suite.log
  mkdir -p "$chroots"
  if { [ -x "$folder/usr/bin/apt-get" ] || make_chroot "$suite" "$folder"; } >"$log" 2>&1 && install_packages "$folder" >>"$log" 2>&1; then
    version=$(chroot "$folder" dpkg-query -W -f '${Version}' qgis)
    if run_tests "$folder" >>"$log" 2>&1; then verdict=passed; else verdict=FAILED; failed=1; fi
    echo "$suite: QGIS $version: $verdict ($(grep -Eh '^[0-9]+ (passed|failed)' "$log" | tr '\n' ';')) log: $log"
  else
    echo "$suite: could not be set up, so nothing is known about it; log: $log"
    failed=1
  fi
done
exit $failed
