/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a kind: how its items and its score are spoken of. */
#include "config.h"

#include "app/widgets/kumoji-kind-words.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *heading;      /* of the list of its items */
  const char *done;         /* what counts; NULL where nothing does */
  const char *missing;      /* a real answer that something is missing; NULL where there is none */
  const char *none_missing; /* a sentence */
} Words;

static const Words words[] = {
  [KUMOJI_KIND_CHECKLIST] = { N_("All questions"), N_("Yes"), N_("No"),
                              N_("No question is answered No.") },
  [KUMOJI_KIND_PRACTICE] = { N_("All practices"), N_("Done") },
  [KUMOJI_KIND_DOCUMENT] = { N_("All documents"), N_("Approved"), N_("No document"),
                             N_("No document is missing.") },
  [KUMOJI_KIND_CRITERION] = { N_("All criteria"), N_("Marked") },
  [KUMOJI_KIND_APPLICABILITY] = { N_("All controls"), N_("Decided") },
  [KUMOJI_KIND_IMPACT] = { N_("All threats"), N_("Assessed") },
  [KUMOJI_KIND_RECURRING] = { N_("All checks"), N_("In time"), N_("Overdue"),
                              N_("Nothing is overdue.") },
  [KUMOJI_KIND_REFERENCE] = { N_("All entries") },
};

/**
 * kumoji_kind_is_asked:
 * @kind: a kind
 *
 * Returns: whether its items are questions; those of the others are named, and then explained
 */
gboolean
kumoji_kind_is_asked (KumojiKind kind)
{
  return kind != KUMOJI_KIND_DOCUMENT && kind != KUMOJI_KIND_IMPACT
         && kind != KUMOJI_KIND_REFERENCE;
}

/**
 * kumoji_kind_get_heading:
 * @kind: a kind
 *
 * Returns: (transfer none): what stands above the list of its items
 */
const char *
kumoji_kind_get_heading (KumojiKind kind)
{
  return _(words[kind].heading);
}

/**
 * kumoji_kind_get_missing:
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): what says that something is missing, e.g. "No"; %NULL where
 *   nothing in the kind says so
 */
const char *
kumoji_kind_get_missing (KumojiKind kind)
{
  return words[kind].missing != NULL ? _(words[kind].missing) : NULL;
}

/**
 * kumoji_kind_get_none_missing:
 * @kind: a kind in which something can be missing
 *
 * Returns: (transfer none): a sentence: nothing is
 */
const char *
kumoji_kind_get_none_missing (KumojiKind kind)
{
  return _(words[kind].none_missing);
}

/**
 * kumoji_kind_get_result:
 * @kind: a kind
 * @passed: whether all that applies is done
 *
 * Returns: (transfer none): that, in a word or two
 */
const char *
kumoji_kind_get_result (KumojiKind kind, gboolean passed)
{
  if (kind == KUMOJI_KIND_CHECKLIST)
    return passed ? _("Passed") : _("Not passed yet");
  return passed ? _("Complete") : _("Not complete yet");
}

/**
 * kumoji_score_dup_done:
 * @score: how much of a catalog is answered
 * @kind: its kind
 *
 * Returns: (transfer full): e.g. "Approved 5 of 8"; "" for a reference, which is not counted
 */
char *
kumoji_score_dup_done (const KumojiScore *score, KumojiKind kind)
{
  if (words[kind].done == NULL)
    return g_strdup ("");
  /* Translators: how much of a checklist is done, e.g. "Yes 5 of 8" or "Approved 5 of 8". */
  return g_strdup_printf (_("%s %u of %u"), _(words[kind].done), score->yes, score->applicable);
}

/**
 * kumoji_score_dup_sentence:
 * @score: how much of a catalog is answered
 * @kind: its kind
 *
 * Returns: (transfer full): e.g. "Yes 5 of 8 · No 1 · Open 2"; "" for a reference
 */
char *
kumoji_score_dup_sentence (const KumojiScore *score, KumojiKind kind)
{
  g_autofree char *done = kumoji_score_dup_done (score, kind);
  GString *text = g_string_new (done);

  if (*done == '\0')
    return g_string_free (text, FALSE);
  if (score->no > 0 && words[kind].missing != NULL)
    g_string_append_printf (text, " · %s %u", _(words[kind].missing), score->no);
  if (kumoji_score_get_open (score) > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("Open %u"), kumoji_score_get_open (score));
    }
  return g_string_free (text, FALSE);
}
