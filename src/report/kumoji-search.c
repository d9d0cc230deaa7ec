/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search: where some words stand on the pages of a document. */
#include "report/kumoji-search.h"

#include <math.h>
#include <string.h>

/* From here on characters are of East Asia, and a line ends without a space between words. */
#define EAST_ASIA 0x2e80

/* Where a byte of a page's folded text comes from. */
typedef struct
{
  guint drawing;    /* G_MAXUINT: between two runs */
  guint start, end; /* bytes of its text */
} Origin;

typedef struct
{
  GString *text;
  GArray *origins;
} Reading;

static void
clear_reading (Reading *reading)
{
  g_string_free (reading->text, TRUE);
  g_array_unref (reading->origins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

/* Capitals and the wide forms of letters and digits are the same as the plain ones. */
static void
fold (GString *text, const char *character)
{
  gunichar c = g_utf8_get_char (character);

  if (c < 0x80)
    g_string_append_c (text, g_ascii_tolower ((char) c));
  else if (c >= 0x3040 && c < 0xa000)
    g_string_append_unichar (text, c);
  else
    {
      g_autofree char *same = g_utf8_normalize (character, g_utf8_next_char (character) - character,
                                                G_NORMALIZE_ALL_COMPOSE);
      g_autofree char *lower = g_utf8_casefold (same, -1);

      g_string_append (text, lower);
    }
}

static char *
dup_folded (const char *words)
{
  g_autofree char *composed = g_utf8_normalize (words, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *folded = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = composed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      space = folded->len > 0;
    else
      {
        if (space)
          g_string_append_c (folded, ' ');
        space = FALSE;
        fold (folded, p);
      }
  return g_string_free (folded, FALSE);
}

static gboolean
same_box (const KumojiBox *one, const KumojiBox *two)
{
  return one->x == two->x && one->width == two->width
         && fabsf (one->y + one->height - two->y - two->height) < 200;
}

static gboolean
is_east_asian (const char *end, const char *start)
{
  return g_utf8_get_char (g_utf8_prev_char (end)) >= EAST_ASIA
         || g_utf8_get_char (start) >= EAST_ASIA;
}

/* What stands between two runs: nothing within a word, a space, or the end of a paragraph. */
static const char *
get_gap (const KumojiDrawing *before, const KumojiDrawing *after)
{
  double gap = after->x - before->x - before->width;

  if (fabsf (before->y - after->y) < 0.1f && gap > -0.5)
    return gap < 0.1 * after->size ? "" : gap < after->size ? " " : "\n";
  if (same_box (&before->box, &after->box) && after->y > before->y
      && after->y - before->y < 2.2 * after->size && after->x <= before->x + before->width)
    return is_east_asian (before->text + strlen (before->text), after->text) ? "" : " ";
  return "\n";
}

static gboolean
is_run (const KumojiDrawing *drawing)
{
  return drawing->kind != KUMOJI_DRAWING_LINK && drawing->text != NULL && *drawing->text != '\0';
}

static void
append (Reading *reading, guint position, const KumojiDrawing *drawing)
{
  for (const char *p = drawing->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      Origin origin = { position, p - drawing->text, g_utf8_next_char (p) - drawing->text };

      fold (reading->text, p);
      while (reading->origins->len < reading->text->len)
        g_array_append_val (reading->origins, origin);
    }
}

static void
read_page (KumojiPage *page, Reading *reading)
{
  const KumojiDrawing *before = NULL;
  const Origin between = { G_MAXUINT };

  reading->text = g_string_new (NULL);
  reading->origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  for (guint i = 0; i < kumoji_page_get_n_drawings (page); i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);

      if (!is_run (drawing))
        continue;
      if (before != NULL)
        g_string_append (reading->text, get_gap (before, drawing));
      while (reading->origins->len < reading->text->len)
        g_array_append_val (reading->origins, between);
      append (reading, i, drawing);
      before = drawing;
    }
}

static double
measure (const KumojiDrawing *drawing, guint bytes)
{
  guint64 used = 0;
  guint glyph, width;

  for (const char *p = drawing->text; p < drawing->text + bytes; p = g_utf8_next_char (p))
    if (kumoji_face_find (drawing->face, g_utf8_get_char (p), &glyph, &width))
      used += width;
  return used * drawing->size / 1000;
}

static KumojiBox
get_box (const KumojiDrawing *drawing, guint start, guint end)
{
  KumojiBox box = { drawing->x, drawing->y - KUMOJI_FACE_ASCENT * drawing->size, drawing->width,
                    drawing->size };

  if (drawing->face != NULL)
    {
      box.x += measure (drawing, start);
      box.width = drawing->x + measure (drawing, end) - box.x;
    }
  return box;
}

/* One box for each run that the place takes a part of. */
static void
add_place (GArray *matches,
           KumojiPage *page,
           KumojiMatch match,
           const Reading *reading,
           gsize at,
           gsize end)
{
  for (gsize i = at; i < end;)
    {
      const Origin *first = &g_array_index (reading->origins, Origin, i);
      const Origin *last = first;

      while (i < end && g_array_index (reading->origins, Origin, i).drawing == first->drawing)
        last = &g_array_index (reading->origins, Origin, i++);
      if (first->drawing == G_MAXUINT)
        continue;
      match.box = get_box (kumoji_page_get_drawing (page, first->drawing), first->start, last->end);
      g_array_append_val (matches, match);
    }
}

/**
 * kumoji_search_find:
 * @document: pages
 * @words: what to look for; capitals and wide letters do not matter
 * @cancellable: (nullable): to give up early
 *
 * May run in any thread, for a document never changes once it is laid out.
 *
 * Returns: (transfer full) (element-type KumojiMatch): the places in the order of reading
 */
GArray *
kumoji_search_find (KumojiDocument *document, const char *words, GCancellable *cancellable)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (KumojiMatch));
  g_autofree char *wanted = dup_folded (words);
  gsize length = strlen (wanted);
  KumojiMatch match = { 0 };

  if (length == 0)
    return matches;
  for (; match.page < kumoji_document_get_n_pages (document)
         && !g_cancellable_is_cancelled (cancellable);
       match.page++)
    {
      KumojiPage *page = kumoji_document_get_page (document, match.page);
      g_auto (Reading) reading = { NULL };

      kumoji_page_open (page);
      read_page (page, &reading);
      for (const char *p = strstr (reading.text->str, wanted); p != NULL;
           p = strstr (p + length, wanted))
        {
          gsize at = p - reading.text->str;

          add_place (matches, page, match, &reading, at, at + length);
          match.number++;
        }
      kumoji_page_close (page);
    }
  return matches;
}

