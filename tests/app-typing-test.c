/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed in a cell of the register and is no step yet: it outlives a crash, is saved along,
 * and is asked about before the window closes. */
#include "app-harness.h"

#include <string.h>

#include "app/pages/kumoji-asset-table.h"
#include "app/pages/kumoji-cell-editor.h"
#include "files/kumoji-project-file.h"
#include "files/kumoji-recovery.h"

#define INTERVAL 20
#define PROJECT                                                                                    \
  "{\n  \"format\": \"kumoji-project\",\n  \"version\": 1,\n  \"id\": \"p\",\n  \"assets\": [\n"   \
  "    { \"id\": \"a\", \"name\": \"台帳\", \"count\": 3 }\n  ]\n}\n"

typedef struct
{
  Harness harness;
  KumojiAssetTable *table;
  KumojiAsset *asset;
} Fixture;

static KumojiSession *
session_of (Fixture *self)
{
  return kumoji_window_get_session (self->harness.window);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  harness_set_up (&self->harness, data);
  kumoji_keeper_set_interval (kumoji_session_get_keeper (session_of (self)), INTERVAL);
  file = harness_write (&self->harness, "plan.kumoji.json", PROJECT);
  kumoji_window_open (self->harness.window, file);
  WAIT_UNTIL (harness_get_state (&self->harness) == KUMOJI_SESSION_SAVED);
  harness_go (&self->harness, "assets", "");
  self->table = harness_find (GTK_WIDGET (self->harness.window), KUMOJI_TYPE_ASSET_TABLE, 0);
  self->asset = KUMOJI_ASSET (
    kumoji_list_get (kumoji_project_get_assets (harness_get_project (&self->harness)), 0));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  kumoji_session_close (session_of (self));
  harness_tear_down (&self->harness, data);
}

static KumojiCellEditor *
get_editor (Fixture *self)
{
  return harness_find (GTK_WIDGET (self->table), KUMOJI_TYPE_CELL_EDITOR, 0);
}

static GtkEditable *
get_entry (Fixture *self)
{
  return GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (get_editor (self)),
                                                      KUMOJI_TYPE_CELL_EDITOR, "entry"));
}

static void
edit (Fixture *self, const char *column)
{
  kumoji_asset_table_edit (self->table, self->asset, column);
  WAIT_UNTIL (get_editor (self) != NULL);
  harness_settle ();
}

static void
type (Fixture *self, const char *column, const char *text)
{
  edit (self, column);
  gtk_editable_set_text (get_entry (self), text);
  harness_settle ();
}

static void
assert_asset (Fixture *self, const char *name, gint64 count)
{
  KumojiRecord *record = KUMOJI_RECORD (self->asset);

  g_assert_cmpstr (kumoji_record_get_text (record, "name"), ==, name);
  g_assert_cmpint (kumoji_record_get_integer (record, "count"), ==, count);
}

/* --- The folder of copies, as the next start sees it --------------------------------------------
 */

static char *
find_copy (void)
{
  g_autofree char *path = kumoji_recovery_dup_folder ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".kumoji-recovery"))
      return g_strndup (name, strlen (name) - strlen (".kumoji-recovery"));
  return NULL;
}

static gboolean
copy_says (const char *name, gint64 count)
{
  g_autofree char *id = find_copy ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KumojiRecovery) copy = id != NULL ? kumoji_recovery_read (id, &bytes, NULL) : NULL;
  g_autoptr (KumojiProject) project =
    copy != NULL ? kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, NULL) : NULL;
  KumojiRecord *asset =
    project != NULL ? kumoji_list_get (kumoji_project_get_assets (project), 0) : NULL;

  return asset != NULL && g_str_equal (kumoji_record_get_text (asset, "name"), name)
         && kumoji_record_get_integer (asset, "count") == count;
}

static gboolean
has_copy (void)
{
  g_autofree char *id = find_copy ();

  return id != NULL;
}

