/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow: sets headings, paragraphs and blocks one below the other, page after page. */
#pragma once

#include "report/kumoji-document.h"
#include "report/kumoji-mark.h"
#include "report/kumoji-sheet.h"
#include "report/kumoji-signature.h"
#include "report/kumoji-watch.h"

G_BEGIN_DECLS

/* Where a report begins: printf() with its page, counted from 0. */
#define KUMOJI_FLOW_REPORT_ANCHOR "report-%u"

typedef struct _KumojiFlow KumojiFlow;

KumojiFlow *kumoji_flow_new (KumojiTypeface *typeface,
                             KumojiLanguage language,
                             KumojiPaper paper,
                             const char *title);
void kumoji_flow_free (KumojiFlow *flow);

void kumoji_flow_set_running (KumojiFlow *flow,
                              const char *company,
                              const char *date,
                              const char *fingerprint);
void kumoji_flow_set_watch (KumojiFlow *flow, KumojiWatch *watch);
void kumoji_flow_set_mark (KumojiFlow *flow, const char *mark);
void kumoji_flow_set_place (KumojiFlow *flow, const char *place);

KumojiSheet *kumoji_flow_start_cover (KumojiFlow *flow);
void kumoji_flow_start_report (KumojiFlow *flow, const char *name, KumojiOrientation orientation);
void kumoji_flow_add_title (KumojiFlow *flow,
                            const char *kicker,
                            const char *title,
                            const char *const *notes,
                            KumojiSignature signature);
void kumoji_flow_add_heading (KumojiFlow *flow, guint level, const char *text);
void kumoji_flow_add_anchor (KumojiFlow *flow, const char *name);
void kumoji_flow_add_text (KumojiFlow *flow, const char *text);
void kumoji_flow_add_styled_text (KumojiFlow *flow,
                                  const char *text,
                                  const KumojiTextStyle *style,
                                  double indent);
void kumoji_flow_add_item (KumojiFlow *flow, KumojiMark mark, const char *text);
void kumoji_flow_add_space (KumojiFlow *flow, double height);
void kumoji_flow_break_page (KumojiFlow *flow);
void kumoji_flow_turn_page (KumojiFlow *flow, KumojiOrientation orientation);
KumojiPage *kumoji_flow_reserve (KumojiFlow *flow, double height, KumojiBox *box);

void kumoji_flow_prepare (KumojiFlow *flow, double height);
void kumoji_flow_advance (KumojiFlow *flow, double height);
KumojiPage *kumoji_flow_get_page (KumojiFlow *flow);
double kumoji_flow_get_x (KumojiFlow *flow);
double kumoji_flow_get_y (KumojiFlow *flow);
double kumoji_flow_get_width (KumojiFlow *flow);
double kumoji_flow_get_body_height (KumojiFlow *flow);
double kumoji_flow_get_space_left (KumojiFlow *flow);
gboolean kumoji_flow_is_full (KumojiFlow *flow);
KumojiTypeface *kumoji_flow_get_typeface (KumojiFlow *flow);
KumojiLanguage kumoji_flow_get_language (KumojiFlow *flow);
KumojiDocument *kumoji_flow_get_document (KumojiFlow *flow);

KumojiDocument *kumoji_flow_finish (KumojiFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiFlow, kumoji_flow_free)

G_END_DECLS
