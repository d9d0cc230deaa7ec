/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compare dialog: what two versions of a project do not say alike, and what to do about it.
 *
 * It changes nothing: whoever opens it is told which reply was given. */
#include "config.h"

#include "app/kumoji-compare-dialog.h"

#include <glib/gi18n.h>

#include "app/kumoji-difference-row.h"

struct _KumojiCompareDialog
{
  AdwWindow parent_instance;

  KumojiDifferenceModel *model; /* NULL until it is worked out */
  GCancellable *cancellable;
  GTask *task; /* what the caller waits for; NULL once it is answered */
  const char *close_reply;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkLabel *before_label;
  GtkLabel *after_label;
  GtkWidget *tools;
  GtkSearchEntry *search_entry;
  GtkBox *kinds_box;
  GtkListView *view;
  GtkActionBar *replies_bar;
};

G_DEFINE_FINAL_TYPE (KumojiCompareDialog, kumoji_compare_dialog, ADW_TYPE_WINDOW)

static int
get_kind (KumojiCompareDialog *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->kinds_box));

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));
  return KUMOJI_DIFFERENCE_ANY_KIND;
}

static void
filter_cb (KumojiCompareDialog *self)
{
  if (self->model == NULL)
    return;
  kumoji_difference_model_set_filter (self->model, get_kind (self),
                                      gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0
                                      ? "differences"
                                      : "not-found");
}

/* One button for all and one for each kind that there is, each with its count. */
static void
add_kind (KumojiCompareDialog *self, int kind, const char *label)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->kinds_box));
  guint n = kumoji_difference_model_get_count (self->model, kind);
  g_autofree char *text = g_strdup_printf ("%s %u", label, n);
  GtkWidget *button;

  if (n == 0)
    return;
  button = gtk_toggle_button_new_with_label (text);
  g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER (kind));
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_box_append (self->kinds_box, button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), first == NULL);
  g_signal_connect_object (button, "toggled", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
}

static void
show_model (KumojiCompareDialog *self, KumojiDifferenceModel *model)
{
  guint n = kumoji_difference_model_get_count (model, KUMOJI_DIFFERENCE_ANY_KIND);
  g_autofree char *count = g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model)));

  self->model = g_object_ref (model);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "differences" : "same");
  gtk_widget_set_visible (self->tools, n > 0);
  adw_window_title_set_subtitle (self->window_title, n > 0 ? count : "");
  add_kind (self, KUMOJI_DIFFERENCE_ANY_KIND, _("All"));
  for (int kind = 0; kind < KUMOJI_N_DIFFERENCE_KINDS; kind++)
    add_kind (self, kind, kumoji_difference_kind_get_label (kind, kumoji_language_get_default ()));
}

/* --- The comparison, in a thread -------------------------------------------------------------- */

/* No widget in it: the thread may be the last that holds it. */
typedef struct
{
  GWeakRef dialog;
  KumojiSnapshot *before;
  KumojiSnapshot *after;
} Sides;

static void
sides_free (Sides *sides)
{
  g_weak_ref_clear (&sides->dialog);
  kumoji_snapshot_free (sides->before);
  kumoji_snapshot_free (sides->after);
  g_free (sides);
}

static void
compare_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Sides *sides = task_data;
  g_autoptr (KumojiProject) before = kumoji_project_new_from_snapshot (sides->before);
  g_autoptr (KumojiProject) after = kumoji_project_new_from_snapshot (sides->after);
  g_autoptr (GPtrArray) differences =
    kumoji_differences_new (before, after, kumoji_project_get_library (after),
                            kumoji_language_get_default ());

  g_task_return_pointer (task, kumoji_difference_model_new (differences), g_object_unref);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sides *sides = g_task_get_task_data (G_TASK (result));
  g_autoptr (KumojiDifferenceModel) model = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (KumojiCompareDialog) self = g_weak_ref_get (&sides->dialog);

  /* Nothing comes where the dialog was closed meanwhile. */
  if (model != NULL && self != NULL)
    show_model (self, model);
}

static void
start (KumojiCompareDialog *self, KumojiSnapshot *before, KumojiSnapshot *after)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, compared_cb, NULL);
  Sides *sides = g_new0 (Sides, 1);

  g_weak_ref_init (&sides->dialog, self);
  sides->before = before;
  sides->after = after;
  g_task_set_task_data (task, sides, (GDestroyNotify) sides_free);
  g_task_run_in_thread (task, compare_thread);
}

/* --- Replies ---------------------------------------------------------------------------------- */

static void
answer (KumojiCompareDialog *self, const char *reply)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_pointer (task, (gpointer) g_intern_string (reply), NULL);
}

