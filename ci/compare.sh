#!/usr/bin/env bash
# compare.py with its arguments from variables, for hosts whose settings are variables: ARTICLES and RULES one a line, FAIL_ON by spaces.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mapfile -t articles < <(printf '%s\n' "${ARTICLES:-articles}" | sed '/^[[:space:]]*$/d')
mapfile -t rules < <(printf '%s\n' "${RULES:-}" | sed '/^[[:space:]]*$/d')
read -r -a fail_on <<< "${FAIL_ON-stale error}"
exec "${PYTHON:-python3}" "$here/compare.py" --base "${BASE:?the revision to compare with}" --ledger "${LEDGER:-reports}" \
  --out "${OUT:-factledger-out}" --articles "${articles[@]}" --rules "${rules[@]}" --fail-on "${fail_on[@]}"
