/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concern button: what of a checklist concerns the reader, one choice a facet. */
#include "config.h"

#include "app/pages/kumoji-concern-button.h"

#include <glib/gi18n.h>

/* The choice in a facet with one value that leaves out the items which have it. */
#define WITHOUT "without"

struct _KumojiConcernButton
{
  AdwBin parent_instance;

  KumojiCatalog *catalog;
  GHashTable *chosen; /* by facet, a value's id; stays when another catalog is shown */
  GSimpleActionGroup *actions;

  GtkMenuButton *button;
  GtkLabel *label;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiConcernButton, kumoji_concern_button, ADW_TYPE_BIN)

static gboolean
has_one_value (const KumojiFacet *facet)
{
  return facet->values->len == 1;
}

/* The choice as this catalog knows it: one that was made in another may say nothing here. */
static const char *
get_choice (KumojiConcernButton *self, const KumojiFacet *facet)
{
  const char *id = g_hash_table_lookup (self->chosen, facet->id);

  if (id == NULL)
    return "";
  if (has_one_value (facet))
    return g_str_equal (id, WITHOUT) ? id : "";
  return kumoji_facet_find_value (facet, id) != NULL ? id : "";
}

static void
append_choice (GString *text, const KumojiFacet *facet, const char *id)
{
  KumojiLanguage language = kumoji_language_get_default ();
  g_autofree char *without = NULL;
  const char *title;

  if (*id == '\0')
    return;
  if (has_one_value (facet))
    {
      const KumojiFacetValue *value = facet->values->pdata[0];
      /* Translators: a filter: questions of this kind are left out. */
      without = g_strdup_printf (_("Without: %s"), kumoji_text_get (&value->title, language));
      title = without;
    }
  else
    title = kumoji_text_get (&kumoji_facet_find_value (facet, id)->title, language);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", title);
}

static void
show_choices (KumojiConcernButton *self)
{
  GPtrArray *facets = kumoji_catalog_get_facets (self->catalog);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facets->len; i++)
    append_choice (text, facets->pdata[i], get_choice (self, facets->pdata[i]));
  gtk_label_set_label (self->label, text->len > 0 ? text->str : _("What concerns me"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               text->len > 0 ? text->str
                                             : _("Show only the questions that concern you"));
  if (text->len > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "kumoji-chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "kumoji-chosen");
}

static void
chosen_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  KumojiConcernButton *self = KUMOJI_CONCERN_BUTTON (data);

  g_simple_action_set_state (action, value);
  g_hash_table_replace (self->chosen, g_strdup (g_action_get_name (G_ACTION (action))),
                        g_variant_dup_string (value, NULL));
  show_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_entry (GMenu *menu, const char *label, const KumojiFacet *facet, const char *value)
{
  g_autofree char *name = g_strconcat ("concern.", facet->id, NULL);
  g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (entry, name, "s", value);
  g_menu_append_item (menu, entry);
}

static GMenuModel *
facet_menu_new (const KumojiFacet *facet)
{
  KumojiLanguage language = kumoji_language_get_default ();
  GMenu *menu = g_menu_new ();

  append_entry (menu, _("All"), facet, "");
  for (guint i = 0; i < facet->values->len; i++)
    {
      const KumojiFacetValue *value = facet->values->pdata[i];
      g_autofree char *without = NULL;

      if (has_one_value (facet))
        {
          without = g_strdup_printf (_("Without: %s"), kumoji_text_get (&value->title, language));
          append_entry (menu, without, facet, WITHOUT);
        }
      else if (!g_str_equal (value->id, KUMOJI_FACET_ANY))
        append_entry (menu, kumoji_text_get (&value->title, language), facet, value->id);
    }
  return G_MENU_MODEL (menu);
}

/* Only once it is asked for: a menu costs more than all the rest. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  GPtrArray *facets = kumoji_catalog_get_facets (KUMOJI_CONCERN_BUTTON (data)->catalog);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < facets->len; i++)
    {
      const KumojiFacet *facet = facets->pdata[i];
      g_autoptr (GMenuModel) section = facet_menu_new (facet);

      g_menu_append_section (menu, kumoji_text_get (&facet->title, kumoji_language_get_default ()),
                             section);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
offer (KumojiConcernButton *self)
{
  GPtrArray *facets = kumoji_catalog_get_facets (self->catalog);

  g_clear_object (&self->actions);
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < facets->len; i++)
    {
      const KumojiFacet *facet = facets->pdata[i];
      g_autoptr (GSimpleAction) action =
        g_simple_action_new_stateful (facet->id, G_VARIANT_TYPE_STRING,
                                      g_variant_new_string (get_choice (self, facet)));

      g_signal_connect_object (action, "change-state", G_CALLBACK (chosen_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "concern", G_ACTION_GROUP (self->actions));
}

static void
kumoji_concern_button_dispose (GObject *object)
{
  KumojiConcernButton *self = KUMOJI_CONCERN_BUTTON (object);

  if (self->button != NULL)
    gtk_menu_button_set_create_popup_func (self->button, NULL, NULL, NULL);
  g_clear_object (&self->catalog);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (kumoji_concern_button_parent_class)->dispose (object);
}

static void
kumoji_concern_button_finalize (GObject *object)
{
  g_hash_table_unref (KUMOJI_CONCERN_BUTTON (object)->chosen);

  G_OBJECT_CLASS (kumoji_concern_button_parent_class)->finalize (object);
}

static void
kumoji_concern_button_class_init (KumojiConcernButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kumoji_concern_button_dispose;
  object_class->finalize = kumoji_concern_button_finalize;

  /**
   * KumojiConcernButton::changed:
   * @self: the button
   *
   * The reader chose something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-concern-button.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiConcernButton, button);
  gtk_widget_class_bind_template_child (widget_class, KumojiConcernButton, label);
}

static void
kumoji_concern_button_init (KumojiConcernButton *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, make_menu, self, NULL);
}

/**
 * kumoji_concern_button_show:
 * @self: a button
 * @catalog: what is asked
 *
 * Offers the facets of the catalog; out of sight where it has none. What was chosen in a catalog
 * with the same facets stays chosen.
 */
void
kumoji_concern_button_show (KumojiConcernButton *self, KumojiCatalog *catalog)
{
  if (!g_set_object (&self->catalog, catalog))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), kumoji_catalog_get_facets (catalog)->len > 0);
  offer (self);
  show_choices (self);
}

