/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs, shown and searched; backups listed, compared, restored and opened beside. */
#include "app-harness.h"

#include "app/kumoji-compare-dialog.h"
#include "project/kumoji-edit.h"

static const KumojiReply replies[] = {
  { "later", "_Decide later", ADW_RESPONSE_DEFAULT },
  { "theirs", "_Take theirs", ADW_RESPONSE_DESTRUCTIVE },
  { "mine", "_Keep mine", ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static void
replied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (KUMOJI_IS_WINDOW (source));
  *(const char **) data = kumoji_compare_dialog_finish (result);
}

static KumojiSnapshot *
snapshot_of (Harness *self)
{
  return kumoji_record_snapshot (KUMOJI_RECORD (harness_get_project (self)));
}

static KumojiCompareDialog *
present (Harness *self, KumojiSnapshot *before, const char **reply)
{
  KumojiCompareDialog *dialog = kumoji_compare_dialog_present (
    GTK_WINDOW (self->window), "What differs", "Then", before, "Now", snapshot_of (self),
    reply != NULL ? replies : NULL, reply != NULL ? replied_cb : NULL, reply);

  WAIT_UNTIL (kumoji_compare_dialog_get_model (dialog) != NULL);
  harness_settle ();
  return dialog;
}

static guint
count_lines (KumojiCompareDialog *dialog)
{
  return g_list_model_get_n_items (G_LIST_MODEL (kumoji_compare_dialog_get_model (dialog)));
}

static void
search (KumojiCompareDialog *dialog, const char *words)
{
  GtkEditable *entry = harness_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (entry, words);
  g_signal_emit_by_name (entry, "search-changed");
  harness_settle ();
}

static void
test_compare (Harness *self, gconstpointer data)
{
  const char *reply = NULL;
  g_autoptr (KumojiSnapshot) before = NULL;

  harness_activate (self, "win.open-sample");
  before = snapshot_of (self);
  harness_set_company (self, "<b>Ａ社</b>");
  kumoji_edit_add_asset (harness_get_project (self));
  KumojiCompareDialog *dialog = present (self, g_steal_pointer (&before), &reply);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);

  /* Two areas, each with its head. */
  g_assert_cmpuint (count_lines (dialog), ==, 4);
  search (dialog, "a社");
  g_assert_cmpuint (count_lines (dialog), ==, 2);
  search (dialog, "no such words");
  g_assert_cmpuint (count_lines (dialog), ==, 0);
  search (dialog, "");
  GtkToggleButton *added = harness_find (GTK_WIDGET (dialog), GTK_TYPE_TOGGLE_BUTTON, 1);
  gtk_toggle_button_set_active (added, TRUE);
  g_assert_cmpuint (count_lines (dialog), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "compare.reply", "s", "theirs");
  harness_settle ();
  g_assert_null (dialog);
  g_assert_cmpstr (reply, ==, "theirs");
}

static void
test_compare_closed (Harness *self, gconstpointer data)
{
  const char *reply = NULL;
  KumojiCompareDialog *dialog = present (self, snapshot_of (self), &reply);

  g_assert_cmpuint (count_lines (dialog), ==, 0);
  g_object_ref (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  harness_settle ();
  g_assert_finalize_object (dialog);
  g_assert_cmpstr (reply, ==, "later");

  /* Closed before the thread is done. */
  dialog = kumoji_compare_dialog_present (GTK_WINDOW (self->window), "What differs", "Then",
                                          snapshot_of (self), "Now", snapshot_of (self), NULL, NULL,
                                          NULL);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  WAIT_UNTIL (dialog == NULL);
}

/* Ten thousand differences: only the lines in sight are made. */
static void
test_compare_many (Harness *self, gconstpointer data)
{
  g_autoptr (KumojiSnapshot) before = snapshot_of (self);
  KumojiHistory *history = harness_get_history (self);

  kumoji_history_begin (history, "Many");
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (KumojiRecord) asset = g_object_new (KUMOJI_TYPE_ASSET, NULL);
      kumoji_history_insert (history, kumoji_project_get_assets (harness_get_project (self)), i,
                             asset);
    }
  kumoji_history_end (history);
  KumojiCompareDialog *dialog = present (self, g_steal_pointer (&before), NULL);
  g_assert_cmpuint (count_lines (dialog), ==, 10001);
  g_object_ref (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  harness_settle ();
  g_assert_finalize_object (dialog);
  harness_activate (self, "win.undo");
  harness_activate (self, "win.redo");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/backups/" name, Harness, NULL, harness_set_up, func, harness_tear_down)
  ADD ("compare", test_compare);
  ADD ("compare-closed", test_compare_closed);
  ADD ("compare-many", test_compare_many);
#undef ADD
  return harness_run ();
}
