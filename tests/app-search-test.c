/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search: words typed, what is found, and going there. */
#include "app-harness.h"

#include <string.h>

#include "app/kumoji-search-dialog.h"
#include "app/kumoji-search-row.h"
#include "app/kumoji-session.h"
#include "app/pages/kumoji-item-card.h"
#include "app/widgets/kumoji-find-bar.h"
#include "app/widgets/kumoji-preview.h"
#include "project/kumoji-edit.h"

#define TODAY "2026-11-20"

static gpointer
child_of (gpointer widget, GType type, const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, type, name);

  g_assert_nonnull (child);
  return child;
}

static gpointer
part (KumojiSearchDialog *dialog, const char *name)
{
  return child_of (dialog, KUMOJI_TYPE_SEARCH_DIALOG, name);
}

static KumojiSearchDialog *
find_dialog (Harness *h)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (KUMOJI_IS_SEARCH_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return KUMOJI_SEARCH_DIALOG (window);
    }
  return NULL;
}

static KumojiSearchDialog *
open_dialog (Harness *h)
{
  harness_activate (h, "win.search");
  WAIT_UNTIL (find_dialog (h) != NULL);
  return find_dialog (h);
}

static KumojiSearchRow *
row_at (KumojiSearchDialog *dialog, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (part (dialog, "list"), position);

  return row != NULL ? KUMOJI_SEARCH_ROW (row) : NULL;
}

static const char *
text_of (KumojiSearchRow *row, const char *name)
{
  return gtk_label_get_text (child_of (row, KUMOJI_TYPE_SEARCH_ROW, name));
}

static gboolean
shows (KumojiSearchDialog *dialog, const char *page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (part (dialog, "stack")), page);
}

static gboolean
first_is (KumojiSearchDialog *dialog, const char *target)
{
  KumojiSearchRow *row = row_at (dialog, 1);

  return row != NULL && g_strcmp0 (kumoji_search_row_get_target (row), target) == 0;
}

static void
type (KumojiSearchDialog *dialog, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (part (dialog, "entry")), words);
}

static gboolean
press (KumojiSearchDialog *dialog, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (part (dialog, "entry"));
  gboolean is_taken = FALSE;

  for (guint i = 0; !is_taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_taken);
    }
  return is_taken;
}

static void
close_dialog (KumojiSearchDialog *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (dialog == NULL);
}

static KumojiItem *
item_of (const char *catalog, const char *item)
{
  return kumoji_catalog_get_item (kumoji_library_get_catalog (kumoji_library_get_default (),
                                                              catalog),
                                  item);
}

static gboolean
card_shows (Harness *h, KumojiItem *item)
{
  GtkWidget *page = GTK_WIDGET (kumoji_window_get_pane (h->window, "checklists"));
  KumojiItemCard *card = harness_find (page, KUMOJI_TYPE_ITEM_CARD, 0);
  GtkLabel *question = child_of (card, KUMOJI_TYPE_ITEM_CARD, "question");

  return g_str_equal (gtk_label_get_text (question),
                      kumoji_item_get_question (item, KUMOJI_LANGUAGE_EN));
}

/* The words, the groups, Enter on the first of them; and the words are there again. */
static void
test_question (Harness *h, gconstpointer data)
{
  KumojiSearchDialog *dialog = open_dialog (h);

  g_assert_true (shows (dialog, "begin"));
  type (dialog, "cLD.8.1.5");
  WAIT_UNTIL (first_is (dialog, "iso27017-customer//CLD.8.1.5"));
  g_assert_true (shows (dialog, "results"));
  g_assert_cmpstr (text_of (row_at (dialog, 0), "title"), ==, "Questions");
  g_assert_false (gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (row_at (dialog, 0))));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row_at (dialog, 1))));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (part (dialog, "entry"), "activate");
  WAIT_UNTIL (dialog == NULL);
  g_assert_cmpstr (kumoji_window_get_page (h->window), ==, "checklists");
  WAIT_UNTIL (card_shows (h, item_of ("iso27017-customer", "CLD.8.1.5")));

  dialog = open_dialog (h);
  g_assert_cmpstr (gtk_editable_get_text (part (dialog, "entry")), ==, "cLD.8.1.5");
  WAIT_UNTIL (shows (dialog, "results"));
  type (dialog, "no such words anywhere");
  WAIT_UNTIL (shows (dialog, "none"));
  g_signal_emit_by_name (part (dialog, "entry"), "activate");
  type (dialog, " ");
  WAIT_UNTIL (shows (dialog, "begin"));
  close_dialog (dialog);
}

