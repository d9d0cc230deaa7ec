/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of information assets on paper: held against sales, by group, and in detail. */
#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-register-table.h"
#include "report/sections/kumoji-report-words.h"
#include "report/sections/kumoji-share-table.h"
#include "report/sections/kumoji-standing.h"

/* Points. */
#define GAP 20.0
#define MARK_ROOM 14.0

/* Points: heading, note, titles, a group and two assets. */
#define LEAST_REGISTER 145.0

static const KumojiMark marks[] = {
  [KUMOJI_VALUATION_BALANCED] = KUMOJI_MARK_PASSED,
  [KUMOJI_VALUATION_OVER] = KUMOJI_MARK_LATE,
  [KUMOJI_VALUATION_UNDER] = KUMOJI_MARK_LATE,
  [KUMOJI_VALUATION_UNKNOWN] = KUMOJI_MARK_OPEN,
};

/* What is held against what: labels and figures in the order of a sum. */
static KumojiTable *
new_reconciliation (KumojiReportContext *context)
{
  const KumojiValuation *valuation = context->valuation;
  const gboolean known = valuation->sales > 0;
  const char *state = kumoji_valuation_state_get_label (valuation->state, context->language);
  g_autofree char *total = kumoji_yen_format (valuation->total);
  g_autofree char *sales = known ? kumoji_yen_format (valuation->sales) : g_strdup ("–");
  g_autofree char *difference = known ? kumoji_yen_format (valuation->difference) : g_strdup ("–");
  g_autofree char *ratio = valuation->ratio_millionths >= 0
                             ? kumoji_report_dup_ratio (valuation->ratio_millionths)
                             : g_strdup ("–");
  const struct
  {
    const char *label, *figure;
  } figures[] = {
    { kumoji_report_say (context, N_("Total of the assets")), total },
    { kumoji_report_say (context, N_("Annual sales")), sales },
    { kumoji_report_say (context, N_("Difference")), difference },
    { kumoji_report_say (context, N_("Total to sales")), ratio },
  };
  double width = kumoji_report_cell_width (context, state) + MARK_ROOM;
  KumojiTable *table = kumoji_report_table_new (context);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    width = MAX (width, kumoji_report_cell_width (context, figures[i].figure));
  kumoji_table_set_show_titles (table, FALSE);
  kumoji_table_add_column (table, NULL, 1, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, NULL, 0, width, KUMOJI_ALIGN_RIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
      kumoji_table_add_text (table, figures[i].label);
      kumoji_table_add_text (table, figures[i].figure);
    }
  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
  kumoji_table_add_text (table, kumoji_report_say (context, N_("State")));
  kumoji_table_add_mark (table, marks[valuation->state], state)->align = KUMOJI_ALIGN_LEFT;

  return table;
}

/* Reconciliation, by group and by rank side by side: three questions of every director. */
static void
add_figures (KumojiReportContext *context)
{
  KumojiTable *tables[] = {
    new_reconciliation (context),
    kumoji_share_table_new (context, context->valuation->by_group,
                            kumoji_report_label (context, KUMOJI_TYPE_ASSET, "group")),
    kumoji_share_table_new (context, context->valuation->by_rank,
                            kumoji_report_label (context, KUMOJI_TYPE_ASSET, "rank")),
  };
  const double shares[] = { 0.27, 0.39, 0.34 };
  const double width = kumoji_flow_get_width (context->flow) - 2 * GAP;
  double height = 0;
  KumojiBox box;
  KumojiPage *page;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    height = MAX (height, kumoji_table_measure (tables[i], width * shares[i]));
  kumoji_flow_add_heading (context->flow, 2,
                           kumoji_report_say (context, N_("Total, held against annual sales")));
  page = kumoji_flow_reserve (context->flow, height, &box);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      kumoji_table_draw (tables[i], page, box.x, box.y, width * shares[i]);
      kumoji_table_free (tables[i]);
      box.x += width * shares[i] + GAP;
    }
  kumoji_flow_add_space (context->flow, 9);
  kumoji_share_bar_add (context, context->valuation->by_group);
}

static void
add_register (KumojiReportContext *context)
{
  if (context->valuation->overflow == NULL)
    add_figures (context);
  kumoji_flow_prepare (context->flow, LEAST_REGISTER);
  kumoji_flow_add_heading (context->flow, 2,
                           kumoji_report_say (context, context->options->grouped
                                                         ? N_("All assets by group")
                                                         : N_("All assets")));
  kumoji_register_table_add (context);
  if (g_cancellable_is_cancelled (context->cancellable))
    return;
  kumoji_flow_add_heading (context->flow, 2,
                           kumoji_report_say (context, N_("Kind, use and measures")));
  kumoji_register_details_add (context);
}

/* What may be written in a column that asks for a choice. */
static void
add_choices (KumojiReportContext *context, const char *name)
{
  const KumojiTextStyle style = { KUMOJI_SIZE_SMALL, FALSE, kumoji_palette_paper.dim };
  const KumojiField *field = kumoji_record_type_get_field (KUMOJI_TYPE_ASSET, name);
  g_autoptr (GString) text = g_string_new (kumoji_field_get_label (field, context->language));

  for (guint i = 0; field->choices[i].id != NULL; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ": " : " / ",
                            kumoji_phrase (context->language, field->choices[i].label));
  kumoji_flow_add_styled_text (context->flow, text->str, &style, 0);
}

static void
add_blank (KumojiReportContext *context)
{
  add_choices (context, "rank");
  add_choices (context, "cloud");
  add_choices (context, "confidentiality");
  kumoji_flow_add_space (context->flow, 6);
  kumoji_register_table_add_blank (context);
}

/**
 * kumoji_assets_section_add:
 *
 * Adds the register of information assets.
 */
void
kumoji_assets_section_add (KumojiReportContext *context)
{
  const char *name = kumoji_report_say (context, N_("Information asset register"));
  g_autofree char *standing = kumoji_standing_dup_value (context);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (context->project));
  g_autofree char *whose = g_strdup_printf ("%s\xe3\x80\x80%s", context->company,
                                            kumoji_record_get_text (profile, "fiscal-year"));
  const char *const notes[] = { context->options->blank ? NULL : standing, NULL };

  kumoji_flow_start_report (context->flow, name, KUMOJI_LANDSCAPE);
  kumoji_flow_add_title (context->flow, whose, name, notes, context->options->signature);
  if (context->options->blank)
    add_blank (context);
  else if (context->valuation->assets > 0)
    add_register (context);
}
