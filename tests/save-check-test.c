/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of a place to save to, before there is anything to save: it says what the save would say. */
#include "files/kumoji-safe-save.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "catalog/kumoji-language.h"
#include "files/kumoji-file-error.h"

static char *folder;

static GFile *
place (const char *name)
{
  return g_file_new_build_filename (folder, name, NULL);
}

static void
assert_good (const char *name)
{
  g_autoptr (GFile) file = place (name);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;
  gboolean there = g_file_query_exists (file, NULL);

  g_assert_true (kumoji_safe_save_check (file, &error));
  g_assert_no_error (error);
  /* The question writes nothing, and the answer holds. */
  g_assert_cmpint (g_file_query_exists (file, NULL), ==, there);
  g_assert_true (kumoji_safe_save (file, bytes, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_bad (const char *name)
{
  g_autoptr (GFile) file = place (name);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) before = NULL;
  g_autoptr (GError) after = NULL;

  g_assert_false (kumoji_safe_save_check (file, &before));
  g_assert_false (kumoji_safe_save (file, bytes, NULL, NULL, NULL, &after));
  g_assert_error (before, KUMOJI_FILE_ERROR, after->code);
  g_assert_cmpstr (before->message, ==, after->message);
}

static void
test_places (void)
{
  g_autofree char *old = g_build_filename (folder, "old.pdf", NULL);
  g_autofree char *sub = g_build_filename (folder, "sub", NULL);
  g_autofree char *dangling = g_build_filename (folder, "dangling.pdf", NULL);
  g_autofree char *lost = g_build_filename (folder, "lost.pdf", NULL);
  g_autofree char *circle = g_build_filename (folder, "circle.pdf", NULL);

  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  g_assert_cmpint (g_mkdir (sub, 0755), ==, 0);
  g_assert_cmpint (symlink ("sub/new.pdf", dangling), ==, 0);
  g_assert_cmpint (symlink ("no/new.pdf", lost), ==, 0);
  g_assert_cmpint (symlink ("circle.pdf", circle), ==, 0);

  assert_good ("new.pdf");
  assert_good ("old.pdf");
  assert_good ("sub/a.pdf");
  assert_good ("dangling.pdf");
  assert_bad ("sub");
  assert_bad ("no/a.pdf");
  assert_bad ("old.pdf/a.pdf");
  assert_bad ("lost.pdf");
  assert_bad ("circle.pdf");
}

static void
test_rights (void)
{
  g_autofree char *closed = g_build_filename (folder, "closed", NULL);
  g_autofree char *fixed = g_build_filename (folder, "fixed.pdf", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_assert_cmpint (g_mkdir (closed, 0555), ==, 0);
  g_assert_true (g_file_set_contents (fixed, "old", -1, NULL));
  g_assert_cmpint (g_chmod (fixed, 0444), ==, 0);
  assert_bad ("closed/a.pdf");
  assert_bad ("fixed.pdf");
}

/* Only writing tells. */
static void
test_remote (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("smb://server/share/a.pdf");

  g_assert_true (kumoji_safe_save_check (file, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  folder = g_dir_make_tmp ("kumoji-check-XXXXXX", NULL);
  g_test_add_func ("/save-check/places", test_places);
  g_test_add_func ("/save-check/rights", test_rights);
  g_test_add_func ("/save-check/remote", test_remote);

  int status = g_test_run ();
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (folder);
  return status;
}
