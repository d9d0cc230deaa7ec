/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of a file. The one place that knows GtkFileChooserNative. */
#include "config.h"

#include "app/kumoji-chooser.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"

const KumojiFileKind kumoji_file_kind_project = { N_("Kumoji projects"), ".kumoji.json" };
const KumojiFileKind kumoji_file_kind_pdf = { N_("PDF documents"), ".pdf" };
const KumojiFileKind kumoji_file_kind_csv = { N_("Tables (CSV)"), ".csv", { ".tsv", ".txt" } };
const KumojiFileKind kumoji_file_kind_picture = { N_("Pictures (PNG, JPEG)"),
                                                  ".png",
                                                  { ".jpg", ".jpeg" } };

static const KumojiReply replace_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "replace", N_("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
  { NULL },
};

static gboolean
has_suffix (const char *name, const char *suffix)
{
  gsize length = strlen (name);
  gsize end = strlen (suffix);

  return length > end && g_ascii_strcasecmp (name + length - end, suffix) == 0;
}

static void
replace_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GFile *file = g_task_get_task_data (task);

  if (g_str_equal (kumoji_ask_finish (result), "replace"))
    g_task_return_pointer (task, g_object_ref (file), g_object_unref);
  else
    g_task_return_pointer (task, NULL, NULL);
}

/* The dialog asked about the name as it was typed; with the suffix it may be another file's. */
static void
return_with_suffix (GTask *task, GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *full = g_strconcat (name, suffix, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  GFile *target = folder != NULL ? g_file_get_child (folder, full) : g_object_ref (file);
  g_autofree char *body = NULL;

  g_task_set_task_data (task, target, g_object_unref);
  if (!g_file_query_exists (target, NULL))
    {
      g_task_return_pointer (task, g_object_ref (target), g_object_unref);
      g_object_unref (task);
      return;
    }
  body =
    g_strdup_printf (_("“%s” is already there. Replacing it overwrites what it holds."), full);
  kumoji_ask (GTK_WIDGET (g_task_get_source_object (task)), _("Replace the file?"), body,
              replace_replies, "cancel", replace_cb, task);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  GTask *task = data;
  const KumojiFileKind *kind = g_object_get_data (G_OBJECT (dialog), "kind");
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  name = file != NULL ? g_file_get_basename (file) : NULL;
  if (name != NULL
      && gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE
      && !has_suffix (name, kind->suffix))
    return_with_suffix (task, file, kind->suffix);
  else
    {
      g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
      g_object_unref (task);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const KumojiFileKind *kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(kind->label));
  gtk_file_filter_add_suffix (filter, kind->suffix + 1);
  for (guint i = 0; i < G_N_ELEMENTS (kind->other_suffixes) && kind->other_suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, kind->other_suffixes[i] + 1);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filter_for_all (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static GtkFileChooserNative *
chooser_new (GtkWidget *widget,
             const char *title,
             const KumojiFileKind *kind,
             GtkFileChooserAction action)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  const char *accept = action == GTK_FILE_CHOOSER_ACTION_SAVE ? _("_Save") : _("_Open");
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action,
                                 accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "kind", (gpointer) kind);
  if (kind != NULL)
    add_filter (GTK_FILE_CHOOSER (chooser), kind);
  add_filter_for_all (GTK_FILE_CHOOSER (chooser));
  return chooser;
}

static void
show (GtkFileChooserNative *chooser, GtkWidget *widget, GAsyncReadyCallback callback, gpointer data)
{
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb),
                    g_task_new (widget, NULL, callback, data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * kumoji_chooser_is_of_kind:
 * @file: a file that somebody dropped
 * @kind: a kind of file
 *
 * Returns: whether its name ends as such files' do
 */
gboolean
kumoji_chooser_is_of_kind (GFile *file, const KumojiFileKind *kind)
{
  g_autofree char *name = g_file_get_basename (file);
  gboolean is = name != NULL && has_suffix (name, kind->suffix);

  for (guint i = 0; i < G_N_ELEMENTS (kind->other_suffixes) && kind->other_suffixes[i] != NULL; i++)
    is = is || (name != NULL && has_suffix (name, kind->other_suffixes[i]));
  return is;
}

/**
 * kumoji_chooser_open:
 * @widget: that asks
 * @title: of the dialog
 * @kind: (nullable): what kind of file is looked for; %NULL for any
 * @callback: called once a file is chosen, or none
 * @data: passed to @callback
 */
void
kumoji_chooser_open (GtkWidget *widget,
                     const char *title,
                     const KumojiFileKind *kind,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  show (chooser_new (widget, title, kind, GTK_FILE_CHOOSER_ACTION_OPEN), widget, callback, data);
}

/**
 * kumoji_chooser_save:
 * @widget: that asks
 * @title: of the dialog
 * @kind: what kind of file is written
 * @stem: the name to suggest, without its suffix
 * @beside: (nullable): a file in whose folder to begin
 * @callback: called once a place is chosen, or none
 * @data: passed to @callback
 *
 * The name that comes out always ends as @kind says, and replacing a file has been asked.
 */
void
kumoji_chooser_save (GtkWidget *widget,
                     const char *title,
                     const KumojiFileKind *kind,
                     const char *stem,
                     GFile *beside,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  GtkFileChooserNative *chooser = chooser_new (widget, title, kind, GTK_FILE_CHOOSER_ACTION_SAVE);
  g_autoptr (GFile) folder = beside != NULL ? g_file_get_parent (beside) : NULL;
  g_autofree char *name = g_strconcat (stem, kind->suffix, NULL);

  /* What a company may have in its name and no file system takes. */
  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '_');
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show (chooser, widget, callback, data);
}

/**
 * kumoji_chooser_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): the file, or %NULL if the user chose none
 */
GFile *
kumoji_chooser_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
