/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recovery window: offers what programs left behind that ended before it was saved. */
#include "config.h"

#include "app/kumoji-recovery-window.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-compare-dialog.h"
#include "app/kumoji-recovery-row.h"

struct _KumojiRecoveryWindow
{
  AdwWindow parent_instance;

  GPtrArray *found;          /* of KumojiRecovered */
  KumojiRecoveryRow *asking; /* which is being asked about */

  GtkListBox *list;
  GtkLabel *broken_label;
  GtkWidget *later_button;
};

G_DEFINE_FINAL_TYPE (KumojiRecoveryWindow, kumoji_recovery_window, ADW_TYPE_WINDOW)

static const KumojiReply discard_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "discard", N_("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
  { NULL },
};

static const KumojiReply compare_replies[] = {
  { "close", N_("_Close"), ADW_RESPONSE_DEFAULT },
  { "recover", N_("_Recover"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

/* With the last row the window goes, too. */
static void
remove_row (KumojiRecoveryWindow *self, KumojiRecoveryRow *row)
{
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

/* Whether the copy may take the place of what the window shows: nothing yet, or the very file as it
 * was saved. */
static gboolean
may_take (KumojiWindow *window, GFile *file)
{
  KumojiSession *session = kumoji_window_get_session (window);
  GFile *shown = kumoji_session_get_file (session);

  if (kumoji_session_is_busy (session))
    return FALSE;
  return kumoji_session_get_state (session) == KUMOJI_SESSION_BLANK
         || (shown != NULL && file != NULL && g_file_equal (shown, file)
             && !kumoji_session_is_modified (session));
}

static KumojiWindow *
find_place (KumojiRecoveryWindow *self, GFile *file)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkApplication *application = gtk_window_get_application (parent);
  KumojiWindow *window;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (KUMOJI_IS_WINDOW (l->data) && may_take (l->data, file))
      return l->data;
  window = kumoji_window_new (KUMOJI_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
recover (KumojiRecoveryWindow *self, KumojiRecoveryRow *row)
{
  const KumojiRecovery *copy = kumoji_recovery_row_get_recovered (row)->copy;

  kumoji_window_recover (find_place (self, copy->file), copy->id);
  remove_row (self, row);
}

static void
discard_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiRecoveryWindow *self = KUMOJI_RECOVERY_WINDOW (source);
  KumojiRecoveryRow *row = g_steal_pointer (&self->asking);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (kumoji_ask_finish (result), "discard"))
    return;
  if (kumoji_recovery_remove (kumoji_recovery_row_get_recovered (row)->copy->id, &error))
    remove_row (self, row);
  else
    kumoji_tell (GTK_WIDGET (self), _("The copy was not deleted"), error->message);
}

static void
ask_discard (KumojiRecoveryWindow *self, KumojiRecoveryRow *row)
{
  self->asking = row;
  kumoji_ask (GTK_WIDGET (self), _("Discard these changes?"),
              _(
                "They are in no file, and are lost for good. The file stays as it was saved last."),
              discard_replies, "cancel", discard_cb, NULL);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiRecoveryWindow *self = KUMOJI_RECOVERY_WINDOW (source);
  KumojiRecoveryRow *row = g_steal_pointer (&self->asking);

  if (g_str_equal (kumoji_compare_dialog_finish (result), "recover"))
    recover (self, row);
}

static void
compare (KumojiRecoveryWindow *self, KumojiRecoveryRow *row)
{
  KumojiRecovered *recovered = kumoji_recovery_row_get_recovered (row);

  self->asking = row;
  kumoji_compare_dialog_present (GTK_WINDOW (self), _("Compare with the file"), _("In the file"),
                                 kumoji_record_snapshot (KUMOJI_RECORD (recovered->theirs)),
                                 _("Recovered"),
                                 kumoji_record_snapshot (KUMOJI_RECORD (recovered->mine)),
                                 compare_replies, compared_cb, NULL);
}

static void
kumoji_recovery_window_finalize (GObject *object)
{
  g_clear_pointer (&KUMOJI_RECOVERY_WINDOW (object)->found, g_ptr_array_unref);

  G_OBJECT_CLASS (kumoji_recovery_window_parent_class)->finalize (object);
}

static void
kumoji_recovery_window_class_init (KumojiRecoveryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_recovery_window_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/kumoji/Kumoji/kumoji-recovery-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiRecoveryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, KumojiRecoveryWindow, broken_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiRecoveryWindow, later_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_recovery_window_init (KumojiRecoveryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
tell_broken (KumojiRecoveryWindow *self, guint n_broken)
{
  g_autofree char *folder = kumoji_recovery_dup_folder ();
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u copy cannot be read. It was put aside in %s.",
                               "%u copies cannot be read. They were put aside in %s.", n_broken),
                     n_broken, shown);

  gtk_label_set_label (self->broken_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->broken_label), n_broken > 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiWindow) parent = data;
  guint n_broken;
  GPtrArray *found = kumoji_recovered_find_finish (result, &n_broken);
  KumojiRecoveryWindow *self;

  if ((found->len == 0 && n_broken == 0)
      || gtk_window_get_application (GTK_WINDOW (parent)) == NULL)
    {
      g_ptr_array_unref (found);
      return;
    }
  self = g_object_new (KUMOJI_TYPE_RECOVERY_WINDOW, "transient-for", parent, NULL);
  self->found = found;
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *row = kumoji_recovery_row_new (found->pdata[i]);

      g_signal_connect_object (row, "chosen::copy.recover", G_CALLBACK (recover), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "chosen::copy.compare", G_CALLBACK (compare), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "chosen::copy.discard", G_CALLBACK (ask_discard), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  tell_broken (self, n_broken);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * kumoji_recovery_window_offer:
 * @parent: the first window of the application
 *
 * Looks for copies in another thread, and opens over @parent where there are some.
 */
void
kumoji_recovery_window_offer (KumojiWindow *parent)
{
  kumoji_recovered_find_async (found_cb, g_object_ref (parent));
}
