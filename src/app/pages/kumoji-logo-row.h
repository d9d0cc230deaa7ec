/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The logo row: the picture on the cover of the reports. */
#pragma once

#include <adwaita.h>

#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_LOGO_ROW (kumoji_logo_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiLogoRow, kumoji_logo_row, KUMOJI, LOGO_ROW, AdwActionRow)

void kumoji_logo_row_show (KumojiLogoRow *self, KumojiProject *project);
void kumoji_logo_row_take (KumojiLogoRow *self, GFile *file);
gboolean kumoji_logo_row_is_busy (KumojiLogoRow *self);

G_END_DECLS
