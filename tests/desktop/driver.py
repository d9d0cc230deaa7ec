# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program from outside, over AT-SPI and the keyboard, as a user would.

Widgets are found by role and name, never by position. An action returns before the program has
handled it, so everything here waits for its result, with a bound.
"""
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402
from gi.repository import GLib  # noqa: E402

PATIENCE = float(os.environ.get("KUMOJI_TEST_PATIENCE", "20"))


class NotFound(Exception):
    pass


def wait_for(what, look, patience=PATIENCE):
    """Calls look() until it gives something, and gives that; NotFound after the bound."""
    end = time.monotonic() + patience
    while True:
        try:
            found = look()
        except GLib.Error:  # the widget went away while we looked
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise NotFound(f"waited {patience:.0f} s in vain for {what}")
        time.sleep(0.05)


def walk(node, depth=40):
    """Everything that shows below a node, itself first."""
    if node is None or depth == 0:
        return
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from walk(child, depth - 1)


def role_of(node):
    return node.get_role_name()


def text_of(node):
    if "Text" not in node.get_interfaces():
        return ""
    # GTK 4.8 gives nothing for an entry where the end is -1.
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def plain(name):
    """A name as it is read: without the marks of mnemonics, "_Save" or "保存(_S)"."""
    return re.sub(r"\(_?[A-Z]\)", "", name).replace("_", "")


def same_name(seen, wanted):
    """GTK 4.8 tells a button's name twice, with and without its mnemonic. A wanted name that ends
    in * is a beginning."""
    seen, wanted = plain(seen), plain(wanted)
    if wanted.endswith("*"):
        return seen.startswith(wanted[:-1])
    return seen in (wanted, f"{wanted} {wanted}")


class Program:
    """One run of the program."""

    def __init__(self, *argv, env=None):
        self.log = open(os.environ.get("KUMOJI_TEST_LOG", os.devnull), "ab")
        self.process = subprocess.Popen(argv, env={**os.environ, **(env or {})}, stdout=self.log,
                                        stderr=subprocess.PIPE)
        self.root = wait_for("the program's window", self._find_root)

    def _find_root(self):
        if self.process.poll() is not None:
            raise NotFound(f"the program ended with {self.process.returncode}: "
                           f"{self.process.stderr.read().decode()}")
        desktop = Atspi.get_desktop(0)
        # Without a main loop nothing tells the cache of a program that came after the last one.
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid and app.get_child_count():
                return app
        return None

    def windows(self):
        self.root.clear_cache()
        return [self.root.get_child_at_index(i) for i in range(self.root.get_child_count())]

    def count_windows(self):
        """How many windows show, asked of the display: GTK 4.8 crashes where AT-SPI asks it for a
        window that is just going (its object path is NULL then)."""
        told = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                              capture_output=True, text=True).stdout
        return len(told.split())

    def look(self, role, name=None, within=None, text=None):
        for window in [within] if within else reversed(self.windows()):
            for node in walk(window):
                if role is not None and role_of(node) not in (role if isinstance(role, tuple) else (role,)):
                    continue
                if name is not None and not same_name(node.get_name(), name):
                    continue
                if text is not None and text not in (node.get_name() + text_of(node)):
                    continue
                return node
        return None

    def find(self, role, name=None, within=None, text=None, patience=PATIENCE):
        return wait_for(f"{role} “{name or text}”", lambda: self.look(role, name, within, text), patience)

    def gone(self, role, name):
        wait_for(f"{role} “{name}” to go", lambda: self.look(role, name) is None)

    def shows(self, text, patience=PATIENCE):
        """Waits until some widget shows the text."""
        return self.find(None, text=text, patience=patience)

    def press(self, role, name, within=None):
        node = self.find(role, name, within)
        wait_for(f"{role} “{name}” to be sensitive",
                 lambda: node.get_state_set().contains(Atspi.StateType.SENSITIVE))
        if "Action" not in node.get_interfaces() or Atspi.Action.get_n_actions(node) == 0:
            raise NotFound(f"{role} “{name}” has no action")
        Atspi.Action.do_action(node, 0)
        return node

    def click(self, node):
        """Clicks with the mouse: GTK 4.8 answers GrabFocus with an error."""
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        told = subprocess.run(["xdotool", "getactivewindow", "getwindowgeometry", "--shell"], check=True,
                              capture_output=True, text=True).stdout
        place = dict(line.split("=") for line in told.split())
        subprocess.run(["xdotool", "mousemove", str(int(place["X"]) + box.x + box.width // 2),
                        str(int(place["Y"]) + box.y + box.height // 2), "click", "1"], check=True)

    def focus(self, node):
        self.click(node)
        wait_for(f"focus on “{node.get_name()}”", lambda: self._has_focus(node))
        return node

    def fill_display(self):
        """Makes the window as large as the display, so that nothing has to be scrolled to."""
        told = subprocess.run(["xdotool", "getdisplaygeometry"], check=True, capture_output=True, text=True)
        window = wait_for("the active window", lambda: subprocess.run(
            ["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip())
        subprocess.run(["xdotool", "windowmove", window, "0", "0", "windowsize", "--sync", window,
                        *told.stdout.split()], check=True)

    @staticmethod
    def _has_focus(node):
        return any(n.get_state_set().contains(Atspi.StateType.FOCUSED) for n in walk(node))

    def write(self, node, text):
        """Writes a text that no keyboard has keys for, as an input method commits it."""
        field = next((n for n in walk(node) if "EditableText" in n.get_interfaces()), None)
        if field is None:
            raise NotFound(f"“{node.get_name()}” cannot be edited")
        Atspi.EditableText.set_text_contents(field, text)

    def keys(self, *keys):
        """Presses keys as xdotool names them, e.g. "ctrl+s"."""
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)

    def window_title(self):
        return self.windows()[0].get_name()

    def wait_end(self):
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired as late:
            self.process.kill()
            raise NotFound("the program did not end") from late
        told = self.process.stderr.read().decode()
        bad = [line for line in told.splitlines() if "CRITICAL" in line or "WARNING" in line]
        if self.process.returncode != 0 or bad:
            raise NotFound(f"the program ended with {self.process.returncode}: {told}")

    def dump(self, out=sys.stderr):
        for window in self.windows():
            self._dump(window, 0, out)

    def _dump(self, node, depth, out):
        if node is None or depth > 40:
            return
        print(f"# {'  ' * depth}{role_of(node)} “{node.get_name()}” {text_of(node)!r}", file=out)
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
                self._dump(child, depth + 1, out)
