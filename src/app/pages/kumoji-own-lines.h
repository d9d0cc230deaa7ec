/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of an own checklist: itself, and each section with its items behind it. */
#pragma once

#include <gtk/gtk.h>

#include "project/kumoji-project.h"

G_BEGIN_DECLS

GListModel *kumoji_own_lines_new (KumojiRecord *catalog);
GtkListItemFactory *kumoji_own_lines_new_factory (KumojiHistory *history);

G_END_DECLS
