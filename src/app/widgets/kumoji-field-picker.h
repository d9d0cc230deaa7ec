/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field picker: takes one of a field's choices, or none. */
#pragma once

#include <adwaita.h>

#include "app/widgets/kumoji-field-editor.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_FIELD_PICKER (kumoji_field_picker_get_type ())
G_DECLARE_FINAL_TYPE (KumojiFieldPicker,
                      kumoji_field_picker,
                      KUMOJI,
                      FIELD_PICKER,
                      KumojiFieldEditor)

GtkWidget *kumoji_field_picker_new (KumojiFieldLink *link);
GtkDropDown *kumoji_field_picker_get_drop_down (KumojiFieldPicker *self);

G_END_DECLS
