/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The information assets: what the company has, and what it is worth. */
#include "config.h"

#include "app/pages/kumoji-assets-page.h"

struct _KumojiAssetsPage
{
  KumojiPane parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiAssetsPage, kumoji_assets_page, KUMOJI_TYPE_PANE)

static void
kumoji_assets_page_class_init (KumojiAssetsPageClass *klass)
{

}

static void
kumoji_assets_page_init (KumojiAssetsPage *self)
{

}
