/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pane: one page of the sidebar, showing one project. */
#include "app/kumoji-pane.h"

typedef struct
{
  KumojiProject *project;
  gulong changed_id;
  guint idle_id;
} KumojiPanePrivate;

enum
{
  PROP_PROJECT = 1,
  N_PROPS
};

enum
{
  SUBTITLE_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KumojiPane, kumoji_pane, ADW_TYPE_BIN)

static KumojiPanePrivate *
priv_of (KumojiPane *self)
{
  return kumoji_pane_get_instance_private (self);
}

static gboolean
refresh_cb (gpointer data)
{
  KumojiPane *self = KUMOJI_PANE (data);
  KumojiPanePrivate *priv = priv_of (self);

  priv->idle_id = 0;
  if (priv->project != NULL && KUMOJI_PANE_GET_CLASS (self)->refresh != NULL)
    KUMOJI_PANE_GET_CLASS (self)->refresh (self);
  return G_SOURCE_REMOVE;
}

/**
 * kumoji_pane_queue_refresh:
 * @self: a pane
 *
 * Asks for one refresh once the main loop is idle, however often it is called before. A pane that
 * is out of sight waits until it is shown.
 */
void
kumoji_pane_queue_refresh (KumojiPane *self)
{
  KumojiPanePrivate *priv = priv_of (self);

  if (priv->idle_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, refresh_cb, self, NULL);
}

static void
kumoji_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kumoji_pane_parent_class)->map (widget);
  kumoji_pane_queue_refresh (KUMOJI_PANE (widget));
}

static void
kumoji_pane_real_set_project (KumojiPane *self, KumojiProject *project)
{
  KumojiPanePrivate *priv = priv_of (self);

  if (priv->project != NULL)
    g_clear_signal_handler (&priv->changed_id, kumoji_project_get_history (priv->project));
  g_set_object (&priv->project, project);
  if (project != NULL)
    priv->changed_id = g_signal_connect_swapped (kumoji_project_get_history (project), "changed",
                                                 G_CALLBACK (kumoji_pane_queue_refresh), self);
  kumoji_pane_queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}

static void
kumoji_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, kumoji_pane_get_project (KUMOJI_PANE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROJECT:
      kumoji_pane_set_project (KUMOJI_PANE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_pane_dispose (GObject *object)
{
  KumojiPane *self = KUMOJI_PANE (object);
  KumojiPanePrivate *priv = priv_of (self);

  if (priv->project != NULL)
    g_clear_signal_handler (&priv->changed_id, kumoji_project_get_history (priv->project));
  g_clear_handle_id (&priv->idle_id, g_source_remove);
  g_clear_object (&priv->project);

  G_OBJECT_CLASS (kumoji_pane_parent_class)->dispose (object);
}

static void
kumoji_pane_class_init (KumojiPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kumoji_pane_get_property;
  object_class->set_property = kumoji_pane_set_property;
  object_class->dispose = kumoji_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = kumoji_pane_map;
  klass->set_project = kumoji_pane_real_set_project;

  properties[PROP_PROJECT] =
    g_param_spec_object ("project", NULL, NULL, KUMOJI_TYPE_PROJECT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KumojiPane::subtitle-changed:
   * @self: the pane
   *
   * What kumoji_pane_dup_subtitle() says is another than before, without an edit.
   */
  signals[SUBTITLE_CHANGED] = g_signal_new ("subtitle-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kumoji_pane_init (KumojiPane *self)
{
}

/**
 * kumoji_pane_get_project:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): what it shows
 */
KumojiProject *
kumoji_pane_get_project (KumojiPane *self)
{
  return priv_of (self)->project;
}

/**
 * kumoji_pane_set_project:
 * @self: a pane
 * @project: (nullable): what it shall show
 */
void
kumoji_pane_set_project (KumojiPane *self, KumojiProject *project)
{
  if (priv_of (self)->project != project)
    KUMOJI_PANE_GET_CLASS (self)->set_project (self, project);
}

/**
 * kumoji_pane_get_history:
 * @self: a pane
 *
 * Returns: (transfer none): through which its project is changed
 */
KumojiHistory *
kumoji_pane_get_history (KumojiPane *self)
{
  return kumoji_project_get_history (priv_of (self)->project);
}

/**
 * kumoji_pane_go_to:
 * @self: a pane
 * @target: a place in it, in its own words
 */
void
kumoji_pane_go_to (KumojiPane *self, const char *target)
{
  if (KUMOJI_PANE_GET_CLASS (self)->go_to != NULL)
    KUMOJI_PANE_GET_CLASS (self)->go_to (self, target);
}

/**
 * kumoji_pane_find:
 * @self: a pane
 *
 * Opens the pane's own search, ready to type in.
 *
 * Returns: whether it has one, and something to search
 */
gboolean
kumoji_pane_find (KumojiPane *self)
{
  return KUMOJI_PANE_GET_CLASS (self)->find != NULL && KUMOJI_PANE_GET_CLASS (self)->find (self);
}

/**
 * kumoji_pane_dup_subtitle:
 * @self: a pane
 *
 * Returns: (transfer full) (nullable): what the header bar says below the page's title
 */
char *
kumoji_pane_dup_subtitle (KumojiPane *self)
{
  if (priv_of (self)->project == NULL || KUMOJI_PANE_GET_CLASS (self)->dup_subtitle == NULL)
    return NULL;
  return KUMOJI_PANE_GET_CLASS (self)->dup_subtitle (self);
}

/**
 * kumoji_pane_subtitle_changed:
 * @self: a pane
 *
 * For panes themselves: another part of the pane is shown, so that its subtitle is another.
 */
void
kumoji_pane_subtitle_changed (KumojiPane *self)
{
  g_signal_emit (self, signals[SUBTITLE_CHANGED], 0);
}

/**
 * kumoji_pane_ask_for:
 * @self: a pane
 * @page: the id of another page, e.g. "checklists"
 * @target: a place in that page, "" for the page itself
 *
 * Asks the window to show another page: every figure leads to the place that it comes from.
 */
void
kumoji_pane_ask_for (KumojiPane *self, const char *page, const char *target)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "(ss)", page, target);
}
