/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Report options: what is printed this time, and in which form. */
#pragma once

#include "project/kumoji-project.h"
#include "report/kumoji-report-part.h"
#include "report/kumoji-sheet.h"
#include "report/kumoji-signature.h"

G_BEGIN_DECLS

/* Bytes: "2026-11-20" and its end. */
#define KUMOJI_DAY_SIZE 11

/* Bytes: the longest name of a column, "-" and the end. */
#define KUMOJI_SORT_SIZE 40

/**
 * KumojiReportOptions:
 * @parts: what is printed
 * @order: in which order
 * @language: of the pages, whatever the desktop speaks
 * @signature: at the head of each part
 * @blank: forms to be filled in by hand; parts without one are left out
 * @cover: a page in front; blank forms have none
 * @era: years of the Japanese era, on Japanese pages
 * @grouped: the register of assets by group, with subtotals; else in the order of @sort
 * @sort: see kumoji_asset_order_sort(); as the screen has it, or "" where there is none
 * @catalogs: (nullable) (array zero-terminated=1): only these checklists; %NULL for all that have a
 *   round or that the present gate asks for, or all of them on blank forms
 * @only_begun: of @catalogs, too, only what %NULL would print: they are what was not left out,
 *   instead of what somebody asked for by name
 * @today: the day, ISO 8601: it stands on the pages, and the rules ask for it
 *
 * What stands on the cover, and the mark of confidentiality, come from the project.
 */
typedef struct
{
  KumojiReportParts parts;
  KumojiReportOrder order;
  KumojiLanguage language;
  KumojiPaper paper;
  KumojiSignature signature;
  gboolean blank, cover, era;
  gboolean grouped, only_begun;
  char sort[KUMOJI_SORT_SIZE];
  char **catalogs;
  char today[KUMOJI_DAY_SIZE];
} KumojiReportOptions;

void
kumoji_report_options_init (KumojiReportOptions *self, KumojiLanguage language, const char *today);
void kumoji_report_options_init_for_project (KumojiReportOptions *self,
                                             KumojiProject *project,
                                             KumojiLanguage language,
                                             const char *today);
void kumoji_report_options_set_language (KumojiReportOptions *self,
                                         KumojiProject *project,
                                         KumojiLanguage language);
void kumoji_report_options_copy (KumojiReportOptions *self, const KumojiReportOptions *options);
void kumoji_report_options_clear (KumojiReportOptions *self);

KumojiReportParts kumoji_report_options_get_printed (const KumojiReportOptions *self);
gboolean kumoji_report_options_check (const KumojiReportOptions *self,
                                      KumojiLibrary *library,
                                      GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KumojiReportOptions, kumoji_report_options_clear)

G_END_DECLS
