/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backups dialog: the saved versions of a project, to compare, to restore, to open beside. */
#include "config.h"

#include "app/kumoji-backups-dialog.h"

#include <glib/gi18n.h>

#include "app/kumoji-backup-row.h"
#include "app/kumoji-compare-dialog.h"
#include "files/kumoji-project-file.h"
#include "project/kumoji-takeover.h"

/* What a version is read for. */
typedef enum
{
  PURPOSE_COUNT,
  PURPOSE_COMPARE,
  PURPOSE_RESTORE,
  PURPOSE_OPEN,
} Purpose;

struct _KumojiBackupsDialog
{
  AdwWindow parent_instance;

  KumojiWindow *window; /* over which we stand; goes after us */
  GCancellable *cancellable;
  guint n_running;

  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *actions_bar;
};

static const KumojiReply compare_replies[] = {
  { "close", N_("_Close"), ADW_RESPONSE_DEFAULT },
  { "restore", N_("_Restore"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply look_replies[] = {
  { "close", N_("_Close"), ADW_RESPONSE_DEFAULT },
  { NULL },
};

G_DEFINE_FINAL_TYPE (KumojiBackupsDialog, kumoji_backups_dialog, ADW_TYPE_WINDOW)

static void read_version (KumojiBackupsDialog *self, GtkListBoxRow *row, Purpose purpose);

static KumojiProject *
project_of (KumojiBackupsDialog *self)
{
  return kumoji_session_get_project (kumoji_window_get_session (self->window));
}

static gboolean
may_restore (KumojiBackupsDialog *self)
{
  return !kumoji_session_is_read_only (kumoji_window_get_session (self->window));
}

static void
update_actions (KumojiBackupsDialog *self)
{
  gboolean selected = gtk_list_box_get_selected_row (self->list) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.compare", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.open", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.restore",
                                 selected && may_restore (self));
}

/* --- What is done with a version -------------------------------------------------------------- */

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiBackupsDialog *self = KUMOJI_BACKUPS_DIALOG (source);

  if (g_str_equal (kumoji_compare_dialog_finish (result), "restore"))
    gtk_widget_activate_action (GTK_WIDGET (self), "backups.restore", NULL);
}

static void
compare (KumojiBackupsDialog *self, const KumojiBackup *backup, KumojiProject *version)
{
  g_autofree char *date = kumoji_backup_dup_date (backup);
  /* Translators: %s is a date with the time */
  g_autofree char *name = g_strdup_printf (_("Saved on %s"), date);

  kumoji_compare_dialog_present (GTK_WINDOW (self), _("Compare with a backup"), name,
                                 kumoji_record_snapshot (KUMOJI_RECORD (version)),
                                 _("In this window"),
                                 kumoji_record_snapshot (KUMOJI_RECORD (project_of (self))),
                                 may_restore (self) ? compare_replies : look_replies, compared_cb,
                                 NULL);
}

static void
restore (KumojiBackupsDialog *self, const KumojiBackup *backup, KumojiProject *version)
{
  g_autofree char *date = kumoji_backup_dup_date (backup);
  /* Translators: %s is a date with the time */
  g_autofree char *text = g_strdup_printf (_("What was saved on %s is here again."), date);
  AdwToast *toast = adw_toast_new (text);

  kumoji_takeover (project_of (self), version, _("Restore backup"));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  kumoji_window_add_toast (self->window, toast);
  gtk_window_close (GTK_WINDOW (self));
}

/* A project of its own: saving it asks for a place, and never overwrites the one beside it. */
static void
open_beside (KumojiBackupsDialog *self, KumojiProject *version)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  KumojiWindow *window = kumoji_window_new (KUMOJI_APPLICATION (application));

  kumoji_session_begin (kumoji_window_get_session (window), version);
  gtk_window_close (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

/* --- Reading, in a thread --------------------------------------------------------------------- */

/* No widget in it: the thread may be the last that holds it. */
typedef struct
{
  GWeakRef dialog;
  KumojiSnapshot *now;
  KumojiBackup *backup;
  int row;
  Purpose purpose;
  KumojiProject *version;
  guint n_differences;
} Reading;

static void
reading_free (Reading *reading)
{
  g_weak_ref_clear (&reading->dialog);
  kumoji_snapshot_free (reading->now);
  g_clear_pointer (&reading->backup, kumoji_backup_free);
  g_clear_object (&reading->version);
  g_free (reading);
}

static GTask *
reading_new (KumojiBackupsDialog *self, Reading **reading, GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (NULL, self->cancellable, callback, NULL);

  *reading = g_new0 (Reading, 1);
  g_weak_ref_init (&(*reading)->dialog, self);
  (*reading)->now = kumoji_record_snapshot (KUMOJI_RECORD (project_of (self)));
  g_task_set_task_data (task, *reading, (GDestroyNotify) reading_free);
  self->n_running++;
  return task;
}

/* The dialog that waits for @result; NULL where it was closed meanwhile. */
static KumojiBackupsDialog *
ref_dialog (GAsyncResult *result)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  KumojiBackupsDialog *self = g_weak_ref_get (&reading->dialog);

  if (self == NULL)
    return NULL;
  self->n_running--;
  if (g_cancellable_is_cancelled (self->cancellable))
    g_clear_object (&self);
  return self;
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = kumoji_backup_read (reading->backup, &error);

  if (bytes != NULL)
    reading->version = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, &error);
  if (reading->version == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (reading->purpose == PURPOSE_COUNT)
    {
      g_autoptr (KumojiProject) now = kumoji_project_new_from_snapshot (reading->now);
      g_autoptr (GPtrArray) differences =
        kumoji_differences_new (reading->version, now, kumoji_project_get_library (now),
                                kumoji_language_get_default ());
      reading->n_differences = differences->len;
    }
  g_task_return_boolean (task, TRUE);
}

/* One after the other, from the newest: what somebody looks for is rarely the oldest. */
static void
counted (KumojiBackupsDialog *self, Reading *reading, const GError *error)
{
  KumojiBackupRow *row =
    KUMOJI_BACKUP_ROW (gtk_list_box_get_row_at_index (self->list, reading->row));

  if (error != NULL)
    kumoji_backup_row_set_problem (row, error->message);
  else
    kumoji_backup_row_set_differences (row, reading->n_differences);
  read_version (self, gtk_list_box_get_row_at_index (self->list, reading->row + 1), PURPOSE_COUNT);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiBackupsDialog) self = ref_dialog (result);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self == NULL)
    return;
  if (reading->purpose == PURPOSE_COUNT)
    counted (self, reading, error);
  else if (error != NULL)
    kumoji_tell (GTK_WIDGET (self), _("The backup was not read"), error->message);
  else if (reading->purpose == PURPOSE_COMPARE)
    compare (self, reading->backup, reading->version);
  else if (reading->purpose == PURPOSE_RESTORE)
    restore (self, reading->backup, reading->version);
  else
    open_beside (self, reading->version);
}

