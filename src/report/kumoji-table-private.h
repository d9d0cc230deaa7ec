/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table holds, for the files that lay it out. */
#pragma once

#include "report/kumoji-table.h"

G_BEGIN_DECLS

/* Points, inside each cell. */
#define KUMOJI_TABLE_PAD_X 5.0
#define KUMOJI_TABLE_PAD_Y 4.4

/* Of the KUMOJI_TABLE_STEPS: setting a row takes as long as it takes to add and measure two. */
#define KUMOJI_TABLE_STEPS_ADD 1
#define KUMOJI_TABLE_STEPS_MEASURE 1
#define KUMOJI_TABLE_STEPS_SET 3

typedef struct
{
  double weight, width;
  KumojiAlign align;
} KumojiColumn;

typedef struct
{
  KumojiRowKind kind;
  gboolean title;
  gboolean striped; /* where the table has stripes at all */
  double least_height;
  char *place;
  GPtrArray *cells; /* KumojiCell */
} KumojiRow;

struct _KumojiTable
{
  KumojiTypeface *typeface;
  KumojiLanguage language;
  KumojiWatch *watch; /* or NULL */
  double size, least_height;
  gboolean show_titles, zebra;
  GArray *columns;   /* KumojiColumn */
  KumojiRow *titles; /* a row like the others */
  GPtrArray *rows;   /* KumojiRow */
};

double *kumoji_table_dup_edges (KumojiTable *table, double width);
void kumoji_row_free (KumojiRow *row);
gboolean kumoji_row_is_bold (const KumojiRow *row);

G_END_DECLS
