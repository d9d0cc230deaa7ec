/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signature block: where the people who answer for a report put their seals or names. */
#pragma once

#include "catalog/kumoji-language.h"
#include "report/kumoji-palette.h"
#include "report/kumoji-typeface.h"

G_BEGIN_DECLS

/**
 * KumojiSignature:
 * @KUMOJI_SIGNATURE_SEALS: three boxes, large enough for a company's seal of 18 mm
 * @KUMOJI_SIGNATURE_LINES: three lines for name and date
 */
typedef enum
{
  KUMOJI_SIGNATURE_NONE,
  KUMOJI_SIGNATURE_SEALS,
  KUMOJI_SIGNATURE_LINES,
} KumojiSignature;

KumojiSignature kumoji_signature_get_usual (KumojiLanguage language);
void kumoji_signature_get_size (KumojiSignature signature, double *width, double *height);
void kumoji_signature_draw (KumojiSignature signature,
                            KumojiPage *page,
                            KumojiTypeface *typeface,
                            KumojiLanguage language,
                            double x,
                            double y);

G_END_DECLS
