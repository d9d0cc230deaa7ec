/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window and others on the same file: who has it open, and what they change in it. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-compare-dialog.h"
#include "app/kumoji-window-private.h"
#include "app/pages/kumoji-asset-cell.h"
#include "app/widgets/kumoji-field-entry.h"
#include "files/kumoji-project-file.h"

/* The first two are for everybody; whoever certainly has the file open cannot be pushed aside. */
static const KumojiReply held_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "copy", N_("Open a _copy"), ADW_RESPONSE_DEFAULT },
  { "read-only", N_("Open _read-only"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply unknown_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "anyway", N_("Open any_way"), ADW_RESPONSE_DESTRUCTIVE },
  { "copy", N_("Open a _copy"), ADW_RESPONSE_DEFAULT },
  { "read-only", N_("Open _read-only"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply compare_replies[] = {
  { "close", N_("_Close"), ADW_RESPONSE_DEFAULT },
  { "theirs", N_("_Take theirs"), ADW_RESPONSE_DEFAULT },
  { "mine", N_("_Keep mine"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply theirs_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "theirs", N_("_Show it"), ADW_RESPONSE_DESTRUCTIVE },
  { NULL },
};

/* --- Who has it open ---------------------------------------------------------------------- */

/* The window of this program that has the file, by whatever way the file was found. */
static KumojiWindow *
find_holder (KumojiWindow *self, const KumojiLock *holder)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (KUMOJI_IS_WINDOW (l->data) && l->data != self
        && kumoji_session_has_lock (kumoji_window_get_session (l->data), holder))
      return l->data;
  return NULL;
}

static void
holder_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiWindow *self = KUMOJI_WINDOW (source);
  g_autoptr (GFile) file = data;
  const char *reply = kumoji_ask_finish (result);

  self->asking = FALSE;
  if (g_str_equal (reply, "read-only"))
    kumoji_window_load (self, file, KUMOJI_OPENING_READ_ONLY);
  else if (g_str_equal (reply, "copy"))
    kumoji_window_load (self, file, KUMOJI_OPENING_COPY);
  else if (g_str_equal (reply, "anyway"))
    kumoji_window_load (self, file, KUMOJI_OPENING_ANYWAY);
}

/**
 * kumoji_window_ask_holder:
 * @self: a window
 * @file: a file that somebody else has open, as kumoji_session_get_holder() says
 *
 * Shows the window that has it, or asks how it shall be opened.
 */
void
kumoji_window_ask_holder (KumojiWindow *self, GFile *file)
{
  const KumojiLock *holder = kumoji_session_get_holder (self->session);
  KumojiWindow *other = find_holder (self, holder);
  KumojiOwnerState state = kumoji_owner_get_state (holder->owner);
  g_autofree char *name = kumoji_file_dup_name (file);
  g_autofree char *who = kumoji_lock_dup_sentence (holder);
  g_autofree char *body = NULL;

  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }
  body =
    state == KUMOJI_OWNER_UNKNOWN
      ? g_strdup_printf (_("%s: %s.\n\nWhether it is still in use there cannot be told from here. "
                            "Open it anyway only if you know that it is not."),
                         name, who)
      : g_strdup_printf (_(
                           "%s: %s.\n\nYou can read it here, or work on a copy and save that under "
                           "another name."),
                         name, who);
  self->asking = TRUE;
  kumoji_ask (GTK_WIDGET (self), _("Somebody else has the file open"), body,
              state == KUMOJI_OWNER_UNKNOWN ? unknown_replies : held_replies, "read-only",
              holder_cb, g_object_ref (file));
}

static void
open_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);
  g_autoptr (KumojiSnapshot) snapshot =
    kumoji_record_snapshot (KUMOJI_RECORD (kumoji_session_get_project (self->session)));
  g_autoptr (KumojiProject) project = kumoji_project_new_from_snapshot (snapshot);

  kumoji_session_begin (self->session, project);
}

