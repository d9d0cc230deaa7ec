/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page: a size and a list of drawings in points, origin at the top left. Painters draw it. */
#pragma once

#include <glib-object.h>

#include "report/kumoji-face.h"
#include "report/kumoji-image.h"
#include "report/kumoji-path.h"
#include "report/kumoji-report-error.h"

G_BEGIN_DECLS

/**
 * KumojiColour:
 *
 * 0xRRGGBB, or %KUMOJI_COLOUR_NONE for "do not fill", "do not stroke".
 */
typedef guint32 KumojiColour;

#define KUMOJI_COLOUR_NONE 0xff000000u

/**
 * KumojiInk:
 * @fill: inside of the shape
 * @stroke: its outline
 * @line_width: of the outline, points
 * @dash: length of a dash and of the gap after it, whole points; 0 for a solid line
 * @round: round ends and corners instead of square ones
 */
typedef struct
{
  KumojiColour fill, stroke;
  float line_width;
  guint dash;
  gboolean round;
} KumojiInk;

#define KUMOJI_INK_FILL(colour) (&(const KumojiInk){ colour, KUMOJI_COLOUR_NONE, 0, 0, FALSE })
#define KUMOJI_INK_STROKE(colour, width)                                                           \
  (&(const KumojiInk){ KUMOJI_COLOUR_NONE, colour, width, 0, FALSE })

/**
 * KumojiDrawingKind:
 * @KUMOJI_DRAWING_TEXT: a run of text in one face, of which every character can be encoded
 * @KUMOJI_DRAWING_PATH: a shape, or a glyph drawn as a shape (its @text then is the character)
 * @KUMOJI_DRAWING_LINK: a part of the page that leads to the anchor @text
 * @KUMOJI_DRAWING_IMAGE: a picture that fills its @box
 */
typedef enum
{
  KUMOJI_DRAWING_TEXT,
  KUMOJI_DRAWING_PATH,
  KUMOJI_DRAWING_LINK,
  KUMOJI_DRAWING_IMAGE,
} KumojiDrawingKind;

/**
 * KumojiDrawing:
 * @ink: for text, @fill is its colour, and a @stroke makes a face that has no bold look bold
 * @text: UTF-8, NFC; %NULL for a mere shape
 * @face: (nullable): text only
 * @image: (nullable): image only
 * @x: text: where the run starts
 * @y: text: the baseline
 * @size: text: points
 * @width: text: what the run takes, points
 * @box: text: where it must stay; link and image: its place
 * @first_step: path: the first of @n_steps in kumoji_page_get_steps()
 *
 * One thing on a page. It never changes once it is added.
 */
typedef struct
{
  KumojiDrawingKind kind;
  KumojiInk ink;
  const char *text;
  KumojiFace *face;
  KumojiImage *image;
  float x, y, size, width;
  KumojiBox box;
  guint first_step, n_steps;
} KumojiDrawing;

typedef struct _KumojiPage KumojiPage;

#define KUMOJI_TYPE_PAGE (kumoji_page_get_type ())
GType kumoji_page_get_type (void);

KumojiPage *kumoji_page_new (double width, double height);
KumojiPage *kumoji_page_ref (KumojiPage *page);
void kumoji_page_unref (KumojiPage *page);

double kumoji_page_get_width (KumojiPage *page);
double kumoji_page_get_height (KumojiPage *page);

void kumoji_page_add_text (KumojiPage *page,
                           KumojiFace *face,
                           const char *text,
                           double x,
                           double baseline,
                           double size,
                           double width,
                           const KumojiInk *ink,
                           const KumojiBox *box);
void kumoji_page_add_path (KumojiPage *page, KumojiPath *path, const KumojiInk *ink);
void kumoji_page_add_glyph (KumojiPage *page,
                            KumojiPath *path,
                            const char *text,
                            double x,
                            double baseline,
                            double size,
                            double width,
                            const KumojiInk *ink,
                            const KumojiBox *box);
void kumoji_page_add_line (KumojiPage *page,
                           double x1,
                           double y1,
                           double x2,
                           double y2,
                           const KumojiInk *ink);
void
kumoji_page_add_box (KumojiPage *page, const KumojiBox *box, double radius, const KumojiInk *ink);
void
kumoji_page_add_circle (KumojiPage *page, double x, double y, double radius, const KumojiInk *ink);
void kumoji_page_add_link (KumojiPage *page, const KumojiBox *box, const char *anchor);
void kumoji_page_add_image (KumojiPage *page, KumojiImage *image, const KumojiBox *box);

void kumoji_page_pack (KumojiPage *page);
void kumoji_page_open (KumojiPage *page);
void kumoji_page_close (KumojiPage *page);
void kumoji_page_clear (KumojiPage *page);

guint kumoji_page_get_n_drawings (KumojiPage *page);
const KumojiDrawing *kumoji_page_get_drawing (KumojiPage *page, guint position);
const KumojiPathStep *kumoji_page_get_steps (KumojiPage *page, const KumojiDrawing *drawing);

void kumoji_page_set_place (KumojiPage *page, const char *place);
void kumoji_page_add_missing (KumojiPage *page, gunichar character);
GPtrArray *kumoji_page_get_warnings (KumojiPage *page);

const GError *kumoji_page_get_fault (KumojiPage *page);
gboolean kumoji_page_check (KumojiPage *page, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiPage, kumoji_page_unref)

G_END_DECLS
