/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Report options: what is printed this time, and in which form. */
#include "report/kumoji-report-options.h"

#include "catalog/kumoji-library.h"
#include "catalog/kumoji-phrases.h"
#include "report/kumoji-report-error.h"

/**
 * kumoji_report_options_init:
 * @self: (out caller-allocates): all parts on A4, with the signatures that are usual
 * @language: of the pages
 * @today: the day, ISO 8601
 */
void
kumoji_report_options_init (KumojiReportOptions *self, KumojiLanguage language, const char *today)
{
  *self = (KumojiReportOptions){
    .parts = KUMOJI_REPORT_ALL,
    .language = language,
    .paper = KUMOJI_PAPER_A4,
    .signature = kumoji_signature_get_usual (language),
    .grouped = TRUE,
  };
  kumoji_report_order_init (&self->order, "");
  g_strlcpy (self->today, today, sizeof self->today);
}

static KumojiReportParts
get_parts (KumojiReportSetup *setup)
{
  KumojiReportParts chosen = 0;
  guint n;
  const KumojiReportPart *parts = kumoji_report_get_parts (&n);

  for (guint i = 0; i < n; i++)
    if (parts[i].is_extra ? kumoji_report_setup_names (setup, "parts-added", parts[i].id)
                          : !kumoji_report_setup_names (setup, "parts-left-out", parts[i].id))
      chosen |= parts[i].part;
  return chosen;
}

static char **
dup_catalogs (KumojiReportSetup *setup, KumojiLibrary *library)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (library);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (*kumoji_record_get_text (KUMOJI_RECORD (setup), "checklists-left-out") == '\0')
    return NULL;
  for (guint i = 0; i < catalogs->len; i++)
    {
      const char *id = kumoji_catalog_get_id (catalogs->pdata[i]);

      if (kumoji_catalog_get_kind (catalogs->pdata[i]) != KUMOJI_KIND_REFERENCE
          && !kumoji_report_setup_names (setup, "checklists-left-out", id))
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

static KumojiSignature
get_signature (KumojiReportSetup *setup, KumojiLanguage language)
{
  const char *signature = kumoji_record_get_text (KUMOJI_RECORD (setup), "signature");

  if (g_str_equal (signature, "seals"))
    return KUMOJI_SIGNATURE_SEALS;
  if (g_str_equal (signature, "lines"))
    return KUMOJI_SIGNATURE_LINES;
  if (g_str_equal (signature, "none"))
    return KUMOJI_SIGNATURE_NONE;
  return kumoji_signature_get_usual (language);
}

/**
 * kumoji_report_options_init_for_project:
 * @self: (out caller-allocates): free what it holds with kumoji_report_options_clear()
 * @project: whose reports are printed as its setup says
 * @language: of the pages where the setup names none
 * @today: the day, ISO 8601
 */
void
kumoji_report_options_init_for_project (KumojiReportOptions *self,
                                        KumojiProject *project,
                                        KumojiLanguage language,
                                        const char *today)
{
  KumojiReportSetup *setup = kumoji_project_get_report_setup (project);
  KumojiRecord *record = KUMOJI_RECORD (setup);

  kumoji_language_parse (kumoji_record_get_text (record, "language"), &language);
  kumoji_report_options_init (self, language, today);
  self->parts = get_parts (setup);
  kumoji_report_order_init (&self->order, kumoji_record_get_text (record, "order"));
  self->signature = get_signature (setup, language);
  if (g_str_equal (kumoji_record_get_text (record, "paper"), "letter"))
    self->paper = KUMOJI_PAPER_LETTER;
  self->grouped = *kumoji_record_get_text (record, "register") == '\0';
  self->cover = kumoji_record_get_flag (record, "cover");
  self->era = kumoji_record_get_flag (record, "era");
  self->catalogs = dup_catalogs (setup, kumoji_project_get_library (project));
  self->only_begun = self->catalogs != NULL;
}

/**
 * kumoji_report_options_set_language:
 * @self: options
 * @project: whose they are
 * @language: of the pages, whatever the project's setup says
 */
void
kumoji_report_options_set_language (KumojiReportOptions *self,
                                    KumojiProject *project,
                                    KumojiLanguage language)
{
  self->language = language;
  self->signature = get_signature (kumoji_project_get_report_setup (project), language);
}

/**
 * kumoji_report_options_copy:
 * @self: (out caller-allocates): free what it holds with kumoji_report_options_clear()
 * @options: what is printed, and how
 *
 * For a thread that reads the options after the page that holds them went on.
 */
void
kumoji_report_options_copy (KumojiReportOptions *self, const KumojiReportOptions *options)
{
  *self = *options;
  self->catalogs = g_strdupv (options->catalogs);
}

/**
 * kumoji_report_options_clear:
 * @self: options
 */
void
kumoji_report_options_clear (KumojiReportOptions *self)
{
  g_clear_pointer (&self->catalogs, g_strfreev);
}

/**
 * kumoji_report_options_get_printed:
 * @self: options
 *
 * Returns: the parts that come out: a part without a blank form has none, and no checklist chosen
 *   leaves nothing of the checklists; management, who reads its page or two alone, needs no
 *   glossary
 */
KumojiReportParts
kumoji_report_options_get_printed (const KumojiReportOptions *self)
{
  KumojiReportParts printed = 0;
  guint n;
  const KumojiReportPart *parts = kumoji_report_get_parts (&n);

  for (guint i = 0; i < n; i++)
    if ((self->parts & parts[i].part) != 0 && (!self->blank || parts[i].has_blank))
      printed |= parts[i].part;
  if (self->catalogs != NULL && self->catalogs[0] == NULL)
    printed &= ~KUMOJI_REPORT_CHECKLISTS;
  if (printed == (KUMOJI_REPORT_SUMMARY | KUMOJI_REPORT_GLOSSARY))
    printed = KUMOJI_REPORT_SUMMARY;
  return printed;
}

/**
 * kumoji_report_options_check:
 * @self: options
 * @library: the catalogs that there are
 * @error: return location for %KUMOJI_REPORT_ERROR
 *
 * Returns: whether something is printed, and each checklist is one that there is
 */
gboolean
kumoji_report_options_check (const KumojiReportOptions *self,
                             KumojiLibrary *library,
                             GError **error)
{
  g_autofree char *known = NULL;

  for (guint i = 0; self->catalogs != NULL && self->catalogs[i] != NULL; i++)
    if (kumoji_library_get_catalog (library, self->catalogs[i]) == NULL)
      {
        g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_CATALOG,
                     _("There is no checklist “%s”; “kumoji-cli catalog list” names them."),
                     self->catalogs[i]);
        return FALSE;
      }
  if (kumoji_report_options_get_printed (self) != 0)
    return TRUE;
  known = kumoji_report_dup_known_parts (self->blank);
  g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PART,
               self->blank ? _("There is no blank form of this report; choose from: %s.")
                           : _("No report is chosen; choose from: %s."),
               known);
  return FALSE;
}
