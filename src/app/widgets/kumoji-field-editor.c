/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field editor: what all widgets have in common that edit one field through a link. */
#include "config.h"

#include "app/widgets/kumoji-field-editor.h"

typedef struct
{
  KumojiFieldLink *link;
} KumojiFieldEditorPrivate;

enum
{
  PROP_LINK = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KumojiFieldEditor, kumoji_field_editor, GTK_TYPE_WIDGET)

static KumojiFieldEditorPrivate *
priv_of (KumojiFieldEditor *self)
{
  return kumoji_field_editor_get_instance_private (self);
}

static GtkWidget *
get_input (KumojiFieldEditor *self)
{
  return KUMOJI_FIELD_EDITOR_GET_CLASS (self)->get_input (self);
}

static void
link_changed_cb (KumojiFieldEditor *self)
{
  KUMOJI_FIELD_EDITOR_GET_CLASS (self)->show (self);
}

static void
link_error_changed_cb (KumojiFieldEditor *self)
{
  KumojiFieldEditorClass *klass = KUMOJI_FIELD_EDITOR_GET_CLASS (self);
  GtkWidget *frame = klass->get_frame != NULL ? klass->get_frame (self) : get_input (self);
  gboolean has_error = kumoji_field_link_get_error (priv_of (self)->link) != NULL;

  if (has_error)
    gtk_widget_add_css_class (frame, "error");
  else
    gtk_widget_remove_css_class (frame, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (get_input (self)), GTK_ACCESSIBLE_STATE_INVALID,
                               has_error ? GTK_ACCESSIBLE_INVALID_TRUE
                                         : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static gboolean
kumoji_field_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_input (KUMOJI_FIELD_EDITOR (widget)));
}

static void
set_link (KumojiFieldEditor *self, KumojiFieldLink *link)
{
  if (link == NULL)
    return;
  priv_of (self)->link = g_object_ref (link);
  g_signal_connect_object (link, "changed", G_CALLBACK (link_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "error-changed", G_CALLBACK (link_error_changed_cb), self,
                           G_CONNECT_SWAPPED);
  link_changed_cb (self);
}

static void
kumoji_field_editor_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINK:
      set_link (KUMOJI_FIELD_EDITOR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_field_editor_dispose (GObject *object)
{
  KumojiFieldEditorPrivate *priv = priv_of (KUMOJI_FIELD_EDITOR (object));
  GtkWidget *child;

  if (priv->link != NULL)
    g_signal_handlers_disconnect_by_data (priv->link, object);
  g_clear_object (&priv->link);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kumoji_field_editor_parent_class)->dispose (object);
}

static void
kumoji_field_editor_class_init (KumojiFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = kumoji_field_editor_set_property;
  object_class->dispose = kumoji_field_editor_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = kumoji_field_editor_grab_focus;

  properties[PROP_LINK] =
    g_param_spec_object ("link", NULL, NULL, KUMOJI_TYPE_FIELD_LINK,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kumoji_field_editor_init (KumojiFieldEditor *self)
{
}

/**
 * kumoji_field_editor_get_link:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what it edits through; %NULL once it is disposed of
 */
KumojiFieldLink *
kumoji_field_editor_get_link (KumojiFieldEditor *self)
{
  return priv_of (self)->link;
}
