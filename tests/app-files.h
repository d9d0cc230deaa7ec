/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of a window and its file share: copies as another program sees them, the bars and
 * the questions. */
#pragma once

#include "app-harness.h"

#include "files/kumoji-project-file.h"
#include "files/kumoji-recovery.h"

#define INTERVAL 20
#define PROJECT(company)                                                                           \
  "{\n  \"format\": \"kumoji-project\",\n  \"version\": 1,\n  \"id\": \"p\",\n  \"profile\": { "   \
  "\"company\": \"" company "\" }\n}\n"

static inline KumojiSession *
session_of (Harness *self)
{
  return kumoji_window_get_session (self->window);
}

static inline void
set_up (Harness *self, gconstpointer data)
{
  harness_set_up (self, data);
  kumoji_keeper_set_interval (kumoji_session_get_keeper (session_of (self)), INTERVAL);
}

static inline void
assert_company (Harness *self, const char *company)
{
  g_assert_cmpstr (kumoji_project_get_company (harness_get_project (self)), ==, company);
}

/* --- The folder of copies, as another program would see it ------------------------------------ */

static inline char *
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

static inline gboolean
has_copy (void)
{
  g_autofree char *id = find_copy ();

  return id != NULL;
}

static inline KumojiProject *
read_copy (KumojiRecovery **copy)
{
  g_autofree char *id = find_copy ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KumojiRecovery) read = id != NULL ? kumoji_recovery_read (id, &bytes, NULL) : NULL;

  if (read == NULL)
    return NULL;
  if (copy != NULL)
    *copy = g_steal_pointer (&read);
  return kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, NULL);
}

static inline gboolean
copy_says (const char *company)
{
  g_autoptr (KumojiProject) project = read_copy (NULL);

  return project != NULL && g_str_equal (kumoji_project_get_company (project), company);
}

/* --- Dialogs ------------------------------------------------------------------------------ */

static inline gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type)
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static inline void
reply (const char *response)
{
  AdwMessageDialog *dialog;

  WAIT_UNTIL (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = g_object_ref (find_window (ADW_TYPE_MESSAGE_DIALOG));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  harness_settle ();
}

static inline GtkInfoBar *
bar_of (Harness *self, guint position)
{
  return harness_find (GTK_WIDGET (self->window), GTK_TYPE_INFO_BAR, position);
}

#define READ_ONLY_BAR 0
#define DISK_BAR 2

static inline void
open_file (Harness *self, GFile *file)
{
  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_settle ();
}

static inline void
save (Harness *self)
{
  harness_activate (self, "win.save");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
}
