/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The glossary of a report: the words on its pages that need to be explained, two side by side. */
#include "catalog/kumoji-glossary.h"
#include "catalog/kumoji-phrases.h"
#include "report/kumoji-search.h"
#include "report/sections/kumoji-report-context.h"
#include "report/sections/kumoji-report-words.h"

/* Words side by side, each with its explanation. */
#define ABREAST 2
#define COLUMNS (2 * ABREAST)

/* Each item once that explains a word of the pages. */
static GHashTable *
find_on_pages (KumojiReportContext *context)
{
  KumojiDocument *document = kumoji_flow_get_document (context->flow);
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < kumoji_document_get_n_pages (document)
                    && !g_cancellable_is_cancelled (context->cancellable);
       i++)
    {
      g_autofree char *text =
        kumoji_search_dup_page_text (kumoji_document_get_page (document, i), G_MAXUINT);
      g_autoptr (GPtrArray) hits = kumoji_glossary_find (context->library, text, context->language);

      for (guint j = 0; j < hits->len; j++)
        g_hash_table_add (found, ((const KumojiTermHit *) hits->pdata[j])->item);
    }
  return found;
}

/* All that is explained, for a report of nothing but that. */
static GHashTable *
find_all (KumojiReportContext *context)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (context->library);
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < catalogs->len; i++)
    {
      GPtrArray *items = kumoji_catalog_get_items (catalogs->pdata[i]);

      for (guint j = 0; j < items->len; j++)
        if (kumoji_item_get_terms (items->pdata[j], context->language) != NULL)
          g_hash_table_add (found, items->pdata[j]);
    }
  return found;
}

static void
add_group (KumojiReportContext *context, KumojiTable *table, const KumojiSection *section)
{
  g_autofree char *title = kumoji_report_dup_section_title (section, context->language);

  kumoji_table_add_row (table, KUMOJI_ROW_GROUP, NULL);
  kumoji_table_add_text (table, title)->span = COLUMNS;
}

static void
add_word (KumojiReportContext *context, KumojiTable *table, KumojiItem *item)
{
  KumojiCell *word = kumoji_table_add_text (table, kumoji_item_get_title (item, context->language));

  word->bold = TRUE;
  word->top = TRUE;
  kumoji_table_add_text (table, kumoji_item_get_question (item, context->language))->top = TRUE;
}

static void
add_section (KumojiReportContext *context,
             KumojiTable *table,
             const KumojiSection *section,
             GHashTable *found)
{
  guint n = 0;

  for (guint i = 0; i < section->items->len; i++)
    {
      if (!g_hash_table_contains (found, section->items->pdata[i]))
        continue;
      if (n == 0)
        add_group (context, table, section);
      if (n % ABREAST == 0)
        kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
      add_word (context, table, section->items->pdata[i]);
      n++;
    }
}

static KumojiTable *
new_table (KumojiReportContext *context, GHashTable *found)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (context->library);
  KumojiTable *table = kumoji_report_table_new (context);

  kumoji_table_set_size (table, KUMOJI_SIZE_SMALL);
  kumoji_table_set_show_titles (table, FALSE);
  for (guint i = 0; i < ABREAST; i++)
    {
      kumoji_table_add_column (table, NULL, 2, 0, KUMOJI_ALIGN_LEFT);
      kumoji_table_add_column (table, NULL, 5, 0, KUMOJI_ALIGN_LEFT);
    }
  for (guint i = 0; i < catalogs->len; i++)
    {
      GPtrArray *sections = kumoji_catalog_get_sections (catalogs->pdata[i]);

      for (guint j = 0; j < sections->len; j++)
        add_section (context, table, sections->pdata[j], found);
    }
  return table;
}

/**
 * kumoji_glossary_section_add:
 *
 * Adds what explains the words of the pages so far; nothing where none needs it. It has to be the
 * last part.
 */
void
kumoji_glossary_section_add (KumojiReportContext *context)
{
  const gboolean alone =
    kumoji_report_options_get_printed (context->options) == KUMOJI_REPORT_GLOSSARY;
  const char *name = kumoji_report_say (context, N_("Words explained"));
  g_autoptr (GHashTable) found = alone ? find_all (context) : find_on_pages (context);
  g_autoptr (KumojiTable) table = NULL;

  if (g_hash_table_size (found) == 0)
    return;
  table = new_table (context, found);
  kumoji_flow_start_report (context->flow, name, KUMOJI_PORTRAIT);
  kumoji_flow_add_title (context->flow, NULL, name, NULL, KUMOJI_SIGNATURE_NONE);
  kumoji_flow_add_table (context->flow, table);
}
