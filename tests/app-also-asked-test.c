/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Also asked: who asks the same, and what is noted there and can be taken over. */
#include "app-harness.h"

#include "app/pages/kumoji-also-asked.h"
#include "app/pages/kumoji-asked-row.h"
#include "app/pages/kumoji-item-card.h"
#include "app/widgets/kumoji-pill.h"
#include "catalog/kumoji-references.h"
#include "project/kumoji-edit.h"

#define TODAY "2026-11-20"

typedef struct
{
  KumojiProject *project;
  KumojiHistory *history;
  KumojiChecklist *checklist;
  KumojiItem *item;
  char *service;
  GtkWidget *window;
  KumojiAlsoAsked *asked;
} Fixture;

static gpointer
part (Fixture *f, const char *name)
{
  return harness_get_child (f->asked, KUMOJI_TYPE_ALSO_ASKED, name);
}

static void
show_item (Fixture *f, const char *catalog, const char *subject, const char *item)
{
  KumojiCatalog *shown =
    kumoji_library_get_catalog (kumoji_project_get_library (f->project), catalog);

  g_clear_object (&f->checklist);
  f->checklist = kumoji_checklist_new (f->project, shown, subject);
  f->item = kumoji_catalog_get_item (shown, item);
  kumoji_also_asked_show (f->asked, f->checklist, f->item);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->project = kumoji_project_new ();
  f->history = kumoji_project_get_history (f->project);
  f->service =
    g_strdup (kumoji_record_get_id (KUMOJI_RECORD (kumoji_edit_add_service (f->project, "Mail"))));
  f->asked = g_object_new (KUMOJI_TYPE_ALSO_ASKED, NULL);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->asked));
  show_item (f, "ipa-guide", f->service, "10");
  gtk_window_present (GTK_WINDOW (f->window));
  harness_settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GtkWidget *window = g_object_ref (f->window);
  KumojiAlsoAsked *asked = g_object_ref (f->asked);

  gtk_window_destroy (GTK_WINDOW (f->window));
  harness_settle ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (asked);
  g_assert_finalize_object (f->checklist);
  g_assert_finalize_object (f->project);
  g_free (f->service);
}

static void
note (Fixture *f,
      const char *catalog,
      const char *subject,
      const char *item,
      const char *field,
      const char *text)
{
  g_autoptr (GError) error = NULL;

  kumoji_edit_answer (f->project, kumoji_edit_ensure_round (f->project, catalog, subject), item,
                      field, text, TODAY, &error);
  g_assert_no_error (error);
  kumoji_history_seal (f->history);
  kumoji_also_asked_refresh (f->asked);
}

static const char *
noted (Fixture *f, const char *field)
{
  KumojiAnswer *answer = kumoji_checklist_get_answer (f->checklist, f->item);

  return answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), field) : "";
}

static gboolean
offers (Fixture *f)
{
  return gtk_widget_get_visible (part (f, "offer"));
}

static KumojiAskedRow *
find_row (Fixture *f, const char *catalog, const char *item)
{
  g_autoptr (GPtrArray) others =
    kumoji_references_list (kumoji_project_get_library (f->project),
                            kumoji_catalog_get_id (kumoji_checklist_get_catalog (f->checklist)),
                            kumoji_item_get_id (f->item));

  for (guint i = 0; i < others->len; i++)
    {
      const KumojiReference *other = others->pdata[i];
      if (g_str_equal (kumoji_catalog_get_id (other->catalog), catalog)
          && g_str_equal (kumoji_item_get_id (other->item), item))
        return KUMOJI_ASKED_ROW (gtk_list_box_get_row_at_index (part (f, "list"), (int) i));
    }
  g_assert_not_reached ();
}

