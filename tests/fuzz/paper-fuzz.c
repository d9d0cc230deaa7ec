/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: what a report's PDF says of itself, as poppler hands it over: title, creator and
 * keywords, with a NUL between them. Poppler itself is not ours. */
#include <string.h>

#include "report/kumoji-report.h"
#include "report/kumoji-signed-paper.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* What was taken is what a comparison and a report may rely on. */
static void
check_paper (KumojiSignedPaper *paper)
{
  KumojiReportParts parts;
  KumojiLanguage language;

  g_assert_cmpuint (strlen (paper->fingerprints->whole), ==, strlen ("k1:") + 64);
  g_assert_true (*paper->date == '\0' || kumoji_date_is_valid (paper->date));
  g_assert_true (*paper->parts == '\0'
                 || kumoji_report_parse_parts (paper->parts, &parts, NULL, NULL));
  g_assert_true (*paper->language == '\0' || kumoji_language_parse (paper->language, &language));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  const char *parts[3] = { NULL, NULL, NULL }, *end = (const char *) data + size;
  const char *from = (const char *) data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (parts) && from < end; i++)
    {
      const char *nul = memchr (from, '\0', end - from);
      const char *until = nul != NULL ? nul : end;
      /* Poppler gives valid UTF-8. */
      g_ptr_array_add (texts, g_utf8_make_valid (from, until - from));
      parts[i] = texts->pdata[i];
      from = until + 1;
    }
  g_autoptr (KumojiSignedPaper) paper =
    kumoji_signed_paper_new (parts[0], parts[1], parts[2], &error);
  g_assert_true ((paper != NULL) == (error == NULL));
  if (paper != NULL)
    check_paper (paper);
  else
    g_assert_nonnull (strstr (error->message, "; "));
  return 0;
}