static gboolean
file_says (Fixture *self, const char *text)
{
  g_autofree char *path = g_build_filename (self->harness.folder, "plan.kumoji.json", NULL);
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) && strstr (content, text) != NULL;
}

/* --- Tests ---------------------------------------------------------------------------------------
 */

/* The copy is all that a crash leaves. Where it is typed, nothing is touched. */
static void
test_crash (Fixture *self, gconstpointer data)
{
  type (self, "name", "得意先台");
  WAIT_UNTIL (copy_says ("得意先台", 3));
  gtk_editable_set_text (get_entry (self), "得意先台帳");
  WAIT_UNTIL (copy_says ("得意先台帳", 3));
  assert_asset (self, "台帳", 3);
  g_assert_false (kumoji_history_can_undo (harness_get_history (&self->harness)));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self)), ==, "得意先台帳");
}

static void
test_crash_number (Fixture *self, gconstpointer data)
{
  type (self, "count", "1,200");
  WAIT_UNTIL (copy_says ("台帳", 1200));
  /* What the field may not hold is in no copy, and spoils none. */
  gtk_editable_set_text (get_entry (self), "三百");
  kumoji_history_set_text (harness_get_history (&self->harness), KUMOJI_RECORD (self->asset),
                           "owner", "営業部");
  WAIT_UNTIL (copy_says ("台帳", 3));
}

/* Only looking at a cell keeps nothing, and there is nothing to save. */
static void
test_open_cell (Fixture *self, gconstpointer data)
{
  edit (self, "name");
  g_assert_false (harness_is_enabled (&self->harness, "win.save"));
  g_assert_false (has_copy ());
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_assert_false (harness_is_enabled (&self->harness, "win.save"));
  type (self, "name", "得意先台帳");
  g_assert_true (harness_is_enabled (&self->harness, "win.save"));
  harness_activate (&self->harness, "win.save");
  WAIT_UNTIL (file_says (self, "得意先台帳"));
  WAIT_UNTIL (harness_get_state (&self->harness) == KUMOJI_SESSION_SAVED);
  assert_asset (self, "得意先台帳", 3);
  WAIT_UNTIL (!has_copy ());

  harness_activate (&self->harness, "win.undo");
  assert_asset (self, "台帳", 3);
  g_assert_cmpint (harness_get_state (&self->harness), ==, KUMOJI_SESSION_MODIFIED);
  harness_activate (&self->harness, "win.redo");
  assert_asset (self, "得意先台帳", 3);
  g_assert_cmpint (harness_get_state (&self->harness), ==, KUMOJI_SESSION_SAVED);
}

/* It becomes the last step, which is the one that is taken back. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  kumoji_history_set_integer (harness_get_history (&self->harness), KUMOJI_RECORD (self->asset),
                              "count", 4);
  kumoji_history_seal (harness_get_history (&self->harness));
  harness_settle ();
  type (self, "name", "得意先台帳");
  harness_activate (&self->harness, "win.undo");
  assert_asset (self, "台帳", 4);
  harness_activate (&self->harness, "win.redo");
  assert_asset (self, "得意先台帳", 4);
  harness_activate (&self->harness, "win.undo");
  harness_activate (&self->harness, "win.undo");
  assert_asset (self, "台帳", 3);
}

static void
test_close (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog;

  type (self, "name", "得意先台帳");
  gtk_window_close (GTK_WINDOW (self->harness.window));
  WAIT_UNTIL (harness_find_dialog (&self->harness) != NULL);
  dialog = g_object_ref (harness_find_dialog (&self->harness));
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Save changes?");
  adw_message_dialog_response (dialog, "save");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  WAIT_UNTIL (file_says (self, "得意先台帳"));
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (self->harness.application)) == NULL);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
#define ADD(path, test) g_test_add ("/app/typing/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("crash", test_crash);
  ADD ("crash-number", test_crash_number);
  ADD ("open-cell", test_open_cell);
  ADD ("save", test_save);
  ADD ("undo", test_undo);
  ADD ("close", test_close);
#undef ADD
  return harness_run ();
}
