/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import dialog: what a sheet would make of the register, before it does. */
#pragma once

#include "app/kumoji-outcome-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KUMOJI_TYPE_IMPORT_DIALOG (kumoji_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiImportDialog, kumoji_import_dialog, KUMOJI, IMPORT_DIALOG, AdwWindow)

KumojiImportDialog *
kumoji_import_dialog_present (GtkWindow *parent, KumojiProject *project, GFile *file);
KumojiOutcomeModel *kumoji_import_dialog_get_model (KumojiImportDialog *self);

G_END_DECLS
