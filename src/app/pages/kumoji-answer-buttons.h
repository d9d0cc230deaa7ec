/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer buttons: what may be said to an item of a kind, to choose from. */
#pragma once

#include <gtk/gtk.h>

#include "rules/kumoji-answering.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ANSWER_BUTTONS (kumoji_answer_buttons_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAnswerButtons, kumoji_answer_buttons, KUMOJI, ANSWER_BUTTONS, GtkBox)

void kumoji_answer_buttons_show (KumojiAnswerButtons *self, KumojiKind kind, const char *answer);
GtkToggleButton *kumoji_answer_buttons_get_button (KumojiAnswerButtons *self, const char *answer);

GtkWidget *kumoji_key_label_new (const char *label, char key);

G_END_DECLS
