/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report setup: how this company's reports look, from one printing to the next. */
#include "project/kumoji-report-setup.h"

#include "catalog/kumoji-phrases.h"

/* A logo is a small PNG in base64: 800 by 800 pixels of the worst kind. */
#define MOST_LOGO 4000000
#define MOST_IDS 4000

const KumojiChoice kumoji_report_languages[] = {
  { "ja", N_("Japanese") },
  { "en", N_("English") },
  { NULL },
};

static const KumojiChoice papers[] = {
  { "letter", N_("Letter") },
  { NULL },
};

static const KumojiChoice signatures[] = {
  { "seals", N_("Boxes for seals") },
  { "lines", N_("Lines for signatures") },
  { "none", N_("Nothing") },
  { NULL },
};

static const KumojiChoice registers[] = {
  { "screen", N_("As sorted on the screen") },
  { NULL },
};

static const KumojiChoice marks[] = {
  { "internal", N_("Company confidential") },
  { "confidential", N_("Confidential") },
  { "secret", N_("Strictly confidential") },
  { NULL },
};

/* What is left out is kept rather than what is chosen: a part or a checklist that a newer Kumoji
 * brings is printed without anybody having to find it. Ids with commas between them. */
static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "order", KUMOJI_FIELD_TEXT, N_("Order of the parts"), .max = MOST_IDS },
  { "parts-left-out", KUMOJI_FIELD_TEXT, N_("Parts left out"), .max = MOST_IDS },
  { "parts-added", KUMOJI_FIELD_TEXT, N_("Parts added"), .max = MOST_IDS },
  { "checklists-left-out", KUMOJI_FIELD_TEXT, N_("Checklists left out"), .max = MOST_IDS },
  { "register", KUMOJI_FIELD_CHOICE, N_("Order of the assets"), registers,
    .none = N_("By group") },
  { "language", KUMOJI_FIELD_CHOICE, N_("Language of the pages"), kumoji_report_languages,
    .none = N_("As on the screen") },
  { "paper", KUMOJI_FIELD_CHOICE, N_("Paper"), papers, .none = N_("A4") },
  { "signature", KUMOJI_FIELD_CHOICE, N_("To be signed"), signatures,
    .none = N_("As the language has it") },
  { "era", KUMOJI_FIELD_FLAG, N_("Years of the Japanese era") },
  { "mark", KUMOJI_FIELD_CHOICE, N_("Mark on the pages"), marks, .none = N_("No mark") },
  { "cover", KUMOJI_FIELD_FLAG, N_("Cover page") },
  { "consultant", KUMOJI_FIELD_TEXT, N_("Consultant") },
  { "logo", KUMOJI_FIELD_TEXT, N_("Logo"), .max = MOST_LOGO },
};

KUMOJI_DEFINE_RECORD (KumojiReportSetup, kumoji_report_setup, N_("report setup"))

/**
 * kumoji_report_setup_names:
 * @self: a setup
 * @field: one that holds ids
 * @id: an id
 *
 * Returns: whether @id is among them
 */
gboolean
kumoji_report_setup_names (KumojiReportSetup *self, const char *field, const char *id)
{
  g_auto (GStrv) ids = g_strsplit (kumoji_record_get_text (KUMOJI_RECORD (self), field), ",", -1);

  return g_strv_contains ((const char *const *) ids, id);
}

/**
 * kumoji_report_setup_dup_without:
 * @self: a setup
 * @field: one that holds ids
 * @id: an id
 *
 * Returns: (transfer full): what the field says, less @id
 */
char *
kumoji_report_setup_dup_without (KumojiReportSetup *self, const char *field, const char *id)
{
  g_auto (GStrv) ids = g_strsplit (kumoji_record_get_text (KUMOJI_RECORD (self), field), ",", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0' && !g_str_equal (ids[i], id))
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? "," : "", ids[i]);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/**
 * kumoji_report_setup_dup_with:
 * @self: a setup
 * @field: one that holds ids
 * @id: an id
 *
 * Returns: (transfer full): what the field says, and @id at its end
 */
char *
kumoji_report_setup_dup_with (KumojiReportSetup *self, const char *field, const char *id)
{
  g_autofree char *rest = kumoji_report_setup_dup_without (self, field, id);

  return *rest != '\0' ? g_strconcat (rest, ",", id, NULL) : g_strdup (id);
}
