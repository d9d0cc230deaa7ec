/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field entry: edits a text, an integer or a date in one line. */
#include "config.h"

#include "app/widgets/kumoji-field-entry.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "project/kumoji-day.h"

struct _KumojiFieldEntry
{
  KumojiFieldEditor parent_instance;

  gboolean showing; /* we change the text ourselves */
  gboolean pending; /* what is typed is not written yet */

  GtkEntry *entry;
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (KumojiFieldEntry, kumoji_field_entry, KUMOJI_TYPE_FIELD_EDITOR)

static KumojiFieldType
get_field_type (KumojiFieldEntry *self)
{
  const KumojiField *field =
    kumoji_field_link_get_description (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));

  return field != NULL ? field->type : KUMOJI_FIELD_TEXT;
}

/* Puts @text into the entry and leaves the cursor behind what is new. */
static void
show_text (KumojiFieldEntry *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  const char *old = gtk_editable_get_text (editable);

  if (g_str_equal (old, text))
    return;

  const char *old_end = old + strlen (old), *new_end = text + strlen (text);
  while (old_end > old && new_end > text && old_end[-1] == new_end[-1])
    old_end--, new_end--;
  while (*new_end != '\0' && ((guchar) *new_end & 0xC0) == 0x80)
    new_end++;
  int position = (int) g_utf8_pointer_to_offset (text, new_end);

  self->showing = TRUE;
  gtk_editable_set_text (editable, text);
  gtk_editable_set_position (editable, position);
  self->showing = FALSE;
}

static void
show_value (KumojiFieldEntry *self)
{
  g_autofree char *text =
    kumoji_field_link_dup_shown (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));

  self->pending = FALSE;
  show_text (self, text);
}

/* The entry's look follows the field's type. */
static void
show_type (KumojiFieldEntry *self)
{
  const KumojiField *field =
    kumoji_field_link_get_description (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));
  gboolean is_date = field != NULL && field->type == KUMOJI_FIELD_DATE;
  gboolean is_integer = field != NULL && field->type == KUMOJI_FIELD_INTEGER;
  const char *placeholder = NULL;

  if (is_date)
    /* Translators: how a date is typed; keep the order, for it is that of ISO 8601. */
    placeholder = _("YYYY-MM-DD");
  else if (is_integer)
    placeholder = field->unit == KUMOJI_UNIT_YEN ? "¥0" : "0";
  gtk_entry_set_placeholder_text (self->entry, placeholder);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), is_integer ? 1.0f : 0.0f);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), is_date || is_integer ? 11 : 5);
  gtk_entry_set_input_purpose (self->entry,
                               is_integer ? GTK_INPUT_PURPOSE_NUMBER : GTK_INPUT_PURPOSE_FREE_FORM);
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_button), is_date);
  if (is_integer)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  if (field != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    kumoji_field_get_label (field, kumoji_language_get_default ()),
                                    -1);
}

static void
kumoji_field_entry_show (KumojiFieldEditor *editor)
{
  KumojiFieldEntry *self = KUMOJI_FIELD_ENTRY (editor);

  show_type (self);
  show_value (self);
}

/* What the field shall be given for what is typed: a date that is understood goes as ISO 8601. */
static char *
dup_typed (KumojiFieldEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  char *iso = get_field_type (self) == KUMOJI_FIELD_DATE ? kumoji_day_to_iso (text) : NULL;

  return iso != NULL ? iso : g_strdup (text);
}

/**
 * kumoji_field_entry_commit:
 * @self: an entry
 *
 * Writes what is typed and not written yet. What the field may not hold stays as it was typed.
 */
void
kumoji_field_entry_commit (KumojiFieldEntry *self)
{
  g_autofree char *typed = NULL;

  if (!self->pending || kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)) == NULL)
    return;
  typed = dup_typed (self);
  if (kumoji_field_link_write (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)), typed))
    show_value (self);
}

