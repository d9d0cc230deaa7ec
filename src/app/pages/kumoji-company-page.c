/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The company: who it is, and who answers for what. */
#include "config.h"

#include "app/pages/kumoji-company-page.h"

struct _KumojiCompanyPage
{
  KumojiPane parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiCompanyPage, kumoji_company_page, KUMOJI_TYPE_PANE)

static void
kumoji_company_page_class_init (KumojiCompanyPageClass *klass)
{

}

static void
kumoji_company_page_init (KumojiCompanyPage *self)
{

}
