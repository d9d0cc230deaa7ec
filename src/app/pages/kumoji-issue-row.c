/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An issue row: a report that was issued, and whether the project still says the same. */
#include "config.h"

#include "app/pages/kumoji-issue-row.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-pill.h"
#include "report/kumoji-report.h"
#include "report/kumoji-report-date.h"

struct _KumojiIssueRow
{
  GtkListBoxRow parent_instance;

  KumojiFingerprints *paper;
  char *what;

  GtkLabel *title;
  KumojiPill *pill;
  GtkLabel *changed;
  GtkLabel *who;
  GtkButton *remove;
};

G_DEFINE_FINAL_TYPE (KumojiIssueRow, kumoji_issue_row, GTK_TYPE_LIST_BOX_ROW)

static void
kumoji_issue_row_finalize (GObject *object)
{
  KumojiIssueRow *self = KUMOJI_ISSUE_ROW (object);

  kumoji_fingerprints_free (self->paper);
  g_free (self->what);

  G_OBJECT_CLASS (kumoji_issue_row_parent_class)->finalize (object);
}

static void
kumoji_issue_row_class_init (KumojiIssueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_issue_row_finalize;
  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-issue-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiIssueRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiIssueRow, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiIssueRow, changed);
  gtk_widget_class_bind_template_child (widget_class, KumojiIssueRow, who);
  gtk_widget_class_bind_template_child (widget_class, KumojiIssueRow, remove);
}

static void
kumoji_issue_row_init (KumojiIssueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Report to management, Roadmap", in their order; "" where the paper did not say. */
static char *
dup_parts (KumojiRecord *issue)
{
  const char *text = kumoji_record_get_text (issue, "parts");
  g_autoptr (GString) names = g_string_new (NULL);
  KumojiReportParts parts = 0;
  KumojiReportOrder order;

  if (*text == '\0' || !kumoji_report_parse_parts (text, &parts, &order, NULL))
    return g_strdup ("");
  for (guint i = 0; i < KUMOJI_N_REPORT_PARTS; i++)
    if ((parts & order.places[i]->part) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "",
                              _(order.places[i]->label));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
append_line (GString *lines, KumojiRecord *issue, const char *name, const char *text)
{
  const KumojiField *field = kumoji_record_get_field (issue, name);

  if (*text != '\0')
    g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "",
                            kumoji_field_get_label (field, kumoji_language_get_default ()), text);
}

/* Who signed, and where the paper is: what there is of it, on a line each. */
static char *
dup_who (KumojiRecord *issue)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *signatories =
    kumoji_issue_dup_signatories (KUMOJI_ISSUE (issue), kumoji_language_get_default ());

  append_line (lines, issue, "signatories", signatories);
  append_line (lines, issue, "place", kumoji_record_get_text (issue, "place"));
  append_line (lines, issue, "note", kumoji_record_get_text (issue, "note"));
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * kumoji_issue_row_new:
 * @issue: what it shows
 *
 * Its button is the action "issued.delete" with the issue's id.
 *
 * Returns: (transfer floating): a row that compares nothing yet
 */
GtkWidget *
kumoji_issue_row_new (KumojiIssue *issue)
{
  KumojiIssueRow *self = g_object_new (KUMOJI_TYPE_ISSUE_ROW, NULL);
  KumojiRecord *record = KUMOJI_RECORD (issue);
  g_autofree char *date =
    kumoji_report_dup_date (kumoji_record_get_text (record, "date"), kumoji_language_get_default (),
                            KUMOJI_CALENDAR_WESTERN);
  g_autofree char *parts = dup_parts (record);
  g_autofree char *who = dup_who (record);

  self->paper = kumoji_fingerprints_new_of_issue (issue);
  /* Translators: the day of a decision, and who decided. */
  self->what = *parts != '\0' ? g_strdup_printf (_("%s · %s"), date, parts) : g_strdup (date);
  gtk_label_set_label (self->title, self->what);
  gtk_label_set_label (self->who, who);
  gtk_widget_set_visible (GTK_WIDGET (self->who), *who != '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s",
                                    kumoji_record_get_id (record));
  kumoji_pill_set (self->pill, KUMOJI_PILL_OPEN, _("Checking…"));
  return GTK_WIDGET (self);
}

/**
 * kumoji_issue_row_compare:
 * @self: a row
 * @now: of the project as it stands
 */
void
kumoji_issue_row_compare (KumojiIssueRow *self, const KumojiFingerprints *now)
{
  KumojiComparison comparison;

  kumoji_comparison_work_out (&comparison, self->paper, now);
  g_autofree char *pages =
    kumoji_comparison_dup_pages (&comparison, kumoji_language_get_default ());
  g_autofree char *spoken = NULL;

  kumoji_pill_set (self->pill, comparison.equal ? KUMOJI_PILL_PASSED : KUMOJI_PILL_LATE,
                   comparison.equal ? _("As it stands") : _("Changed since"));
  gtk_label_set_label (self->changed, pages);
  gtk_widget_set_visible (GTK_WIDGET (self->changed), *pages != '\0');
  spoken = g_strdup_printf ("%s, %s %s", self->what, kumoji_pill_get_label (self->pill), pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
