/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field area: edits a text of several lines, and grows with it. */
#include "config.h"

#include "app/widgets/kumoji-field-area.h"

struct _KumojiFieldArea
{
  GtkWidget parent_instance;

  KumojiFieldLink *link;
  gboolean showing; /* we change the text ourselves */

  GtkTextView *view;
  GtkTextBuffer *buffer;
};

enum
{
  PROP_LINK = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KumojiFieldArea, kumoji_field_area, GTK_TYPE_WIDGET)

static char *
dup_text (KumojiFieldArea *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* How many characters, not bytes, both begin with. */
static int
count_common (const char *a, const char *b, const char **a_rest, const char **b_rest)
{
  int n = 0;

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      n++;
    }
  *a_rest = a;
  *b_rest = b;
  return n;
}

/* Replaces only what differs, so that the cursor stays where the reader looks. */
static void
show_text (KumojiFieldArea *self, const char *text)
{
  g_autofree char *old = dup_text (self);
  const char *old_rest, *new_rest;
  GtkTextIter from, to;

  if (g_str_equal (old, text))
    return;

  int start = count_common (old, text, &old_rest, &new_rest);
  const char *old_end = old_rest + strlen (old_rest), *new_end = new_rest + strlen (new_rest);
  while (old_end > old_rest && new_end > new_rest
         && g_utf8_get_char (g_utf8_prev_char (old_end))
              == g_utf8_get_char (g_utf8_prev_char (new_end)))
    {
      old_end = g_utf8_prev_char (old_end);
      new_end = g_utf8_prev_char (new_end);
    }

  self->showing = TRUE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to,
                                      start + (int) g_utf8_pointer_to_offset (old_rest, old_end));
  gtk_text_buffer_delete (self->buffer, &from, &to);
  gtk_text_buffer_insert (self->buffer, &from, new_rest, (int) (new_end - new_rest));
  self->showing = FALSE;
}

static void
link_changed_cb (KumojiFieldArea *self)
{
  const KumojiField *field = kumoji_field_link_get_description (self->link);

  if (field == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kumoji_field_get_label (field, kumoji_language_get_default ()),
                                  -1);
  show_text (self, kumoji_field_link_get_text (self->link));
}

static void
link_error_changed_cb (KumojiFieldArea *self)
{
  gboolean has_error = kumoji_field_link_get_error (self->link) != NULL;

  if (has_error)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID,
                               has_error ? GTK_ACCESSIBLE_INVALID_TRUE
                                         : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
changed_cb (KumojiFieldArea *self)
{
  g_autofree char *text = NULL;

  if (self->showing || self->link == NULL)
    return;
  text = dup_text (self);
  kumoji_field_link_write (self->link, text);
}

static void
focus_leave_cb (KumojiFieldArea *self)
{
  if (self->link != NULL)
    kumoji_field_link_seal (self->link);
}

static gboolean
kumoji_field_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KUMOJI_FIELD_AREA (widget)->view));
}

static void
set_link (KumojiFieldArea *self, KumojiFieldLink *link)
{
  if (link == NULL)
    return;
  self->link = g_object_ref (link);
  g_signal_connect_object (link, "changed", G_CALLBACK (link_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "error-changed", G_CALLBACK (link_error_changed_cb), self,
                           G_CONNECT_SWAPPED);
  link_changed_cb (self);
}

static void
kumoji_field_area_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINK:
      set_link (KUMOJI_FIELD_AREA (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_field_area_dispose (GObject *object)
{
  KumojiFieldArea *self = KUMOJI_FIELD_AREA (object);
  GtkWidget *child;

  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_clear_object (&self->link);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kumoji_field_area_parent_class)->dispose (object);
}

static void
kumoji_field_area_class_init (KumojiFieldAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = kumoji_field_area_set_property;
  object_class->dispose = kumoji_field_area_dispose;
  widget_class->grab_focus = kumoji_field_area_grab_focus;

  properties[PROP_LINK] =
    g_param_spec_object ("link", NULL, NULL, KUMOJI_TYPE_FIELD_LINK,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-field-area.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldArea, view);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldArea, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "memo");
}

static void
kumoji_field_area_init (KumojiFieldArea *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_field_area_new:
 * @link: what it edits: a memo, or a text that may be long
 *
 * Returns: (transfer floating): an area
 */
GtkWidget *
kumoji_field_area_new (KumojiFieldLink *link)
{
  return g_object_new (KUMOJI_TYPE_FIELD_AREA, "link", link, NULL);
}

/**
 * kumoji_field_area_get_view:
 * @self: an area
 *
 * Returns: (transfer none): where the text stands
 */
GtkTextView *
kumoji_field_area_get_view (KumojiFieldArea *self)
{
  return self->view;
}
