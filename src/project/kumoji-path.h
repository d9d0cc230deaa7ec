/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A path: where a record stands in a project, e.g. "assets[3]". */
#pragma once

#include "project/kumoji-record.h"

G_BEGIN_DECLS

KumojiRecord *kumoji_path_find (KumojiRecord *root, const char *path);
KumojiRecord *kumoji_path_step (KumojiRecord *record, const char *segment);

G_END_DECLS
