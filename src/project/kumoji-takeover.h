/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A takeover: a project says what another version of it says, as one step. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

void kumoji_takeover (KumojiProject *project, KumojiProject *other, const char *name);
void kumoji_takeover_whole (KumojiProject *project, KumojiProject *other, const char *name);

G_END_DECLS
