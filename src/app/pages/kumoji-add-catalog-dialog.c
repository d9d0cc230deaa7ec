/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An add-catalog dialog: where an own checklist comes from, and what it will be.
 *
 * What is chosen is a draft, with a history of its own, and enters the project as one step. */
#include "config.h"

#include "app/pages/kumoji-add-catalog-dialog.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-chooser.h"
#include "app/pages/kumoji-import-report.h"
#include "app/pages/kumoji-own-form.h"
#include "app/widgets/kumoji-field-row.h"
#include "files/kumoji-catalog-shelf.h"

struct _KumojiAddCatalogDialog
{
  AdwWindow parent_instance;

  KumojiProject *project;
  GCancellable *cancellable; /* cancelled as the dialog closes */
  KumojiCatalogImport *import;
  KumojiHistory *draft_history;
  gboolean is_new;

  GtkStack *stack;
  GtkWidget *spinner;
  GtkWidget *add_button;
  GtkWidget *back_button;
  AdwPreferencesGroup *shelf_group;
  AdwPreferencesGroup *bundled_group;
  KumojiImportReport *report;
  KumojiOwnForm *form;
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiAddCatalogDialog, kumoji_add_catalog_dialog, ADW_TYPE_WINDOW)

static const KumojiReply bundled_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "other", N_("_Add as another"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply own_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "other", N_("_Add as another"), ADW_RESPONSE_DEFAULT },
  { "replace", N_("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
  { NULL },
};

/* --- The draft -------------------------------------------------------------------------------- */

static void
drop_draft (KumojiAddCatalogDialog *self)
{
  kumoji_own_form_show (self->form, NULL, NULL, NULL);
  g_clear_object (&self->draft_history);
  g_clear_pointer (&self->import, kumoji_catalog_import_free);
}

static void
show_page (KumojiAddCatalogDialog *self, gboolean draft)
{
  gtk_stack_set_visible_child_name (self->stack, draft ? "draft" : "choice");
  gtk_widget_set_visible (self->add_button, draft);
  gtk_widget_set_visible (self->back_button, draft);
}

/* Takes over @import. */
static void
show_draft (KumojiAddCatalogDialog *self, KumojiCatalogImport *import, gboolean is_new)
{
  drop_draft (self);
  self->import = import;
  self->is_new = is_new;
  self->draft_history = kumoji_history_new ();
  kumoji_import_report_show (self->report, is_new ? NULL : import);
  kumoji_own_form_show (self->form, NULL, self->draft_history, import->catalog);
  show_page (self, TRUE);
  if (is_new)
    kumoji_own_form_focus_title (self->form);
}

static void
embed (KumojiAddCatalogDialog *self)
{
  g_autoptr (KumojiRecord) catalog = g_object_ref (self->import->catalog);
  const gboolean is_new = self->is_new;

  drop_draft (self);
  kumoji_own_edit_embed (self->project, catalog);
  g_signal_emit (self, signals[ADDED], 0, catalog, is_new);
  gtk_window_close (GTK_WINDOW (self));
}

static void
conflict_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiAddCatalogDialog *self = KUMOJI_ADD_CATALOG_DIALOG (source);
  const char *reply = kumoji_ask_finish (result);

  if (g_str_equal (reply, "cancel") || self->import == NULL)
    return;
  if (g_str_equal (reply, "other"))
    {
      g_autofree char *id =
        kumoji_own_dup_free_id (self->project, kumoji_record_get_id (self->import->catalog));
      kumoji_own_set_id (self->import->catalog, id);
    }
  embed (self);
}

