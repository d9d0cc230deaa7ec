/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview: where the company stands, and what to do next. */
#include "config.h"

#include "app/pages/kumoji-overview-page.h"

struct _KumojiOverviewPage
{
  KumojiPane parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiOverviewPage, kumoji_overview_page, KUMOJI_TYPE_PANE)

static void
kumoji_overview_page_class_init (KumojiOverviewPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/kumoji/Kumoji/kumoji-overview-page.ui");
}

static void
kumoji_overview_page_init (KumojiOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
