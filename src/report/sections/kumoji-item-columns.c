/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a check sheet: which a kind of catalog has, and on which paper. */
#include "report/sections/kumoji-item-columns.h"

#include "catalog/kumoji-phrases.h"

#define NUMBER                                                                                     \
  {                                                                                                \
    kumoji_item_cell_number, N_("No.")                                                            \
  }
#define NOTES                                                                                      \
  {                                                                                                \
    kumoji_item_cell_notes, N_("Memo, evidence"), NULL,                                           \
    {                                                                                              \
      6, 6                                                                                         \
    }                                                                                              \
  }

/* Two boxes side by side in Japanese; in English one below the other. */
static const KumojiItemColumn checklist[] = {
  NUMBER,
  { kumoji_item_cell_question, N_("Question"), NULL, { 5, 6 } },
  { kumoji_item_cell_boxes, NULL, "answer", .width = { 122, 98 } },
  NOTES,
  { NULL },
};

static const KumojiItemColumn practice[] = {
  NUMBER,
  { kumoji_item_cell_question, N_("Practice"), NULL, { 5, 6 } },
  { kumoji_item_cell_boxes, NULL, "answer", .width = { 76, 98 } },
  NOTES,
  { NULL },
};

static const KumojiItemColumn document[] = {
  NUMBER,
  { kumoji_item_cell_title, N_("Document"), NULL, { 4, 4 } },
  { kumoji_item_cell_question, N_("Explanation"), NULL, { 6, 5 } },
  { kumoji_item_cell_boxes, N_("State"), "answer", .width = { 112, 92 } },
  { kumoji_item_cell_field, NULL, "owner", { 3, 3 } },
  { kumoji_item_cell_field, NULL, "place", { 4, 4 } },
  { kumoji_item_cell_field, NULL, "date", .width = { 86, 72 } },
  { kumoji_item_cell_notes, N_("Memo, evidence"), NULL, { 5, 5 } },
  { NULL },
};

static const KumojiItemColumn criterion[] = {
  NUMBER,
  { kumoji_item_cell_look_for, N_("Question, and what to look for"), NULL, { 6, 6 } },
  { kumoji_item_cell_boxes, N_("Mark"), "answer", .width = { 64, 64 } },
  { kumoji_item_cell_notes, N_("What we found"), NULL, { 6, 6 } },
  { NULL },
};

static const KumojiItemColumn applicability[] = {
  NUMBER,
  { kumoji_item_cell_control, N_("Control"), NULL, { 4, 4 } },
  { kumoji_item_cell_question, N_("What it asks"), NULL, { 5, 5 } },
  { kumoji_item_cell_applies, N_("Applies"), "answer", .width = { 72, 92 } },
  { kumoji_item_cell_measure, N_("State"), "answer", .width = { 62, 76 } },
  { kumoji_item_cell_field, NULL, "reason", { 5, 6 } },
  { kumoji_item_cell_field, NULL, "evidence", { 4, 4 } },
  { kumoji_item_cell_notes, N_("Memo"), NULL, { 5, 4 } },
  { NULL },
};

static const KumojiItemColumn impact[] = {
  NUMBER,
  { kumoji_item_cell_title, N_("Threat"), NULL, { 4, 4 } },
  { kumoji_item_cell_question, N_("Explanation"), NULL, { 7, 7 } },
  { kumoji_item_cell_impacts, NULL, "impacts", .width = { 74, 78 } },
  { kumoji_item_cell_notes, N_("Memo, evidence"), NULL, { 6, 6 } },
  { NULL },
};

static const KumojiItemColumn recurring[] = {
  NUMBER,
  { kumoji_item_cell_title, N_("Check"), NULL, { 4, 4 } },
  { kumoji_item_cell_question, N_("Question"), NULL, { 6, 6 } },
  { kumoji_item_cell_interval, NULL, "interval", .width = { 48, 56 } },
  { kumoji_item_cell_field, NULL, "date", .width = { 86, 72 } },
  { kumoji_item_cell_field, NULL, "by", { 3, 3 } },
  { kumoji_item_cell_due, NULL, "due", .width = { 108, 88 } },
  { kumoji_item_cell_notes, N_("Memo, evidence"), NULL, { 5, 5 } },
  { NULL },
};

static const KumojiItemColumn reference[] = {
  { kumoji_item_cell_title, N_("Term"), NULL, { 2, 2 } },
  { kumoji_item_cell_explanation, N_("Explanation"), NULL, { 7, 7 } },
  { NULL },
};

static const struct
{
  const KumojiItemColumn *columns;
  KumojiOrientation orientation;
} layouts[KUMOJI_N_KINDS] = {
  [KUMOJI_KIND_CHECKLIST] = { checklist, KUMOJI_PORTRAIT },
  [KUMOJI_KIND_PRACTICE] = { practice, KUMOJI_PORTRAIT },
  [KUMOJI_KIND_DOCUMENT] = { document, KUMOJI_LANDSCAPE },
  [KUMOJI_KIND_CRITERION] = { criterion, KUMOJI_PORTRAIT },
  [KUMOJI_KIND_APPLICABILITY] = { applicability, KUMOJI_LANDSCAPE },
  [KUMOJI_KIND_IMPACT] = { impact, KUMOJI_LANDSCAPE },
  [KUMOJI_KIND_RECURRING] = { recurring, KUMOJI_LANDSCAPE },
  [KUMOJI_KIND_REFERENCE] = { reference, KUMOJI_PORTRAIT },
};

/**
 * kumoji_item_columns_get:
 * @kind: a kind
 *
 * Returns: (transfer none): its columns, from left to right
 */
const KumojiItemColumn *
kumoji_item_columns_get (KumojiKind kind)
{
  return layouts[kind].columns;
}

/**
 * kumoji_item_columns_get_orientation:
 * @kind: a kind
 *
 * Returns: which way its paper lies
 */
KumojiOrientation
kumoji_item_columns_get_orientation (KumojiKind kind)
{
  return layouts[kind].orientation;
}
