/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an edit of its own kind enters the history (private). */
#pragma once

#include "project/kumoji-command.h"
#include "project/kumoji-history.h"

G_BEGIN_DECLS

void kumoji_history_perform (KumojiHistory *self, KumojiCommand *command);

G_END_DECLS
