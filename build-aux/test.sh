#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need, builds with warnings as errors, runs all tests, first as they are
# and then the core's under the address and undefined sanitizers. Ends in "N passed, N failed".
set -eu

cd "$(dirname -- "$0")/.."
top=$PWD
build=${KUMOJI_TEST_BUILD:-$top/_build-test}

build-aux/install.sh build run test

# The tests of the interface run in Japanese and in English; the locales are made here, so that the
# system stays as it is.
export LOCPATH=$build/locale
mkdir -p "$LOCPATH"
for name in ja_JP en_US; do
  [ -d "$LOCPATH/$name.UTF-8" ] || localedef -i "$name" -f UTF-8 "$LOCPATH/$name.UTF-8"
done

# $1: folder, $2: log, then Meson's options
prepare () {
  folder=$1 log=$2
  shift 2
  if [ -e "$folder/build.ninja" ]; then
    meson setup --reconfigure "$folder" "$@" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
  else
    meson setup "$folder" "$@" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
  fi
  meson compile -C "$folder" >>"$log" 2>&1 || { grep -E -A8 'error|FAILED' "$log" >&2; return 1; }
}

# A build that fails is a failure, too, and said in the same form.
trap 'echo "0 passed, 1 failed"; exit 1' ERR

status=0
echo "Building"
prepare "$build/plain" "$build/plain.log" -Dwerror=true --prefix="$build/prefix"
meson install -C "$build/plain" --no-rebuild --quiet
meson test -C "$build/plain" --no-rebuild --print-errorlogs || status=1

echo "Building with sanitizers"
prepare "$build/sanitized" "$build/sanitized.log" -Dwerror=true -Dapplication=false \
  -Db_sanitize=address,undefined -Db_lundef=false
ASAN_OPTIONS=detect_leaks=1:abort_on_error=1 LSAN_OPTIONS=print_suppressions=0:suppressions=$top/tests/lsan.supp \
  UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
  meson test -C "$build/sanitized" --no-rebuild --print-errorlogs --suite core --suite files \
  --suite report --suite cli || status=1

trap - ERR
python3 build-aux/count-tests.py "$build"/plain/meson-logs/testlog.junit.xml \
  "$build"/sanitized/meson-logs/testlog.junit.xml || status=1
exit $status