/* Every reference has its row once the list is open, with the state of the service or company. */
static void
test_rows (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) others =
    kumoji_references_list (kumoji_project_get_library (f->project), "ipa-guide", "10");
  guint n = 0;

  note (f, "ipa-2011", f->service, "8", "answer", "yes");
  note (f, "jssa-stage2", "", "1.9", "answer", "no");
  g_assert_null (gtk_widget_get_first_child (part (f, "list")));
  gtk_expander_set_expanded (part (f, "expander"), TRUE);
  while (gtk_list_box_get_row_at_index (part (f, "list"), (int) n) != NULL)
    n++;
  g_assert_cmpuint (n, ==, others->len);
  g_assert_cmpint (kumoji_pill_get_kind (harness_get_child (find_row (f, "ipa-2011", "8"),
                                                            KUMOJI_TYPE_ASKED_ROW, "pill")),
                   ==, KUMOJI_PILL_PASSED);
  g_assert_cmpint (kumoji_pill_get_kind (harness_get_child (find_row (f, "jssa-stage2", "1.9"),
                                                            KUMOJI_TYPE_ASKED_ROW, "pill")),
                   ==, KUMOJI_PILL_BLOCKED);

  /* What is answered meanwhile shows at the next refresh, and the list stays open. */
  note (f, "jssa-stage2", "", "1.9", "answer", "yes");
  g_assert_cmpint (kumoji_pill_get_kind (harness_get_child (find_row (f, "jssa-stage2", "1.9"),
                                                            KUMOJI_TYPE_ASKED_ROW, "pill")),
                   ==, KUMOJI_PILL_PASSED);
  g_assert_false (offers (f));
}

/* An item that asks alone has nothing to show. */
static void
test_alone (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) others = NULL;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->asked)));
  others = kumoji_references_list (kumoji_project_get_library (f->project), "threats", "1");
  g_assert_cmpuint (others->len, ==, 0);
  show_item (f, "threats", "", "1");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->asked)));
}

/* Memo and evidence in one step; never an answer, and never over what stands here. */
static void
test_take (Fixture *f, gconstpointer data)
{
  g_autofree char *undo_name = NULL;

  note (f, "ipa-2011", f->service, "8", "answer", "yes");
  g_assert_false (offers (f));
  note (f, "ipa-2011", f->service, "8", "memo", "Every night");
  note (f, "ipa-2011", f->service, "8", "evidence", "backup.pdf");
  g_assert_true (offers (f));
  g_assert_cmpstr (gtk_label_get_label (part (f, "offer_text")), ==,
                   "Every night\nEvidence: backup.pdf");
  g_assert_cmpstr (gtk_button_get_label (part (f, "offer_button")), ==,
                   "Take memo and evidence from IPA 2011 check 8");

  undo_name = g_strdup (kumoji_history_get_undo_name (f->history));
  gtk_widget_activate (part (f, "offer_button"));
  WAIT_UNTIL (*noted (f, "memo") != '\0');
  g_assert_cmpstr (noted (f, "memo"), ==, "Every night");
  g_assert_cmpstr (noted (f, "evidence"), ==, "backup.pdf");
  g_assert_cmpstr (noted (f, "answer"), ==, "");
  g_assert_cmpstr (noted (f, "date"), ==, "");
  g_assert_false (offers (f));
  g_assert_cmpint (kumoji_checklist_get_state (f->checklist, f->item), ==, KUMOJI_ITEM_UNANSWERED);

  kumoji_history_undo (f->history);
  kumoji_also_asked_refresh (f->asked);
  g_assert_cmpstr (noted (f, "memo"), ==, "");
  g_assert_cmpstr (noted (f, "evidence"), ==, "");
  g_assert_cmpstr (kumoji_history_get_undo_name (f->history), ==, undo_name);
  g_assert_null (kumoji_project_get_last_round (f->project, "ipa-guide", f->service));
  g_assert_true (offers (f));
  kumoji_history_redo (f->history);
  kumoji_also_asked_refresh (f->asked);
  g_assert_cmpstr (noted (f, "memo"), ==, "Every night");
  g_assert_cmpstr (noted (f, "evidence"), ==, "backup.pdf");
  g_assert_false (offers (f));
}

