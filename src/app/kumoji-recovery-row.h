/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recovery row: one copy that was left behind, and what can be done with it. */
#pragma once

#include <adwaita.h>

#include "app/kumoji-recovered.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_RECOVERY_ROW (kumoji_recovery_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiRecoveryRow,
                      kumoji_recovery_row,
                      KUMOJI,
                      RECOVERY_ROW,
                      AdwPreferencesRow)

GtkWidget *kumoji_recovery_row_new (KumojiRecovered *recovered);
KumojiRecovered *kumoji_recovery_row_get_recovered (KumojiRecoveryRow *self);

G_END_DECLS
