/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence: what an answer names is opened only after a question, and hardly anything is at all.
 *
 * What the desktop is asked to open is seen by a program of the test, which the test's own home
 * names for all that it is tried with. */
#include "app-harness.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/pages/kumoji-evidence-row.h"
#include "files/kumoji-attachment.h"

#define OPENER                                                                                     \
  "[Desktop Entry]\nType=Application\nName=Opener\nExec=%s %%u\n"                                  \
  "MimeType=x-scheme-handler/https;x-scheme-handler/mailto;x-scheme-handler/smb;"                  \
  "x-scheme-handler/javascript;text/plain;application/x-shellscript;inode/directory;\n"
#define DEFAULTS                                                                                   \
  "[Default Applications]\nx-scheme-handler/https=opener.desktop\n"                                \
  "x-scheme-handler/mailto=opener.desktop\nx-scheme-handler/smb=opener.desktop\n"                  \
  "x-scheme-handler/javascript=opener.desktop\ntext/plain=opener.desktop\n"                        \
  "application/x-shellscript=opener.desktop\ninode/directory=opener.desktop\n"

typedef struct
{
  Harness harness;
  KumojiEvidenceRow *row;
  KumojiFieldLink *link;
} Fixture;

static char *
in_home (const char *name)
{
  return g_build_filename (g_getenv ("HOME"), name, NULL);
}

static void
write_in_home (const char *name, const char *text)
{
  g_autofree char *path = in_home (name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
make_opener (void)
{
  g_autofree char *opener = in_home ("opener");
  g_autofree char *log = in_home ("opened");
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\necho \"$1\" >>'%s'\n", log);
  g_autofree char *entry = g_strdup_printf (OPENER, opener);

  write_in_home ("opener", script);
  g_assert_cmpint (g_chmod (opener, 0700), ==, 0);
  write_in_home ("applications/opener.desktop", entry);
  write_in_home ("mimeapps.list", DEFAULTS);
}

/* All that was opened so far, a line each: GIO gives a file as its path. */
static char *
dup_opened (void)
{
  g_autofree char *log = in_home ("opened");
  char *text = NULL;

  return g_file_get_contents (log, &text, NULL, NULL) ? text : g_strdup ("");
}

static gboolean
has_opened (const char *uri)
{
  g_autofree char *opened = dup_opened ();
  g_autofree char *line = g_strconcat (uri, "\n", NULL);

  return g_str_equal (opened, line);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *log = in_home ("opened");

  g_remove (log);
  harness_set_up (&self->harness, data);
  harness_go (&self->harness, "checklists", "jssa-stage3-scope//2.1");
  self->row = harness_find (GTK_WIDGET (self->harness.window), KUMOJI_TYPE_EVIDENCE_ROW, 0);
  g_assert_nonnull (self->row);
  self->link =
    kumoji_field_row_get_link (harness_find (GTK_WIDGET (self->row), KUMOJI_TYPE_FIELD_ROW, 0));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  harness_tear_down (&self->harness, data);
}

static void
say (Fixture *self, const char *text)
{
  g_assert_true (kumoji_field_link_write (self->link, text));
  kumoji_field_link_seal (self->link);
  harness_settle ();
  g_assert_cmpstr (kumoji_field_link_get_text (self->link), ==, text);
}

/* The entry has a button of its own, for a calendar. */
static GtkWidget *
find_button (Fixture *self, const char *action)
{
  GtkWidget *button;
  guint i = 0;

  while ((button = harness_find (GTK_WIDGET (self->row), GTK_TYPE_BUTTON, i++)) != NULL)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
      return button;
  g_assert_not_reached ();
}

static GtkWidget *
get_open_button (Fixture *self)
{
  return find_button (self, "evidence.open");
}

static void
press (Fixture *self)
{
  g_assert_true (gtk_widget_get_visible (get_open_button (self)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->row), "evidence.open", NULL));
}

/* The question or the refusal, with the whole address. */
static AdwMessageDialog *
wait_for_dialog (Fixture *self, const char *heading, const char *address)
{
  AdwMessageDialog *dialog;
  GtkLabel *label;

  WAIT_UNTIL (harness_find_dialog (&self->harness) != NULL);
  dialog = harness_find_dialog (&self->harness);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, heading);
  g_assert_false (adw_message_dialog_get_body_use_markup (dialog));
  label = harness_find (adw_message_dialog_get_extra_child (dialog), GTK_TYPE_LABEL, 0);
  g_assert_cmpstr (gtk_label_get_label (label), ==, address);
  g_assert_false (gtk_label_get_use_markup (label));
  g_assert_false (gtk_label_get_use_underline (label));
  g_assert_cmpint (gtk_label_get_ellipsize (label), ==, PANGO_ELLIPSIZE_NONE);
  return dialog;
}

