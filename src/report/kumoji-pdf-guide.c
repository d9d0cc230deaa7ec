/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF carries beside its pages: what it is called, its outline, its links. */
#include "report/kumoji-pdf-guide.h"

/* libharu reads UTF-8 as far as U+FFFF, but lets halves of a UTF-16 pair pass: written as such, a
 * character beyond it arrives whole in a title. (In a font it would not, see KumojiFace.) */
static char *
spell_title (const char *text)
{
  GString *spelled = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append_c (spelled, ' ');
      else if (c <= 0xffff)
        g_string_append_unichar (spelled, c);
      else
        {
          const guint16 pair[] = { 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + (c & 0x3ff) };

          for (guint i = 0; i < G_N_ELEMENTS (pair); i++)
            {
              g_string_append_c (spelled, (char) (0xe0 | (pair[i] >> 12)));
              g_string_append_c (spelled, (char) (0x80 | ((pair[i] >> 6) & 0x3f)));
              g_string_append_c (spelled, (char) (0x80 | (pair[i] & 0x3f)));
            }
        }
    }

  return g_string_free (spelled, FALSE);
}

static void
set_info (HPDF_Doc pdf, HPDF_InfoType type, const char *text)
{
  g_autofree char *spelled = spell_title (text);

  if (*spelled != '\0')
    HPDF_SetInfoAttr (pdf, type, spelled);
}

/**
 * kumoji_pdf_describe:
 *
 * Title, author, subject, keywords and language. No dates: the same project gives the same bytes.
 */
void
kumoji_pdf_describe (HPDF_Doc pdf, KumojiDocument *document)
{
  const char *language = kumoji_language_get_code (kumoji_document_get_language (document));
  GArray *keywords = kumoji_document_get_keywords (document);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < keywords->len; i++)
    {
      const KumojiKeyword *keyword = &g_array_index (keywords, KumojiKeyword, i);

      g_string_append_printf (joined, "%s%s=%s", i > 0 ? "; " : "", keyword->key, keyword->value);
    }

  set_info (pdf, HPDF_INFO_TITLE, kumoji_document_get_title (document));
  set_info (pdf, HPDF_INFO_AUTHOR, kumoji_document_get_author (document));
  set_info (pdf, HPDF_INFO_SUBJECT, kumoji_document_get_subject (document));
  set_info (pdf, HPDF_INFO_KEYWORDS, joined->str);
  set_info (pdf, HPDF_INFO_CREATOR, KUMOJI_REPORT_CREATOR);
  /* The language for a screen reader. libharu has no call of its own for it. */
  HPDF_Dict_Add (pdf->catalog, "Lang", HPDF_String_New (pdf->mmgr, language, NULL));
}

/* HPDF_Destination_SetXYZ wants a zoom; the 0 that leaves the reader's own zoom alone is legal in
 * PDF all the same. */
static HPDF_Destination
make_destination (KumojiDocument *document, GPtrArray *pages, guint position, double y)
{
  KumojiPage *page = kumoji_document_get_page (document, position);
  HPDF_Destination destination = HPDF_Page_CreateDestination (pages->pdata[position]);

  HPDF_Array_Clear (destination);
  HPDF_Array_Add (destination, pages->pdata[position]);
  HPDF_Array_AddName (destination, "XYZ");
  HPDF_Array_AddReal (destination, 0);
  HPDF_Array_AddReal (destination, kumoji_page_get_height (page) - y);
  HPDF_Array_AddReal (destination, 0);

  return destination;
}

static void
add_link (KumojiDocument *document, GPtrArray *pages, const KumojiPdfLink *link)
{
  HPDF_Page page = pages->pdata[link->page];
  const KumojiBox *box = &link->box;
  const double height = kumoji_page_get_height (kumoji_document_get_page (document, link->page));
  HPDF_Annotation annotation;
  HPDF_Rect rect;
  guint target;
  double y;

  if (!kumoji_document_find_anchor (document, link->anchor, &target, &y))
    return;
  rect.left = box->x;
  rect.right = box->x + box->width;
  rect.top = height - box->y;
  rect.bottom = height - box->y - box->height;
  annotation =
    HPDF_Page_CreateLinkAnnot (page, rect, make_destination (document, pages, target, y));
  HPDF_LinkAnnot_SetBorderStyle (annotation, 0, 0, 0);
}

/**
 * kumoji_pdf_add_links:
 * @links: (element-type KumojiPdfLink):
 * @pages: (element-type HPDF_Page): all of them, for a link may lead to a later page
 */
void
kumoji_pdf_add_links (KumojiDocument *document, GArray *links, GPtrArray *pages)
{
  for (guint i = 0; i < links->len; i++)
    add_link (document, pages, &g_array_index (links, KumojiPdfLink, i));
}

/**
 * kumoji_pdf_add_outline:
 * @pages: (element-type HPDF_Page):
 *
 * The headings, each below the last one of a smaller level.
 */
void
kumoji_pdf_add_outline (HPDF_Doc pdf, KumojiDocument *document, GPtrArray *pages)
{
  GArray *headings = kumoji_document_get_headings (document);
  HPDF_Encoder encoder = HPDF_GetEncoder (pdf, "UTF-8");
  HPDF_Outline parents[8] = { NULL }; /* [0] stays the root */

  for (guint i = 0; i < headings->len; i++)
    {
      const KumojiHeading *heading = &g_array_index (headings, KumojiHeading, i);
      const guint level = MIN (heading->level, G_N_ELEMENTS (parents) - 1);
      g_autofree char *title = spell_title (heading->title);
      HPDF_Outline parent = NULL, outline;

      if (heading->page >= pages->len)
        continue;
      for (guint j = level; j > 0 && parent == NULL; j--)
        parent = parents[j - 1];
      outline = HPDF_CreateOutline (pdf, parent, title, encoder);
      HPDF_Outline_SetDestination (outline,
                                   make_destination (document, pages, heading->page, heading->y));
      parents[level] = outline;
      for (guint j = level + 1; j < G_N_ELEMENTS (parents); j++)
        parents[j] = NULL;
    }
}
