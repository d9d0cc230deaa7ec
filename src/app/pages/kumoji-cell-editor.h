/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell's editor: what stands in a cell of the register while somebody edits it. */
#pragma once

#include <gtk/gtk.h>

#include "project/kumoji-field.h"

G_BEGIN_DECLS

/**
 * KumojiCellMove:
 *
 * Where editing goes on once a cell is done.
 */
typedef enum
{
  KUMOJI_CELL_STAY,
  KUMOJI_CELL_NEXT,
  KUMOJI_CELL_PREVIOUS,
  KUMOJI_CELL_BELOW,
} KumojiCellMove;

#define KUMOJI_TYPE_CELL_EDITOR (kumoji_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (KumojiCellEditor, kumoji_cell_editor, KUMOJI, CELL_EDITOR, GtkWidget)

GtkWidget *
kumoji_cell_editor_new (const KumojiField *field, const char *text, const char *accessible_name);
const char *kumoji_cell_editor_get_text (KumojiCellEditor *self);
void kumoji_cell_editor_set_problem (KumojiCellEditor *self, const char *problem);
const char *kumoji_cell_editor_get_problem (KumojiCellEditor *self);
void kumoji_cell_editor_take_focus (KumojiCellEditor *self, gboolean open);

G_END_DECLS
