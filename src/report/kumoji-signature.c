/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signature block: where the people who answer for a report put their seals or names. */
#include "report/kumoji-signature.h"

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-paragraph.h"

#define MILLIMETRE (72 / 25.4)

#define SEAL_SIDE (22 * MILLIMETRE)
#define SEAL_HEAD 16.0
#define SEAL_FOOT 14.0

#define LINE_WIDTH 236.0
#define LINE_HEIGHT 29.0
#define LABEL_WIDTH 52.0
#define DATE_WIDTH 66.0
#define CAPTION_HEIGHT 9.0
#define GAP 8.0

#define N_ROLES 3

/* As work goes through an office; seal boxes stand the other way round, the highest first. */
static const char *const roles[N_ROLES] = { N_("Prepared"), N_("Checked"), N_("Approved") };

/**
 * kumoji_signature_get_usual:
 *
 * Returns: what people expect in a report of that language
 */
KumojiSignature
kumoji_signature_get_usual (KumojiLanguage language)
{
  return language == KUMOJI_LANGUAGE_JA ? KUMOJI_SIGNATURE_SEALS : KUMOJI_SIGNATURE_LINES;
}

/**
 * kumoji_signature_get_size:
 * @width: (out): points
 * @height: (out): points
 */
void
kumoji_signature_get_size (KumojiSignature signature, double *width, double *height)
{
  *width = *height = 0;
  if (signature == KUMOJI_SIGNATURE_SEALS)
    {
      *width = N_ROLES * SEAL_SIDE;
      *height = SEAL_HEAD + SEAL_SIDE + SEAL_FOOT;
    }
  else if (signature == KUMOJI_SIGNATURE_LINES)
    {
      *width = LINE_WIDTH;
      *height = N_ROLES * LINE_HEIGHT;
    }
}

static void
draw_label (KumojiPage *page,
            KumojiTypeface *typeface,
            const char *text,
            double size,
            KumojiColour colour,
            KumojiAlign align,
            KumojiBox box)
{
  const KumojiTextStyle style = { size, FALSE, colour, align, 1.2 };

  kumoji_label_draw (page, typeface, text, &style, &box);
}

static void
draw_seals (KumojiPage *page, KumojiTypeface *typeface, KumojiLanguage language, double x, double y)
{
  const KumojiPalette *palette = &kumoji_palette_paper;
  const double width = N_ROLES * SEAL_SIDE, bottom = y + SEAL_HEAD + SEAL_SIDE + SEAL_FOOT;
  const double foot = bottom - SEAL_FOOT;
  const KumojiBox head = { x, y, width, SEAL_HEAD }, whole = { x, y, width, bottom - y };
  const KumojiInk dotted = { KUMOJI_COLOUR_NONE, palette->rule, 0.4, 1, FALSE };

  kumoji_page_add_box (page, &head, 0, KUMOJI_INK_FILL (palette->tint));
  kumoji_page_add_line (page, x, y + SEAL_HEAD, x + width, y + SEAL_HEAD,
                        KUMOJI_INK_STROKE (palette->rule, 0.5));
  kumoji_page_add_line (page, x, foot, x + width, foot, &dotted);
  for (guint i = 0; i < N_ROLES; i++)
    {
      const double left = x + i * SEAL_SIDE;

      draw_label (page, typeface, kumoji_phrase (language, roles[N_ROLES - 1 - i]), 8.5,
                  palette->text, KUMOJI_ALIGN_CENTRE,
                  (KumojiBox){ left + 2, y, SEAL_SIDE - 4, SEAL_HEAD });
      /* TRANSLATORS: the empty date under a seal; in Japanese with room before each of 年 月 日 */
      draw_label (page, typeface, kumoji_phrase (language, N_("        /        /")), 6.5,
                  palette->dim, KUMOJI_ALIGN_CENTRE,
                  (KumojiBox){ left + 1, foot, SEAL_SIDE - 2, SEAL_FOOT });
      if (i > 0)
        kumoji_page_add_line (page, left, y, left, bottom, KUMOJI_INK_STROKE (palette->rule, 0.5));
    }
  kumoji_page_add_box (page, &whole, 0, KUMOJI_INK_STROKE (palette->rule, 0.75));
}

static void
draw_lines (KumojiPage *page, KumojiTypeface *typeface, KumojiLanguage language, double x, double y)
{
  const KumojiPalette *palette = &kumoji_palette_paper;
  const KumojiInk *ink = KUMOJI_INK_STROKE (palette->text, 0.5);
  const double name = x + LABEL_WIDTH, date = x + LINE_WIDTH - DATE_WIDTH;

  for (guint i = 0; i < N_ROLES; i++)
    {
      const double top = y + i * LINE_HEIGHT, line = top + LINE_HEIGHT - CAPTION_HEIGHT;

      draw_label (page, typeface, kumoji_phrase (language, roles[i]), 8.5, palette->text,
                  KUMOJI_ALIGN_LEFT, (KumojiBox){ x, line - 11, LABEL_WIDTH - 4, 12 });
      kumoji_page_add_line (page, name, line, date - GAP, line, ink);
      kumoji_page_add_line (page, date, line, x + LINE_WIDTH, line, ink);
      draw_label (page, typeface, kumoji_phrase (language, N_("Name and signature")), 6.5,
                  palette->dim, KUMOJI_ALIGN_LEFT,
                  (KumojiBox){ name, line, date - GAP - name, CAPTION_HEIGHT });
      draw_label (page, typeface, kumoji_phrase (language, N_("Date")), 6.5, palette->dim,
                  KUMOJI_ALIGN_LEFT, (KumojiBox){ date, line, DATE_WIDTH, CAPTION_HEIGHT });
    }
}

/**
 * kumoji_signature_draw:
 * @x: the left, points
 * @y: the top, points
 */
void
kumoji_signature_draw (KumojiSignature signature,
                       KumojiPage *page,
                       KumojiTypeface *typeface,
                       KumojiLanguage language,
                       double x,
                       double y)
{
  if (signature == KUMOJI_SIGNATURE_SEALS)
    draw_seals (page, typeface, language, x, y);
  else if (signature == KUMOJI_SIGNATURE_LINES)
    draw_lines (page, typeface, language, x, y);
}
