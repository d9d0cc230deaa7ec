/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An own form: what an own checklist, a section or an item of it says, to be edited. */
#pragma once

#include <adwaita.h>

#include "project/kumoji-own-edit.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_OWN_FORM (kumoji_own_form_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOwnForm, kumoji_own_form, KUMOJI, OWN_FORM, AdwBin)

void kumoji_own_form_show (KumojiOwnForm *self,
                           KumojiProject *project,
                           KumojiHistory *history,
                           KumojiRecord *record);
void kumoji_own_form_focus_title (KumojiOwnForm *self);

G_END_DECLS
