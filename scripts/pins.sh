#!/bin/sh
# Writes the pinned requirements (versions and hashes, no registry addresses) anew from pyproject.toml: `make pins`.
set -eu
cd "$(dirname "$0")/.."
pin() {
    out=$1
    shift
    UV_CUSTOM_COMPILE_COMMAND="make pins" .venv/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url \
        --no-emit-find-links --no-annotate --universal --python-version 3.11 "$@" -o "$out"
}
pin requirements.txt pyproject.toml requirements-build.in --extra html --extra office --extra desk
pin requirements-dev.txt pyproject.toml requirements-build.in --extra dev -c requirements.txt
