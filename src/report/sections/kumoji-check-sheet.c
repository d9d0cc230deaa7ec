/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A check sheet: one checklist for the company or for one service, with its last round. */
#include "report/sections/kumoji-check-sheet.h"

static KumojiCheckSheet
make_sheet (KumojiReportContext *context, KumojiCatalog *catalog, KumojiService *service)
{
  const char *subject = service != NULL ? kumoji_record_get_id (KUMOJI_RECORD (service)) : "";
  KumojiAssessment *round =
    kumoji_project_get_last_round (context->project, kumoji_catalog_get_id (catalog), subject);
  KumojiAssessment *before =
    round != NULL ? kumoji_project_get_round_before (context->project, round) : NULL;

  return (KumojiCheckSheet){ catalog, service, round, before };
}

static void
add_of_services (KumojiReportContext *context, KumojiCatalog *catalog, GArray *sheets)
{
  KumojiList *services = kumoji_project_get_services (context->project);

  for (guint i = 0; i < kumoji_list_get_length (services); i++)
    {
      const KumojiCheckSheet sheet = make_sheet (context, catalog, kumoji_list_get (services, i));

      if (sheet.round != NULL)
        g_array_append_val (sheets, sheet);
    }
}

static gboolean
is_wanted_now (KumojiReportContext *context, KumojiCatalog *catalog)
{
  const KumojiGate *gate = context->roadmap->current;

  return gate != NULL
         && g_strv_contains ((const char *const *) gate->guide->passed,
                             kumoji_catalog_get_id (catalog));
}

/**
 * kumoji_check_sheet_list:
 *
 * Returns: (transfer full) (element-type KumojiCheckSheet): all that have a round, and those that
 *   the present gate asks for, begun or not
 */
GArray *
kumoji_check_sheet_list (KumojiReportContext *context)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (context->library);
  GArray *sheets = g_array_new (FALSE, FALSE, sizeof (KumojiCheckSheet));

  for (guint i = 0; i < catalogs->len; i++)
    {
      KumojiCatalog *catalog = catalogs->pdata[i];

      if (kumoji_catalog_get_subject (catalog) == KUMOJI_SUBJECT_SERVICE)
        {
          add_of_services (context, catalog, sheets);
          continue;
        }

      const KumojiCheckSheet sheet = make_sheet (context, catalog, NULL);

      if (sheet.round != NULL || is_wanted_now (context, catalog))
        g_array_append_val (sheets, sheet);
    }

  return sheets;
}

static gboolean
is_chosen (KumojiReportContext *context, KumojiCatalog *catalog)
{
  const char *const *chosen = (const char *const *) context->options->catalogs;

  return chosen != NULL ? g_strv_contains (chosen, kumoji_catalog_get_id (catalog))
                        : kumoji_catalog_get_kind (catalog) != KUMOJI_KIND_REFERENCE;
}

/* Adds the sheets of a catalog that are at hand; else, where wanted, one that says nothing yet. */
static void
add_printed (GArray *printed, GArray *at_hand, KumojiCatalog *catalog, gboolean or_empty)
{
  const KumojiCheckSheet empty = { catalog };
  gboolean found = FALSE;

  for (guint i = 0; i < at_hand->len; i++)
    {
      const KumojiCheckSheet *sheet = &g_array_index (at_hand, KumojiCheckSheet, i);

      if (sheet->catalog != catalog)
        continue;
      g_array_append_val (printed, *sheet);
      found = TRUE;
    }
  if (!found && or_empty)
    g_array_append_val (printed, empty);
}

static GArray *
list_printed (KumojiReportContext *context, GArray *at_hand, gboolean or_empty)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (context->library);
  GArray *printed = g_array_new (FALSE, FALSE, sizeof (KumojiCheckSheet));

  for (guint i = 0; i < catalogs->len; i++)
    if (is_chosen (context, catalogs->pdata[i]))
      add_printed (printed, at_hand, catalogs->pdata[i], or_empty);
  return printed;
}

/**
 * kumoji_check_sheet_list_printed:
 *
 * A blank form has every checklist that is asked, and those for services once. Filled in, those
 * that are named come out begun or not; of all, or of what is left when some are left out, those
 * that kumoji_check_sheet_list() has: but who leaves out all of these means what is left.
 *
 * Returns: (transfer full) (element-type KumojiCheckSheet): those to be printed
 */
GArray *
kumoji_check_sheet_list_printed (KumojiReportContext *context)
{
  const KumojiReportOptions *options = context->options;
  g_autoptr (GArray) at_hand = options->blank
                                 ? g_array_new (FALSE, FALSE, sizeof (KumojiCheckSheet))
                                 : kumoji_check_sheet_list (context);
  const gboolean named = options->catalogs != NULL && !options->only_begun;
  g_autoptr (GArray) printed = list_printed (context, at_hand, options->blank || named);

  if (printed->len == 0 && options->catalogs != NULL)
    return list_printed (context, at_hand, TRUE);
  return g_steal_pointer (&printed);
}
