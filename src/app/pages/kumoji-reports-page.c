/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports: what is printed, and in which form. */
#include "config.h"

#include "app/pages/kumoji-reports-page.h"

struct _KumojiReportsPage
{
  KumojiPane parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiReportsPage, kumoji_reports_page, KUMOJI_TYPE_PANE)

static void
kumoji_reports_page_class_init (KumojiReportsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/kumoji/Kumoji/kumoji-reports-page.ui");
}

static void
kumoji_reports_page_init (KumojiReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
