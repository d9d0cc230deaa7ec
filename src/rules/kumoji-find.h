/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding: where words occur in all that is asked, answered and listed. */
#pragma once

#include "project/kumoji-project.h"
#include "rules/kumoji-folding.h"

G_BEGIN_DECLS

/**
 * KumojiFindGroup:
 * @KUMOJI_FIND_QUESTIONS: the items of the catalogs
 * @KUMOJI_FIND_ANSWERS: what is noted at them in the last round
 * @KUMOJI_FIND_ASSETS: the register
 * @KUMOJI_FIND_SERVICES: the cloud services
 * @KUMOJI_FIND_TERMS: what is there to look up
 *
 * In the order in which they are shown.
 */
typedef enum
{
  KUMOJI_FIND_QUESTIONS,
  KUMOJI_FIND_ANSWERS,
  KUMOJI_FIND_ASSETS,
  KUMOJI_FIND_SERVICES,
  KUMOJI_FIND_TERMS,
} KumojiFindGroup;

#define KUMOJI_N_FIND_GROUPS (KUMOJI_FIND_TERMS + 1)

/**
 * KumojiFound:
 * @target: of items and answers "CATALOG/SUBJECT/ITEM", else the record's id
 * @title: what it is
 * @title_spans: (element-type KumojiSpan): where the words stand in @title
 * @place: where it belongs, "" where the title says all
 * @excerpt: the text in which they stand, cut to a line or two; may be ""
 * @excerpt_spans: (element-type KumojiSpan): where the words stand in @excerpt
 */
typedef struct
{
  char *target;
  char *title;
  GArray *title_spans;
  char *place;
  char *excerpt;
  GArray *excerpt_spans;
} KumojiFound;

/**
 * KumojiFindings:
 * @found: (element-type KumojiFound): of each group the best ones
 * @n: of each group how many there are in all
 */
typedef struct
{
  GPtrArray *found[KUMOJI_N_FIND_GROUPS];
  guint n[KUMOJI_N_FIND_GROUPS];
} KumojiFindings;

typedef struct _KumojiFindSource KumojiFindSource;

KumojiFindSource *kumoji_find_source_new (KumojiProject *project, KumojiLanguage language);
KumojiFindSource *kumoji_find_source_ref (KumojiFindSource *self);
void kumoji_find_source_unref (KumojiFindSource *self);

KumojiFindings *
kumoji_find (KumojiFindSource *source, const char *words, guint most, GCancellable *cancellable);
void kumoji_findings_free (KumojiFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiFindSource, kumoji_find_source_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiFindings, kumoji_findings_free)

G_END_DECLS
