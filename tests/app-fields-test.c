/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Field rows: what is typed reaches the record through the history, and comes back from it. */
#include "app-harness.h"

#include "app/widgets/kumoji-field-area.h"
#include "project/kumoji-day.h"
#include "app/widgets/kumoji-field-entry.h"
#include "app/widgets/kumoji-field-picker.h"
#include "app/widgets/kumoji-field-row.h"
#include "project/kumoji-edit.h"

typedef struct
{
  KumojiProject *project;
  KumojiHistory *history;
  KumojiRecord *profile;
  GtkWindow *window;
  GtkWidget *list;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->project = kumoji_project_new ();
  f->history = kumoji_project_get_history (f->project);
  f->profile = KUMOJI_RECORD (kumoji_project_get_profile (f->project));
  f->list = gtk_list_box_new ();
  f->window = harness_show (f->list, 700, 400);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  harness_close (f->window);
  g_assert_finalize_object (f->project);
}

static KumojiFieldRow *
add_row (Fixture *f, const char *field)
{
  GtkWidget *row = kumoji_field_row_new (field);

  gtk_list_box_append (GTK_LIST_BOX (f->list), row);
  kumoji_field_row_bind (KUMOJI_FIELD_ROW (row), f->profile, f->history);
  return KUMOJI_FIELD_ROW (row);
}

static GtkEditable *
get_editable (KumojiFieldRow *row)
{
  return kumoji_field_entry_get_editable (KUMOJI_FIELD_ENTRY (kumoji_field_row_get_editor (row)));
}

/* As if typed: at the cursor, one character after the other. */
static void
type (GtkEditable *editable, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int position = gtk_editable_get_position (editable);
      gtk_editable_insert_text (editable, p, (int) (g_utf8_next_char (p) - p), &position);
      gtk_editable_set_position (editable, position);
    }
}

static void
test_text (Fixture *f, gconstpointer data)
{
  KumojiFieldRow *row = add_row (f, "company");
  GtkEditable *editable = get_editable (row);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Company name");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (
                                         GTK_WIDGET (gtk_editable_get_delegate (editable))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Company name");

  /* Typing is one step until the user leaves the field. */
  type (editable, "みなと海産");
  g_assert_cmpstr (kumoji_record_get_text (f->profile, "company"), ==, "みなと海産");
  kumoji_field_link_seal (kumoji_field_row_get_link (row));
  gtk_editable_set_position (editable, 0);
  type (editable, "有限会社");
  g_assert_cmpstr (kumoji_record_get_text (f->profile, "company"), ==, "有限会社みなと海産");
  g_assert_cmpint (gtk_editable_get_position (editable), ==, 4);

  kumoji_history_undo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "みなと海産");
  g_assert_cmpint (gtk_editable_get_position (editable), ==, 0);
  kumoji_history_undo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "");
  g_assert_false (kumoji_history_can_undo (f->history));
  kumoji_history_redo (f->history);
  kumoji_history_redo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "有限会社みなと海産");
  g_assert_cmpint (gtk_editable_get_position (editable), ==, 4);
}

static void
test_text_too_long (Fixture *f, gconstpointer data)
{
  KumojiFieldRow *row = add_row (f, "company");
  g_autofree char *text = g_strnfill (1001, 'x');

  gtk_editable_set_text (get_editable (row), text);
  g_assert_cmpstr (kumoji_field_row_get_message (row), ==,
                   "Company name: is longer than 1,000 characters");
  g_assert_cmpuint (strlen (gtk_editable_get_text (get_editable (row))), ==, 1001);
  g_assert_cmpstr (kumoji_record_get_text (f->profile, "company"), ==, "");
  gtk_editable_delete_text (get_editable (row), 1000, -1);
  g_assert_cmpstr (kumoji_field_row_get_message (row), ==, "");
  g_assert_cmpuint (strlen (kumoji_record_get_text (f->profile, "company")), ==, 1000);
}

