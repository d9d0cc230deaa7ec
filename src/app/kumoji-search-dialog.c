/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search dialog: words that are looked for in all that is asked, answered and listed. The
 * keyboard stays in the entry: the arrows choose, Enter goes there, Escape closes. */
#include "config.h"

#include "app/kumoji-search-dialog.h"

#include <glib/gi18n.h>

#include "app/kumoji-search-row.h"

/* How many of a group are shown at first, and once the rest of it was asked for. */
#define MOST 6
#define MOST_MORE 100

/* What was looked for last is there again: often there are several places to go through. */
#define WORDS_KEY "kumoji-search-words"

struct _KumojiSearchDialog
{
  AdwWindow parent_instance;

  KumojiWindow *window; /* over which we stand; goes after us */
  KumojiFindSource *source;
  GCancellable *cancellable;
  KumojiFindings *findings;
  gboolean shows_more[KUMOJI_N_FIND_GROUPS];

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (KumojiSearchDialog, kumoji_search_dialog, ADW_TYPE_WINDOW)

static KumojiSearchRow *
get_row (KumojiSearchDialog *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  return row != NULL ? KUMOJI_SEARCH_ROW (row) : NULL;
}

/* The row at @position: rows are filled anew, for making them costs more. */
static KumojiSearchRow *
ensure_row (KumojiSearchDialog *self, int position)
{
  KumojiSearchRow *row = get_row (self, position);

  if (row == NULL)
    {
      row = KUMOJI_SEARCH_ROW (kumoji_search_row_new ());
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }
  return row;
}

static int
show_group (KumojiSearchDialog *self, KumojiFindGroup group, int position)
{
  GPtrArray *found = self->findings->found[group];
  const guint n = self->findings->n[group];
  const guint n_shown = MIN (found->len, self->shows_more[group] ? MOST_MORE : MOST);

  if (n == 0)
    return position;
  kumoji_search_row_set_heading (ensure_row (self, position++), group, n);
  for (guint i = 0; i < n_shown; i++)
    kumoji_search_row_set_found (ensure_row (self, position++), group, found->pdata[i]);
  if (n > n_shown)
    kumoji_search_row_set_more (ensure_row (self, position++), group, n - n_shown);
  return position;
}

static void
show_findings (KumojiSearchDialog *self)
{
  KumojiSearchRow *row;
  int position = 0;

  for (int group = 0; group < KUMOJI_N_FIND_GROUPS; group++)
    position = show_group (self, group, position);
  while ((row = get_row (self, position)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_stack_set_visible_child_name (self->stack, position > 0 ? "results" : "none");
}

static void
scroll_to (KumojiSearchDialog *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t area;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &area))
    gtk_adjustment_clamp_page (adjustment, area.origin.y, area.origin.y + area.size.height);
}

/* The next row from @position on that can be chosen. */
static void
choose (KumojiSearchDialog *self, int position, int step)
{
  KumojiSearchRow *row;

  for (; (row = get_row (self, position)) != NULL; position += step)
    if (gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (row)))
      {
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
        scroll_to (self, GTK_WIDGET (row));
        return;
      }
  if (step < 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* --- Looking, in a thread --------------------------------------------------------------------- */

/* No widget in it: the thread may be the last that holds it. */
typedef struct
{
  GWeakRef dialog;
  KumojiFindSource *source;
  char *words;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->dialog);
  kumoji_find_source_unref (question->source);
  g_free (question->words);
  g_free (question);
}

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;

  g_task_return_pointer (task,
                         kumoji_find (question->source, question->words, MOST_MORE, cancellable),
                         (GDestroyNotify) kumoji_findings_free);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (KumojiSearchDialog) self = g_weak_ref_get (&question->dialog);
  g_autoptr (KumojiFindings) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL || findings == NULL)
    return;
  g_clear_pointer (&self->findings, kumoji_findings_free);
  self->findings = g_steal_pointer (&findings);
  memset (self->shows_more, 0, sizeof self->shows_more);
  show_findings (self);
  choose (self, 0, 1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
stop (KumojiSearchDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
search_cb (KumojiSearchDialog *self)
{
  g_autofree char *words =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GTask) task = NULL;
  Question *question;

  stop (self);
  g_object_set_data_full (G_OBJECT (self->window), WORDS_KEY, g_strdup (words), g_free);
  if (*words == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "begin");
      return;
    }
  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  g_weak_ref_init (&question->dialog, self);
  question->source = kumoji_find_source_ref (self->source);
  question->words = g_steal_pointer (&words);
  task = g_task_new (NULL, self->cancellable, found_cb, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_thread);
}

/* --- Going there ------------------------------------------------------------------------------ */

/* A service is shown with its first checklist. */
static char *
dup_service_target (KumojiSearchDialog *self, const char *service)
{
  KumojiProject *project = kumoji_session_get_project (kumoji_window_get_session (self->window));
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_project_get_library (project));

  for (guint i = 0; i < catalogs->len; i++)
    if (kumoji_catalog_get_subject (catalogs->pdata[i]) == KUMOJI_SUBJECT_SERVICE)
      return g_strconcat (kumoji_catalog_get_id (catalogs->pdata[i]), "/", service, NULL);
  return g_strdup ("");
}

static void
row_activated_cb (KumojiSearchDialog *self, KumojiSearchRow *row)
{
  const KumojiFindGroup group = kumoji_search_row_get_group (row);
  const char *target = kumoji_search_row_get_target (row);

  if (target == NULL)
    {
      self->shows_more[group] = TRUE;
      show_findings (self);
      return;
    }
  g_autofree char *place =
    group == KUMOJI_FIND_SERVICES ? dup_service_target (self, target) : g_strdup (target);
  g_autoptr (KumojiWindow) window = g_object_ref (self->window);
  gtk_window_close (GTK_WINDOW (self));
  kumoji_window_go_to (window, group == KUMOJI_FIND_ASSETS ? "assets" : "checklists", place);
}

static void
activate_cb (KumojiSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "results"))
    row_activated_cb (self, KUMOJI_SEARCH_ROW (row));
}

static gboolean
key_pressed_cb (KumojiSearchDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  choose (self, gtk_list_box_row_get_index (row) + step, step);
  return GDK_EVENT_STOP;
}

static void
kumoji_search_dialog_dispose (GObject *object)
{
  KumojiSearchDialog *self = KUMOJI_SEARCH_DIALOG (object);

  stop (self);
  g_clear_pointer (&self->source, kumoji_find_source_unref);
  g_clear_pointer (&self->findings, kumoji_findings_free);

  G_OBJECT_CLASS (kumoji_search_dialog_parent_class)->dispose (object);
}

static void
kumoji_search_dialog_class_init (KumojiSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_search_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, KumojiSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiSearchDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, KumojiSearchDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_search_dialog_init (KumojiSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

/**
 * kumoji_search_dialog_new:
 * @window: the window whose project is searched
 *
 * Returns: (transfer none): a dialog with what was looked for last, not shown yet
 */
KumojiSearchDialog *
kumoji_search_dialog_new (KumojiWindow *window)
{
  KumojiSearchDialog *self =
    g_object_new (KUMOJI_TYPE_SEARCH_DIALOG, "transient-for", window, NULL);
  const char *words = g_object_get_data (G_OBJECT (window), WORDS_KEY);

  self->window = window;
  self->source =
    kumoji_find_source_new (kumoji_session_get_project (kumoji_window_get_session (window)),
                            kumoji_language_get_default ());
  if (words != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
    }
  return self;
}
