/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page pack: the drawings of a page that nobody reads now, in a sixth of their room.
 *
 * Ten thousand pages must fit beside the project that they show. The drawings of a page differ in
 * place and text, and have few looks: a look is kept once. All but the texts, which others may
 * still hold, is deflated, at zlib's quickest. */
#include "report/kumoji-page-pack.h"

#include <string.h>
#include <zlib.h>

/* What follows the look of a drawing. */
typedef enum
{
  HAS_TEXT = 1 << 0,
  HAS_STEPS = 1 << 1,
  HAS_PLACE = 1 << 2,
  HAS_BOX = 1 << 3, /* other than that of the drawing before */
} Parts;

struct _KumojiPagePack
{
  guint n_drawings, n_steps, n_looks;
  char *texts; /* one behind the other, each with its end */
  guint8 *deflated;
  gsize n_deflated, n_inflated;
};

/* How many points the steps of each kind have. */
static const guint8 n_points[] = { [KUMOJI_PATH_MOVE] = 1,
                                   [KUMOJI_PATH_LINE] = 1,
                                   [KUMOJI_PATH_CURVE] = 3,
                                   [KUMOJI_PATH_CLOSE] = 0 };

#define PUT(bytes, value) g_byte_array_append (bytes, (const guint8 *) &(value), sizeof (value))

static guint16
find_look (GArray *looks, const KumojiDrawing *drawing)
{
  KumojiDrawing look = *drawing;

  look.text = NULL;
  look.x = look.y = look.width = 0;
  look.box = (KumojiBox){ 0 };
  look.first_step = look.n_steps = 0;
  for (guint i = 0; i < looks->len; i++)
    if (memcmp (&g_array_index (looks, KumojiDrawing, i), &look, sizeof look) == 0)
      return i;
  g_array_append_val (looks, look);

  return looks->len - 1;
}

static void
put_steps (GByteArray *bytes, const KumojiPathStep *steps, guint n_steps)
{
  PUT (bytes, n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      const guint8 verb = steps[i].verb;

      PUT (bytes, verb);
      g_byte_array_append (bytes, (const guint8 *) steps[i].x, n_points[verb] * sizeof (float));
      g_byte_array_append (bytes, (const guint8 *) steps[i].y, n_points[verb] * sizeof (float));
    }
}

static void
put (GByteArray *bytes,
     const KumojiDrawing *drawing,
     guint16 look,
     const KumojiBox *box,
     const KumojiPathStep *steps,
     GByteArray *texts)
{
  const gboolean placed = drawing->x != 0 || drawing->y != 0 || drawing->width != 0;
  const guint8 parts = (drawing->text != NULL ? HAS_TEXT : 0)
                       | (drawing->n_steps > 0 ? HAS_STEPS : 0) | (placed ? HAS_PLACE : 0)
                       | (memcmp (&drawing->box, box, sizeof *box) != 0 ? HAS_BOX : 0);

  PUT (bytes, parts);
  PUT (bytes, look);
  if (parts & HAS_PLACE)
    {
      PUT (bytes, drawing->x);
      PUT (bytes, drawing->y);
      PUT (bytes, drawing->width);
    }
  if (parts & HAS_BOX)
    PUT (bytes, drawing->box);
  if (parts & HAS_TEXT)
    g_byte_array_append (texts, (const guint8 *) drawing->text, strlen (drawing->text) + 1);
  if (parts & HAS_STEPS)
    put_steps (bytes, steps + drawing->first_step, drawing->n_steps);
}

/* Drawings without text and place stand in front of what makes the drawings of them. */
static gboolean
deflate_into (KumojiPagePack *pack, GArray *looks, GByteArray *bytes)
{
  uLongf size;

  g_byte_array_prepend (bytes, (const guint8 *) looks->data, looks->len * sizeof (KumojiDrawing));
  size = compressBound (bytes->len);
  pack->n_looks = looks->len;
  pack->n_inflated = bytes->len;
  pack->deflated = g_malloc (size);
  if (compress2 (pack->deflated, &size, bytes->data, bytes->len, Z_BEST_SPEED) != Z_OK)
    return FALSE;
  pack->n_deflated = size;
  pack->deflated = g_realloc (pack->deflated, size);

  return TRUE;
}

