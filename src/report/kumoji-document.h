/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: pages in order, what they are called, and where its headings stand. */
#pragma once

#include "catalog/kumoji-language.h"
#include "report/kumoji-page.h"

G_BEGIN_DECLS

/* libharu takes no more, and nobody would read them. */
#define KUMOJI_MOST_PAGES 32767

/* As whose work a document is told apart. */
#define KUMOJI_REPORT_CREATOR "Kumoji"

/**
 * KumojiHeading:
 * @level: 1 is the outermost
 * @page: counted from 0
 * @y: points from the top of the page
 */
typedef struct
{
  char *title;
  guint level;
  guint page;
  double y;
} KumojiHeading;

/**
 * KumojiKeyword:
 *
 * A fact about the document that a program reads back, such as the whole fingerprint.
 */
typedef struct
{
  char *key;
  char *value;
} KumojiKeyword;

#define KUMOJI_TYPE_DOCUMENT (kumoji_document_get_type ())
G_DECLARE_FINAL_TYPE (KumojiDocument, kumoji_document, KUMOJI, DOCUMENT, GObject)

KumojiDocument *kumoji_document_new (KumojiLanguage language, const char *title);

KumojiLanguage kumoji_document_get_language (KumojiDocument *self);
const char *kumoji_document_get_title (KumojiDocument *self);
const char *kumoji_document_get_author (KumojiDocument *self);
void kumoji_document_set_author (KumojiDocument *self, const char *author);
const char *kumoji_document_get_subject (KumojiDocument *self);
void kumoji_document_set_subject (KumojiDocument *self, const char *subject);

void kumoji_document_add_keyword (KumojiDocument *self, const char *key, const char *value);
GArray *kumoji_document_get_keywords (KumojiDocument *self);

guint kumoji_document_add_page (KumojiDocument *self, KumojiPage *page);
guint kumoji_document_get_n_pages (KumojiDocument *self);
KumojiPage *kumoji_document_get_page (KumojiDocument *self, guint position);

void kumoji_document_add_heading (KumojiDocument *self,
                                  guint level,
                                  const char *title,
                                  guint page,
                                  double y);
GArray *kumoji_document_get_headings (KumojiDocument *self);
void kumoji_document_add_anchor (KumojiDocument *self, const char *name, guint page, double y);
gboolean
kumoji_document_find_anchor (KumojiDocument *self, const char *name, guint *page, double *y);

GPtrArray *kumoji_document_dup_warnings (KumojiDocument *self);
void kumoji_document_set_too_long (GError **error);
gboolean kumoji_document_check (KumojiDocument *self, GError **error);

G_END_DECLS
