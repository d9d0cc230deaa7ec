/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet: paper size, margins, running head and foot. */
#pragma once

#include "report/kumoji-palette.h"
#include "report/kumoji-paragraph.h"

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_PAPER_A4,
  KUMOJI_PAPER_LETTER,
} KumojiPaper;

typedef enum
{
  KUMOJI_PORTRAIT,
  KUMOJI_LANDSCAPE,
} KumojiOrientation;

/**
 * KumojiSheet:
 * @width: points
 * @height: points
 * @body: the room of the text
 * @name: of the report, at the head of its pages
 * @mark: of confidentiality, at the head of each page; "" for none
 */
typedef struct
{
  KumojiTypeface *typeface;
  KumojiLanguage language;
  double width, height;
  KumojiBox body;
  char *company, *name, *date, *fingerprint, *mark;
} KumojiSheet;

void kumoji_sheet_init (KumojiSheet *sheet, KumojiTypeface *typeface, KumojiLanguage language);
void kumoji_sheet_clear (KumojiSheet *sheet);
void kumoji_sheet_set_paper (KumojiSheet *sheet, KumojiPaper paper, KumojiOrientation orientation);
void kumoji_sheet_set_running (KumojiSheet *sheet,
                               const char *company,
                               const char *date,
                               const char *fingerprint);
void kumoji_sheet_set_name (KumojiSheet *sheet, const char *name);
void kumoji_sheet_set_mark (KumojiSheet *sheet, const char *mark);
double kumoji_sheet_draw_mark (KumojiSheet *sheet,
                               KumojiPage *page,
                               double size,
                               double right,
                               double middle);
void kumoji_sheet_draw_head (KumojiSheet *sheet, KumojiPage *page);
void kumoji_sheet_draw_foot (KumojiSheet *sheet, KumojiPage *page, guint number, guint n_pages);

G_END_DECLS
