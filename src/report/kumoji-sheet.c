/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet: paper size, margins, running head and foot. */
#include "report/kumoji-sheet.h"

#include "catalog/kumoji-phrases.h"

/* Points. 17 mm at the sides: every office printer reaches them, and files can be punched. */
#define SIDE 48.0
#define HEAD_TOP 23.0
#define HEAD_RULE 37.5
#define BODY_TOP 50.0
#define BODY_BOTTOM 46.0
#define FOOT_RULE 34.0
#define RUNNING_HEIGHT 12.0
#define RUNNING_GAP 8.0

#define GAP "\xe3\x80\x80" /* an ideographic space */

typedef struct
{
  double width, height;
} Size;

static const Size sizes[] = {
  [KUMOJI_PAPER_A4] = { 595.276, 841.89 },
  [KUMOJI_PAPER_LETTER] = { 612, 792 },
};

void
kumoji_sheet_init (KumojiSheet *sheet, KumojiTypeface *typeface, KumojiLanguage language)
{
  sheet->typeface = g_object_ref (typeface);
  sheet->language = language;
  sheet->name = g_strdup ("");
  sheet->company = g_strdup ("");
  sheet->date = g_strdup ("");
  sheet->fingerprint = g_strdup ("");
  sheet->mark = g_strdup ("");
}

void
kumoji_sheet_clear (KumojiSheet *sheet)
{
  g_clear_object (&sheet->typeface);
  g_clear_pointer (&sheet->name, g_free);
  g_clear_pointer (&sheet->company, g_free);
  g_clear_pointer (&sheet->date, g_free);
  g_clear_pointer (&sheet->fingerprint, g_free);
  g_clear_pointer (&sheet->mark, g_free);
}

void
kumoji_sheet_set_paper (KumojiSheet *sheet, KumojiPaper paper, KumojiOrientation orientation)
{
  const Size *size = &sizes[paper];

  sheet->width = orientation == KUMOJI_PORTRAIT ? size->width : size->height;
  sheet->height = orientation == KUMOJI_PORTRAIT ? size->height : size->width;
  sheet->body =
    (KumojiBox){ SIDE, BODY_TOP, sheet->width - 2 * SIDE, sheet->height - BODY_TOP - BODY_BOTTOM };
}

static void
replace (char **text, const char *with)
{
  g_free (*text);
  *text = g_strdup (with != NULL ? with : "");
}

void
kumoji_sheet_set_running (KumojiSheet *sheet,
                          const char *company,
                          const char *date,
                          const char *fingerprint)
{
  replace (&sheet->company, company);
  replace (&sheet->date, date);
  replace (&sheet->fingerprint, fingerprint);
}

void
kumoji_sheet_set_name (KumojiSheet *sheet, const char *name)
{
  replace (&sheet->name, name);
}

/**
 * kumoji_sheet_set_mark:
 * @mark: (nullable): of confidentiality
 */
void
kumoji_sheet_set_mark (KumojiSheet *sheet, const char *mark)
{
  replace (&sheet->mark, mark);
}

/**
 * kumoji_sheet_draw_mark:
 * @size: of the type, points
 * @right: where its frame ends
 * @middle: of its height
 *
 * The mark of confidentiality in a frame, if there is one.
 *
 * Returns: where the frame begins; @right for none
 */
double
kumoji_sheet_draw_mark (KumojiSheet *sheet,
                        KumojiPage *page,
                        double size,
                        double right,
                        double middle)
{
  const KumojiTextStyle style = { size, TRUE, kumoji_palette_paper.bad, KUMOJI_ALIGN_CENTRE, 1.3 };
  const double width = kumoji_typeface_measure (sheet->typeface, sheet->mark, size, TRUE);
  const KumojiBox box = { right - width - 1.2 * size, middle - 0.75 * size, width + 1.2 * size,
                          1.5 * size };

  if (*sheet->mark == '\0')
    return right;
  kumoji_page_add_box (page, &box, 0,
                       KUMOJI_INK_STROKE (kumoji_palette_paper.bad, (float) size / 12));
  kumoji_label_draw (page, sheet->typeface, sheet->mark, &style, &box);
  return box.x;
}

static void
draw_running (KumojiSheet *sheet,
              KumojiPage *page,
              const char *text,
              KumojiAlign align,
              double x,
              double y,
              double width)
{
  const KumojiTextStyle style = { KUMOJI_SIZE_RUNNING, FALSE, kumoji_palette_paper.dim, align,
                                  1.3 };
  const KumojiBox box = { x, y, width, RUNNING_HEIGHT };

  if (*text != '\0')
    kumoji_label_draw (page, sheet->typeface, text, &style, &box);
}

/**
 * kumoji_sheet_draw_head:
 *
 * Company and report at the left, mark and date at the right, a thin rule below.
 */
void
kumoji_sheet_draw_head (KumojiSheet *sheet, KumojiPage *page)
{
  const double right = kumoji_page_get_width (page) - SIDE;
  const double date_width =
    kumoji_typeface_measure (sheet->typeface, sheet->date, KUMOJI_SIZE_RUNNING, FALSE) + 0.1;
  const double mark_end = right - (*sheet->date != '\0' ? date_width + RUNNING_GAP : 0);
  const double mark = kumoji_sheet_draw_mark (sheet, page, KUMOJI_SIZE_RUNNING, mark_end,
                                              HEAD_TOP + RUNNING_HEIGHT / 2);
  g_autofree char *left = g_strjoin (*sheet->company != '\0' && *sheet->name != '\0' ? GAP : "",
                                     sheet->company, sheet->name, NULL);

  draw_running (sheet, page, left, KUMOJI_ALIGN_LEFT, SIDE, HEAD_TOP, mark - RUNNING_GAP - SIDE);
  draw_running (sheet, page, sheet->date, KUMOJI_ALIGN_RIGHT, right - date_width, HEAD_TOP,
                date_width);
  kumoji_page_add_line (page, SIDE, HEAD_RULE, right, HEAD_RULE,
                        KUMOJI_INK_STROKE (kumoji_palette_paper.rule, 0.5));
}

/**
 * kumoji_sheet_draw_foot:
 * @number: of the page, counted from 1
 *
 * The fingerprint at the left, page n / N at the right, a thin rule above.
 */
void
kumoji_sheet_draw_foot (KumojiSheet *sheet, KumojiPage *page, guint number, guint n_pages)
{
  const double width = kumoji_page_get_width (page) - 2 * SIDE;
  const double rule = kumoji_page_get_height (page) - FOOT_RULE;
  const double number_width = 80;
  g_autofree char *numbered = g_strdup_printf ("%u / %u", number, n_pages);
  g_autofree char *left = NULL;

  left = *sheet->fingerprint != '\0'
           ? g_strconcat (kumoji_phrase (sheet->language, N_("Fingerprint")), GAP,
                          sheet->fingerprint, NULL)
           : g_strdup ("");
  kumoji_page_set_place (page, NULL);
  kumoji_page_add_line (page, SIDE, rule, SIDE + width, rule,
                        KUMOJI_INK_STROKE (kumoji_palette_paper.rule, 0.5));
  draw_running (sheet, page, left, KUMOJI_ALIGN_LEFT, SIDE, rule + 3, width - number_width);
  draw_running (sheet, page, numbered, KUMOJI_ALIGN_RIGHT, SIDE + width - number_width, rule + 3,
                number_width);
}
