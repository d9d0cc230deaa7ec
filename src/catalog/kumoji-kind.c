/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind: how the items of a catalog are answered. */
#include "catalog/kumoji-kind.h"

#include "catalog/kumoji-phrases.h"

const char *const kumoji_kind_words[] = {
  [KUMOJI_KIND_CHECKLIST] = "checklist",
  [KUMOJI_KIND_PRACTICE] = "practice",
  [KUMOJI_KIND_DOCUMENT] = "document",
  [KUMOJI_KIND_CRITERION] = "criterion",
  [KUMOJI_KIND_APPLICABILITY] = "applicability",
  [KUMOJI_KIND_IMPACT] = "impact",
  [KUMOJI_KIND_RECURRING] = "recurring",
  [KUMOJI_KIND_REFERENCE] = "reference",
  NULL,
};

/**
 * kumoji_kind_get_label:
 * @kind: a kind
 * @language: the reader's language
 *
 * Returns: (transfer none): what such a catalog is called
 */
const char *
kumoji_kind_get_label (KumojiKind kind, KumojiLanguage language)
{
  static const char *const labels[] = {
    [KUMOJI_KIND_CHECKLIST] = N_("Checklist"),
    [KUMOJI_KIND_PRACTICE] = N_("Practices"),
    [KUMOJI_KIND_DOCUMENT] = N_("List of documents"),
    [KUMOJI_KIND_CRITERION] = N_("Criteria with marks"),
    [KUMOJI_KIND_APPLICABILITY] = N_("Statement of applicability"),
    [KUMOJI_KIND_IMPACT] = N_("Threats and their impact"),
    [KUMOJI_KIND_RECURRING] = N_("Recurring checks"),
    [KUMOJI_KIND_REFERENCE] = N_("Reference"),
  };

  return kumoji_phrase (language, labels[kind]);
}
