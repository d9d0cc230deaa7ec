/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An intake: records from elsewhere come into a list, as one step. */
#pragma once

#include "project/kumoji-history.h"

G_BEGIN_DECLS

KumojiRecord *kumoji_intake_draft (GType type, KumojiRecord *present);
gboolean kumoji_intake_fill (KumojiRecord *draft, guint field, const GValue *value);
void
kumoji_intake_take (KumojiHistory *history, KumojiList *list, GPtrArray *drafts, const char *name);

G_END_DECLS
