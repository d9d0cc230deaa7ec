/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A font subset: a font file with the letters of one document and nothing else.
 *
 * libharu embeds the letters that are used, but with all their hints, which paper and screens of
 * today do not need: they are half of a report's bytes. HarfBuzz takes them out first. libharu
 * reads fonts from files only, so the subset is a file for as long as it is needed. */
#include "report/kumoji-font-subset.h"

#include <glib/gstdio.h>
#include <hb-subset.h>
#include <unistd.h>

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-report-error.h"

struct _KumojiFontSubset
{
  KumojiFace *face;
  hb_set_t *characters;
  char *path; /* once it is written */
};

/**
 * kumoji_font_subset_new:
 * @face: a font
 *
 * Returns: (transfer full): a subset of @face without any letter yet
 */
KumojiFontSubset *
kumoji_font_subset_new (KumojiFace *face)
{
  KumojiFontSubset *self = g_new0 (KumojiFontSubset, 1);

  self->face = kumoji_face_ref (face);
  self->characters = hb_set_create ();
  return self;
}

/**
 * kumoji_font_subset_free:
 * @self: (transfer full): a subset; its file goes with it
 */
void
kumoji_font_subset_free (KumojiFontSubset *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  hb_set_destroy (self->characters);
  kumoji_face_unref (self->face);
  g_free (self);
}

/**
 * kumoji_font_subset_add:
 * @self: a subset that is not written yet
 * @text: what is set in its font, valid UTF-8
 */
void
kumoji_font_subset_add (KumojiFontSubset *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    hb_set_add (self->characters, g_utf8_get_char (p));
}

static hb_face_t *
make_subset (KumojiFontSubset *self)
{
  hb_blob_t *file = hb_blob_create_from_file (kumoji_face_get_file (self->face));
  hb_face_t *whole = hb_face_create (file, kumoji_face_get_index (self->face));
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *subset = NULL;

  if (input != NULL)
    {
      hb_set_union (hb_subset_input_unicode_set (input), self->characters);
      /* The glyphs keep their numbers: both painters take them from the whole font. */
      hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS);
      subset = hb_subset_or_fail (whole, input);
      hb_subset_input_destroy (input);
    }
  hb_face_destroy (whole);
  hb_blob_destroy (file);
  return subset;
}

/**
 * kumoji_font_subset_write:
 * @self: a subset
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the path of a TrueType file with the letters that were
 * added, readable by the user alone, there until @self is freed; %NULL with an error
 */
const char *
kumoji_font_subset_write (KumojiFontSubset *self, GError **error)
{
  g_autofree char *path = NULL;
  hb_face_t *subset;
  hb_blob_t *blob;
  unsigned int length;
  const char *data;
  int file;

  if (self->path != NULL)
    return self->path;
  subset = make_subset (self);
  if (subset == NULL)
    {
      g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PDF,
                   _("The font file %s cannot be used; install it again"),
                   kumoji_face_get_file (self->face));
      return NULL;
    }

  file = g_file_open_tmp ("kumoji-font-XXXXXX", &path, error);
  if (file >= 0)
    {
      close (file);
      blob = hb_face_reference_blob (subset);
      data = hb_blob_get_data (blob, &length);
      self->path = g_steal_pointer (&path);
      if (!g_file_set_contents_full (self->path, data, length, G_FILE_SET_CONTENTS_NONE, 0600,
                                     error))
        {
          g_unlink (self->path);
          g_clear_pointer (&self->path, g_free);
        }
      hb_blob_destroy (blob);
    }
  hb_face_destroy (subset);
  return self->path;
}