/**
 * kumoji_field_entry_dup_pending:
 * @self: an entry
 *
 * Returns: (transfer full) (nullable): what the field would be given now for what is typed and not
 *   written yet; %NULL where nothing is, or the field may not hold it
 */
char *
kumoji_field_entry_dup_pending (KumojiFieldEntry *self)
{
  KumojiFieldLink *link = kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self));
  g_autofree char *typed = self->pending && link != NULL ? dup_typed (self) : NULL;

  return typed != NULL && kumoji_field_link_check (link, typed) ? g_steal_pointer (&typed) : NULL;
}

static gboolean
has_focus_within (KumojiFieldEntry *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Text is written as it is typed. Integers and dates are written once they are complete: "2" is not
 * what somebody means who types "2,000". */
static void
changed_cb (KumojiFieldEntry *self)
{
  g_autofree char *typed = NULL;

  if (self->showing || kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)) == NULL)
    return;
  self->pending = TRUE;
  if (get_field_type (self) == KUMOJI_FIELD_TEXT)
    {
      self->pending =
        !kumoji_field_link_write (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)),
                                  gtk_editable_get_text (GTK_EDITABLE (self->entry)));
      return;
    }
  if (!has_focus_within (self))
    {
      kumoji_field_entry_commit (self);
      return;
    }
  typed = dup_typed (self);
  if (kumoji_field_link_check (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)), typed))
    kumoji_field_link_clear_error (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));
}

static void
activate_cb (KumojiFieldEntry *self)
{
  kumoji_field_entry_commit (self);
  kumoji_field_link_seal (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));
}

static void
focus_leave_cb (KumojiFieldEntry *self)
{
  if (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)) == NULL)
    return;
  kumoji_field_entry_commit (self);
  kumoji_field_link_seal (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));
}

/* Escape gives up what is typed; where nothing is, it goes on to the dialog or the window. */
static gboolean
key_pressed_cb (KumojiFieldEntry *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !self->pending)
    return GDK_EVENT_PROPAGATE;
  show_value (self);
  kumoji_field_link_clear_error (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));
  return GDK_EVENT_STOP;
}

/* The calendar opens on the day that stands in the entry. */
static void
calendar_shown_cb (KumojiFieldEntry *self)
{
  g_autofree char *iso = dup_typed (self);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = NULL;

  if (kumoji_date_is_valid (iso))
    day = g_date_time_new (zone, atoi (iso), atoi (iso + 5), atoi (iso + 8), 12, 0, 0);
  else
    day = g_date_time_new_now (zone);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->showing = FALSE;
}

static void
day_selected_cb (KumojiFieldEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  if (self->showing)
    return;
  if (kumoji_field_link_write (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)), iso))
    show_value (self);
  kumoji_field_link_seal (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));
  gtk_menu_button_popdown (self->calendar_button);
}

static GtkWidget *
kumoji_field_entry_get_input (KumojiFieldEditor *editor)
{
  return GTK_WIDGET (KUMOJI_FIELD_ENTRY (editor)->entry);
}

static void
kumoji_field_entry_class_init (KumojiFieldEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KumojiFieldEditorClass *editor_class = KUMOJI_FIELD_EDITOR_CLASS (klass);

  editor_class->show = kumoji_field_entry_show;
  editor_class->get_input = kumoji_field_entry_get_input;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-field-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldEntry, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldEntry, calendar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
kumoji_field_entry_init (KumojiFieldEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_field_entry_new:
 * @link: what it edits: a text, an integer or a date
 *
 * Returns: (transfer floating): an entry
 */
GtkWidget *
kumoji_field_entry_new (KumojiFieldLink *link)
{
  return g_object_new (KUMOJI_TYPE_FIELD_ENTRY, "link", link, NULL);
}

/**
 * kumoji_field_entry_get_editable:
 * @self: an entry
 *
 * Returns: (transfer none): where the text stands
 */
GtkEditable *
kumoji_field_entry_get_editable (KumojiFieldEntry *self)
{
  return GTK_EDITABLE (self->entry);
}
