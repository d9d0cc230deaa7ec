#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Gathers the texts of the sources: writes po/POTFILES.in and brings po/ja.po up to date.
# Translations are only ever taken over exactly, so a changed text stands there empty, never guessed.
set -eu

cd "$(dirname -- "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

known() {
  git ls-files --cached --others --exclude-standard -- "$@" | sort -u \
    | while read -r file; do [ ! -e "$file" ] || echo "$file"; done
}
having() { # PATTERN: the files of standard input that hold it
  xargs -r grep -lE -- "$1" || true
}

{
  known 'src/*.c' | having '\b(_|N_|P_|C_|NC_|ngettext) ?\('
  known 'ui/*.ui' | having 'translatable="(yes|true)"'
  known 'data/*.desktop.in' 'data/*.metainfo.xml.in' 'data/*.gschema.xml'
} | LC_ALL=C sort -u >"$work/files"
cmp -s "$work/files" po/POTFILES.in || cp "$work/files" po/POTFILES.in

xgettext --files-from="$work/files" --output="$work/kumoji.pot" --package-name=kumoji \
  --from-code=UTF-8 --add-comments=Translators --add-location=file \
  --keyword=_ --keyword=N_ --keyword=P_:1,2 --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=ngettext:1,2 \
  --flag=_:1:pass-c-format --flag=N_:1:pass-c-format --flag=P_:1:pass-c-format \
  --flag=P_:2:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
  --flag=ngettext:1:pass-c-format --flag=ngettext:2:pass-c-format \
  --flag=g_strdup_printf:1:c-format --flag=g_set_error:4:c-format \
  --flag=g_error_new:3:c-format --flag=g_string_append_printf:2:c-format \
  --flag=g_string_printf:2:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format \
  2>"$work/said" || true
cat "$work/said" >&2
# It only warns of a broken template, and the translations of its texts would be dropped.
if [ ! -s "$work/kumoji.pot" ] || grep -q 'cannot read' "$work/said"; then
  echo "update-po.sh: a source cannot be read; po/ja.po stays as it is" >&2
  exit 1
fi

# The day of gathering says nothing and would change the file each time.
sed -i '/^"POT-Creation-Date:/d' "$work/kumoji.pot"
msgmerge --quiet --update --no-fuzzy-matching --backup=none --add-location=file \
  ${KUMOJI_COMPENDIUM:+--compendium="$KUMOJI_COMPENDIUM"} po/ja.po "$work/kumoji.pot"
msgattrib --no-obsolete --output-file="$work/ja.po" po/ja.po
cmp -s "$work/ja.po" po/ja.po || cp "$work/ja.po" po/ja.po
msgfmt --check --statistics --output-file=/dev/null po/ja.po