/* --- What they change --------------------------------------------------------------------- */

static void
keep_mine_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);

  kumoji_window_commit_typing (self);
  kumoji_session_keep_mine (self->session);
}

/* What cannot be taken over can only be looked at. Whoever only reads it is not asked again why. */
static void
reload (KumojiWindow *self)
{
  gboolean held = kumoji_session_get_read_only (self->session) == KUMOJI_READ_ONLY_HELD;

  if (!kumoji_session_is_busy (self->session) && kumoji_session_get_file (self->session) != NULL)
    kumoji_window_load (self, kumoji_session_get_file (self->session),
                        held ? KUMOJI_OPENING_READ_ONLY : KUMOJI_OPENING_FREE);
}

static void
reload_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiWindow *self = KUMOJI_WINDOW (source);

  self->asking = FALSE;
  if (g_str_equal (kumoji_ask_finish (result), "theirs"))
    reload (self);
}

static void
say_taken (KumojiWindow *self)
{
  AdwToast *toast = adw_toast_new (_("This window says what the file says."));

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  kumoji_window_add_toast (self, toast);
}

/* What a newer Kumoji wrote is shown instead of this project: there is no step to undo that. */
static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (kumoji_session_take_theirs_finish (KUMOJI_SESSION (source), result, &error))
    say_taken (self);
  else if (g_error_matches (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NEWER))
    {
      self->asking = TRUE;
      kumoji_ask (GTK_WIDGET (self), _("Show what the file says?"),
                  _("A newer Kumoji wrote it, so that it can only be shown. Your changes that are "
                     "not saved yet, and the steps that could be undone, are lost for good."),
                  theirs_replies, "cancel", reload_cb, NULL);
    }
  else
    kumoji_tell (GTK_WIDGET (self), _("The file was not taken"), error->message);
}

static void
take_theirs_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);

  kumoji_window_commit_typing (self);
  if (self->asking || kumoji_session_is_busy (self->session)
      || kumoji_session_get_file (self->session) == NULL)
    return;
  if (kumoji_session_is_read_only (self->session))
    reload (self);
  else
    kumoji_session_take_theirs_async (self->session, taken_cb, g_object_ref (self));
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  const char *reply = kumoji_compare_dialog_finish (result);

  if (g_str_equal (reply, "mine"))
    gtk_widget_activate_action (widget, "win.keep-mine", NULL);
  else if (g_str_equal (reply, "theirs"))
    gtk_widget_activate_action (widget, "win.take-theirs", NULL);
}

static void
theirs_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiProject) theirs = kumoji_project_file_load_finish (result, NULL, &error);
  KumojiProject *mine = kumoji_session_get_project (self->session);

  if (theirs == NULL)
    kumoji_tell (GTK_WIDGET (self), _("The file cannot be compared"), error->message);
  else
    kumoji_compare_dialog_present (
      GTK_WINDOW (self), _("Compare with the file"), _("In the file"),
      kumoji_record_snapshot (KUMOJI_RECORD (theirs)), _("In this window"),
      kumoji_record_snapshot (KUMOJI_RECORD (mine)),
      kumoji_session_is_read_only (self->session) ? NULL : compare_replies, compared_cb, NULL);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);

  kumoji_window_commit_typing (self);
  if (kumoji_session_get_file (self->session) != NULL)
    kumoji_project_file_load_async (kumoji_session_get_file (self->session), KUMOJI_LOAD_NEWER,
                                    NULL, theirs_read_cb, g_object_ref (self));
}

