/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import report: how much of a checklist's file was read, and what was left out. */
#pragma once

#include <adwaita.h>

#include "files/kumoji-catalog-import.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_IMPORT_REPORT (kumoji_import_report_get_type ())
G_DECLARE_FINAL_TYPE (KumojiImportReport, kumoji_import_report, KUMOJI, IMPORT_REPORT, AdwBin)

void kumoji_import_report_show (KumojiImportReport *self, const KumojiCatalogImport *import);

G_END_DECLS
