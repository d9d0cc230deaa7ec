/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview: where the company stands, and what to do next. */
#pragma once

#include "app/kumoji-pane.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_OVERVIEW_PAGE (kumoji_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOverviewPage, kumoji_overview_page, KUMOJI, OVERVIEW_PAGE, KumojiPane)

G_END_DECLS
