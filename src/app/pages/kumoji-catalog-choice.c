/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog choice: which checklists are printed. */
#include "config.h"

#include "app/pages/kumoji-catalog-choice.h"

#include <glib/gi18n.h>

struct _KumojiCatalogChoice
{
  AdwExpanderRow parent_instance;

  GPtrArray *checks; /* one for each catalog, in the library's order */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiCatalogChoice, kumoji_catalog_choice, ADW_TYPE_EXPANDER_ROW)

static GPtrArray *
get_catalogs (void)
{
  return kumoji_library_get_catalogs (kumoji_library_get_default ());
}

static guint
count_chosen (KumojiCatalogChoice *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]);
  return n;
}

static void
check_cb (KumojiCatalogChoice *self)
{
  guint n = count_chosen (self);
  g_autofree char *some = g_strdup_printf (_("%u of %u"), n, self->checks->len);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 n == self->checks->len ? _("All that have been started") : some);
  g_signal_emit (self, signals[CHANGED], 0);
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
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (check, "notify::active", G_CALLBACK (check_cb), self);
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
   * KumojiCatalogChoice::changed:
   * @self: the choice
   *
   * Another set of checklists is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kumoji_catalog_choice_init (KumojiCatalogChoice *self)
{
  GPtrArray *catalogs = get_catalogs ();

  self->checks = g_ptr_array_new ();
  for (guint i = 0; i < catalogs->len; i++)
    add_row (self, catalogs->pdata[i]);
  check_cb (self);
}

/**
 * kumoji_catalog_choice_dup_chosen:
 * @self: the choice
 *
 * Returns: (transfer full) (nullable): the ids of the chosen checklists; %NULL where all are
 */
char **
kumoji_catalog_choice_dup_chosen (KumojiCatalogChoice *self)
{
  GPtrArray *catalogs = get_catalogs ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (count_chosen (self) == self->checks->len)
    return NULL;
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_add (ids, kumoji_catalog_get_id (catalogs->pdata[i]));
  return g_strv_builder_end (ids);
}

/**
 * kumoji_catalog_choice_set_chosen:
 * @self: the choice
 * @id: a catalog's id
 * @chosen: whether it shall be printed
 */
void
kumoji_catalog_choice_set_chosen (KumojiCatalogChoice *self, const char *id, gboolean chosen)
{
  GPtrArray *catalogs = get_catalogs ();

  for (guint i = 0; i < self->checks->len; i++)
    if (g_str_equal (kumoji_catalog_get_id (catalogs->pdata[i]), id))
      gtk_check_button_set_active (self->checks->pdata[i], chosen);
}

/**
 * kumoji_catalog_choice_is_empty:
 * @self: the choice
 *
 * Returns: whether no checklist is chosen
 */
gboolean
kumoji_catalog_choice_is_empty (KumojiCatalogChoice *self)
{
  return count_chosen (self) == 0;
}
