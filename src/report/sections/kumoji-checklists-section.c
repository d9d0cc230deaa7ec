/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklists of a report: each on pages of its own, filled in or blank. */
#include "catalog/kumoji-phrases.h"
#include "report/kumoji-form-grid.h"
#include "report/sections/kumoji-check-result.h"
#include "report/sections/kumoji-check-table.h"
#include "report/sections/kumoji-item-columns.h"
#include "report/sections/kumoji-report-words.h"
#include "report/sections/kumoji-section-chart.h"

/* Fields of a form side by side. */
#define FORM_COLUMNS 2

#define GAP "\xe3\x80\x80" /* an ideographic space */

static void
append_person (KumojiReportContext *context,
               GString *line,
               KumojiAssessment *round,
               const char *field)
{
  const char *name = round != NULL ? kumoji_record_get_text (KUMOJI_RECORD (round), field) : "";

  if (*name != '\0')
    g_string_append_printf (line, "%s%s: %s", line->len > 0 ? GAP : "",
                            kumoji_report_label (context, KUMOJI_TYPE_ASSESSMENT, field), name);
}

static char *
dup_subject (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  const char *name = context->company, *provider = "";

  if (kumoji_catalog_get_subject (sheet->catalog) == KUMOJI_SUBJECT_SERVICE)
    name = sheet->service != NULL ? kumoji_record_get_text (KUMOJI_RECORD (sheet->service), "name")
                                  : kumoji_report_say (context, N_("no cloud service yet"));
  if (sheet->service != NULL)
    provider = kumoji_record_get_text (KUMOJI_RECORD (sheet->service), "provider");

  return g_strdup_printf (*provider != '\0' ? "%s: %s (%s)" : "%s: %s%s",
                          kumoji_report_label (context, KUMOJI_TYPE_ASSESSMENT, "subject"), name,
                          provider);
}

static void
append_round (KumojiReportContext *context, GString *line, const KumojiCheckSheet *sheet)
{
  KumojiRecord *round = (KumojiRecord *) sheet->round;
  g_autofree char *date = NULL;

  if (round == NULL)
    {
      g_string_append (line, kumoji_report_say (context, N_("Not begun yet")));
      return;
    }
  date = kumoji_report_date (context, kumoji_record_get_text (round, "date"));
  g_string_append_printf (line, kumoji_report_say (context, N_("Round %d")),
                          (int) kumoji_record_get_integer (round, "round"));
  if (*date != '\0')
    g_string_append_printf (line, GAP "%s", date);
}

/* Publisher, year and place, so that the sheet can be laid beside the guide. */
static char *
dup_source (KumojiReportContext *context, KumojiCatalog *catalog)
{
  const gint64 year = kumoji_catalog_get_year (catalog);
  g_autofree char *number = g_strdup_printf (" %d", (int) year);

  return g_strdup_printf ("%s%s" GAP "%s",
                          kumoji_catalog_get_publisher (catalog, context->language),
                          year > 0 ? number : "",
                          kumoji_catalog_get_place (catalog, context->language));
}

/* A register is one table, which names its sections; other sheets have a heading for each. */
static void
add_questions (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  GPtrArray *sections = kumoji_catalog_get_sections (sheet->catalog);

  if (kumoji_item_columns_get_orientation (kumoji_catalog_get_kind (sheet->catalog))
      == KUMOJI_LANDSCAPE)
    {
      kumoji_flow_add_space (context->flow, 9);
      kumoji_check_table_add (context, sheet, sections);
      return;
    }
  for (guint i = 0; i < sections->len; i++)
    {
      g_autofree char *heading =
        kumoji_report_dup_section_title (sections->pdata[i], context->language);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, sections->pdata[i]);
      kumoji_flow_add_heading (context->flow, 2, heading);
      kumoji_check_table_add (context, sheet, one);
    }
}

/* What is only looked up: nobody answers it, and nobody signs it. */
static void
add_reference (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  g_autofree char *source = dup_source (context, sheet->catalog);

  kumoji_flow_add_title (context->flow, source,
                         kumoji_catalog_get_title (sheet->catalog, context->language), NULL,
                         KUMOJI_SIGNATURE_NONE);
  add_questions (context, sheet);
}

