/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signed paper: what a report's PDF says of itself, read back to be checked. */
#pragma once

#include "rules/kumoji-comparison.h"

G_BEGIN_DECLS

/* Bytes. A report of ten thousand assets has less than a fifth of it. */
#define KUMOJI_SIGNED_PAPER_MAX_BYTES (64 * 1024 * 1024)

#define KUMOJI_SIGNED_PAPER_ERROR (kumoji_signed_paper_error_quark ())

/**
 * KumojiSignedPaperError:
 * @KUMOJI_SIGNED_PAPER_ERROR_SIZE: larger than %KUMOJI_SIGNED_PAPER_MAX_BYTES
 * @KUMOJI_SIGNED_PAPER_ERROR_NO_PDF: no PDF at all
 * @KUMOJI_SIGNED_PAPER_ERROR_DAMAGED: its end is missing, or it cannot be understood
 * @KUMOJI_SIGNED_PAPER_ERROR_ENCRYPTED: a password keeps it shut
 * @KUMOJI_SIGNED_PAPER_ERROR_FOREIGN: no report of Kumoji, or not as Kumoji wrote it
 * @KUMOJI_SIGNED_PAPER_ERROR_BLANK: a blank form, which shows nothing that could be checked
 * @KUMOJI_SIGNED_PAPER_ERROR_NEWER: its fingerprint is of a kind that this version does not know
 */
typedef enum
{
  KUMOJI_SIGNED_PAPER_ERROR_SIZE,
  KUMOJI_SIGNED_PAPER_ERROR_NO_PDF,
  KUMOJI_SIGNED_PAPER_ERROR_DAMAGED,
  KUMOJI_SIGNED_PAPER_ERROR_ENCRYPTED,
  KUMOJI_SIGNED_PAPER_ERROR_FOREIGN,
  KUMOJI_SIGNED_PAPER_ERROR_BLANK,
  KUMOJI_SIGNED_PAPER_ERROR_NEWER,
} KumojiSignedPaperError;

GQuark kumoji_signed_paper_error_quark (void);

/**
 * KumojiSignedPaper:
 * @title: of the document, "" for none
 * @date: the day that stands on its pages, ISO 8601; "" where it does not say
 * @parts: the ids of its parts with commas between them; "" where it does not say
 * @language: the code of its language; "" where it does not say
 * @fingerprints: what the project was when it was printed
 */
typedef struct
{
  char *title;
  char *date;
  char *parts;
  char *language;
  KumojiFingerprints *fingerprints;
} KumojiSignedPaper;

KumojiSignedPaper *kumoji_signed_paper_new (const char *title,
                                            const char *creator,
                                            const char *keywords,
                                            GError **error);
KumojiSignedPaper *kumoji_signed_paper_read (GBytes *pdf, GError **error);
KumojiSignedPaper *
kumoji_signed_paper_read_file (GFile *file, GCancellable *cancellable, GError **error);
void kumoji_signed_paper_free (KumojiSignedPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiSignedPaper, kumoji_signed_paper_free)

G_END_DECLS
