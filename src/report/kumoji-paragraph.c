/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph: a text broken into lines that fit a width. */
#include "report/kumoji-paragraph.h"

#include <math.h>

#include "report/kumoji-letters.h"
#include "report/kumoji-plain-text.h"

#define USUAL_LEADING 1.5

/* Up to so many lines, a text is a sentence or a label and no body of text. */
#define FEW_LINES 6

/* How much thicker the strokes of a face without a bold become, in sizes. */
#define EMBOLDEN 0.03

typedef struct
{
  guint first, end; /* letters */
  guint64 width;    /* thousandths of an em */
} Line;

struct _KumojiParagraph
{
  KumojiTextStyle style;
  double width;
  GArray *letters;
  GArray *lines;
  KumojiTypeface *typeface;
};

#define LETTER(paragraph, i) (&g_array_index ((paragraph)->letters, KumojiLetter, i))
#define LINE(paragraph, i) (&g_array_index ((paragraph)->lines, Line, i))

/* Breaks from the letter @first to the end of its line of text, and says where the next begins. */
static guint
break_hard_line (GArray *letters, guint first, guint64 width, gboolean phrases, GArray *lines)
{
  guint next = first;

  do
    {
      Line line = { next };

      line.end = kumoji_letters_find_end (letters, line.first, width, phrases, &next);
      line.width = kumoji_letters_measure (letters, line.first, line.end);
      g_array_append_val (lines, line);
    }
  while (next < letters->len && g_array_index (letters, KumojiLetter, next - 1).character != '\n');

  return next;
}

/* A short text reads better where its lines end with phrases. The paper is worth more than that:
 * only where it takes no more lines. */
static void
prefer_phrases (GArray *letters, guint first, guint64 width, GArray *lines, guint start)
{
  const guint n_lines = lines->len - start;
  g_autoptr (GArray) trial = NULL;

  if (n_lines < 2 || n_lines > FEW_LINES)
    return;

  trial = g_array_new (FALSE, FALSE, sizeof (Line));
  break_hard_line (letters, first, width, TRUE, trial);
  if (trial->len > n_lines)
    return;

  g_array_set_size (lines, start);
  g_array_append_vals (lines, trial->data, trial->len);
}

static guint64
find_widest_letter (GArray *letters)
{
  guint64 widest = 0;

  for (guint i = 0; i < letters->len; i++)
    widest = MAX (widest, g_array_index (letters, KumojiLetter, i).advance);

  return widest;
}

static void
break_lines (KumojiParagraph *paragraph, KumojiLanguage language, const char *plain)
{
  const guint64 widest = find_widest_letter (paragraph->letters);
  guint64 width;
  guint first = 0;

  /* Narrower than a letter: rather small type than a letter that leaves its cell. */
  if (widest * paragraph->style.size / 1000 > paragraph->width)
    paragraph->style.size = paragraph->width * 1000 / widest;
  width = floor (paragraph->width * 1000 / paragraph->style.size + 0.01);
  if (kumoji_letters_measure (paragraph->letters, 0, paragraph->letters->len) > width)
    kumoji_letters_find_breaks (paragraph->letters, language, plain);

  do
    {
      const guint start = paragraph->lines->len;
      const guint next =
        break_hard_line (paragraph->letters, first, width, FALSE, paragraph->lines);

      prefer_phrases (paragraph->letters, first, width, paragraph->lines, start);
      first = next;
    }
  while (first < paragraph->letters->len);
}

/**
 * kumoji_paragraph_new:
 * @text: (nullable): anything; made plain first, see kumoji_plain_text()
 * @width: points that a line may take, more than 0
 *
 * Returns: (transfer full): the text in lines, at least one; no line is wider than @width
 */
