/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile: who the company is, and who answers for what. */
#pragma once

#include "project/kumoji-record.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_PROFILE (kumoji_profile_get_type ())
G_DECLARE_FINAL_TYPE (KumojiProfile, kumoji_profile, KUMOJI, PROFILE, KumojiRecord)

#define KUMOJI_TYPE_PERSON (kumoji_person_get_type ())
G_DECLARE_FINAL_TYPE (KumojiPerson, kumoji_person, KUMOJI, PERSON, KumojiRecord)

extern const KumojiChoice kumoji_confidentiality_choices[];

G_END_DECLS
