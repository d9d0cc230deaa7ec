/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tally: the small count that stands beside a page's title in the sidebar. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

char *kumoji_tally_new (KumojiProject *project, const char *page, char **description);

G_END_DECLS