/* The arrows choose over headings; "and n more" shows the rest. */
static void
test_keys (Harness *h, gconstpointer data)
{
  KumojiSearchDialog *dialog = open_dialog (h);
  GtkListBox *list = part (dialog, "list");
  int n = 0, n_more = 0, more = -1;

  type (dialog, "backup");
  WAIT_UNTIL (row_at (dialog, 1) != NULL);
  g_assert_true (press (dialog, GDK_KEY_Down));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row_at (dialog, 2))));
  g_assert_true (press (dialog, GDK_KEY_Up));
  g_assert_true (press (dialog, GDK_KEY_Up));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row_at (dialog, 1))));

  for (; row_at (dialog, n) != NULL; n++)
    if (more < 0 && kumoji_search_row_get_target (row_at (dialog, n)) == NULL
        && gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (row_at (dialog, n))))
      more = n;
  g_assert_cmpint (more, >, 1);
  g_assert_true (g_str_has_prefix (text_of (row_at (dialog, more), "title"), "and "));
  g_signal_emit_by_name (list, "row-activated", row_at (dialog, more));
  while (row_at (dialog, n_more) != NULL)
    n_more++;
  g_assert_cmpint (n_more, >, n);
  g_assert_nonnull (kumoji_search_row_get_target (row_at (dialog, more)));
  close_dialog (dialog);
}

/* What somebody typed is shown as it is, and the places of the words are emphasised. */
static void
test_hostile (Harness *h, gconstpointer data)
{
  static const char hostile[] = "<b>needle</b> & <a href=\"x\">%s</span>";
  KumojiProject *project = harness_get_project (h);
  KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
  KumojiSearchDialog *dialog;

  kumoji_history_set_text (harness_get_history (h), asset, "name", hostile);
  dialog = open_dialog (h);
  type (dialog, "NEEDLE </SPAN>");
  WAIT_UNTIL (first_is (dialog, kumoji_record_get_id (asset)));
  g_assert_cmpstr (text_of (row_at (dialog, 0), "title"), ==, "Information assets");
  g_assert_cmpstr (text_of (row_at (dialog, 1), "title"), ==, hostile);
  GtkLabel *title = child_of (row_at (dialog, 1), KUMOJI_TYPE_SEARCH_ROW, "title");
  g_assert_false (gtk_label_get_use_markup (title));
  GSList *attributes = pango_attr_list_get_attributes (gtk_label_get_attributes (title));
  g_assert_cmpuint (g_slist_length (attributes), ==, 4);
  g_assert_cmpuint (((PangoAttribute *) attributes->data)->start_index, ==, strlen ("<b>"));
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);

  g_signal_emit_by_name (part (dialog, "list"), "row-activated", row_at (dialog, 1));
  WAIT_UNTIL (find_dialog (h) == NULL);
  g_assert_cmpstr (kumoji_window_get_page (h->window), ==, "assets");
}

