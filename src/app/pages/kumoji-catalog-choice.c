/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog choice: which checklists are printed. */
#include "config.h"

#include "app/pages/kumoji-catalog-choice.h"

#include <glib/gi18n.h>

struct _KumojiCatalogChoice
{
  AdwExpanderRow parent_instance;

  GPtrArray *checks; /* one for each catalog, in the library's order */
  gboolean showing;  /* we tick ourselves */
};

enum
{
  CHOOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiCatalogChoice, kumoji_catalog_choice, ADW_TYPE_EXPANDER_ROW)

static GPtrArray *
get_catalogs (void)
{
  return kumoji_library_get_catalogs (kumoji_library_get_default ());
}

static void
check_cb (GtkCheckButton *check, GParamSpec *pspec, KumojiCatalogChoice *self)
{
  guint position;

  if (self->showing || !g_ptr_array_find (self->checks, check, &position))
    return;
  g_signal_emit (self, signals[CHOOSE], 0,
                 kumoji_catalog_get_id (g_ptr_array_index (get_catalogs (), position)),
                 gtk_check_button_get_active (check));
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
  g_ptr_array_add (self->checks, check);
}

static void
kumoji_catalog_choice_finalize (GObject *object)
{
  g_ptr_array_unref (KUMOJI_CATALOG_CHOICE (object)->checks);

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
  GPtrArray *catalogs = get_catalogs ();

  self->checks = g_ptr_array_new ();
  for (guint i = 0; i < catalogs->len; i++)
    add_row (self, catalogs->pdata[i]);
}

/**
 * kumoji_catalog_choice_show:
 * @self: the choice
 * @ids: (nullable) (array zero-terminated=1): the checklists that are printed; %NULL for all
 */
void
kumoji_catalog_choice_show (KumojiCatalogChoice *self, const char *const *ids)
{
  GPtrArray *catalogs = get_catalogs ();
  guint n = 0;

  self->showing = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      const char *id = kumoji_catalog_get_id (catalogs->pdata[i]);
      const gboolean printed = ids == NULL || g_strv_contains (ids, id);

      gtk_check_button_set_active (self->checks->pdata[i], printed);
      n += printed;
    }
  self->showing = FALSE;
  g_autofree char *some = g_strdup_printf (_("%u of %u"), n, self->checks->len);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 n == self->checks->len ? _("All that have been started") : some);
}
