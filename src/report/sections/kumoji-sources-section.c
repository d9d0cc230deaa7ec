/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each question comes from: guide, place in it, and who else asks it; for auditors. */
#include "catalog/kumoji-guide.h"
#include "catalog/kumoji-phrases.h"
#include "catalog/kumoji-references.h"
#include "report/sections/kumoji-check-sheet.h"
#include "report/sections/kumoji-report-words.h"

/* Points: the column of the numbers at most. */
#define MOST_NUMBER 70.0

/* Points: below a heading, for the source and some rows. */
#define LEAST_ROOM 90.0

static gboolean
holds (GPtrArray *catalogs, KumojiCatalog *catalog)
{
  return g_ptr_array_find (catalogs, catalog, NULL);
}

/* Those whose sheets are printed; where none are, all that are asked. */
static GPtrArray *
list_catalogs (KumojiReportContext *context)
{
  const gboolean with_sheets =
    (kumoji_report_options_get_printed (context->options) & KUMOJI_REPORT_CHECKLISTS) != 0;
  GPtrArray *all = kumoji_library_get_catalogs (context->library);
  GPtrArray *catalogs = g_ptr_array_new ();
  g_autoptr (GArray) sheets = with_sheets ? kumoji_check_sheet_list_printed (context) : NULL;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      KumojiCatalog *catalog = g_array_index (sheets, KumojiCheckSheet, i).catalog;

      if (!holds (catalogs, catalog))
        g_ptr_array_add (catalogs, catalog);
    }
  for (guint i = 0; sheets == NULL && i < all->len; i++)
    if (kumoji_catalog_get_kind (all->pdata[i]) != KUMOJI_KIND_REFERENCE)
      g_ptr_array_add (catalogs, all->pdata[i]);
  return catalogs;
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, "\xe3\x80\x80");
  g_string_append (line, part);
}

/* Publisher, document, year and place. */
static char *
dup_source (KumojiReportContext *context, KumojiCatalog *catalog)
{
  const gint64 year = kumoji_catalog_get_year (catalog);
  g_autofree char *number = year > 0 ? g_strdup_printf ("%d", (int) year) : NULL;
  GString *line = g_string_new (NULL);

  append_part (line, kumoji_catalog_get_publisher (catalog, context->language));
  append_part (line, kumoji_guide_get_title (kumoji_catalog_get_source_file (catalog),
                                             context->language));
  append_part (line, number);
  append_part (line, kumoji_catalog_get_place (catalog, context->language));
  return g_string_free (line, FALSE);
}

/* The section as its guide numbers it; where it has no number, the place of the whole catalog. */
static char *
dup_place (KumojiReportContext *context, KumojiCatalog *catalog, const KumojiSection *section)
{
  if (kumoji_report_section_has_number (section))
    return kumoji_report_dup_section_title (section, context->language);
  return g_strdup (kumoji_catalog_get_place (catalog, context->language));
}

/* The numbers of all items of one guide among @others, behind its name. */
static void
append_guide (KumojiReportContext *context,
              GString *text,
              GPtrArray *others,
              KumojiCatalog *catalog)
{
  const char *gap = " ";

  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                          kumoji_catalog_get_short_title (catalog, context->language));
  for (guint i = 0; i < others->len; i++)
    {
      const KumojiReference *other = others->pdata[i];

      if (other->catalog != catalog)
        continue;
      g_string_append_printf (text, "%s%s", gap, kumoji_item_get_id (other->item));
      gap = ", ";
    }
}

