/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field area: edits a text of several lines, and grows with it. */
#pragma once

#include <adwaita.h>

#include "app/widgets/kumoji-field-editor.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_FIELD_AREA (kumoji_field_area_get_type ())
G_DECLARE_FINAL_TYPE (KumojiFieldArea, kumoji_field_area, KUMOJI, FIELD_AREA, KumojiFieldEditor)

GtkWidget *kumoji_field_area_new (KumojiFieldLink *link);
GtkTextView *kumoji_field_area_get_view (KumojiFieldArea *self);

G_END_DECLS
