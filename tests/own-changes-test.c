/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An own catalog that is edited at random: the project's library always says what it says. */
#include "project/kumoji-own-edit.h"

static KumojiRecord *
copy_bundled (KumojiProject *project, const char *id)
{
  KumojiLibrary *library = kumoji_project_get_library (project);
  g_autoptr (KumojiRecord) copy =
    kumoji_own_catalog_new_copy (project, kumoji_library_get_catalog (library, id));

  kumoji_own_edit_embed (project, copy);
  return copy;
}

static void
assert_read_anew (KumojiProject *project, KumojiRecord *own)
{
  g_autoptr (KumojiCatalog) anew = kumoji_own_catalog_read (own);
  KumojiCatalog *kept =
    kumoji_library_get_catalog (kumoji_project_get_library (project), kumoji_record_get_id (own));
  GPtrArray *items = kumoji_catalog_get_items (anew);

  g_assert_cmpuint (kumoji_catalog_get_items (kept)->len, ==, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      KumojiItem *item = kumoji_catalog_get_items (kept)->pdata[i];
      g_assert_cmpstr (kumoji_item_get_id (item), ==, kumoji_item_get_id (items->pdata[i]));
      for (int j = 0; j < KUMOJI_N_LANGUAGES; j++)
        {
          g_assert_cmpstr (kumoji_item_get_title (item, j), ==,
                           kumoji_item_get_title (items->pdata[i], j));
          g_assert_cmpstr (kumoji_item_get_hint (item, j), ==,
                           kumoji_item_get_hint (items->pdata[i], j));
        }
      g_assert_cmpint (kumoji_item_get_kind (item), ==, kumoji_item_get_kind (items->pdata[i]));
    }
}

/* Of a catalog that changes only what changed is read; it says what all of it read anew says. */
static void
test_changes (void)
{
  static const char *const kinds[] = { "checklist", "practice", "document", "criterion" };
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *own = copy_bundled (project, "mic-provider");
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 400; i++)
    {
      KumojiList *sections = kumoji_own_catalog_get_sections (own);
      KumojiRecord *section =
        kumoji_list_get (sections,
                         g_rand_int_range (rand, 0, (gint32) kumoji_list_get_length (sections)));
      KumojiList *items = kumoji_record_get_list (section, "items");
      guint n = kumoji_list_get_length (items);
      KumojiRecord *item =
        n > 0 ? kumoji_list_get (items, g_rand_int_range (rand, 0, (gint32) n)) : NULL;
      g_autofree char *text = g_strdup_printf ("%u", i);

      switch (g_rand_int_range (rand, 0, item != NULL ? 8 : 1))
        {
        case 0:
          kumoji_own_edit_add_item (history, section, n, NULL, KUMOJI_LANGUAGE_EN,
                                    i % 2 ? text : "");
          break;
        case 1:
          kumoji_own_edit_delete (project, item);
          break;
        case 2:
          kumoji_own_edit_move (history, item, i % 2);
          break;
        case 3:
          kumoji_own_edit_renumber (project, item, text, NULL);
          break;
        case 4:
          kumoji_history_set_text (history, own, "kind", kinds[i % G_N_ELEMENTS (kinds)]);
          break;
        case 5:
          for (guint j = i % 7; j > 0; j--)
            kumoji_history_undo (history);
          if (kumoji_record_get_parent (own) == NULL)
            kumoji_history_redo (history);
          break;
        default:
          kumoji_history_set_text (history, kumoji_record_get_record (item, "hint"), "en", text);
        }
      assert_read_anew (project, own);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-changes", test_changes);
  return g_test_run ();
}
