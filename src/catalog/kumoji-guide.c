/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A guide: a document that catalogs are taken from. */
#include "catalog/kumoji-guide.h"

#include "catalog/kumoji-phrases.h"

/* DESIGN.md section 1. The year stands in the catalogs. */
static const struct
{
  const char *file, *title;
} guides[] = {
  { "000_64482efbf6592326.txt",
    N_("Guide to the safe use of cloud services for small and medium-sized businesses") },
  { "001_84f937a2b827bbf2.txt",
    N_("Guide to the safe use of cloud services for small and medium-sized businesses") },
  { "002_3d0f212953d0b829.txt", N_("Practical guide to cloud adoption") },
  { "003_0da338f9323f5385.txt",
    N_("Guideline on information security measures in providing cloud services") },
  { "004_6738fc87fdfdac6f.txt", N_("Rules on the use of cloud services") },
};

/**
 * kumoji_guide_get_title:
 * @file: (nullable): what a catalog says it is taken from
 * @language: the reader's language
 *
 * Returns: (transfer none) (nullable): what the document is called, %NULL for one that Kumoji does
 *   not know
 */
const char *
kumoji_guide_get_title (const char *file, KumojiLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (guides); i++)
    if (g_strcmp0 (guides[i].file, file) == 0)
      return kumoji_phrase (language, guides[i].title);
  return NULL;
}
