/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a report: what a reader asks for by name, and where it stands among the others. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_REPORT_SUMMARY = 1 << 0,
  KUMOJI_REPORT_CHECKLISTS = 1 << 1,
  KUMOJI_REPORT_ASSETS = 1 << 2,
  KUMOJI_REPORT_ROADMAP = 1 << 3,
  KUMOJI_REPORT_SOURCES = 1 << 4,
  KUMOJI_REPORT_GLOSSARY = 1 << 5,
  KUMOJI_REPORT_ALL = (1 << 6) - 1,
} KumojiReportParts;

#define KUMOJI_N_REPORT_PARTS 6

/**
 * KumojiReportPart:
 * @part: one of the parts
 * @id: what the command line calls it
 * @label: its name in English, for kumoji_phrase()
 * @description: what it holds, one sentence in English, for kumoji_phrase()
 * @has_blank: there is a blank form of it
 * @is_last: it stands behind all others, because it tells of them
 * @is_extra: only who asks for it gets it
 */
typedef struct
{
  KumojiReportParts part;
  const char *id;
  const char *label;
  const char *description;
  gboolean has_blank, is_last, is_extra;
} KumojiReportPart;

/**
 * KumojiReportOrder:
 * @places: each part once, the first first
 */
typedef struct
{
  const KumojiReportPart *places[KUMOJI_N_REPORT_PARTS];
} KumojiReportOrder;

const KumojiReportPart *kumoji_report_get_parts (guint *n_parts);
char *kumoji_report_dup_known_parts (gboolean blank);
gboolean kumoji_report_parse_parts (const char *text,
                                    KumojiReportParts *parts,
                                    KumojiReportOrder *order,
                                    GError **error);

void kumoji_report_order_init (KumojiReportOrder *self, const char *ids);
void kumoji_report_order_move (KumojiReportOrder *self, guint from, guint to);
char *kumoji_report_order_dup_ids (const KumojiReportOrder *self, KumojiReportParts parts);

G_END_DECLS