/* TRUE where nothing has that id yet; else it is asked what to do. */
static gboolean
check_id (KumojiAddCatalogDialog *self)
{
  const char *id = kumoji_record_get_id (self->import->catalog);
  g_autofree char *other = kumoji_own_dup_free_id (self->project, id);
  g_autofree char *body = NULL;

  if (kumoji_library_get_catalog (kumoji_library_get_default (), id) != NULL)
    {
      body =
        g_strdup_printf (_("“%s” is the id of a checklist that Kumoji brings along, which stays "
                            "as it is. This one can stand beside it as “%s”."),
                         id, other);
      kumoji_ask (GTK_WIDGET (self), _("The id is taken"), body, bundled_replies, "other",
                  conflict_cb, NULL);
      return FALSE;
    }
  if (kumoji_list_find (kumoji_project_get_catalogs (self->project), id) != NULL)
    {
      body = g_strdup_printf (_("The project has a checklist “%s”. Replace its questions and keep "
                                 "the answers, or add this one beside it as “%s”?"),
                              id, other);
      kumoji_ask (GTK_WIDGET (self), _("The checklist is there already"), body, own_replies,
                  "other", conflict_cb, NULL);
      return FALSE;
    }
  return TRUE;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiAddCatalogDialog *self = KUMOJI_ADD_CATALOG_DIALOG (widget);
  KumojiRecord *title;
  g_autoptr (KumojiCatalog) catalog = NULL;

  if (self->import == NULL)
    return;
  kumoji_field_commit (GTK_ROOT (self));
  title = kumoji_record_get_record (self->import->catalog, "title");
  catalog = kumoji_own_catalog_read (self->import->catalog);
  /* The form says what is missing. */
  if (catalog == NULL || *kumoji_wording_get (title, KUMOJI_LANGUAGE_JA) == '\0')
    kumoji_own_form_focus_title (self->form);
  else if (check_id (self))
    embed (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiAddCatalogDialog *self = KUMOJI_ADD_CATALOG_DIALOG (widget);

  drop_draft (self);
  show_page (self, FALSE);
}

/* --- Where it comes from ---------------------------------------------------------------------- */

static void
new_cb (KumojiAddCatalogDialog *self)
{
  g_autofree char *id = kumoji_own_dup_free_id (self->project, NULL);
  g_autoptr (KumojiHistory) history = kumoji_history_new ();
  KumojiRecord *catalog = kumoji_own_catalog_new (id);

  kumoji_history_set_text (history, catalog, "kind", "checklist");
  kumoji_history_set_text (history, catalog, "subject", "company");
  show_draft (self, kumoji_catalog_import_new (catalog), TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiAddCatalogDialog) self = data;
  g_autoptr (GError) error = NULL;
  KumojiCatalogImport *import = kumoji_catalog_import_load_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      kumoji_catalog_import_free (import);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_visible (self->spinner, FALSE);
  if (import != NULL)
    show_draft (self, import, FALSE);
  else
    kumoji_tell (GTK_WIDGET (self), _("The checklist was not read"), error->message);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    kumoji_add_catalog_dialog_load (KUMOJI_ADD_CATALOG_DIALOG (source), file);
}

static void
file_cb (KumojiAddCatalogDialog *self)
{
  kumoji_chooser_open (GTK_WIDGET (self), _("Choose a checklist"),
                       &kumoji_file_kind_checklist_source, chosen_cb, NULL);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  return row;
}

static void
make_choice (GtkWidget *row, KumojiAddCatalogDialog *self, GCallback callback, gpointer source)
{
  g_object_set_data_full (G_OBJECT (row), "source", g_object_ref (source), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", callback, self);
}

static char *
dup_count (guint n)
{
  return g_strdup_printf (ngettext ("%u item", "%u items", n), n);
}

static void
bundled_cb (AdwActionRow *row, KumojiAddCatalogDialog *self)
{
  KumojiCatalog *catalog = g_object_get_data (G_OBJECT (row), "source");

  show_draft (self,
              kumoji_catalog_import_new (kumoji_own_catalog_new_copy (self->project, catalog)),
              FALSE);
}

static void
list_bundled (KumojiAddCatalogDialog *self)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_library_get_default ());
  KumojiLanguage language = kumoji_language_get_default ();

  for (guint i = 0; i < catalogs->len; i++)
    {
      KumojiCatalog *catalog = catalogs->pdata[i];
      g_autofree char *count = dup_count (kumoji_catalog_get_items (catalog)->len);
      g_autofree char *subtitle =
        g_strdup_printf ("%s · %s",
                         kumoji_kind_get_label (kumoji_catalog_get_kind (catalog), language),
                         count);
      GtkWidget *row =
        add_row (self->bundled_group, kumoji_catalog_get_title (catalog, language), subtitle);
      make_choice (row, self, G_CALLBACK (bundled_cb), catalog);
    }
}

/* A copy: the dialog may come back to its first page, and choose it again. */
static void
shelved_cb (AdwActionRow *row, KumojiAddCatalogDialog *self)
{
  g_autoptr (KumojiSnapshot) snapshot =
    kumoji_record_snapshot (g_object_get_data (G_OBJECT (row), "source"));

  show_draft (self, kumoji_catalog_import_new (kumoji_snapshot_restore (snapshot)), FALSE);
}

