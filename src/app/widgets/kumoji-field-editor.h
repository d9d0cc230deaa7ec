/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field editor: what all widgets have in common that edit one field through a link. */
#pragma once

#include <adwaita.h>

#include "app/widgets/kumoji-field-link.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_FIELD_EDITOR (kumoji_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (KumojiFieldEditor, kumoji_field_editor, KUMOJI, FIELD_EDITOR, GtkWidget)

/**
 * KumojiFieldEditorClass:
 * @show: shows what the link says; called whenever it says something else
 * @get_input: the child that takes the focus, and of which screen readers speak
 * @get_frame: (nullable): the widget that shows an error; the input where it is %NULL
 */
struct _KumojiFieldEditorClass
{
  GtkWidgetClass parent_class;

  void (*show) (KumojiFieldEditor *self);
  GtkWidget *(*get_input) (KumojiFieldEditor *self);
  GtkWidget *(*get_frame) (KumojiFieldEditor *self);
};

KumojiFieldLink *kumoji_field_editor_get_link (KumojiFieldEditor *self);

G_END_DECLS
