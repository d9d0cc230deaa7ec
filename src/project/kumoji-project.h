/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project: all that one company says, and its history. */
#pragma once

#include "catalog/kumoji-library.h"
#include "project/kumoji-assessment.h"
#include "project/kumoji-asset.h"
#include "project/kumoji-history.h"
#include "project/kumoji-issue.h"
#include "project/kumoji-own-catalog.h"
#include "project/kumoji-profile.h"
#include "project/kumoji-record-json.h"
#include "project/kumoji-report-setup.h"
#include "project/kumoji-service.h"
#include "project/kumoji-stage.h"

G_BEGIN_DECLS

#define KUMOJI_PROJECT_FORMAT "kumoji-project"
#define KUMOJI_PROJECT_VERSION 1

#define KUMOJI_TYPE_PROJECT (kumoji_project_get_type ())
G_DECLARE_FINAL_TYPE (KumojiProject, kumoji_project, KUMOJI, PROJECT, KumojiRecord)

KumojiProject *kumoji_project_new (void);
KumojiProject *kumoji_project_new_from_json (JsonObject *root, const char *number_mark);
KumojiProject *kumoji_project_new_from_snapshot (const KumojiSnapshot *snapshot);
GBytes *kumoji_project_to_bytes (KumojiProject *self);

KumojiLibrary *kumoji_project_get_library (KumojiProject *self);
KumojiList *kumoji_project_get_catalogs (KumojiProject *self);
KumojiHistory *kumoji_project_get_history (KumojiProject *self);
KumojiProfile *kumoji_project_get_profile (KumojiProject *self);
const char *kumoji_project_get_company (KumojiProject *self);
KumojiList *kumoji_project_get_assessments (KumojiProject *self);
KumojiList *kumoji_project_get_assets (KumojiProject *self);
KumojiList *kumoji_project_get_services (KumojiProject *self);
KumojiList *kumoji_project_get_stages (KumojiProject *self);
KumojiList *kumoji_project_get_issued (KumojiProject *self);
KumojiReportSetup *kumoji_project_get_report_setup (KumojiProject *self);
KumojiStage *kumoji_project_get_stage (KumojiProject *self, const char *id);
KumojiAssessment *
kumoji_project_get_last_round (KumojiProject *self, const char *catalog, const char *subject);
KumojiAssessment *kumoji_project_get_round_before (KumojiProject *self, KumojiAssessment *round);

G_END_DECLS
