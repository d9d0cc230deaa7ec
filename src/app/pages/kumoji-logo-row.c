/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The logo row: the picture on the cover of the reports. */
#include "config.h"

#include "app/pages/kumoji-logo-row.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-chooser.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-file-reader.h"
#include "report/kumoji-logo.h"

struct _KumojiLogoRow
{
  AdwActionRow parent_instance;

  KumojiProject *project;
  char *shown;               /* the text of the picture that is seen, or will be */
  GCancellable *cancellable; /* of the picture that is being read from the project */
  gboolean is_busy;

  GtkPicture *picture;
};

G_DEFINE_FINAL_TYPE (KumojiLogoRow, kumoji_logo_row, ADW_TYPE_ACTION_ROW)

static void
keep (KumojiProject *project, const char *logo)
{
  KumojiHistory *history = kumoji_project_get_history (project);

  kumoji_history_seal (history);
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_report_setup (project)),
                           "logo", logo);
  kumoji_history_seal (history);
}

/* --- Taking a file, in another thread ------------------------------------------------------- */

typedef struct
{
  GFile *file;
  KumojiProject *project;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->file);
  g_object_unref (taking->project);
  g_free (taking);
}

static void
take_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Taking *taking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kumoji_file_read (taking->file, cancellable, NULL, &error);
  char *logo = bytes != NULL ? kumoji_logo_encode (bytes, &error) : NULL;

  if (logo != NULL)
    g_task_return_pointer (task, logo, g_free);
  else
    {
      kumoji_file_error_name (&error, taking->file);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiLogoRow *self = KUMOJI_LOGO_ROW (source);
  const Taking *taking = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *logo = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_busy = FALSE;
  if (logo != NULL)
    keep (taking->project, logo);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    kumoji_tell (GTK_WIDGET (self), _("The logo was not taken"), error->message);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    kumoji_logo_row_take (KUMOJI_LOGO_ROW (source), file);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_chooser_open (widget, _("Choose a logo"), &kumoji_file_kind_picture, chosen_cb, NULL);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keep (KUMOJI_LOGO_ROW (widget)->project, "");
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KumojiLogoRow *self)
{
  kumoji_logo_row_take (self, g_value_get_object (value));
  return TRUE;
}

/* --- Showing it ----------------------------------------------------------------------------- */

/* A project from elsewhere may hold a picture that takes seconds to unpack. */
static void
decode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiImage) image = kumoji_logo_decode (data, &error);
  g_autoptr (GBytes) rows = NULL;
  guint width, height;

  if (image == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  width = kumoji_image_get_width (image);
  height = kumoji_image_get_height (image);
  rows = g_bytes_new (kumoji_image_get_rows (image), (gsize) width * height * 3);
  g_task_return_pointer (task,
                         gdk_memory_texture_new ((int) width, (int) height, GDK_MEMORY_R8G8B8, rows,
                                                 (gsize) width * 3),
                         g_object_unref);
}

static void
set_picture (KumojiLogoRow *self, GdkTexture *texture, const char *subtitle)
{
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiLogoRow *self = KUMOJI_LOGO_ROW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  set_picture (self, texture,
               texture != NULL ? "" : _("This picture cannot be shown; choose another."));
}

static void
forget_decoding (KumojiLogoRow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
decode (KumojiLogoRow *self)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, decoded_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->shown), g_free);
  g_task_run_in_thread (task, decode_in_thread);
}

static void
kumoji_logo_row_dispose (GObject *object)
{
  KumojiLogoRow *self = KUMOJI_LOGO_ROW (object);

  forget_decoding (self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (kumoji_logo_row_parent_class)->dispose (object);
}

static void
kumoji_logo_row_class_init (KumojiLogoRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_logo_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-logo-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiLogoRow, picture);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_install_action (widget_class, "logo.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "logo.remove", NULL, remove_action);
}

static void
kumoji_logo_row_init (KumojiLogoRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_logo_row_show:
 * @self: a row
 * @project: the logo of which it shows
 */
void
kumoji_logo_row_show (KumojiLogoRow *self, KumojiProject *project)
{
  const char *logo =
    kumoji_record_get_text (KUMOJI_RECORD (kumoji_project_get_report_setup (project)), "logo");

  g_set_object (&self->project, project);
  if (g_strcmp0 (self->shown, logo) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (logo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "logo.remove", *logo != '\0');
  forget_decoding (self);
  if (*logo != '\0')
    decode (self);
  else
    set_picture (self, NULL, _("PNG or JPEG"));
}

/**
 * kumoji_logo_row_take:
 * @self: a row that shows a project
 * @file: a picture
 *
 * Puts @file into the project, as one step; a dialog says why where it is no picture to print.
 */
void
kumoji_logo_row_take (KumojiLogoRow *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, taken_cb, NULL);
  Taking *taking = g_new (Taking, 1);

  g_return_if_fail (self->project != NULL);
  taking->file = g_object_ref (file);
  taking->project = g_object_ref (self->project);
  self->is_busy = TRUE;
  g_task_set_task_data (task, taking, (GDestroyNotify) taking_free);
  g_task_run_in_thread (task, take_in_thread);
}

/**
 * kumoji_logo_row_is_busy:
 * @self: a row
 *
 * Returns: whether a file is being read
 */
gboolean
kumoji_logo_row_is_busy (KumojiLogoRow *self)
{
  return self->is_busy;
}
