/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog choice: which checklists are printed. */
#include "config.h"

#include "app/pages/kumoji-catalog-choice.h"

#include <glib/gi18n.h>
#include <string.h>

struct _KumojiCatalogChoice
{
  AdwExpanderRow parent_instance;

  GPtrArray *catalogs; /* those to choose from, in the library's order */
  GPtrArray *checks;   /* one for each of them */
  GPtrArray *rows;     /* theirs, and those that name a group */
  gboolean showing;    /* we tick ourselves */
};

enum
{
  CHOOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiCatalogChoice, kumoji_catalog_choice, ADW_TYPE_EXPANDER_ROW)

static void
check_cb (GtkCheckButton *check, GParamSpec *pspec, KumojiCatalogChoice *self)
{
  guint position;

  if (self->showing || !g_ptr_array_find (self->checks, check, &position))
    return;
  g_signal_emit (self, signals[CHOOSE], 0,
                 kumoji_catalog_get_id (g_ptr_array_index (self->catalogs, position)),
                 gtk_check_button_get_active (check));
}

static void
add_group (KumojiCatalogChoice *self, KumojiGroup group)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (kumoji_group_get_title (group, kumoji_language_get_default ()));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_row (KumojiCatalogChoice *self, KumojiCatalog *catalog)
{
  KumojiLanguage language = kumoji_language_get_default ();
  const char *title = kumoji_catalog_get_title (catalog, language);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (check, "notify::active", G_CALLBACK (check_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

/* What is only looked up has no sheet. */
static GPtrArray *
list_asked (KumojiLibrary *library)
{
  GPtrArray *all = kumoji_library_get_catalogs (library);
  GPtrArray *asked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (kumoji_catalog_get_kind (all->pdata[i]) != KUMOJI_KIND_REFERENCE)
      g_ptr_array_add (asked, g_object_ref (all->pdata[i]));
  return asked;
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

/* A company's own catalogs come and go. */
static void
offer (KumojiCatalogChoice *self, KumojiLibrary *library)
{
  g_autoptr (GPtrArray) asked = list_asked (library);

  if (are_same (asked, self->catalogs))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_unref (self->catalogs);
  self->catalogs = g_steal_pointer (&asked);
  for (guint i = 0; i < self->catalogs->len; i++)
    {
      const KumojiGroup group = kumoji_library_get_group (library, self->catalogs->pdata[i]);

      if (i == 0 || group != kumoji_library_get_group (library, self->catalogs->pdata[i - 1]))
        add_group (self, group);
      add_row (self, self->catalogs->pdata[i]);
    }
}

static void
kumoji_catalog_choice_finalize (GObject *object)
{
  KumojiCatalogChoice *self = KUMOJI_CATALOG_CHOICE (object);

  g_ptr_array_unref (self->catalogs);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (kumoji_catalog_choice_parent_class)->finalize (object);
}

static void
kumoji_catalog_choice_class_init (KumojiCatalogChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_catalog_choice_finalize;

  /**
   * KumojiCatalogChoice::choose:
   * @self: the choice
   * @id: of a checklist
   * @printed: whether it shall be printed
   *
   * Somebody ticked or unticked it.
   */
  signals[CHOOSE] = g_signal_new ("choose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
kumoji_catalog_choice_init (KumojiCatalogChoice *self)
{
  self->catalogs = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
}

/**
 * kumoji_catalog_choice_show:
 * @self: the choice
 * @library: the catalogs of the project
 * @ids: (nullable) (array zero-terminated=1): the checklists that are printed; %NULL for all
 */
void
kumoji_catalog_choice_show (KumojiCatalogChoice *self,
                            KumojiLibrary *library,
                            const char *const *ids)
{
  guint n = 0;

  self->showing = TRUE;
  offer (self, library);
  for (guint i = 0; i < self->checks->len; i++)
    {
      const char *id = kumoji_catalog_get_id (self->catalogs->pdata[i]);
      const gboolean printed = ids == NULL || g_strv_contains (ids, id);

      gtk_check_button_set_active (self->checks->pdata[i], printed);
      n += printed;
    }
  self->showing = FALSE;
  g_autofree char *some = g_strdup_printf (_("%u of %u"), n, self->checks->len);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 n == self->checks->len
                                   ? _("All that are begun or that the gate asks for")
                                   : some);
}
