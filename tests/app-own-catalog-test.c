/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own checklists in the window: added from a file, a folder or a copy; written; exported; removed.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "app-harness.h"

#include "app/pages/kumoji-add-catalog-dialog.h"
#include "app/pages/kumoji-catalog-editor.h"
#include "app/pages/kumoji-checklist-view.h"
#include "app/pages/kumoji-item-card.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-pill.h"
#include "project/kumoji-edit.h"

#define TODAY "2026-11-20"
#define MARKUP "<b>Not</b> & <span foreground='red'>bold"
#define CATALOG(id)                                                                                \
  "{\"format\": \"kumoji-catalog\", \"version\": 1, \"id\": \"" id "\", \"kind\": \"checklist\", " \
  "\"subject\": \"company\", \"title\": {\"en\": \"" MARKUP                                        \
  "\"}, \"description\": {\"en\": \"" MARKUP                                                       \
  "\"}, \"sections\": [{\"id\": \"A\", \"title\": {\"en\": \"" MARKUP "\"}, \"items\": "           \
  "[{\"id\": \"1\", \"title\": {\"ja\": \"<i>題\"}, \"question\": {\"en\": \"" MARKUP "\"}, "      \
  "\"hint\": {\"en\": \"" MARKUP "\"}}, {\"id\": \"2\", \"title\": {\"en\": \"Two\"}, "            \
  "\"question\": {\"en\": \"Is it?\"}}]}]}"

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

#define FIND_DIALOG() find_window (KUMOJI_TYPE_ADD_CATALOG_DIALOG)
#define FIND_EDITOR() find_window (KUMOJI_TYPE_CATALOG_EDITOR)

static KumojiList *
own_of (Harness *self)
{
  return kumoji_project_get_catalogs (harness_get_project (self));
}

static void
act (gpointer window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (window, action, NULL));
}

static void
reply (gpointer window, const char *id)
{
  AdwMessageDialog *dialog = NULL;

  WAIT_UNTIL ((dialog = find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == window);
  /* A click on the button says the reply and closes the dialog. */
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, id);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  harness_settle ();
}

static KumojiAddCatalogDialog *
open_dialog (Harness *self)
{
  harness_activate (self, "win.add-checklist");
  WAIT_UNTIL (FIND_DIALOG () != NULL);
  return FIND_DIALOG ();
}

/* Has the file read in the dialog, as one that was chosen. */
static KumojiAddCatalogDialog *
load (Harness *self, const char *name, const char *text)
{
  KumojiAddCatalogDialog *dialog = open_dialog (self);
  g_autoptr (GFile) file = harness_write (self, name, text);

  kumoji_add_catalog_dialog_load (dialog, file);
  WAIT_UNTIL (kumoji_add_catalog_dialog_get_draft (dialog) != NULL
              || find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  harness_settle ();
  return dialog;
}

static KumojiRecord *
add (Harness *self, const char *name, const char *text)
{
  act (load (self, name, text), "add-catalog.add");
  WAIT_UNTIL (FIND_DIALOG () == NULL);
  harness_settle ();
  return kumoji_list_get (own_of (self), kumoji_list_get_length (own_of (self)) - 1);
}

static KumojiCatalogEditor *
open_editor (Harness *self, KumojiRecord *catalog)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.edit-checklist", "s",
                              kumoji_record_get_id (catalog));
  WAIT_UNTIL (FIND_EDITOR () != NULL);
  harness_settle ();
  return FIND_EDITOR ();
}

static void
close_editor (void)
{
  gtk_window_close (FIND_EDITOR ());
  WAIT_UNTIL (FIND_EDITOR () == NULL);
  harness_settle ();
}

