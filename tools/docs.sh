#!/usr/bin/env bash
# Builds the documentation site in build/site; warnings are errors. Needs the packages of tools/setup.sh run.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=build/docs_venv
[ -x $venv/bin/python ] || python3 -m venv $venv
cmp -s tools/requirements-docs.txt $venv/requirements-docs.txt || {
  $venv/bin/python -m pip install -q --disable-pip-version-check -r tools/requirements-docs.txt
  cp tools/requirements-docs.txt $venv/
}
/usr/bin/python3 tools/make_docs.py
$venv/bin/mkdocs build --strict --quiet
echo "The site is in build/site: open build/site/index.html."
