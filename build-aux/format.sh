#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Lays out the C sources as .clang-format says; with --check only says which would change.
# clang-format 14 puts a blank behind the gettext macros, which the house writes without one, and
# takes the name of an error domain for a subtraction.
set -eu

cd "$(dirname -- "$0")/.."
check=""
[ "${1:-}" = --check ] && check=yes

status=0
for file in $(git ls-files '*.c' '*.h'); do
  laid=$(mktemp)
  clang-format "$file" | sed -E -e '/^G_DEFINE_QUARK/s/ - /-/g' -e 's/(^|[^A-Za-z0-9_])(_|N_|P_|C_|NC_) \(/\1\2(/g' >"$laid"
  if ! cmp -s "$file" "$laid"; then
    if [ -n "$check" ]; then
      echo "$file: not laid out as .clang-format says; run build-aux/format.sh" >&2
      status=1
    else
      cat "$laid" >"$file"
    fi
  fi
  rm -f "$laid"
done
exit $status
