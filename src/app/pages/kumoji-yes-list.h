/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A yes list: the statements of a short checklist of the company, to say Yes or No to each. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_YES_LIST (kumoji_yes_list_get_type ())
G_DECLARE_FINAL_TYPE (KumojiYesList, kumoji_yes_list, KUMOJI, YES_LIST, AdwExpanderRow)

void kumoji_yes_list_set_project (KumojiYesList *self, KumojiProject *project);
void kumoji_yes_list_refresh (KumojiYesList *self);
const char *kumoji_yes_list_get_catalog (KumojiYesList *self);
GtkToggleButton *
kumoji_yes_list_get_button (KumojiYesList *self, const char *item, const char *answer);

G_END_DECLS
