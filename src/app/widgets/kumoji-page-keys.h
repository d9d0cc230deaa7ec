/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a page roll: through the pages without a mouse. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kumoji_page_keys_add (GtkWidgetClass *klass);

G_END_DECLS
