/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file error: why a file was not read or written, and what to do. */
#include "files/kumoji-file-error.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"

typedef struct
{
  gint64 version;
} KumojiFileErrorPrivate;

static void
kumoji_file_error_private_init (KumojiFileErrorPrivate *priv)
{
  priv->version = 0;
}

static void
kumoji_file_error_private_copy (const KumojiFileErrorPrivate *from, KumojiFileErrorPrivate *to)
{
  to->version = from->version;
}

static void
kumoji_file_error_private_clear (KumojiFileErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (KumojiFileError, kumoji_file_error)

/* What the system says, and what we say of it. */
typedef struct
{
  GIOErrorEnum code;
  const char *sentence;
} Meaning;

static const Meaning when_reading[] = {
  { G_IO_ERROR_NOT_FOUND, N_("there is no such file; check its name and its folder") },
  { G_IO_ERROR_NOT_DIRECTORY, N_("there is no such file; check its name and its folder") },
  { G_IO_ERROR_IS_DIRECTORY, N_("this is a folder; choose a file in it") },
  { G_IO_ERROR_NOT_REGULAR_FILE, N_("this is no ordinary file; choose another one") },
  { G_IO_ERROR_PERMISSION_DENIED,
    N_("you may not read this file; ask its owner for the right, or choose another one") },
  { G_IO_ERROR_FILENAME_TOO_LONG, N_("the name is too long; check it") },
  { G_IO_ERROR_TOO_MANY_LINKS, N_("its links lead in a circle; choose another file") },
  { G_IO_ERROR_NOT_MOUNTED, N_("its place is not connected; connect to it first") },
};

static const Meaning when_writing[] = {
  { G_IO_ERROR_NOT_FOUND,
    N_("its folder does not exist; make the folder, or choose another one") },
  { G_IO_ERROR_NOT_DIRECTORY,
    N_("its folder does not exist; make the folder, or choose another one") },
  { G_IO_ERROR_IS_DIRECTORY, N_("this is a folder; add the name of a file") },
  { G_IO_ERROR_NOT_REGULAR_FILE, N_("this is no ordinary file; choose another name") },
  { G_IO_ERROR_PERMISSION_DENIED,
    N_("you may not write there; choose another place, or ask for the right") },
  { G_IO_ERROR_READ_ONLY, N_("this place can only be read; choose another one") },
  { G_IO_ERROR_NO_SPACE, N_("the disk is full; make room on it, or choose another place") },
  { G_IO_ERROR_FILENAME_TOO_LONG, N_("the name is too long; choose a shorter one") },
  { G_IO_ERROR_TOO_MANY_LINKS, N_("its links lead in a circle; choose another name") },
  { G_IO_ERROR_NOT_MOUNTED,
    N_("its place is not connected; connect to it, or choose another one") },
};

static const char *
find_sentence (const Meaning *meanings, guint n, const GError *cause)
{
  int code = cause->domain == G_IO_ERROR     ? cause->code
             : cause->domain == G_FILE_ERROR ? (int) g_io_error_from_file_error (cause->code)
                                             : -1;

  for (guint i = 0; i < n; i++)
    if ((int) meanings[i].code == code)
      return _(meanings[i].sentence);
  return NULL;
}

static void
set_from (GError **error,
          int code,
          const GError *cause,
          const Meaning *meanings,
          guint n,
          const char *unknown)
{
  const char *sentence = find_sentence (meanings, n, cause);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (sentence != NULL)
    g_set_error_literal (error, KUMOJI_FILE_ERROR, code, sentence);
  else
    {
      g_autofree char *message = g_strconcat (unknown, " (", cause->message, ")", NULL);
      g_set_error_literal (error, KUMOJI_FILE_ERROR, code, message);
    }
}

/**
 * kumoji_file_error_set_read:
 * @error: return location
 * @cause: a %G_IO_ERROR or %G_FILE_ERROR of reading
 *
 * Says it in the words of the user. A cancellation stays what it is.
 */
void
kumoji_file_error_set_read (GError **error, const GError *cause)
{
  set_from (error, KUMOJI_FILE_ERROR_READ, cause, when_reading, G_N_ELEMENTS (when_reading),
            _("the file cannot be read; try again, or open a backup copy"));
}

/**
 * kumoji_file_error_set_write:
 * @error: return location
 * @cause: a %G_IO_ERROR or %G_FILE_ERROR of writing
 *
 * Says it in the words of the user. A cancellation stays what it is.
 */
void
kumoji_file_error_set_write (GError **error, const GError *cause)
{
  set_from (error, KUMOJI_FILE_ERROR_WRITE, cause, when_writing, G_N_ELEMENTS (when_writing),
            _("the file cannot be written; try again, or choose another place"));
}

/**
 * kumoji_file_error_set_newer:
 * @error: return location
 * @version: of the file's format
 */
void
kumoji_file_error_set_newer (GError **error, gint64 version)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, version);

  g_set_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NEWER,
               _("a newer Kumoji wrote this file (format version %s); install the newest Kumoji"),
               number);
  if (error != NULL)
    kumoji_file_error_get_private (*error)->version = version;
}

/**
 * kumoji_file_error_get_version:
 * @error: a %KUMOJI_FILE_ERROR_NEWER
 *
 * Returns: the version of the file's format, 0 for any other error
 */
gint64
kumoji_file_error_get_version (const GError *error)
{
  if (!g_error_matches (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NEWER))
    return 0;
  return kumoji_file_error_get_private (error)->version;
}

/**
 * kumoji_file_dup_name:
 * @file: a file
 *
 * Returns: (transfer full): its name without its folder, to be shown
 */
char *
kumoji_file_dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}

/**
 * kumoji_file_error_name:
 * @error: (inout) (nullable): an error of this folder, whose message is a sentence alone
 * @file: the file that it is about
 *
 * Puts the file's name in front, once.
 */
void
kumoji_file_error_name (GError **error, GFile *file)
{
  g_autofree char *name = kumoji_file_dup_name (file);

  if (error != NULL && *error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && kumoji_file_error_get_sentence (*error, file) == (*error)->message)
    g_prefix_error (error, "%s: ", name);
}

/**
 * kumoji_file_error_get_sentence:
 * @error: an error of loading or saving @file
 * @file: the file that it is about
 *
 * For whoever names the file himself.
 *
 * Returns: (transfer none): the message without the file's name
 */
const char *
kumoji_file_error_get_sentence (const GError *error, GFile *file)
{
  g_autofree char *name = kumoji_file_dup_name (file);
  gsize length = strlen (name);

  if (g_str_has_prefix (error->message, name) && g_str_has_prefix (error->message + length, ": "))
    return error->message + length + 2;
  return error->message;
}
