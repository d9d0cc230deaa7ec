/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog editor: a window in which an own checklist is written. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-checklist.h"
#include "project/kumoji-own-edit.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_CATALOG_EDITOR (kumoji_catalog_editor_get_type ())
G_DECLARE_FINAL_TYPE (KumojiCatalogEditor, kumoji_catalog_editor, KUMOJI, CATALOG_EDITOR, AdwWindow)

KumojiCatalogEditor *
kumoji_catalog_editor_new (GtkWindow *parent, KumojiProject *project, KumojiRecord *catalog);
KumojiRecord *kumoji_catalog_editor_get_selected (KumojiCatalogEditor *self);
void kumoji_catalog_editor_select (KumojiCatalogEditor *self, KumojiRecord *record);
void kumoji_catalog_editor_export_to (KumojiCatalogEditor *self, GFile *file);
void kumoji_catalog_editor_offer (GtkWidget *button, KumojiChecklist *checklist);

G_END_DECLS
