/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report choices: what is printed and in which form, as the project keeps it. */
#include "config.h"

#include "app/pages/kumoji-report-choices.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-catalog-choice.h"
#include "app/pages/kumoji-logo-row.h"
#include "app/pages/kumoji-part-row.h"
#include "app/pages/kumoji-register-settings.h"
#include "app/widgets/kumoji-field-row.h"
#include "files/kumoji-today.h"

struct _KumojiReportChoices
{
  KumojiPane parent_instance;

  GtkListBox *parts;
  KumojiCatalogChoice *catalogs;
  GtkSwitch *blank;
  GtkLabel *nothing;
  GtkWidget *cover_details;
  KumojiLogoRow *logo;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiReportChoices, kumoji_report_choices, KUMOJI_TYPE_PANE)

static KumojiReportSetup *
get_setup (KumojiReportChoices *self)
{
  return kumoji_project_get_report_setup (kumoji_pane_get_project (KUMOJI_PANE (self)));
}

/* One step on the history for each choice. */
static void
choose (KumojiReportChoices *self, const char *field, const char *text)
{
  KumojiHistory *history = kumoji_pane_get_history (KUMOJI_PANE (self));

  kumoji_history_seal (history);
  kumoji_history_set_text (history, KUMOJI_RECORD (get_setup (self)), field, text);
  kumoji_history_seal (history);
}

/* Writes whether @id stays among those that @field names. */
static void
name_in (KumojiReportChoices *self, const char *field, const char *id, gboolean named)
{
  g_autofree char *ids = named ? kumoji_report_setup_dup_with (get_setup (self), field, id)
                               : kumoji_report_setup_dup_without (get_setup (self), field, id);

  choose (self, field, ids);
}

static void
print_cb (KumojiPartRow *row, gboolean printed, KumojiReportChoices *self)
{
  const KumojiReportPart *part = kumoji_part_row_get_part (row);

  if (part->is_extra)
    name_in (self, "parts-added", part->id, printed);
  else
    name_in (self, "parts-left-out", part->id, !printed);
}

static void
move_cb (KumojiPartRow *row, guint from, guint to, KumojiReportChoices *self)
{
  g_auto (KumojiReportOptions) options = { 0 };
  g_autofree char *ids = NULL;

  kumoji_report_choices_get_options (self, &options);
  kumoji_report_order_move (&options.order, from, to);
  ids = kumoji_report_order_dup_ids (&options.order, KUMOJI_REPORT_ALL);
  choose (self, "order", ids);
}

static void
catalog_cb (KumojiCatalogChoice *choice,
            const char *id,
            gboolean printed,
            KumojiReportChoices *self)
{
  name_in (self, "checklists-left-out", id, !printed);
}

static void
blank_cb (KumojiReportChoices *self)
{
  kumoji_pane_queue_refresh (KUMOJI_PANE (self));
}

static int
compare_places_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return (int) kumoji_part_row_get_place (KUMOJI_PART_ROW (a))
         - (int) kumoji_part_row_get_place (KUMOJI_PART_ROW (b));
}

static void
add_part_rows (KumojiReportChoices *self)
{
  guint n;
  const KumojiReportPart *all = kumoji_report_get_parts (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = kumoji_part_row_new (&all[i]);

      g_signal_connect (row, "print", G_CALLBACK (print_cb), self);
      g_signal_connect (row, "move", G_CALLBACK (move_cb), self);
      gtk_list_box_append (self->parts, row);
    }
  gtk_list_box_set_sort_func (self->parts, compare_places_cb, NULL, NULL);
}

static void
show_parts (KumojiReportChoices *self, const KumojiReportOptions *options)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->parts)); row != NULL;
       row = next)
    {
      const KumojiReportPart *part = kumoji_part_row_get_part (KUMOJI_PART_ROW (row));
      guint place = 0;

      next = gtk_widget_get_next_sibling (row);
      while (options->order.places[place] != part)
        place++;
      kumoji_part_row_show (KUMOJI_PART_ROW (row), (options->parts & part->part) != 0, place);
      gtk_widget_set_sensitive (row, !options->blank || part->has_blank);
    }
  gtk_list_box_invalidate_sort (self->parts);
}

static void
kumoji_report_choices_refresh (KumojiPane *pane)
{
  KumojiReportChoices *self = KUMOJI_REPORT_CHOICES (pane);
  g_auto (KumojiReportOptions) options = { 0 };

  kumoji_report_choices_get_options (self, &options);
  show_parts (self, &options);
  kumoji_catalog_choice_show (self->catalogs,
                              kumoji_project_get_library (kumoji_pane_get_project (pane)),
                              (const char *const *) options.catalogs);
  gtk_widget_set_sensitive (GTK_WIDGET (self->catalogs),
                            (options.parts & KUMOJI_REPORT_CHECKLISTS) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing),
                          kumoji_report_options_get_printed (&options) == 0);
  gtk_widget_set_visible (self->cover_details, options.cover);
  kumoji_logo_row_show (self->logo, kumoji_pane_get_project (pane));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kumoji_report_choices_set_project (KumojiPane *pane, KumojiProject *project)
{
  KUMOJI_PANE_CLASS (kumoji_report_choices_parent_class)->set_project (pane, project);
  kumoji_field_rows_bind (GTK_WIDGET (pane),
                          project != NULL
                            ? KUMOJI_RECORD (kumoji_project_get_report_setup (project))
                            : NULL,
                          project != NULL ? kumoji_project_get_history (project) : NULL);
}

static void
kumoji_report_choices_class_init (KumojiReportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  KUMOJI_PANE_CLASS (klass)->set_project = kumoji_report_choices_set_project;
  KUMOJI_PANE_CLASS (klass)->refresh = kumoji_report_choices_refresh;

  g_type_ensure (KUMOJI_TYPE_CATALOG_CHOICE);
  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  g_type_ensure (KUMOJI_TYPE_LOGO_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-report-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiReportChoices, parts);
  gtk_widget_class_bind_template_child (widget_class, KumojiReportChoices, catalogs);
  gtk_widget_class_bind_template_child (widget_class, KumojiReportChoices, blank);
  gtk_widget_class_bind_template_child (widget_class, KumojiReportChoices, nothing);
  gtk_widget_class_bind_template_child (widget_class, KumojiReportChoices, cover_details);
  gtk_widget_class_bind_template_child (widget_class, KumojiReportChoices, logo);
  gtk_widget_class_bind_template_callback (widget_class, catalog_cb);
  gtk_widget_class_bind_template_callback (widget_class, blank_cb);

  /**
   * KumojiReportChoices::changed:
   * @self: the choices
   *
   * Other pages may come out: the project says something else, or another form is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kumoji_report_choices_init (KumojiReportChoices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_part_rows (self);
}

/**
 * kumoji_report_choices_get_options:
 * @self: the choices, of a project
 * @options: (out caller-allocates): what is chosen, for today; free what it holds with
 *   kumoji_report_options_clear()
 */
void
kumoji_report_choices_get_options (KumojiReportChoices *self, KumojiReportOptions *options)
{
  g_autofree char *today = kumoji_today_new ();

  kumoji_report_options_init_for_project (options, kumoji_pane_get_project (KUMOJI_PANE (self)),
                                          kumoji_language_get_default (), today);
  options->blank = gtk_switch_get_active (self->blank);
  if (!options->grouped)
    {
      g_autofree char *sort = kumoji_register_settings_dup_sort ();

      g_strlcpy (options->sort, sort, sizeof options->sort);
    }
}
