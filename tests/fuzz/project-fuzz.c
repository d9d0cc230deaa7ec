/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: a project's way through the program: read, edited, composed, read again. */
#include <string.h>

#include "files/kumoji-project-file.h"
#include "rules/kumoji-check.h"
#include "rules/kumoji-fingerprint.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
assert_same_bytes (KumojiProject *project, GBytes *expected)
{
  g_autoptr (GBytes) now = kumoji_project_to_bytes (project);

  g_assert_cmpmem (g_bytes_get_data (now, NULL), g_bytes_get_size (now),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static guint
count_problems (KumojiProject *project)
{
  g_autoptr (GPtrArray) problems =
    kumoji_check_project (kumoji_project_get_library (project), project);

  return problems->len;
}

/* Every field of @record gets a value of its own, wherever the file left a value or none. */
static void
edit_record (KumojiHistory *history, KumojiRecord *record)
{
  guint n;
  const KumojiField *fields = kumoji_record_get_fields (record, &n);

  for (guint i = 1; i < n; i++)
    {
      const KumojiField *field = &fields[i];
      const char *text = field->type == KUMOJI_FIELD_CHOICE ? field->choices[0].id
                         : field->type == KUMOJI_FIELD_DATE ? "2026-02-28"
                         : field->type == KUMOJI_FIELD_FLAG ? "yes"
                                                            : "7";
      if (kumoji_field_is_scalar (field))
        kumoji_history_set_parsed (history, record, field->name, text, NULL);
    }
}

/* Edits of what the file holds, whatever that is, are taken back to the byte. */
static void
edit_and_undo (KumojiProject *project, GBytes *before)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *lists[] = { kumoji_project_get_assets (project),
                          kumoji_project_get_services (project),
                          kumoji_project_get_assessments (project),
                          kumoji_project_get_issued (project) };

  edit_record (history, KUMOJI_RECORD (kumoji_project_get_profile (project)));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (KumojiRecord) record = g_object_new (kumoji_list_get_record_type (lists[i]), NULL);
      if (kumoji_list_get_length (lists[i]) > 0)
        {
          edit_record (history, kumoji_list_get (lists[i], 0));
          kumoji_history_remove (history, lists[i], 0);
        }
      kumoji_history_insert (history, lists[i], 0, record);
    }
  while (kumoji_history_can_undo (history))
    kumoji_history_undo (history);
  assert_same_bytes (project, before);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KumojiProject) project = NULL, again = NULL;
  g_autoptr (KumojiSnapshot) snapshot = NULL;
  g_autoptr (GBytes) composed = NULL;
  g_autoptr (GError) error = NULL;

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, NULL);
  if (project == NULL)
    return 0;
  snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  composed = kumoji_project_file_compose (snapshot, &error);
  g_assert_no_error (error);
  again = kumoji_project_file_parse (composed, KUMOJI_LOAD_NONE, &error);
  g_assert_no_error (error);

  g_autofree char *fingerprint = kumoji_fingerprint_new (project);
  g_autofree char *fingerprint_again = kumoji_fingerprint_new (again);
  g_assert_cmpstr (fingerprint_again, ==, fingerprint);
  g_assert_cmpuint (count_problems (again), ==, count_problems (project));
  edit_and_undo (again, composed);
  return 0;
}