static void
list_shelved (KumojiAddCatalogDialog *self, const KumojiShelved *shelved)
{
  g_autofree char *subtitle = NULL;

  if (shelved->catalog == NULL)
    {
      GtkWidget *row = add_row (self->shelf_group, shelved->name, shelved->problem);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_widget_add_css_class (row, "warning");
      return;
    }
  g_autofree char *count = dup_count (kumoji_own_catalog_count_items (shelved->catalog));
  subtitle = g_strdup_printf ("%s · %s", shelved->name, count);
  GtkWidget *row =
    add_row (self->shelf_group,
             kumoji_wording_get (kumoji_record_get_record (shelved->catalog, "title"),
                                 kumoji_language_get_default ()),
             subtitle);
  make_choice (row, self, G_CALLBACK (shelved_cb), shelved->catalog);
}

static void
shelf_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiAddCatalogDialog) self = data;
  g_autoptr (GPtrArray) shelved = kumoji_catalog_shelf_read_finish (result, NULL);

  if (shelved == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  for (guint i = 0; i < shelved->len; i++)
    list_shelved (self, shelved->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->shelf_group), shelved->len > 0);
}

/* --- The window ------------------------------------------------------------------------------- */

static gboolean
kumoji_add_catalog_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (KUMOJI_ADD_CATALOG_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (kumoji_add_catalog_dialog_parent_class)->close_request (window);
}

static void
kumoji_add_catalog_dialog_dispose (GObject *object)
{
  KumojiAddCatalogDialog *self = KUMOJI_ADD_CATALOG_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->draft_history);
  g_clear_pointer (&self->import, kumoji_catalog_import_free);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (kumoji_add_catalog_dialog_parent_class)->dispose (object);
}

static void
kumoji_add_catalog_dialog_finalize (GObject *object)
{
  g_object_unref (KUMOJI_ADD_CATALOG_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (kumoji_add_catalog_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/kumoji/Kumoji/kumoji-add-catalog-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, KumojiAddCatalogDialog, name)
  BIND (stack);
  BIND (spinner);
  BIND (add_button);
  BIND (back_button);
  BIND (shelf_group);
  BIND (bundled_group);
  BIND (report);
  BIND (form);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_cb);
}

static void
kumoji_add_catalog_dialog_class_init (KumojiAddCatalogDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_add_catalog_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kumoji_add_catalog_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kumoji_add_catalog_dialog_close_request;

  /**
   * KumojiAddCatalogDialog::added:
   * @self: the dialog
   * @catalog: the own catalog, in the project now
   * @is_new: whether it asks nothing yet
   */
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, KUMOJI_TYPE_RECORD, G_TYPE_BOOLEAN);

  g_type_ensure (KUMOJI_TYPE_IMPORT_REPORT);
  g_type_ensure (KUMOJI_TYPE_OWN_FORM);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "add-catalog.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "add-catalog.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_add_catalog_dialog_init (KumojiAddCatalogDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_add_catalog_dialog_new:
 * @parent: (nullable): the window over which it opens
 * @project: the project
 *
 * Returns: (transfer none): a dialog, to be presented
 */
KumojiAddCatalogDialog *
kumoji_add_catalog_dialog_new (GtkWindow *parent, KumojiProject *project)
{
  KumojiAddCatalogDialog *self =
    g_object_new (KUMOJI_TYPE_ADD_CATALOG_DIALOG, "transient-for", parent, NULL);
  g_autofree char *shelf = kumoji_catalog_shelf_get_path ();

  self->project = g_object_ref (project);
  list_bundled (self);
  kumoji_catalog_shelf_read_async (shelf, self->cancellable, shelf_read_cb, g_object_ref (self));
  return self;
}

/**
 * kumoji_add_catalog_dialog_load:
 * @self: a dialog
 * @file: a checklist (JSON), or a table (CSV)
 *
 * Shows what is in it, or tells what is wrong with it.
 */
void
kumoji_add_catalog_dialog_load (KumojiAddCatalogDialog *self, GFile *file)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_visible (self->spinner, TRUE);
  kumoji_catalog_import_load_async (file, self->cancellable, loaded_cb, g_object_ref (self));
}

/**
 * kumoji_add_catalog_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what was chosen and is not added yet
 */
KumojiRecord *
kumoji_add_catalog_dialog_get_draft (KumojiAddCatalogDialog *self)
{
  return self->import != NULL ? self->import->catalog : NULL;
}
