/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The round button: which round of a checklist is shown, who assessed it, and a new one. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ROUND_BUTTON (kumoji_round_button_get_type ())
G_DECLARE_FINAL_TYPE (KumojiRoundButton, kumoji_round_button, KUMOJI, ROUND_BUTTON, AdwBin)

void kumoji_round_button_show (KumojiRoundButton *self, KumojiChecklist *checklist);

G_END_DECLS
