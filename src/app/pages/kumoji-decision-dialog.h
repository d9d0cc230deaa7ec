/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decision dialog: records what management decided at the gate of a stage. */
#pragma once

#include <adwaita.h>

#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_DECISION_DIALOG (kumoji_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiDecisionDialog,
                      kumoji_decision_dialog,
                      KUMOJI,
                      DECISION_DIALOG,
                      AdwWindow)

KumojiDecisionDialog *kumoji_decision_dialog_new (GtkWindow *parent,
                                                  KumojiProject *project,
                                                  KumojiStage *stage,
                                                  const char *today);
KumojiRecord *kumoji_decision_dialog_get_draft (KumojiDecisionDialog *self);
KumojiHistory *kumoji_decision_dialog_get_draft_history (KumojiDecisionDialog *self);

G_END_DECLS
