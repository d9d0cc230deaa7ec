/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import dialog: what a sheet would make of the register, before it does. */
#include "config.h"

#include "app/kumoji-import-dialog.h"

#include <glib/gi18n.h>

#include "app/kumoji-outcome-row.h"
#include "app/kumoji-sheet-reading.h"
#include "files/kumoji-file-error.h"

/* Milliseconds: what takes less needs no progress bar, and how often the bar moves. */
#define PROGRESS_DELAY 500
#define PROGRESS_STEP 100

struct _KumojiImportDialog
{
  AdwWindow parent_instance;

  KumojiProject *project;
  GFile *file;
  guint64 point; /* the state of the project that the sheet was held against */
  KumojiSheetReading *reading;
  KumojiOutcomeModel *model;
  gint64 started;
  guint progress_id;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkRevealer *progress;
  GtkProgressBar *bar;
  AdwStatusPage *failed;
  GtkLabel *summary;
  GtkLabel *unknown;
  GtkBox *outcomes;
  GtkListView *view;
};

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiImportDialog, kumoji_import_dialog, ADW_TYPE_WINDOW)

/* --- What is shown ---------------------------------------------------------------------------- */

static void
filter_cb (GtkToggleButton *button, KumojiImportDialog *self)
{
  if (gtk_toggle_button_get_active (button))
    kumoji_outcome_model_set_filter (self->model,
                                     GPOINTER_TO_INT (
                                       g_object_get_data (G_OBJECT (button), "outcome")));
}

/* One button for all and one for each outcome that there is, each with its count. */
static void
add_outcome (KumojiImportDialog *self, int outcome, const char *label)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->outcomes));
  guint n = kumoji_outcome_model_get_count (self->model, outcome);
  g_autofree char *number = kumoji_integer_format (n);
  g_autofree char *text = g_strdup_printf ("%s %s", label, number);
  GtkWidget *button;

  if (n == 0)
    return;
  button = gtk_toggle_button_new_with_label (text);
  g_object_set_data (G_OBJECT (button), "outcome", GINT_TO_POINTER (outcome));
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_box_append (self->outcomes, button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), first == NULL);
  g_signal_connect_object (button, "toggled", G_CALLBACK (filter_cb), self, 0);
}

static void
show_outcomes (KumojiImportDialog *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->outcomes))) != NULL)
    gtk_box_remove (self->outcomes, button);
  add_outcome (self, KUMOJI_OUTCOME_ANY, _("All"));
  /* What is refused comes first: somebody may want to correct the sheet. */
  add_outcome (self, KUMOJI_IMPORT_REFUSED, kumoji_outcome_get_label (KUMOJI_IMPORT_REFUSED));
  add_outcome (self, KUMOJI_IMPORT_NEW, kumoji_outcome_get_label (KUMOJI_IMPORT_NEW));
  add_outcome (self, KUMOJI_IMPORT_CHANGED, kumoji_outcome_get_label (KUMOJI_IMPORT_CHANGED));
  add_outcome (self, KUMOJI_IMPORT_SAME, kumoji_outcome_get_label (KUMOJI_IMPORT_SAME));
}

static void
show_unknown (KumojiImportDialog *self)
{
  const char *const *unknown =
    kumoji_asset_import_get_unknown (kumoji_outcome_model_get_import (self->model));
  g_autofree char *names = g_strjoinv (" · ", (char **) unknown);
  g_autofree char *text =
    g_strdup_printf (_("Columns left out, for the register has none such: %s"), names);

  gtk_label_set_label (self->unknown, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), unknown[0] != NULL);
}

static void
show_summary (KumojiImportDialog *self, guint n_new, guint n_changed)
{
  guint n_refused = kumoji_outcome_model_get_count (self->model, KUMOJI_IMPORT_REFUSED);
  g_autofree char *new = kumoji_integer_format (n_new);
  g_autofree char *changed = kumoji_integer_format (n_changed);
  g_autofree char *refused = kumoji_integer_format (n_refused);
  GString *text = g_string_new (NULL);
  g_autofree char *whole = NULL;

  if (n_new + n_changed == 0)
    g_string_append (text, _("Nothing of this sheet changes the register."));
  else
    /* Translators: numbers of assets: that come in, and that say something else then. */
    g_string_append_printf (text, _("New: %s. Changed: %s."), new, changed);
  /* Translators: begins with the blank behind the sentence before it, where a language has one. */
  if (n_refused > 0)
    g_string_append_printf (text, ngettext (" %s row stays out.", " %s rows stay out.", n_refused),
                            refused);
  whole = g_string_free (text, FALSE);
  gtk_label_set_label (self->summary, whole);
}

static void
show_import (KumojiImportDialog *self, KumojiAssetImport *import)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  guint n_new, n_changed;

  g_clear_object (&self->model);
  self->model = kumoji_outcome_model_new (import);
  n_new = kumoji_outcome_model_get_count (self->model, KUMOJI_IMPORT_NEW);
  n_changed = kumoji_outcome_model_get_count (self->model, KUMOJI_IMPORT_CHANGED);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  show_outcomes (self);
  show_unknown (self);
  show_summary (self, n_new, n_changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.take", n_new + n_changed > 0);
  gtk_stack_set_visible_child_name (
    self->stack,
    kumoji_outcome_model_get_count (self->model, KUMOJI_OUTCOME_ANY) > 0 ? "rows" : "none");
}

