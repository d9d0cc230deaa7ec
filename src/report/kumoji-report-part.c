/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a report: what a reader asks for by name, and where it stands among the others. */
#include "report/kumoji-report-part.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-report-error.h"

/* DESIGN.md section 7, in the usual order */
static const KumojiReportPart all[] = {
  { KUMOJI_REPORT_SUMMARY, "summary", N_("Report to management"),
    N_("Stage, gate, value of the information and next steps on one page or two"), FALSE },
  { KUMOJI_REPORT_CHECKLISTS, "checklists", N_("Checklists"),
    N_("Each question with its answer, memo and evidence"), TRUE },
  { KUMOJI_REPORT_ASSETS, "assets", N_("Information asset register"),
    N_("The whole register with totals, held against annual sales"), TRUE },
  { KUMOJI_REPORT_ROADMAP, "roadmap", N_("Roadmap"),
    N_("Plan and progress, then each stage with its gate, decisions and risks"), FALSE },
  { KUMOJI_REPORT_SOURCES, "sources", N_("Where each question comes from"),
    N_("For auditors: guide, place in it, and which other guides ask the same"), FALSE,
    .is_extra = TRUE },
  { KUMOJI_REPORT_GLOSSARY, "glossary", N_("Words explained"),
    N_("The technical words of the pages, at the end; not for the report to management alone"),
    TRUE, TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (all) == KUMOJI_N_REPORT_PARTS);

/**
 * kumoji_report_get_parts:
 * @n_parts: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_parts): the parts, in the usual order
 */
const KumojiReportPart *
kumoji_report_get_parts (guint *n_parts)
{
  *n_parts = G_N_ELEMENTS (all);
  return all;
}

static const KumojiReportPart *
find_part (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (id, all[i].id))
      return &all[i];
  return NULL;
}

/**
 * kumoji_report_dup_known_parts:
 * @blank: only the parts of which there is a blank form
 *
 * Returns: (transfer full): what may be asked for, as a message lists it
 */
char *
kumoji_report_dup_known_parts (gboolean blank)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (!blank || all[i].has_blank)
      g_string_append_printf (known, "%s, ", all[i].id);
  g_string_append (known, "all");
  return g_string_free (g_steal_pointer (&known), FALSE);
}

/**
 * kumoji_report_parse_parts:
 * @text: ids of parts with commas between them, or "all"
 * @parts: (out): the parts
 * @order: (out caller-allocates) (optional): the order in which they were named
 * @error: return location for %KUMOJI_REPORT_ERROR_PART
 *
 * Returns: whether @text names parts that there are
 */
gboolean
kumoji_report_parse_parts (const char *text,
                           KumojiReportParts *parts,
                           KumojiReportOrder *order,
                           GError **error)
{
  g_auto (GStrv) ids = g_strsplit (*text != '\0' ? text : " ", ",", -1);
  KumojiReportParts found = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *id = g_strstrip (ids[i]);
      const KumojiReportPart *part = find_part (id);

      if (part == NULL && !g_str_equal (id, "all"))
        {
          g_autofree char *known = kumoji_report_dup_known_parts (FALSE);

          g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PART,
                       _("There is no report “%s”; choose from: %s."), id, known);
          return FALSE;
        }
      found |= part != NULL ? part->part : KUMOJI_REPORT_ALL;
    }
  g_autofree char *named = g_strjoinv (",", ids);
  if (order != NULL)
    kumoji_report_order_init (order, named);
  *parts = found;
  return TRUE;
}

static gboolean
holds (const KumojiReportOrder *self, guint n, const KumojiReportPart *part)
{
  for (guint i = 0; i < n; i++)
    if (self->places[i] == part)
      return TRUE;
  return FALSE;
}

/**
 * kumoji_report_order_init:
 * @self: (out caller-allocates): an order of all parts
 * @ids: those that stand first, with commas between them; unknown ones count for nothing, and
 *   neither does the one that is always last
 *
 * The parts that @ids does not name follow in the usual order.
 */
void
kumoji_report_order_init (KumojiReportOrder *self, const char *ids)
{
  g_auto (GStrv) names = g_strsplit (ids, ",", -1);
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const KumojiReportPart *part = find_part (names[i]);

      if (part != NULL && !part->is_last && !holds (self, n, part))
        self->places[n++] = part;
    }
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (!holds (self, n, &all[i]))
      self->places[n++] = &all[i];
}

/**
 * kumoji_report_order_move:
 * @self: an order
 * @from: a place
 * @to: the place that its part shall have; the parts between them move up or down
 *
 * A part that is always last stays where it is.
 */
void
kumoji_report_order_move (KumojiReportOrder *self, guint from, guint to)
{
  const KumojiReportPart *part;

  g_return_if_fail (from < KUMOJI_N_REPORT_PARTS && to < KUMOJI_N_REPORT_PARTS);
  part = self->places[from];
  if (part->is_last)
    return;
  while (self->places[to]->is_last)
    to--;
  if (from < to)
    memmove (&self->places[from], &self->places[from + 1], (to - from) * sizeof part);
  else
    memmove (&self->places[to + 1], &self->places[to], (from - to) * sizeof part);
  self->places[to] = part;
}

/**
 * kumoji_report_order_dup_ids:
 * @self: an order
 * @parts: the parts to name
 *
 * Returns: (transfer full): their ids in this order, with commas between them
 */
char *
kumoji_report_order_dup_ids (const KumojiReportOrder *self, KumojiReportParts parts)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < KUMOJI_N_REPORT_PARTS; i++)
    if ((parts & self->places[i]->part) != 0)
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", self->places[i]->id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}