static void
answer (Fixture *self, AdwMessageDialog *dialog, const char *response)
{
  g_assert_true (adw_message_dialog_has_response (dialog, response));
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  harness_settle ();
}

/* Nothing but this was opened since the test began: the marker comes last. */
static void
assert_nothing_opened (Fixture *self)
{
  say (self, "https://marker.example/");
  press (self);
  answer (self, wait_for_dialog (self, "Open this web page?", "https://marker.example/"), "open");
  WAIT_UNTIL (has_opened ("https://marker.example/"));
}

static void
test_asks (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog;

  g_assert_false (gtk_widget_get_visible (get_open_button (self)));
  say (self, "第3条");
  g_assert_false (gtk_widget_get_visible (get_open_button (self)));
  say (self, "第3条 https://例え.jp/規程?a=1、別紙");
  press (self);
  dialog = wait_for_dialog (self, "Open this web page?", "https://xn--r8jz45g.jp/規程?a=1");
  /* Enter, Escape and the close button open nothing. */
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "cancel");
  g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "cancel");
  answer (self, dialog, "cancel");
  press (self);
  gtk_window_close (
    GTK_WINDOW (wait_for_dialog (self, "Open this web page?", "https://xn--r8jz45g.jp/規程?a=1")));
  WAIT_UNTIL (harness_find_dialog (&self->harness) == NULL);
  assert_nothing_opened (self);
}

static void
test_opens (Fixture *self, gconstpointer data)
{
  say (self, "担当 taro@example.co.jp");
  press (self);
  answer (self, wait_for_dialog (self, "Write to this mail address?", "mailto:taro@example.co.jp"),
          "open");
  WAIT_UNTIL (has_opened ("mailto:taro@example.co.jp"));
}

static void
assert_refused (Fixture *self, const char *address, const char *shown)
{
  AdwMessageDialog *dialog;

  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (self->row), "win.open-link", "s", address));
  dialog = wait_for_dialog (self, "This is not opened", shown);
  g_assert_false (adw_message_dialog_has_response (dialog, "open"));
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), !=, "");
  answer (self, dialog, "close");
}

static void
test_refuses (Fixture *self, gconstpointer data)
{
  g_autofree char *many = g_strnfill (5000, 'a');
  g_autofree char *host = g_strconcat ("https://", many, NULL);
  AdwMessageDialog *dialog;

  say (self, "smb://server/share");
  press (self);
  dialog = wait_for_dialog (self, "This is not opened", "smb://server/share");
  g_assert_false (adw_message_dialog_has_response (dialog, "open"));
  answer (self, dialog, "close");

  assert_refused (self, "javascript:alert(1)", "javascript:alert(1)");
  assert_refused (self, "https://good.example@evil.example/", "https://good.example@evil.example/");
  assert_refused (self,
                  "https://a.example/\xe2\x80\xae"
                  "fdp\n<b>&amp;</b>_x",
                  "https://a.example/‹U+202E›fdp‹U+000A›<b>&amp;</b>_x");
  assert_refused (self, "mailto:a@b.example?attach=/etc/passwd",
                  "mailto:a@b.example?attach=/etc/passwd");
  assert_refused (self, "file:///etc/passwd", "file:///etc/passwd");
  assert_refused (self, "file:../../etc/passwd", "file:../../etc/passwd");
  assert_refused (self, host, host);
  assert_refused (self, "", "");
  assert_nothing_opened (self);
}

/* What asks no question is as strict. */
static void
test_own_addresses (Fixture *self, gconstpointer data)
{
  static const char *const addresses[] = { "javascript:alert(1)", "smb://server/share",
                                           "file:///etc/passwd" };
  g_autoptr (GFile) file = harness_write (&self->harness, "report.txt", "x");
  g_autofree char *address = kumoji_attachment_compose (file, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_assert_true (
        gtk_widget_activate_action (GTK_WIDGET (self->row), "win.show-uri", "s", addresses[i]));
      answer (self, wait_for_dialog (self, "This is not opened", addresses[i]), "close");
    }
  g_assert_true (kumoji_attachment_remember (file, NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->row), "win.show-uri", "s", address));
  WAIT_UNTIL (has_opened (g_file_peek_path (file)));
}