/* What the card on the Checklists page asks. */
static const char *
get_question (Harness *self)
{
  GtkWidget *pane = GTK_WIDGET (kumoji_window_get_pane (self->window, "checklists"));
  KumojiItemCard *card = harness_find (pane, KUMOJI_TYPE_ITEM_CARD, 0);

  return gtk_label_get_text (GTK_LABEL (
    gtk_widget_get_template_child (GTK_WIDGET (card), KUMOJI_TYPE_ITEM_CARD, "question")));
}

static GtkWidget *
get_edit_button (Harness *self)
{
  GtkWidget *pane = GTK_WIDGET (kumoji_window_get_pane (self->window, "checklists"));
  KumojiChecklistView *view = harness_find (pane, KUMOJI_TYPE_CHECKLIST_VIEW, 0);

  return GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (view), KUMOJI_TYPE_CHECKLIST_VIEW, "edit_button"));
}

/* Letters are letters, whatever they would mean to Pango: warnings are fatal here. */
static void
test_file (Harness *self, gconstpointer data)
{
  KumojiRecord *own = add (self, "c.json", CATALOG ("own-1"));

  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "checklists");
  WAIT_UNTIL (g_str_equal (get_question (self), MARKUP));
  g_assert_true (gtk_widget_get_visible (get_edit_button (self)));
  harness_go (self, "checklists", "own-1//2");
  WAIT_UNTIL (g_str_equal (get_question (self), "Is it?"));
  KumojiCatalogEditor *editor = open_editor (self, own);
  kumoji_catalog_editor_select (editor, kumoji_own_catalog_find_item (own, "1"));
  harness_settle ();
  close_editor ();
  for (guint i = 0; i < 3; i++)
    harness_go (self, ((const char *[]){ "overview", "reports", "checklists" })[i], "");

  /* One step: gone, and there again. */
  harness_activate (self, "win.undo");
  g_assert_cmpuint (kumoji_list_get_length (own_of (self)), ==, 0);
  WAIT_UNTIL (!gtk_widget_get_visible (get_edit_button (self)));
  harness_activate (self, "win.redo");
  g_assert_cmpuint (kumoji_list_get_length (own_of (self)), ==, 1);
}

static void
test_refused (Harness *self, gconstpointer data)
{
  KumojiAddCatalogDialog *dialog = load (self, "c.json", "{\"format\": \"kumoji-catalog\"}");

  AdwMessageDialog *message = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (message), "version"));
  reply (dialog, "close");
  g_assert_null (kumoji_add_catalog_dialog_get_draft (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (FIND_DIALOG () == NULL);
  g_assert_false (kumoji_history_can_undo (harness_get_history (self)));
}

static void
test_sheet (Harness *self, gconstpointer data)
{
  KumojiAddCatalogDialog *dialog =
    load (self, "check.csv", "number,question,who\n1,Is it?,a\n1,Twice?,b\n2,And <b>?,c\n");

  g_assert_cmpuint (kumoji_own_catalog_count_items (kumoji_add_catalog_dialog_get_draft (dialog)),
                    ==, 2);
  /* Back, and another one. */
  act (dialog, "add-catalog.back");
  g_assert_null (kumoji_add_catalog_dialog_get_draft (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (FIND_DIALOG () == NULL);

  KumojiRecord *own = add (self, "again.csv", "number,question\n1,Is it?\n1,Twice?\n");
  g_assert_cmpuint (kumoji_own_catalog_count_items (own), ==, 1);
  g_assert_cmpstr (kumoji_wording_get (kumoji_record_get_record (own, "title"), KUMOJI_LANGUAGE_EN),
                   ==, "again");
  WAIT_UNTIL (g_str_equal (get_question (self), "Is it?"));
}

/* The id of another one: never two of them, and never one of Kumoji's own. */
static void
test_conflict (Harness *self, gconstpointer data)
{
  KumojiAddCatalogDialog *dialog = load (self, "c.json", CATALOG ("ipa-guide"));

  act (dialog, "add-catalog.add");
  reply (dialog, "cancel");
  g_assert_cmpuint (kumoji_list_get_length (own_of (self)), ==, 0);
  act (dialog, "add-catalog.add");
  reply (dialog, "other");
  WAIT_UNTIL (FIND_DIALOG () == NULL);
  KumojiRecord *first = kumoji_list_get (own_of (self), 0);
  g_assert_cmpstr (kumoji_record_get_id (first), ==, "own-ipa-guide");

  dialog = load (self, "d.json", CATALOG ("own-ipa-guide"));
  act (dialog, "add-catalog.add");
  reply (dialog, "replace");
  WAIT_UNTIL (FIND_DIALOG () == NULL);
  g_assert_cmpuint (kumoji_list_get_length (own_of (self)), ==, 1);
  g_assert_false (kumoji_list_get (own_of (self), 0) == first);
  dialog = load (self, "e.json", CATALOG ("own-ipa-guide"));
  act (dialog, "add-catalog.add");
  reply (dialog, "other");
  WAIT_UNTIL (FIND_DIALOG () == NULL);
  g_assert_cmpuint (kumoji_list_get_length (own_of (self)), ==, 2);
  g_assert_cmpstr (kumoji_record_get_id (kumoji_list_get (own_of (self), 1)), ==,
                   "own-ipa-guide-2");
}

static AdwActionRow *
find_choice (gpointer parent, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwActionRow *row = NULL;
      if (!ADW_IS_ACTION_ROW (child))
        row = find_choice (child, title);
      else if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title))
        row = ADW_ACTION_ROW (child);
      if (row != NULL)
        return row;
    }
  return NULL;
}

