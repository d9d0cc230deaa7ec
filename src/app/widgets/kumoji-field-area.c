/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field area: edits a text of several lines, and grows with it. */
#include "config.h"

#include "app/widgets/kumoji-field-area.h"

struct _KumojiFieldArea
{
  KumojiFieldEditor parent_instance;

  gboolean showing; /* we change the text ourselves */

  GtkTextView *view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (KumojiFieldArea, kumoji_field_area, KUMOJI_TYPE_FIELD_EDITOR)

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
kumoji_field_area_show (KumojiFieldEditor *editor)
{
  KumojiFieldArea *self = KUMOJI_FIELD_AREA (editor);
  const KumojiField *field =
    kumoji_field_link_get_description (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));

  if (field == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kumoji_field_get_label (field, kumoji_language_get_default ()),
                                  -1);
  show_text (self, kumoji_field_link_get_text (
                     kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self))));
}

static void
changed_cb (KumojiFieldArea *self)
{
  g_autofree char *text = NULL;

  if (self->showing || kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)) == NULL)
    return;
  text = dup_text (self);
  kumoji_field_link_write (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)), text);
}

static void
focus_leave_cb (KumojiFieldArea *self)
{
  if (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)) != NULL)
    kumoji_field_link_seal (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));
}

static GtkWidget *
kumoji_field_area_get_input (KumojiFieldEditor *editor)
{
  return GTK_WIDGET (KUMOJI_FIELD_AREA (editor)->view);
}

static GtkWidget *
kumoji_field_area_get_frame (KumojiFieldEditor *editor)
{
  return GTK_WIDGET (editor);
}

static void
kumoji_field_area_class_init (KumojiFieldAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KumojiFieldEditorClass *editor_class = KUMOJI_FIELD_EDITOR_CLASS (klass);

  editor_class->show = kumoji_field_area_show;
  editor_class->get_input = kumoji_field_area_get_input;
  editor_class->get_frame = kumoji_field_area_get_frame;

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