static void
reply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiCompareDialog *self = KUMOJI_COMPARE_DIALOG (widget);

  g_object_ref (self);
  answer (self, g_variant_get_string (parameter, NULL));
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

/* The first reply, by which nothing is lost, stands apart from the others. */
static void
add_reply (KumojiCompareDialog *self, const KumojiReply *reply, gboolean is_first)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_(reply->label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "compare.reply");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", reply->id);
  if (reply->appearance == ADW_RESPONSE_SUGGESTED)
    gtk_widget_add_css_class (button, "suggested-action");
  else if (reply->appearance == ADW_RESPONSE_DESTRUCTIVE)
    gtk_widget_add_css_class (button, "destructive-action");
  if (is_first)
    gtk_action_bar_pack_start (self->replies_bar, button);
  else
    gtk_action_bar_pack_end (self->replies_bar, button);
}

static gboolean
kumoji_compare_dialog_close_request (GtkWindow *window)
{
  KumojiCompareDialog *self = KUMOJI_COMPARE_DIALOG (window);

  answer (self, self->close_reply);
  return GTK_WINDOW_CLASS (kumoji_compare_dialog_parent_class)->close_request (window);
}

/* The parent may be destroyed, and the dialog with it. */
static void
kumoji_compare_dialog_dispose (GObject *object)
{
  KumojiCompareDialog *self = KUMOJI_COMPARE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  answer (self, self->close_reply);

  G_OBJECT_CLASS (kumoji_compare_dialog_parent_class)->dispose (object);
}

static void
kumoji_compare_dialog_finalize (GObject *object)
{
  KumojiCompareDialog *self = KUMOJI_COMPARE_DIALOG (object);

  g_clear_object (&self->model);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (kumoji_compare_dialog_parent_class)->finalize (object);
}

static void
kumoji_compare_dialog_class_init (KumojiCompareDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kumoji_compare_dialog_dispose;
  object_class->finalize = kumoji_compare_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kumoji_compare_dialog_close_request;

  g_type_ensure (KUMOJI_TYPE_DIFFERENCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiCompareDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompareDialog, before_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompareDialog, after_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompareDialog, tools);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompareDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompareDialog, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompareDialog, view);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompareDialog, replies_bar);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_install_action (widget_class, "compare.reply", "s", reply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_compare_dialog_init (KumojiCompareDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->close_reply = KUMOJI_COMPARE_CLOSE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_compare_dialog_present:
 * @parent: the window over which it opens
 * @title: what is compared, short
 * @before_name: what the one side is, e.g. "File of 12:03"
 * @before: (transfer full): what it says
 * @after_name: what the other side is, e.g. "This window"
 * @after: (transfer full): what it says
 * @replies: (nullable): what can be answered, as of kumoji_ask(): closing the dialog means the
 *   first one; %NULL where there is only something to look at
 * @callback: (nullable): called once it is answered or closed, with @parent
 * @data: passed to @callback
 *
 * Shows what differs. Both sides are compared in another thread.
 *
 * Returns: (transfer none): the dialog
 */
KumojiCompareDialog *
kumoji_compare_dialog_present (GtkWindow *parent,
                               const char *title,
                               const char *before_name,
                               KumojiSnapshot *before,
                               const char *after_name,
                               KumojiSnapshot *after,
                               const KumojiReply *replies,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  KumojiCompareDialog *self =
    g_object_new (KUMOJI_TYPE_COMPARE_DIALOG, "transient-for", parent, "title", title, NULL);

  self->task = g_task_new (parent, NULL, callback, data);
  adw_window_title_set_title (self->window_title, title);
  gtk_label_set_label (self->before_label, before_name);
  gtk_label_set_label (self->after_label, after_name);
  if (replies != NULL)
    self->close_reply = replies->id;
  for (const KumojiReply *reply = replies; reply != NULL && reply->label != NULL; reply++)
    add_reply (self, reply, reply == replies);
  gtk_widget_set_visible (GTK_WIDGET (self->replies_bar), replies != NULL);
  start (self, before, after);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * kumoji_compare_dialog_finish:
 * @result: what the callback of kumoji_compare_dialog_present() was given
 *
 * Returns: the id of the reply; %KUMOJI_COMPARE_CLOSE where there were none
 */
const char *
kumoji_compare_dialog_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * kumoji_compare_dialog_get_model:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what differs, once that is worked out
 */
KumojiDifferenceModel *
kumoji_compare_dialog_get_model (KumojiCompareDialog *self)
{
  return self->model;
}
