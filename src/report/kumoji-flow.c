/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow: sets headings, paragraphs and blocks one below the other, page after page. */
#include "report/kumoji-flow.h"

#include <math.h>

/* Points. */
#define BAR_WIDTH 3.75
#define BAR_HEIGHT 17.0
#define BAR_INDENT 10.0
#define HEADING_BEFORE 15.0
#define HEADING_AFTER 5.5
#define SUBHEADING_BEFORE 9.0
#define SUBHEADING_AFTER 3.0

/* What waits for the next content, so that it stands on the same page. */
typedef struct
{
  guint level; /* 0: an anchor */
  char *text;
  KumojiParagraph *paragraph;
  double before, height, after;
} Waiting;

struct _KumojiFlow
{
  KumojiTypeface *typeface;
  KumojiLanguage language;
  KumojiPaper paper;
  KumojiDocument *document;
  KumojiSheet sheet;
  KumojiPage *page;
  double y;
  double gap; /* below what stands last */
  GPtrArray *waiting;
  char *place;
  KumojiWatch *watch; /* or NULL */
};

static void
free_waiting (gpointer data)
{
  Waiting *waiting = data;

  kumoji_paragraph_free (waiting->paragraph);
  g_free (waiting->text);
  g_free (waiting);
}

/**
 * kumoji_flow_new:
 * @title: of the document
 *
 * Returns: (transfer full): a flow without pages; the first begins with the first content
 */
KumojiFlow *
kumoji_flow_new (KumojiTypeface *typeface,
                 KumojiLanguage language,
                 KumojiPaper paper,
                 const char *title)
{
  KumojiFlow *flow = g_new0 (KumojiFlow, 1);

  flow->typeface = g_object_ref (typeface);
  flow->language = language;
  flow->paper = paper;
  flow->document = kumoji_document_new (language, title);
  flow->waiting = g_ptr_array_new_with_free_func (free_waiting);
  kumoji_sheet_init (&flow->sheet, typeface, language);
  kumoji_sheet_set_paper (&flow->sheet, paper, KUMOJI_PORTRAIT);

  return flow;
}

void
kumoji_flow_free (KumojiFlow *flow)
{
  if (flow == NULL)
    return;

  kumoji_sheet_clear (&flow->sheet);
  g_ptr_array_unref (flow->waiting);
  g_object_unref (flow->document);
  g_object_unref (flow->typeface);
  g_free (flow->place);
  g_free (flow);
}

/**
 * kumoji_flow_set_running:
 * @company: (nullable): at the head of each page
 * @date: (nullable): at the head of each page, as the reader writes dates
 * @fingerprint: (nullable): at the foot of each page, as printed
 */
void
kumoji_flow_set_running (KumojiFlow *flow,
                         const char *company,
                         const char *date,
                         const char *fingerprint)
{
  kumoji_sheet_set_running (&flow->sheet, company, date, fingerprint);
}

/**
 * kumoji_flow_set_watch:
 * @watch: (nullable): asked whether to go on with a long report; it must outlive the flow
 */
void
kumoji_flow_set_watch (KumojiFlow *flow, KumojiWatch *watch)
{
  flow->watch = watch;
}

/**
 * kumoji_flow_set_mark:
 * @mark: (nullable): of confidentiality, at the head of the pages that follow
 */
void
kumoji_flow_set_mark (KumojiFlow *flow, const char *mark)
{
  kumoji_sheet_set_mark (&flow->sheet, mark);
}

/**
 * kumoji_flow_set_place:
 * @place: (nullable): the record and field that the next texts come from, for warnings
 */
void
kumoji_flow_set_place (KumojiFlow *flow, const char *place)
{
  g_free (flow->place);
  flow->place = g_strdup (place);
  if (flow->page != NULL)
    kumoji_page_set_place (flow->page, place);
}

static void
new_bare_page (KumojiFlow *flow)
{
  if (flow->page != NULL)
    kumoji_page_pack (flow->page);
  flow->page = kumoji_page_new (flow->sheet.width, flow->sheet.height);
  kumoji_document_add_page (flow->document, flow->page);
  kumoji_page_unref (flow->page); /* the document keeps it */
  flow->y = flow->sheet.body.y;
  flow->gap = 0;
}

static void
new_page (KumojiFlow *flow)
{
  new_bare_page (flow);
  kumoji_sheet_draw_head (&flow->sheet, flow->page);
  kumoji_page_set_place (flow->page, flow->place);
}

static gboolean
is_at_top (KumojiFlow *flow)
{
  return flow->y <= flow->sheet.body.y;
}

static double
measure_waiting (KumojiFlow *flow)
{
  double height = 0, gap = is_at_top (flow) ? 0 : flow->gap;

  for (guint i = 0; i < flow->waiting->len; i++)
    {
      const Waiting *waiting = flow->waiting->pdata[i];

      if (waiting->level == 0)
        continue;
      height += MAX (gap, i == 0 && is_at_top (flow) ? 0 : waiting->before) + waiting->height;
      gap = waiting->after;
    }

  return height + gap;
}