static void
test_memo (Fixture *f, gconstpointer data)
{
  KumojiFieldRow *row = add_row (f, "note");
  GtkTextView *view =
    kumoji_field_area_get_view (KUMOJI_FIELD_AREA (kumoji_field_row_get_editor (row)));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  int offset;

  g_assert_false (gtk_text_buffer_get_enable_undo (buffer));
  gtk_text_buffer_insert_at_cursor (buffer, "一行目\n", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "二行目", -1);
  g_assert_cmpstr (kumoji_record_get_text (f->profile, "note"), ==, "一行目\n二行目");

  /* Another edit of the same field leaves the cursor where it was. */
  kumoji_history_seal (f->history);
  kumoji_history_set_text (f->history, f->profile, "note", "一行目\n一行半\n二行目");
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&iter);
  g_assert_cmpint (offset, ==, 11);

  kumoji_history_undo (f->history);
  kumoji_history_undo (f->history);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  kumoji_history_redo (f->history);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 7);
}

static void
test_integer (Fixture *f, gconstpointer data)
{
  KumojiFieldRow *row = add_row (f, "annual-sales");
  KumojiFieldRow *other = add_row (f, "company");
  GtkEditable *editable = get_editable (row);

  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  type (editable, "１００，０００，０００");
  g_assert_cmpint (kumoji_record_get_integer (f->profile, "annual-sales"), ==, 0);
  gtk_widget_grab_focus (GTK_WIDGET (other));
  g_assert_cmpint (kumoji_record_get_integer (f->profile, "annual-sales"), ==, 100000000);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "¥100,000,000");

  kumoji_history_undo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "");
  kumoji_history_redo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "¥100,000,000");
}

static void
test_integer_refused (Fixture *f, gconstpointer data)
{
  KumojiFieldRow *row = add_row (f, "tolerance");
  KumojiFieldRow *other = add_row (f, "company");
  GtkEditable *editable = get_editable (row);

  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "5 %");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_editable_delete_text (editable, 0, -1);
  type (editable, "250");
  gtk_widget_grab_focus (GTK_WIDGET (other));
  g_assert_cmpstr (kumoji_field_row_get_message (row), ==,
                   "Tolerance of the valuation: must be 100 at most");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "250");
  g_assert_cmpint (kumoji_record_get_integer (f->profile, "tolerance"), ==, 5);

  /* Another edit does not take it away; correcting it does away with the message at once. */
  kumoji_history_set_text (f->history, f->profile, "company", "x");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "250");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_editable_delete_text (editable, 2, 3);
  g_assert_cmpstr (kumoji_field_row_get_message (row), ==, "");
  kumoji_field_commit (GTK_ROOT (f->window));
  g_assert_cmpint (kumoji_record_get_integer (f->profile, "tolerance"), ==, 25);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "25 %");
  kumoji_history_undo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "5 %");
  kumoji_history_redo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "25 %");
}

static void
test_flag (Fixture *f, gconstpointer data)
{
  KumojiFieldRow *row = add_row (f, "digital-push");
  GtkSwitch *flag = GTK_SWITCH (kumoji_field_row_get_editor (row));

  g_assert_true (gtk_switch_get_active (flag));
  gtk_switch_set_active (flag, FALSE);
  g_assert_false (kumoji_record_get_flag (f->profile, "digital-push"));
  kumoji_history_undo (f->history);
  g_assert_true (gtk_switch_get_active (flag));
  kumoji_history_redo (f->history);
  g_assert_false (gtk_switch_get_active (flag));
}

static void
test_choice (Fixture *f, gconstpointer data)
{
  KumojiFieldRow *row = add_row (f, "confidentiality");
  GtkDropDown *drop_down =
    kumoji_field_picker_get_drop_down (KUMOJI_FIELD_PICKER (kumoji_field_row_get_editor (row)));

  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  gtk_drop_down_set_selected (drop_down, 2);
  g_assert_cmpstr (kumoji_record_get_text (f->profile, "confidentiality"), ==, "2");
  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_cmpstr (kumoji_record_get_text (f->profile, "confidentiality"), ==, "");
  kumoji_history_undo (f->history);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 2);
  kumoji_history_undo (f->history);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  kumoji_history_redo (f->history);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 2);
}

