/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline view: the stages over the years, each of which can be chosen. */
#pragma once

#include <adwaita.h>

#include "rules/kumoji-gate.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_TIMELINE_VIEW (kumoji_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (KumojiTimelineView, kumoji_timeline_view, KUMOJI, TIMELINE_VIEW, GtkWidget)

void kumoji_timeline_view_set_roadmap (KumojiTimelineView *self,
                                       KumojiRoadmap *roadmap,
                                       const char *chosen,
                                       const char *today);

G_END_DECLS
