/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file's text: its bytes as UTF-8, whatever the program that wrote it made of them. */
#include "files/kumoji-csv-text.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"

G_DEFINE_QUARK (kumoji-csv-error, kumoji_csv_error)

/* How a file begins, and what that makes it. */
typedef struct
{
  const char *bytes;
  gsize length;
  const char *encoding; /* NULL for what is no text at all */
} Beginning;

static const Beginning beginnings[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" }, { "\xff\xfe", 2, "UTF-16LE" },   { "\xfe\xff", 2, "UTF-16BE" },
  { "PK\x03\x04", 4, NULL },      { "\xd0\xcf\x11\xe0", 4, NULL },
};

static const Beginning *
find_beginning (const char *bytes, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length >= beginnings[i].length
        && memcmp (bytes, beginnings[i].bytes, beginnings[i].length) == 0)
      return &beginnings[i];
  return NULL;
}

static gboolean
refuse (GError **error, KumojiCsvError code, const char *sentence)
{
  g_set_error_literal (error, KUMOJI_CSV_ERROR, code, sentence);
  return FALSE;
}

static void
refuse_line (GError **error, const char *bytes, gsize place)
{
  guint line = 1;

  for (gsize i = 0; i < place; i++)
    line += bytes[i] == '\n';
  g_set_error (
    error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_ENCODING,
    _("line %u: its characters cannot be read; save the sheet as “CSV UTF-8”, and choose "
       "that file"),
    line);
}

/* CP932 is what Excel writes in Japan. iconv's SHIFT_JIS lacks ①, 髙 and others of it. */
static char *
convert (const char *bytes, gsize length, const char *encoding, gsize *converted, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize n_read = 0;
  g_autofree char *text = g_convert (bytes, length, "UTF-8", encoding, &n_read, converted, &cause);

  /* g_convert() is content with half a character at the end. */
  if (text != NULL && n_read == length)
    return g_steal_pointer (&text);
  if (g_error_matches (cause, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    g_set_error (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_ENCODING,
                 _("this system does not know the encoding %s; save the sheet as “CSV UTF-8”, and "
                    "choose that file"),
                 encoding);
  else
    refuse_line (error, bytes, n_read);
  return NULL;
}

static char *
decode (const char *bytes, gsize length, gsize *decoded, GError **error)
{
  const Beginning *beginning = find_beginning (bytes, length);
  const char *encoding = beginning != NULL ? beginning->encoding : NULL;
  const char *end;

  if (beginning != NULL && encoding == NULL)
    {
      refuse (
        error, KUMOJI_CSV_ERROR_ENCODING,
        _("this is no CSV file but a workbook; save its sheet as “CSV UTF-8”, and choose that "
           "file"));
      return NULL;
    }
  if (beginning != NULL)
    {
      bytes += beginning->length;
      length -= beginning->length;
    }
  if (encoding != NULL && !g_str_equal (encoding, "UTF-8"))
    return convert (bytes, length, encoding, decoded, error);
  /* A NUL ends the look here; the caller says so. */
  if (g_utf8_validate_len (bytes, length, &end) || *end == '\0')
    {
      *decoded = length;
      return g_strndup (bytes, length);
    }
  if (encoding == NULL)
    return convert (bytes, length, "CP932", decoded, error);
  refuse_line (error, bytes, end - bytes);
  return NULL;
}

/**
 * kumoji_csv_text_check_size:
 * @size: of a file, bytes
 * @error: return location for %KUMOJI_CSV_ERROR_SIZE
 *
 * Returns: whether a sheet of @size may be read
 */
gboolean
kumoji_csv_text_check_size (gsize size, GError **error)
{
  return size <= KUMOJI_CSV_MAX_BYTES
         || refuse (error, KUMOJI_CSV_ERROR_SIZE,
                    _("the file is larger than 64 MiB; split the sheet into several files"));
}

/**
 * kumoji_csv_text_new:
 * @file: what a file holds
 * @length: (out): of the text, in bytes
 * @error: return location for %KUMOJI_CSV_ERROR; its message is a sentence without the file's name
 *
 * Reads UTF-8 with and without a byte order mark, CP932, and UTF-16 with a byte order mark.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8 without any NUL, and a NUL behind it
 */
char *
kumoji_csv_text_new (GBytes *file, gsize *length, GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (file, &size);
  g_autofree char *text = NULL;

  if (!kumoji_csv_text_check_size (size, error))
    return NULL;
  text = decode (bytes != NULL ? bytes : "", size, length, error);
  if (text == NULL)
    return NULL;
  if (memchr (text, '\0', *length) != NULL)
    {
      refuse (error, KUMOJI_CSV_ERROR_ENCODING,
              _("this is no text file; save the sheet as “CSV UTF-8”, and choose that file"));
      return NULL;
    }
  return g_steal_pointer (&text);
}
