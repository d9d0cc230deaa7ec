/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compare dialog: what two versions of a project do not say alike, and what to do about it. */
#pragma once

#include "app/kumoji-ask.h"
#include "app/kumoji-difference-model.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_COMPARE_DIALOG (kumoji_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiCompareDialog, kumoji_compare_dialog, KUMOJI, COMPARE_DIALOG, AdwWindow)

#define KUMOJI_COMPARE_CLOSE "close"

KumojiCompareDialog *kumoji_compare_dialog_present (GtkWindow *parent,
                                                    const char *title,
                                                    const char *before_name,
                                                    KumojiSnapshot *before,
                                                    const char *after_name,
                                                    KumojiSnapshot *after,
                                                    const KumojiReply *replies,
                                                    GAsyncReadyCallback callback,
                                                    gpointer data);
const char *kumoji_compare_dialog_finish (GAsyncResult *result);
KumojiDifferenceModel *kumoji_compare_dialog_get_model (KumojiCompareDialog *self);

G_END_DECLS
