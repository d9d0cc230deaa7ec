/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item marker: marks the rows of a list by mouse and keyboard.
 *
 * Ctrl and Shift with a click begin it, or Ctrl and Space. Once it has begun, a click on a row
 * marks it, and so does Space; Ctrl+A marks all, Escape ends it. */
#include "config.h"

#include "app/pages/kumoji-item-marker.h"

#include "app/pages/kumoji-item-row.h"
#include "app/pages/kumoji-section-row.h"

/* The line of the row in which @widget is, or which it holds: the focus is around the row. */
static KumojiItemLine *
find_line (GtkWidget *widget)
{
  GtkWidget *row = NULL;

  if (widget == NULL)
    return NULL;
  if ((row = gtk_widget_get_ancestor (widget, KUMOJI_TYPE_ITEM_ROW)) == NULL
      && (row = gtk_widget_get_ancestor (widget, KUMOJI_TYPE_SECTION_ROW)) == NULL)
    row = gtk_widget_get_first_child (widget);
  if (KUMOJI_IS_ITEM_ROW (row))
    return kumoji_item_row_get_line (KUMOJI_ITEM_ROW (row));
  return KUMOJI_IS_SECTION_ROW (row) ? kumoji_section_row_get_line (KUMOJI_SECTION_ROW (row))
                                     : NULL;
}

/* Before the list takes the click: it would go to the question. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, KumojiItemMarks *marks)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  GtkWidget *target =
    gtk_widget_pick (gtk_event_controller_get_widget (controller), x, y, GTK_PICK_DEFAULT);
  KumojiItemLine *line = find_line (target);
  const gboolean is_heading = line != NULL && kumoji_item_line_get_item (line) == NULL;
  const gboolean is_wanted =
    (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 || kumoji_item_marks_is_active (marks);

  /* A heading folds, but where its box is. */
  if (line == NULL || !is_wanted
      || (is_heading && gtk_widget_get_ancestor (target, GTK_TYPE_CHECK_BUTTON) == NULL))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if ((state & GDK_SHIFT_MASK) != 0 && !is_heading)
    kumoji_item_marks_set_to (marks, line);
  else
    kumoji_item_marks_toggle (marks, line);
}

static gboolean
mark_focused (GtkWidget *view, GdkModifierType state, KumojiItemMarks *marks)
{
  KumojiItemLine *line = find_line (gtk_root_get_focus (gtk_widget_get_root (view)));

  if (line == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0 && kumoji_item_line_get_item (line) != NULL)
    kumoji_item_marks_set_to (marks, line);
  else
    kumoji_item_marks_toggle (marks, line);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KumojiItemMarks *marks)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const gboolean has_control = (state & GDK_CONTROL_MASK) != 0;
  const gboolean is_active = kumoji_item_marks_is_active (marks);

  if ((keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space) && (is_active || has_control))
    return mark_focused (view, state, marks);
  if (!is_active || (keyval != GDK_KEY_Escape && !(has_control && keyval == GDK_KEY_a)))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    kumoji_item_marks_set_active (marks, FALSE);
  else
    kumoji_item_marks_set_all (marks, TRUE);
  return GDK_EVENT_STOP;
}

/**
 * kumoji_item_marker_add:
 * @view: a list of #KumojiItemLine
 * @marks: which of them are marked; to outlive @view
 *
 * From now on they can be marked there.
 */
void
kumoji_item_marker_add (GtkListView *view, KumojiItemMarks *marks)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), marks, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), marks, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}

/* By a screen reader: clicks and keys do not get as far as the box. */
static void
toggled_cb (GtkCheckButton *check)
{
  KumojiItemLine *line = find_line (GTK_WIDGET (check));

  if (line != NULL)
    gtk_widget_activate_action (GTK_WIDGET (check), "items.mark", "s",
                                kumoji_item_line_get_item (line) != NULL
                                  ? kumoji_item_get_id (kumoji_item_line_get_item (line))
                                  : kumoji_item_line_get_title (line));
}

static GtkWidget *
check_new (void)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), NULL);
  return check;
}

/**
 * kumoji_item_marker_show:
 * @row: what a row shows of @line
 * @line: a line
 * @name: what a screen reader calls it
 *
 * A box to tick stands in front while things are being marked; it is made when it is needed first.
 */
void
kumoji_item_marker_show (GtkBox *row, KumojiItemLine *line, const char *name)
{
  const KumojiItemMark mark = kumoji_item_line_get_mark (line);
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (row));

  if (!GTK_IS_CHECK_BUTTON (check))
    {
      if (mark == KUMOJI_ITEM_MARK_OFF)
        return;
      check = check_new ();
      gtk_box_prepend (row, check);
    }
  g_signal_handlers_block_by_func (check, toggled_cb, NULL);
  gtk_widget_set_visible (check, mark != KUMOJI_ITEM_MARK_OFF);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), mark == KUMOJI_ITEM_MARK_SOME);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), mark == KUMOJI_ITEM_MARK_ALL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_handlers_unblock_by_func (check, toggled_cb, NULL);
}
