/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step row: a state, what it is about, and where one goes to mend it. */
#pragma once

#include "app/kumoji-destination.h"
#include "app/widgets/kumoji-pill.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_STEP_ROW (kumoji_step_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiStepRow, kumoji_step_row, KUMOJI, STEP_ROW, GtkListBoxRow)

GtkWidget *kumoji_step_row_new (GtkSizeGroup *pills);
void kumoji_step_row_set (KumojiStepRow *self,
                          KumojiPillKind kind,
                          const char *state,
                          const char *title,
                          const char *place,
                          const char *page,
                          const char *target);
void kumoji_step_row_set_blocker (KumojiStepRow *self,
                                  const KumojiGate *gate,
                                  const KumojiBlocker *blocker);
void
kumoji_step_row_set_warning (KumojiStepRow *self, const KumojiGate *gate, KumojiWarning warning);
void kumoji_step_row_go (KumojiStepRow *self);

G_END_DECLS
