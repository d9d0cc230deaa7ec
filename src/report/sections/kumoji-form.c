/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: labels with room to write beside them. */
#include "report/sections/kumoji-form.h"

/* Points: a line written by hand. */
#define LINE_HEIGHT 27.0

/**
 * kumoji_form_add:
 * @fields: two to a row, or one that is wide
 *
 * Adds the head of a form to the pages.
 */
void
kumoji_form_add (KumojiReportContext *context, const KumojiFormField *fields, guint n_fields)
{
  g_autoptr (KumojiTable) table = kumoji_report_table_new (context);

  kumoji_table_set_show_titles (table, FALSE);
  kumoji_table_set_least_height (table, LINE_HEIGHT);
  for (guint i = 0; i < 2; i++)
    {
      kumoji_table_add_column (table, NULL, 0, 0, KUMOJI_ALIGN_LEFT);
      kumoji_table_add_column (table, NULL, 1, 0, KUMOJI_ALIGN_LEFT);
    }
  for (guint i = 0, taken = 2; i < n_fields; i++)
    {
      KumojiCell *value;

      if (taken == 2 || fields[i].wide)
        {
          kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
          taken = 0;
        }
      kumoji_table_add_text (table, fields[i].label)->colour = kumoji_palette_paper.dim;
      value = kumoji_table_add_text (table, fields[i].value != NULL ? fields[i].value : "");
      value->span = fields[i].wide ? 3 : 1;
      taken += fields[i].wide ? 2 : 1;
    }
  kumoji_flow_add_table (context->flow, table);
}
