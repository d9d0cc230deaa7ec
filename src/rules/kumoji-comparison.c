/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison: what a signed paper shows against what the project says now. */
#include "rules/kumoji-comparison.h"

#include "catalog/kumoji-phrases.h"
#include "rules/kumoji-fingerprint.h"

/**
 * kumoji_fingerprints_new:
 *
 * Returns: (transfer full): no fingerprint yet
 */
KumojiFingerprints *
kumoji_fingerprints_new (void)
{
  KumojiFingerprints *self = g_new0 (KumojiFingerprints, 1);
  const char *const *parts = kumoji_fingerprint_get_parts ();

  g_assert (g_strv_length ((char **) parts) <= KUMOJI_COMPARISON_MAX_PARTS);
  self->whole = g_strdup ("");
  for (guint i = 0; parts[i] != NULL; i++)
    self->parts[i] = g_strdup ("");
  return self;
}

/**
 * kumoji_fingerprints_new_of_project:
 * @project: what the company says
 *
 * A tenth of a second for ten thousand assets: not for the main loop.
 *
 * Returns: (transfer full): its fingerprints
 */
KumojiFingerprints *
kumoji_fingerprints_new_of_project (KumojiProject *project)
{
  KumojiFingerprints *self = g_new0 (KumojiFingerprints, 1);
  const char *const *parts = kumoji_fingerprint_get_parts ();

  self->whole = kumoji_fingerprint_new (project);
  for (guint i = 0; parts[i] != NULL; i++)
    self->parts[i] = kumoji_fingerprint_new_part (project, parts[i]);
  return self;
}

/**
 * kumoji_fingerprints_new_of_issue:
 * @issue: an issued report
 *
 * Returns: (transfer full): what the project's were then
 */
KumojiFingerprints *
kumoji_fingerprints_new_of_issue (KumojiIssue *issue)
{
  KumojiFingerprints *self = g_new0 (KumojiFingerprints, 1);
  const char *const *parts = kumoji_fingerprint_get_parts ();

  self->whole = g_strdup (kumoji_record_get_text (KUMOJI_RECORD (issue), "fingerprint"));
  for (guint i = 0; parts[i] != NULL; i++)
    self->parts[i] = g_strdup (kumoji_record_get_text (KUMOJI_RECORD (issue), parts[i]));
  return self;
}

/**
 * kumoji_fingerprints_set:
 * @self: fingerprints
 * @part: a part's name, "fingerprint" for the whole
 * @fingerprint: its fingerprint
 *
 * Returns: whether there is such a part
 */
gboolean
kumoji_fingerprints_set (KumojiFingerprints *self, const char *part, const char *fingerprint)
{
  const char *const *parts = kumoji_fingerprint_get_parts ();
  char **place = g_str_equal (part, "fingerprint") ? &self->whole : NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], part))
      place = &self->parts[i];
  if (place == NULL)
    return FALSE;
  g_free (*place);
  *place = g_strdup (fingerprint);
  return TRUE;
}

/**
 * kumoji_fingerprints_copy:
 * @self: fingerprints
 *
 * Returns: (transfer full): the same
 */
KumojiFingerprints *
kumoji_fingerprints_copy (const KumojiFingerprints *self)
{
  KumojiFingerprints *copy = g_new0 (KumojiFingerprints, 1);

  copy->whole = g_strdup (self->whole);
  for (guint i = 0; self->parts[i] != NULL; i++)
    copy->parts[i] = g_strdup (self->parts[i]);
  return copy;
}

/**
 * kumoji_fingerprints_free:
 * @self: (transfer full): fingerprints
 */
void
kumoji_fingerprints_free (KumojiFingerprints *self)
{
  g_free (self->whole);
  for (guint i = 0; self->parts[i] != NULL; i++)
    g_free (self->parts[i]);
  g_free (self);
}

/**
 * kumoji_comparison_work_out:
 * @self: (out caller-allocates): what comes out
 * @paper: of the paper, as its metadata or the issued report holds them
 * @now: of the project as it stands
 *
 * DESIGN.md section 4, Fingerprint. A part that the paper has no fingerprint of is not named.
 */
void
kumoji_comparison_work_out (KumojiComparison *self,
                            const KumojiFingerprints *paper,
                            const KumojiFingerprints *now)
{
  const char *const *parts = kumoji_fingerprint_get_parts ();
  guint n = 0;

  *self = (KumojiComparison){ .equal = g_str_equal (paper->whole, now->whole) };
  for (guint i = 0; !self->equal && parts[i] != NULL; i++)
    if (*paper->parts[i] != '\0' && !g_str_equal (paper->parts[i], now->parts[i]))
      self->changed[n++] = parts[i];
}

/**
 * kumoji_comparison_dup_pages:
 * @self: a comparison
 * @language: of the text
 *
 * Returns: (transfer full): the pages of the application that say something else now, e.g.
 *   "Checklists, Information assets"; "" where the paper shows the project as it stands
 */
char *
kumoji_comparison_dup_pages (const KumojiComparison *self, KumojiLanguage language)
{
  g_autoptr (GString) pages = g_string_new (NULL);

  for (guint i = 0; self->changed[i] != NULL; i++)
    {
      /* An issued report has a field for each part, which is called as its page. */
      const KumojiField *field = kumoji_record_type_get_field (KUMOJI_TYPE_ISSUE, self->changed[i]);

      /* Translators: between the names of pages */
      g_string_append_printf (pages, "%s%s", i > 0 ? kumoji_phrase (language, N_(", ")) : "",
                              kumoji_field_get_label (field, language));
    }
  if (!self->equal && self->changed[0] == NULL)
    g_string_append (pages, kumoji_phrase (language, N_("something outside the pages")));
  return g_string_free (g_steal_pointer (&pages), FALSE);
}

/**
 * kumoji_comparison_dup_sentence:
 * @self: a comparison
 * @language: of the text
 *
 * Returns: (transfer full): what comes out, and what to do, to stand behind the paper's name
 */
char *
kumoji_comparison_dup_sentence (const KumojiComparison *self, KumojiLanguage language)
{
  g_autofree char *pages = kumoji_comparison_dup_pages (self, language);

  if (self->equal)
    return g_strdup (kumoji_phrase (language, N_("this report shows the project as it stands")));
  return g_strdup_printf (
    kumoji_phrase (language,
                   /* Translators: %s are the names of pages. */
                   N_("the project says something else now: %s; look there, or issue a new "
                       "report")),
    pages);
}
