/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: what a company says, as pages to read, to sign and to file. */
#pragma once

#include "project/kumoji-project.h"
#include "report/kumoji-pdf-painter.h"
#include "report/kumoji-sheet.h"
#include "report/kumoji-signature.h"
#include "report/kumoji-watch.h"

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_REPORT_SUMMARY = 1 << 0,
  KUMOJI_REPORT_CHECKLISTS = 1 << 1,
  KUMOJI_REPORT_ASSETS = 1 << 2,
  KUMOJI_REPORT_ROADMAP = 1 << 3,
  KUMOJI_REPORT_ALL = (1 << 4) - 1,
} KumojiReportParts;

/**
 * KumojiReportPart:
 * @part: one of the parts
 * @id: what the command line calls it
 * @label: its name in English, for kumoji_phrase()
 * @description: what it holds, one sentence in English, for kumoji_phrase()
 * @has_blank: there is a blank form of it
 */
typedef struct
{
  KumojiReportParts part;
  const char *id;
  const char *label;
  const char *description;
  gboolean has_blank;
} KumojiReportPart;

/**
 * KumojiReportOptions:
 * @parts: what is printed, in the order of #KumojiReportParts
 * @language: of the pages, whatever the desktop speaks
 * @signature: at the head of each part
 * @blank: forms to be filled in by hand; parts without one are left out
 * @catalogs: (nullable) (array zero-terminated=1): only these checklists; %NULL for all that have a
 *   round, or all of them on blank forms
 * @today: the day, ISO 8601: it stands on the pages, and the rules ask for it
 */
typedef struct
{
  KumojiReportParts parts;
  KumojiLanguage language;
  KumojiPaper paper;
  KumojiSignature signature;
  gboolean blank;
  const char *const *catalogs;
  const char *today;
} KumojiReportOptions;

const KumojiReportPart *kumoji_report_get_parts (guint *n_parts);
gboolean kumoji_report_parse_parts (const char *text, KumojiReportParts *parts, GError **error);

void kumoji_report_options_init (KumojiReportOptions *options,
                                 KumojiLanguage language,
                                 const char *today);
void kumoji_report_options_copy (KumojiReportOptions *self, const KumojiReportOptions *options);
void kumoji_report_options_clear (KumojiReportOptions *self);

KumojiDocument *kumoji_report_lay_out (KumojiProject *project,
                                       const KumojiReportOptions *options,
                                       GCancellable *cancellable,
                                       GError **error);
GBytes *kumoji_report_render (KumojiProject *project,
                              const KumojiReportOptions *options,
                              KumojiReportProgress progress,
                              gpointer user_data,
                              char ***warnings,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
