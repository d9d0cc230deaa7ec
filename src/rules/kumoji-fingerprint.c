/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fingerprint: a number by which a signed paper is checked against the file. */
#include "rules/kumoji-fingerprint.h"

#include <string.h>

/* The algorithm's version: another way to write the content, or another hash, gets another one. */
#define ALGORITHM "k1:"

#define PAPER_LENGTH 20
#define PAPER_GROUP 5

/* A part's name, and the project's field that it is. */
static const char *const parts[] = { "profile",  "assessments", "catalogs", "assets",
                                     "services", "roadmap",     NULL };

static const char *
field_of_part (const char *part)
{
  return g_str_equal (part, "roadmap") ? "stages" : part;
}

/* Content on its way into a checksum: of a large project there is never much in memory. */
typedef struct
{
  GString *content;
  GChecksum *sum;
  GCancellable *cancellable;
} Print;

static gboolean
take_cb (GString *content, gpointer data)
{
  Print *print = data;

  g_checksum_update (print->sum, (const guchar *) content->str, (gssize) content->len);
  g_string_truncate (content, 0);
  return !g_cancellable_is_cancelled (print->cancellable);
}

static void
add_record (Print *print, KumojiRecord *record)
{
  kumoji_record_write_canonical (record, print->content, take_cb, print);
  take_cb (print->content, print);
}

static void
add_part (Print *print, KumojiRecord *project, const char *part)
{
  const char *name = field_of_part (part);

  if (kumoji_record_get_field (project, name)->type == KUMOJI_FIELD_RECORD)
    {
      add_record (print, kumoji_record_get_record (project, name));
      return;
    }

  KumojiList *list = kumoji_record_get_list (project, name);
  for (guint i = 0;
       i < kumoji_list_get_length (list) && !g_cancellable_is_cancelled (print->cancellable); i++)
    add_record (print, kumoji_list_get (list, i));
}

/**
 * kumoji_fingerprint_new_cancellable:
 * @project: what the company says
 * @part: (nullable): one of kumoji_fingerprint_get_parts(), %NULL for the whole
 * @cancellable: (nullable): to give up, for a project of many thousand records takes a second
 *
 * Returns: (transfer full) (nullable): "k1:" and 64 hexadecimal digits; %NULL where it is cancelled
 */
char *
kumoji_fingerprint_new_cancellable (KumojiProject *project,
                                    const char *part,
                                    GCancellable *cancellable)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  Print print = { content, sum, cancellable };

  if (part == NULL)
    add_record (&print, KUMOJI_RECORD (project));
  else
    add_part (&print, KUMOJI_RECORD (project), part);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  return g_strconcat (ALGORITHM, g_checksum_get_string (sum), NULL);
}

/**
 * kumoji_fingerprint_new:
 * @project: what the company says
 *
 * DESIGN.md section 4, Fingerprint: SHA-256 over the content's canonical JSON.
 *
 * Returns: (transfer full): "k1:" and 64 hexadecimal digits
 */
char *
kumoji_fingerprint_new (KumojiProject *project)
{
  return kumoji_fingerprint_new_cancellable (project, NULL, NULL);
}

/**
 * kumoji_fingerprint_get_parts:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the parts that have a
 * fingerprint of their own
 */
const char *const *
kumoji_fingerprint_get_parts (void)
{
  return parts;
}

/**
 * kumoji_fingerprint_new_part:
 * @project: what the company says
 * @part: one of kumoji_fingerprint_get_parts()
 *
 * Returns: (transfer full): the fingerprint of that part alone
 */
char *
kumoji_fingerprint_new_part (KumojiProject *project, const char *part)
{
  return kumoji_fingerprint_new_cancellable (project, part, NULL);
}

/**
 * kumoji_fingerprint_to_paper:
 * @fingerprint: from kumoji_fingerprint_new()
 *
 * The first 100 bits in letters that nobody mistakes for one another (no I, L, O, U).
 *
 * Returns: (transfer full): 20 characters in groups of 5, e.g. "7KQ2M-XW4DT-9PSHA-C3VRE"
 */
char *
kumoji_fingerprint_to_paper (const char *fingerprint)
{
  static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const char *hex = fingerprint + strlen (ALGORITHM);
  GString *paper = g_string_new (NULL);
  guint bits = 0, n_bits = 0;

  for (guint n = 0; n < PAPER_LENGTH;)
    {
      bits = bits << 4 | g_ascii_xdigit_value (*hex++);
      n_bits += 4;
      if (n_bits < 5)
        continue;
      n_bits -= 5;
      if (n > 0 && n % PAPER_GROUP == 0)
        g_string_append_c (paper, '-');
      g_string_append_c (paper, letters[bits >> n_bits & 31]);
      n++;
    }
  return g_string_free (paper, FALSE);
}