static void
update_disk_bar (KumojiWindow *self)
{
  KumojiDisk disk = kumoji_session_get_disk (self->session);
  gboolean changed = disk == KUMOJI_DISK_CHANGED;
  gboolean modified = kumoji_session_is_modified (self->session);
  gboolean editable = !kumoji_session_is_read_only (self->session);

  if (disk == KUMOJI_DISK_GONE)
    gtk_label_set_label (self->disk_label,
                         editable
                           ? _("Somebody deleted or moved the file. Save to write it again.")
                           : _("Somebody deleted or moved the file."));
  else if (changed)
    gtk_label_set_label (self->disk_label,
                         modified ? _("Somebody else changed the file, and you have changes that "
                                       "are not saved yet.")
                                  : _("Somebody else changed the file. What is shown here is what "
                                       "it said before."));
  gtk_button_set_label (self->theirs_button, modified ? _("_Take theirs") : _("_Reload"));
  gtk_widget_set_visible (self->compare_button, changed);
  gtk_widget_set_visible (self->mine_button, changed && editable);
  gtk_widget_set_visible (GTK_WIDGET (self->theirs_button), changed);
  gtk_info_bar_set_revealed (self->disk_bar, disk != KUMOJI_DISK_SAME);
}

static void
update_read_only_bar (KumojiWindow *self)
{
  KumojiReadOnly why = kumoji_session_get_read_only (self->session);

  if (why == KUMOJI_READ_ONLY_NEWER)
    gtk_label_set_label (self->read_only_label,
                         _(
                           "A newer Kumoji wrote this file. It is only shown here, and stays as it "
                           "is. To edit it, install the newer version."));
  else if (why == KUMOJI_READ_ONLY_HELD)
    gtk_label_set_label (self->read_only_label,
                         _("Somebody else has this file open. It is only shown here. To work on "
                            "it, open a copy, or open it again later."));
  gtk_widget_set_visible (self->copy_button, why == KUMOJI_READ_ONLY_HELD);
  gtk_info_bar_set_revealed (self->read_only_bar, why != KUMOJI_READ_ONLY_NOT);
}

/**
 * kumoji_window_others_update:
 * @self: a window
 *
 * Says what others do with the file.
 */
void
kumoji_window_others_update (KumojiWindow *self)
{
  update_read_only_bar (self);
  update_disk_bar (self);
}

/* --- What is kept meanwhile --------------------------------------------------------------- */

static gboolean
is_ours (KumojiWindow *self, KumojiRecord *record)
{
  while (record != NULL && kumoji_record_get_parent (record) != NULL)
    record = kumoji_record_get_parent (record);
  return record == KUMOJI_RECORD (kumoji_session_get_project (self->session));
}

/* A cell that is open holds what its field says, until somebody types. */
static gboolean
says_else (KumojiRecord *record, const char *name, const char *text)
{
  const KumojiField *field = kumoji_record_get_field (record, name);
  g_auto (GValue) now = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), name, &now);
  return kumoji_field_parse (field, text, &value, NULL)
         && !kumoji_field_values_equal (field, &now, &value);
}

/**
 * kumoji_window_dup_typing:
 * @self: a window
 *
 * Returns: (transfer full) (nullable): what is typed where the focus is, and is not written into
 *   the project before the focus leaves
 */
KumojiTyping *
kumoji_window_dup_typing (KumojiWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *entry =
    focus != NULL ? gtk_widget_get_ancestor (focus, KUMOJI_TYPE_FIELD_ENTRY) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, KUMOJI_TYPE_ASSET_CELL) : NULL;
  g_autofree char *text = NULL;
  KumojiRecord *record = NULL;
  const char *field = NULL;

  if (entry != NULL)
    {
      KumojiFieldLink *link = kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (entry));

      record = link != NULL ? kumoji_field_link_get_record (link) : NULL;
      field = link != NULL ? kumoji_field_link_get_field (link) : NULL;
      text = kumoji_field_entry_dup_pending (KUMOJI_FIELD_ENTRY (entry));
    }
  else if (cell != NULL && kumoji_asset_cell_get_editor (KUMOJI_ASSET_CELL (cell)) != NULL)
    {
      record = KUMOJI_RECORD (kumoji_asset_cell_get_asset (KUMOJI_ASSET_CELL (cell)));
      field = kumoji_asset_cell_get_column (KUMOJI_ASSET_CELL (cell))->name;
      text = g_strdup (
        kumoji_cell_editor_get_text (kumoji_asset_cell_get_editor (KUMOJI_ASSET_CELL (cell))));
    }
  return record != NULL && text != NULL && is_ours (self, record) && says_else (record, field, text)
           ? kumoji_typing_new (record, field, text)
           : NULL;
}

