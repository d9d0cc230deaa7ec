/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A check sheet: one checklist for the company or for one service, with its last round. */
#include "report/sections/kumoji-check-sheet.h"

static void
add_of_services (KumojiReportContext *context, KumojiCatalog *catalog, GArray *sheets)
{
  KumojiList *services = kumoji_project_get_services (context->project);

  for (guint i = 0; i < kumoji_list_get_length (services); i++)
    {
      KumojiService *service = kumoji_list_get (services, i);
      const KumojiCheckSheet sheet = {
        catalog, service,
        kumoji_project_get_last_round (context->project, kumoji_catalog_get_id (catalog),
                                       kumoji_record_get_id (KUMOJI_RECORD (service)))
      };

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

      const KumojiCheckSheet sheet = {
        catalog, NULL,
        kumoji_project_get_last_round (context->project, kumoji_catalog_get_id (catalog), "")
      };
      if (sheet.round != NULL || is_wanted_now (context, catalog))
        g_array_append_val (sheets, sheet);
    }

  return sheets;
}

/**
 * kumoji_check_sheet_is_chosen:
 *
 * Returns: whether the report is to have that checklist
 */
gboolean
kumoji_check_sheet_is_chosen (KumojiReportContext *context, KumojiCatalog *catalog)
{
  return context->options->catalogs == NULL
         || g_strv_contains ((const char *const *) context->options->catalogs,
                             kumoji_catalog_get_id (catalog));
}

/**
 * kumoji_check_sheet_list_chosen:
 *
 * Returns: (transfer full) (element-type KumojiCheckSheet): those to be printed: all that have a
 *   round, or those that were chosen, begun or not
 */
GArray *
kumoji_check_sheet_list_chosen (KumojiReportContext *context)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (context->library);
  g_autoptr (GArray) all = kumoji_check_sheet_list (context);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (KumojiCheckSheet));

  for (guint i = 0; i < catalogs->len; i++)
    {
      const KumojiCheckSheet none = { catalogs->pdata[i] };
      gboolean begun = FALSE;

      if (!kumoji_check_sheet_is_chosen (context, catalogs->pdata[i]))
        continue;
      for (guint j = 0; j < all->len; j++)
        {
          const KumojiCheckSheet *sheet = &g_array_index (all, KumojiCheckSheet, j);

          if (sheet->catalog != none.catalog || sheet->round == NULL)
            continue;
          g_array_append_val (chosen, *sheet);
          begun = TRUE;
        }
      if (!begun && context->options->catalogs != NULL)
        g_array_append_val (chosen, none);
    }

  return chosen;
}