/**
 * kumoji_page_pack_new:
 * @drawings: (element-type KumojiDrawing): what their faces and pictures are must outlive the pack
 * @steps: (element-type KumojiPathStep): of their paths
 *
 * Returns: (transfer full) (nullable): them as a pack; %NULL where they cannot be packed
 */
KumojiPagePack *
kumoji_page_pack_new (GArray *drawings, GArray *steps)
{
  g_autoptr (GArray) looks = g_array_new (FALSE, FALSE, sizeof (KumojiDrawing));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  g_autoptr (KumojiPagePack) pack = g_new0 (KumojiPagePack, 1);
  KumojiBox box = { 0 };

  for (guint i = 0; i < drawings->len; i++)
    {
      const KumojiDrawing *drawing = &g_array_index (drawings, KumojiDrawing, i);
      const guint16 look = find_look (looks, drawing);

      if (looks->len > G_MAXUINT16)
        return NULL;
      put (bytes, drawing, look, &box, (const KumojiPathStep *) steps->data, texts);
      box = drawing->box;
    }

  pack->n_drawings = drawings->len;
  pack->n_steps = steps->len;
  pack->texts = g_memdup2 (texts->data, texts->len);

  return deflate_into (pack, looks, bytes) ? g_steal_pointer (&pack) : NULL;
}

void
kumoji_page_pack_free (KumojiPagePack *pack)
{
  if (pack == NULL)
    return;

  g_free (pack->texts);
  g_free (pack->deflated);
  g_free (pack);
}

guint
kumoji_page_pack_get_n_drawings (const KumojiPagePack *pack)
{
  return pack->n_drawings;
}

static const guint8 *
take (const guint8 *bytes, void *value, gsize size)
{
  memcpy (value, bytes, size);

  return bytes + size;
}

#define TAKE(bytes, value) take (bytes, &(value), sizeof (value))

static const guint8 *
take_steps (const guint8 *bytes, KumojiDrawing *drawing, GArray *steps)
{
  bytes = TAKE (bytes, drawing->n_steps);
  drawing->first_step = steps->len;
  for (guint i = 0; i < drawing->n_steps; i++)
    {
      const guint8 verb = *bytes++;
      KumojiPathStep step = { verb };

      bytes = take (bytes, step.x, n_points[verb] * sizeof (float));
      bytes = take (bytes, step.y, n_points[verb] * sizeof (float));
      g_array_append_val (steps, step);
    }

  return bytes;
}

/**
 * kumoji_page_pack_read:
 * @drawings: (out) (transfer full) (element-type KumojiDrawing): their texts are the pack's
 * @steps: (out) (transfer full) (element-type KumojiPathStep): of their paths
 *
 * Gives back what the pack was made of.
 */
void
kumoji_page_pack_read (const KumojiPagePack *pack, GArray **drawings, GArray **steps)
{
  uLongf size = pack->n_inflated;
  g_autofree guint8 *inflated = g_malloc (MAX (size, 1));
  const KumojiDrawing *looks = (const KumojiDrawing *) inflated;
  const guint8 *bytes = inflated + pack->n_looks * sizeof (KumojiDrawing);
  const char *text = pack->texts;
  KumojiBox box = { 0 };

  /* What we deflated ourselves inflates. */
  g_assert (uncompress (inflated, &size, pack->deflated, pack->n_deflated) == Z_OK);
  *drawings = g_array_sized_new (FALSE, FALSE, sizeof (KumojiDrawing), pack->n_drawings);
  *steps = g_array_sized_new (FALSE, FALSE, sizeof (KumojiPathStep), pack->n_steps);
  for (guint i = 0; i < pack->n_drawings; i++)
    {
      const guint8 parts = *bytes++;
      KumojiDrawing drawing;
      guint16 look;

      bytes = TAKE (bytes, look);
      drawing = looks[look];
      if (parts & HAS_PLACE)
        {
          bytes = TAKE (bytes, drawing.x);
          bytes = TAKE (bytes, drawing.y);
          bytes = TAKE (bytes, drawing.width);
        }
      if (parts & HAS_BOX)
        bytes = TAKE (bytes, box);
      drawing.box = box;
      if (parts & HAS_TEXT)
        {
          drawing.text = text;
          text += strlen (text) + 1;
        }
      if (parts & HAS_STEPS)
        bytes = take_steps (bytes, &drawing, *steps);
      g_array_append_val (*drawings, drawing);
    }
}
