/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile: who the company is, and who answers for what. */
#include "project/kumoji-profile.h"

#include "catalog/kumoji-phrases.h"

/* The service classes of 002_3d0f212953d0b829.txt, 1.4, and what is no service. */
static const KumojiChoice industries[] = {
  { "information", N_("Information and communications") },
  { "real-estate", N_("Real estate, goods rental and leasing") },
  { "research", N_("Scientific research") },
  { "professional", N_("Professional and technical services, lodging, living-related services") },
  { "education", N_("Education, learning support") },
  { "medical", N_("Medical, welfare, compound services") },
  { "other-services", N_("Other services") },
  { "manufacturing", N_("Manufacturing") },
  { "construction", N_("Construction") },
  { "wholesale-retail", N_("Wholesale and retail trade") },
  { "transport", N_("Transport and postal services") },
  { "food", N_("Food service") },
  { "agriculture", N_("Agriculture, forestry, fisheries") },
  { "finance", N_("Finance and insurance") },
  { "public", N_("Public administration") },
  { "other", N_("Other") },
  { NULL },
};

static const KumojiChoice starting_stages[] = {
  { "0", N_("Stage 0: we begin from study") },
  { "1", N_("Stage 1: trial") },
  { "2", N_("Stage 2: pilot") },
  { "3", N_("Stage 3: adoption") },
  { "4", N_("Stage 4: renewal") },
  { NULL },
};

static const KumojiChoice experts[] = {
  { "yes", N_("Yes, we can ask one") },
  { "no", N_("No, there is nobody to ask") },
  { NULL },
};

/* The stages of METI's indicators of IT management, on which 001_84f937a2b827bbf2.txt, P1, builds.
 */
static const KumojiChoice maturities[] = {
  { "1", N_("Stage 1: IT is there, but of little use") },
  { "2", N_("Stage 2: IT serves single departments") },
  { "3", N_("Stage 3: IT serves the whole company") },
  { "4", N_("Stage 4: IT links us with partners and customers") },
  { NULL },
};

/* 004_6738fc87fdfdac6f.txt; also the classes of an asset. */
const KumojiChoice kumoji_confidentiality_choices[] = {
  { "1", N_("Class 1: may be public") },
  { "2", N_("Class 2: for insiders") },
  { "3", N_("Class 3: secret") },
  { NULL },
};

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "company", KUMOJI_FIELD_TEXT, N_("Company name") },
  { "industry", KUMOJI_FIELD_CHOICE, N_("Industry"), industries },
  { "representative", KUMOJI_FIELD_TEXT, N_("Representative") },
  { "employees", KUMOJI_FIELD_INTEGER, N_("Employees"), .max = 1000000 },
  { "capital", KUMOJI_FIELD_INTEGER, N_("Capital"), .unit = KUMOJI_UNIT_YEN },
  { "annual-sales", KUMOJI_FIELD_INTEGER, N_("Annual sales"), .unit = KUMOJI_UNIT_YEN },
  { "fiscal-year", KUMOJI_FIELD_TEXT, N_("Fiscal year") },
  { "tolerance", KUMOJI_FIELD_INTEGER, N_("Tolerance of the valuation"), .max = 100, .initial = 5,
    .unit = KUMOJI_UNIT_PERCENT },
  { "persons", KUMOJI_FIELD_LIST, N_("Persons in charge"), .record_type = kumoji_person_get_type },

  /* 004_6738fc87fdfdac6f.txt, section 3 and 4: six roles, and two who apply and permit. */
  { "supervising-security-officer", KUMOJI_FIELD_TEXT,
    N_("Supervising information security officer") },
  { "approving-officer", KUMOJI_FIELD_TEXT, N_("Approving officer") },
  { "security-officer", KUMOJI_FIELD_TEXT, N_("Information security officer") },
  { "supervising-security-manager", KUMOJI_FIELD_TEXT,
    N_("Supervising information security manager") },
  { "security-manager", KUMOJI_FIELD_TEXT, N_("Information security manager") },
  { "service-manager", KUMOJI_FIELD_TEXT, N_("Cloud service manager") },
  { "users", KUMOJI_FIELD_TEXT, N_("Users") },
  { "provider", KUMOJI_FIELD_TEXT, N_("Cloud service provider") },

  { "digital-push", KUMOJI_FIELD_FLAG,
    N_("Went to the cloud for telework, e-commerce or social media"), .initial = TRUE },
  { "starting-stage", KUMOJI_FIELD_CHOICE, N_("Starting stage"), starting_stages },
  { "starting-reason", KUMOJI_FIELD_MEMO, N_("Reason for the starting stage") },
  { "qualified-expert", KUMOJI_FIELD_CHOICE, N_("Qualified security expert at hand"), experts },
  { "it-maturity", KUMOJI_FIELD_CHOICE, N_("IT maturity"), maturities },
  { "confidentiality", KUMOJI_FIELD_CHOICE, N_("Highest confidentiality handled"),
    kumoji_confidentiality_choices },
  { "note", KUMOJI_FIELD_MEMO, N_("Note") },
};

KUMOJI_DEFINE_RECORD (KumojiProfile, kumoji_profile, N_("company"))
