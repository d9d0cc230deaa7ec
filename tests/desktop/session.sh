#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command in a D-Bus session of its own, on a display of its own with a window manager, so
# that dialogs get the keyboard. usage: session.sh SIZE COMMAND...
set -eu
size=$1
shift
export GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory
# What the session's own programs say is not the command's output.
exec 3>&1
exec dbus-run-session -- xvfb-run --auto-servernum --server-args="-screen 0 ${size}x24 -noreset" \
  bash -c 'openbox --sm-disable >/dev/null 2>&1 & "$@" >&3; status=$?; kill %1 2>/dev/null; exit $status' \
  session "$@" >&2
