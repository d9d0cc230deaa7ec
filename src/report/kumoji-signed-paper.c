/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signed paper: what a report's PDF says of itself, read back to be checked.
 *
 * Only the document's description is read. No page is drawn, no script is run, and no link or
 * attachment is followed. */
#include "report/kumoji-signed-paper.h"

#include <poppler.h>
#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-file-reader.h"
#include "report/kumoji-document.h"
#include "report/kumoji-report.h"
#include "rules/kumoji-fingerprint.h"

/* Bytes at either end in which a reader looks for the marks of a PDF (ISO 32000-1, annex H). */
#define EDGE 1024

#define PREFIX "kumoji-"
#define ALGORITHM "k1:"
#define DIGITS 64

G_DEFINE_QUARK (kumoji-signed-paper-error-quark, kumoji_signed_paper_error)

/**
 * kumoji_signed_paper_free:
 * @self: (transfer full): a signed paper
 */
void
kumoji_signed_paper_free (KumojiSignedPaper *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->parts);
  g_free (self->language);
  kumoji_fingerprints_free (self->fingerprints);
  g_free (self);
}

static void
set_error (GError **error, KumojiSignedPaperError code, const char *sentence)
{
  g_set_error_literal (error, KUMOJI_SIGNED_PAPER_ERROR, code, sentence);
}

static gboolean
check_size (guint64 size, GError **error)
{
  if (size <= KUMOJI_SIGNED_PAPER_MAX_BYTES)
    return TRUE;
  set_error (error, KUMOJI_SIGNED_PAPER_ERROR_SIZE,
             _("the file is larger than 64 MiB, which no report is; choose another one"));
  return FALSE;
}

static gboolean
holds (const char *data, gsize length, const char *mark)
{
  const gsize size = strlen (mark);

  for (gsize i = 0; i + size <= length; i++)
    if (memcmp (data + i, mark, size) == 0)
      return TRUE;
  return FALSE;
}

/* Said before poppler tries to mend what it gets: a paper that is cut off has lost what it says of
 * itself. */
static gboolean
check_edges (GBytes *pdf, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const gsize edge = MIN (size, EDGE);

  if (!check_size (size, error))
    return FALSE;
  if (edge == 0 || !holds (data, edge, "%PDF-"))
    {
      set_error (error, KUMOJI_SIGNED_PAPER_ERROR_NO_PDF,
                 _("this is no PDF; choose the PDF of a report"));
      return FALSE;
    }
  if (!holds (data + size - edge, edge, "%%EOF"))
    {
      set_error (error, KUMOJI_SIGNED_PAPER_ERROR_DAMAGED,
                 _("the end of this PDF is missing; get a whole copy of it"));
      return FALSE;
    }
  return TRUE;
}

static PopplerDocument *
open_pdf (GBytes *pdf, GError **error)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &cause);

  if (document == NULL && g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    set_error (error, KUMOJI_SIGNED_PAPER_ERROR_ENCRYPTED,
               _("a password keeps this PDF shut; take the copy that Kumoji wrote"));
  else if (document == NULL)
    set_error (error, KUMOJI_SIGNED_PAPER_ERROR_DAMAGED,
               _("this PDF is damaged; get another copy of it"));
  return document;
}

static gboolean
is_fingerprint (const char *text)
{
  const char *digits = text + strlen (ALGORITHM);

  if (!g_str_has_prefix (text, ALGORITHM) || strlen (digits) != DIGITS)
    return FALSE;
  for (guint i = 0; i < DIGITS; i++)
    if (!g_ascii_isxdigit (digits[i]))
      return FALSE;
  return TRUE;
}

