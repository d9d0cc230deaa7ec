/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy row: of which asset a copy is one. */
#include "config.h"

#include "app/pages/kumoji-copy-row.h"

#include <glib/gi18n.h>

struct _KumojiCopyRow
{
  AdwActionRow parent_instance;

  KumojiProject *project;
  KumojiAsset *asset;
  gulong changed_id;
  gboolean is_stale; /* assets came or went since the choices were listed */
  gboolean is_refreshing;

  GtkDropDown *originals;
};

G_DEFINE_FINAL_TYPE (KumojiCopyRow, kumoji_copy_row, ADW_TYPE_ACTION_ROW)

static char *
get_title (GObject *item, gpointer data)
{
  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  return g_strdup_printf ("%s %s", kumoji_record_get_text (KUMOJI_RECORD (item), "number"),
                          kumoji_record_get_text (KUMOJI_RECORD (item), "name"));
}

static void
selected_cb (GtkDropDown *originals, GParamSpec *pspec, KumojiCopyRow *self)
{
  GObject *chosen = gtk_drop_down_get_selected_item (originals);
  KumojiHistory *history;

  if (self->is_refreshing || self->asset == NULL || chosen == NULL)
    return;
  history = kumoji_project_get_history (self->project);
  kumoji_history_seal (history);
  kumoji_history_set_text (history, KUMOJI_RECORD (self->asset), "copy-of",
                           KUMOJI_IS_ASSET (chosen) ? kumoji_record_get_id (KUMOJI_RECORD (chosen))
                                                    : "");
  kumoji_history_seal (history);
}

static void
kumoji_copy_row_dispose (GObject *object)
{
  KumojiCopyRow *self = KUMOJI_COPY_ROW (object);

  kumoji_copy_row_bind (self, NULL, NULL);

  G_OBJECT_CLASS (kumoji_copy_row_parent_class)->dispose (object);
}

static void
kumoji_copy_row_class_init (KumojiCopyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_copy_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-copy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiCopyRow, originals);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
kumoji_copy_row_init (KumojiCopyRow *self)
{
  const KumojiField *field = kumoji_record_type_get_field (KUMOJI_TYPE_ASSET, "copy-of");
  g_autoptr (GtkExpression) title =
    gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_title), NULL, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 kumoji_field_get_label (field, kumoji_language_get_default ()));
  gtk_drop_down_set_expression (self->originals, title);
}

/* A list of its own: when an asset goes, the list must not choose another one by itself. */
static void
list_choices (KumojiCopyRow *self)
{
  KumojiList *assets = kumoji_project_get_assets (self->project);
  g_autoptr (GListStore) choices = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GtkStringObject) none = gtk_string_object_new (_("Not set"));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, none);
  for (guint i = 0; i < kumoji_list_get_length (assets); i++)
    g_ptr_array_add (items, kumoji_list_get (assets, i));
  g_list_store_splice (choices, 0, 0, items->pdata, items->len);
  gtk_drop_down_set_model (self->originals, G_LIST_MODEL (choices));
  self->is_stale = FALSE;
}

static void
assets_changed_cb (KumojiCopyRow *self)
{
  self->is_stale = TRUE;
}

/**
 * kumoji_copy_row_bind:
 * @self: a row
 * @project: (nullable): the project
 * @asset: (nullable): the asset in it that may be a copy
 */
void
kumoji_copy_row_bind (KumojiCopyRow *self, KumojiProject *project, KumojiAsset *asset)
{
  if (self->project != project)
    {
      if (self->project != NULL)
        g_clear_signal_handler (&self->changed_id, kumoji_project_get_assets (self->project));
      g_set_object (&self->project, project);
      if (project != NULL)
        self->changed_id =
          g_signal_connect_swapped (kumoji_project_get_assets (project), "items-changed",
                                    G_CALLBACK (assets_changed_cb), self);
      self->is_stale = TRUE;
    }
  g_set_object (&self->asset, asset);
  kumoji_copy_row_refresh (self);
}

/**
 * kumoji_copy_row_refresh:
 * @self: a row
 *
 * Shows what the asset says now. An original needs no such row.
 */
void
kumoji_copy_row_refresh (KumojiCopyRow *self)
{
  KumojiRecord *record = (KumojiRecord *) self->asset;
  KumojiList *assets;
  KumojiRecord *original;
  guint position = 0;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          record != NULL
                            && (g_str_equal (kumoji_record_get_text (record, "original"), "copy")
                                || *kumoji_record_get_text (record, "copy-of") != '\0'));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  assets = kumoji_project_get_assets (self->project);
  original = kumoji_list_find (assets, kumoji_record_get_text (record, "copy-of"));
  self->is_refreshing = TRUE;
  if (self->is_stale)
    list_choices (self);
  gtk_drop_down_set_selected (
    self->originals,
    original != NULL && kumoji_list_get_position (assets, original, &position) ? position + 1 : 0);
  self->is_refreshing = FALSE;
}