static void
test_date (Fixture *f, gconstpointer data)
{
  KumojiAssessment *round = kumoji_edit_ensure_round (f->project, "jssa-stage2", "");
  GtkWidget *row = kumoji_field_row_new ("date");
  GtkEditable *editable;

  gtk_list_box_append (GTK_LIST_BOX (f->list), row);
  kumoji_field_rows_bind (GTK_WIDGET (f->window), KUMOJI_RECORD (round), f->history);
  editable = get_editable (KUMOJI_FIELD_ROW (row));
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (editable, "令和８年１１月２０日");
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (round), "date"), ==, "");
  kumoji_field_commit (GTK_ROOT (f->window));
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (round), "date"), ==, "2026-11-20");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "2026-11-20");
  kumoji_history_seal (f->history);
  gtk_editable_set_text (editable, "2026-02-30");
  kumoji_field_commit (GTK_ROOT (f->window));
  g_assert_cmpstr (kumoji_field_row_get_message (KUMOJI_FIELD_ROW (row)), ==,
                   "Date: “2026-02-30” is no date; write it like 2026-11-20");
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (round), "date"), ==, "2026-11-20");
  kumoji_history_undo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "");
  g_assert_cmpstr (kumoji_field_row_get_message (KUMOJI_FIELD_ROW (row)), ==, "");
  kumoji_history_redo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "2026-11-20");
}

static void
test_bind (Fixture *f, gconstpointer data)
{
  KumojiFieldRow *row = add_row (f, "company");
  GtkWidget *stranger =
    g_object_new (KUMOJI_TYPE_FIELD_ROW, "field", "memo", "record-type", KUMOJI_TYPE_ANSWER, NULL);

  gtk_list_box_append (GTK_LIST_BOX (f->list), stranger);
  kumoji_field_rows_bind (GTK_WIDGET (f->window), NULL, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row)), ==, "");
  kumoji_field_rows_bind (GTK_WIDGET (f->window), f->profile, f->history);
  g_assert_true (kumoji_field_link_get_record (kumoji_field_row_get_link (row)) == f->profile);
  g_assert_null (
    kumoji_field_link_get_record (kumoji_field_row_get_link (KUMOJI_FIELD_ROW (stranger))));
  g_assert_true (kumoji_field_rows_find (GTK_WIDGET (f->window), "memo")
                 == KUMOJI_FIELD_ROW (stranger));
  g_assert_null (kumoji_field_rows_find (GTK_WIDGET (f->window), "none"));
}

static void
test_days (void)
{
  static const char *const days[][2] = {
    { "2026-11-20", "2026-11-20" },
    { "2026/1/2", "2026-01-02" },
    { " ２０２６．１１．２０ ", "2026-11-20" },
    { "20261120", "2026-11-20" },
    { "2026年11月20日", "2026-11-20" },
    { "令和元年5月1日", "2019-05-01" },
    { "R8.11.20", "2026-11-20" },
    { "h31/4/30", "2019-04-30" },
    { "20 Nov 2026", "2026-11-20" },
    { "", "" },
    { "2026-02-29", NULL },
    { "2024-02-29", "2024-02-29" },
    { "11", NULL },
    { "tomorrow", NULL },
    { "2026-11-20-1", NULL },
    { "123456789", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *iso = kumoji_day_to_iso (days[i][0]);
      g_assert_cmpstr (iso, ==, days[i][1]);
    }
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/fields/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("text", test_text);
  ADD ("text-too-long", test_text_too_long);
  ADD ("memo", test_memo);
  ADD ("integer", test_integer);
  ADD ("integer-refused", test_integer_refused);
  ADD ("flag", test_flag);
  ADD ("choice", test_choice);
  ADD ("date", test_date);
  ADD ("bind", test_bind);
#undef ADD
  g_test_add_func ("/fields/days", test_days);
  return harness_run ();
}
