/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of amounts. Each draws in a box of any page, on paper or for the screen. */
#pragma once

#include "catalog/kumoji-language.h"
#include "report/kumoji-palette.h"
#include "report/kumoji-paragraph.h"
#include "report/kumoji-report-date.h"
#include "report/kumoji-typeface.h"

G_BEGIN_DECLS

/**
 * KumojiCanvas:
 * @size: of the type, points
 * @calendar: in which axes count years
 *
 * What a chart draws with.
 */
typedef struct
{
  KumojiPage *page;
  KumojiTypeface *typeface;
  const KumojiPalette *palette;
  KumojiLanguage language;
  double size;
  KumojiCalendar calendar;
} KumojiCanvas;

/**
 * KumojiAmount:
 * @label: what it is the amount of
 * @text: the amount as the reader writes it
 * @value: not negative; only its proportion to the others counts
 */
typedef struct
{
  const char *label;
  const char *text;
  double value;
} KumojiAmount;

double kumoji_chart_measure_stack (const KumojiCanvas *canvas,
                                   double width,
                                   const KumojiAmount *amounts,
                                   guint n_amounts);
void kumoji_chart_draw_stack (const KumojiCanvas *canvas,
                              const KumojiBox *box,
                              const KumojiAmount *amounts,
                              guint n_amounts);
void kumoji_chart_draw_columns (const KumojiCanvas *canvas,
                                const KumojiBox *box,
                                const KumojiAmount *amounts,
                                guint n_amounts);
void kumoji_chart_draw_progress (const KumojiCanvas *canvas,
                                 const KumojiBox *box,
                                 guint good,
                                 guint bad,
                                 guint total);

void kumoji_canvas_write (const KumojiCanvas *canvas,
                          const char *text,
                          double size,
                          gboolean bold,
                          KumojiColour colour,
                          KumojiAlign align,
                          KumojiBox box);

G_END_DECLS
