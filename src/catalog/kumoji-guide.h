/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A guide: a document that catalogs are taken from. */
#pragma once

#include "catalog/kumoji-language.h"

G_BEGIN_DECLS

const char *kumoji_guide_get_title (const char *file, KumojiLanguage language);

G_END_DECLS