/* The folder's checklists are offered; a broken one is told, and hides no other. */
static void
test_shelf (Harness *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "kumoji", "catalogs", NULL);
  g_autofree char *sound = g_build_filename (folder, "a.json", NULL);
  g_autofree char *broken = g_build_filename (folder, "b.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (sound, CATALOG ("shelf-1"), -1, NULL));
  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));
  KumojiAddCatalogDialog *dialog = open_dialog (self);
  WAIT_UNTIL (find_choice (dialog, "b.json") != NULL);
  AdwActionRow *told = find_choice (dialog, "b.json");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (told), "b.json: "));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (told)));
  adw_action_row_activate (find_choice (dialog, MARKUP));
  act (dialog, "add-catalog.add");
  WAIT_UNTIL (FIND_DIALOG () == NULL);
  g_assert_cmpstr (kumoji_record_get_id (kumoji_list_get (own_of (self), 0)), ==, "shelf-1");
  g_assert_cmpint (g_unlink (sound), ==, 0);
  g_assert_cmpint (g_unlink (broken), ==, 0);
}

static KumojiFieldRow *
find_text (KumojiCatalogEditor *editor, KumojiRecord *wording, const char *language)
{
  KumojiFieldRow *row;

  for (guint i = 0; (row = harness_find (GTK_WIDGET (editor), KUMOJI_TYPE_FIELD_ROW, i)) != NULL;
       i++)
    if (kumoji_field_link_get_record (kumoji_field_row_get_link (row)) == wording
        && g_str_equal (kumoji_field_link_get_field (kumoji_field_row_get_link (row)), language))
      return row;
  return NULL;
}

static void
write_text (KumojiCatalogEditor *editor, KumojiRecord *record, const char *field, const char *text)
{
  KumojiRecord *wording = kumoji_record_get_record (record, field);

  kumoji_catalog_editor_select (editor, record);
  WAIT_UNTIL (find_text (editor, wording, "en") != NULL);
  g_assert_true (
    kumoji_field_link_write (kumoji_field_row_get_link (find_text (editor, wording, "en")), text));
}

static guint
get_position (KumojiRecord *own, KumojiRecord *item)
{
  KumojiRecord *section = kumoji_list_get (kumoji_own_catalog_get_sections (own), 0);
  guint position = G_MAXUINT;

  kumoji_list_get_position (kumoji_record_get_list (section, "items"), item, &position);
  return position;
}

