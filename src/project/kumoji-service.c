/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cloud service that the company uses, or may use. */
#include "project/kumoji-service.h"

#include "catalog/kumoji-phrases.h"

static const KumojiChoice kinds[] = {
  { "saas", N_("SaaS: a finished application") },
  { "paas", N_("PaaS: a platform for our own application") },
  { "iaas", N_("IaaS: servers and storage") },
  { NULL },
};

static const KumojiChoice statuses[] = {
  { "candidate", N_("Candidate") },
  { "trial", N_("On trial") },
  { "in-use", N_("In use") },
  { "ended", N_("Ended") },
  { NULL },
};

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "name", KUMOJI_FIELD_TEXT, N_("Service") },
  { "provider", KUMOJI_FIELD_TEXT, N_("Provider") },
  { "kind", KUMOJI_FIELD_CHOICE, N_("Kind"), kinds },
  { "status", KUMOJI_FIELD_CHOICE, N_("Status"), statuses },
  { "note", KUMOJI_FIELD_MEMO, N_("Note") },
};

KUMOJI_DEFINE_RECORD (KumojiService, kumoji_service, N_("cloud service"))
