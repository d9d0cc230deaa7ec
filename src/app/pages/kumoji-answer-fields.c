/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer fields: what is asked beside an answer, as the kind of the item wants it. */
#include "config.h"

#include "app/pages/kumoji-answer-fields.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-evidence-row.h"
#include "app/widgets/kumoji-field-row.h"
#include "rules/kumoji-answering.h"

struct _KumojiAnswerFields
{
  GtkGrid parent_instance;

  KumojiChecklist *checklist;
  KumojiItem *item;
  const char *const *fields; /* for which the rows stand in the grid; NULL for none yet */
  KumojiKind kind;
  GtkWidget *evidence; /* that row with its buttons, once it was needed */
  GHashTable *rows;    /* a field's name to its KumojiFieldRow, once it was needed */
};

G_DEFINE_FINAL_TYPE (KumojiAnswerFields, kumoji_answer_fields, GTK_TYPE_GRID)

static gboolean
write_cb (const char *field, const char *text, gpointer data, GError **error)
{
  KumojiAnswerFields *self = KUMOJI_ANSWER_FIELDS (data);

  return self->item != NULL
         && kumoji_checklist_write_answer (self->checklist, self->item, field, text, error);
}

static KumojiFieldRow *
ensure_row (KumojiAnswerFields *self, const char *field)
{
  KumojiFieldRow *row = g_hash_table_lookup (self->rows, field);

  if (row != NULL)
    return row;
  row = g_object_new (KUMOJI_TYPE_FIELD_ROW, "field", field, "record-type", KUMOJI_TYPE_ANSWER,
                      "compact", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "hexpand",
                      TRUE, NULL);
  kumoji_field_row_set_writer (row, write_cb, self);
  g_hash_table_insert (self->rows, g_strdup (field), g_object_ref_sink (row));
  return row;
}

/* What stands in the grid for a field: its row, or something that holds it. */
static GtkWidget *
ensure_cell (KumojiAnswerFields *self, const char *field)
{
  KumojiFieldRow *row = ensure_row (self, field);

  if (!g_str_equal (field, "evidence"))
    return GTK_WIDGET (row);
  if (self->evidence == NULL)
    self->evidence = g_object_ref_sink (kumoji_evidence_row_new (row));
  return self->evidence;
}

/* Texts of several lines, and evidence, get a line to themselves; the others stand in pairs. */
static gboolean
is_wide (const char *field)
{
  return kumoji_record_type_get_field (KUMOJI_TYPE_ANSWER, field)->type == KUMOJI_FIELD_MEMO
         || g_str_equal (field, "evidence");
}

static void
place (KumojiAnswerFields *self, GtkWidget *cell, int column, int line, int width)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  if (gtk_widget_get_parent (cell) == NULL)
    gtk_grid_attach (GTK_GRID (self), cell, column, line, width, 1);
  g_object_set (gtk_layout_manager_get_layout_child (layout, cell), "column", column, "row", line,
                "column-span", width, NULL);
  gtk_widget_set_visible (cell, TRUE);
}

static void
put_away (KumojiAnswerFields *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    kumoji_field_row_bind (row, NULL, NULL);
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_visible (cell, FALSE);
}

/* Rows that are there are moved, not made anew: that would be felt when leafing through checklists
 * of different kinds. */
static void
arrange (KumojiAnswerFields *self, KumojiKind kind)
{
  int column = 0, line = 0;

  self->kind = kind;
  self->fields = kumoji_answering_get (kind)->fields;
  put_away (self);
  for (const char *const *field = self->fields; *field != NULL; field++)
    {
      KumojiFieldRow *row = ensure_row (self, *field);
      const gboolean wide = is_wide (*field);
      if (wide && column > 0)
        line++;
      place (self, ensure_cell (self, *field), wide ? 0 : column, line, wide ? 2 : 1);
      column = wide ? 0 : 1 - column;
      line += column == 0;
      adw_preferences_row_set_title (
        ADW_PREFERENCES_ROW (row),
        kumoji_answering_get_field_label (kind, *field, kumoji_language_get_default ()));
      kumoji_field_row_set_subtitle (row, NULL);
    }
}

/* Asked where the answer wants it or a No invites it, or where something was said; the kind that is
 * all about it always shows it. */
