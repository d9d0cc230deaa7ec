/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes to an item in a check sheet: all that was said beside the answer, in one cell. */
#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-item-columns.h"

static void
append_line (GString *text, const char *label, const char *said)
{
  if (*said == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (label != NULL)
    g_string_append_printf (text, "%s: ", label);
  g_string_append (text, said);
}

/* Whether a field is asked beside an answer of this kind, and has no column of its own. */
static gboolean
is_noted (const KumojiItemRow *row, const char *field)
{
  const KumojiKind kind = kumoji_item_get_kind (row->item);

  if (!g_strv_contains (kumoji_answering_get (kind)->fields, field))
    return FALSE;
  for (const KumojiItemColumn *column = kumoji_item_columns_get (kind); column->add_cell != NULL;
       column++)
    if (column->field != NULL && g_str_equal (column->field, field))
      return FALSE;
  return TRUE;
}

static const char *
get_noted (const KumojiItemRow *row, const char *field)
{
  return row->answer != NULL && is_noted (row, field) ? kumoji_record_get_text (row->answer, field)
                                                      : "";
}

/* Who answered, and when. */
static void
append_who (const KumojiItemRow *row, GString *text)
{
  const char *by = get_noted (row, "by");
  g_autofree char *date = kumoji_report_date (row->context, get_noted (row, "date"));
  g_autofree char *who = NULL;

  if (*by != '\0' && *date != '\0')
    /* Translators: who answered, and when. */
    who = g_strdup_printf (kumoji_report_say (row->context, N_("(%s, %s)")), by, date);
  else if (*by != '\0' || *date != '\0')
    /* Translators: who answered, or when. */
    who = g_strdup_printf (kumoji_report_say (row->context, N_("(%s)")), *by != '\0' ? by : date);
  if (who != NULL)
    append_line (text, NULL, who);
}

static void
append_labelled (const KumojiItemRow *row, GString *text, const char *field)
{
  append_line (text,
               kumoji_answering_get_field_label (kumoji_item_get_kind (row->item), field,
                                                 row->context->language),
               get_noted (row, field));
}

/* Why the item is not counted, or not answered in full. */
static void
append_state (const KumojiItemRow *row, GString *text)
{
  KumojiReportContext *context = row->context;
  const char *label = kumoji_item_state_get_label (row->state, context->language);

  if (row->state == KUMOJI_ITEM_EXCLUDED)
    append_line (text, label, kumoji_report_label (context, KUMOJI_TYPE_PROFILE, "digital-push"));
  else if (row->state == KUMOJI_ITEM_REASON_MISSING)
    append_line (text, NULL, label);
  else if (context->options->blank && kumoji_item_is_excluded_by_push (row->item))
    append_line (text, NULL,
                 kumoji_report_say (context, N_("Not counted for a company that went to the cloud "
                                                 "for telework, e-commerce or social media.")));
}

void
kumoji_item_cell_notes (const KumojiItemRow *row,
                        const KumojiItemColumn *column,
                        KumojiTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_state (row, text);
  append_labelled (row, text, "reason");
  append_line (text, NULL, get_noted (row, "memo"));
  append_labelled (row, text, "evidence");
  append_who (row, text);
  kumoji_table_add_text (table, text->str);
}
