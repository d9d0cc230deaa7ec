/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a table: a text, a row of check boxes, or a state with its mark. */
#pragma once

#include "report/kumoji-mark.h"
#include "report/kumoji-paragraph.h"

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_CELL_TEXT,
  KUMOJI_CELL_CHOICES,
  KUMOJI_CELL_MARK,
} KumojiCellKind;

/**
 * KumojiCell:
 * @choices: (nullable) (array zero-terminated=1): the words beside the check boxes
 * @chosen: which of them is ticked, -1 for none
 * @mark: of a state
 * @span: how many columns it takes, at least 1
 * @align: of the text
 * @top: stands at the top of a row that is higher, instead of in the middle
 * @bold: free to set after the cell was added, as are @colour, @align, @top and @span
 * @colour: of the text
 * @text: of a text or a state
 */
typedef struct
{
  char **choices;
  KumojiColour colour;
  gint16 chosen;
  guint16 span;
  KumojiCellKind kind : 4;
  KumojiMark mark : 8;
  KumojiAlign align : 4;
  guint top : 1;
  guint bold : 1;
  char text[]; /* a register has a million cells: one small block of memory each, not two */
} KumojiCell;

KumojiCell *kumoji_cell_new (KumojiCellKind kind, const char *text);
void kumoji_cell_free (KumojiCell *cell);
double kumoji_cell_get_natural_width (KumojiCell *cell,
                                      KumojiTypeface *typeface,
                                      double size,
                                      gboolean bold);
double kumoji_cell_get_least_width (KumojiCell *cell,
                                    KumojiTypeface *typeface,
                                    KumojiLanguage language,
                                    double size,
                                    gboolean bold);

typedef struct _KumojiCellBody KumojiCellBody;

KumojiCellBody *kumoji_cell_lay (KumojiCell *cell,
                                 KumojiTypeface *typeface,
                                 KumojiLanguage language,
                                 double size,
                                 gboolean bold,
                                 double width);
void kumoji_cell_body_free (KumojiCellBody *body);
gboolean kumoji_cell_body_has_missing (KumojiCellBody *body);
guint kumoji_cell_body_get_n_lines (KumojiCellBody *body);
double kumoji_cell_get_line_height (double size);
void kumoji_cell_body_draw (KumojiCellBody *body,
                            KumojiPage *page,
                            double x,
                            double top,
                            guint first,
                            guint n_lines,
                            const KumojiBox *box);

G_END_DECLS
