/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: pages in order, what they are called, and where its headings stand. */
#include "report/kumoji-document.h"

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-plain-text.h"

typedef struct
{
  guint page;
  double y;
} Anchor;

struct _KumojiDocument
{
  GObject parent_instance;

  KumojiLanguage language;
  char *title;
  char *author;
  char *subject;
  GArray *keywords; /* KumojiKeyword */
  GPtrArray *pages;
  GArray *headings;    /* KumojiHeading */
  GHashTable *anchors; /* name → Anchor */
};

G_DEFINE_FINAL_TYPE (KumojiDocument, kumoji_document, G_TYPE_OBJECT)

static void
kumoji_document_finalize (GObject *object)
{
  KumojiDocument *self = KUMOJI_DOCUMENT (object);

  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_array_unref (self->keywords);
  g_ptr_array_unref (self->pages);
  g_array_unref (self->headings);
  g_hash_table_unref (self->anchors);

  G_OBJECT_CLASS (kumoji_document_parent_class)->finalize (object);
}

static void
kumoji_document_class_init (KumojiDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_document_finalize;
}

static void
clear_keyword (gpointer data)
{
  KumojiKeyword *keyword = data;

  g_free (keyword->key);
  g_free (keyword->value);
}

static void
clear_heading (gpointer data)
{
  KumojiHeading *heading = data;

  g_free (heading->title);
}

static void
kumoji_document_init (KumojiDocument *self)
{
  self->author = g_strdup ("");
  self->subject = g_strdup ("");
  self->keywords = g_array_new (FALSE, FALSE, sizeof (KumojiKeyword));
  g_array_set_clear_func (self->keywords, clear_keyword);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_page_unref);
  self->headings = g_array_new (FALSE, FALSE, sizeof (KumojiHeading));
  g_array_set_clear_func (self->headings, clear_heading);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * kumoji_document_new:
 * @language: that the document is written in
 * @title: as a reader shows it
 *
 * Returns: (transfer full): a document without pages
 */
KumojiDocument *
kumoji_document_new (KumojiLanguage language, const char *title)
{
  KumojiDocument *self = g_object_new (KUMOJI_TYPE_DOCUMENT, NULL);

  self->language = language;
  self->title = kumoji_plain_text (title);

  return self;
}

KumojiLanguage
kumoji_document_get_language (KumojiDocument *self)
{
  return self->language;
}

const char *
kumoji_document_get_title (KumojiDocument *self)
{
  return self->title;
}

const char *
kumoji_document_get_author (KumojiDocument *self)
{
  return self->author;
}

/**
 * kumoji_document_set_author:
 * @author: (nullable): the company that the report is of
 */
void
kumoji_document_set_author (KumojiDocument *self, const char *author)
{
  g_free (self->author);
  self->author = kumoji_plain_text (author);
}

const char *
kumoji_document_get_subject (KumojiDocument *self)
{
  return self->subject;
}

void
kumoji_document_set_subject (KumojiDocument *self, const char *subject)
{
  g_free (self->subject);
  self->subject = kumoji_plain_text (subject);
}

/**
 * kumoji_document_add_keyword:
 * @key: such as "fingerprint"; no "=" and no ";" in it
 * @value: no ";" in it
 */
void
kumoji_document_add_keyword (KumojiDocument *self, const char *key, const char *value)
{
  KumojiKeyword keyword = { kumoji_plain_text (key), kumoji_plain_text (value) };

  g_array_append_val (self->keywords, keyword);
}

/**
 * kumoji_document_get_keywords:
 *
 * Returns: (transfer none) (element-type KumojiKeyword):
 */
GArray *
kumoji_document_get_keywords (KumojiDocument *self)
{
  return self->keywords;
}

/**
 * kumoji_document_add_page:
 *
 * Returns: the page's position, counted from 0
 */
guint
kumoji_document_add_page (KumojiDocument *self, KumojiPage *page)
{
  g_ptr_array_add (self->pages, kumoji_page_ref (page));

  return self->pages->len - 1;
}

guint
kumoji_document_get_n_pages (KumojiDocument *self)
{
  return self->pages->len;
}

/**
 * kumoji_document_get_page:
 * @position: counted from 0
 *
 * Returns: (transfer none):
 */
KumojiPage *
kumoji_document_get_page (KumojiDocument *self, guint position)
{
  g_return_val_if_fail (position < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, position);
}

/**
 * kumoji_document_add_heading:
 * @level: 1 is the outermost
 * @page: counted from 0
 * @y: points from the top of the page
 *
 * An entry of the outline that a reader shows beside the pages.
 */
void
kumoji_document_add_heading (KumojiDocument *self,
                             guint level,
                             const char *title,
                             guint page,
                             double y)
{
  KumojiHeading heading = { kumoji_plain_text (title), MAX (level, 1), page, y };

  g_array_append_val (self->headings, heading);
}

/**
 * kumoji_document_get_headings:
 *
 * Returns: (transfer none) (element-type KumojiHeading): in the order of the pages
 */
GArray *
kumoji_document_get_headings (KumojiDocument *self)
{
  return self->headings;
}

/**
 * kumoji_document_add_anchor:
 * @name: what kumoji_page_add_link() leads to
 */
void
kumoji_document_add_anchor (KumojiDocument *self, const char *name, guint page, double y)
{
  Anchor *anchor = g_new (Anchor, 1);

  anchor->page = page;
  anchor->y = y;
  g_hash_table_insert (self->anchors, g_strdup (name), anchor);
}

/**
 * kumoji_document_find_anchor:
 * @page: (out): counted from 0
 * @y: (out): points from the top of the page
 *
 * Returns: whether there is one of that name, on a page that exists
 */
gboolean
kumoji_document_find_anchor (KumojiDocument *self, const char *name, guint *page, double *y)
{
  const Anchor *anchor = g_hash_table_lookup (self->anchors, name);

  if (anchor == NULL || anchor->page >= self->pages->len)
    return FALSE;

  *page = anchor->page;
  *y = anchor->y;

  return TRUE;
}

/**
 * kumoji_document_set_too_long:
 * @error: (out): %KUMOJI_REPORT_ERROR_PAGES
 *
 * Says that there are more than %KUMOJI_MOST_PAGES.
 */
void
kumoji_document_set_too_long (GError **error)
{
  g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PAGES,
               _("The report would have more than %d pages; choose fewer of its parts"),
               KUMOJI_MOST_PAGES);
}

/**
 * kumoji_document_dup_warnings:
 *
 * Returns: (transfer container) (element-type utf8): what the reader should know, one sentence
 *   each; the texts belong to the pages
 */
GPtrArray *
kumoji_document_dup_warnings (KumojiDocument *self)
{
  GPtrArray *all = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->pages->len; i++)
    {
      GPtrArray *warnings = kumoji_page_get_warnings (g_ptr_array_index (self->pages, i));

      for (guint j = 0; j < warnings->len; j++)
        if (g_hash_table_add (seen, warnings->pdata[j]))
          g_ptr_array_add (all, warnings->pdata[j]);
    }

  return all;
}

/**
 * kumoji_document_check:
 *
 * Returns: whether every text on every page stays in its place; see kumoji_page_check()
 */
gboolean
kumoji_document_check (KumojiDocument *self, GError **error)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (!kumoji_page_check (g_ptr_array_index (self->pages, i), error))
      {
        g_prefix_error (error, _("Page %u: "), i + 1);
        return FALSE;
      }

  return TRUE;
}
