/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term label: a label in which the words of the glossary explain themselves.
 *
 * Such a word is a link: the pointer above it shows what it means, a click or Enter opens a
 * popover. Everything else in a text is escaped, so that nothing a catalog says is ever taken for
 * markup. */
#include "config.h"

#include "app/widgets/kumoji-term-label.h"

#include <string.h>

#include "app/widgets/kumoji-term-popover.h"
#include "catalog/kumoji-glossary.h"

#define SCHEME "term:"
#define LIBRARY_KEY "kumoji-library"

static void
append_text (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

/* GTK takes the title of a link for markup again when it shows it as a tooltip. */
static void
append_link (GString *markup, const KumojiTermHit *hit, const char *text, KumojiLanguage language)
{
  g_autofree char *tip = g_markup_escape_text (kumoji_item_get_question (hit->item, language), -1);
  g_autofree char *title = g_markup_escape_text (tip, -1);
  g_autofree char *place =
    g_strconcat (kumoji_catalog_get_id (hit->catalog), "/", kumoji_item_get_id (hit->item), NULL);
  g_autofree char *escaped = g_markup_escape_text (place, -1);

  g_string_append_printf (markup, "<a href=\"" SCHEME "%s\" title=\"%s\">", escaped, title);
  append_text (markup, text + hit->start, hit->end - hit->start);
  g_string_append (markup, "</a>");
}

/**
 * kumoji_term_markup_new:
 * @library: the catalogs
 * @text: a text
 * @language: its language
 * @except: (nullable): an item whose own words are not explained
 *
 * Returns: (transfer full): the text as markup for a label, each word of the glossary a link where
 *   it occurs first
 */
char *
kumoji_term_markup_new (KumojiLibrary *library,
                        const char *text,
                        KumojiLanguage language,
                        KumojiItem *except)
{
  g_autoptr (GPtrArray) hits = kumoji_glossary_find (library, text, language);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *markup = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const KumojiTermHit *hit = hits->pdata[i];
      if (hit->item == except || !g_hash_table_add (seen, hit->item))
        continue;
      append_text (markup, text + at, hit->start - at);
      append_link (markup, hit, text, language);
      at = hit->end;
    }
  append_text (markup, text + at, strlen (text + at));
  return g_string_free (markup, FALSE);
}

/* Where in the label the word stands that leads to @item. */
static void
find_word (GtkLabel *label, KumojiLibrary *library, KumojiItem *item, GdkRectangle *area)
{
  const char *text = gtk_label_get_text (label);
  g_autoptr (GPtrArray) hits = kumoji_glossary_find (library, text, kumoji_language_get_default ());
  int x, y;

  gtk_label_get_layout_offsets (label, &x, &y);
  for (guint i = 0; i < hits->len; i++)
    {
      const KumojiTermHit *hit = hits->pdata[i];
      PangoRectangle first;
      if (hit->item != item)
        continue;
      pango_layout_index_to_pos (gtk_label_get_layout (label), (int) hit->start, &first);
      *area = (GdkRectangle){ x + PANGO_PIXELS (first.x), y + PANGO_PIXELS (first.y),
                              PANGO_PIXELS (first.width), PANGO_PIXELS (first.height) };
      return;
    }
  *area = (GdkRectangle){ x, y, 1, 1 };
}

/* No link is ever given to the desktop to open. */
static gboolean
activate_link_cb (GtkLabel *label, const char *uri)
{
  KumojiLibrary *library = g_object_get_data (G_OBJECT (label), LIBRARY_KEY);
  g_auto (GStrv) place = g_str_has_prefix (uri, SCHEME) ? g_strsplit (uri + strlen (SCHEME), "/", 2)
                                                        : g_new0 (char *, 1);
  KumojiCatalog *catalog =
    g_strv_length (place) == 2 ? kumoji_library_get_catalog (library, place[0]) : NULL;
  KumojiItem *item = catalog != NULL ? kumoji_catalog_get_item (catalog, place[1]) : NULL;
  GdkRectangle area;

  if (item == NULL)
    return TRUE;
  find_word (label, library, item, &area);
  GtkPopover *popover = GTK_POPOVER (kumoji_term_popover_open (GTK_WIDGET (label), catalog, item));
  gtk_popover_set_pointing_to (popover, &area);
  gtk_popover_popup (popover);
  return TRUE;
}

/**
 * kumoji_term_label_set_text:
 * @label: a label
 * @library: the catalogs
 * @text: what it shall say, in the desktop's language
 * @except: (nullable): an item whose own words are not explained
 *
 * Shows a text with the words of the glossary marked. gtk_label_get_text() and a screen reader give
 * the text as it is.
 */
void
kumoji_term_label_set_text (GtkLabel *label,
                            KumojiLibrary *library,
                            const char *text,
                            KumojiItem *except)
{
  g_autofree char *markup =
    kumoji_term_markup_new (library, text, kumoji_language_get_default (), except);

  if (g_object_get_data (G_OBJECT (label), LIBRARY_KEY) == NULL)
    {
      g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
      gtk_widget_add_css_class (GTK_WIDGET (label), "kumoji-terms");
    }
  g_object_set_data_full (G_OBJECT (label), LIBRARY_KEY, g_object_ref (library), g_object_unref);
  gtk_label_set_markup (label, markup);
}
