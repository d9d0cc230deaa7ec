/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long checklists: sections that fold, rows that are made as they are needed, what concerns one. */
#include "app-harness.h"

#include "app/pages/kumoji-checklist-view.h"
#include "app/pages/kumoji-item-card.h"
#include "app/pages/kumoji-item-line.h"
#include "app/pages/kumoji-item-list.h"
#include "project/kumoji-edit.h"

static KumojiCatalog *
long_catalog_new (guint n_items)
{
  g_autoptr (GString) json = g_string_new (
    "{\"format\":\"kumoji-catalog\",\"version\":1,\"id\":\"long\",\"kind\":\"checklist\","
    "\"subject\":\"company\",\"title\":{\"ja\":\"長\",\"en\":\"Long\"},"
    "\"short-title\":{\"ja\":\"長\",\"en\":\"Long\"},"
    "\"description\":{\"ja\":\"長\",\"en\":\"Long\"},\"source\":{\"file\":\"x.txt\","
    "\"publisher\":{\"ja\":\"P\",\"en\":\"P\"},\"place\":{\"ja\":\"1\",\"en\":\"1\"}},"
    "\"sections\":[{\"id\":\"1\",\"title\":{\"ja\":\"S\",\"en\":\"S\"},\"items\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= n_items; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"%u\",\"title\":{\"ja\":\"T\",\"en\":\"T %u\"},"
                            "\"question\":{\"ja\":\"Q\",\"en\":\"Question %u?\"},"
                            "\"hint\":{\"ja\":\"H\",\"en\":\"H\"}}",
                            i > 1 ? "," : "", i, i, i);
  g_string_append (json, "]}]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  KumojiCatalog *catalog = kumoji_catalog_new_from_bytes (bytes, "long.json", &error);
  g_assert_no_error (error);
  return catalog;
}

/* 196 questions, as the guide of 2014 has: the list makes rows for those in sight alone, and
 * follows the question. */
static void
test_long (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (KumojiCatalog) catalog = long_catalog_new (196);
  g_autoptr (KumojiChecklist) checklist = kumoji_checklist_new (project, catalog, "");
  KumojiChecklistView *view = g_object_new (KUMOJI_TYPE_CHECKLIST_VIEW, NULL);
  GtkWindow *window;

  kumoji_checklist_view_show (view, checklist);
  window = harness_show (view, 800, 700);

  KumojiItemList *items = harness_get_child (view, KUMOJI_TYPE_CHECKLIST_VIEW, "items");
  GtkWidget *list = harness_get_child (items, KUMOJI_TYPE_ITEM_LIST, "view");
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 196);
  g_assert_cmpint (gtk_widget_get_height (list), <, 700);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  kumoji_checklist_view_show_item (view, "180");
  WAIT_UNTIL (gtk_adjustment_get_value (adjustment) > gtk_adjustment_get_upper (adjustment) / 2);
  gint64 start = g_get_monotonic_time ();
  for (guint i = 0; i < 16; i++)
    {
      kumoji_checklist_view_answer (view, "yes");
      kumoji_checklist_view_step (view, 1, TRUE);
    }
  gint64 spent = g_get_monotonic_time () - start;
  g_test_minimized_result ((double) spent / 16000, "one answer of 196 takes %.2f ms",
                           (double) spent / 16000);

  KumojiScore score;
  kumoji_checklist_work_out (checklist, &score);
  g_assert_cmpuint (score.yes, ==, 16);
  harness_close (window);
}

typedef struct
{
  KumojiProject *project;
  GtkWindow *window;
  KumojiChecklistView *view;
  KumojiItemList *items;
} Large;

static void
large_show (Large *large, const char *catalog)
{
  KumojiLibrary *library = kumoji_library_get_default ();
  g_autoptr (KumojiChecklist) checklist =
    kumoji_checklist_new (large->project, kumoji_library_get_catalog (library, catalog),
                          kumoji_record_get_id (
                            kumoji_list_get (kumoji_project_get_services (large->project), 0)));

  kumoji_checklist_view_show (large->view, checklist);
}

/* Till all rows are made: a few in each frame. */
static void
large_settle (Large *large)
{
  GListModel *shown = harness_get_child (large->items, KUMOJI_TYPE_ITEM_LIST, "shown");
  GListModel *made = harness_get_child (large->items, KUMOJI_TYPE_ITEM_LIST, "made");

  WAIT_UNTIL (g_list_model_get_n_items (made) == g_list_model_get_n_items (shown));
  harness_settle ();
}

static void
large_set_up (Large *large)
{
  large->project = kumoji_project_new ();
  kumoji_edit_add_service (large->project, "Mail");
  large->view = g_object_new (KUMOJI_TYPE_CHECKLIST_VIEW, NULL);
  large->items = harness_get_child (large->view, KUMOJI_TYPE_CHECKLIST_VIEW, "items");
  large->window = harness_show (large->view, 800, 700);
}

static void
large_tear_down (Large *large)
{
  harness_close (large->window);
  g_assert_finalize_object (large->project);
}

static KumojiItemLine *
line_at (Large *large, guint position)
{
  GListModel *shown = harness_get_child (large->items, KUMOJI_TYPE_ITEM_LIST, "shown");
  g_autoptr (KumojiItemLine) line = g_list_model_get_item (shown, position);

  return line; /* the model keeps it */
}

static guint
count_lines (Large *large)
{
  return g_list_model_get_n_items (
    harness_get_child (large->items, KUMOJI_TYPE_ITEM_LIST, "shown"));
}

static void
assert_shown (Large *large, const char *id)
{
  GtkSingleSelection *selection =
    harness_get_child (large->items, KUMOJI_TYPE_ITEM_LIST, "selection");
  KumojiItemLine *line = gtk_single_selection_get_selected_item (selection);

  g_assert_nonnull (line);
  g_assert_cmpstr (kumoji_item_get_id (kumoji_item_line_get_item (line)), ==, id);
}

