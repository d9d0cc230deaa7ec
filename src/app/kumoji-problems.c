/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problems of a file, in the words of the pages. */
#include "config.h"

#include "app/kumoji-problems.h"

#include "project/kumoji-path.h"

/* Pixels; what is more scrolls. */
#define MAX_HEIGHT 320

/* What people call a record: its own name, else what kind it is. */
static const char *
name_record (KumojiRecord *record)
{
  if (kumoji_record_get_field (record, "name") != NULL
      && *kumoji_record_get_text (record, "name") != '\0')
    return kumoji_record_get_text (record, "name");
  return kumoji_record_get_noun (record, kumoji_language_get_default ());
}

/**
 * kumoji_problem_dup_title:
 * @problem: a value that was set aside
 * @project: the project in whose file it is
 *
 * Returns: (transfer full): where it is, e.g. "Customer ledger · Count"; the path in the file where
 *   no page shows it
 */
char *
kumoji_problem_dup_title (const KumojiProblem *problem, KumojiProject *project)
{
  g_auto (GStrv) segments = g_strsplit (problem->path, ".", -1);
  guint n = g_strv_length (segments);
  KumojiRecord *record = KUMOJI_RECORD (project);
  const KumojiField *field = NULL;

  for (guint i = 0; i + 1 < n && record != NULL; i++)
    record = kumoji_path_step (record, segments[i]);
  if (record != NULL && n > 0)
    field = kumoji_record_get_field (record, segments[n - 1]);
  if (field == NULL || field->label == NULL)
    return g_strdup (problem->path);
  return g_strdup_printf ("%s · %s", name_record (record),
                          kumoji_field_get_label (field, kumoji_language_get_default ()));
}

static GtkWidget *
row_new (const KumojiProblem *problem, KumojiProject *project)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = kumoji_problem_dup_title (problem, project);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem->reason);
  gtk_widget_set_tooltip_text (row, problem->path);
  return row;
}

/**
 * kumoji_problems_new:
 * @problems: (element-type KumojiProblem): values that were set aside
 * @project: the project in whose file they are
 *
 * Returns: (transfer floating): a list of them
 */
GtkWidget *
kumoji_problems_new (GPtrArray *problems, KumojiProject *project)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < problems->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), row_new (problems->pdata[i], project));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scroller;
}
