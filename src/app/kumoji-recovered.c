/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be recovered: a copy that a program left behind, held against its file. */
#include "config.h"

#include "app/kumoji-recovered.h"

#include <glib/gi18n.h>

#include "files/kumoji-file-reader.h"
#include "files/kumoji-project-file.h"
#include "rules/kumoji-difference.h"

/**
 * kumoji_recovered_free:
 * @self: (transfer full): what can be recovered; the copy stays where it is
 */
void
kumoji_recovered_free (KumojiRecovered *self)
{
  kumoji_recovery_free (self->copy);
  g_clear_object (&self->mine);
  g_clear_object (&self->theirs);
  g_free (self->problem);
  g_free (self);
}

/* Where the file says the very same, it was saved, and only the end of the program came between
 * that and the copy's. */
static gboolean
read_file (KumojiRecovered *self, const char *digest)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *now = NULL;

  if (self->copy->file != NULL)
    bytes = kumoji_file_read (self->copy->file, NULL, NULL, NULL);
  now = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  if (g_strcmp0 (now, digest) == 0)
    return FALSE;
  if (bytes != NULL)
    self->theirs = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NEWER, NULL);
  self->has_file = self->theirs != NULL;
  if (self->theirs == NULL)
    self->theirs = kumoji_project_new ();
  return TRUE;
}

/* NULL for a copy of what is saved already, which is deleted, and for one that has gone. */
static KumojiRecovered *
hold_against_file (KumojiRecovery *copy)
{
  KumojiRecovered *self = g_new0 (KumojiRecovered, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  self->copy = kumoji_recovery_read (copy->id, &bytes, NULL);
  if (self->copy == NULL || !read_file (self, self->copy->digest))
    {
      if (self->copy != NULL)
        kumoji_recovery_remove (copy->id, NULL);
      kumoji_recovered_free (self);
      return NULL;
    }
  self->mine = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, &error);
  if (self->mine == NULL)
    {
      self->problem = g_strdup (error->message);
      return self;
    }
  differences =
    kumoji_differences_new (self->theirs, self->mine, kumoji_project_get_library (self->mine),
                            kumoji_language_get_default ());
  self->n_differences = differences->len;
  return self;
}

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  guint *n_broken = data;
  g_autoptr (GPtrArray) copies = kumoji_recovery_list (n_broken);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_recovered_free);

  for (guint i = 0; i < copies->len; i++)
    {
      KumojiRecovered *recovered = hold_against_file (copies->pdata[i]);
      if (recovered != NULL)
        g_ptr_array_add (found, recovered);
    }
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * kumoji_recovered_find_async:
 * @callback: called on the main loop when it is done
 * @data: passed to @callback
 *
 * Looks for copies that programs left behind, in a thread.
 */
void
kumoji_recovered_find_async (GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  /* Made before the thread asks for it. */
  kumoji_library_get_default ();
  g_task_set_task_data (task, g_new0 (guint, 1), g_free);
  g_task_run_in_thread (task, find_thread);
}

/**
 * kumoji_recovered_find_finish:
 * @result: what the callback was given
 * @n_broken: (out): how many copies could not be read, and were put aside
 *
 * Returns: (transfer full) (element-type KumojiRecovered): the others, the newest first
 */
GPtrArray *
kumoji_recovered_find_finish (GAsyncResult *result, guint *n_broken)
{
  *n_broken = *(guint *) g_task_get_task_data (G_TASK (result));
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * kumoji_recovered_dup_place:
 * @self: what can be recovered
 *
 * Returns: (transfer full): where its file is
 */
char *
kumoji_recovered_dup_place (const KumojiRecovered *self)
{
  return self->copy->file != NULL ? g_file_get_parse_name (self->copy->file)
                                  : g_strdup (_("Never saved in a file"));
}

static char *
dup_differences (const KumojiRecovered *self)
{
  if (!self->has_file)
    return g_strdup (self->copy->file != NULL ? _("its file is not there") : "");
  return g_strdup_printf (ngettext ("%u difference from the file", "%u differences from the file",
                                    self->n_differences),
                          self->n_differences);
}

/**
 * kumoji_recovered_dup_facts:
 * @self: what can be recovered
 *
 * Returns: (transfer full): when it was edited, what is new in it, and where it may be open
 */
char *
kumoji_recovered_dup_facts (const KumojiRecovered *self)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (self->copy->time);
  g_autofree char *date = g_date_time_format (time, "%Y-%m-%d %H:%M");
  g_autofree char *differences = dup_differences (self);
  /* Translators: a date and time */
  g_autofree char *edited = g_strdup_printf (_("Edited %s"), date);
  g_autofree char *host = NULL;

  if (self->problem != NULL)
    return g_strdup_printf ("%s · %s", edited, self->problem);
  if (kumoji_owner_get_state (self->copy->owner) == KUMOJI_OWNER_UNKNOWN)
    /* Translators: the name of a computer */
    host =
      g_strdup_printf (_("it may still be open on the computer “%s”"), self->copy->owner->host);
  return g_strconcat (edited, *differences != '\0' ? " · " : "", differences,
                      host != NULL ? " · " : "", host, NULL);
}