/* Only what is empty here is offered; and another row's notes can be chosen. */
static void
test_take_part (Fixture *f, gconstpointer data)
{
  note (f, "ipa-guide", f->service, "10", "memo", "Ours");
  note (f, "ipa-2011", f->service, "8", "memo", "Theirs");
  g_assert_false (offers (f));
  note (f, "ipa-2011", f->service, "8", "evidence", "theirs.pdf");
  note (f, "jssa-practice", "", "1.6", "evidence", "practice.pdf");
  g_assert_cmpstr (gtk_button_get_label (part (f, "offer_button")), ==,
                   "Take evidence from IPA 2011 check 8");
  g_assert_cmpstr (gtk_label_get_label (part (f, "offer_text")), ==, "Evidence: theirs.pdf");

  gtk_expander_set_expanded (part (f, "expander"), TRUE);
  GtkWidget *take =
    harness_get_child (find_row (f, "jssa-practice", "1.6"), KUMOJI_TYPE_ASKED_ROW, "take_button");
  g_assert_true (gtk_widget_get_visible (take));
  gtk_widget_activate (take);
  WAIT_UNTIL (*noted (f, "evidence") != '\0');
  g_assert_cmpstr (noted (f, "evidence"), ==, "practice.pdf");
  g_assert_cmpstr (noted (f, "memo"), ==, "Ours");
  g_assert_false (gtk_widget_get_visible (take));
  kumoji_history_undo (f->history);
  kumoji_also_asked_refresh (f->asked);
  g_assert_cmpstr (noted (f, "evidence"), ==, "");
  g_assert_cmpstr (noted (f, "memo"), ==, "Ours");
  g_assert_true (gtk_widget_get_visible (take));
}

/* What somebody typed is text, whatever it looks like. */
static void
test_hostile (Fixture *f, gconstpointer data)
{
  static const char hostile[] = "<b>bold</b> & <a href=\"term:x\">link</a> %s </span>";

  note (f, "ipa-2011", f->service, "8", "memo", hostile);
  g_assert_cmpstr (gtk_label_get_text (part (f, "offer_text")), ==, hostile);
  gtk_expander_set_expanded (part (f, "expander"), TRUE);
  g_assert_cmpstr (gtk_label_get_text (harness_get_child (find_row (f, "ipa-2011", "8"),
                                                          KUMOJI_TYPE_ASKED_ROW, "notes")),
                   ==, hostile);
  harness_settle ();
}

/* In the window a row leads to its question, for the service that is chosen. */
static void
test_go (Harness *h, gconstpointer data)
{
  KumojiProject *project = harness_get_project (h);
  KumojiService *service = kumoji_edit_add_service (project, "Mail");
  g_autofree char *target =
    g_strconcat ("ipa-guide/", kumoji_record_get_id (KUMOJI_RECORD (service)), "/10", NULL);
  GtkWidget *page;
  KumojiItemCard *card;
  GtkListBox *list;

  harness_go (h, "checklists", target);
  page = GTK_WIDGET (kumoji_window_get_pane (h->window, "checklists"));
  card = harness_find (page, KUMOJI_TYPE_ITEM_CARD, 0);
  KumojiAlsoAsked *asked = harness_find (GTK_WIDGET (card), KUMOJI_TYPE_ALSO_ASKED, 0);
  g_assert_nonnull (asked);
  gtk_expander_set_expanded (harness_get_child (asked, KUMOJI_TYPE_ALSO_ASKED, "expander"), TRUE);
  list = harness_get_child (asked, KUMOJI_TYPE_ALSO_ASKED, "list");
  /* The first other one is that of the edition of 2011. */
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  harness_settle ();
  KumojiItem *item = kumoji_catalog_get_item (
    kumoji_library_get_catalog (kumoji_project_get_library (project), "ipa-2011"), "8");
  GtkLabel *question = harness_get_child (card, KUMOJI_TYPE_ITEM_CARD, "question");
  WAIT_UNTIL (g_str_equal (gtk_label_get_text (question),
                           kumoji_item_get_question (item, KUMOJI_LANGUAGE_EN)));
  g_assert_cmpstr (kumoji_window_get_page (h->window), ==, "checklists");
}

int
main (int argc, char *argv[])
{
  harness_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/also-asked/rows", test_rows);
  ADD ("/also-asked/alone", test_alone);
  ADD ("/also-asked/take", test_take);
  ADD ("/also-asked/take-part", test_take_part);
  ADD ("/also-asked/hostile", test_hostile);
#undef ADD
  g_test_add ("/also-asked/go", Harness, NULL, harness_set_up, test_go, harness_tear_down);
  return harness_run ();
}
