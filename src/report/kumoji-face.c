/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A face: one font file, its widths and outlines. Safe to use from several threads. */
#include "report/kumoji-face.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_FONT_FORMATS_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H

/* Where a font asks so, it may be shown but not put into a document; libharu refuses it. */
#define MAY_NOT_EMBED                                                                              \
  (FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING | FT_FSTYPE_NO_SUBSETTING                                \
   | FT_FSTYPE_BITMAP_EMBEDDING_ONLY)

#define BLOCK_SIZE 256
#define N_BLOCKS (0x110000 / BLOCK_SIZE)

/* What is known of a character: 0 not asked yet, 1 the face lacks it, else glyph and width. */
#define ABSENT 1
#define PACK(glyph, width) (((guint32) (glyph) << 16) | MIN ((guint) (width), 0xffffu))

struct _KumojiFaceLibrary
{
  gatomicrefcount references;
  GMutex lock; /* FreeType opens and closes faces of one library one after another */
  FT_Library library;
};

struct _KumojiFace
{
  gatomicrefcount references;
  KumojiFaceLibrary *library;
  GMutex lock;
  FT_Face face;
  FT_CharMap plain, full; /* up to U+FFFF, the one that libharu reads; everything */
  char *file;
  guint index;
  gboolean embeddable;
  guint32 *blocks[N_BLOCKS];
};

/**
 * kumoji_face_library_new:
 *
 * Returns: (transfer full): FreeType, made ready
 */
KumojiFaceLibrary *
kumoji_face_library_new (void)
{
  KumojiFaceLibrary *library = g_new0 (KumojiFaceLibrary, 1);

  g_atomic_ref_count_init (&library->references);
  g_mutex_init (&library->lock);
  if (FT_Init_FreeType (&library->library) != 0)
    g_error ("FreeType has no memory to start");

  return library;
}

void
kumoji_face_library_unref (KumojiFaceLibrary *library)
{
  if (library == NULL || !g_atomic_ref_count_dec (&library->references))
    return;

  FT_Done_FreeType (library->library);
  g_mutex_clear (&library->lock);
  g_free (library);
}

static void
find_charmaps (KumojiFace *face)
{
  for (int i = 0; i < face->face->num_charmaps; i++)
    {
      FT_CharMap map = face->face->charmaps[i];

      if (map->platform_id == 3 && map->encoding_id == 1)
        face->plain = map;
    }
  face->full = face->face->charmap;
}

/**
 * kumoji_face_new:
 * @index: of the face in a collection, else 0
 *
 * Returns: (transfer full) (nullable): the face; %NULL where the file holds no scalable outlines
 */
KumojiFace *
kumoji_face_new (KumojiFaceLibrary *library, const char *file, guint index)
{
  g_autoptr (KumojiFace) face = g_new0 (KumojiFace, 1);
  const char *format;
  int status;

  g_atomic_ref_count_init (&face->references);
  g_mutex_init (&face->lock);
  g_atomic_ref_count_inc (&library->references);
  face->library = library;
  face->file = g_strdup (file);
  face->index = index;

  g_mutex_lock (&library->lock);
  status = FT_New_Face (library->library, file, index, &face->face);
  g_mutex_unlock (&library->lock);
  if (status != 0)
    {
      face->face = NULL;
      return NULL;
    }
  if (!FT_IS_SCALABLE (face->face) || face->face->units_per_EM == 0
      || FT_Select_Charmap (face->face, FT_ENCODING_UNICODE) != 0)
    return NULL;

  find_charmaps (face);
  format = FT_Get_Font_Format (face->face);
  face->embeddable = g_strcmp0 (format, "TrueType") == 0 && face->plain != NULL
                     && FT_Get_Sfnt_Table (face->face, FT_SFNT_OS2) != NULL
                     && !FT_HAS_MULTIPLE_MASTERS (face->face)
                     && (FT_Get_FSType_Flags (face->face) & MAY_NOT_EMBED) == 0;

  return g_steal_pointer (&face);
}

