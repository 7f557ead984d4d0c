#!/usr/bin/env bash
# Takes the pictures of the documentation in a real QGIS window, from the results of `make demo`.
# Usage: screenshots.sh FOLDER [DISPLACEMENT LON LAT]   (a real series to show in the dock, too)
# LOOK=dark, LOOK=zh (es, fr) or LOOK=double takes the same in QGIS's dark theme, in another language, at double scale;
# `make screenshots-looks` takes all of them into build/looks, to be looked at and not published.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
images=$(mkdir -p "$1" && cd "$1" && pwd)
results=$root/build/demo/results
area=$root/build/demo/study_area
[ -f "$results/analysis.nc" ] || { echo "Run 'make demo' first: the pictures show its results." >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
grace=$(find "$area" -name '*mascons*.nc'  | head -n 1)
frame=$(find "$area" -maxdepth 1 -type d -name '099A*')
station=$(find "$area" -maxdepth 1 -name 'reference*.csv')
real=
[ $# -lt 4 ] || real="\"real\": {\"file\": \"$(realpath "$2")\", \"point\": [$3, $4]},"
cat >"$folder/inputs.json" <<JSON
{"runs": [
  ["importgrace", {"INPUT": "$grace", "OUTPUT": "$folder/grace.nc", "LOAD_LAYERS": false}],
  ["comparegrace", {"INPUT": "$results/analysis.nc", "GRACE": "$folder/grace.nc", "OUTPUT": "$folder/comparison.nc"}],
  ["maskdownsample", {"INPUT": "$results/displacement.nc", "OUTPUT": "$folder/gridded.nc", "LOAD_LAYERS": false}],
  ["lostovertical", {"INPUT": "$folder/gridded.nc", "REFERENCE_SERIES": "$station", "OUTPUT": "$folder/vertical.nc"}]],
 "point": [100.0, 25.7], "file": "$results/analysis.nc", "grace": "$folder/grace.nc",
 $real "dialogs": true, "shown": "Vertical displacement", "date": "2020-10-01",
 "study": {"folder": "$folder/study", "preset": "small", "title": "Dali (synthetic example)", "max_velocity": 5.0}}
JSON
export GROUNDSWELL_SECONDS=${GROUNDSWELL_SECONDS:-600}
case ${LOOK:-light} in
  light) ;;
  dark) export GROUNDSWELL_THEME="Night Mapping" ;;
  double) export QT_SCALE_FACTOR=2 ;;
  zh) export GROUNDSWELL_LOCALE=zh-Hans ;;
  *) export GROUNDSWELL_LOCALE=$LOOK ;;
esac
"$root/tools/qgis_window.sh" "$folder" "$root/tests/gui/driver.py" </dev/null
cp "$folder"/{window,dock,layout,study_inputs,study_run}.png "$images/"
[ ! -f "$folder/dock_real.png" ] || cp "$folder/dock_real.png" "$images/"
if command -v chromium >/dev/null; then
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1000,1500 \
    --screenshot="$images/report.png" "file://$folder/study/study/report.html" >/dev/null 2>&1
fi
# The other states of the dock and the empty page are to be looked at; the documentation does not show them.
[ "${LOOK:-}" = "" ] || cp "$folder"/dock_*.png "$folder/study_empty.png" "$images/"
rm -rf "$images/dialogs"
cp -r "$folder/dialogs" "$images/"
echo "Pictures in $images"
