/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cover: whose report it is, of which day, by whom, and what is in it. */
#include "report/sections/kumoji-cover.h"

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-logo.h"

/* Points; heights from the top of the body. */
#define MARK_SIZE 12.0
#define LOGO_TOP 40.0
#define LOGO_WIDTH 192.0
#define LOGO_HEIGHT 80.0
#define TITLE_TOP 196.0
#define TITLE_SIZE 27.0
#define COMPANY_SIZE 15.0
#define TEXT_SIZE 11.0
#define BAR_WIDTH 6.0
#define BAR_GAP 16.0
#define CONTENTS_GAP 64.0
#define LINE 21.0
#define NUMBER_WIDTH 40.0
#define BY_HEIGHT 44.0

/* Lines: what a name may take before it is cut. */
#define MOST_LINES 4

struct _KumojiCover
{
  KumojiReportContext *context;
  KumojiPage *page;
  KumojiImage *logo;
  KumojiBox body;
};

static const char *
get_text (KumojiReportContext *context, const char *field)
{
  return kumoji_record_get_text (KUMOJI_RECORD (kumoji_project_get_report_setup (context->project)),
                                 field);
}

/**
 * kumoji_cover_begin:
 * @context: nothing is in its flow yet
 * @error: return location for %KUMOJI_REPORT_ERROR_IMAGE, where the project keeps no right logo
 *
 * Takes the first page for the cover. What is in the report is known only once it is laid out:
 * call kumoji_cover_draw() then.
 *
 * Returns: (transfer full) (nullable): the cover
 */
KumojiCover *
kumoji_cover_begin (KumojiReportContext *context, GError **error)
{
  const char *logo = get_text (context, "logo");
  g_autoptr (KumojiImage) image = NULL;
  KumojiCover *self;
  KumojiSheet *sheet;

  if (*logo != '\0')
    {
      image = kumoji_logo_decode (logo, error);
      if (image == NULL)
        {
          g_prefix_error (error, "%s",
                          _("The logo in the project cannot be printed; choose it "
                             "anew on the page Reports. "));
          return NULL;
        }
    }
  sheet = kumoji_flow_start_cover (context->flow);
  self = g_new0 (KumojiCover, 1);
  self->context = context;
  self->page = kumoji_page_ref (kumoji_flow_get_page (context->flow));
  self->logo = g_steal_pointer (&image);
  self->body = sheet->body;
  kumoji_sheet_draw_mark (sheet, self->page, MARK_SIZE, sheet->body.x + sheet->body.width,
                          sheet->body.y + MARK_SIZE);
  return self;
}

/* Returns: where the text ends. */
static double
write_text (KumojiCover *self,
            const char *text,
            double x,
            double y,
            double size,
            gboolean bold,
            KumojiColour colour)
{
  const KumojiTextStyle style = { size, bold, colour, KUMOJI_ALIGN_LEFT, 1.4 };
  const double width = self->body.x + self->body.width - x;
  g_autoptr (KumojiParagraph) paragraph =
    kumoji_paragraph_new (self->context->typeface, self->context->language, text, &style, width);
  KumojiBox box = { x, y, width, 0 };

  if (*text == '\0')
    return y;
  kumoji_paragraph_limit (paragraph, MOST_LINES);
  box.height = kumoji_paragraph_get_height (paragraph);
  kumoji_paragraph_draw (paragraph, self->page, x, y, 0, G_MAXINT, &box);
  return y + box.height;
}

static double
draw_title (KumojiCover *self, const char *title)
{
  const KumojiPalette *palette = &kumoji_palette_paper;
  KumojiReportContext *context = self->context;
  g_autofree char *date = kumoji_report_date (context, context->options->today);
  const double top = self->body.y + TITLE_TOP, x = self->body.x + BAR_WIDTH + BAR_GAP;
  double y = write_text (self, title, x, top, TITLE_SIZE, TRUE, palette->text);
  KumojiBox bar = { self->body.x, top, BAR_WIDTH, 0 };

  kumoji_page_set_place (self->page, kumoji_report_label (context, KUMOJI_TYPE_PROFILE, "company"));
  y = write_text (self, context->company, x, y + 10, COMPANY_SIZE, TRUE, palette->text);
  kumoji_page_set_place (self->page, NULL);
  y = write_text (self, date, x, y + 4, TEXT_SIZE, FALSE, palette->dim);
  bar.height = y - top;
  kumoji_page_add_box (self->page, &bar, 0, KUMOJI_INK_FILL (palette->accent));
  return y;
}