static gboolean
concerns (KumojiConcernButton *self, const KumojiFacet *facet, KumojiItem *item)
{
  const char *const *values = kumoji_item_get_facet (item, facet->id);
  const char *chosen = get_choice (self, facet);

  if (*chosen == '\0' || values == NULL || values[0] == NULL)
    return TRUE;
  return g_strv_contains (values, chosen) || g_strv_contains (values, KUMOJI_FACET_ANY);
}

/**
 * kumoji_concern_button_matches:
 * @self: a button that shows the item's catalog
 * @item: an item
 *
 * An item without a value in a facet concerns everybody.
 *
 * Returns: whether it concerns the reader in every facet
 */
gboolean
kumoji_concern_button_matches (KumojiConcernButton *self, KumojiItem *item)
{
  GPtrArray *facets = self->catalog != NULL ? kumoji_catalog_get_facets (self->catalog) : NULL;

  for (guint i = 0; facets != NULL && i < facets->len; i++)
    if (!concerns (self, facets->pdata[i], item))
      return FALSE;
  return TRUE;
}

/**
 * kumoji_concern_button_is_set:
 * @self: a button
 *
 * Returns: whether anything is chosen that this catalog knows
 */
gboolean
kumoji_concern_button_is_set (KumojiConcernButton *self)
{
  GPtrArray *facets = self->catalog != NULL ? kumoji_catalog_get_facets (self->catalog) : NULL;

  for (guint i = 0; facets != NULL && i < facets->len; i++)
    if (*get_choice (self, facets->pdata[i]) != '\0')
      return TRUE;
  return FALSE;
}

/**
 * kumoji_concern_button_clear:
 * @self: a button
 *
 * Everything concerns the reader again.
 */
void
kumoji_concern_button_clear (KumojiConcernButton *self)
{
  if (!kumoji_concern_button_is_set (self))
    return;
  g_hash_table_remove_all (self->chosen);
  offer (self);
  show_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
