/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan dialog: asks for the first day, and plans all stages from it. */
#pragma once

#include <adwaita.h>

#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_PLAN_DIALOG (kumoji_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiPlanDialog, kumoji_plan_dialog, KUMOJI, PLAN_DIALOG, AdwWindow)

KumojiPlanDialog *
kumoji_plan_dialog_new (GtkWindow *parent, KumojiProject *project, const char *today);

G_END_DECLS
