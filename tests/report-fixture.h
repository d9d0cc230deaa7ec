/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of reports share: a report of a project, and what can be read on its pages. */
#pragma once

#include "files/kumoji-sample.h"
#include "report/kumoji-report.h"

#define FIXTURE_TODAY "2026-11-20"

/* The text of one page, in the order of drawing, without any white space: a line break then cuts
 * nothing in two. */
static inline char *
fixture_dup_page_text (KumojiDocument *document, guint number)
{
  KumojiPage *page = kumoji_document_get_page (document, number);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kumoji_page_get_n_drawings (page); i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);

      for (const char *p = drawing->text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          g_string_append_unichar (text, g_utf8_get_char (p));
    }

  return g_string_free (text, FALSE);
}

static inline char *
fixture_dup_text (KumojiDocument *document)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    {
      g_autofree char *page = fixture_dup_page_text (document, i);

      g_string_append (text, page);
    }

  return g_string_free (text, FALSE);
}

static inline char *
fixture_dup_dense (const char *text)
{
  GString *dense = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (dense, g_utf8_get_char (p));

  return g_string_free (dense, FALSE);
}

static inline gboolean
fixture_has (const char *text, const char *wanted)
{
  g_autofree char *dense = fixture_dup_dense (wanted);

  return strstr (text, dense) != NULL;
}

#define assert_has(text, wanted)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!fixture_has (text, wanted))                                                               \
      {                                                                                            \
        g_test_message ("missing on paper: %s", wanted);                                           \
        g_test_fail ();                                                                            \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

#define assert_has_not(text, unwanted)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (fixture_has (text, unwanted))                                                              \
      {                                                                                            \
        g_test_message ("on paper, and should not be: %s", unwanted);                              \
        g_test_fail ();                                                                            \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

/* Lays a report and checks that everything stays on its page and in its cell. */
static inline KumojiDocument *
fixture_lay_out (KumojiProject *project, const KumojiReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  KumojiDocument *document = kumoji_report_lay_out (project, options, NULL, &error);

  g_assert_no_error (error);
  kumoji_document_check (document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kumoji_document_get_n_pages (document), >, 0);

  return document;
}
