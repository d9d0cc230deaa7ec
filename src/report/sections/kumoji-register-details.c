/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What else is known of each asset: kind, use, measures. */
#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-register-table.h"
#include "report/sections/kumoji-report-words.h"

#define SIZE 8.5

static const char *const kinds[] = { "class", "category", "sensitivity" };
static const char *const said[] = { "medium", "permitted-use", "measures", "note" };

static void
append (GString *text, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part);
}

static void
append_field (KumojiReportContext *context, GString *text, KumojiRecord *asset, const char *field)
{
  g_autofree char *value = kumoji_record_format (asset, field, context->language);

  append (text, value);
}

/* Which asset it is a copy of, by number and name. */
static void
append_original (KumojiReportContext *context, GString *text, KumojiRecord *asset)
{
  KumojiAsset *original = NULL;
  const char *id = kumoji_record_get_text (asset, "copy-of");
  g_autofree char *name = NULL, *line = NULL;

  append_field (context, text, asset, "original");
  if (*id != '\0')
    original = kumoji_list_find (kumoji_project_get_assets (context->project), id);
  if (original == NULL)
    return;
  name = kumoji_report_dup_asset_name (original);
  line =
    g_strdup_printf ("%s: %s", kumoji_report_label (context, KUMOJI_TYPE_ASSET, "copy-of"), name);
  append (text, line);
}

/* Only where somebody chose it against what is usual. */
static void
append_counting (KumojiReportContext *context, GString *text, KumojiRecord *asset)
{
  g_autofree char *value = kumoji_record_format (asset, "counted", context->language);
  g_autofree char *line =
    g_strdup_printf ("%s: %s", kumoji_report_label (context, KUMOJI_TYPE_ASSET, "counted"), value);

  if (*value != '\0')
    append (text, line);
}

static void
add_asset (KumojiReportContext *context, KumojiTable *table, KumojiAsset *asset)
{
  KumojiRecord *record = KUMOJI_RECORD (asset);
  g_autofree char *place = kumoji_report_dup_asset_name (asset);
  g_autofree char *personal = kumoji_record_format (record, "personal-data", context->language);
  g_autoptr (GString) kind = g_string_new (NULL);
  g_autoptr (GString) origin = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_field (context, kind, record, kinds[i]);
  append_original (context, origin, record);
  append_counting (context, origin, record);

  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, place);
  kumoji_table_add_text (table, kumoji_record_get_text (record, "number"));
  kumoji_table_add_text (table, kumoji_record_get_text (record, "name"));
  kumoji_table_add_text (table, kind->str);
  kumoji_table_add_text (table, origin->str);
  kumoji_table_add_text (table, personal);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    kumoji_table_add_text (table, kumoji_record_get_text (record, said[i]));
}

static KumojiTable *
new_table (KumojiReportContext *context)
{
  static const double weights[G_N_ELEMENTS (said)] = { 2, 4, 4, 4 };
  KumojiTable *table = kumoji_report_table_new (context);

  kumoji_table_set_size (table, SIZE);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("No.")), 0, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_label (context, KUMOJI_TYPE_ASSET, "name"), 3, 0,
                           KUMOJI_ALIGN_LEFT);
  /* Translators: class, risk category and sensitivity of an asset. */
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Class, category, sensitivity")),
                           3, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_label (context, KUMOJI_TYPE_ASSET, "original"), 2,
                           0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_label (context, KUMOJI_TYPE_ASSET, "personal-data"),
                           2, 0, KUMOJI_ALIGN_LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    kumoji_table_add_column (table, kumoji_report_label (context, KUMOJI_TYPE_ASSET, said[i]),
                             weights[i], 0, KUMOJI_ALIGN_LEFT);

  return table;
}

/**
 * kumoji_register_details_add:
 *
 * Adds what else is known of each asset, in the order of the register, or of the screen.
 */
void
kumoji_register_details_add (KumojiReportContext *context)
{
  g_autoptr (KumojiTable) table = new_table (context);

  for (guint i = 0; i < context->assets->len && kumoji_watch_go_on (context->watch, 0); i++)
    add_asset (context, table, context->assets->pdata[i]);
  kumoji_flow_add_table (context->flow, table);
}
