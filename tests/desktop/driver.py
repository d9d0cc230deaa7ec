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

    def __init__(self, *argv, env=None, folder=None):
        self.log = open(os.environ.get("KUMOJI_TEST_LOG", os.devnull), "ab")
        self.process = subprocess.Popen(argv, env={**os.environ, **(env or {})}, cwd=folder,
                                        stdout=self.log, stderr=subprocess.PIPE)
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

    def window_ids(self):
        """The windows that show, asked of the display: GTK 4.8 crashes where AT-SPI asks it for a
        window that is just going (its object path is NULL then)."""
        told = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                              capture_output=True, text=True).stdout
        return set(told.split())

    def count_windows(self):
        return len(self.window_ids())

    def look(self, role, name=None, within=None, text=None):
        if within:
            # Nothing else tells the cache of what has changed.
            within.clear_cache()
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
        return self.act(self.find(role, name, within))

    def act(self, node):
        """Does what a node is there for, once it may be done."""
        name = f"{role_of(node)} “{node.get_name()}”"
        wait_for(f"{name} to be sensitive", lambda: node.clear_cache() or
                 node.get_state_set().contains(Atspi.StateType.SENSITIVE))
        if "Action" not in node.get_interfaces() or Atspi.Action.get_n_actions(node) == 0:
            raise NotFound(f"{name} has no action")
        Atspi.Action.do_action(node, 0)
        return node

    def click(self, node):
        """Clicks with the mouse: GTK 4.8 answers GrabFocus with an error."""
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        window = subprocess.run(["xdotool", "getactivewindow"], check=True, capture_output=True,
                                text=True).stdout.strip()
        subprocess.run(["xdotool", "mousemove", "--window", window, str(box.x + box.width // 2),
                        str(box.y + box.height // 2), "click", "1"], check=True)

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
        node.clear_cache()
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

    def fill(self, name, text, within=None):
        """Types into the entry of that name, and leaves it."""
        entry = self.focus(self.find("text", name, within))
        self.keys("ctrl+a")
        self.write(entry, text)
        self.keys("Tab")

    def second_window(self, what):
        """The dialog over the program's window. GTK 4.8 tells no role of its own dialogs."""
        wait_for(what, lambda: self.count_windows() > 1)
        return wait_for(f"{what}'s content", lambda: len(self.windows()) > 1 and self.windows()[-1])

    def go_to(self, items, text):
        """Goes down the list that has the keyboard to the row of that text, and takes it."""
        rows = [node for node in walk(items) if role_of(node) == "list item"]
        names = [row.get_child_at_index(0).get_name() for row in rows]
        wait_for("focus in the list", lambda: self._has_focus(items))
        for attempt in range(len(rows)):
            if self._has_focus(rows[names.index(text)]):
                break
            self.keys("Down")
            time.sleep(0.1)
        self.keys("Return")

    def leave_dialog(self, what, leave):
        """Calls leave() until the dialog is closed: a key that comes before the dialog has the
        keyboard is lost."""
        before = self.window_ids()
        for attempt in range(8):
            leave()
            try:
                wait_for(f"{what} to close", lambda: before - self.window_ids(), patience=2)
                break
            except NotFound:
                if attempt == 7:
                    raise
        time.sleep(0.5)

    def choose_file(self, path):
        """Types a path into GTK's file dialog, and confirms it."""
        dialog = self.second_window("the file dialog")
        entry = wait_for("a place for the path", lambda: self._find_path_entry(dialog))
        self.write(entry, str(path))
        self.leave_dialog("the file dialog", lambda: self.keys("Return"))

    def _find_path_entry(self, dialog):
        """It is the first entry; the last one, for a server's address, is always there. A dialog
        that opens a file shows it only once it is asked for."""
        entries = [node for node in walk(dialog) if role_of(node) == "text"]
        if len(entries) < 2:
            self.keys("ctrl+l")
            return None
        return entries[0]

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
