/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wording: one text of an own catalog in each language, of one line or of several. */
#pragma once

#include "project/kumoji-record.h"

G_BEGIN_DECLS

/* Of one line. */
#define KUMOJI_TYPE_SHORT_WORDING (kumoji_short_wording_get_type ())
G_DECLARE_FINAL_TYPE (KumojiShortWording, kumoji_short_wording, KUMOJI, SHORT_WORDING, KumojiRecord)

/* Of several lines. */
#define KUMOJI_TYPE_WORDING (kumoji_wording_get_type ())
G_DECLARE_FINAL_TYPE (KumojiWording, kumoji_wording, KUMOJI, WORDING, KumojiRecord)

gboolean kumoji_record_is_wording (KumojiRecord *self);
const char *kumoji_wording_get (KumojiRecord *self, KumojiLanguage language);
char *
kumoji_wording_dup_label (KumojiRecord *self, const KumojiField *field, KumojiLanguage language);

G_END_DECLS
