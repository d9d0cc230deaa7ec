/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person row: a person in charge, to be opened and edited. */
#pragma once

#include <adwaita.h>

#include "project/kumoji-history.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_PERSON_ROW (kumoji_person_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiPersonRow, kumoji_person_row, KUMOJI, PERSON_ROW, AdwExpanderRow)

GtkWidget *kumoji_person_row_new (KumojiRecord *person, KumojiHistory *history);
KumojiRecord *kumoji_person_row_get_person (KumojiPersonRow *self);

G_END_DECLS
