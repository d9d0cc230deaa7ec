/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of an item's row in a check sheet: one function for each thing that may stand there. */
#pragma once

#include "report/sections/kumoji-check-sheet.h"
#include "rules/kumoji-answering.h"

G_BEGIN_DECLS

/**
 * KumojiItemRow:
 * @answer: (nullable): what was said to it
 * @state: where it stands; unanswered on a blank form
 */
typedef struct
{
  KumojiReportContext *context;
  const KumojiCheckSheet *sheet;
  KumojiItem *item;
  KumojiRecord *answer;
  KumojiItemState state;
} KumojiItemRow;

typedef struct _KumojiItemColumn KumojiItemColumn;

typedef void (*KumojiAddCell) (const KumojiItemRow *row,
                               const KumojiItemColumn *column,
                               KumojiTable *table);

/**
 * KumojiItemColumn:
 * @add_cell: (nullable): %NULL ends the columns of a kind
 * @title: (nullable): in English; %NULL for what the answers of the kind call @field
 * @field: (nullable): of #KumojiAnswer, which it shows alone
 * @weight: its share of the width that is left, filled in and blank; 0 for a fixed width
 * @width: points, in Japanese and in English
 */
struct _KumojiItemColumn
{
  KumojiAddCell add_cell;
  const char *title;
  const char *field;
  double weight[2];
  double width[KUMOJI_N_LANGUAGES];
};

void kumoji_item_row_init (KumojiItemRow *self,
                           KumojiReportContext *context,
                           const KumojiCheckSheet *sheet,
                           KumojiItem *item);

void kumoji_item_cell_number (const KumojiItemRow *row,
                              const KumojiItemColumn *column,
                              KumojiTable *table);
void kumoji_item_cell_title (const KumojiItemRow *row,
                             const KumojiItemColumn *column,
                             KumojiTable *table);
void kumoji_item_cell_control (const KumojiItemRow *row,
                               const KumojiItemColumn *column,
                               KumojiTable *table);
void kumoji_item_cell_question (const KumojiItemRow *row,
                                const KumojiItemColumn *column,
                                KumojiTable *table);
void kumoji_item_cell_look_for (const KumojiItemRow *row,
                                const KumojiItemColumn *column,
                                KumojiTable *table);
void kumoji_item_cell_explanation (const KumojiItemRow *row,
                                   const KumojiItemColumn *column,
                                   KumojiTable *table);
void kumoji_item_cell_boxes (const KumojiItemRow *row,
                             const KumojiItemColumn *column,
                             KumojiTable *table);
void kumoji_item_cell_applies (const KumojiItemRow *row,
                               const KumojiItemColumn *column,
                               KumojiTable *table);
void kumoji_item_cell_measure (const KumojiItemRow *row,
                               const KumojiItemColumn *column,
                               KumojiTable *table);
void kumoji_item_cell_impacts (const KumojiItemRow *row,
                               const KumojiItemColumn *column,
                               KumojiTable *table);
void kumoji_item_cell_field (const KumojiItemRow *row,
                             const KumojiItemColumn *column,
                             KumojiTable *table);
void kumoji_item_cell_interval (const KumojiItemRow *row,
                                const KumojiItemColumn *column,
                                KumojiTable *table);
void
kumoji_item_cell_due (const KumojiItemRow *row, const KumojiItemColumn *column, KumojiTable *table);
void kumoji_item_cell_notes (const KumojiItemRow *row,
                             const KumojiItemColumn *column,
                             KumojiTable *table);

G_END_DECLS
