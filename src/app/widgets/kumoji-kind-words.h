/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a kind: how its items and its score are spoken of. */
#pragma once

#include "rules/kumoji-score.h"

G_BEGIN_DECLS

gboolean kumoji_kind_is_asked (KumojiKind kind);
const char *kumoji_kind_get_heading (KumojiKind kind);
const char *kumoji_kind_get_missing (KumojiKind kind);
const char *kumoji_kind_get_none_missing (KumojiKind kind);
const char *kumoji_kind_get_result (KumojiKind kind, gboolean passed);

char *kumoji_score_dup_done (const KumojiScore *score, KumojiKind kind);
char *kumoji_score_dup_sentence (const KumojiScore *score, KumojiKind kind);

G_END_DECLS