static void
test_several (Fixture *self, gconstpointer data)
{
  GtkWidget *popover;

  say (self, "https://a_b.example/ https://c.example/");
  press (self);
  popover = harness_find (get_open_button (self), GTK_TYPE_POPOVER_MENU, 0);
  g_assert_nonnull (popover);
  WAIT_UNTIL (gtk_widget_get_visible (popover));
  g_assert_null (harness_find_dialog (&self->harness));
  g_assert_cmpint (g_menu_model_get_n_items (
                     gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover))),
                   ==, 2);
  gtk_popover_popdown (GTK_POPOVER (popover));
  WAIT_UNTIL (!gtk_widget_get_visible (popover));
  assert_nothing_opened (self);
}

static void
attach (Fixture *self, GFile *file)
{
  kumoji_evidence_row_attach (self->row, file);
  harness_settle ();
}

static void
test_attach (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (&self->harness, "一 覧.txt", "x");
  g_autofree char *address = kumoji_attachment_compose (file, NULL);
  g_autofree char *both = g_strconcat ("別紙 ", address, NULL);

  say (self, "別紙");
  attach (self, file);
  g_assert_cmpstr (kumoji_field_link_get_text (self->link), ==, both);
  attach (self, file);
  g_assert_cmpstr (kumoji_field_link_get_text (self->link), ==, both);

  harness_activate (&self->harness, "win.undo");
  g_assert_cmpstr (kumoji_field_link_get_text (self->link), ==, "別紙");
  harness_activate (&self->harness, "win.redo");
  g_assert_cmpstr (kumoji_field_link_get_text (self->link), ==, both);

  press (self);
  answer (self, wait_for_dialog (self, "Open this file?", g_file_peek_path (file)), "cancel");
  press (self);
  answer (self, wait_for_dialog (self, "Open this file?", g_file_peek_path (file)), "open");
  WAIT_UNTIL (has_opened (g_file_peek_path (file)));
}

static void
test_attach_beside_the_project (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (&self->harness, "a.txt", "x");
  g_autoptr (GFile) project =
    harness_write (&self->harness, "plan.kumoji.json",
                   "{ \"format\": \"kumoji-project\", \"version\": 1, \"id\": \"p\" }");

  kumoji_window_open (self->harness.window, project);
  WAIT_UNTIL (harness_get_state (&self->harness) == KUMOJI_SESSION_SAVED);
  harness_go (&self->harness, "checklists", "jssa-stage3-scope//2.1");
  attach (self, file);
  g_assert_cmpstr (kumoji_field_link_get_text (self->link), ==, "file:a.txt");
  press (self);
  answer (self, wait_for_dialog (self, "Open this file?", g_file_peek_path (file)), "open");
  WAIT_UNTIL (has_opened (g_file_peek_path (file)));
}

static void
test_program (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (&self->harness, "run.sh", "#!/bin/sh\n");

  attach (self, file);
  press (self);
  answer (self, wait_for_dialog (self, "Show this file in its folder?", g_file_peek_path (file)),
          "open");
  WAIT_UNTIL (has_opened (self->harness.folder));
}

static void
test_remote (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("smb://server/share/a.txt");
  AdwMessageDialog *dialog;

  attach (self, file);
  dialog = harness_find_dialog (&self->harness);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The file was not attached");
  answer (self, dialog, "close");
  g_assert_cmpstr (kumoji_field_link_get_text (self->link), ==, "");
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) project = harness_write (
    &self->harness, "newer.kumoji.json",
    "{ \"format\": \"kumoji-project\", \"version\": 99, \"id\": \"p\", \"assessments\": [ "
    "{ \"id\": \"r\", \"catalog\": \"jssa-stage3-scope\", \"answers\": [ "
    "{ \"id\": \"2.1\", \"answer\": \"yes\", \"evidence\": \"https://a.example/\" } ] } ] }");

  kumoji_window_open (self->harness.window, project);
  WAIT_UNTIL (harness_get_state (&self->harness) == KUMOJI_SESSION_READ_ONLY);
  harness_go (&self->harness, "checklists", "jssa-stage3-scope//2.1");
  g_assert_false (gtk_widget_is_sensitive (find_button (self, "evidence.attach")));
  press (self);
  answer (self, wait_for_dialog (self, "Open this web page?", "https://a.example/"), "open");
  WAIT_UNTIL (has_opened ("https://a.example/"));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  make_opener ();
#define ADD(path, test) g_test_add ("/app/evidence/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("asks", test_asks);
  ADD ("opens", test_opens);
  ADD ("refuses", test_refuses);
  ADD ("own-addresses", test_own_addresses);
  ADD ("several", test_several);
  ADD ("attach", test_attach);
  ADD ("attach-beside-the-project", test_attach_beside_the_project);
  ADD ("program", test_program);
  ADD ("remote", test_remote);
  ADD ("read-only", test_read_only);
#undef ADD
  return harness_run ();
}
