/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding: a text as it is compared by somebody who looks for it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KumojiSpan:
 * @start: where it begins, in bytes
 * @end: behind its last byte
 */
typedef struct
{
  gsize start;
  gsize end;
} KumojiSpan;

void kumoji_fold_onto (GString *folded, const char *text, GArray *places);
char *kumoji_fold (const char *text);
void kumoji_fold_find (const char *text, const char *const *words, GArray *spans);

G_END_DECLS
