/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A checklist: one catalog as the company answers it, for itself or for a service, in one round. */
#pragma once

#include "rules/kumoji-score.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_CHECKLIST (kumoji_checklist_get_type ())
G_DECLARE_FINAL_TYPE (KumojiChecklist, kumoji_checklist, KUMOJI, CHECKLIST, GObject)

KumojiChecklist *
kumoji_checklist_new (KumojiProject *project, KumojiCatalog *catalog, const char *subject);

KumojiProject *kumoji_checklist_get_project (KumojiChecklist *self);
KumojiHistory *kumoji_checklist_get_history (KumojiChecklist *self);
KumojiCatalog *kumoji_checklist_get_catalog (KumojiChecklist *self);
const char *kumoji_checklist_get_subject (KumojiChecklist *self);

GPtrArray *kumoji_checklist_list_rounds (KumojiChecklist *self);
void kumoji_checklist_set_round (KumojiChecklist *self, gint64 round);
gint64 kumoji_checklist_get_round (KumojiChecklist *self);
KumojiAssessment *kumoji_checklist_get_assessment (KumojiChecklist *self);
KumojiAssessment *kumoji_checklist_ensure_assessment (KumojiChecklist *self);
void kumoji_checklist_start_round (KumojiChecklist *self);

KumojiAnswer *kumoji_checklist_get_answer (KumojiChecklist *self, KumojiItem *item);
KumojiItemState kumoji_checklist_get_state (KumojiChecklist *self, KumojiItem *item);
void kumoji_checklist_work_out (KumojiChecklist *self, KumojiScore *score);
KumojiSection *kumoji_checklist_find_section (KumojiChecklist *self, KumojiItem *item);

gboolean kumoji_checklist_write_answer (KumojiChecklist *self,
                                        KumojiItem *item,
                                        const char *field,
                                        const char *text,
                                        GError **error);
gboolean kumoji_checklist_write_round (KumojiChecklist *self,
                                       const char *field,
                                       const char *text,
                                       GError **error);

G_END_DECLS