static void
replace (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* One "kumoji-KEY=VALUE". What does not hold what it should is as good as not there. */
static void
take_keyword (KumojiSignedPaper *self, const char *key, const char *value)
{
  KumojiReportParts parts;
  KumojiLanguage language;

  if (g_str_equal (key, "date"))
    {
      if (kumoji_date_is_valid (value))
        replace (&self->date, value);
    }
  else if (g_str_equal (key, "parts"))
    {
      if (strlen (value) <= 200 && kumoji_report_parse_parts (value, &parts, NULL, NULL))
        replace (&self->parts, value);
    }
  else if (g_str_equal (key, "language"))
    {
      if (kumoji_language_parse (value, &language))
        replace (&self->language, value);
    }
  else if (is_fingerprint (value))
    kumoji_fingerprints_set (self->fingerprints, key, value);
}

/* Whether there is a fingerprint, and what it begins with is another algorithm's name. */
static gboolean
is_newer (const char *keywords)
{
  const char *at = keywords != NULL ? strstr (keywords, PREFIX "fingerprint=k") : NULL;

  if (at == NULL)
    return FALSE;
  at += strlen (PREFIX "fingerprint=");
  return g_ascii_isdigit (at[1]) && !g_str_has_prefix (at, ALGORITHM);
}

static void
take_keywords (KumojiSignedPaper *self, const char *keywords)
{
  g_auto (GStrv) words = g_strsplit (keywords, ";", 64);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = g_strstrip (words[i]);
      char *value = strchr (word, '=');

      if (value == NULL || !g_str_has_prefix (word, PREFIX))
        continue;
      *value++ = '\0';
      take_keyword (self, word + strlen (PREFIX), value);
    }
}

static void
set_nothing_said (const char *creator, const char *keywords, GError **error)
{
  if (is_newer (keywords))
    set_error (error, KUMOJI_SIGNED_PAPER_ERROR_NEWER,
               _("a newer Kumoji wrote this report; install the newest Kumoji"));
  else if (g_strcmp0 (creator, KUMOJI_REPORT_CREATOR) == 0 && keywords == NULL)
    set_error (error, KUMOJI_SIGNED_PAPER_ERROR_BLANK,
               _("this is a blank form, which shows nothing that could be checked; choose a "
                  "report"));
  else
    set_error (error, KUMOJI_SIGNED_PAPER_ERROR_FOREIGN,
               _("this PDF has no fingerprint of Kumoji; choose a report as Kumoji wrote it"));
}

/**
 * kumoji_signed_paper_new:
 * @title: (nullable): of the document
 * @creator: (nullable): the program that made it
 * @keywords: (nullable): what it says of itself
 * @error: return location for %KUMOJI_SIGNED_PAPER_ERROR; the message does not name the file
 *
 * Returns: (transfer full) (nullable): the paper
 */
KumojiSignedPaper *
kumoji_signed_paper_new (const char *title,
                         const char *creator,
                         const char *keywords,
                         GError **error)
{
  g_autoptr (KumojiSignedPaper) self = g_new0 (KumojiSignedPaper, 1);

  self->title = g_strdup (title != NULL ? title : "");
  self->date = g_strdup ("");
  self->parts = g_strdup ("");
  self->language = g_strdup ("");
  self->fingerprints = kumoji_fingerprints_new ();
  if (keywords != NULL)
    take_keywords (self, keywords);
  if (*self->fingerprints->whole != '\0')
    return g_steal_pointer (&self);
  set_nothing_said (creator, keywords, error);
  return NULL;
}

static KumojiSignedPaper *
read_document (PopplerDocument *document, GError **error)
{
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *creator = poppler_document_get_creator (document);
  g_autofree char *keywords = poppler_document_get_keywords (document);

  return kumoji_signed_paper_new (title, creator, keywords, error);
}

/**
 * kumoji_signed_paper_read:
 * @pdf: a file
 * @error: return location for %KUMOJI_SIGNED_PAPER_ERROR; the message does not name the file
 *
 * Reads what the PDF of a report says of itself. Runs in any thread.
 *
 * Returns: (transfer full) (nullable): the paper
 */
KumojiSignedPaper *
kumoji_signed_paper_read (GBytes *pdf, GError **error)
{
  PopplerDocument *document = check_edges (pdf, error) ? open_pdf (pdf, error) : NULL;
  KumojiSignedPaper *self = document != NULL ? read_document (document, error) : NULL;

  g_clear_object (&document);
  return self;
}

/**
 * kumoji_signed_paper_read_file:
 * @file: a file, local or not
 * @cancellable: (nullable): to stop it
 * @error: return location for %KUMOJI_SIGNED_PAPER_ERROR, %KUMOJI_FILE_ERROR_READ or a
 *   cancellation; the message does not name the file
 *
 * Reads files: not for the main loop.
 *
 * Returns: (transfer full) (nullable): the paper
 */
KumojiSignedPaper *
kumoji_signed_paper_read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autoptr (GBytes) pdf = NULL;

  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE)
      && !check_size ((guint64) g_file_info_get_size (info), error))
    return NULL;
  pdf = kumoji_file_read (file, cancellable, NULL, error);
  return pdf != NULL ? kumoji_signed_paper_read (pdf, error) : NULL;
}
