/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: catalogs and stages, of files that the guard lets pass. */
#include <string.h>

#include "catalog/kumoji-library.h"
#include "files/kumoji-guard.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* A catalog that is taken is whole: whatever a page or a report asks of it is there. A hint and an
 * example may be missing. */
static void
check_catalog (KumojiCatalog *catalog)
{
  GPtrArray *items = kumoji_catalog_get_items (catalog);

  g_assert_cmpuint (items->len, >, 0);
  for (guint i = 0; i < items->len; i++)
    for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
      {
        g_assert_nonnull (kumoji_item_get_title (items->pdata[i], language));
        g_assert_nonnull (kumoji_item_get_question (items->pdata[i], language));
        g_assert_true (kumoji_catalog_get_item (catalog, kumoji_item_get_id (items->pdata[i]))
                       == items->pdata[i]);
      }
  for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
    {
      g_assert_nonnull (kumoji_catalog_get_short_title (catalog, language));
      g_assert_nonnull (kumoji_catalog_get_publisher (catalog, language));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *mark = NULL;
  g_autoptr (GBytes) checked = NULL;
  g_autoptr (KumojiCatalog) catalog = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (GError) catalog_error = NULL, stages_error = NULL;

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  checked = kumoji_guard_check (bytes, &mark, NULL);
  if (checked == NULL)
    return 0;
  catalog = kumoji_catalog_new_from_bytes (checked, "fuzz.json", &catalog_error);
  if (catalog != NULL)
    check_catalog (catalog);
  else
    g_assert_true (g_str_has_prefix (catalog_error->message, "fuzz.json: "));
  stages = kumoji_stage_guides_new_from_bytes (checked, "fuzz.json", &stages_error);
  g_assert_true ((stages != NULL) == (stages_error == NULL));
  return 0;
}
