/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the rules share: the profile, and an answer of today. */
#pragma once

#include "project/kumoji-edit.h"

#define TODAY "2026-11-20"

static inline KumojiRecord *
profile_of (KumojiProject *project)
{
  return KUMOJI_RECORD (kumoji_project_get_profile (project));
}

static inline void
answer (KumojiProject *project, const char *catalog, const char *item, const char *text)
{
  kumoji_edit_answer (project, kumoji_edit_ensure_round (project, catalog, ""), item, "answer",
                      text, TODAY, NULL);
}