KumojiParagraph *
kumoji_paragraph_new (KumojiTypeface *typeface,
                      KumojiLanguage language,
                      const char *text,
                      const KumojiTextStyle *style,
                      double width)
{
  KumojiParagraph *paragraph = g_new0 (KumojiParagraph, 1);
  g_autofree char *plain = kumoji_plain_text (text);

  paragraph->style = *style;
  if (paragraph->style.leading == 0)
    paragraph->style.leading = USUAL_LEADING;
  paragraph->width = isfinite (width) && width > 1 ? width : 1;
  paragraph->typeface = g_object_ref (typeface);
  paragraph->letters = kumoji_letters_new (typeface, plain, style->bold);
  paragraph->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  break_lines (paragraph, language, plain);

  return paragraph;
}

void
kumoji_paragraph_free (KumojiParagraph *paragraph)
{
  if (paragraph == NULL)
    return;

  g_array_unref (paragraph->letters);
  g_array_unref (paragraph->lines);
  g_object_unref (paragraph->typeface);
  g_free (paragraph);
}

/**
 * kumoji_paragraph_limit:
 * @n_lines: at least 1
 *
 * Drops the lines beyond @n_lines, and ends the last one with an ellipsis. For charts and running
 * heads, where room is fixed and the whole text stands elsewhere.
 */
void
kumoji_paragraph_limit (KumojiParagraph *paragraph, guint n_lines)
{
  KumojiLetter ellipsis = { 0x2026 };
  guint64 width = paragraph->width * 1000 / paragraph->style.size;
  Line *line;

  if (paragraph->lines->len <= n_lines)
    return;

  kumoji_typeface_find (paragraph->typeface, ellipsis.character, 0, paragraph->style.bold,
                        &ellipsis.glyph);
  ellipsis.advance = ellipsis.glyph.width;
  line = LINE (paragraph, n_lines - 1);
  /* The word that did not fit any more may still fit in part. */
  line->end = line[1].end;
  while (line->end > line->first
         && kumoji_letters_measure (paragraph->letters, line->first, line->end) + ellipsis.advance
              > width)
    line->end--;

  g_array_set_size (paragraph->letters, line->end);
  g_array_append_val (paragraph->letters, ellipsis);
  line->end++;
  line->width = kumoji_letters_measure (paragraph->letters, line->first, line->end);
  g_array_set_size (paragraph->lines, n_lines);
}

/**
 * kumoji_paragraph_has_missing:
 *
 * Returns: whether it has characters that no installed font has; drawing it adds warnings
 */
gboolean
kumoji_paragraph_has_missing (KumojiParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->letters->len; i++)
    if (LETTER (paragraph, i)->glyph.missing)
      return TRUE;

  return FALSE;
}

guint
kumoji_paragraph_get_n_lines (KumojiParagraph *paragraph)
{
  return paragraph->lines->len;
}

/**
 * kumoji_paragraph_get_line_height:
 *
 * Returns: from line to line, points
 */
double
kumoji_paragraph_get_line_height (KumojiParagraph *paragraph)
{
  return paragraph->style.size * paragraph->style.leading;
}

/**
 * kumoji_paragraph_get_height:
 *
 * Returns: points
 */
double
kumoji_paragraph_get_height (KumojiParagraph *paragraph)
{
  return paragraph->lines->len * kumoji_paragraph_get_line_height (paragraph);
}

/**
 * kumoji_paragraph_get_line_width:
 *
 * Returns: points
 */
double
kumoji_paragraph_get_line_width (KumojiParagraph *paragraph, guint line)
{
  g_return_val_if_fail (line < paragraph->lines->len, 0);

  return LINE (paragraph, line)->width * paragraph->style.size / 1000;
}

/**
 * kumoji_paragraph_get_widest:
 *
 * Returns: the width of the widest line, points
 */
double
kumoji_paragraph_get_widest (KumojiParagraph *paragraph)
{
  double widest = 0;

  for (guint i = 0; i < paragraph->lines->len; i++)
    widest = MAX (widest, kumoji_paragraph_get_line_width (paragraph, i));

  return widest;
}

