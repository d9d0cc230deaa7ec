/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How reports write shares, amounts and names. */
#pragma once

#include "catalog/kumoji-catalog.h"
#include "project/kumoji-asset.h"

G_BEGIN_DECLS

guint32 kumoji_report_get_day (const char *date);
char *kumoji_report_dup_share (gint64 part, gint64 whole);
char *kumoji_report_dup_ratio (gint64 millionths);
char *kumoji_report_dup_asset_name (KumojiAsset *asset);
char *kumoji_report_shorten (const char *text, guint most);
gboolean kumoji_report_section_has_number (const KumojiSection *section);
char *kumoji_report_dup_section_title (const KumojiSection *section, KumojiLanguage language);

G_END_DECLS