static void
draw_heading (KumojiFlow *flow, Waiting *heading)
{
  const KumojiBox *body = &flow->sheet.body;
  const double indent = heading->level <= 2 ? BAR_INDENT : 0;
  const KumojiBox box = { body->x + indent, flow->y, body->width - indent, heading->height };
  const KumojiBox bar = { body->x, flow->y, BAR_WIDTH, heading->height };
  const double text_height = kumoji_paragraph_get_height (heading->paragraph);

  if (heading->level <= 2)
    kumoji_page_add_box (flow->page, &bar, 0, KUMOJI_INK_FILL (kumoji_palette_paper.accent));
  kumoji_paragraph_draw (heading->paragraph, flow->page, box.x,
                         flow->y + (heading->height - text_height) / 2, 0, G_MAXINT, &box);
  flow->y += heading->height;
}

static void
place_waiting (KumojiFlow *flow)
{
  const guint page = kumoji_document_get_n_pages (flow->document) - 1;

  for (guint i = 0; i < flow->waiting->len; i++)
    {
      Waiting *waiting = flow->waiting->pdata[i];

      if (waiting->level == 0)
        {
          kumoji_document_add_anchor (flow->document, waiting->text, page, flow->y);
          continue;
        }
      if (!is_at_top (flow))
        flow->y += MAX (flow->gap, waiting->before);
      kumoji_document_add_heading (flow->document, waiting->level, waiting->text, page, flow->y);
      draw_heading (flow, waiting);
      flow->gap = waiting->after;
    }
  g_ptr_array_set_size (flow->waiting, 0);
}

/* A height from a rule may be no number, or less than nothing: it then takes nothing. */
static double
get_sane (double height)
{
  return isfinite (height) && height > 0 ? height : 0;
}

/**
 * kumoji_flow_prepare:
 * @height: points that must stay together
 *
 * Sees to it that the next @height points are on one page, with the headings above them: begins a
 * new page where they are not, then sets the headings and the space.
 */
void
kumoji_flow_prepare (KumojiFlow *flow, double height)
{
  if (flow->page == NULL)
    new_page (flow);
  else if (!is_at_top (flow) && measure_waiting (flow) + height > kumoji_flow_get_space_left (flow))
    new_page (flow);

  place_waiting (flow);
  if (!is_at_top (flow))
    flow->y += flow->gap;
  flow->gap = 0;
}

/**
 * kumoji_flow_advance:
 * @height: points that were drawn below kumoji_flow_get_y()
 */
void
kumoji_flow_advance (KumojiFlow *flow, double height)
{
  flow->y += get_sane (height);
}

/**
 * kumoji_flow_reserve:
 * @height: points; nothing is taken for less than nothing, or for what is no number
 * @box: (out): the room, over the whole width of the text
 *
 * Takes room for a block that is kept whole, such as a chart.
 *
 * Returns: (transfer none): the page to draw it on
 */
KumojiPage *
kumoji_flow_reserve (KumojiFlow *flow, double height, KumojiBox *box)
{
  kumoji_flow_prepare (flow, height);
  *box = (KumojiBox){ flow->sheet.body.x, flow->y, flow->sheet.body.width, height };
  flow->y += get_sane (height);

  return flow->page;
}

/**
 * kumoji_flow_add_space:
 * @height: points to the next content; none at the top of a page
 */
void
kumoji_flow_add_space (KumojiFlow *flow, double height)
{
  flow->gap = MAX (flow->gap, get_sane (height));
}

/**
 * kumoji_flow_break_page:
 *
 * What follows stands on a new page.
 */
void
kumoji_flow_break_page (KumojiFlow *flow)
{
  if (flow->page != NULL && !is_at_top (flow))
    new_page (flow);
}

/**
 * kumoji_flow_turn_page:
 * @orientation: of the pages that follow
 *
 * What follows stands on a new page of the same report. Where the page is still empty it has to
 * have that orientation already.
 */
void
kumoji_flow_turn_page (KumojiFlow *flow, KumojiOrientation orientation)
{
  if (flow->page != NULL && is_at_top (flow))
    return;
  kumoji_sheet_set_paper (&flow->sheet, flow->paper, orientation);
  new_page (flow);
}

/**
 * kumoji_flow_start_cover:
 *
 * Begins a page without a head. The next report begins behind it.
 *
 * Returns: (transfer none): its sheet
 */
KumojiSheet *
kumoji_flow_start_cover (KumojiFlow *flow)
{
  kumoji_sheet_set_paper (&flow->sheet, flow->paper, KUMOJI_PORTRAIT);
  new_bare_page (flow);

  return &flow->sheet;
}

/**
 * kumoji_flow_start_report:
 * @name: of the report, at the head of its pages and in the outline
 * @orientation: of its pages
 *
 * Each report begins on a new page.
 */