static KumojiTyping *
typing_cb (gpointer data)
{
  return kumoji_window_dup_typing (KUMOJI_WINDOW (data));
}

static void
typed_cb (KumojiWindow *self)
{
  if (kumoji_session_is_read_only (self->session))
    return;
  kumoji_keeper_touch (kumoji_session_get_keeper (self->session));
  kumoji_window_queue_update (self);
}

/* What is typed starts the keeper's clock before it is a step of the history. */
static void
focus_cb (KumojiWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_EDITABLE (focus)
      && g_signal_handler_find (focus, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, (gpointer) typed_cb, NULL)
           == 0)
    g_signal_connect_object (focus, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

static void
active_cb (KumojiWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    kumoji_session_check_disk (self->session);
}

static void
kept_cb (KumojiWindow *self)
{
  self->told_failed = FALSE;
}

static void
keep_failed_cb (KumojiKeeper *keeper, const char *message, KumojiWindow *self)
{
  g_autofree char *text = NULL;

  if (self->told_failed)
    return;
  self->told_failed = TRUE;
  /* Translators: %s says why */
  text = g_strdup_printf (_("Unsaved changes are not safe from a crash: %s"), message);
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *markup = g_markup_escape_text (text, -1);
  adw_toast_set_title (toast, markup);
  adw_toast_set_timeout (toast, 0);
  kumoji_window_add_toast (self, toast);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiWindow) self = data;
  const KumojiLock *holder;
  g_autoptr (GError) error = NULL;
  g_autofree char *who = NULL;

  if (!kumoji_session_recover_finish (self->session, result, &error))
    {
      kumoji_tell (GTK_WIDGET (self), _("The project was not recovered"), error->message);
      return;
    }
  holder = kumoji_session_get_holder (self->session);
  if (holder == NULL)
    return;
  who = kumoji_lock_dup_sentence (holder);
  g_autofree char *body =
    g_strdup_printf (_("Its file is in use: %s. What was recovered is a new project here; save it "
                        "under another name."),
                     who);
  kumoji_tell (GTK_WIDGET (self), _("Recovered as a new project"), body);
}

/**
 * kumoji_window_recover:
 * @self: a window with nothing that could be lost
 * @id: of a recovery copy
 *
 * Opens what is in the copy.
 */
void
kumoji_window_recover (KumojiWindow *self, const char *id)
{
  kumoji_session_recover_async (self->session, id, recovered_cb, g_object_ref (self));
}

/**
 * kumoji_window_others_class_init:
 * @widget_class: the class of windows
 *
 * Installs the actions about others.
 */
void
kumoji_window_others_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-copy", NULL, open_copy_action);
  gtk_widget_class_install_action (widget_class, "win.keep-mine", NULL, keep_mine_action);
  gtk_widget_class_install_action (widget_class, "win.take-theirs", NULL, take_theirs_action);
  gtk_widget_class_install_action (widget_class, "win.compare-disk", NULL, compare_action);
}

/**
 * kumoji_window_others_init:
 * @self: a window
 */
void
kumoji_window_others_init (KumojiWindow *self)
{
  KumojiKeeper *keeper = kumoji_session_get_keeper (self->session);

  kumoji_keeper_set_typing (keeper, typing_cb, self);
  g_signal_connect_swapped (keeper, "kept", G_CALLBACK (kept_cb), self);
  g_signal_connect (keeper, "failed", G_CALLBACK (keep_failed_cb), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}