/**
 * kumoji_search_dup_page_text:
 * @page: a page
 * @max_characters: where to stop
 *
 * Returns: (transfer full): what stands on the page, as somebody would read it aloud
 */
char *
kumoji_search_dup_page_text (KumojiPage *page, guint max_characters)
{
  GString *text = g_string_new (NULL);
  const KumojiDrawing *before = NULL;
  gsize used = 0;

  kumoji_page_open (page);
  for (guint i = 0; i < kumoji_page_get_n_drawings (page) && used < max_characters; i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);
      gsize left = max_characters - used;

      if (!is_run (drawing))
        continue;
      if (before != NULL)
        g_string_append (text, get_gap (before, drawing));
      left = MIN (left, (gsize) g_utf8_strlen (drawing->text, -1));
      g_string_append_len (text, drawing->text,
                           g_utf8_offset_to_pointer (drawing->text, left) - drawing->text);
      used += left;
      before = drawing;
    }
  kumoji_page_close (page);
  return g_string_free (text, FALSE);
}

/**
 * kumoji_search_find_link:
 * @page: a page
 * @x: points from the left
 * @y: points from the top
 *
 * Returns: (nullable): the anchor that a link at this place leads to
 */
const char *
kumoji_search_find_link (KumojiPage *page, double x, double y)
{
  const char *anchor = NULL;

  kumoji_page_open (page);
  for (guint i = 0; i < kumoji_page_get_n_drawings (page) && anchor == NULL; i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);
      const KumojiBox *box = &drawing->box;

      if (drawing->kind == KUMOJI_DRAWING_LINK && x >= box->x && x < box->x + box->width
          && y >= box->y && y < box->y + box->height)
        anchor = drawing->text;
    }
  kumoji_page_close (page);
  return anchor;
}
