/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the layout kit share: what stands on a page. */
#pragma once

#include "report/kumoji-page.h"

static inline gboolean
page_has (KumojiPage *page, const char *text)
{
  const guint n_drawings = kumoji_page_get_n_drawings (page);

  for (guint i = 0; i < n_drawings; i++)
    if (g_strcmp0 (kumoji_page_get_drawing (page, i)->text, text) == 0)
      return TRUE;

  return FALSE;
}

/* No two runs of text on a page lie over each other. */
static inline void
assert_no_overlap (KumojiPage *page)
{
  const guint n_drawings = kumoji_page_get_n_drawings (page);

  for (guint i = 0; i < n_drawings; i++)
    for (guint j = 0; j < i; j++)
      {
        const KumojiDrawing *a = kumoji_page_get_drawing (page, i);
        const KumojiDrawing *b = kumoji_page_get_drawing (page, j);

        if (a->text == NULL || b->text == NULL || a->width == 0 || b->width == 0)
          continue;
        if (a->x + a->width > b->x + 0.1 && b->x + b->width > a->x + 0.1
            && a->y + 0.12 * a->size > b->y - 0.88 * b->size + 0.1
            && b->y + 0.12 * b->size > a->y - 0.88 * a->size + 0.1)
          g_error ("“%s” and “%s” overlap", a->text, b->text);
      }
}
