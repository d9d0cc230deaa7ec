/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field flag: says yes or no by a switch. */
#pragma once

#include <adwaita.h>

#include "app/widgets/kumoji-field-link.h"

G_BEGIN_DECLS

GtkWidget *kumoji_field_flag_new (KumojiFieldLink *link);

G_END_DECLS
