/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: what a company says, as pages to read, to sign and to file. */
#include "report/kumoji-report.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-report-context.h"
#include "report/sections/kumoji-report-words.h"
#include "rules/kumoji-fingerprint.h"

typedef struct
{
  KumojiReportPart part;
  void (*add) (KumojiReportContext *context);
} Section;

/* DESIGN.md section 7 */
static const Section sections[] = {
  { { KUMOJI_REPORT_SUMMARY, "summary", N_("Report to management"),
      N_("Stage, gate, value of the information and next steps on one page or two"), FALSE },
    kumoji_summary_section_add },
  { { KUMOJI_REPORT_CHECKLISTS, "checklists", N_("Checklists"),
      N_("Each question with its answer, memo and evidence"), TRUE },
    kumoji_checklists_section_add },
  { { KUMOJI_REPORT_ASSETS, "assets", N_("Information asset register"),
      N_("The whole register with totals, held against annual sales"), TRUE },
    kumoji_assets_section_add },
  { { KUMOJI_REPORT_ROADMAP, "roadmap", N_("Roadmap"),
      N_("Plan and progress, then each stage with its gate, decisions and risks"), FALSE },
    kumoji_roadmap_section_add },
};

/**
 * kumoji_report_get_parts:
 * @n_parts: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_parts): the parts, in the order in which they are
 * printed
 */
const KumojiReportPart *
kumoji_report_get_parts (guint *n_parts)
{
  static KumojiReportPart parts[G_N_ELEMENTS (sections)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
        parts[i] = sections[i].part;
      g_once_init_leave (&ready, 1);
    }
  *n_parts = G_N_ELEMENTS (sections);

  return parts;
}

static char *
dup_known_parts (gboolean blank)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (!blank || sections[i].part.has_blank)
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", sections[i].part.id);
  g_string_append (known, ", all");

  return g_string_free (g_steal_pointer (&known), FALSE);
}

static KumojiReportParts
find_part (const char *id)
{
  if (g_str_equal (id, "all"))
    return KUMOJI_REPORT_ALL;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (id, sections[i].part.id))
      return sections[i].part.part;

  return 0;
}

/**
 * kumoji_report_parse_parts:
 * @text: ids of parts with commas between them, or "all"
 * @parts: (out): the parts
 * @error: return location for %KUMOJI_REPORT_ERROR_PART
 *
 * Returns: whether @text names parts that there are
 */
gboolean
kumoji_report_parse_parts (const char *text, KumojiReportParts *parts, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (text, ",", -1);
  KumojiReportParts found = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const KumojiReportParts part = find_part (g_strstrip (ids[i]));

      if (part == 0)
        {
          g_autofree char *known = dup_known_parts (FALSE);

          g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PART,
                       _("There is no report “%s”; choose from: %s."), ids[i], known);
          return FALSE;
        }
      found |= part;
    }
  if (found == 0)
    return kumoji_report_parse_parts (" ", parts, error);
  *parts = found;

  return TRUE;
}

/**
 * kumoji_report_options_init:
 * @options: (out caller-allocates): all parts on A4, with the signatures that are usual
 * @language: of the pages
 * @today: (transfer none): the day, ISO 8601; kept by the caller
 */
void
kumoji_report_options_init (KumojiReportOptions *options,
                            KumojiLanguage language,
                            const char *today)
{
  *options = (KumojiReportOptions){
    .parts = KUMOJI_REPORT_ALL,
    .language = language,
    .paper = KUMOJI_PAPER_A4,
    .signature = kumoji_signature_get_usual (language),
    .today = today,
  };
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
  self->today = g_strdup (options->today);
  self->catalogs = (const char *const *) g_strdupv ((char **) options->catalogs);
}

/**
 * kumoji_report_options_clear:
 * @self: options from kumoji_report_options_copy()
 */
void
kumoji_report_options_clear (KumojiReportOptions *self)
{
  g_free ((char *) self->today);
  g_strfreev ((char **) self->catalogs);
  self->today = NULL;
  self->catalogs = NULL;
}

