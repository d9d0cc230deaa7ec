/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A find bar: words that are looked for on the pages of a document. */
#include "config.h"

#include "app/widgets/kumoji-find-bar.h"

#include <glib/gi18n.h>

struct _KumojiFindBar
{
  AdwBin parent_instance;

  KumojiDocument *document;
  GCancellable *cancellable;
  GArray *matches; /* NULL while nothing is looked for */
  guint current;
  guint n; /* places; one may be two matches */

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiFindBar, kumoji_find_bar, ADW_TYPE_BIN)

static void
say (KumojiFindBar *self)
{
  g_autofree char *text = NULL;

  if (self->matches == NULL)
    text = g_strdup ("");
  else if (self->n == 0)
    text = g_strdup (_("Not found"));
  else
    /* Translators: which of the places where the words stand, and how many there are */
    text = g_strdup_printf (_("%u of %u"), self->current + 1, self->n);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_sensitive (self->previous, self->n > 0);
  gtk_widget_set_sensitive (self->next, self->n > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_matches (KumojiFindBar *self, GArray *matches)
{
  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = matches;
  self->n = matches != NULL && matches->len > 0
              ? g_array_index (matches, KumojiMatch, matches->len - 1).number + 1
              : 0;
  if (self->current >= self->n)
    self->current = 0;
  say (self);
}

typedef struct
{
  KumojiDocument *document;
  char *words;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->document);
  g_free (question->words);
  g_free (question);
}

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;

  g_task_return_pointer (task,
                         kumoji_search_find (question->document, question->words, cancellable),
                         (GDestroyNotify) g_array_unref);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GArray *matches = g_task_propagate_pointer (G_TASK (result), NULL);

  if (matches != NULL)
    set_matches (KUMOJI_FIND_BAR (source), matches);
}

static void
find (KumojiFindBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GTask) task = NULL;
  Question *question;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->document == NULL || *words == '\0' || !gtk_search_bar_get_search_mode (self->bar))
    {
      set_matches (self, NULL);
      return;
    }
  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->document = g_object_ref (self->document);
  question->words = g_strdup (words);
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_task_data (task, question, free_question);
  g_task_run_in_thread (task, find_thread);
}

static void
search_cb (KumojiFindBar *self)
{
  self->current = 0;
  find (self);
}

static void
next_cb (KumojiFindBar *self)
{
  kumoji_find_bar_step (self, 1);
}

static void
previous_cb (KumojiFindBar *self)
{
  kumoji_find_bar_step (self, -1);
}

static void
kumoji_find_bar_dispose (GObject *object)
{
  KumojiFindBar *self = KUMOJI_FIND_BAR (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (kumoji_find_bar_parent_class)->dispose (object);
}

static void
kumoji_find_bar_class_init (KumojiFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_find_bar_dispose;

  /**
   * KumojiFindBar::changed:
   * @self: the bar
   *
   * Other words are found, or another place is the current one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, KumojiFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, KumojiFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, KumojiFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, KumojiFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
}

static void
kumoji_find_bar_init (KumojiFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}

/**
 * kumoji_find_bar_set_document:
 * @self: a bar
 * @document: (nullable): where it looks; the words are looked for again
 */
void
kumoji_find_bar_set_document (KumojiFindBar *self, KumojiDocument *document)
{
  if (g_set_object (&self->document, document))
    find (self);
}

/**
 * kumoji_find_bar_open:
 * @self: a bar
 *
 * Shows itself, ready to type in.
 */
void
kumoji_find_bar_open (KumojiFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * kumoji_find_bar_step:
 * @self: a bar
 * @step: 1 for the next place, -1 for the one before; it goes round
 */
void
kumoji_find_bar_step (KumojiFindBar *self, int step)
{
  if (self->n == 0)
    return;
  self->current = (self->current + self->n + (guint) step) % self->n;
  say (self);
}

/**
 * kumoji_find_bar_get_matches:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable) (element-type KumojiMatch): what is found
 */
GArray *
kumoji_find_bar_get_matches (KumojiFindBar *self)
{
  return self->matches;
}

/**
 * kumoji_find_bar_get_current:
 * @self: a bar
 *
 * Returns: (nullable): the place to look at
 */
const KumojiMatch *
kumoji_find_bar_get_current (KumojiFindBar *self)
{
  for (guint i = 0; self->matches != NULL && i < self->matches->len; i++)
    if (g_array_index (self->matches, KumojiMatch, i).number == self->current)
      return &g_array_index (self->matches, KumojiMatch, i);
  return NULL;
}
