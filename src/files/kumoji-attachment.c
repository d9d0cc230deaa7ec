/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An attachment: a file that somebody attached to an answer, and which of them may be opened.
 *
 * The project holds the file's place as text: from the project's folder where the file is in it, so
 * that both can move together, else from the root. That alone opens nothing, for a project from
 * outside may name any file. Which files were attached on this computer stands in a list of its own
 * in the state folder, one path a line, and only those are opened. */
#include "files/kumoji-attachment.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-safe-save.h"

#define LIST "attached"
#define ANY_RUNS 0111

/* What the desktop, or a program that it calls, starts or installs when it is opened. */
static const char *const running_suffixes[] = {
  ".appimage", ".bat", ".cmd",  ".com", ".deb", ".desktop", ".exe", ".flatpak", ".flatpakref",
  ".jar",      ".js",  ".jnlp", ".lnk", ".msi", ".pl",      ".ps1", ".py",      ".rpm",
  ".scr",      ".sh",  ".snap", ".url", ".vbs", ".webloc",  NULL,
};

/* Picking a file in one window while another one remembers its own. */
static GMutex list_mutex;

/**
 * kumoji_attachment_compose:
 * @file: a file that the user picked
 * @project: (nullable): the project's file; %NULL where it has none yet
 *
 * Returns: (transfer full) (nullable): what the project says of it; %NULL for one that has no path
 *   on this computer
 */
char *
kumoji_attachment_compose (GFile *file, GFile *project)
{
  g_autoptr (GFile) folder = project != NULL ? g_file_get_parent (project) : NULL;
  g_autofree char *below = folder != NULL ? g_file_get_relative_path (folder, file) : NULL;
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return NULL;
  return kumoji_link_compose_file (below != NULL ? below : path);
}

/* --- The list of those that were attached here -------------------------------------------------
 */

static char *
dup_list_place (void)
{
  return g_build_filename (g_get_user_state_dir (), "kumoji", LIST, NULL);
}

static GPtrArray *
read_list (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *place = dup_list_place ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (place, &text, NULL, NULL))
    return paths;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *path = g_uri_unescape_string (lines[i], NULL);

      if (path != NULL && g_path_is_absolute (path))
        g_ptr_array_add (paths, path);
      else
        g_free (path);
    }
  return paths;
}

static gboolean
write_list (GPtrArray *paths, GError **error)
{
  g_autofree char *place = dup_list_place ();
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  guint first = paths->len > KUMOJI_ATTACHMENTS_MAX ? paths->len - KUMOJI_ATTACHMENTS_MAX : 0;

  for (guint i = first; i < paths->len; i++)
    {
      g_autofree char *line = g_uri_escape_string (paths->pdata[i], "/", FALSE);
      g_string_append_printf (text, "%s\n", line);
    }
  bytes = g_string_free_to_bytes (text);
  return kumoji_safe_save_private (place, bytes, error);
}

/* Links are followed: one that is turned to another file later does not open that. */
static char *
dup_real (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

/**
 * kumoji_attachment_remember:
 * @file: a file that the user picked in a dialog of this program, on this computer
 * @error: return location for %KUMOJI_FILE_ERROR or %G_IO_ERROR_NOT_FOUND
 *
 * It may be opened from now on. For a thread.
 *
 * Returns: whether that is kept
 */
gboolean
kumoji_attachment_remember (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path != NULL ? dup_real (path) : NULL;
  g_autoptr (GPtrArray) paths = NULL;
  gboolean kept = TRUE;

  if (real == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("This is no file on this computer."));
      return FALSE;
    }
  g_mutex_lock (&list_mutex);
  paths = read_list ();
  if (!g_ptr_array_find_with_equal_func (paths, real, g_str_equal, NULL))
    {
      g_ptr_array_add (paths, g_steal_pointer (&real));
      kept = write_list (paths, error);
    }
  g_mutex_unlock (&list_mutex);
  return kept;
}

/* --- Opening ------------------------------------------------------------------------------------
 */

static gboolean
runs (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  struct stat status;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode) || (status.st_mode & ANY_RUNS) != 0)
    return TRUE;
  for (guint i = 0; running_suffixes[i] != NULL; i++)
    if (g_str_has_suffix (lower, running_suffixes[i]))
      return TRUE;
  return FALSE;
}

/* NULL for a place from the project's folder while the project has none. */
static char *
dup_place (const KumojiLink *link, GFile *project)
{
  g_autoptr (GFile) folder = project != NULL ? g_file_get_parent (project) : NULL;
  g_autofree char *base = folder != NULL ? g_file_get_path (folder) : NULL;

  if (g_path_is_absolute (link->path))
    return g_canonicalize_filename (link->path, "/");
  return base != NULL ? g_canonicalize_filename (link->path, base) : NULL;
}

/**
 * kumoji_attachment_find:
 * @link: a link to a file
 * @project: (nullable): the project's file
 * @error: return location for %KUMOJI_LINK_ERROR
 *
 * Nothing is said of a file that was not attached here, not even whether it is there. For a thread.
 *
 * Returns: (transfer full): the file, or %NULL where it is not to be opened
 */
KumojiAttachment *
kumoji_attachment_find (const KumojiLink *link, GFile *project, GError **error)
{
  g_autofree char *place = dup_place (link, project);
  g_autofree char *real = place != NULL ? dup_real (place) : NULL;
  g_autoptr (GPtrArray) paths = read_list ();
  KumojiAttachment *self;

  if (place == NULL
      || !g_ptr_array_find_with_equal_func (paths, real != NULL ? real : place, g_str_equal, NULL))
    {
      g_set_error_literal (error, KUMOJI_LINK_ERROR, KUMOJI_LINK_ERROR_FOREIGN,
                           _("This file was not attached on this computer. Attach it once more to "
                              "open it from here."));
      return NULL;
    }
  if (real == NULL)
    {
      g_set_error_literal (error, KUMOJI_LINK_ERROR, KUMOJI_LINK_ERROR_GONE,
                           _("The file is not there any more. Attach it from where it is now."));
      return NULL;
    }
  self = g_new0 (KumojiAttachment, 1);
  self->runs = runs (real);
  self->path = g_steal_pointer (&real);
  return self;
}

/**
 * kumoji_attachment_free:
 * @self: (transfer full) (nullable): an attachment
 */
void
kumoji_attachment_free (KumojiAttachment *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}
