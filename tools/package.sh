#!/usr/bin/env bash
# Builds the zip for the QGIS plugin repository from the last commit, holds it against the repository's rules, and
# installs it in a clean profile for a smoke run.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
version=$(sed -n 's/^version=//p' metadata.txt)
zip=$root/dist/groundswell-$version.zip
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p dist

[ -z "$(git status --porcelain --untracked-files=no)" ] || echo "Note: uncommitted changes are not in the package." >&2
git archive --prefix=groundswell/ HEAD | tar -x -C "$work"
# Compiled catalogues are made, not kept in the repository.
for catalogue in "$work"/groundswell/i18n/*.ts; do
  [ -e "$catalogue" ] || continue
  lrelease -silent "$catalogue" -qm "${catalogue%.ts}.qm"
done
rm -f "$zip"
(cd "$work" && find groundswell -type f | LC_ALL=C sort | /usr/bin/python3 -c '
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for line in sys.stdin:
        archive.write(line.rstrip("\n"))' "$zip")

.venv/bin/python -m pip install -q --disable-pip-version-check -r tools/requirements-package.txt 2>/dev/null
.venv/bin/python tools/check_package.py "$zip"

state=$work/profile
plugins=$state/profiles/default/python/plugins
mkdir -p "$plugins" "$state/profiles/default/QGIS" "$state/runtime"
chmod 700 "$state/runtime"
(cd "$plugins" && /usr/bin/python3 -m zipfile -e "$zip" .)
printf '[PythonPlugins]\ngroundswell=true\n' >"$state/profiles/default/QGIS/QGIS3.ini"
program=$(command -v qgis_process.bin || command -v qgis_process)
QGIS_CUSTOM_CONFIG_PATH=$state QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$state/runtime \
  "$program" run groundswell:loadresponse -- OUTPUT="$work/response.csv" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
[ -s "$work/response.csv" ] || { cat "$work/log"; echo "The installed package wrote no result." >&2; exit 1; }
echo "Installed in a clean profile; loadresponse ran: $(sed -n 's/^CENTER:[[:space:]]*//p' "$work/log") mm at the centre."
echo "$zip"
