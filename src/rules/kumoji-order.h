/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order: which of the things that stand in two lists changed their place (private). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KumojiPair:
 * @before: where it stands in the one list
 * @after: where it stands in the other one
 * @key: what it is called in both
 * @moved: (out): whether it changed its place among the others
 */
typedef struct
{
  guint before;
  guint after;
  const char *key;
  gboolean moved;
} KumojiPair;

void kumoji_order_find_moved (GArray *pairs, guint n_before);

G_END_DECLS