/**
 * kumoji_paragraph_dup_line:
 *
 * Returns: (transfer full): the text of a line
 */
char *
kumoji_paragraph_dup_line (KumojiParagraph *paragraph, guint line)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (line < paragraph->lines->len, NULL);

  for (guint i = LINE (paragraph, line)->first; i < LINE (paragraph, line)->end; i++)
    g_string_append_unichar (text, LETTER (paragraph, i)->character);

  return g_string_free (text, FALSE);
}

/* A mark over a letter: kana have theirs at the upper right, other scripts in the middle. */
static double
find_mark_shift (const KumojiLetter *mark, const KumojiLetter *base, double size)
{
  g_autoptr (KumojiPath) path = kumoji_path_new ();
  const double room = base->glyph.width * size / 1000;
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;
  const KumojiPathStep *steps;
  guint n_steps;

  kumoji_face_trace (mark->glyph.face, mark->glyph.glyph, 0, 0, size, path);
  steps = kumoji_path_get_steps (path, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    if (steps[i].verb != KUMOJI_PATH_CLOSE)
      {
        const double x = steps[i].x[steps[i].verb == KUMOJI_PATH_CURVE ? 2 : 0];

        left = MIN (left, x);
        right = MAX (right, x);
      }
  if (left > right)
    return 0;
  if (mark->character == 0x3099 || mark->character == 0x309a)
    return -right;

  return -room / 2 - (left + right) / 2;
}

static KumojiInk
get_ink (KumojiParagraph *paragraph, const KumojiLetter *letter)
{
  KumojiInk ink = { paragraph->style.colour, KUMOJI_COLOUR_NONE };

  if (letter->glyph.embolden)
    {
      ink.stroke = paragraph->style.colour;
      ink.line_width = paragraph->style.size * EMBOLDEN;
    }

  return ink;
}

static void
draw_outline (KumojiParagraph *paragraph,
              KumojiPage *page,
              guint position,
              double x,
              double baseline,
              const KumojiBox *box)
{
  const KumojiLetter *letter = LETTER (paragraph, position);
  const double size = paragraph->style.size;
  const KumojiInk ink = get_ink (paragraph, letter);
  g_autoptr (KumojiPath) path = kumoji_path_new ();
  char text[7] = { 0 };
  double shift = 0;

  if (letter->mark && letter->glyph.width > 0)
    shift = find_mark_shift (letter, letter - 1, size);
  g_unichar_to_utf8 (letter->character, text);
  kumoji_face_trace (letter->glyph.face, letter->glyph.glyph, x + shift, baseline, size, path);
  kumoji_page_add_glyph (page, path, text, x, baseline, size, letter->advance * size / 1000, &ink,
                         box);
}

static void
draw_run (KumojiParagraph *paragraph,
          KumojiPage *page,
          guint first,
          guint end,
          double x,
          double baseline,
          const KumojiBox *box)
{
  const KumojiLetter *letter = LETTER (paragraph, first);
  const double size = paragraph->style.size;
  const KumojiInk ink = get_ink (paragraph, letter);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append_unichar (text, LETTER (paragraph, i)->glyph.missing
                                     ? 0x3013
                                     : LETTER (paragraph, i)->character);
  kumoji_page_add_text (page, letter->glyph.face, text->str, x, baseline, size,
                        kumoji_letters_measure (paragraph->letters, first, end) * size / 1000, &ink,
                        box);
}

static gboolean
is_same_run (const KumojiLetter *one, const KumojiLetter *two)
{
  return one->glyph.encoded && two->glyph.encoded && one->glyph.face == two->glyph.face
         && one->glyph.embolden == two->glyph.embolden;
}

static void
draw_line (KumojiParagraph *paragraph,
           KumojiPage *page,
           const Line *line,
           double x,
           double baseline,
           const KumojiBox *box)
{
  for (guint i = line->first, end; i < line->end; i = end)
    {
      const KumojiLetter *letter = LETTER (paragraph, i);

      end = i + 1;
      while (end < line->end && is_same_run (letter, LETTER (paragraph, end)))
        end++;
      for (guint j = i; j < end; j++)
        if (LETTER (paragraph, j)->glyph.missing)
          kumoji_page_add_missing (page, LETTER (paragraph, j)->character);

      if (letter->glyph.encoded)
        draw_run (paragraph, page, i, end, x, baseline, box);
      else if (letter->glyph.face != NULL)
        draw_outline (paragraph, page, i, x, baseline, box);
      x += kumoji_letters_measure (paragraph->letters, i, end) * paragraph->style.size / 1000;
    }
}

/**
 * kumoji_paragraph_draw:
 * @x: the left of the paragraph's width, points
 * @top: of the line @first, points
 * @first: the first line to draw
 * @n_lines: how many of them
 * @box: where they must stay
 */
void
kumoji_paragraph_draw (KumojiParagraph *paragraph,
                       KumojiPage *page,
                       double x,
                       double top,
                       guint first,
                       guint n_lines,
                       const KumojiBox *box)
{
  const double height = kumoji_paragraph_get_line_height (paragraph);
  const double size = paragraph->style.size;
  const double rise = (height - size) / 2 + size * KUMOJI_FACE_ASCENT;
  const guint end = MIN (first + n_lines, paragraph->lines->len);

  for (guint i = first; i < end; i++)
    {
      const Line *line = LINE (paragraph, i);
      const double slack = paragraph->width - line->width * size / 1000;
      double left = x;

      if (paragraph->style.align == KUMOJI_ALIGN_CENTRE)
        left += slack / 2;
      else if (paragraph->style.align == KUMOJI_ALIGN_RIGHT)
        left += slack;
      draw_line (paragraph, page, line, left, top + (i - first) * height + rise, box);
    }
}

/**
 * kumoji_label_draw:
 * @box: the label's room; the text is centred in its height
 *
 * A short text in a fixed room: as many lines as fit it, at least one, with an ellipsis where they
 * are not enough.
 *
 * Returns: the width of the widest line, points
 */
double
kumoji_label_draw (KumojiPage *page,
                   KumojiTypeface *typeface,
                   const char *text,
                   const KumojiTextStyle *style,
                   const KumojiBox *box)
{
  g_autoptr (KumojiParagraph) paragraph =
    kumoji_paragraph_new (typeface, kumoji_language_get_default (), text, style, box->width);
  const double line_height = kumoji_paragraph_get_line_height (paragraph);
  const double room = box->height / line_height + 0.01;
  double height;

  /* A height that is no number holds one line, which its page then refuses. */
  kumoji_paragraph_limit (paragraph, room >= 1 && room < G_MAXINT ? (guint) room : 1);
  height = kumoji_paragraph_get_height (paragraph);
  kumoji_paragraph_draw (paragraph, page, box->x, box->y + (box->height - height) / 2, 0, G_MAXINT,
                         box);

  return kumoji_paragraph_get_widest (paragraph);
}

/**
 * kumoji_longest_word:
 * @size: points
 *
 * Returns: the width of the widest part of @text that no line may be broken in, points
 */
double
kumoji_longest_word (KumojiTypeface *typeface,
                     KumojiLanguage language,
                     const char *text,
                     double size,
                     gboolean bold)
{
  g_autofree char *plain = kumoji_plain_text (text);
  g_autoptr (GArray) letters = kumoji_letters_new (typeface, plain, bold);
  guint64 longest = 0, word = 0;

  kumoji_letters_find_breaks (letters, language, plain);
  for (guint i = 0; i < letters->len; i++)
    {
      const KumojiLetter *letter = &g_array_index (letters, KumojiLetter, i);

      if (letter->may_break || letter->character == '\n')
        word = 0;
      if (!g_unichar_isspace (letter->character))
        word += letter->advance;
      longest = MAX (longest, word);
    }

  return longest * size / 1000;
}
