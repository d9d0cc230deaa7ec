/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typeface of the reports: which face draws which character. Threads may share it. */
#include "report/kumoji-typeface.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-plain-text.h"

#define GETA 0x3013 /* 〓, what Japanese printers set where they lack a type */

enum
{
  REGULAR,
  BOLD,
  N_WEIGHTS
};

static const char *const families[] = { "BIZ UDPGothic", "IPAexGothic" };

#define N_FAMILIES G_N_ELEMENTS (families)

struct _KumojiTypeface
{
  GObject parent_instance;

  GMutex lock; /* for what is found on the way: the fallbacks */
  KumojiFaceLibrary *library;
  FcConfig *config;
  KumojiFace *chain[N_WEIGHTS][N_FAMILIES];
  FcFontSet *others[N_WEIGHTS]; /* all installed fonts, the most alike first */
  GHashTable *other_faces;      /* "file#index" → KumojiFace, NULL where it cannot be opened */
  GHashTable *found[N_WEIGHTS]; /* character → KumojiFace, NULL where no font has it */
};

G_DEFINE_FINAL_TYPE (KumojiTypeface, kumoji_typeface, G_TYPE_OBJECT)

static void
kumoji_typeface_finalize (GObject *object)
{
  KumojiTypeface *self = KUMOJI_TYPEFACE (object);

  for (guint weight = 0; weight < N_WEIGHTS; weight++)
    {
      for (guint i = 0; i < N_FAMILIES; i++)
        kumoji_face_unref (self->chain[weight][i]);
      g_clear_pointer (&self->others[weight], FcFontSetDestroy);
      g_hash_table_unref (self->found[weight]);
    }
  g_hash_table_unref (self->other_faces);
  g_clear_pointer (&self->config, FcConfigDestroy);
  kumoji_face_library_unref (self->library);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (kumoji_typeface_parent_class)->finalize (object);
}

static void
kumoji_typeface_class_init (KumojiTypefaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_typeface_finalize;
}

static void
unref_face (gpointer face)
{
  kumoji_face_unref (face);
}

static void
kumoji_typeface_init (KumojiTypeface *self)
{
  g_mutex_init (&self->lock);
  self->library = kumoji_face_library_new ();
  self->other_faces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_face);
  for (guint weight = 0; weight < N_WEIGHTS; weight++)
    self->found[weight] = g_hash_table_new (NULL, NULL);
}

static KumojiFace *
open_pattern (KumojiTypeface *self, FcPattern *pattern)
{
  FcChar8 *file;
  int index = 0;

  if (FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch)
    return NULL;
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);

  return kumoji_face_new (self->library, (const char *) file, index);
}

/* The face of the family that is nearest to the weight, of those that libharu can embed. */
static KumojiFace *
open_family (KumojiTypeface *self, const char *family, gboolean bold)
{
  FcPattern *pattern =
    FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, FC_OUTLINE, FcTypeBool, FcTrue, NULL);
  FcObjectSet *wanted = FcObjectSetBuild (FC_FILE, FC_INDEX, FC_WEIGHT, NULL);
  FcFontSet *set = FcFontList (self->config, pattern, wanted);
  KumojiFace *best = NULL;

  for (int i = 0; set != NULL && i < set->nfont; i++)
    {
      g_autoptr (KumojiFace) face = NULL;
      int weight = FC_WEIGHT_REGULAR;

      FcPatternGetInteger (set->fonts[i], FC_WEIGHT, 0, &weight);
      if ((weight >= FC_WEIGHT_DEMIBOLD) != bold)
        continue;
      face = open_pattern (self, set->fonts[i]);
      if (face == NULL || !kumoji_face_is_embeddable (face))
        continue;
      /* The same font may be installed twice; take the same file whatever the order. */
      if (best == NULL || strcmp (kumoji_face_get_file (face), kumoji_face_get_file (best)) < 0)
        {
          kumoji_face_unref (best);
          best = g_steal_pointer (&face);
        }
    }

  if (set != NULL)
    FcFontSetDestroy (set);
  FcObjectSetDestroy (wanted);
  FcPatternDestroy (pattern);

  return best;
}

/**
 * kumoji_typeface_new:
 *
 * Looks for the fonts that are installed now.
 *
 * Returns: (transfer full) (nullable): the typeface, or %NULL with %KUMOJI_REPORT_ERROR_NO_FONT
 */
KumojiTypeface *
kumoji_typeface_new (GError **error)
{
  g_autoptr (KumojiTypeface) self = g_object_new (KUMOJI_TYPE_TYPEFACE, NULL);
  gboolean found = FALSE;

  self->config = FcInitLoadConfigAndFonts ();
  for (guint i = 0; self->config != NULL && i < N_FAMILIES; i++)
    {
      self->chain[REGULAR][i] = open_family (self, families[i], FALSE);
      self->chain[BOLD][i] = open_family (self, families[i], TRUE);
      found = found || self->chain[REGULAR][i] != NULL;
    }

  if (!found)
    {
      g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_NO_FONT,
                   _("No Japanese font to print with is installed: install the package “%s” "
                      "(BIZ UDPGothic) and try again"),
                   "fonts-morisawa-bizud-gothic");
      return NULL;
    }

  return g_steal_pointer (&self);
}

