/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a flow: title, paragraphs, items of a list. */
#include "report/kumoji-flow.h"

/* Points. */
#define MARK_INDENT 13.0
#define TEXT_AFTER 3.0
#define TITLE_AFTER 4.0
#define TITLE_GAP 18.0
#define LEAST_TITLE 80.0

/* Fewer lines of a paragraph do not stand alone at the foot or the head of a page. */
#define TOGETHER 2

static void
draw_title_line (KumojiFlow *flow,
                 const char *text,
                 double size,
                 gboolean bold,
                 KumojiColour colour,
                 double width)
{
  const KumojiTextStyle style = { size, bold, colour, KUMOJI_ALIGN_LEFT, bold ? 1.35 : 1.55 };
  g_autoptr (KumojiParagraph) paragraph =
    kumoji_paragraph_new (kumoji_flow_get_typeface (flow), kumoji_flow_get_language (flow), text,
                          &style, width);
  const double height = kumoji_paragraph_get_height (paragraph);
  const KumojiBox box = { kumoji_flow_get_x (flow), kumoji_flow_get_y (flow), width, height };

  kumoji_paragraph_draw (paragraph, kumoji_flow_get_page (flow), box.x, box.y, 0, G_MAXINT, &box);
  kumoji_flow_advance (flow, height);
}

/**
 * kumoji_flow_add_title:
 * @kicker: (nullable): a line above the title
 * @title: what the report says
 * @notes: (nullable) (array zero-terminated=1): lines below the title
 * @signature: the block at the right, if any
 */
void
kumoji_flow_add_title (KumojiFlow *flow,
                       const char *kicker,
                       const char *title,
                       const char *const *notes,
                       KumojiSignature signature)
{
  const KumojiPalette *palette = &kumoji_palette_paper;
  const double full_width = kumoji_flow_get_width (flow);
  double width, height, text_width, top;

  kumoji_signature_get_size (signature, &width, &height);
  text_width = full_width - (width > 0 ? width + TITLE_GAP : 0);
  kumoji_flow_prepare (flow, MAX (height, LEAST_TITLE));
  top = kumoji_flow_get_y (flow);
  kumoji_signature_draw (signature, kumoji_flow_get_page (flow), kumoji_flow_get_typeface (flow),
                         kumoji_flow_get_language (flow),
                         kumoji_flow_get_x (flow) + full_width - width, top);

  if (kicker != NULL && *kicker != '\0')
    draw_title_line (flow, kicker, KUMOJI_SIZE_BODY, FALSE, palette->dim, text_width);
  kumoji_flow_advance (flow, TITLE_AFTER);
  draw_title_line (flow, title, KUMOJI_SIZE_TITLE, TRUE, palette->text, text_width);
  kumoji_flow_advance (flow, TITLE_AFTER);
  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    draw_title_line (flow, notes[i], KUMOJI_SIZE_BODY, FALSE, palette->dim, text_width);

  kumoji_flow_advance (flow, MAX (top + height - kumoji_flow_get_y (flow), 0));
  kumoji_flow_add_space (flow, TITLE_GAP);
}

/* Lines that go on this page, so that neither page gets a single one. */
static guint
count_fitting (guint n_left, double space, double line_height)
{
  guint n_fitting = MIN (n_left, (guint) MAX (space / line_height + 0.001, 1));

  if (n_fitting < n_left && n_left - n_fitting < TOGETHER && n_fitting > TOGETHER)
    n_fitting = n_left - TOGETHER;

  return n_fitting;
}

static void
draw_item_mark (KumojiFlow *flow, KumojiMark mark, double size, double line_height)
{
  KumojiPage *page = kumoji_flow_get_page (flow);
  const double x = kumoji_flow_get_x (flow), y = kumoji_flow_get_y (flow);

  if (mark == KUMOJI_MARK_NONE)
    kumoji_page_add_circle (page, x + 4, y + line_height / 2, 1.3,
                            KUMOJI_INK_FILL (kumoji_palette_paper.text));
  else
    kumoji_mark_draw (page, &kumoji_palette_paper, mark, x, y + (line_height - size) / 2, size);
}

/* @mark: drawn in the indent, NULL for a plain paragraph */
static void
add_paragraph (KumojiFlow *flow,
               const char *text,
               const KumojiTextStyle *style,
               double indent,
               const KumojiMark *mark)
{
  const double width = kumoji_flow_get_width (flow) - indent;
  g_autoptr (KumojiParagraph) paragraph =
    kumoji_paragraph_new (kumoji_flow_get_typeface (flow), kumoji_flow_get_language (flow), text,
                          style, width);
  const double line_height = kumoji_paragraph_get_line_height (paragraph);
  const guint n_lines = kumoji_paragraph_get_n_lines (paragraph);

  kumoji_flow_prepare (flow, line_height * (n_lines <= TOGETHER + 1 ? n_lines : TOGETHER));
  if (mark != NULL)
    draw_item_mark (flow, *mark, style->size, line_height);
  for (guint first = 0, n; first < n_lines; first += n)
    {
      KumojiBox box;

      if (first > 0)
        kumoji_flow_break_page (flow);
      n = count_fitting (n_lines - first, kumoji_flow_get_space_left (flow), line_height);
      box = (KumojiBox){ kumoji_flow_get_x (flow) + indent, kumoji_flow_get_y (flow), width,
                         n * line_height };
      kumoji_paragraph_draw (paragraph, kumoji_flow_get_page (flow), box.x, box.y, first, n, &box);
      kumoji_flow_advance (flow, box.height);
    }
  kumoji_flow_add_space (flow, TEXT_AFTER);
}

/**
 * kumoji_flow_add_styled_text:
 * @indent: from the left, points
 */
void
kumoji_flow_add_styled_text (KumojiFlow *flow,
                             const char *text,
                             const KumojiTextStyle *style,
                             double indent)
{
  add_paragraph (flow, text, style, indent, NULL);
}

/**
 * kumoji_flow_add_text:
 *
 * A paragraph in the usual type.
 */
void
kumoji_flow_add_text (KumojiFlow *flow, const char *text)
{
  const KumojiTextStyle style = { KUMOJI_SIZE_BODY, FALSE, kumoji_palette_paper.text };

  add_paragraph (flow, text, &style, 0, NULL);
}

/**
 * kumoji_flow_add_item:
 * @mark: drawn before the text; %KUMOJI_MARK_NONE for a mere dot
 *
 * A paragraph of a list.
 */
void
kumoji_flow_add_item (KumojiFlow *flow, KumojiMark mark, const char *text)
{
  const KumojiTextStyle style = { KUMOJI_SIZE_BODY, FALSE, kumoji_palette_paper.text };

  add_paragraph (flow, text, &style, MARK_INDENT, &mark);
}