/* Answers and services lead to the checklists of their service; undone, they are not found. */
static void
test_answers (Harness *h, gconstpointer data)
{
  KumojiProject *project = harness_get_project (h);
  KumojiHistory *history = harness_get_history (h);
  KumojiRecord *mail = KUMOJI_RECORD (kumoji_edit_add_service (project, "Postbote"));
  g_autofree char *target = g_strconcat ("ipa-guide/", kumoji_record_get_id (mail), "/10", NULL);
  KumojiSearchDialog *dialog;

  kumoji_history_seal (history);
  kumoji_edit_answer (project,
                      kumoji_edit_ensure_round (project, "ipa-guide", kumoji_record_get_id (mail)),
                      "10", "evidence", "ＢＡＣＫＵＰ－zebra.pdf", TODAY, NULL);
  dialog = open_dialog (h);
  type (dialog, "backup-zebra");
  WAIT_UNTIL (first_is (dialog, target));
  g_signal_emit_by_name (part (dialog, "list"), "row-activated", row_at (dialog, 1));
  WAIT_UNTIL (card_shows (h, item_of ("ipa-guide", "10")));

  dialog = open_dialog (h);
  type (dialog, "postbote");
  WAIT_UNTIL (row_at (dialog, 1) != NULL
              && g_str_equal (text_of (row_at (dialog, 0), "title"), "Cloud services"));
  g_signal_emit_by_name (part (dialog, "list"), "row-activated", row_at (dialog, 1));
  WAIT_UNTIL (find_dialog (h) == NULL);
  g_assert_cmpstr (kumoji_window_get_page (h->window), ==, "checklists");

  kumoji_history_undo (history);
  harness_settle ();
  dialog = open_dialog (h);
  type (dialog, "backup-zebra");
  WAIT_UNTIL (shows (dialog, "none"));
  close_dialog (dialog);
  kumoji_history_redo (history);
  harness_settle ();
  dialog = open_dialog (h);
  WAIT_UNTIL (first_is (dialog, target));
  close_dialog (dialog);
}

/* Typing on stops the search that runs; closed meanwhile, nothing comes back to it. */
static void
test_hasty (Harness *h, gconstpointer data)
{
  KumojiSearchDialog *dialog = open_dialog (h);

  for (int i = 0; i < 20; i++)
    {
      type (dialog, i % 2 == 0 ? "a" : "sla");
      g_signal_emit_by_name (part (dialog, "entry"), "search-changed");
      g_main_context_iteration (NULL, FALSE);
    }
  WAIT_UNTIL (shows (dialog, "results"));
  WAIT_UNTIL (strstr (text_of (row_at (dialog, 1), "title"), "SLA") != NULL
              || strstr (text_of (row_at (dialog, 1), "excerpt"), "SLA") != NULL);
  type (dialog, "backup");
  g_signal_emit_by_name (part (dialog, "entry"), "search-changed");
  close_dialog (dialog);
}

/* Ctrl+F: a page's own search where it has one. */
static void
test_own_search (Harness *h, gconstpointer data)
{
  GtkWidget *page;

  harness_go (h, "overview", "");
  harness_activate (h, "win.find");
  WAIT_UNTIL (find_dialog (h) != NULL);
  close_dialog (find_dialog (h));

  kumoji_edit_add_asset (harness_get_project (h));
  harness_go (h, "assets", "");
  page = GTK_WIDGET (kumoji_window_get_pane (h->window, "assets"));
  GtkWidget *search = harness_find (page, GTK_TYPE_SEARCH_ENTRY, 0);
  WAIT_UNTIL (gtk_widget_get_mapped (search));
  harness_activate (h, "win.find");
  g_assert_null (find_dialog (h));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (h->window)), search));

  harness_go (h, "reports", "");
  page = GTK_WIDGET (kumoji_window_get_pane (h->window, "reports"));
  KumojiPreview *preview = harness_find (page, KUMOJI_TYPE_PREVIEW, 0);
  WAIT_UNTIL (kumoji_preview_get_document (preview) != NULL);
  harness_activate (h, "win.find");
  g_assert_null (find_dialog (h));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (h->window)),
                                         harness_find (page, KUMOJI_TYPE_FIND_BAR, 0)));
}

int
main (int argc, char *argv[])
{
  harness_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Harness, NULL, harness_set_up, test, harness_tear_down)
  ADD ("/search/question", test_question);
  ADD ("/search/keys", test_keys);
  ADD ("/search/hostile", test_hostile);
  ADD ("/search/answers", test_answers);
  ADD ("/search/hasty", test_hasty);
  ADD ("/search/own-search", test_own_search);
#undef ADD
  return harness_run ();
}
