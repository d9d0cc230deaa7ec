/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklists: what the guides ask, and what the company answers. */
#include "config.h"

#include "app/pages/kumoji-checklists-page.h"

struct _KumojiChecklistsPage
{
  KumojiPane parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiChecklistsPage, kumoji_checklists_page, KUMOJI_TYPE_PANE)

static void
kumoji_checklists_page_class_init (KumojiChecklistsPageClass *klass)
{

}

static void
kumoji_checklists_page_init (KumojiChecklistsPage *self)
{

}
