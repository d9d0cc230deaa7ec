/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an item: where it stands in its catalog, and where it comes from. */
#include "config.h"

#include "app/pages/kumoji-item-words.h"

#include <glib/gi18n.h>

/**
 * kumoji_item_has_number:
 * @item: an item
 *
 * Returns: whether its id is the number that it has in a guide; an entry that is only looked up has
 *   none
 */
gboolean
kumoji_item_has_number (KumojiItem *item)
{
  return kumoji_item_get_kind (item) != KUMOJI_KIND_REFERENCE;
}

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
  const char *title = kumoji_text_get (&section->title, language);
  g_autofree char *place = NULL;
  guint position = 0;

  g_ptr_array_find (items, item, &position);
  if (!kumoji_item_has_number (item))
    /* Translators: a section's title, and which entry of how many it is. */
    return g_strdup_printf (_("%s (%u of %u)"), title, position + 1, items->len);
  /* Translators: a section's title, the question's number, and which of how many it is. */
  place = g_strdup_printf (_("%s · %s (%u of %u)"), title, kumoji_item_get_id (item), position + 1,
                           items->len);
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
  if (!kumoji_item_has_number (item))
    /* Translators: a publisher, year and place. */
    return g_strdup_printf (_("Source: %s"), parts->str);
  /* Translators: a guide's publisher, year and place, and the number of a question in it. */
  return g_strdup_printf (_("Source: %s, no. %s"), parts->str, kumoji_item_get_id (item));
}
