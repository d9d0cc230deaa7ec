/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The company: who it is, and who answers for what. */
#pragma once

#include "app/kumoji-pane.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_COMPANY_PAGE (kumoji_company_page_get_type ())
G_DECLARE_FINAL_TYPE (KumojiCompanyPage, kumoji_company_page, KUMOJI, COMPANY_PAGE, KumojiPane)

G_END_DECLS
