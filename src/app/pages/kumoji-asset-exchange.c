/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange of the register with spreadsheets: what the assets page does with CSV files. */
#include "config.h"

#include "app/pages/kumoji-asset-exchange.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-chooser.h"
#include "app/kumoji-import-dialog.h"
#include "app/kumoji-window.h"
#include "files/kumoji-asset-sheet.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-safe-save.h"
#include "files/kumoji-today.h"

/* So many assets are sorted within a frame. */
#define SHOW_AT_ONCE 500

static void
add_toast (KumojiPane *pane, AdwToast *toast)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (pane));

  if (KUMOJI_IS_WINDOW (root))
    kumoji_window_add_toast (KUMOJI_WINDOW (root), toast);
  else
    g_object_unref (toast);
}

/* --- In --------------------------------------------------------------------------------------- */

/* The first asset that came in comes into sight, whatever the filter hides. In a large register
 * that would take several frames: all of it is sorted before its place is known. */
static void
show_first (KumojiPane *pane, guint n_new)
{
  KumojiList *assets = kumoji_project_get_assets (kumoji_pane_get_project (pane));
  guint n = kumoji_list_get_length (assets);

  if (n_new > 0 && n <= SHOW_AT_ONCE)
    kumoji_pane_go_to (pane, kumoji_record_get_id (kumoji_list_get (assets, n - n_new)));
}

static void
imported_cb (KumojiImportDialog *dialog, guint n_new, guint n_changed, KumojiPane *pane)
{
  g_autofree char *number = kumoji_integer_format ((gint64) n_new + n_changed);
  g_autofree char *title = g_strdup_printf (ngettext ("%s asset imported", "%s assets imported",
                                                      (gulong) n_new + n_changed),
                                            number);
  AdwToast *toast = adw_toast_new (title);

  show_first (pane, n_new);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  add_toast (pane, toast);
}

static void
import_file (KumojiPane *pane, GFile *file)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (pane));
  KumojiImportDialog *dialog;

  /* What is being typed is part of what the sheet is held against. */
  gtk_root_set_focus (root, NULL);
  dialog = kumoji_import_dialog_present (GTK_WINDOW (root), kumoji_pane_get_project (pane), file);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), pane, 0);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (source)) != NULL)
    import_file (KUMOJI_PANE (source), file);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_chooser_open (widget, _("Import assets"), &kumoji_file_kind_csv, chosen_cb, NULL);
}

static void
import_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  import_file (KUMOJI_PANE (widget), file);
}

/* --- Out -------------------------------------------------------------------------------------- */

typedef struct
{
  GFile *file;
  KumojiSnapshot *snapshot;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->file);
  kumoji_snapshot_free (export->snapshot);
  g_free (export);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autoptr (KumojiProject) project = kumoji_project_new_from_snapshot (export->snapshot);
  g_autoptr (GBytes) sheet = kumoji_asset_sheet_compose (project, kumoji_language_get_default ());
  g_autoptr (GError) error = NULL;

  if (kumoji_safe_save (export->file, sheet, NULL, cancellable, NULL, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  kumoji_file_error_name (&error, export->file);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
say_done (KumojiPane *pane, GFile *file)
{
  g_autofree char *name = kumoji_file_dup_name (file);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *text = g_strdup_printf (_("“%s” is written"), name);
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_action_name (toast, "win.show-uri");
  adw_toast_set_action_target (toast, "s", uri);
  add_toast (pane, toast);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    say_done (KUMOJI_PANE (source), export->file);
  else if (gtk_widget_get_root (GTK_WIDGET (source)) != NULL)
    kumoji_tell (GTK_WIDGET (source), _("The sheet was not written"), error->message);
}

/**
 * kumoji_asset_exchange_export_to:
 * @pane: an assets page in a window
 * @file: where to
 *
 * Writes its register as a sheet, in another thread.
 */
void
kumoji_asset_exchange_export_to (KumojiPane *pane, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (pane, NULL, exported_cb, NULL);
  Export *export = g_new0 (Export, 1);

  export->file = g_object_ref (file);
  export->snapshot = kumoji_record_snapshot (KUMOJI_RECORD (kumoji_pane_get_project (pane)));
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_thread);
}

static void
place_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    kumoji_asset_exchange_export_to (KUMOJI_PANE (source), file);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  const char *company = kumoji_project_get_company (kumoji_pane_get_project (KUMOJI_PANE (widget)));
  GFile *beside = KUMOJI_IS_WINDOW (root)
                    ? kumoji_session_get_file (kumoji_window_get_session (KUMOJI_WINDOW (root)))
                    : NULL;
  g_autofree char *today = kumoji_today_new ();
  g_autofree char *stem = g_strdup_printf ("%s%s%s %s", company, *company != '\0' ? " " : "",
                                           _("Information assets"), today);

  kumoji_chooser_save (widget, _("Export the register"), &kumoji_file_kind_csv, stem, beside,
                       place_cb, NULL);
}

/**
 * kumoji_asset_exchange_class_init:
 * @widget_class: the class of assets pages, which are panes
 *
 * Installs the actions that take sheets in, and write the register as one.
 */
void
kumoji_asset_exchange_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "asset.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "asset.import-uri", "s", import_uri_action);
  gtk_widget_class_install_action (widget_class, "asset.export", NULL, export_action);
}