KumojiFace *
kumoji_face_ref (KumojiFace *face)
{
  g_atomic_ref_count_inc (&face->references);

  return face;
}

void
kumoji_face_unref (KumojiFace *face)
{
  if (face == NULL || !g_atomic_ref_count_dec (&face->references))
    return;

  g_mutex_lock (&face->library->lock);
  g_clear_pointer (&face->face, FT_Done_Face);
  g_mutex_unlock (&face->library->lock);
  kumoji_face_library_unref (face->library);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_free (face->blocks[i]);
  g_mutex_clear (&face->lock);
  g_free (face->file);
  g_free (face);
}

const char *
kumoji_face_get_file (KumojiFace *face)
{
  return face->file;
}

guint
kumoji_face_get_index (KumojiFace *face)
{
  return face->index;
}

/**
 * kumoji_face_is_bold:
 *
 * Returns: whether the font calls itself bold
 */
gboolean
kumoji_face_is_bold (KumojiFace *face)
{
  return (face->face->style_flags & FT_STYLE_FLAG_BOLD) != 0;
}

/**
 * kumoji_face_is_embeddable:
 *
 * Returns: whether libharu can put the font into a document: TrueType outlines, a plain character
 *   map, and a licence that lets it
 */
gboolean
kumoji_face_is_embeddable (KumojiFace *face)
{
  return face->embeddable;
}

/**
 * kumoji_face_encodes:
 *
 * Returns: whether the character can be written as text; libharu knows none beyond U+FFFF
 */
gboolean
kumoji_face_encodes (KumojiFace *face, gunichar character)
{
  return face->embeddable && character <= 0xffff;
}

/* Whole thousandths of an em, rounded down as libharu writes them: both painters then agree. */
static guint32
measure (KumojiFace *face, guint glyph)
{
  FT_Fixed advance = 0;

  if (glyph == 0 || glyph > 0xffff
      || FT_Get_Advance (face->face, glyph, FT_LOAD_NO_SCALE, &advance) != 0 || advance < 0)
    return ABSENT;

  return PACK (glyph, advance * 1000 / face->face->units_per_EM);
}

static guint32
look_up (KumojiFace *face, gunichar character)
{
  guint32 **block = &face->blocks[character / BLOCK_SIZE];
  guint32 *known;

  if (*block == NULL)
    *block = g_new0 (guint32, BLOCK_SIZE);
  known = &(*block)[character % BLOCK_SIZE];
  if (*known == 0)
    {
      FT_CharMap map = character <= 0xffff && face->plain != NULL ? face->plain : face->full;

      FT_Set_Charmap (face->face, map);
      *known = measure (face, FT_Get_Char_Index (face->face, character));
    }

  return *known;
}

static gboolean
unpack (guint32 known, guint *glyph, guint *width)
{
  if (known == ABSENT)
    return FALSE;

  *glyph = known >> 16;
  *width = known & 0xffff;

  return TRUE;
}

/**
 * kumoji_face_find:
 * @glyph: (out): its number in the font
 * @width: (out): thousandths of an em
 *
 * Returns: whether the face has the character
 */
gboolean
kumoji_face_find (KumojiFace *face, gunichar character, guint *glyph, guint *width)
{
  guint32 known;

  if (character >= 0x110000)
    return FALSE;

  g_mutex_lock (&face->lock);
  known = look_up (face, character);
  g_mutex_unlock (&face->lock);

  return unpack (known, glyph, width);
}

/**
 * kumoji_face_find_variant:
 * @selector: the variation selector that follows the character
 *
 * Returns: whether the face draws this form of the character otherwise than the usual one
 */
