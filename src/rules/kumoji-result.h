/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a round: what its score says, in the words of its kind. */
#pragma once

#include "rules/kumoji-score.h"

G_BEGIN_DECLS

char *
kumoji_result_dup_sentence (const KumojiScore *score, KumojiKind kind, KumojiLanguage language);
const char *kumoji_result_get_done_label (KumojiKind kind, KumojiLanguage language);

G_END_DECLS
