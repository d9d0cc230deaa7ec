/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of assets: by numbers, by texts, by choices, either way, and stable. */
#include "project/kumoji-edit.h"
#include "rules/kumoji-asset-order.h"

static const struct
{
  const char *number, *name, *rank;
  gint64 count, unit_value;
} rows[] = {
  { "A-10", "beta", "c", 2, 100 },
  { "A-2", "Alpha", "a", 10, 5 },
  { "B-1", "gamma", "", 1, 1 },
  { "A-1", "alpha", "b", 10, 5 },
};

static KumojiProject *
make_project (void)
{
  KumojiProject *project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));

      kumoji_history_set_text (history, asset, "number", rows[i].number);
      kumoji_history_set_text (history, asset, "name", rows[i].name);
      kumoji_history_set_text (history, asset, "rank", rows[i].rank);
      kumoji_history_set_integer (history, asset, "count", rows[i].count);
      kumoji_history_set_integer (history, asset, "unit-value", rows[i].unit_value);
    }
  return project;
}

static void
assert_order (const char *sort, const char *wanted)
{
  g_autoptr (KumojiProject) project = make_project ();
  g_autoptr (GPtrArray) sorted =
    kumoji_asset_order_sort (kumoji_project_get_assets (project), sort);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            kumoji_record_get_text (sorted->pdata[i], "number"));
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
test_sort (void)
{
  assert_order ("", "A-10 A-2 B-1 A-1");
  assert_order ("number", "A-1 A-2 A-10 B-1");
  assert_order ("-number", "B-1 A-10 A-2 A-1");
  /* Case counts for nothing; equal ones keep their order, downwards too. */
  assert_order ("name", "A-2 A-1 A-10 B-1");
  assert_order ("-name", "B-1 A-10 A-2 A-1");
  assert_order ("count", "B-1 A-10 A-2 A-1");
  assert_order ("-count", "A-2 A-1 A-10 B-1");
  assert_order ("total", "B-1 A-2 A-1 A-10");
  assert_order ("-total", "A-10 A-2 A-1 B-1");
  /* Choices as the guide has them, those not made yet behind. */
  assert_order ("rank", "A-2 A-1 A-10 B-1");
  /* What is no column changes nothing. */
  assert_order ("treasure", "A-10 A-2 B-1 A-1");
  assert_order ("-", "A-10 A-2 B-1 A-1");
}

static void
test_none (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (GPtrArray) sorted =
    kumoji_asset_order_sort (kumoji_project_get_assets (project), "-total");

  g_assert_cmpuint (sorted->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asset-order/sort", test_sort);
  g_test_add_func ("/asset-order/none", test_none);
  return g_test_run ();
}
