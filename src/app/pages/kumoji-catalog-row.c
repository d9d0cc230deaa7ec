/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog row: a checklist in the list of checklists, with how far it is answered. */
#include "config.h"

#include "app/pages/kumoji-catalog-row.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-item-pill.h"
#include "app/widgets/kumoji-kind-words.h"

struct _KumojiCatalogRow
{
  GtkListBoxRow parent_instance;

  KumojiChecklist *checklist;

  GtkLabel *title;
  KumojiPill *pill;
};

G_DEFINE_FINAL_TYPE (KumojiCatalogRow, kumoji_catalog_row, GTK_TYPE_LIST_BOX_ROW)

static void
kumoji_catalog_row_dispose (GObject *object)
{
  g_clear_object (&KUMOJI_CATALOG_ROW (object)->checklist);

  G_OBJECT_CLASS (kumoji_catalog_row_parent_class)->dispose (object);
}

static void
kumoji_catalog_row_class_init (KumojiCatalogRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_catalog_row_dispose;

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-catalog-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiCatalogRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiCatalogRow, pill);
}

static void
kumoji_catalog_row_init (KumojiCatalogRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_catalog_row_new:
 * @checklist: what it stands for
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kumoji_catalog_row_new (KumojiChecklist *checklist)
{
  KumojiCatalogRow *self = g_object_new (KUMOJI_TYPE_CATALOG_ROW, NULL);
  KumojiCatalog *catalog = kumoji_checklist_get_catalog (checklist);
  KumojiLanguage language = kumoji_language_get_default ();

  self->checklist = g_object_ref (checklist);
  gtk_label_set_label (self->title, kumoji_catalog_get_short_title (catalog, language));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), kumoji_catalog_get_title (catalog, language));
  kumoji_catalog_row_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * kumoji_catalog_row_get_checklist:
 * @self: a row
 *
 * Returns: (transfer none): what it stands for
 */
KumojiChecklist *
kumoji_catalog_row_get_checklist (KumojiCatalogRow *self)
{
  return self->checklist;
}

/**
 * kumoji_catalog_row_refresh:
 * @self: a row
 *
 * Shows what is answered now.
 */
void
kumoji_catalog_row_refresh (KumojiCatalogRow *self)
{
  KumojiKind kind = kumoji_catalog_get_kind (kumoji_checklist_get_catalog (self->checklist));
  const char *title = gtk_label_get_label (self->title);
  KumojiScore score;
  g_autofree char *count = NULL;
  g_autofree char *done = NULL;
  g_autofree char *spoken = NULL;

  kumoji_checklist_work_out (self->checklist, &score);
  count = g_strdup_printf ("%u/%u", score.yes, score.applicable);
  kumoji_pill_set (self->pill, kumoji_score_get_pill (&score), count);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), kind != KUMOJI_KIND_REFERENCE);
  done = kumoji_score_dup_done (&score, kind);
  /* Translators: a checklist, and how much of it is done, e.g. "Yes 5 of 8". */
  spoken = *done != '\0' ? g_strdup_printf (_("%s: %s"), title, done) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
