/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The valuation, with the figures of the guide and at its edges. */
#include "rules-fixture.h"

#include <string.h>

#include "rules/kumoji-check.h"
#include "rules/kumoji-valuation.h"

static KumojiRecord *
add_asset (KumojiProject *project, const char *group, gint64 count, gint64 unit_value)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));

  kumoji_history_set_text (history, asset, "group", group);
  kumoji_history_set_integer (history, asset, "count", count);
  kumoji_history_set_integer (history, asset, "unit-value", unit_value);
  return asset;
}

/* 002_3d0f212953d0b829.txt, 3.3.4: sales of ¥100,000,000, a customer ledger at ¥150,000 a record.
 */
static void
test_valuation (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *ledger = add_asset (project, "customer-property", 300, 150000);
  KumojiRecord *rest = add_asset (project, "core-business", 1, 55000000);

  kumoji_history_set_integer (history, profile_of (project), "annual-sales", 100000000);
  g_autoptr (KumojiValuation) valuation = kumoji_valuation_new (project);
  g_assert_cmpint (valuation->total, ==, 100000000);
  g_assert_cmpint (valuation->difference, ==, 0);
  g_assert_cmpint (valuation->ratio_millionths, ==, 1000000);
  g_assert_cmpint (valuation->state, ==, KUMOJI_VALUATION_BALANCED);
  KumojiShare *share = &g_array_index (valuation->by_group, KumojiShare, 1);
  g_assert_cmpstr (share->id, ==, "customer-property");
  g_assert_cmpint (share->total, ==, 45000000);

  /* Five percent of tolerance: the last yen inside, and the first outside. */
  kumoji_history_set_integer (history, rest, "unit-value", 60000000);
  g_autoptr (KumojiValuation) edge = kumoji_valuation_new (project);
  g_assert_cmpint (edge->state, ==, KUMOJI_VALUATION_BALANCED);
  kumoji_history_set_integer (history, rest, "unit-value", 60000001);
  g_autoptr (KumojiValuation) over = kumoji_valuation_new (project);
  g_assert_cmpint (over->state, ==, KUMOJI_VALUATION_OVER);
  kumoji_history_set_integer (history, rest, "unit-value", 49999999);
  g_autoptr (KumojiValuation) under = kumoji_valuation_new (project);
  g_assert_cmpint (under->state, ==, KUMOJI_VALUATION_UNDER);

  gint64 unit;
  g_assert_true (kumoji_valuation_get_balancing_value (under, KUMOJI_ASSET (ledger), &unit));
  g_assert_cmpint (unit, ==, 166667); /* 50,000,001 / 300 = 166,666.67 */
  kumoji_history_set_integer (history, ledger, "count", 0);
  g_autoptr (KumojiValuation) none = kumoji_valuation_new (project);
  g_assert_false (kumoji_valuation_get_balancing_value (none, KUMOJI_ASSET (ledger), &unit));
  g_assert_cmpint (none->total, ==, 49999999);
}

static void
test_valuation_without_sales (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiRecord *asset = add_asset (project, "personal", 10, 5);
  g_autoptr (KumojiValuation) valuation = kumoji_valuation_new (project);
  gint64 unit;

  g_assert_cmpint (valuation->total, ==, 50);
  g_assert_cmpint (valuation->state, ==, KUMOJI_VALUATION_UNKNOWN);
  g_assert_cmpint (valuation->ratio_millionths, ==, -1);
  g_assert_false (kumoji_valuation_get_balancing_value (valuation, KUMOJI_ASSET (asset), &unit));
}

static void
test_what_counts (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *asset = add_asset (project, "personal", 10, 5);

  g_assert_true (kumoji_asset_counts (KUMOJI_ASSET (asset)));
  kumoji_history_set_text (history, asset, "original", "copy");
  g_assert_false (kumoji_asset_counts (KUMOJI_ASSET (asset)));
  g_autoptr (KumojiValuation) valuation = kumoji_valuation_new (project);
  g_assert_cmpint (valuation->total, ==, 0);
  g_assert_cmpuint (valuation->assets, ==, 1);
  g_assert_cmpuint (valuation->counted, ==, 0);
  kumoji_history_set_text (history, asset, "counted", "yes");
  g_assert_true (kumoji_asset_counts (KUMOJI_ASSET (asset)));
  kumoji_history_set_text (history, asset, "counted", "");
  kumoji_history_set_text (history, asset, "original", "original");
  kumoji_history_set_text (history, asset, "class", "physical");
  g_assert_false (kumoji_asset_counts (KUMOJI_ASSET (asset)));
}

static void
test_overflow (void)
{
  g_autoptr (KumojiProject) product = kumoji_project_new ();
  g_autoptr (KumojiProject) sum = kumoji_project_new ();

  add_asset (product, "personal", G_MAXINT64, 2);
  g_autoptr (KumojiValuation) by_product = kumoji_valuation_new (product);
  g_assert_nonnull (by_product->overflow);
  g_assert_cmpint (by_product->state, ==, KUMOJI_VALUATION_UNKNOWN);

  add_asset (sum, "personal", G_MAXINT64, 1);
  KumojiRecord *last = add_asset (sum, "personal", 1, 1);
  g_autoptr (KumojiValuation) by_sum = kumoji_valuation_new (sum);
  g_assert_true (by_sum->overflow == KUMOJI_ASSET (last));
  g_autoptr (GPtrArray) problems = kumoji_check_project (kumoji_library_get_default (), sum);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((KumojiProblem *) problems->pdata[0])->path, ==, "assets[1].unit-value");

  kumoji_history_undo (kumoji_project_get_history (sum));
  g_autoptr (KumojiValuation) largest = kumoji_valuation_new (sum);
  g_assert_null (largest->overflow);
  g_assert_cmpint (largest->total, ==, G_MAXINT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_func ("/rules/valuation", test_valuation);
  g_test_add_func ("/rules/valuation-without-sales", test_valuation_without_sales);
  g_test_add_func ("/rules/what-counts", test_what_counts);
  g_test_add_func ("/rules/overflow", test_overflow);
  return g_test_run ();
}