/* "IPA 2011 3, 5; Contract terms 4". */
static char *
dup_also_asked (KumojiReportContext *context, KumojiCatalog *catalog, KumojiItem *item)
{
  g_autoptr (GPtrArray) others =
    kumoji_references_list (context->library, kumoji_catalog_get_id (catalog),
                            kumoji_item_get_id (item));
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < others->len; i++)
    {
      const KumojiReference *other = others->pdata[i];

      if (holds (named, other->catalog))
        continue;
      g_ptr_array_add (named, other->catalog);
      append_guide (context, text, others, other->catalog);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_controls (KumojiCatalog *catalog)
{
  GPtrArray *items = kumoji_catalog_get_items (catalog);

  for (guint i = 0; i < items->len; i++)
    if (kumoji_catalog_get_control (catalog, items->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_item (KumojiReportContext *context,
          KumojiTable *table,
          KumojiCatalog *catalog,
          const KumojiSection *section,
          KumojiItem *item,
          gboolean with_control)
{
  const KumojiControl *control = kumoji_catalog_get_control (catalog, item);
  g_autofree char *place = dup_place (context, catalog, section);
  g_autofree char *also = dup_also_asked (context, catalog, item);

  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
  kumoji_table_add_text (table, kumoji_item_get_id (item));
  kumoji_table_add_text (table, kumoji_item_get_title (item, context->language));
  kumoji_table_add_text (table, place);
  if (with_control)
    kumoji_table_add_text (table, control != NULL ? control->id : "");
  kumoji_table_add_text (table, also);
}

static double
get_number_width (KumojiReportContext *context, KumojiCatalog *catalog)
{
  GPtrArray *items = kumoji_catalog_get_items (catalog);
  double width = kumoji_report_cell_width (context, kumoji_report_say (context, N_("No.")));

  for (guint i = 0; i < items->len; i++)
    width = MAX (width, kumoji_report_cell_width (context, kumoji_item_get_id (items->pdata[i])));
  return MIN (width, MOST_NUMBER);
}

static KumojiTable *
new_table (KumojiReportContext *context, KumojiCatalog *catalog, gboolean with_controls)
{
  KumojiTable *table = kumoji_report_table_new (context);

  kumoji_table_set_size (table, KUMOJI_SIZE_SMALL);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("No.")), 0,
                           get_number_width (context, catalog), KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Title")), 4, 0,
                           KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Place in the guide")), 3, 0,
                           KUMOJI_ALIGN_LEFT);
  if (with_controls)
    kumoji_table_add_column (table, kumoji_report_say (context, N_("Control")), 0, 0,
                             KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Also asked in")), 7, 0,
                           KUMOJI_ALIGN_LEFT);
  return table;
}

static void
add_catalog (KumojiReportContext *context, KumojiCatalog *catalog)
{
  GPtrArray *sections = kumoji_catalog_get_sections (catalog);
  const gboolean with_controls = has_controls (catalog);
  g_autoptr (KumojiTable) table = new_table (context, catalog, with_controls);
  g_autofree char *source = dup_source (context, catalog);

  kumoji_flow_add_heading (context->flow, 2, kumoji_catalog_get_title (catalog, context->language));
  kumoji_flow_prepare (context->flow, LEAST_ROOM);
  kumoji_flow_add_text (context->flow, source);
  kumoji_flow_add_space (context->flow, 4);
  for (guint i = 0; i < sections->len; i++)
    {
      const KumojiSection *section = sections->pdata[i];

      for (guint j = 0; j < section->items->len; j++)
        add_item (context, table, catalog, section, section->items->pdata[j], with_controls);
    }
  kumoji_flow_add_table (context->flow, table);
}

/**
 * kumoji_sources_section_add:
 *
 * Adds where each question comes from.
 */
void
kumoji_sources_section_add (KumojiReportContext *context)
{
  const char *name = kumoji_report_say (context, N_("Where each question comes from"));
  const char *const notes[] = {
    kumoji_report_say (context,
                       N_("The numbers are those of the guides; the words are Kumoji's.")),
    NULL
  };
  g_autoptr (GPtrArray) catalogs = list_catalogs (context);

  kumoji_flow_start_report (context->flow, name, KUMOJI_PORTRAIT);
  kumoji_flow_add_title (context->flow, NULL, name, notes, KUMOJI_SIGNATURE_NONE);
  for (guint i = 0; i < catalogs->len && !g_cancellable_is_cancelled (context->cancellable); i++)
    add_catalog (context, catalogs->pdata[i]);
}
