#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes a picture of each page of the sample, in both languages, light and dark.
# usage: build-aux/screenshots.sh PREFIX OUT-DIR [WIDTHxHEIGHT]
# PREFIX is where Kumoji is installed; LOCPATH, where set, is where ja_JP and en_US are.
set -eu

[ $# -ge 2 ] || { sed -n '4,5s/^# //p' "$0" >&2; exit 2; }
prefix=$1 out=$(realpath -m -- "$2") size=${3:-1280x820}
here=$(cd "$(dirname -- "$0")/.." && pwd)
pages=(overview company checklists assets roadmap reports)
mkdir -p "$out"

export KUMOJI_TODAY=${KUMOJI_TODAY:-2026-11-20} XDG_DATA_DIRS="$prefix/share:/usr/local/share:/usr/share"
for language in ja en; do
  [ "$language" = ja ] && locale=ja_JP.UTF-8 || locale=en_US.UTF-8
  file=$(mktemp -d)/minato.kumoji.json
  "$prefix/bin/kumoji-cli" --lang "$language" new --template sample -o "$file"
  for scheme in light dark; do
    # shellcheck disable=SC2016
    LC_ALL=$locale ADW_DEBUG_COLOR_SCHEME=prefer-$scheme "$here/tests/desktop/session.sh" "$size" \
      bash -c '
        kumoji=$1 file=$2 out=$3 size=$4 suffix=$5
        shift 5
        "$kumoji" "$file" & program=$!
        sleep 3
        window=$(xdotool getactivewindow)
        xdotool windowmove "$window" 0 0 windowsize --sync "$window" "${size%x*}" "${size#*x}"
        # Out of the way of hover effects.
        xdotool mousemove "$((${size%x*} - 2))" "$((${size#*x} - 2))"
        number=0
        for page in "$@"; do
          number=$((number + 1))
          xdotool key "ctrl+$number"
          sleep 1.5
          import -window root "$out/$page-$suffix.png"
        done
        kill "$program"
      ' pictures "$prefix/bin/kumoji" "$file" "$out" "$size" "$language-$scheme" "${pages[@]}"
  done
done
