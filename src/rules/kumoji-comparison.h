/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison: what a signed paper shows against what the project says now. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_COMPARISON_MAX_PARTS 8

/**
 * KumojiFingerprints:
 * @whole: of all that the company says; "" for none
 * @parts: as kumoji_fingerprint_get_parts() names them, "" for none; %NULL ends them
 */
typedef struct
{
  char *whole;
  char *parts[KUMOJI_COMPARISON_MAX_PARTS + 1];
} KumojiFingerprints;

KumojiFingerprints *kumoji_fingerprints_new (void);
KumojiFingerprints *kumoji_fingerprints_new_of_project (KumojiProject *project);
KumojiFingerprints *kumoji_fingerprints_new_of_issue (KumojiIssue *issue);
gboolean
kumoji_fingerprints_set (KumojiFingerprints *self, const char *part, const char *fingerprint);
KumojiFingerprints *kumoji_fingerprints_copy (const KumojiFingerprints *self);
void kumoji_fingerprints_free (KumojiFingerprints *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiFingerprints, kumoji_fingerprints_free)

/**
 * KumojiComparison:
 * @equal: the paper shows the project as it stands
 * @changed: the parts that say something else now, ended by %NULL; may be empty where not @equal:
 *   what changed belongs to none of them
 */
typedef struct
{
  gboolean equal;
  const char *changed[KUMOJI_COMPARISON_MAX_PARTS + 1];
} KumojiComparison;

void kumoji_comparison_work_out (KumojiComparison *self,
                                 const KumojiFingerprints *paper,
                                 const KumojiFingerprints *now);
char *kumoji_comparison_dup_pages (const KumojiComparison *self, KumojiLanguage language);
char *kumoji_comparison_dup_sentence (const KumojiComparison *self, KumojiLanguage language);

G_END_DECLS
