/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: what a company says, as pages to read, to sign and to file. */
#include "report/kumoji-report.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-cover.h"
#include "rules/kumoji-asset-order.h"
#include "rules/kumoji-fingerprint.h"

typedef void (*AddSection) (KumojiReportContext *context);

static AddSection
get_section (KumojiReportParts part)
{
  switch (part)
    {
    case KUMOJI_REPORT_SUMMARY:
      return kumoji_summary_section_add;
    case KUMOJI_REPORT_CHECKLISTS:
      return kumoji_checklists_section_add;
    case KUMOJI_REPORT_ASSETS:
      return kumoji_assets_section_add;
    case KUMOJI_REPORT_ROADMAP:
      return kumoji_roadmap_section_add;
    case KUMOJI_REPORT_SOURCES:
      return kumoji_sources_section_add;
    case KUMOJI_REPORT_GLOSSARY:
      return kumoji_glossary_section_add;
    default:
      g_assert_not_reached ();
    }
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

/* The mark of confidentiality in the language of the pages, NULL for none. */
static const char *
get_mark (const KumojiReportContext *context)
{
  KumojiRecord *setup = KUMOJI_RECORD (kumoji_project_get_report_setup (context->project));
  const KumojiField *field = kumoji_record_get_field (setup, "mark");
  const char *id = kumoji_record_get_text (setup, "mark");

  return *id != '\0' && !context->options->blank
           ? kumoji_field_get_choice_label (field, id, context->language)
           : NULL;
}

/* What kumoji_signed_paper_read() reads back; FALSE once the report is cancelled. */
static gboolean
describe (KumojiReportContext *context, GError **error)
{
  KumojiDocument *document = kumoji_flow_get_document (context->flow);
  g_autofree char *fingerprint =
    kumoji_fingerprint_new_cancellable (context->project, NULL, context->cancellable);
  g_autofree char *paper = fingerprint != NULL ? kumoji_fingerprint_to_paper (fingerprint) : NULL;
  g_autofree char *date = kumoji_report_date (context, context->options->today);
  g_autofree char *parts =
    kumoji_report_order_dup_ids (&context->options->order, context->options->parts);

  /* A blank form shows nothing that could be held against the file. */
  kumoji_flow_set_running (context->flow, context->company, context->options->blank ? NULL : date,
                           context->options->blank ? NULL : paper);
  kumoji_flow_set_mark (context->flow, get_mark (context));
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
        break;
      kumoji_document_add_keyword (document, key, value);
    }
  kumoji_document_add_keyword (document, "kumoji-date", context->options->today);
  kumoji_document_add_keyword (document, "kumoji-parts", parts);
  kumoji_document_add_keyword (document, "kumoji-language",
                               kumoji_language_get_code (context->language));

  return !g_cancellable_set_error_if_cancelled (context->cancellable, error);
}

static const char *
get_name (const KumojiReportContext *context)
{
  const char *name = N_("Cloud adoption report");
  /* The words explained at the end give no report its name. */
  const KumojiReportParts own = context->options->parts != KUMOJI_REPORT_GLOSSARY
                                  ? context->options->parts & ~KUMOJI_REPORT_GLOSSARY
                                  : context->options->parts;
  guint n;
  const KumojiReportPart *parts = kumoji_report_get_parts (&n);

  for (guint i = 0; i < n; i++)
    if (parts[i].part == own)
      name = parts[i].label;
  return kumoji_phrase (context->language, name);
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
  const KumojiReportParts printed = kumoji_report_options_get_printed (context->options);

  for (guint i = 0; i < KUMOJI_N_REPORT_PARTS; i++)
    {
      const KumojiReportParts part = context->options->order.places[i]->part;

      if ((printed & part) != 0 && !g_cancellable_is_cancelled (context->cancellable))
        get_section (part) (context);
    }
}

static gboolean
add_pages (KumojiReportContext *context, GError **error)
{
  g_autoptr (KumojiCover) cover = NULL;

  if (context->options->cover && !context->options->blank)
    {
      cover = kumoji_cover_begin (context, error);
      if (cover == NULL)
        return FALSE;
    }
  add_sections (context);
  if (cover != NULL)
    kumoji_cover_draw (cover, get_name (context));
  return !g_cancellable_set_error_if_cancelled (context->cancellable, error);
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
  KumojiReportContext context = { project, options, kumoji_project_get_library (project),
                                  options->language };
  const char *name = kumoji_project_get_company (project);
  gboolean added;

  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error)
      || !kumoji_report_options_check (options, kumoji_project_get_library (project), error))
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
  context.assets = kumoji_asset_order_sort (kumoji_project_get_assets (project), options->sort);

  g_autofree char *title = g_strdup_printf ("%s %s", context.company, get_name (&context));
  g_autoptr (KumojiFlow) flow =
    kumoji_flow_new (context.typeface, context.language, options->paper, title);
  context.flow = flow;
  kumoji_flow_set_watch (flow, watch);
  kumoji_watch_begin (watch, ROWS_SET, KUMOJI_TABLE_STEPS * expect_rows (&context));
  added = describe (&context, error) && add_pages (&context, error);
  kumoji_roadmap_free (context.roadmap);
  kumoji_valuation_free (context.valuation);
  g_ptr_array_unref (context.assets);

  return added ? finish (&context, error) : NULL;
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
