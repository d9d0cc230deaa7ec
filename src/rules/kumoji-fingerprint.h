/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fingerprint: a number by which a signed paper is checked against the file. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

char *kumoji_fingerprint_new (KumojiProject *project);
char *kumoji_fingerprint_new_part (KumojiProject *project, const char *part);
char *kumoji_fingerprint_new_cancellable (KumojiProject *project,
                                          const char *part,
                                          GCancellable *cancellable);
char *kumoji_fingerprint_to_paper (const char *fingerprint);
const char *const *kumoji_fingerprint_get_parts (void);

G_END_DECLS
