#!/bin/sh
# Installs the programs that the office and browser checks open files with (Debian packages), where that can be done.
# Without them those checks are skipped by name; this script says so and never fails the run.
set -u
missing=""
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-calc"
command -v lowriter >/dev/null 2>&1 || missing="$missing libreoffice-writer"
command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 ||
    missing="$missing chromium"
[ -z "$missing" ] && exit 0
skip() {
    echo "The checks that need$missing will be skipped: $1."
    exit 0
}
command -v apt-get >/dev/null 2>&1 || skip "there is no apt-get here, so install them by hand"
[ "$(id -u)" = 0 ] || skip "installing them takes root (sudo apt-get install$missing)"
echo "Installing$missing with apt-get (once)."
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq </dev/null >/dev/null 2>&1 || skip "apt-get update failed"
# shellcheck disable=SC2086  # a list of package names
apt-get install -y -qq --no-install-recommends $missing fonts-dejavu-core </dev/null >/dev/null 2>&1 || skip "apt-get install failed"