/* Ten sections: only the one in which the reader is stands open, and each says how far it is. */
static void
test_sections (void)
{
  Large large;

  large_set_up (&large);
  gint64 start = g_get_monotonic_time ();
  large_show (&large, "mic-provider");
  gint64 spent = g_get_monotonic_time () - start;
  g_test_minimized_result ((double) spent / 1000, "196 questions are shown in %.2f ms",
                           (double) spent / 1000);
  large_settle (&large);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 196);
  g_assert_cmpuint (count_lines (&large), ==, 10 + 34);
  assert_shown (&large, "6.1.1.a");
  g_assert_null (kumoji_item_line_get_item (line_at (&large, 0)));
  g_assert_cmpstr (kumoji_item_line_get_progress (line_at (&large, 0)), ==, "0 / 34");

  kumoji_checklist_view_answer (large.view, "yes");
  kumoji_checklist_view_step (large.view, 1, TRUE);
  kumoji_checklist_view_answer (large.view, "waiting");
  g_assert_cmpstr (kumoji_item_line_get_progress (line_at (&large, 0)), ==, "1 / 34");

  /* Fold it, and go to the next section by the menu: it opens. */
  kumoji_item_line_set_folded (line_at (&large, 0), TRUE);
  g_assert_cmpuint (count_lines (&large), ==, 10);
  harness_settle ();
  gtk_widget_activate_action (GTK_WIDGET (large.items), "items.section", "u", 35);
  assert_shown (&large, "8.1.1.a");
  g_assert_cmpuint (count_lines (&large), ==, 10 + 16);
  kumoji_checklist_view_step (large.view, -1, FALSE);
  assert_shown (&large, "6.3.2.note");
  g_assert_cmpuint (count_lines (&large), ==, 10 + 16 + 34);

  /* Those that are open or answered No stand below their headings; empty sections go. */
  kumoji_item_list_set_filter (large.items, KUMOJI_ITEM_FILTER_OPEN);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 195);
  kumoji_item_list_set_filter (large.items, KUMOJI_ITEM_FILTER_NO);
  g_assert_cmpuint (count_lines (&large), ==, 0);
  kumoji_checklist_view_answer (large.view, "no");
  g_assert_cmpuint (count_lines (&large), ==, 2);
  harness_settle ();
  large_tear_down (&large);
}

static void
choose (Large *large, const char *facet, const char *value)
{
  GtkWidget *button = harness_get_child (large->items, KUMOJI_TYPE_ITEM_LIST, "concern_button");
  g_autofree char *action = g_strconcat ("concern.", facet, NULL);

  g_assert_true (gtk_widget_activate_action (button, action, "s", value));
}

/* Items of a bundled catalog that have the value. */
static guint
count_of (const char *catalog, const char *facet, const char *value)
{
  GPtrArray *items =
    kumoji_catalog_get_items (kumoji_library_get_catalog (kumoji_library_get_default (), catalog));
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const char *const *values = kumoji_item_get_facet (items->pdata[i], facet);
      n += values != NULL && g_strv_contains (values, value);
    }
  g_assert_cmpuint (n, >, 0);
  return n;
}

/* What concerns one: by phase and role, by supplier and kind of service. */
static void
test_concern (void)
{
  Large large;

  large_set_up (&large);
  large_show (&large, "amagasaki-class2");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 53);
  choose (&large, "phase", "exit");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==,
                    count_of ("amagasaki-class2", "phase", "exit"));
  choose (&large, "role", "users");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), <,
                    count_of ("amagasaki-class2", "phase", "exit"));
  harness_settle ();

  /* The choice stays for the other class of use, and says nothing to a catalog without it. */
  large_show (&large, "amagasaki-class1");
  choose (&large, "role", "");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 0);
  g_assert_true (
    gtk_widget_get_visible (harness_get_child (large.items, KUMOJI_TYPE_ITEM_LIST, "empty_label")));
  choose (&large, "phase", "operate");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==,
                    count_of ("amagasaki-class1", "phase", "operate"));
  large_show (&large, "mic-provider");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 196);

  /* An item for any supplier concerns each; borders can be left out. */
  choose (&large, "supplier", "individual");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==,
                    count_of ("mic-provider", "supplier", "any")
                      + count_of ("mic-provider", "supplier", "individual"));
  choose (&large, "supplier", "");
  choose (&large, "cross-border", "without");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==,
                    196 - count_of ("mic-provider", "cross-border", "yes"));
  harness_settle ();

  /* Whoever is sent to a question sees it. */
  kumoji_checklist_view_show_item (large.view, "6.1.2.c");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 196);
  assert_shown (&large, "6.1.2.c");
  GtkWidget *card = harness_get_child (large.view, KUMOJI_TYPE_CHECKLIST_VIEW, "card");
  g_assert_true (
    gtk_widget_get_visible (harness_get_child (card, KUMOJI_TYPE_ITEM_CARD, "control_box")));
  g_assert_true (g_str_has_prefix (
    gtk_label_get_label (harness_get_child (card, KUMOJI_TYPE_ITEM_CARD, "control")), "6.1.2  "));
  large_show (&large, "ipa-guide");
  g_assert_false (
    gtk_widget_get_visible (harness_get_child (card, KUMOJI_TYPE_ITEM_CARD, "control_box")));
  harness_settle ();
  large_tear_down (&large);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

  g_test_add_func ("/app-checklists/long", test_long);
  g_test_add_func ("/app-checklists/sections", test_sections);
  g_test_add_func ("/app-checklists/concern", test_concern);
  return harness_run ();
}