static FcFontSet *
sort_fonts (KumojiTypeface *self, guint weight)
{
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, "sans-serif", FC_LANG,
                                       FcTypeString, "ja", FC_WEIGHT, FcTypeInteger,
                                       weight == BOLD ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, NULL);
  FcResult result;
  FcFontSet *set;

  FcConfigSubstitute (self->config, pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  set = FcFontSort (self->config, pattern, FcFalse, NULL, &result);
  FcPatternDestroy (pattern);

  return set;
}

static KumojiFace *
open_other (KumojiTypeface *self, FcPattern *pattern)
{
  FcChar8 *file = NULL;
  int index = 0;
  g_autofree char *key = NULL;
  gpointer face;

  if (FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch)
    return NULL;
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  key = g_strdup_printf ("%s#%d", file, index);
  if (!g_hash_table_lookup_extended (self->other_faces, key, NULL, &face))
    {
      face = open_pattern (self, pattern);
      g_hash_table_insert (self->other_faces, g_steal_pointer (&key), face);
    }

  return face;
}

/* A font may claim a character and hold a picture or nothing for it: that would not reach the
 * paper. */
static gboolean
has_outline (KumojiFace *face, gunichar character)
{
  g_autoptr (KumojiPath) path = kumoji_path_new ();
  guint glyph, width, n_steps;

  if (!kumoji_face_find (face, character, &glyph, &width))
    return FALSE;
  if (g_unichar_isspace (character))
    return TRUE;
  if (!kumoji_face_trace (face, glyph, 0, 0, 1, path))
    return FALSE;
  kumoji_path_get_steps (path, &n_steps);

  return n_steps > 0;
}

static KumojiFace *
search_others (KumojiTypeface *self, gunichar character, guint weight)
{
  FcFontSet *set;

  if (self->others[weight] == NULL)
    self->others[weight] = sort_fonts (self, weight);
  set = self->others[weight];

  for (int i = 0; set != NULL && i < set->nfont; i++)
    {
      FcCharSet *charset;
      KumojiFace *face;

      if (FcPatternGetCharSet (set->fonts[i], FC_CHARSET, 0, &charset) != FcResultMatch
          || !FcCharSetHasChar (charset, character))
        continue;
      face = open_other (self, set->fonts[i]);
      if (face != NULL && has_outline (face, character))
        return face;
    }

  return NULL;
}

static KumojiFace *
find_other (KumojiTypeface *self, gunichar character, guint weight)
{
  gpointer face;

  g_mutex_lock (&self->lock);
  if (!g_hash_table_lookup_extended (self->found[weight], GUINT_TO_POINTER (character), NULL,
                                     &face))
    {
      face = search_others (self, character, weight);
      g_hash_table_insert (self->found[weight], GUINT_TO_POINTER (character), face);
    }
  g_mutex_unlock (&self->lock);

  return face;
}

static gboolean
find_in_chain (KumojiTypeface *self, gunichar character, gboolean bold, KumojiGlyph *glyph)
{
  for (guint i = 0; i < N_FAMILIES; i++)
    for (int weight = bold ? BOLD : REGULAR; weight >= REGULAR; weight--)
      {
        KumojiFace *face = self->chain[weight][i];

        if (face == NULL || !kumoji_face_find (face, character, &glyph->glyph, &glyph->width))
          continue;
        glyph->face = face;
        glyph->encoded = kumoji_face_encodes (face, character);
        glyph->embolden = bold && weight == REGULAR;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_variant (KumojiTypeface *self,
              gunichar character,
              gunichar selector,
              gboolean bold,
              KumojiGlyph *glyph)
{
  for (guint i = 0; i < N_FAMILIES; i++)
    {
      KumojiFace *face = self->chain[bold ? BOLD : REGULAR][i];

      if (face == NULL
          || !kumoji_face_find_variant (face, character, selector, &glyph->glyph, &glyph->width))
        continue;
      glyph->face = face;
      return TRUE;
    }

  return FALSE;
}

/**
 * kumoji_typeface_find:
 * @selector: the variation selector that follows, or 0
 * @glyph: (out): how the character is drawn; something is found for each
 */
void
kumoji_typeface_find (KumojiTypeface *self,
                      gunichar character,
                      gunichar selector,
                      gboolean bold,
                      KumojiGlyph *glyph)
{
  KumojiFace *face;

  memset (glyph, 0, sizeof *glyph);
  if (selector != 0 && find_variant (self, character, selector, bold, glyph))
    return;
  if (find_in_chain (self, character, bold, glyph))
    return;

  face = find_other (self, character, bold ? BOLD : REGULAR);
  if (face != NULL && kumoji_face_find (face, character, &glyph->glyph, &glyph->width))
    {
      glyph->face = face;
      glyph->embolden = bold && !kumoji_face_is_bold (face);
      return;
    }

  if (!find_in_chain (self, GETA, bold, glyph))
    find_in_chain (self, '?', bold, glyph);
  glyph->missing = TRUE;
}

/**
 * kumoji_typeface_measure:
 * @text: as kumoji_plain_text() gives it
 * @size: points
 *
 * Returns: the width of @text on one line, points
 */
double
kumoji_typeface_measure (KumojiTypeface *self, const char *text, double size, gboolean bold)
{
  guint64 width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar character = g_utf8_get_char (p);
      KumojiGlyph glyph;

      if (character == '\n' || kumoji_plain_text_is_selector (character))
        continue;
      kumoji_typeface_find (self, character, 0, bold, &glyph);
      width += glyph.width;
    }

  return width * size / 1000;
}
