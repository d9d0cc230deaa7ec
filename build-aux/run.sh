#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Kumoji, and opens it with FILE, or with a copy of the sample.
# Where there is no display it writes the report of that project as PDF instead.
set -eu

usage="usage: build-aux/run.sh [FILE]"
case "${1:-}" in -h|--help) echo "$usage"; exit 0 ;; esac
[ $# -le 1 ] || { echo "$usage" >&2; exit 2; }
if [ $# -eq 1 ] && [ ! -r "$1" ]; then
  echo "run.sh: $1: cannot be read; give a Kumoji project, or nothing for the sample" >&2
  exit 1
fi

file=${1:+$(realpath -- "$1")}
cd "$(dirname -- "$0")/.."
top=$PWD
build=$top/_build
prefix=$build/prefix

build-aux/install.sh build run

# Quiet where all goes well; what went wrong where not.
quietly () {
  "$@" >"$top/_build.log" 2>&1 || { cat "$top/_build.log" >&2; exit 1; }
  rm -f "$top/_build.log"
}

if [ ! -e "$build/build.ninja" ]; then
  echo "Building Kumoji; this takes a minute or two"
  quietly meson setup "$build" --prefix="$prefix" --buildtype=debugoptimized -Dtests=false
fi
quietly meson install -C "$build"

export PATH="$prefix/bin:$PATH"
export XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"

if [ -z "$file" ]; then
  # A copy, made once: what is typed into it is kept.
  file=$build/sample.kumoji.json
  [ -e "$file" ] || kumoji-cli new --template sample -o "$file"
fi

if [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
  exec kumoji "$file"
fi
pdf=$build/report.pdf
rm -f "$pdf"
kumoji-cli report "$file" -o "$pdf" --reports all
echo "No display here. The report of $file is in $pdf"
