#!/bin/sh
# Sets up .venv from a bare clone and runs every check; arguments go to tools/check.py.
set -eu
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
exec .venv/bin/python tools/check.py "$@"