static gboolean
check_options (const KumojiReportOptions *options, GError **error)
{
  KumojiLibrary *library = kumoji_library_get_default ();

  for (guint i = 0; options->catalogs != NULL && options->catalogs[i] != NULL; i++)
    if (kumoji_library_get_catalog (library, options->catalogs[i]) == NULL)
      {
        g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_CATALOG,
                     _("There is no checklist “%s”; “kumoji-cli catalog list” names them."),
                     options->catalogs[i]);
        return FALSE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if ((options->parts & sections[i].part.part) != 0
        && (!options->blank || sections[i].part.has_blank))
      return TRUE;

  g_autofree char *known = dup_known_parts (options->blank);
  g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PART,
               options->blank ? _("There is no blank form of this report; choose from: %s.")
                              : _("No report is chosen; choose from: %s."),
               known);

  return FALSE;
}

/* How much of the time is over when the rows are set, and when the pages are numbered; painting
 * takes the rest. */
#define ROWS_SET 0.63
#define PAGES_NUMBERED 0.66

#define OTHER_ROWS 400

/* Finding the fonts takes a tenth of a second, and they serve all reports of the process. */
static KumojiTypeface *
get_typeface (GError **error)
{
  static GMutex mutex;
  static KumojiTypeface *typeface = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (typeface == NULL)
    typeface = kumoji_typeface_new (error);

  return typeface;
}

static char *
dup_part_ids (KumojiReportParts parts)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if ((parts & sections[i].part.part) != 0)
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", sections[i].part.id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* What kumoji_signed_paper_read() reads back; FALSE once the report is cancelled. */
static gboolean
describe (KumojiReportContext *context)
{
  KumojiDocument *document = kumoji_flow_get_document (context->flow);
  g_autofree char *fingerprint =
    kumoji_fingerprint_new_cancellable (context->project, NULL, context->cancellable);
  g_autofree char *paper = fingerprint != NULL ? kumoji_fingerprint_to_paper (fingerprint) : NULL;
  g_autofree char *date = kumoji_report_dup_date (context->options->today, context->language);
  g_autofree char *parts = dup_part_ids (context->options->parts);

  /* A blank form shows nothing that could be held against the file. */
  kumoji_flow_set_running (context->flow, context->company, context->options->blank ? NULL : date,
                           context->options->blank ? NULL : paper);
  kumoji_document_set_author (document, context->company);
  if (context->options->blank)
    return TRUE;
  kumoji_document_add_keyword (document, "kumoji-fingerprint", fingerprint);
  for (const char *const *part = kumoji_fingerprint_get_parts (); *part != NULL; part++)
    {
      g_autofree char *key = g_strconcat ("kumoji-", *part, NULL);
      g_autofree char *value =
        kumoji_fingerprint_new_cancellable (context->project, *part, context->cancellable);

      if (value == NULL)
        return FALSE;
      kumoji_document_add_keyword (document, key, value);
    }
  kumoji_document_add_keyword (document, "kumoji-date", context->options->today);
  kumoji_document_add_keyword (document, "kumoji-parts", parts);
  kumoji_document_add_keyword (document, "kumoji-language",
                               kumoji_language_get_code (context->language));

  return TRUE;
}

static char *
dup_title (const KumojiReportContext *context)
{
  const KumojiReportPart *only = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if ((context->options->parts & sections[i].part.part) != 0)
      {
        only = &sections[i].part;
        n++;
      }

  return g_strdup_printf ("%s %s", context->company,
                          kumoji_phrase (context->language,
                                         n == 1 ? only->label : N_("Cloud adoption report")));
}

/* How many rows of tables there will be, as far as one can tell before they are made: the register
 * has two for each asset, and the rest of a report some hundreds. */
static guint
expect_rows (const KumojiReportContext *context)
{
  const KumojiReportOptions *options = context->options;
  guint rows = OTHER_ROWS;

  if ((options->parts & KUMOJI_REPORT_ASSETS) != 0 && !options->blank)
    rows += 2 * context->valuation->assets;

  return rows;
}

static void
add_sections (KumojiReportContext *context)
{
  const KumojiReportOptions *options = context->options;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if ((options->parts & sections[i].part.part) == 0
          || (options->blank && !sections[i].part.has_blank)
          || g_cancellable_is_cancelled (context->cancellable))
        continue;
      sections[i].add (context);
    }
}

