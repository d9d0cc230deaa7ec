/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of information assets, by group or sorted, with what each asset is worth. */
#include "report/sections/kumoji-register-table.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-report-words.h"

/* Points. */
#define SIZE 8.5
#define BLANK_HEIGHT 26.0
#define TITLES_HEIGHT 42.0

/* A figure that is not known. */
#define NOTHING "–"

/* Columns; the value stands between what is counted and what is known. On paper to be filled in by
 * hand each has its width, points, and the name has what is left. */
typedef struct
{
  const char *field; /* NULL for the value */
  double weight, width, blank_width;
  KumojiAlign align;
} Column;

static const Column columns[] = {
  { "number", 0, 0, 45, KUMOJI_ALIGN_LEFT }, { "name", 4, 100, 0, KUMOJI_ALIGN_LEFT },
  { "count", 0, 0, 50, KUMOJI_ALIGN_RIGHT }, { "unit-value", 0, 0, 80, KUMOJI_ALIGN_RIGHT },
  { NULL, 0, 0, 90, KUMOJI_ALIGN_RIGHT },    { "rank", 0, 0, 45, KUMOJI_ALIGN_LEFT },
  { "owner", 2, 60, 75, KUMOJI_ALIGN_LEFT }, { "location", 4, 96, 95, KUMOJI_ALIGN_LEFT },
  { "cloud", 0, 0, 65, KUMOJI_ALIGN_LEFT },  { "confidentiality", 0, 0, 78, KUMOJI_ALIGN_LEFT },
};

/* Where no heading says it, each row does. */
static const Column group_column = { "group", 3, 62, 0, KUMOJI_ALIGN_LEFT };

#define N_COLUMNS G_N_ELEMENTS (columns)
#define N_BEFORE_VALUE 4

static guint
count_columns (KumojiReportContext *context)
{
  return N_COLUMNS + (context->options->grouped || context->options->blank ? 0 : 1);
}

static const Column *
get_column (guint i)
{
  return i < N_COLUMNS ? &columns[i] : &group_column;
}

static const char *
get_title (KumojiReportContext *context, const char *field)
{
  if (field == NULL)
    return kumoji_report_say (context, N_("Asset value"));
  if (g_str_equal (field, "number"))
    return kumoji_report_say (context, N_("No."));

  return kumoji_report_label (context, KUMOJI_TYPE_ASSET, field);
}

static KumojiTable *
new_table (KumojiReportContext *context, gboolean blank)
{
  KumojiTable *table = kumoji_report_table_new (context);

  kumoji_table_set_size (table, SIZE);
  kumoji_table_set_zebra (table, !blank);
  for (guint i = 0; i < count_columns (context); i++)
    {
      const Column *column = get_column (i);

      kumoji_table_add_column (table, get_title (context, column->field),
                               blank ? column->blank_width == 0 : column->weight,
                               blank ? column->blank_width : column->width, column->align);
    }

  return table;
}

/* A value that does not count stands in brackets, as in a ledger. */
static void
add_value (KumojiTable *table, KumojiAsset *asset)
{
  g_autofree char *amount = NULL;
  KumojiCell *cell;
  gint64 yen;

  if (!kumoji_asset_get_total (asset, &yen))
    {
      kumoji_table_add_text (table, NOTHING);
      return;
    }
  amount = kumoji_yen_format (yen);
  if (kumoji_asset_counts (asset))
    {
      kumoji_table_add_text (table, amount);
      return;
    }

  g_autofree char *bracketed = g_strdup_printf ("(%s)", amount);
  cell = kumoji_table_add_text (table, bracketed);
  cell->colour = kumoji_palette_paper.dim;
}

static void
add_asset (KumojiReportContext *context, KumojiTable *table, KumojiAsset *asset)
{
  KumojiRecord *record = KUMOJI_RECORD (asset);
  g_autofree char *place = kumoji_report_dup_asset_name (asset);

  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, place);
  for (guint i = 0; i < count_columns (context); i++)
    {
      const Column *column = get_column (i);
      g_autofree char *text = NULL;

      if (column->field == NULL)
        {
          add_value (table, asset);
          continue;
        }
      text = kumoji_record_format (record, column->field, context->language);
      kumoji_table_add_text (table, text);
    }
}

