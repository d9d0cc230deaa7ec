/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind: how the items of a catalog are answered. */
#pragma once

#include "catalog/kumoji-language.h"

G_BEGIN_DECLS

/**
 * KumojiKind:
 * @KUMOJI_KIND_CHECKLIST: yes, no, not applicable, or waiting for an answer
 * @KUMOJI_KIND_PRACTICE: open, done, or not applicable
 * @KUMOJI_KIND_DOCUMENT: none, a draft, approved, or not needed
 * @KUMOJI_KIND_CRITERION: a text and a mark
 * @KUMOJI_KIND_APPLICABILITY: applicable, in place or planned, or not applicable
 * @KUMOJI_KIND_IMPACT: how hard each named impact would be
 * @KUMOJI_KIND_RECURRING: when it was done last, and when it is due again
 * @KUMOJI_KIND_REFERENCE: nothing is answered: something to look up
 *
 * DESIGN.md section 3.
 */
typedef enum
{
  KUMOJI_KIND_CHECKLIST,
  KUMOJI_KIND_PRACTICE,
  KUMOJI_KIND_DOCUMENT,
  KUMOJI_KIND_CRITERION,
  KUMOJI_KIND_APPLICABILITY,
  KUMOJI_KIND_IMPACT,
  KUMOJI_KIND_RECURRING,
  KUMOJI_KIND_REFERENCE,
} KumojiKind;

#define KUMOJI_N_KINDS (KUMOJI_KIND_REFERENCE + 1)

/* As they stand in files; %NULL ends them. */
extern const char *const kumoji_kind_words[];

const char *kumoji_kind_get_label (KumojiKind kind, KumojiLanguage language);

G_END_DECLS