/* --- The reading, in a thread ----------------------------------------------------------------- */

static gboolean
progress_cb (gpointer data)
{
  KumojiImportDialog *self = KUMOJI_IMPORT_DIALOG (data);
  double fraction = kumoji_sheet_reading_get_fraction (self->reading);

  if (g_get_monotonic_time () - self->started < PROGRESS_DELAY * G_TIME_SPAN_MILLISECOND)
    return G_SOURCE_CONTINUE;
  gtk_revealer_set_reveal_child (self->progress, TRUE);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
  return G_SOURCE_CONTINUE;
}

static void
stop (KumojiImportDialog *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->reading != NULL)
    kumoji_sheet_reading_cancel (self->reading);
  g_clear_object (&self->reading);
}

static GWeakRef *
weak_new (KumojiImportDialog *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static KumojiImportDialog *
weak_free (GWeakRef *weak)
{
  KumojiImportDialog *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return self;
}

/* The reading keeps no dialog: closing it ends both. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiImportDialog) self = weak_free (data);
  g_autoptr (KumojiAssetImport) import = NULL;
  g_autoptr (GError) error = NULL;

  import = kumoji_sheet_reading_run_finish (KUMOJI_SHEET_READING (source), result, &error);
  if (self == NULL || self->reading != KUMOJI_SHEET_READING (source))
    return;
  stop (self);
  if (import != NULL)
    {
      show_import (self, g_steal_pointer (&import));
      return;
    }
  g_autofree char *text =
    g_markup_escape_text (kumoji_file_error_get_sentence (error, self->file), -1);
  adw_status_page_set_description (self->failed, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
start (KumojiImportDialog *self)
{
  stop (self);
  self->point = kumoji_history_get_point (kumoji_project_get_history (self->project));
  self->reading = kumoji_sheet_reading_new (self->project, self->file);
  self->started = g_get_monotonic_time ();
  self->progress_id = g_timeout_add (PROGRESS_STEP, progress_cb, self);
  gtk_revealer_set_reveal_child (self->progress, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.take", FALSE);
  kumoji_sheet_reading_run_async (self->reading, read_cb, weak_new (self));
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiImportDialog *self = KUMOJI_IMPORT_DIALOG (widget);

  /* What was shown was worked out for another register: it is worked out, and shown, again. */
  if (self->point != kumoji_history_get_point (kumoji_project_get_history (self->project)))
    {
      start (self);
      return;
    }
  g_object_ref (self);
  kumoji_asset_import_take (kumoji_outcome_model_get_import (self->model), self->project);
  g_signal_emit (self, signals[IMPORTED], 0,
                 kumoji_outcome_model_get_count (self->model, KUMOJI_IMPORT_NEW),
                 kumoji_outcome_model_get_count (self->model, KUMOJI_IMPORT_CHANGED));
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
kumoji_import_dialog_dispose (GObject *object)
{
  KumojiImportDialog *self = KUMOJI_IMPORT_DIALOG (object);

  stop (self);

  G_OBJECT_CLASS (kumoji_import_dialog_parent_class)->dispose (object);
}

static void
kumoji_import_dialog_finalize (GObject *object)
{
  KumojiImportDialog *self = KUMOJI_IMPORT_DIALOG (object);

  g_clear_object (&self->project);
  g_clear_object (&self->file);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (kumoji_import_dialog_parent_class)->finalize (object);
}

static void
kumoji_import_dialog_class_init (KumojiImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kumoji_import_dialog_finalize;

  /**
   * KumojiImportDialog::imported:
   * @self: the dialog
   * @n_new: how many assets came in
   * @n_changed: how many say something else now
   *
   * The sheet is in the register, as one step.
   */
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (KUMOJI_TYPE_OUTCOME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, KumojiImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, KumojiImportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, KumojiImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, KumojiImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KumojiImportDialog, unknown);
  gtk_widget_class_bind_template_child (widget_class, KumojiImportDialog, outcomes);
  gtk_widget_class_bind_template_child (widget_class, KumojiImportDialog, view);
  gtk_widget_class_install_action (widget_class, "import.take", NULL, take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_import_dialog_init (KumojiImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_import_dialog_present:
 * @parent: the window over which it opens
 * @project: into whose register
 * @file: a sheet
 *
 * Reads the sheet in another thread, and shows row by row what it would make of the register.
 *
 * Returns: (transfer none): the dialog
 */
KumojiImportDialog *
kumoji_import_dialog_present (GtkWindow *parent, KumojiProject *project, GFile *file)
{
  KumojiImportDialog *self =
    g_object_new (KUMOJI_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = kumoji_file_dup_name (file);

  self->project = g_object_ref (project);
  self->file = g_object_ref (file);
  adw_window_title_set_subtitle (self->window_title, name);
  start (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * kumoji_import_dialog_get_model:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what becomes of each row, once that is worked out
 */
KumojiOutcomeModel *
kumoji_import_dialog_get_model (KumojiImportDialog *self)
{
  return self->model;
}
