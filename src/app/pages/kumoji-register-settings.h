/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of the register: which columns are in sight, and by which one it is sorted. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KUMOJI_REGISTER_COLUMNS_KEY "asset-columns"
#define KUMOJI_REGISTER_SORT_KEY "asset-sort"

GSettings *kumoji_register_settings_new (void);
char *kumoji_register_settings_dup_sort (void);

G_END_DECLS