static void
show_reason (KumojiAnswerFields *self, KumojiRecord *answer, KumojiItemState state)
{
  KumojiFieldRow *row = g_hash_table_lookup (self->rows, "reason");
  const char *said = answer != NULL ? kumoji_record_get_text (answer, "answer") : "";
  const char *reason = answer != NULL ? kumoji_record_get_text (answer, "reason") : "";
  const gboolean is_missing = state == KUMOJI_ITEM_REASON_MISSING;

  if (!g_strv_contains (self->fields, "reason"))
    return;
  gtk_widget_set_visible (GTK_WIDGET (row), self->kind == KUMOJI_KIND_APPLICABILITY
                                              || kumoji_answer_wants_reason (said)
                                              || g_str_equal (said, "no") || *reason != '\0');
  kumoji_field_row_set_problem (row,
                                !is_missing ? NULL
                                : g_str_equal (said, "not-needed")
                                  ? _("Say why it is not needed; without the reason it counts "
                                       "as unanswered.")
                                  : _("Say why it does not apply; without the reason it "
                                       "counts as unanswered."));
}

/* What the guide says where the company has not agreed on anything of its own. */
static void
show_suggestions (KumojiAnswerFields *self, KumojiAnswer *answer)
{
  KumojiFieldRow *interval = g_hash_table_lookup (self->rows, "interval");
  KumojiFieldRow *due = g_hash_table_lookup (self->rows, "due");
  const gint64 months = kumoji_item_get_interval (self->item);
  const gboolean is_agreed =
    answer != NULL && *kumoji_record_get_text (KUMOJI_RECORD (answer), "due") != '\0';
  g_autofree char *day = kumoji_item_dup_due (self->item, answer);
  g_autofree char *suggestion = NULL;
  g_autofree char *worked_out = NULL;

  if (months > 0)
    /* Translators: %d is how many months the guide suggests between two checks. */
    suggestion = g_strdup_printf (_("Suggested: %d"), (int) months);
  if (!is_agreed && day != NULL)
    /* Translators: %s is a day that follows from the last time and the interval. */
    worked_out = g_strdup_printf (_("%s, worked out"), day);
  kumoji_field_row_set_subtitle (interval, suggestion);
  kumoji_field_row_set_subtitle (due, worked_out);
}

static void
kumoji_answer_fields_dispose (GObject *object)
{
  KumojiAnswerFields *self = KUMOJI_ANSWER_FIELDS (object);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    kumoji_field_row_set_writer (row, NULL, NULL);
  g_hash_table_remove_all (self->rows);
  g_clear_object (&self->evidence);
  g_clear_object (&self->item);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (kumoji_answer_fields_parent_class)->dispose (object);
}

static void
kumoji_answer_fields_finalize (GObject *object)
{
  g_hash_table_unref (KUMOJI_ANSWER_FIELDS (object)->rows);

  G_OBJECT_CLASS (kumoji_answer_fields_parent_class)->finalize (object);
}

static void
kumoji_answer_fields_class_init (KumojiAnswerFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kumoji_answer_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = kumoji_answer_fields_finalize;
}

static void
kumoji_answer_fields_init (KumojiAnswerFields *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_grid_set_row_spacing (GTK_GRID (self), 12);
  gtk_grid_set_column_spacing (GTK_GRID (self), 12);
  gtk_grid_set_column_homogeneous (GTK_GRID (self), TRUE);
}

/**
 * kumoji_answer_fields_show:
 * @self: the fields
 * @checklist: a checklist
 * @item: an item of its catalog
 * @state: where it stands
 *
 * Shows what is answered now.
 */
void
kumoji_answer_fields_show (KumojiAnswerFields *self,
                           KumojiChecklist *checklist,
                           KumojiItem *item,
                           KumojiItemState state)
{
  KumojiAnswer *answer = kumoji_checklist_get_answer (checklist, item);
  KumojiHistory *history = kumoji_checklist_get_history (checklist);
  const KumojiKind kind = kumoji_item_get_kind (item);

  g_set_object (&self->checklist, checklist);
  g_set_object (&self->item, item);
  if (self->fields == NULL || self->kind != kind)
    arrange (self, kind);
  gtk_widget_set_visible (GTK_WIDGET (self), *self->fields != NULL);
  for (const char *const *field = self->fields; *field != NULL; field++)
    kumoji_field_row_bind (g_hash_table_lookup (self->rows, *field), (KumojiRecord *) answer,
                           history);
  show_reason (self, (KumojiRecord *) answer, state);
  if (kind == KUMOJI_KIND_RECURRING)
    show_suggestions (self, answer);
}

/**
 * kumoji_answer_fields_reset:
 * @self: the fields
 *
 * Shows what is written, and drops what was typed and refused.
 */
void
kumoji_answer_fields_reset (KumojiAnswerFields *self)
{
  for (const char *const *field = self->fields; *field != NULL; field++)
    kumoji_field_row_reset (g_hash_table_lookup (self->rows, *field));
}

/**
 * kumoji_answer_fields_focus:
 * @self: the fields
 * @field: the name of one that is shown
 *
 * Puts the cursor where it is typed.
 */
void
kumoji_answer_fields_focus (KumojiAnswerFields *self, const char *field)
{
  gtk_widget_grab_focus (g_hash_table_lookup (self->rows, field));
}
