/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph: a text broken into lines that fit a width. */
#pragma once

#include "catalog/kumoji-language.h"
#include "report/kumoji-page.h"
#include "report/kumoji-typeface.h"

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_ALIGN_LEFT,
  KUMOJI_ALIGN_CENTRE,
  KUMOJI_ALIGN_RIGHT,
} KumojiAlign;

/**
 * KumojiTextStyle:
 * @size: points
 * @align: of the lines in the paragraph's width
 * @leading: from line to line, in sizes; 0 for the usual 1.5
 */
typedef struct
{
  double size;
  gboolean bold;
  KumojiColour colour;
  KumojiAlign align;
  double leading;
} KumojiTextStyle;

typedef struct _KumojiParagraph KumojiParagraph;

KumojiParagraph *kumoji_paragraph_new (KumojiTypeface *typeface,
                                       KumojiLanguage language,
                                       const char *text,
                                       const KumojiTextStyle *style,
                                       double width);
void kumoji_paragraph_free (KumojiParagraph *paragraph);

void kumoji_paragraph_limit (KumojiParagraph *paragraph, guint n_lines);

gboolean kumoji_paragraph_has_missing (KumojiParagraph *paragraph);
guint kumoji_paragraph_get_n_lines (KumojiParagraph *paragraph);
double kumoji_paragraph_get_line_height (KumojiParagraph *paragraph);
double kumoji_paragraph_get_height (KumojiParagraph *paragraph);
double kumoji_paragraph_get_widest (KumojiParagraph *paragraph);
double kumoji_paragraph_get_line_width (KumojiParagraph *paragraph, guint line);
char *kumoji_paragraph_dup_line (KumojiParagraph *paragraph, guint line);

void kumoji_paragraph_draw (KumojiParagraph *paragraph,
                            KumojiPage *page,
                            double x,
                            double top,
                            guint first,
                            guint n_lines,
                            const KumojiBox *box);

double kumoji_label_draw (KumojiPage *page,
                          KumojiTypeface *typeface,
                          const char *text,
                          const KumojiTextStyle *style,
                          const KumojiBox *box);

double kumoji_longest_word (KumojiTypeface *typeface,
                            KumojiLanguage language,
                            const char *text,
                            double size,
                            gboolean bold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiParagraph, kumoji_paragraph_free)

G_END_DECLS