gboolean
kumoji_face_find_variant (KumojiFace *face,
                          gunichar character,
                          gunichar selector,
                          guint *glyph,
                          guint *width)
{
  guint32 known = ABSENT;

  g_mutex_lock (&face->lock);
  if (FT_Face_GetCharVariantIsDefault (face->face, character, selector) == 0)
    known = measure (face, FT_Face_GetCharVariantIndex (face->face, character, selector));
  g_mutex_unlock (&face->lock);

  return unpack (known, glyph, width);
}

typedef struct
{
  KumojiPath *path;
  double x, baseline, scale;
  FT_Vector at;
  gboolean open;
} Tracer;

#define TRACE_X(tracer, vector) ((tracer)->x + (vector)->x * (tracer)->scale)
#define TRACE_Y(tracer, vector) ((tracer)->baseline - (vector)->y * (tracer)->scale)

static int
trace_move_cb (const FT_Vector *to, void *user_data)
{
  Tracer *tracer = user_data;

  if (tracer->open)
    kumoji_path_close (tracer->path);
  kumoji_path_move_to (tracer->path, TRACE_X (tracer, to), TRACE_Y (tracer, to));
  tracer->at = *to;
  tracer->open = TRUE;

  return 0;
}

static int
trace_line_cb (const FT_Vector *to, void *user_data)
{
  Tracer *tracer = user_data;

  kumoji_path_line_to (tracer->path, TRACE_X (tracer, to), TRACE_Y (tracer, to));
  tracer->at = *to;

  return 0;
}

static int
trace_cubic_cb (const FT_Vector *one, const FT_Vector *two, const FT_Vector *to, void *user_data)
{
  Tracer *tracer = user_data;

  kumoji_path_curve_to (tracer->path, TRACE_X (tracer, one), TRACE_Y (tracer, one),
                        TRACE_X (tracer, two), TRACE_Y (tracer, two), TRACE_X (tracer, to),
                        TRACE_Y (tracer, to));
  tracer->at = *to;

  return 0;
}

/* A quadratic curve is a cubic one whose handles stand two thirds of the way to its own. */
static int
trace_conic_cb (const FT_Vector *handle, const FT_Vector *to, void *user_data)
{
  Tracer *tracer = user_data;
  const FT_Vector at = tracer->at;
  const double x = TRACE_X (tracer, handle), y = TRACE_Y (tracer, handle);
  const double x0 = TRACE_X (tracer, &at), y0 = TRACE_Y (tracer, &at);
  const double x3 = TRACE_X (tracer, to), y3 = TRACE_Y (tracer, to);

  kumoji_path_curve_to (tracer->path, x0 + (x - x0) * 2 / 3, y0 + (y - y0) * 2 / 3,
                        x3 + (x - x3) * 2 / 3, y3 + (y - y3) * 2 / 3, x3, y3);
  tracer->at = *to;

  return 0;
}

/**
 * kumoji_face_trace:
 * @x: where the glyph starts, points
 * @baseline: points from the top
 * @size: points
 * @path: gets the outline
 *
 * Returns: %FALSE where the font has a picture instead of an outline, as colour emoji do
 */
gboolean
kumoji_face_trace (KumojiFace *face,
                   guint glyph,
                   double x,
                   double baseline,
                   double size,
                   KumojiPath *path)
{
  static const FT_Outline_Funcs funcs = {
    trace_move_cb, trace_line_cb, trace_conic_cb, trace_cubic_cb, 0, 0
  };
  Tracer tracer = { path, x, baseline };
  gboolean traced = FALSE;

  g_mutex_lock (&face->lock);
  tracer.scale = size / face->face->units_per_EM;
  if (FT_Load_Glyph (face->face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) == 0
      && face->face->glyph->format == FT_GLYPH_FORMAT_OUTLINE)
    traced = FT_Outline_Decompose (&face->face->glyph->outline, &funcs, &tracer) == 0;
  g_mutex_unlock (&face->lock);

  if (tracer.open)
    kumoji_path_close (path);

  return traced;
}