/* From nothing to a checklist that is answered. */
static void
test_write (Harness *self, gconstpointer data)
{
  KumojiAddCatalogDialog *dialog = open_dialog (self);

  adw_action_row_activate (find_choice (dialog, "New checklist"));
  act (dialog, "add-catalog.add");
  g_assert_nonnull (FIND_DIALOG ()); /* it has no title yet */
  KumojiRecord *own = g_object_ref (kumoji_add_catalog_dialog_get_draft (dialog));
  kumoji_field_link_write (kumoji_field_row_get_link (
                             kumoji_field_rows_find (GTK_WIDGET (dialog), "en")),
                           "Our check");
  harness_settle ();
  act (dialog, "add-catalog.add");
  WAIT_UNTIL (FIND_EDITOR () != NULL);
  KumojiCatalogEditor *editor = FIND_EDITOR ();
  g_assert_true (kumoji_catalog_editor_get_selected (editor) == own);

  act (editor, "editor.add-item");
  KumojiRecord *first = kumoji_catalog_editor_get_selected (editor);
  g_assert_cmpstr (kumoji_record_get_id (first), ==, "1.1");
  write_text (editor, first, "title", "One");
  write_text (editor, first, "question", "Is one?");
  act (editor, "editor.add-item");
  KumojiRecord *second = kumoji_catalog_editor_get_selected (editor);
  g_assert_cmpstr (kumoji_record_get_id (second), ==, "1.2");
  act (editor, "editor.move-up");
  g_assert_true (kumoji_catalog_editor_get_selected (editor) == second);
  act (editor, "editor.add-section");
  g_assert_true (KUMOJI_IS_OWN_SECTION (kumoji_catalog_editor_get_selected (editor)));
  act (editor, "editor.undo");
  act (editor, "editor.redo");
  harness_settle ();
  close_editor ();

  g_autofree char *place = g_strdup_printf ("%s//1.1", kumoji_record_get_id (own));
  harness_go (self, "checklists", place);
  WAIT_UNTIL (g_str_equal (get_question (self), "Is one?"));
  g_assert_true (get_position (own, second) < get_position (own, first));
  harness_go (self, "checklists", "own-nothing");
  while (kumoji_history_can_undo (harness_get_history (self)))
    harness_activate (self, "win.undo");
  g_assert_cmpuint (kumoji_list_get_length (own_of (self)), ==, 0);
  while (kumoji_history_can_redo (harness_get_history (self)))
    harness_activate (self, "win.redo");
  g_assert_true (kumoji_list_get (own_of (self), 0) == own);
  g_object_unref (own);
}

static void
test_number (Harness *self, gconstpointer data)
{
  KumojiRecord *own = add (self, "c.json", CATALOG ("own-1"));
  KumojiProject *project = harness_get_project (self);

  kumoji_edit_answer (project, kumoji_edit_ensure_round (project, "own-1", ""), "2", "answer",
                      "yes", TODAY, NULL);
  KumojiCatalogEditor *editor = open_editor (self, own);
  KumojiRecord *item = kumoji_own_catalog_find_item (own, "2");
  kumoji_catalog_editor_select (editor, item);
  WAIT_UNTIL (find_text (editor, item, "id") != NULL);
  KumojiFieldLink *link = kumoji_field_row_get_link (find_text (editor, item, "id"));
  g_assert_false (kumoji_field_link_write (link, "1"));
  g_assert_nonnull (kumoji_field_link_get_error (link));
  g_assert_true (kumoji_field_link_write (link, " 2.5 "));
  harness_settle ();
  item = kumoji_catalog_editor_get_selected (editor);
  g_assert_cmpstr (kumoji_record_get_id (item), ==, "2.5");
  g_assert_cmpuint (kumoji_own_count_answers (project, item), ==, 1);
  close_editor ();
}

