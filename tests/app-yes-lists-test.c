/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The short checklists on the page Company: the same answers as on the page Checklists. */
#include "app-harness.h"

#include "app/pages/kumoji-company-page.h"
#include "app/pages/kumoji-yes-list.h"
#include "app/widgets/kumoji-pill.h"

static KumojiYesList *
find_list (Harness *h, const char *catalog)
{
  KumojiYesList *list;

  for (guint i = 0; (list = harness_find (GTK_WIDGET (h->window), KUMOJI_TYPE_YES_LIST, i)) != NULL;
       i++)
    if (g_str_equal (kumoji_yes_list_get_catalog (list), catalog))
      return list;
  g_assert_not_reached ();
}

static const char *
get_answer (Harness *h, const char *catalog, const char *item)
{
  KumojiAssessment *round = kumoji_project_get_last_round (harness_get_project (h), catalog, "");
  KumojiAnswer *answer = round != NULL ? kumoji_assessment_get_answer (round, item) : NULL;

  return answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), "answer") : "";
}

static const char *
get_count (KumojiYesList *list)
{
  return kumoji_pill_get_label (harness_find (GTK_WIDGET (list), KUMOJI_TYPE_PILL, 0));
}

static gboolean
is_active (KumojiYesList *list, const char *item, const char *answer)
{
  return gtk_toggle_button_get_active (kumoji_yes_list_get_button (list, item, answer));
}

static void
test_lists (Harness *h, gconstpointer data)
{
  static const char *const catalogs[] = { "expectations", "it-maturity" };

  for (guint i = 0; i < G_N_ELEMENTS (catalogs); i++)
    {
      const char *catalog = catalogs[i];
      KumojiYesList *list;

      harness_go (h, "company", catalog);
      list = find_list (h, catalog);
      g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (list)));
      g_assert_true (g_str_has_prefix (get_count (list), "Yes 0 of "));

      g_signal_emit_by_name (kumoji_yes_list_get_button (list, "1", "yes"), "clicked");
      g_assert_cmpstr (get_answer (h, catalog, "1"), ==, "yes");
      g_assert_true (g_str_has_prefix (get_count (list), "Yes 1 of "));
      g_signal_emit_by_name (kumoji_yes_list_get_button (list, "1", "no"), "clicked");
      g_assert_cmpstr (get_answer (h, catalog, "1"), ==, "no");
      g_assert_false (is_active (list, "1", "yes"));
      g_assert_true (g_str_has_prefix (get_count (list), "Yes 0 of "));
      harness_settle ();
      harness_activate (h, "win.undo");
      g_assert_cmpstr (get_answer (h, catalog, "1"), ==, "yes");
      WAIT_UNTIL (is_active (list, "1", "yes"));
      harness_activate (h, "win.redo");
      WAIT_UNTIL (is_active (list, "1", "no"));

      /* A second click takes it back. */
      g_signal_emit_by_name (kumoji_yes_list_get_button (list, "1", "no"), "clicked");
      g_assert_cmpstr (get_answer (h, catalog, "1"), ==, "");
      g_assert_false (is_active (list, "1", "no"));
    }
}

/* Whoever goes there sees it, and another project says something else. */
static void
test_other_project (Harness *h, gconstpointer data)
{
  KumojiYesList *list;

  harness_go (h, "company", "it-maturity");
  list = find_list (h, "it-maturity");
  g_signal_emit_by_name (kumoji_yes_list_get_button (list, "2", "yes"), "clicked");
  g_autoptr (KumojiProject) other = kumoji_project_new ();
  kumoji_yes_list_set_project (list, other);
  g_assert_false (is_active (list, "2", "yes"));
  g_assert_true (g_str_has_prefix (get_count (list), "Yes 0 of "));
  kumoji_yes_list_set_project (list, harness_get_project (h));
  g_assert_true (is_active (list, "2", "yes"));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/app-yes-lists/" name, Harness, NULL, harness_set_up, func, harness_tear_down)
  ADD ("lists", test_lists);
  ADD ("other-project", test_other_project);
#undef ADD
  return harness_run ();
}
