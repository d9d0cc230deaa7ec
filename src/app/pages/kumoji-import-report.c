/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import report: how much of a checklist's file was read, and what was left out. */
#include "config.h"

#include "app/pages/kumoji-import-report.h"

#include <glib/gi18n.h>

/* Nobody reads more; a widget a row is not made for thousands. */
#define MOST_ROWS 100

struct _KumojiImportReport
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiImportReport, kumoji_import_report, ADW_TYPE_BIN)

static void
kumoji_import_report_class_init (KumojiImportReportClass *klass)
{
}

static void
kumoji_import_report_init (KumojiImportReport *self)
{
}

static GtkWidget *
row_new (GType type, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, "title", title, NULL);

  g_object_set (row, "subtitle", subtitle, NULL);
  return row;
}

static void
add_refused (AdwPreferencesGroup *group, GPtrArray *refused)
{
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u row is left out", "%u rows are left out", refused->len),
                     refused->len);
  GtkWidget *expander =
    row_new (ADW_TYPE_EXPANDER_ROW, title, _("The rest can be added all the same"));

  gtk_widget_add_css_class (expander, "warning");
  for (guint i = 0; i < MIN (refused->len, MOST_ROWS); i++)
    {
      const KumojiRefusedRow *row = refused->pdata[i];
      /* Translators: a row of a table, and what is wrong with it */
      g_autofree char *text = g_strdup_printf (_("Row %u: %s"), row->row, row->reason);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                row_new (ADW_TYPE_ACTION_ROW, text, ""));
    }
  if (refused->len > MOST_ROWS)
    {
      g_autofree char *more = g_strdup_printf (_("… and %u more"), refused->len - MOST_ROWS);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                row_new (ADW_TYPE_ACTION_ROW, more, ""));
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), refused->len <= 5);
  adw_preferences_group_add (group, expander);
}

/**
 * kumoji_import_report_show:
 * @self: a report
 * @import: (nullable): what was read; %NULL for a checklist that comes from no file
 */
void
kumoji_import_report_show (KumojiImportReport *self, const KumojiCatalogImport *import)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n, n_sections;

  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), import != NULL);
  if (import == NULL)
    return;
  n = kumoji_own_catalog_count_items (import->catalog);
  n_sections = kumoji_list_get_length (kumoji_own_catalog_get_sections (import->catalog));
  g_autofree char *items = g_strdup_printf (ngettext ("%u item", "%u items", n), n);
  g_autofree char *sections =
    g_strdup_printf (ngettext ("in %u section", "in %u sections", n_sections), n_sections);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             row_new (ADW_TYPE_ACTION_ROW, items, sections));
  if (import->refused->len > 0)
    add_refused (ADW_PREFERENCES_GROUP (group), import->refused);
  if (*import->unused != NULL)
    {
      g_autofree char *names = g_strjoinv (", ", import->unused);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 row_new (ADW_TYPE_ACTION_ROW, _("Columns that are not used"),
                                          names));
    }
}
