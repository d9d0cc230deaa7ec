/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in charge of taking the company into the cloud. */
#include "project/kumoji-profile.h"

#include "catalog/kumoji-phrases.h"

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "name", KUMOJI_FIELD_TEXT, N_("Name") },
  { "department", KUMOJI_FIELD_TEXT, N_("Department") },
  { "duty", KUMOJI_FIELD_TEXT, N_("Duty") },
  { "contact", KUMOJI_FIELD_TEXT, N_("Contact") },
};

KUMOJI_DEFINE_RECORD (KumojiPerson, kumoji_person, N_("person in charge"))