void
kumoji_flow_start_report (KumojiFlow *flow, const char *name, KumojiOrientation orientation)
{
  g_autofree char *anchor = NULL;
  guint page;

  if (flow->waiting->len > 0)
    kumoji_flow_prepare (flow, 0);

  kumoji_sheet_set_paper (&flow->sheet, flow->paper, orientation);
  kumoji_sheet_set_name (&flow->sheet, name);
  new_page (flow);
  page = kumoji_document_get_n_pages (flow->document) - 1;
  anchor = g_strdup_printf (KUMOJI_FLOW_REPORT_ANCHOR, page);
  kumoji_document_add_heading (flow->document, 1, name, page, 0);
  kumoji_document_add_anchor (flow->document, anchor, page, 0);
}

/**
 * kumoji_flow_add_heading:
 * @level: 2 with the bar, 3 without
 *
 * Stays with the content that follows.
 */
void
kumoji_flow_add_heading (KumojiFlow *flow, guint level, const char *text)
{
  const gboolean main_heading = level <= 2;
  const KumojiTextStyle style = { main_heading ? KUMOJI_SIZE_HEADING : KUMOJI_SIZE_SUBHEADING, TRUE,
                                  kumoji_palette_paper.text, KUMOJI_ALIGN_LEFT, 1.4 };
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->level = level;
  waiting->text = g_strdup (text);
  waiting->paragraph =
    kumoji_paragraph_new (flow->typeface, flow->language, text, &style,
                          flow->sheet.body.width - (main_heading ? BAR_INDENT : 0));
  waiting->height =
    MAX (kumoji_paragraph_get_height (waiting->paragraph), main_heading ? BAR_HEIGHT : 0);
  waiting->before = main_heading ? HEADING_BEFORE : SUBHEADING_BEFORE;
  waiting->after = main_heading ? HEADING_AFTER : SUBHEADING_AFTER;
  g_ptr_array_add (flow->waiting, waiting);
}

/**
 * kumoji_flow_add_anchor:
 * @name: what kumoji_page_add_link() leads to: the content that follows
 */
void
kumoji_flow_add_anchor (KumojiFlow *flow, const char *name)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->text = g_strdup (name);
  g_ptr_array_add (flow->waiting, waiting);
}

/**
 * kumoji_flow_get_page:
 *
 * Returns: (transfer none) (nullable): the page that is being filled; %NULL before the first
 */
KumojiPage *
kumoji_flow_get_page (KumojiFlow *flow)
{
  return flow->page;
}

/**
 * kumoji_flow_get_x:
 *
 * Returns: the left of the text, points
 */
double
kumoji_flow_get_x (KumojiFlow *flow)
{
  return flow->sheet.body.x;
}

/**
 * kumoji_flow_get_y:
 *
 * Returns: where the next content goes, points from the top; ask after kumoji_flow_prepare()
 */
double
kumoji_flow_get_y (KumojiFlow *flow)
{
  return flow->y;
}

/**
 * kumoji_flow_get_width:
 *
 * Returns: the width of the text, points
 */
double
kumoji_flow_get_width (KumojiFlow *flow)
{
  return flow->sheet.body.width;
}

/**
 * kumoji_flow_get_body_height:
 *
 * Returns: what a whole page takes, points
 */
double
kumoji_flow_get_body_height (KumojiFlow *flow)
{
  return flow->sheet.body.height;
}

/**
 * kumoji_flow_get_space_left:
 *
 * Returns: what this page still takes, points
 */
double
kumoji_flow_get_space_left (KumojiFlow *flow)
{
  if (flow->page == NULL)
    return flow->sheet.body.height;

  return flow->sheet.body.y + flow->sheet.body.height - flow->y;
}

/**
 * kumoji_flow_is_full:
 *
 * Returns: whether there are more pages than a document may have; what follows is then no use
 */
gboolean
kumoji_flow_is_full (KumojiFlow *flow)
{
  return kumoji_document_get_n_pages (flow->document) > KUMOJI_MOST_PAGES;
}

KumojiTypeface *
kumoji_flow_get_typeface (KumojiFlow *flow)
{
  return flow->typeface;
}

KumojiLanguage
kumoji_flow_get_language (KumojiFlow *flow)
{
  return flow->language;
}

/**
 * kumoji_flow_get_document:
 *
 * Returns: (transfer none): for its author and keywords
 */
KumojiDocument *
kumoji_flow_get_document (KumojiFlow *flow)
{
  return flow->document;
}

/**
 * kumoji_flow_finish:
 *
 * Sets headings that nothing followed, and numbers the pages. Call it once.
 *
 * Returns: (transfer full): the document
 */
KumojiDocument *
kumoji_flow_finish (KumojiFlow *flow)
{
  guint n_pages;

  if (flow->waiting->len > 0)
    kumoji_flow_prepare (flow, 0);
  n_pages = kumoji_document_get_n_pages (flow->document);
  for (guint i = 0; i < n_pages && kumoji_watch_go_on (flow->watch, 1); i++)
    {
      KumojiPage *page = kumoji_document_get_page (flow->document, i);

      kumoji_sheet_draw_foot (&flow->sheet, page, i + 1, n_pages);
      kumoji_page_pack (page);
    }
  flow->page = NULL;

  return g_object_ref (flow->document);
}
