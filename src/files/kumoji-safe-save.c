/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The safe save: a file is the old one or the new one, whole, whatever happens.
 *
 * Never g_file_replace_contents() for a local file: on a full disk it puts the truncated file in
 * place of the good one (DESIGN.md section 6). */
#include "files/kumoji-safe-save.h"

#include <glib/gstdio.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-local-save.h"
#include "files/kumoji-remote-save.h"

#define OWNER_FOLDER_MODE 0700

static gboolean
check_expected (GFile *file, const KumojiStamp *expected, GCancellable *cancellable, GError **error)
{
  gboolean current = TRUE;

  if (expected != NULL && !kumoji_stamp_is_current (expected, file, &current, cancellable, error))
    return FALSE;
  if (!current)
    g_set_error_literal (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_CHANGED,
                         _("somebody else changed this file since it was opened; save under "
                            "another name, or open it again"));
  return current;
}

/* Says in the user's words why the file was not written. */
static void
take_cause (GError **error, GError *cause)
{
  if (cause->domain == KUMOJI_FILE_ERROR)
    {
      g_propagate_error (error, cause);
      return;
    }
  kumoji_file_error_set_write (error, cause);
  g_error_free (cause);
}

/**
 * kumoji_safe_save:
 * @file: where to, local or not
 * @bytes: what it shall hold
 * @expected: (nullable): what the file was when it was read; %NULL to overwrite what is there
 * @cancellable: (nullable): to stop it before the file is touched
 * @stamp: (out) (optional) (transfer full): what the file is now
 * @error: return location for %KUMOJI_FILE_ERROR or a cancellation; the message begins with the
 *   file's name
 *
 * DESIGN.md section 6, Writing: atomic and durable on the resolved path; links, owner, mode and
 * access list are kept. Where it fails the file is as it was, and nothing is left beside it; but
 * %KUMOJI_FILE_ERROR_UNSURE comes after the file was replaced, and @stamp is set with it. Any
 * thread may do this.
 *
 * Returns: whether the file holds @bytes now, to stay
 */
gboolean
kumoji_safe_save (GFile *file,
                  GBytes *bytes,
                  const KumojiStamp *expected,
                  GCancellable *cancellable,
                  KumojiStamp **stamp,
                  GError **error)
{
  GError *cause = NULL;
  gboolean saved, replaced;

  if (!check_expected (file, expected, cancellable, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      kumoji_file_error_name (error, file);
      return FALSE;
    }
  saved = g_file_is_native (file)
            ? kumoji_local_save (g_file_peek_path (file), bytes, KUMOJI_ACCESS_KEEP, &cause)
            : kumoji_remote_save (file, bytes, cancellable, &cause);
  replaced = saved || g_error_matches (cause, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_UNSURE);
  if (replaced && stamp != NULL)
    *stamp = kumoji_stamp_new_for_file (file, bytes, NULL);
  if (!saved)
    {
      take_cause (error, cause);
      kumoji_file_error_name (error, file);
    }
  return saved;
}

/**
 * kumoji_safe_save_check:
 * @file: where to, local or not
 * @error: return location for %KUMOJI_FILE_ERROR; the message begins with the file's name
 *
 * For what takes its time to make: tells before that it could not be written. Of a place that is
 * not local only writing tells. Nothing is written. Any thread may do this.
 *
 * Returns: whether @file could be written as far as can be told before
 */
gboolean
kumoji_safe_save_check (GFile *file, GError **error)
{
  GError *cause = NULL;

  if (!g_file_is_native (file) || kumoji_local_save_check (g_file_peek_path (file), &cause))
    return TRUE;
  take_cause (error, cause);
  kumoji_file_error_name (error, file);
  return FALSE;
}

/**
 * kumoji_safe_save_private:
 * @path: where to, a local file that Kumoji keeps for itself
 * @bytes: what it shall hold
 * @error: return location for %KUMOJI_FILE_ERROR; the message names no file: such a name says
 *   nothing to anybody
 *
 * As kumoji_safe_save(), but readable by its owner alone from the first byte on, whatever stood
 * there before. Folders that are missing are made, for their owner alone, too. Any thread may do
 * this.
 *
 * Returns: whether the file holds @bytes now, to stay
 */
gboolean
kumoji_safe_save_private (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GError *cause = NULL;

  /* Where it fails, the save says why. */
  g_mkdir_with_parents (folder, OWNER_FOLDER_MODE);
  if (kumoji_local_save (path, bytes, KUMOJI_ACCESS_OWNER, &cause))
    return TRUE;
  take_cause (error, cause);
  return FALSE;
}
