/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of reports share: a company that has answered catalogs of every kind. */
#pragma once

#include "project/kumoji-edit.h"
#include "report-fixture.h"

/* Said once each, so that a test can look for it. */
#define KINDS_REASON "because-we-develop-nothing"
#define KINDS_OWNER "Owner-Tanaka"
#define KINDS_PLACE "Cabinet-7"
#define KINDS_MEMO "Memo-of-a-practice"
#define KINDS_EVIDENCE "Evidence-3rd-edition"
#define KINDS_DOER "Doer-Suzuki"

static inline const char *
kinds_get_subject (KumojiProject *project, const char *catalog)
{
  KumojiCatalog *found = kumoji_library_get_catalog (kumoji_project_get_library (project), catalog);

  g_assert_nonnull (found);
  return kumoji_catalog_get_subject (found) == KUMOJI_SUBJECT_SERVICE
           ? kumoji_record_get_id (kumoji_list_get (kumoji_project_get_services (project), 0))
           : "";
}

static inline void
kinds_say (KumojiProject *project,
           const char *catalog,
           const char *item,
           const char *field,
           const char *text)
{
  KumojiAssessment *round =
    kumoji_edit_ensure_round (project, catalog, kinds_get_subject (project, catalog));
  g_autoptr (GError) error = NULL;

  kumoji_edit_answer (project, round, item, field, text, FIXTURE_TODAY, &error);
  g_assert_no_error (error);
}

static inline void
kinds_set_impact (KumojiProject *project, const char *item, const char *impact, const char *level)
{
  g_autoptr (GError) error = NULL;

  kumoji_edit_impact (project, kumoji_edit_ensure_round (project, "threats", ""), item, impact,
                      level, FIXTURE_TODAY, &error);
  g_assert_no_error (error);
}

/* Each answer that each kind takes, and what is noted beside it. */
static inline void
kinds_answer (KumojiProject *project)
{
  KumojiList *rounds = kumoji_project_get_assessments (project);

  /* What the sample says of these kinds already would stand in the way. */
  for (guint i = kumoji_list_get_length (rounds); i-- > 0;)
    if (kumoji_catalog_get_kind (kumoji_library_get_catalog (
          kumoji_project_get_library (project),
          kumoji_record_get_text (kumoji_list_get (rounds, i), "catalog")))
        != KUMOJI_KIND_CHECKLIST)
      kumoji_history_remove (kumoji_project_get_history (project), rounds, i);
  kinds_say (project, "jssa-practice", "0.1", "answer", "done");
  kinds_say (project, "jssa-practice", "0.1", "memo", KINDS_MEMO);
  kinds_say (project, "jssa-practice", "0.2", "answer", "open");
  kinds_say (project, "jssa-practice", "0.3", "answer", "not-applicable");

  kinds_say (project, "isms-documents", "1", "answer", "approved");
  kinds_say (project, "isms-documents", "1", "owner", KINDS_OWNER);
  kinds_say (project, "isms-documents", "1", "place", KINDS_PLACE);
  kinds_say (project, "isms-documents", "1", "date", "2026-04-01");
  kinds_say (project, "isms-documents", "2", "answer", "draft");
  kinds_say (project, "isms-documents", "3", "answer", "none");

  kinds_say (project, "provider-criteria", "a", "answer", "mark-3");
  kinds_say (project, "provider-criteria", "b", "answer", "mark-2");
  kinds_say (project, "provider-criteria", "c", "answer", "mark-0");

  kinds_say (project, "iso27017-customer", "5.1.1", "answer", "in-place");
  kinds_say (project, "iso27017-customer", "5.1.1", "evidence", KINDS_EVIDENCE);
  kinds_say (project, "iso27017-customer", "6.1.1", "answer", "planned");
  kinds_say (project, "iso27017-customer", "6.1.3", "answer", "not-applicable");
  kinds_say (project, "iso27017-customer", "6.1.3", "reason", KINDS_REASON);

  kinds_set_impact (project, "1", "bankruptcy", "none");
  kinds_set_impact (project, "1", "sales-plunge", "low");
  kinds_set_impact (project, "1", "customers-leaving", "medium");
  kinds_set_impact (project, "2", "bankruptcy", "high");

  kinds_say (project, "operations", "5.2.1.1", "date", "2026-10-01");
  kinds_say (project, "operations", "5.2.1.1", "by", KINDS_DOER);
  kinds_say (project, "operations", "5.2.1.1", "interval", "7");
  kinds_say (project, "operations", "5.2.1.2", "date", "2026-01-10");
}