/* What is answered goes only after it was asked, and comes back with one undo. */
static void
test_delete (Harness *self, gconstpointer data)
{
  KumojiRecord *own = add (self, "c.json", CATALOG ("own-1"));
  KumojiProject *project = harness_get_project (self);

  kumoji_edit_answer (project, kumoji_edit_ensure_round (project, "own-1", ""), "2", "answer",
                      "yes", TODAY, NULL);
  KumojiCatalogEditor *editor = open_editor (self, own);
  kumoji_catalog_editor_select (editor, kumoji_own_catalog_find_item (own, "1"));
  act (editor, "editor.delete");
  g_assert_cmpuint (kumoji_own_catalog_count_items (own), ==, 1);
  g_assert_cmpstr (kumoji_record_get_id (kumoji_catalog_editor_get_selected (editor)), ==, "2");
  act (editor, "editor.delete");
  reply (editor, "cancel");
  g_assert_cmpuint (kumoji_own_catalog_count_items (own), ==, 1);
  act (editor, "editor.delete");
  reply (editor, "delete");
  g_assert_cmpuint (kumoji_own_catalog_count_items (own), ==, 0);
  act (editor, "editor.undo");
  g_assert_cmpuint (kumoji_own_count_answers (project, own), ==, 1);
  act (editor, "editor.remove");
  reply (editor, "delete");
  WAIT_UNTIL (FIND_EDITOR () == NULL);
  harness_settle ();
  g_assert_cmpuint (kumoji_list_get_length (own_of (self)), ==, 0);
  harness_activate (self, "win.undo");
  g_assert_cmpuint (kumoji_own_count_answers (project, own), ==, 1);
}

/* What is exported is imported the same. */
static void
test_export (Harness *self, gconstpointer data)
{
  KumojiRecord *own = add (self, "c.json", CATALOG ("own-1"));
  KumojiCatalogEditor *editor = open_editor (self, own);
  g_autofree char *path = g_build_filename (self->folder, "out.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) expected = kumoji_own_catalog_to_bytes (own);

  kumoji_catalog_editor_export_to (editor, file);
  WAIT_UNTIL (g_file_query_exists (file, NULL));
  harness_settle ();
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (bytes, expected));
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/out.json");
  kumoji_catalog_editor_export_to (editor, nowhere);
  reply (editor, "close");
  close_editor ();
}

static void
test_bundled (Harness *self, gconstpointer data)
{
  KumojiAddCatalogDialog *dialog = open_dialog (self);
  KumojiCatalog *catalog =
    kumoji_library_get_catalog (kumoji_library_get_default (), "mic-provider");

  adw_action_row_activate (
    find_choice (dialog, kumoji_catalog_get_title (catalog, KUMOJI_LANGUAGE_EN)));
  harness_settle ();
  act (dialog, "add-catalog.add");
  WAIT_UNTIL (FIND_DIALOG () == NULL);
  KumojiRecord *own = kumoji_list_get (own_of (self), 0);
  g_assert_cmpuint (kumoji_own_catalog_count_items (own), ==,
                    kumoji_catalog_get_items (catalog)->len);
  open_editor (self, own);
  /* Undone while it is edited: there is nothing to be edited any more. */
  act (FIND_EDITOR (), "editor.undo");
  WAIT_UNTIL (FIND_EDITOR () == NULL);
  harness_settle ();
}

static void
add_test (const char *name, void (*test) (Harness *self, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/app-own-catalog/", name, NULL);

  g_test_add (path, Harness, NULL, harness_set_up, test, harness_tear_down);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  add_test ("file", test_file);
  add_test ("refused", test_refused);
  add_test ("sheet", test_sheet);
  add_test ("conflict", test_conflict);
  add_test ("shelf", test_shelf);
  add_test ("write", test_write);
  add_test ("number", test_number);
  add_test ("delete", test_delete);
  add_test ("export", test_export);
  add_test ("bundled", test_bundled);
  return harness_run ();
}
