/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The issued list: the reports that were issued, and how one enters there. */
#include "config.h"

#include "app/pages/kumoji-issued-list.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-chooser.h"
#include "app/kumoji-fingerprinter.h"
#include "app/kumoji-paper-check.h"
#include "app/pages/kumoji-issue-dialog.h"
#include "app/pages/kumoji-issue-row.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-today.h"
#include "project/kumoji-edit.h"

struct _KumojiIssuedList
{
  KumojiPane parent_instance;

  GFile *offered; /* the report that was written last, NULL for none */
  KumojiFingerprinter *fingerprinter;

  GtkListBox *list;
  GtkButton *offer;
  GtkLabel *offer_label;
};

G_DEFINE_FINAL_TYPE (KumojiIssuedList, kumoji_issued_list, KUMOJI_TYPE_PANE)

static GtkWidget *
create_row_cb (gpointer item, gpointer data)
{
  return kumoji_issue_row_new (KUMOJI_ISSUE (item));
}

/* Whether the report that is offered stands in the list: undo offers it anew. */
static gboolean
is_entered (KumojiIssuedList *self)
{
  KumojiList *issued = kumoji_project_get_issued (kumoji_pane_get_project (KUMOJI_PANE (self)));
  g_autofree char *place = g_file_get_parse_name (self->offered);

  for (guint i = 0; i < kumoji_list_get_length (issued); i++)
    if (g_str_equal (kumoji_record_get_text (kumoji_list_get (issued, i), "place"), place))
      return TRUE;
  return FALSE;
}

static void
kumoji_issued_list_refresh (KumojiPane *pane)
{
  KumojiIssuedList *self = KUMOJI_ISSUED_LIST (pane);
  const KumojiFingerprints *now;
  GtkListBoxRow *row;

  gtk_widget_set_visible (GTK_WIDGET (self->offer), self->offered != NULL && !is_entered (self));
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    return; /* nothing to hold the project against */
  now = kumoji_fingerprinter_ask (self->fingerprinter);
  for (int i = 0; now != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    kumoji_issue_row_compare (KUMOJI_ISSUE_ROW (row), now);
}

static void
set_offered (KumojiIssuedList *self, GFile *file)
{
  g_set_object (&self->offered, file);
  gtk_widget_set_visible (GTK_WIDGET (self->offer), file != NULL);
  if (file != NULL)
    {
      g_autofree char *name = kumoji_file_dup_name (file);
      /* Translators: %s is the name of a PDF. */
      g_autofree char *label = g_strdup_printf (_("Enter “%s” as issued…"), name);

      gtk_label_set_label (self->offer_label, label);
    }
}

static void
forget_fingerprinter (KumojiIssuedList *self)
{
  if (self->fingerprinter != NULL)
    g_signal_handlers_disconnect_by_data (self->fingerprinter, self);
  g_clear_object (&self->fingerprinter);
}

static void
kumoji_issued_list_set_project (KumojiPane *pane, KumojiProject *project)
{
  KumojiIssuedList *self = KUMOJI_ISSUED_LIST (pane);

  KUMOJI_PANE_CLASS (kumoji_issued_list_parent_class)->set_project (pane, project);
  forget_fingerprinter (self);
  set_offered (self, NULL);
  if (project == NULL)
    {
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      return;
    }
  self->fingerprinter = g_object_ref (kumoji_fingerprinter_get (project));
  g_signal_connect_swapped (self->fingerprinter, "ready", G_CALLBACK (kumoji_pane_queue_refresh),
                            self);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (kumoji_project_get_issued (project)),
                           create_row_cb, NULL, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiIssuedList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiPaperCheck) check = kumoji_paper_check_finish (result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *today = kumoji_today_new ();

  if (root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (root)))
    return; /* the window was closed meanwhile */
  if (check == NULL)
    kumoji_tell (GTK_WIDGET (self), _("The report cannot be entered"), error->message);
  else
    gtk_window_present (GTK_WINDOW (
      kumoji_issue_dialog_new (GTK_WINDOW (root), kumoji_pane_get_project (KUMOJI_PANE (self)),
                               G_FILE (source), check->paper, today)));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    kumoji_issued_list_enter (KUMOJI_ISSUED_LIST (source), file);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_chooser_open (widget, _("Enter an issued report"), &kumoji_file_kind_pdf, chosen_cb,
                       NULL);
}

static void
enter_offered_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiIssuedList *self = KUMOJI_ISSUED_LIST (widget);

  if (self->offered != NULL)
    kumoji_issued_list_enter (self, self->offered);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (widget));
  KumojiIssue *issue =
    kumoji_list_find (kumoji_project_get_issued (project), g_variant_get_string (parameter, NULL));

  if (issue != NULL)
    kumoji_edit_delete_issue (project, issue);
}

static void
kumoji_issued_list_dispose (GObject *object)
{
  KumojiIssuedList *self = KUMOJI_ISSUED_LIST (object);

  forget_fingerprinter (self);
  g_clear_object (&self->offered);

  G_OBJECT_CLASS (kumoji_issued_list_parent_class)->dispose (object);
}

static void
kumoji_issued_list_class_init (KumojiIssuedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_issued_list_dispose;
  KUMOJI_PANE_CLASS (klass)->set_project = kumoji_issued_list_set_project;
  KUMOJI_PANE_CLASS (klass)->refresh = kumoji_issued_list_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-issued-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiIssuedList, list);
  gtk_widget_class_bind_template_child (widget_class, KumojiIssuedList, offer);
  gtk_widget_class_bind_template_child (widget_class, KumojiIssuedList, offer_label);
  gtk_widget_class_install_action (widget_class, "issued.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "issued.enter-offered", NULL,
                                   enter_offered_action);
  gtk_widget_class_install_action (widget_class, "issued.delete", "s", delete_action);
}

static void
kumoji_issued_list_init (KumojiIssuedList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_issued_list_offer:
 * @self: the list
 * @file: a report that was just written
 *
 * Offers to enter it, until another project is shown.
 */
void
kumoji_issued_list_offer (KumojiIssuedList *self, GFile *file)
{
  set_offered (self, file);
}

/**
 * kumoji_issued_list_enter:
 * @self: the list
 * @file: the PDF of a report
 *
 * Reads it in another thread, and asks in a dialog what it does not say of itself.
 */
void
kumoji_issued_list_enter (KumojiIssuedList *self, GFile *file)
{
  kumoji_paper_check_async (file, kumoji_pane_get_project (KUMOJI_PANE (self)), read_cb,
                            g_object_ref (self));
}
