/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guard: what must hold of a file before json-glib sees a byte of it.
 *
 * Numbers that json-glib cannot keep (99.7 comes back as 99.700000000000003, 2^64 as a negative
 * number) go through it as texts: a mark that no text of the file begins with, and the number as
 * it stood. The records take the mark off again, see project/kumoji-json.h. */
#include "files/kumoji-guard.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-json-fault.h"
#include "files/kumoji-json-scanner.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define MARK "kumoji-number"
#define MARK_MAX_DIGITS 9

G_DEFINE_QUARK (kumoji-guard-error, kumoji_guard_error)

/**
 * kumoji_guard_check_size:
 * @size: of a file, bytes
 * @error: return location for %KUMOJI_GUARD_ERROR_SIZE
 *
 * For whoever can tell the size before reading.
 *
 * Returns: whether a file of @size may be read
 */
gboolean
kumoji_guard_check_size (guint64 size, GError **error)
{
  if (size <= KUMOJI_GUARD_MAX_BYTES)
    return TRUE;
  g_set_error_literal (error, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_SIZE,
                       _("the file is larger than 256 MiB, which no project is; choose another "
                          "one"));
  return FALSE;
}

static gboolean
check_encoding (const char *text, gsize length, GError **error)
{
  const char *end;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;
  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    g_set_error_literal (error, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_ENCODING,
                         _("the file was saved as UTF-16; save it as UTF-8"));
  else
    kumoji_json_fault_set (error, KUMOJI_GUARD_ERROR_ENCODING, text, end,
                           *end == '\0' ? _("a NUL byte must not stand in a text file")
                                        : _("this is no UTF-8 text"));
  return FALSE;
}

/* The number in "kumoji-number-7:", 0 for "kumoji-number:", -1 for what is no mark. */
static int
mark_index (const char *text)
{
  const char *p = text + strlen (MARK);
  gint64 index;

  if (!g_str_has_prefix (text, MARK))
    return -1;
  if (*p == ':')
    return 0;
  if (*p++ != '-' || *p < '1' || *p > '9')
    return -1;
  gsize digits = strspn (p, "0123456789");
  if (digits > MARK_MAX_DIGITS || p[digits] != ':')
    return -1;
  index = g_ascii_strtoll (p, NULL, 10);
  return index;
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  int left = *(const int *) a, right = *(const int *) b;

  return left < right ? -1 : left > right;
}

/* The first mark that no text of the file begins with. Sorted, for a hash table can be attacked. */
static char *
choose_mark (const char *text, const KumojiScan *scan)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GString) decoded = g_string_new (NULL);
  int free_index = 0;

  for (guint i = 0; i < scan->strings->len; i++)
    {
      const KumojiSpan *span = &g_array_index (scan->strings, KumojiSpan, i);
      kumoji_json_decode (text + span->offset, text + span->offset + span->length, decoded);
      int index = mark_index (decoded->str);
      if (index >= 0)
        g_array_append_val (taken, index);
    }
  g_array_sort (taken, compare_ints);
  for (guint i = 0; i < taken->len; i++)
    if (g_array_index (taken, int, i) == free_index)
      free_index++;
  return free_index == 0 ? g_strdup (MARK ":") : g_strdup_printf (MARK "-%d:", free_index);
}

static GBytes *
mark_numbers (const char *text, gsize length, GArray *numbers, const char *mark)
{
  GString *marked = g_string_sized_new (length + numbers->len * (strlen (mark) + 2) + 1);
  gsize done = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      const KumojiSpan *span = &g_array_index (numbers, KumojiSpan, i);
      g_string_append_len (marked, text + done, span->offset - done);
      g_string_append_c (marked, '"');
      g_string_append (marked, mark);
      g_string_append_len (marked, text + span->offset, span->length);
      g_string_append_c (marked, '"');
      done = span->offset + span->length;
    }
  g_string_append_len (marked, text + done, length - done);
  return g_string_free_to_bytes (marked);
}

/**
 * kumoji_guard_check:
 * @file: what a file holds
 * @number_mark: (out) (transfer full): what stands in front of numbers that json-glib cannot keep
 * @error: return location for %KUMOJI_GUARD_ERROR
 *
 * DESIGN.md section 6, Reading. A byte order mark is taken away.
 *
 * Returns: (transfer full) (nullable): strict JSON (RFC 8259) that json-glib reads without loss,
 *   numbers that it cannot keep as marked texts; %NULL for a file that must not be opened
 */
GBytes *
kumoji_guard_check (GBytes *file, char **number_mark, GError **error)
{
  gsize length, skipped = 0;
  const char *text = g_bytes_get_data (file, &length);
  KumojiScan scan = { NULL, NULL };
  GBytes *checked = NULL;

  if (!kumoji_guard_check_size (length, error))
    return NULL;
  if (length >= strlen (BYTE_ORDER_MARK)
      && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    skipped = strlen (BYTE_ORDER_MARK);
  text = text != NULL ? text + skipped : "";
  length -= skipped;
  if (!check_encoding (text, length, error))
    return NULL;

  if (kumoji_json_scan (text, length, &scan, error))
    {
      *number_mark = choose_mark (text, &scan);
      checked = scan.numbers->len > 0 ? mark_numbers (text, length, scan.numbers, *number_mark)
                                      : g_bytes_new_from_bytes (file, skipped, length);
    }
  kumoji_scan_clear (&scan);
  return checked;
}

/**
 * kumoji_guard_parse:
 * @file: what a file holds
 * @number_mark: (out) (transfer full): what stands in front of numbers that json-glib cannot keep
 * @error: return location for %KUMOJI_GUARD_ERROR
 *
 * Returns: (transfer full) (nullable): what json-glib made of it behind the guard
 */
JsonNode *
kumoji_guard_parse (GBytes *file, char **number_mark, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) json_error = NULL;
  g_autofree char *mark = NULL;
  g_autoptr (GBytes) checked = kumoji_guard_check (file, &mark, error);
  gsize length;

  if (checked == NULL)
    return NULL;
  const char *text = g_bytes_get_data (checked, &length);
  if (!json_parser_load_from_data (parser, text, length, &json_error))
    {
      g_set_error (error, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_SYNTAX,
                   _("%s; correct the file there, or open a backup copy"), json_error->message);
      return NULL;
    }
  *number_mark = g_steal_pointer (&mark);
  return json_parser_steal_root (parser);
}