static void
add_sum (KumojiReportContext *context,
         KumojiTable *table,
         KumojiRowKind kind,
         const char *name,
         guint assets,
         gint64 yen)
{
  const gboolean known = context->valuation->overflow == NULL;
  g_autofree char *named =
    g_strdup_printf (kumoji_phrase_plural (context->language, N_("%s (%u asset)"),
                                           N_("%s (%u assets)"), assets),
                     name, assets);
  g_autofree char *amount = known ? kumoji_yen_format (yen) : g_strdup (NOTHING);
  g_autofree char *share =
    known ? kumoji_report_dup_share (yen, context->valuation->total) : g_strdup ("");

  kumoji_table_add_row (table, kind, NULL);
  kumoji_table_add_text (table, named)->span = N_BEFORE_VALUE;
  kumoji_table_add_text (table, amount)->align = KUMOJI_ALIGN_RIGHT;
  kumoji_table_add_text (table, share)->span = count_columns (context) - N_BEFORE_VALUE - 1;
}

static void
add_group (KumojiReportContext *context, KumojiTable *table, const KumojiShare *share)
{
  GPtrArray *assets = context->assets;
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  /* The valuation stops counting where a value is too large; the register goes on. */
  for (guint i = 0; i < assets->len; i++)
    {
      KumojiRecord *asset = assets->pdata[i];

      if (g_str_equal (kumoji_record_get_text (asset, "group"), share->id))
        g_ptr_array_add (members, asset);
    }
  if (members->len == 0)
    return;

  add_sum (context, table, KUMOJI_ROW_GROUP, kumoji_phrase (context->language, share->label),
           members->len, share->total);
  for (guint i = 0; i < members->len && kumoji_watch_go_on (context->watch, 0); i++)
    add_asset (context, table, members->pdata[i]);
}

/**
 * kumoji_register_table_add:
 *
 * Adds all assets to the pages, by group with the groups' totals, or sorted as the screen has them,
 * and the total of all.
 */
void
kumoji_register_table_add (KumojiReportContext *context)
{
  GArray *groups = context->valuation->by_group;
  g_autoptr (KumojiTable) table = new_table (context, FALSE);

  if (context->valuation->counted < context->valuation->assets)
    kumoji_flow_add_text (
      context->flow,
      kumoji_report_say (context, N_("Values in brackets are not part of the total: copies, "
                                      "physical assets, or what was left out by choice.")));

  for (guint i = 0; i < groups->len && context->options->grouped; i++)
    add_group (context, table, &g_array_index (groups, KumojiShare, i));
  for (guint i = 0; i < context->assets->len && !context->options->grouped
                    && kumoji_watch_go_on (context->watch, 0);
       i++)
    add_asset (context, table, context->assets->pdata[i]);
  add_sum (context, table, KUMOJI_ROW_TOTAL, kumoji_report_say (context, N_("Total")),
           context->valuation->assets, context->valuation->total);
  kumoji_flow_add_table (context->flow, table);
}

/**
 * kumoji_register_table_add_blank:
 *
 * Adds an empty register to be filled in by hand: two full pages.
 */
void
kumoji_register_table_add_blank (KumojiReportContext *context)
{
  g_autoptr (KumojiTable) table = new_table (context, TRUE);
  const double page = kumoji_flow_get_body_height (context->flow) - TITLES_HEIGHT;
  const double first = kumoji_flow_get_space_left (context->flow) - TITLES_HEIGHT;
  const guint n_rows = (guint) (first / BLANK_HEIGHT) + (guint) (page / BLANK_HEIGHT);

  kumoji_table_set_least_height (table, BLANK_HEIGHT);
  for (guint i = 0; i < n_rows; i++)
    {
      kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
      for (guint j = 0; j < N_COLUMNS; j++)
        kumoji_table_add_text (table, "");
    }
  kumoji_flow_add_table (context->flow, table);
}
