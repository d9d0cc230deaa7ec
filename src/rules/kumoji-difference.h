/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A difference: one thing that two projects do not say alike. */
#pragma once

#include "catalog/kumoji-library.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

/**
 * KumojiDifferenceKind:
 * @KUMOJI_DIFFERENCE_ADDED: only the project after has it
 * @KUMOJI_DIFFERENCE_REMOVED: only the project before has it
 * @KUMOJI_DIFFERENCE_CHANGED: it says something else
 * @KUMOJI_DIFFERENCE_MOVED: it stands in another place among the same records
 */
typedef enum
{
  KUMOJI_DIFFERENCE_ADDED,
  KUMOJI_DIFFERENCE_REMOVED,
  KUMOJI_DIFFERENCE_CHANGED,
  KUMOJI_DIFFERENCE_MOVED,
} KumojiDifferenceKind;

#define KUMOJI_N_DIFFERENCE_KINDS (KUMOJI_DIFFERENCE_MOVED + 1)

/**
 * KumojiDifference:
 * @kind: what happened to it
 * @area: (nullable): the project's field that it is under, e.g. the register; %NULL for what the
 *   file says outside of all
 * @is_aside: whether it is no part of what the company says: issued reports, choices
 * @is_set_aside: whether @before or @after is what a file said and no field takes, as JSON
 * @id: of the record right under the area, "" for none
 * @record: what people call the record, with what it is part of; "" for the area itself
 * @field: what people call its field, "" for the whole record
 * @before: what was there as a person reads it, "" for nothing; of a record that moved its place,
 *   from 1 on
 * @after: what is there now, likewise
 */
typedef struct
{
  KumojiDifferenceKind kind;
  const KumojiField *area;
  gboolean is_aside;
  gboolean is_set_aside;
  const char *id;
  const char *record;
  char *field;
  char *before;
  char *after;
} KumojiDifference;

GPtrArray *kumoji_differences_new (KumojiProject *before,
                                   KumojiProject *after,
                                   KumojiLibrary *library,
                                   KumojiLanguage language);

const char *kumoji_difference_kind_get_label (KumojiDifferenceKind kind, KumojiLanguage language);
const char *kumoji_difference_get_area_label (const KumojiDifference *self,
                                              KumojiLanguage language);

G_END_DECLS
