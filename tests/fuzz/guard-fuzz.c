/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: guard, json-glib behind it, project, and the file written again.
 *
 * Under libFuzzer: clang -fsanitize=fuzzer,address,undefined, see tests/fuzz/README.md. The same
 * function runs over the corpus as an ordinary test, with replay.c in libFuzzer's place. */
#include <string.h>

#include "files/kumoji-project-file.h"
#include "project/kumoji-json.h"
#include "rules/kumoji-check.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static GBytes *
read_again (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiProject) project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, &error);

  if (project == NULL)
    g_error ("what was written is refused: %s", error->message);
  return kumoji_project_to_bytes (project);
}

/* Whatever a project said is written, read, and written as the same bytes. */
static void
check_project (KumojiProject *project)
{
  g_autoptr (GPtrArray) problems =
    kumoji_check_project (kumoji_project_get_library (project), project);
  g_autoptr (GBytes) written = kumoji_project_to_bytes (project);
  g_autoptr (GBytes) again = read_again (written);

  for (guint i = 0; i < problems->len; i++)
    g_assert_true (g_utf8_validate (((KumojiProblem *) problems->pdata[i])->reason, -1, NULL));
  if (!g_bytes_equal (written, again))
    g_error ("%.*s\nis read as\n%.*s", (int) g_bytes_get_size (written),
             (const char *) g_bytes_get_data (written, NULL), (int) g_bytes_get_size (again),
             (const char *) g_bytes_get_data (again, NULL));
}

/* What the guard lets pass, json-glib reads, and it comes back as the same JSON. */
static void
check_json (GBytes *bytes)
{
  g_autofree char *mark = NULL, *second_mark = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) checked = kumoji_guard_check (bytes, &mark, &error);
  g_autoptr (JsonNode) root = NULL, second = NULL;
  g_autoptr (GString) first_text = g_string_new (NULL), second_text = g_string_new (NULL);

  if (checked == NULL)
    {
      g_assert_nonnull (strstr (error->message, "; "));
      return;
    }
  g_clear_pointer (&mark, g_free);
  root = kumoji_guard_parse (bytes, &mark, &error);
  g_assert_no_error (error);
  kumoji_json_append_node (first_text, root, mark);

  g_autoptr (GBytes) compact = g_bytes_new (first_text->str, first_text->len);
  second = kumoji_guard_parse (compact, &second_mark, &error);
  g_assert_no_error (error);
  kumoji_json_append_node (second_text, second, second_mark);
  g_assert_cmpstr (first_text->str, ==, second_text->str);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KumojiProject) project = NULL;

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  check_json (bytes);
  project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NEWER, NULL);
  if (project != NULL)
    check_project (project);
  return 0;
}
