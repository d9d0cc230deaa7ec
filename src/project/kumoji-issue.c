/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An issue: a report that left the office, and what the project said then. */
#include "project/kumoji-issue.h"

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-report-setup.h"

/* "k1:" and 64 digits are 67; a later algorithm may need more. */
#define FINGERPRINT .max = 100

/* Behind "fingerprint" one field for each part that has a fingerprint of its own, see
 * kumoji_fingerprint_get_parts(). */
static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "date", KUMOJI_FIELD_DATE, N_("Date of issue") },
  { "parts", KUMOJI_FIELD_TEXT, N_("Parts"), .max = 200 }, /* ids with commas between them */
  { "language", KUMOJI_FIELD_CHOICE, N_("Language"), kumoji_report_languages },
  { "signatories", KUMOJI_FIELD_MEMO, N_("Signed by") },
  { "place", KUMOJI_FIELD_TEXT, N_("Kept at"), .max = 2000 },
  { "note", KUMOJI_FIELD_MEMO, N_("Note") },
  { "fingerprint", KUMOJI_FIELD_TEXT, N_("Fingerprint"), FINGERPRINT },
  { "profile", KUMOJI_FIELD_TEXT, N_("Company"), FINGERPRINT },
  { "assessments", KUMOJI_FIELD_TEXT, N_("Checklists"), FINGERPRINT },
  { "assets", KUMOJI_FIELD_TEXT, N_("Information assets"), FINGERPRINT },
  { "services", KUMOJI_FIELD_TEXT, N_("Cloud services"), FINGERPRINT },
  { "roadmap", KUMOJI_FIELD_TEXT, N_("Roadmap"), FINGERPRINT },
};

KUMOJI_DEFINE_RECORD (KumojiIssue, kumoji_issue, N_("issued report"))

/**
 * kumoji_issue_dup_signatories:
 * @self: an issued report
 * @language: of the text
 *
 * Returns: (transfer full): who signed, a line each in the record, on one line; "" for nobody yet
 */
char *
kumoji_issue_dup_signatories (KumojiIssue *self, KumojiLanguage language)
{
  g_auto (GStrv) lines =
    g_strsplit (kumoji_record_get_text (KUMOJI_RECORD (self), "signatories"), "\n", -1);
  g_autoptr (GString) people = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (people, "%s%s",
                              people->len > 0 ? kumoji_phrase (language, N_(", ")) : "", lines[i]);
  return g_string_free (g_steal_pointer (&people), FALSE);
}