static void
draw_line (KumojiCover *self, const KumojiHeading *heading, double y)
{
  const KumojiPalette *palette = &kumoji_palette_paper;
  const KumojiTextStyle left = { TEXT_SIZE, FALSE, palette->text, KUMOJI_ALIGN_LEFT, 1.4 };
  const KumojiTextStyle right = { TEXT_SIZE, FALSE, palette->dim, KUMOJI_ALIGN_RIGHT, 1.4 };
  const double x = self->body.x + BAR_WIDTH + BAR_GAP;
  const double end = self->body.x + self->body.width;
  const KumojiBox line = { x, y, end - x, LINE };
  const KumojiBox name = { x, y, end - x - NUMBER_WIDTH, LINE };
  const KumojiBox number = { end - NUMBER_WIDTH, y, NUMBER_WIDTH, LINE };
  g_autofree char *page = g_strdup_printf ("%u", heading->page + 1);
  g_autofree char *anchor = g_strdup_printf (KUMOJI_FLOW_REPORT_ANCHOR, heading->page);

  kumoji_label_draw (self->page, self->context->typeface, heading->title, &left, &name);
  kumoji_label_draw (self->page, self->context->typeface, page, &right, &number);
  kumoji_page_add_line (self->page, x, y + LINE, end, y + LINE,
                        KUMOJI_INK_STROKE (palette->plan, 0.5));
  kumoji_page_add_link (self->page, &line, anchor);
}

static void
draw_contents (KumojiCover *self, double y)
{
  KumojiDocument *document = kumoji_flow_get_document (self->context->flow);
  GArray *headings = kumoji_document_get_headings (document);
  const double x = self->body.x + BAR_WIDTH + BAR_GAP;

  y = write_text (self, kumoji_report_say (self->context, N_("Contents")), x, y, TEXT_SIZE, TRUE,
                  kumoji_palette_paper.text);
  for (guint i = 0; i < headings->len; i++)
    {
      const KumojiHeading *heading = &g_array_index (headings, KumojiHeading, i);

      if (heading->level != 1)
        continue;
      draw_line (self, heading, y + 4);
      y += LINE;
    }
}

static void
draw_logo (KumojiCover *self)
{
  const KumojiBox room = { self->body.x, self->body.y + LOGO_TOP, LOGO_WIDTH, LOGO_HEIGHT };
  KumojiBox box;

  if (self->logo == NULL)
    return;
  box = kumoji_image_fit (self->logo, &room, 0, 0.5);
  kumoji_page_add_image (self->page, self->logo, &box);
}

static void
draw_consultant (KumojiCover *self)
{
  KumojiReportContext *context = self->context;
  const char *name = get_text (context, "consultant");
  const double x = self->body.x + BAR_WIDTH + BAR_GAP;
  double y = self->body.y + self->body.height - BY_HEIGHT;

  if (*name == '\0')
    return;
  y = write_text (self, kumoji_report_say (context, N_("Prepared with the help of")), x, y,
                  KUMOJI_SIZE_BODY, FALSE, kumoji_palette_paper.dim);
  kumoji_page_set_place (self->page,
                         kumoji_report_label (context, KUMOJI_TYPE_REPORT_SETUP, "consultant"));
  write_text (self, name, x, y + 2, TEXT_SIZE, FALSE, kumoji_palette_paper.text);
  kumoji_page_set_place (self->page, NULL);
}

/**
 * kumoji_cover_draw:
 * @self: a cover
 * @title: what the report is called
 *
 * Once all pages are laid out.
 */
void
kumoji_cover_draw (KumojiCover *self, const char *title)
{
  draw_logo (self);
  draw_contents (self, draw_title (self, title) + CONTENTS_GAP);
  draw_consultant (self);
}

void
kumoji_cover_free (KumojiCover *self)
{
  g_clear_pointer (&self->logo, kumoji_image_unref);
  kumoji_page_unref (self->page);
  g_free (self);
}
