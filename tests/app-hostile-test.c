/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project from outside: no text in it acts as markup, and nothing of it opens a link. */
#include "app-harness.h"

#include <string.h>

#include "files/kumoji-project-file.h"
#include "files/kumoji-sample.h"

/* Good markup would be obeyed without a word; bad markup is a warning, which ends the test. */
#define GOOD "<b>MARK</b> &amp; <a href=\"https://example.invalid/\">x</a>"
#define BAD "MARK & </i> <"

/* Texts that name another record, a catalog, or a paper; what they say is not shown as it is. */
static const char *const names[] = { "catalog",  "subject",     "copy-of", "parts",
                                     "language", "fingerprint", NULL };

static void
spoil (KumojiHistory *history, KumojiRecord *record, const char *text)
{
  guint n;
  const KumojiField *fields = kumoji_record_get_fields (record, &n);

  for (guint i = 1; i < n; i++)
    {
      const KumojiField *field = &fields[i];
      if (field->type == KUMOJI_FIELD_RECORD)
        spoil (history, kumoji_record_get_record (record, field->name), text);
      else if (field->type == KUMOJI_FIELD_LIST)
        {
          KumojiList *list = kumoji_record_get_list (record, field->name);
          for (guint j = 0; j < kumoji_list_get_length (list); j++)
            spoil (history, kumoji_list_get (list, j), text);
        }
      else if ((field->type == KUMOJI_FIELD_TEXT || field->type == KUMOJI_FIELD_MEMO)
               && !g_strv_contains (names, field->name))
        {
          glong length = g_utf8_strlen (text, -1);
          glong most = field->max > 0 ? MIN (field->max, length) : length;
          g_autofree char *cut = g_utf8_substring (text, 0, most);
          kumoji_history_set_text (history, record, field->name, cut);
        }
    }
}

/* The sample company with @text in every field, a report that was issued, and a value set aside. */
static char *
make_hostile (const char *text)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (KumojiRecord) issue = g_object_new (KUMOJI_TYPE_ISSUE, NULL);
  g_autoptr (KumojiRecord) decision = g_object_new (KUMOJI_TYPE_DECISION, NULL);
  KumojiRecord *stage = KUMOJI_RECORD (kumoji_project_get_stage (project, "2"));
  g_autofree char *value = g_strescape (text, NULL);
  g_autofree char *aside = g_strdup_printf ("\"employees\": \"%s\"", value);

  kumoji_history_insert (history, kumoji_project_get_issued (project), 0, issue);
  kumoji_history_set_text (history, issue, "date", "2026-11-01");
  kumoji_history_insert (history, kumoji_record_get_list (stage, "decisions"), 0, decision);
  kumoji_history_set_text (history, decision, "result", "hold");
  spoil (history, KUMOJI_RECORD (project), text);

  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);
  g_autoptr (GRegex) regex = g_regex_new ("\"employees\": [0-9]+", 0, 0, NULL);
  return g_regex_replace_literal (regex, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  0, aside, 0, NULL);
}

/* How many labels say the text; none of them as markup, and none is a link. */
static guint
check_labels (GtkWidget *widget)
{
  guint n = 0;

  g_assert_false (GTK_IS_LINK_BUTTON (widget));
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), "MARK") != NULL)
    {
      n++;
      if (gtk_label_get_use_markup (GTK_LABEL (widget))
          && strstr (gtk_label_get_label (GTK_LABEL (widget)), "&lt;") == NULL)
        g_error ("“%s” acts as markup", gtk_label_get_label (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_labels (child);
  return n;
}

/* Every window: dialogs are some. */
static guint
check_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      n += check_labels (window);
    }
  return n;
}

static void
visit (Harness *self, const char *page, const char *target)
{
  harness_go (self, page, target);
  harness_settle ();
  g_test_message ("%s %s: %u labels", page, target, check_windows ());
}

static void
test_pages (Harness *self, gconstpointer text)
{
  static const char *const pages[] = { "overview", "company", "checklists",
                                       "assets",   "roadmap", "reports" };
  g_autofree char *content = make_hostile (text);
  g_autoptr (GFile) file = harness_write (self, "<b>MARK<b> &.kumoji.json", content);
  KumojiList *rounds, *assets;

  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    visit (self, pages[i], "");
  g_assert_cmpuint (check_windows (), >, 0);

  rounds = kumoji_project_get_assessments (harness_get_project (self));
  for (guint i = 0; i < kumoji_list_get_length (rounds); i++)
    visit (self, "checklists", kumoji_record_get_text (kumoji_list_get (rounds, i), "catalog"));
  assets = kumoji_project_get_assets (harness_get_project (self));
  visit (self, "assets", kumoji_record_get_id (kumoji_list_get (assets, 0)));
  for (guint i = 0; i < 6; i++)
    visit (self, "roadmap", ((const char *[]){ "0", "1", "2", "3", "4", "x" })[i]);

  /* The notice of values set aside, and its list. */
  harness_activate (self, "win.show-problems");
  harness_settle ();
  g_assert_nonnull (harness_find_dialog (self));
  check_windows ();
  gtk_window_close (GTK_WINDOW (harness_find_dialog (self)));
  harness_settle ();
}

static void
open_dialog (Harness *self, const char *page, const char *action)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (windows);

  harness_go (self, page, "");
  gtk_widget_activate_action (GTK_WIDGET (kumoji_window_get_pane (self->window, page)), action,
                              NULL);
  harness_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), >, before);
  check_windows ();
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);
      if (window != GTK_WINDOW (self->window))
        gtk_window_close (window);
    }
  harness_settle ();
}

static void
test_dialogs (Harness *self, gconstpointer text)
{
  g_autofree char *content = make_hostile (text);
  g_autoptr (GFile) file = harness_write (self, "a.kumoji.json", content);

  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  open_dialog (self, "roadmap", "stage.decide");
  open_dialog (self, "roadmap", "stage.plan");
}

/* What a delete offers to take back is told in a toast. */
static void
test_edits (Harness *self, gconstpointer text)
{
  g_autofree char *content = make_hostile (text);
  g_autofree char *company = g_strconcat (text, text, NULL);
  g_autoptr (GFile) file = harness_write (self, "a.kumoji.json", content);
  static const char *const pages[] = { "overview", "company", "checklists", "assets", "roadmap" };

  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_set_company (self, company);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      visit (self, pages[i], "");
      harness_activate (self, "win.undo");
      check_windows ();
      harness_activate (self, "win.redo");
      check_windows ();
    }
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, function, text)                                                                  \
  g_test_add ("/hostile/" name, Harness, text, harness_set_up, function, harness_tear_down)
  ADD ("pages/good-markup", test_pages, GOOD);
  ADD ("pages/bad-markup", test_pages, BAD);
  ADD ("dialogs/good-markup", test_dialogs, GOOD);
  ADD ("dialogs/bad-markup", test_dialogs, BAD);
  ADD ("edits/good-markup", test_edits, GOOD);
  ADD ("edits/bad-markup", test_edits, BAD);

  return harness_run ();
}
