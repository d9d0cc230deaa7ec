/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's files: new, open, save, and what is asked before changes would be lost. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-chooser.h"
#include "app/kumoji-problems.h"
#include "app/kumoji-recent.h"
#include "app/kumoji-window-private.h"
#include "files/kumoji-project-file.h"
#include "files/kumoji-sample.h"

static const KumojiReply unsaved_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "discard", N_("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
  { "save", N_("_Save"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply changed_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "compare", N_("Com_pare…"), ADW_RESPONSE_DEFAULT },
  { "overwrite", N_("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
  { "save-as", N_("Save _as…"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply taken_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "compare", N_("Com_pare…"), ADW_RESPONSE_DEFAULT },
  { "anyway", N_("Save any_way"), ADW_RESPONSE_DESTRUCTIVE },
  { "save-as", N_("Save _as…"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply failed_replies[] = {
  { "cancel", N_("_Close"), ADW_RESPONSE_DEFAULT },
  { "save-as", N_("Save _as…"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static void ask_place (KumojiWindow *self);
static void save_to (KumojiWindow *self, GFile *file, KumojiSaving saving);
static void choose (KumojiWindow *self);

/* --- What was asked for, once nothing can be lost any more ------------------------------- */

static void
begin (KumojiWindow *self, const char *template_name, const char *page, const char *target)
{
  g_autoptr (KumojiProject) project =
    kumoji_sample_new (template_name, kumoji_language_get_default ());

  kumoji_session_begin (self->session, project);
  kumoji_window_go_to (self, page, target);
}

static void
go_on (KumojiWindow *self)
{
  KumojiNext next = self->next;
  g_autoptr (GFile) file = g_steal_pointer (&self->next_file);

  self->next = KUMOJI_NEXT_NOTHING;
  switch (next)
    {
    case KUMOJI_NEXT_NOTHING:
      break;
    case KUMOJI_NEXT_BEGIN:
      begin (self, KUMOJI_SAMPLE_BLANK, "company", "company");
      break;
    case KUMOJI_NEXT_CHOOSE:
      choose (self);
      break;
    case KUMOJI_NEXT_LOAD:
      kumoji_window_load (self, file, KUMOJI_OPENING_FREE);
      break;
    case KUMOJI_NEXT_SAMPLE:
      begin (self, KUMOJI_SAMPLE_COMPANY, "overview", "");
      break;
    case KUMOJI_NEXT_CLOSE:
      self->may_close = TRUE;
      kumoji_session_close (self->session);
      gtk_window_close (GTK_WINDOW (self));
      break;
    }
}

static void
give_up (KumojiWindow *self)
{
  self->next = KUMOJI_NEXT_NOTHING;
  g_clear_object (&self->next_file);
}

static void
unsaved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiWindow *self = KUMOJI_WINDOW (source);
  const char *reply = kumoji_ask_finish (result);

  self->asking = FALSE;
  if (g_str_equal (reply, "discard"))
    go_on (self);
  else if (g_str_equal (reply, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
  else
    give_up (self);
}

/* Does @next at once where nothing is lost by it, and asks before it would be. */
static void
do_next (KumojiWindow *self, KumojiNext next, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;

  if (self->asking || kumoji_session_get_state (self->session) == KUMOJI_SESSION_LOADING)
    return;
  self->next = next;
  g_set_object (&self->next_file, file);
  kumoji_window_commit_typing (self);
  if (kumoji_session_get_state (self->session) == KUMOJI_SESSION_SAVING)
    return; /* saved_cb() comes back to it */
  if (!kumoji_session_is_modified (self->session))
    {
      go_on (self);
      return;
    }
  self->asking = TRUE;
  name = kumoji_session_dup_file_name (self->session);
  body = g_strdup_printf (_("“%s” holds changes that are in no file yet. Discarded changes are "
                             "lost for good."),
                          name);
  kumoji_ask (GTK_WIDGET (self), _("Save changes?"), body, unsaved_replies, "save", unsaved_cb,
              NULL);
}

/* --- Reading -------------------------------------------------------------------------------- */

static void
show_problems_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);
  g_autoptr (GPtrArray) problems = kumoji_session_dup_problems (self->session);

  kumoji_tell_lines (GTK_WIDGET (self), _("Values that cannot be right"),
                     _("They were set aside and stay in the file as they are, until a right value "
                        "is entered in their place."),
                     kumoji_problems_new (problems, kumoji_session_get_project (self->session)));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiWindow) self = data;
  g_autoptr (GFile) file = g_steal_pointer (&self->next_file);
  g_autoptr (GError) error = NULL;

  if (kumoji_session_load_finish (self->session, result, &error))
    {
      if (kumoji_session_get_file (self->session) != NULL)
        kumoji_recent_add (kumoji_session_get_file (self->session));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    kumoji_window_ask_holder (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    kumoji_tell (GTK_WIDGET (self), _("The project was not opened"), error->message);
}

/**
 * kumoji_window_load:
 * @self: a window with nothing that could be lost
 * @file: a project's file
 * @opening: what for
 */
void
kumoji_window_load (KumojiWindow *self, GFile *file, KumojiOpening opening)
{
  g_set_object (&self->next_file, file);
  kumoji_session_load_async (self->session, file, opening, loaded_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiWindow *self = KUMOJI_WINDOW (source);
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    do_next (self, KUMOJI_NEXT_LOAD, file);
}

static void
choose (KumojiWindow *self)
{
  kumoji_chooser_open (GTK_WIDGET (self), _("Open a project"), &kumoji_file_kind_project,
                       chosen_cb, NULL);
}

/* --- Writing -------------------------------------------------------------------------------- */

/* Whether somebody else has the very file open that this window has. */
static gboolean
is_taken (KumojiWindow *self)
{
  const KumojiLock *holder = kumoji_session_get_holder (self->session);

  return holder != NULL && kumoji_session_has_lock (self->session, holder);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiWindow *self = KUMOJI_WINDOW (source);
  g_autoptr (GFile) file = data;
  const char *reply = kumoji_ask_finish (result);

  self->asking = FALSE;
  /* Whoever has the file open was asked about before. */
  if (g_str_equal (reply, "overwrite"))
    save_to (self, file, KUMOJI_SAVING_OVERWRITE | (is_taken (self) ? KUMOJI_SAVING_UNLOCKED : 0));
  else if (g_str_equal (reply, "anyway"))
    save_to (self, file, KUMOJI_SAVING_UNLOCKED);
  else if (g_str_equal (reply, "save-as"))
    ask_place (self);
  else
    give_up (self);
  if (g_str_equal (reply, "compare"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.compare-disk", NULL);
}

static void
failed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiWindow *self = KUMOJI_WINDOW (source);

  self->asking = FALSE;
  if (g_str_equal (kumoji_ask_finish (result), "save-as"))
    ask_place (self);
  else
    give_up (self);
}

/* Our lock was taken away, e.g. because this computer slept and seemed to be gone. */
static void
ask_taken (KumojiWindow *self, const char *who)
{
  g_autofree char *body = g_strdup_printf (
    /* Translators: %s is the file and who has it open since when */
    _("%s.\n\nIf you save as well, each of you overwrites what the other one writes. Talk to each "
       "other, or save your version under another name."),
    who);

  self->asking = TRUE;
  kumoji_ask (GTK_WIDGET (self), _("Somebody else opened the file meanwhile"), body, taken_replies,
              "save-as", changed_cb, g_object_ref (kumoji_session_get_file (self->session)));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiWindow) self = data;
  KumojiSession *session = KUMOJI_SESSION (source);
  g_autoptr (GError) error = NULL;

  if (kumoji_session_save_finish (session, result, &error))
    {
      kumoji_recent_add (kumoji_session_get_file (session));
      /* What was typed meanwhile is not in the file: ask again. */
      if (self->next != KUMOJI_NEXT_NOTHING)
        do_next (self, self->next, self->next_file);
      return;
    }
  if (g_error_matches (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_CHANGED))
    {
      self->asking = TRUE;
      kumoji_ask (GTK_WIDGET (self), _("Somebody else changed the file"), error->message,
                  changed_replies, "save-as", changed_cb,
                  g_object_ref (kumoji_session_get_file (session)));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY) && is_taken (self))
    {
      ask_taken (self, error->message);
      return;
    }
  /* What waits until it is saved waits on: the project may go to another place. */
  self->asking = TRUE;
  kumoji_ask (GTK_WIDGET (self), _("The project was not saved"), error->message, failed_replies,
              "save-as", failed_cb, NULL);
}

static void
save_to (KumojiWindow *self, GFile *file, KumojiSaving saving)
{
  kumoji_history_seal (kumoji_project_get_history (kumoji_session_get_project (self->session)));
  kumoji_session_save_async (self->session, file, saving, saved_cb, g_object_ref (self));
}

static void
place_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiWindow *self = KUMOJI_WINDOW (source);
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    save_to (self, file, KUMOJI_SAVING_OVERWRITE);
  else
    give_up (self);
}

static void
ask_place (KumojiWindow *self)
{
  const char *company = kumoji_project_get_company (kumoji_session_get_project (self->session));

  kumoji_chooser_save (GTK_WIDGET (self), _("Save the project"), &kumoji_file_kind_project,
                       *company != '\0' ? company : _("New project"),
                       kumoji_session_get_file (self->session), place_cb, NULL);
}

/* --- Actions ------------------------------------------------------------------------------ */

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_next (KUMOJI_WINDOW (widget), KUMOJI_NEXT_BEGIN, NULL);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_next (KUMOJI_WINDOW (widget), KUMOJI_NEXT_CHOOSE, NULL);
}

static void
open_sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_next (KUMOJI_WINDOW (widget), KUMOJI_NEXT_SAMPLE, NULL);
}

static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  do_next (KUMOJI_WINDOW (widget), KUMOJI_NEXT_LOAD, file);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);
  GFile *file = kumoji_session_get_file (self->session);

  kumoji_window_commit_typing (self);
  if (file != NULL)
    save_to (self, file, KUMOJI_SAVING_CAREFULLY);
  else
    ask_place (self);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_window_commit_typing (KUMOJI_WINDOW (widget));
  ask_place (KUMOJI_WINDOW (widget));
}

/* A sheet is no project: it goes into the register of the one that is open. */
static gboolean
drop_sheet (KumojiWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (kumoji_session_is_read_only (self->session))
    return FALSE;
  kumoji_window_go_to (self, "assets", "");
  return gtk_widget_activate_action (GTK_WIDGET (kumoji_window_get_pane (self, "assets")),
                                     "asset.import-uri", "s", uri);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KumojiWindow *self)
{
  const GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  if (kumoji_chooser_is_of_kind (files->data, &kumoji_file_kind_csv))
    return drop_sheet (self, files->data);
  do_next (self, KUMOJI_NEXT_LOAD, files->data);
  return TRUE;
}

static void
recent_changed_cb (KumojiWindow *self)
{
  kumoji_recent_fill_menu (self->recent_menu);
}

/**
 * kumoji_window_files_class_init:
 * @widget_class: the class of windows
 *
 * Installs the actions that read and write files.
 */
void
kumoji_window_files_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.show-problems", NULL, show_problems_action);
}

/**
 * kumoji_window_files_init:
 * @self: a window
 */
void
kumoji_window_files_init (KumojiWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);
}

/**
 * kumoji_window_files_update:
 * @self: a window
 *
 * Says which of the actions can be used, and what is worth knowing about the file.
 */
void
kumoji_window_files_update (KumojiWindow *self)
{
  KumojiSessionState state = kumoji_session_get_state (self->session);
  gboolean idle = !kumoji_session_is_busy (self->session);
  gboolean read_only = kumoji_session_is_read_only (self->session);
  g_autoptr (GPtrArray) problems = kumoji_session_dup_problems (self->session);
  g_autoptr (KumojiTyping) typing = kumoji_window_dup_typing (self);
  g_autofree char *text = NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  /* What is typed and written nowhere yet is saved along, even where nothing else is. */
  gtk_widget_action_set_enabled (widget, "win.save",
                                 idle && !read_only
                                   && (typing != NULL || state == KUMOJI_SESSION_UNSAVED
                                       || state == KUMOJI_SESSION_MODIFIED));
  gtk_widget_action_set_enabled (widget, "win.save-as",
                                 idle && !read_only && state != KUMOJI_SESSION_BLANK);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), state != KUMOJI_SESSION_LOADING);

  text = g_strdup_printf (ngettext ("%u value in this file cannot be right. It was set aside.",
                                    "%u values in this file cannot be right. They were set aside.",
                                    problems->len),
                          problems->len);
  gtk_label_set_label (self->problems_label, text);
  gtk_info_bar_set_revealed (self->problems_bar, problems->len > 0);
}

/**
 * kumoji_window_commit_typing:
 * @self: a window
 *
 * An entry takes what was typed when the focus leaves it: this makes it so before the project is
 * saved or left, and gives the focus back.
 */
void
kumoji_window_commit_typing (KumojiWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)))
    return;
  g_object_ref (focus);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (gtk_widget_get_root (focus) == GTK_ROOT (self))
    {
      if (GTK_IS_TEXT (focus))
        gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
      else
        gtk_widget_grab_focus (focus);
    }
  g_object_unref (focus);
}

/**
 * kumoji_window_confirm_close:
 * @self: a window that is asked to close
 *
 * Returns: whether it may; else the user is being asked, and it closes by itself if that is wanted
 */
gboolean
kumoji_window_confirm_close (KumojiWindow *self)
{
  if (self->may_close)
    return TRUE;
  kumoji_window_commit_typing (self);
  if (!kumoji_session_is_modified (self->session)
      && kumoji_session_get_state (self->session) != KUMOJI_SESSION_SAVING)
    {
      kumoji_session_close (self->session);
      return TRUE;
    }
  do_next (self, KUMOJI_NEXT_CLOSE, NULL);
  return FALSE;
}

/**
 * kumoji_window_open:
 * @self: a window
 * @file: a project's file
 *
 * Opens it in place of the project that is open; unsaved changes are asked about first.
 */
void
kumoji_window_open (KumojiWindow *self, GFile *file)
{
  do_next (self, KUMOJI_NEXT_LOAD, file);
}
