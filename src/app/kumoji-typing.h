/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed in a field and not written into the project yet. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

typedef struct _KumojiTyping KumojiTyping;

KumojiTyping *kumoji_typing_new (KumojiRecord *record, const char *field, const char *text);
void kumoji_typing_free (KumojiTyping *self);
void kumoji_typing_apply (const KumojiTyping *self, KumojiProject *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiTyping, kumoji_typing_free)

G_END_DECLS
