/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roadmap: six stages, and the gate out of each. */
#pragma once

#include "app/kumoji-pane.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ROADMAP_PAGE (kumoji_roadmap_page_get_type ())
G_DECLARE_FINAL_TYPE (KumojiRoadmapPage, kumoji_roadmap_page, KUMOJI, ROADMAP_PAGE, KumojiPane)

const char *kumoji_roadmap_page_get_stage (KumojiRoadmapPage *self);

G_END_DECLS
