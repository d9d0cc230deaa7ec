/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample: what a new project may begin with. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_SAMPLE_BLANK "blank"
#define KUMOJI_SAMPLE_COMPANY "sample"

const char *const *kumoji_sample_list (void);
KumojiProject *kumoji_sample_new (const char *template_name, KumojiLanguage language);

G_END_DECLS
