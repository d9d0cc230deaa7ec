/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How reports write shares, amounts and names. */
#pragma once

#include "catalog/kumoji-language.h"
#include "project/kumoji-asset.h"

G_BEGIN_DECLS

guint32 kumoji_report_get_day (const char *date);
char *kumoji_report_dup_share (gint64 part, gint64 whole);
char *kumoji_report_dup_ratio (gint64 millionths);
char *kumoji_report_dup_asset_name (KumojiAsset *asset);
char *kumoji_report_shorten (const char *text, guint most);

G_END_DECLS
