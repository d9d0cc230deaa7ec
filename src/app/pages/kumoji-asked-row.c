/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An asked row: a question of another guide that asks the same, and where it stands. */
#include "config.h"

#include "app/pages/kumoji-asked-row.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-item-pill.h"

struct _KumojiAskedRow
{
  GtkListBoxRow parent_instance;

  char *target;

  GtkLabel *title;
  GtkLabel *guide;
  GtkLabel *notes;
  GtkWidget *take_button;
  KumojiPill *pill;
};

G_DEFINE_FINAL_TYPE (KumojiAskedRow, kumoji_asked_row, GTK_TYPE_LIST_BOX_ROW)

static void
kumoji_asked_row_finalize (GObject *object)
{
  g_free (KUMOJI_ASKED_ROW (object)->target);

  G_OBJECT_CLASS (kumoji_asked_row_parent_class)->finalize (object);
}

static void
kumoji_asked_row_class_init (KumojiAskedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_asked_row_finalize;

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-asked-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiAskedRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiAskedRow, guide);
  gtk_widget_class_bind_template_child (widget_class, KumojiAskedRow, notes);
  gtk_widget_class_bind_template_child (widget_class, KumojiAskedRow, take_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiAskedRow, pill);
}

static void
kumoji_asked_row_init (KumojiAskedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_asked_row_new:
 * @number: which row it is: what its button gives to the action also-asked.take
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
kumoji_asked_row_new (guint number)
{
  KumojiAskedRow *self = g_object_new (KUMOJI_TYPE_ASKED_ROW, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_button), "u", number);
  return GTK_WIDGET (self);
}

static void
show_state (KumojiAskedRow *self,
            KumojiChecklist *checklist,
            KumojiItem *item,
            KumojiAnswer *answer)
{
  const KumojiItemState state = kumoji_checklist_get_state (checklist, item);
  const char *words =
    kumoji_item_state_get_words (state, item, answer, kumoji_language_get_default ());
  g_autofree char *spoken = g_strdup_printf ("%s: %s", gtk_label_get_label (self->title), words);

  kumoji_pill_set (self->pill, kumoji_item_state_get_pill (state, answer), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->guide), -1);
}

/**
 * kumoji_asked_row_set:
 * @self: a row
 * @checklist: another guide as it is answered
 * @item: a question of it
 * @notes: what is noted there, "" for nothing
 * @offers: whether that may be taken over
 */
void
kumoji_asked_row_set (KumojiAskedRow *self,
                      KumojiChecklist *checklist,
                      KumojiItem *item,
                      const char *notes,
                      gboolean offers)
{
  KumojiLanguage language = kumoji_language_get_default ();
  KumojiCatalog *catalog = kumoji_checklist_get_catalog (checklist);
  KumojiAnswer *answer = kumoji_checklist_get_answer (checklist, item);
  g_autofree char *title =
    g_strdup_printf ("%s  %s", kumoji_item_get_id (item), kumoji_item_get_title (item, language));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->guide, kumoji_catalog_get_short_title (catalog, language));
  gtk_label_set_label (self->notes, notes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes), *notes != '\0' ? notes : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *notes != '\0');
  gtk_widget_set_visible (self->take_button, offers);
  show_state (self, checklist, item, answer);
  g_free (self->target);
  self->target =
    g_strconcat (kumoji_catalog_get_id (catalog), "/", kumoji_checklist_get_subject (checklist),
                 "/", kumoji_item_get_id (item), NULL);
}

/**
 * kumoji_asked_row_go:
 * @self: a row
 *
 * Goes to its question: what a list does when the row is activated.
 */
void
kumoji_asked_row_go (KumojiAskedRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "(ss)", "checklists", self->target);
}
