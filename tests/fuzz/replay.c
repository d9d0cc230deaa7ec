/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replay: a fuzz target run over every file of its corpus, as an ordinary test. */
#include <gio/gio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
replay_file (gconstpointer path)
{
  g_autofree char *content = NULL;
  g_autofree guint8 *exact = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  /* Without GLib's byte behind the end, so that a sanitizer sees a read beyond it. */
  exact = g_memdup2 (content, length);
  LLVMFuzzerTestOneInput (exact, length);
}

static void
add_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/fuzz/", name, NULL);
      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), replay_file, g_free);
    }
}

/* usage: TARGET FOLDER... */
int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    add_folder (argv[i]);
  return g_test_run ();
}
