/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roadmap: six stages, and the gate out of each. */
#include "config.h"

#include "app/pages/kumoji-roadmap-page.h"

struct _KumojiRoadmapPage
{
  KumojiPane parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiRoadmapPage, kumoji_roadmap_page, KUMOJI_TYPE_PANE)

static void
kumoji_roadmap_page_class_init (KumojiRoadmapPageClass *klass)
{

}

static void
kumoji_roadmap_page_init (KumojiRoadmapPage *self)
{

}