static void
add_sheet (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  g_autofree char *source = dup_source (context, sheet->catalog);
  g_autofree char *subject = dup_subject (context, sheet);
  g_autoptr (GString) persons = g_string_new (NULL);
  g_autoptr (GString) round = g_string_new (NULL);

  append_person (context, persons, sheet->round, "assessor");
  append_person (context, persons, sheet->round, "reviewer");
  append_round (context, round, sheet);

  const char *const notes[] = { subject, round->str, persons->len > 0 ? persons->str : NULL, NULL };
  kumoji_flow_add_title (context->flow, source,
                         kumoji_catalog_get_title (sheet->catalog, context->language), notes,
                         context->options->signature);
  kumoji_check_result_add (context, sheet);
  kumoji_section_chart_add (context, sheet);
  add_questions (context, sheet);
  kumoji_check_marking_add (context, sheet);
}

/* Whom and what the answers are of: to be filled in by hand. */
static void
add_blank_head (KumojiReportContext *context, KumojiCatalog *catalog)
{
  static const char *const of_round[] = { "round", "date", "assessor", "reviewer" };
  g_autoptr (KumojiFormGrid) form =
    kumoji_form_grid_new (context->typeface, context->language, FORM_COLUMNS);

  if (kumoji_catalog_get_subject (catalog) == KUMOJI_SUBJECT_SERVICE)
    {
      kumoji_form_grid_add_field (form, kumoji_report_label (context, KUMOJI_TYPE_SERVICE, "name"),
                                  NULL, 1);
      kumoji_form_grid_add_field (form,
                                  kumoji_report_label (context, KUMOJI_TYPE_SERVICE, "provider"),
                                  NULL, 1);
    }
  kumoji_form_grid_add_field (form, kumoji_report_label (context, KUMOJI_TYPE_PROFILE, "company"),
                              kumoji_project_get_company (context->project), FORM_COLUMNS);
  for (guint i = 0; i < G_N_ELEMENTS (of_round); i++)
    kumoji_form_grid_add_field (form,
                                kumoji_report_label (context, KUMOJI_TYPE_ASSESSMENT, of_round[i]),
                                NULL, 1);
  kumoji_flow_add_form_grid (context->flow, form);
}

static void
add_blank_sheet (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  g_autofree char *source = dup_source (context, sheet->catalog);

  kumoji_flow_add_title (context->flow, source,
                         kumoji_catalog_get_title (sheet->catalog, context->language), NULL,
                         context->options->signature);
  add_blank_head (context, sheet->catalog);
  add_questions (context, sheet);
  kumoji_check_marking_add (context, sheet);
}

static void
add_any_sheet (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  if (kumoji_catalog_get_kind (sheet->catalog) == KUMOJI_KIND_REFERENCE)
    add_reference (context, sheet);
  else if (context->options->blank)
    add_blank_sheet (context, sheet);
  else
    add_sheet (context, sheet);
}

static KumojiOrientation
get_orientation (GArray *sheets, guint i)
{
  KumojiCatalog *catalog =
    i < sheets->len ? g_array_index (sheets, KumojiCheckSheet, i).catalog : NULL;

  return catalog != NULL ? kumoji_item_columns_get_orientation (kumoji_catalog_get_kind (catalog))
                         : KUMOJI_PORTRAIT;
}

/**
 * kumoji_checklists_section_add:
 *
 * Adds the checklists.
 */
void
kumoji_checklists_section_add (KumojiReportContext *context)
{
  const char *name = kumoji_report_say (context, N_("Checklists"));
  g_autoptr (GArray) sheets = kumoji_check_sheet_list_printed (context);

  kumoji_flow_start_report (context->flow, name, get_orientation (sheets, 0));
  for (guint i = 0; i < sheets->len && !g_cancellable_is_cancelled (context->cancellable); i++)
    {
      kumoji_flow_turn_page (context->flow, get_orientation (sheets, i));
      add_any_sheet (context, &g_array_index (sheets, KumojiCheckSheet, i));
    }
  if (sheets->len == 0)
    {
      kumoji_flow_add_title (context->flow, NULL, name, NULL, KUMOJI_SIGNATURE_NONE);
      kumoji_flow_add_text (context->flow,
                            kumoji_report_say (context, N_("No checklist has been begun.")));
    }
}