static void
read_version (KumojiBackupsDialog *self, GtkListBoxRow *row, Purpose purpose)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  if (row == NULL)
    return;
  task = reading_new (self, &reading, read_cb);
  reading->backup = kumoji_backup_copy (kumoji_backup_row_get_backup (KUMOJI_BACKUP_ROW (row)));
  reading->row = gtk_list_box_row_get_index (row);
  reading->purpose = purpose;
  g_task_run_in_thread (task, read_thread);
}

static void
list_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task,
                         kumoji_backups_list (
                           kumoji_snapshot_get_id (((Reading *) task_data)->now)),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiBackupsDialog) self = ref_dialog (result);
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkListBoxRow *first;
  GFile *file;

  if (self == NULL || backups == NULL)
    return;
  file = kumoji_session_get_file (kumoji_window_get_session (self->window));
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list,
                         kumoji_backup_row_new (kumoji_backup_copy (backups->pdata[i]), file));
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "backups" : "empty");
  gtk_widget_set_visible (self->actions_bar, backups->len > 0);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, first);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  read_version (self, first, PURPOSE_COUNT);
}

/* --- The dialog ------------------------------------------------------------------------------- */

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiBackupsDialog *self = KUMOJI_BACKUPS_DIALOG (widget);

  read_version (self, gtk_list_box_get_selected_row (self->list), PURPOSE_COMPARE);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiBackupsDialog *self = KUMOJI_BACKUPS_DIALOG (widget);

  read_version (self, gtk_list_box_get_selected_row (self->list), PURPOSE_RESTORE);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiBackupsDialog *self = KUMOJI_BACKUPS_DIALOG (widget);

  read_version (self, gtk_list_box_get_selected_row (self->list), PURPOSE_OPEN);
}

static void
row_activated_cb (KumojiBackupsDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "backups.compare", NULL);
}

static gboolean
kumoji_backups_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (KUMOJI_BACKUPS_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (kumoji_backups_dialog_parent_class)->close_request (window);
}

static void
kumoji_backups_dialog_finalize (GObject *object)
{
  KumojiBackupsDialog *self = KUMOJI_BACKUPS_DIALOG (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (kumoji_backups_dialog_parent_class)->finalize (object);
}

static void
kumoji_backups_dialog_class_init (KumojiBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_backups_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kumoji_backups_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiBackupsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, KumojiBackupsDialog, actions_bar);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_install_action (widget_class, "backups.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "backups.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "backups.open", NULL, open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_backups_dialog_init (KumojiBackupsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_backups_dialog_new:
 * @window: whose project it is about
 *
 * Lists the versions, and counts in another thread in how much each differs from now.
 *
 * Returns: (transfer none): a dialog, to be presented
 */
KumojiBackupsDialog *
kumoji_backups_dialog_new (KumojiWindow *window)
{
  KumojiBackupsDialog *self =
    g_object_new (KUMOJI_TYPE_BACKUPS_DIALOG, "transient-for", window, NULL);
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  self->window = window;
  update_actions (self);
  task = reading_new (self, &reading, listed_cb);
  g_task_run_in_thread (task, list_thread);
  return self;
}

/**
 * kumoji_backups_dialog_is_busy:
 * @self: a dialog
 *
 * Returns: whether versions are being listed or read
 */
gboolean
kumoji_backups_dialog_is_busy (KumojiBackupsDialog *self)
{
  return self->n_running > 0;
}