static KumojiDocument *
finish (KumojiReportContext *context, GError **error)
{
  g_autoptr (KumojiDocument) document = NULL;

  if (kumoji_flow_is_full (context->flow))
    {
      kumoji_document_set_too_long (error);
      return NULL;
    }
  kumoji_watch_begin (context->watch, PAGES_NUMBERED,
                      kumoji_document_get_n_pages (kumoji_flow_get_document (context->flow)));
  document = kumoji_flow_finish (context->flow);
  if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
    return NULL;

  return g_steal_pointer (&document);
}

static KumojiDocument *
lay_out (KumojiProject *project,
         const KumojiReportOptions *options,
         KumojiWatch *watch,
         GError **error)
{
  KumojiReportContext context = { project, options, kumoji_library_get_default (),
                                  options->language };
  const char *name = kumoji_project_get_company (project);

  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error)
      || !check_options (options, error))
    return NULL;
  context.typeface = get_typeface (error);
  if (context.typeface == NULL)
    return NULL;

  context.cancellable = watch->cancellable;
  context.watch = watch;
  context.company =
    *name != '\0' ? name : kumoji_phrase (context.language, N_("(no company name)"));
  context.roadmap = kumoji_roadmap_new (context.library, project, options->today);
  context.valuation = kumoji_valuation_new (project);

  g_autofree char *title = dup_title (&context);
  g_autoptr (KumojiFlow) flow =
    kumoji_flow_new (context.typeface, context.language, options->paper, title);
  context.flow = flow;
  kumoji_flow_set_watch (flow, watch);
  kumoji_watch_begin (watch, ROWS_SET, KUMOJI_TABLE_STEPS * expect_rows (&context));
  if (describe (&context))
    add_sections (&context);
  kumoji_roadmap_free (context.roadmap);
  kumoji_valuation_free (context.valuation);
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return NULL;

  return finish (&context, error);
}

/**
 * kumoji_report_lay_out:
 * @project: what the company says; nobody else may use it meanwhile
 * @options: what is printed, and how
 * @cancellable: (nullable): to give up
 * @error: return location for %KUMOJI_REPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Lays the pages of a report. Runs in any thread: give it a project of its own, see
 * kumoji_project_new_from_snapshot(). Equal input gives equal pages.
 *
 * Returns: (transfer full) (nullable): the pages
 */
KumojiDocument *
kumoji_report_lay_out (KumojiProject *project,
                       const KumojiReportOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  KumojiWatch watch = { cancellable };

  return lay_out (project, options, &watch, error);
}

static void
painted_cb (guint done, guint total, gpointer user_data)
{
  KumojiWatch *watch = user_data;

  if (watch->until < 1)
    kumoji_watch_begin (watch, 1, total);
  kumoji_watch_go_on (watch, done - watch->done);
}

static char **
dup_warnings (KumojiDocument *document)
{
  g_autoptr (GPtrArray) warnings = kumoji_document_dup_warnings (document);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < warnings->len; i++)
    g_strv_builder_add (builder, warnings->pdata[i]);

  return g_strv_builder_end (builder);
}

/**
 * kumoji_report_render:
 * @project: what the company says; nobody else may use it meanwhile
 * @options: what is printed, and how
 * @progress: (nullable) (scope call): called now and then, in the same thread
 * @user_data: for @progress
 * @warnings: (out) (optional) (transfer full): characters that no installed font has, each a
 * sentence
 * @cancellable: (nullable): to give up
 * @error: return location for %KUMOJI_REPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Writes a report as PDF. Runs in any thread, as kumoji_report_lay_out() does. Equal input gives
 * equal bytes.
 *
 * Returns: (transfer full) (nullable): the PDF, to be kept with kumoji_safe_save()
 */
GBytes *
kumoji_report_render (KumojiProject *project,
                      const KumojiReportOptions *options,
                      KumojiReportProgress progress,
                      gpointer user_data,
                      char ***warnings,
                      GCancellable *cancellable,
                      GError **error)
{
  KumojiWatch watch = { cancellable, progress, user_data };
  g_autoptr (KumojiDocument) document = lay_out (project, options, &watch, error);
  GBytes *bytes;

  if (document == NULL)
    return NULL;
  bytes = kumoji_pdf_paint_last (document, painted_cb, &watch, cancellable, error);
  if (bytes != NULL && warnings != NULL)
    *warnings = dup_warnings (document);

  return bytes;
}
