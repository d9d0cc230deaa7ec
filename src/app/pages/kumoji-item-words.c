/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an item: where it stands in its catalog, and where it comes from. */
#include "config.h"

#include "app/pages/kumoji-item-words.h"

#include <glib/gi18n.h>

/**
 * kumoji_item_dup_place:
 * @item: an item
 * @checklist: in which it is answered
 *
 * Returns: (transfer full): e.g. "Choice of provider · 3.3 (3 of 4)", and that the reader's
 * language is missing where it is
 */
char *
kumoji_item_dup_place (KumojiItem *item, KumojiChecklist *checklist)
{
  KumojiSection *section = kumoji_checklist_find_section (checklist, item);
  GPtrArray *items = kumoji_catalog_get_items (kumoji_checklist_get_catalog (checklist));
  KumojiLanguage language = kumoji_language_get_default ();
  guint position = 0;

  g_ptr_array_find (items, item, &position);
  /* Translators: a section's title, the question's number, and which of how many it is. */
  g_autofree char *place =
    g_strdup_printf (_("%s · %s (%u of %u)"), kumoji_text_get (&section->title, language),
                     kumoji_item_get_id (item), position + 1, items->len);
  return kumoji_item_lacks (item, language)
           ? g_strjoin (" · ", place, kumoji_language_get_lack (language), NULL)
           : g_steal_pointer (&place);
}

/**
 * kumoji_item_dup_source:
 * @item: an item
 * @catalog: in which it stands
 *
 * Returns: (transfer full): e.g. "Source: JSSA, 2020, Section 6.3.3, no. 3.3": to lay the guide
 *   beside the screen
 */
char *
kumoji_item_dup_source (KumojiItem *item, KumojiCatalog *catalog)
{
  KumojiLanguage language = kumoji_language_get_default ();
  gint64 year = kumoji_catalog_get_year (catalog);
  const char *place = kumoji_catalog_get_place (catalog, language);
  g_autoptr (GString) parts = g_string_new (kumoji_catalog_get_publisher (catalog, language));

  if (year > 0)
    g_string_append_printf (parts, " · %" G_GINT64_FORMAT, year);
  if (place != NULL && *place != '\0')
    g_string_append_printf (parts, " · %s", place);
  /* Translators: a guide's publisher, year and place, and the number of a question in it. */
  return g_strdup_printf (_("Source: %s, no. %s"), parts->str, kumoji_item_get_id (item));
}
