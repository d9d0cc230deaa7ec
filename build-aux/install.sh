#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing of the packages that it is given the groups of: build, run, test.
# python3-jsonschema holds the catalogs against the schema that is installed with them.
# Debian 12 and Ubuntu. Asks apt only where something is missing, and sudo only where not root.
set -eu

build="gcc libc6-dev meson ninja-build pkg-config gettext libglib2.0-dev libglib2.0-dev-bin
  libjson-glib-dev libgtk-4-dev libgtk-4-bin libadwaita-1-dev libhpdf-dev libcairo2-dev
  libpango1.0-dev libfreetype-dev libfontconfig-dev libharfbuzz-dev libpoppler-glib-dev
  libpng-dev zlib1g-dev libjpeg-dev libxml2-utils desktop-file-utils
  shared-mime-info"
run="fontconfig fonts-morisawa-bizud-gothic fonts-ipaexfont-gothic adwaita-icon-theme
  hicolor-icon-theme librsvg2-common fonts-noto-cjk"
test="python3 python3-gi python3-jsonschema gir1.2-atspi-2.0 at-spi2-core dbus dbus-bin dbus-daemon xvfb xauth xdotool openbox
  imagemagick qpdf poppler-utils appstream locales clang clang-format libclang-rt-14-dev valgrind
  fonts-dejavu-core fonts-noto-cjk git"

wanted=""
for group in "$@"; do
  case "$group" in
    build) wanted="$wanted $build" ;;
    run) wanted="$wanted $run" ;;
    test) wanted="$wanted $test" ;;
    *) echo "install.sh: $group: no such group; it is build, run or test" >&2; exit 2 ;;
  esac
done

missing=""
for package in $wanted; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "install.sh: run it as root, or install sudo" >&2; exit 1; }
  as_root="sudo"
fi

echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# A package that this system does not name so (Ubuntu's compiler runtime, say) is left out here;
# what really needs it then says so itself.
found=""
for package in $missing; do
  if apt-cache policy "$package" | grep -q 'Candidate: [^(]'; then
    found="$found $package"
  else
    echo "install.sh: $package is not known to apt here; going on without it" >&2
  fi
done
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $found >/dev/null
