/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: columns with titles, rows of cells. */
#pragma once

#include <gio/gio.h>

#include "report/kumoji-cell.h"
#include "report/kumoji-flow.h"

G_BEGIN_DECLS

/**
 * KumojiRowKind:
 * @KUMOJI_ROW_GROUP: names the rows below; stays with the first of them
 * @KUMOJI_ROW_TOTAL: bold, below a heavier line; stays with the row above
 */
typedef enum
{
  KUMOJI_ROW_NORMAL,
  KUMOJI_ROW_GROUP,
  KUMOJI_ROW_TOTAL,
} KumojiRowKind;

/* Steps that a watch is told of for each row that is added, measured and set. */
#define KUMOJI_TABLE_STEPS 5

typedef struct _KumojiTable KumojiTable;

KumojiTable *kumoji_table_new (KumojiTypeface *typeface, KumojiLanguage language);
void kumoji_table_free (KumojiTable *table);

void kumoji_table_set_size (KumojiTable *table, double size);
void kumoji_table_set_least_height (KumojiTable *table, double height);
void kumoji_table_set_zebra (KumojiTable *table, gboolean zebra);
void kumoji_table_set_watch (KumojiTable *table, KumojiWatch *watch);
void kumoji_table_set_show_titles (KumojiTable *table, gboolean show);

void kumoji_table_add_column (KumojiTable *table,
                              const char *title,
                              double weight,
                              double width,
                              KumojiAlign align);
void kumoji_table_add_row (KumojiTable *table, KumojiRowKind kind, const char *place);
void kumoji_table_set_row_height (KumojiTable *table, double height);
KumojiCell *kumoji_table_add_text (KumojiTable *table, const char *text);
KumojiCell *kumoji_table_add_choices (KumojiTable *table, const char *const *choices, int chosen);
KumojiCell *kumoji_table_add_mark (KumojiTable *table, KumojiMark mark, const char *word);
guint kumoji_table_get_n_rows (KumojiTable *table);

void kumoji_flow_add_table (KumojiFlow *flow, KumojiTable *table);
double kumoji_table_measure (KumojiTable *table, double width);
double kumoji_table_draw (KumojiTable *table, KumojiPage *page, double x, double y, double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiTable, kumoji_table_free)

G_END_DECLS
