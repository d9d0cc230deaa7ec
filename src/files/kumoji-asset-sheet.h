/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The asset sheet: the register of information assets as a sheet for a spreadsheet. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

GBytes *kumoji_asset_sheet_compose (KumojiProject *project, KumojiLanguage language);

G_END_DECLS
