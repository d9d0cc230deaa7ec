/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The issued line: whether the project still says what was signed last. */
#pragma once

#include <adwaita.h>

#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ISSUED_LINE (kumoji_issued_line_get_type ())
G_DECLARE_FINAL_TYPE (KumojiIssuedLine, kumoji_issued_line, KUMOJI, ISSUED_LINE, AdwBin)

void kumoji_issued_line_show (KumojiIssuedLine *self, KumojiProject *project);

G_END_DECLS
