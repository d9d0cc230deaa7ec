/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recovery window: offers what programs left behind that ended before it was saved. */
#pragma once

#include "app/kumoji-window.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_RECOVERY_WINDOW (kumoji_recovery_window_get_type ())
G_DECLARE_FINAL_TYPE (KumojiRecoveryWindow,
                      kumoji_recovery_window,
                      KUMOJI,
                      RECOVERY_WINDOW,
                      AdwWindow)

void kumoji_recovery_window_offer (KumojiWindow *parent);

G_END_DECLS
