# SPDX-License-Identifier: GPL-3.0-or-later
"""A day with the program: its folder, its language, the steps that were reached, and the program
that runs. Tells them as TAP."""
import gettext
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

from driver import Program


class Day:
    def __init__(self, name, kumoji, localedir):
        self.kumoji = kumoji
        self.japanese = os.environ["LC_ALL"].startswith("ja")
        self.words = gettext.translation("kumoji", localedir, ["ja"]) if self.japanese else None
        self.home = pathlib.Path(tempfile.mkdtemp(prefix=f"kumoji-{name}-"))
        self.env = {"HOME": str(self.home)}
        for kind in ("data", "config", "state", "cache"):
            self.env[f"XDG_{kind.upper()}_HOME"] = str(self.home / kind)
        self.steps = []
        self.running = None

    def say(self, text):
        """A text of the program as it shows it: names come from the translation itself."""
        return self.words.gettext(text) if self.words else text

    def step(self, name):
        """Notes each step that is reached, so that a failure says how far the day went."""
        self.steps.append(name)
        print(f"# {name}", flush=True)

    def start(self, *argv, env=None):
        """Runs the program, as large as the display."""
        self.running = Program(self.kumoji, *argv, env={**self.env, **(env or {})}, folder=self.home)
        self.running.fill_display()
        return self.running

    def _is_gtk_crash(self):
        """GTK 4.8's AT-SPI backend may crash where it is asked for a widget that is just going.
        Nothing but that lets the day begin again; any other end is a failure."""
        if self.running is None or self.running.process.poll() is None:
            return False
        told = self.running.process.stderr.read().decode()
        print("".join(f"# {line}\n" for line in told.splitlines()))
        return self.running.process.returncode == -11 and "g_variant_new_object_path" in told

    def _tell_failure(self):
        print(f"not ok {len(self.steps) + 1} the next step")
        print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()))
        try:
            subprocess.run(["import", "-window", "root", os.environ.get("KUMOJI_TEST_PICTURE", "/dev/null")])
            self.running.dump(sys.stdout)
        except Exception as nothing_to_see:  # the program may be gone
            print(f"# {nothing_to_see}")
        print(f"1..{len(self.steps) + 1}")
        sys.exit(1)

    def live(self, *hours):
        """Calls each of hours, and tells what came out. The folder is empty at first, and goes
        once all went well."""
        for attempt in range(3):
            try:
                self.steps.clear()
                shutil.rmtree(self.home, ignore_errors=True)
                self.home.mkdir(mode=0o700, exist_ok=True)
                for hour in hours:
                    hour()
                break
            except Exception:
                if attempt == 2 or not self._is_gtk_crash():
                    self._tell_failure()
                print("# GTK crashed in its AT-SPI backend; the day begins again")
        shutil.rmtree(self.home, ignore_errors=True)
        for number, name in enumerate(self.steps, 1):
            print(f"ok {number} {name}")
        print(f"1..{len(self.steps)}")
