/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence row: a text that may hold addresses and files, with buttons to open and attach. */
#include "config.h"

#include "app/pages/kumoji-evidence-row.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-chooser.h"
#include "app/kumoji-window.h"
#include "files/kumoji-attachment.h"

/* Characters of an address in the menu; the question before it is opened shows all of it. */
#define MENU_LENGTH 60

struct _KumojiEvidenceRow
{
  GtkBox parent_instance;

  KumojiFieldRow *row;
  GtkWidget *menu; /* of several addresses; NULL until there was such a text */

  GtkWidget *open_button;
};

enum
{
  PROP_ROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KumojiEvidenceRow, kumoji_evidence_row, GTK_TYPE_BOX)

static KumojiSession *
get_session (KumojiEvidenceRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return KUMOJI_IS_WINDOW (root) ? kumoji_window_get_session (KUMOJI_WINDOW (root)) : NULL;
}

static GPtrArray *
find_links (KumojiEvidenceRow *self)
{
  return kumoji_link_find (kumoji_field_link_get_text (kumoji_field_row_get_link (self->row)));
}

/* What is only shown is not written to, and choosing a file for nothing is a nuisance. */
static void
update (KumojiEvidenceRow *self)
{
  KumojiSession *session = get_session (self);
  g_autoptr (GPtrArray) links = self->row != NULL ? find_links (self) : NULL;

  gtk_widget_set_visible (self->open_button, links != NULL && links->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.attach",
                                 session == NULL || !kumoji_session_is_read_only (session));
}

/* --- Opening ------------------------------------------------------------------------------------
 */

static char *
dup_label (const char *address)
{
  g_autofree char *plain = kumoji_link_dup_plain (address);
  g_autofree char *start =
    g_utf8_substring (plain, 0, MIN (MENU_LENGTH, g_utf8_strlen (plain, -1)));
  g_auto (GStrv) parts = g_strsplit (start, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  return g_strconcat (label, g_str_equal (start, plain) ? "" : "…", NULL);
}

static void
ask_which (KumojiEvidenceRow *self, GPtrArray *links)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *label = dup_label (links->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-link", "s", links->pdata[i]);
      g_menu_append_item (menu, item);
    }
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, self->open_button);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiEvidenceRow *self = KUMOJI_EVIDENCE_ROW (widget);
  g_autoptr (GPtrArray) links = find_links (self);

  if (links->len == 1)
    gtk_widget_activate_action (widget, "win.open-link", "s", links->pdata[0]);
  else if (links->len > 1)
    ask_which (self, links);
}

/* --- Attaching ----------------------------------------------------------------------------------
 */

static void
remember_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (kumoji_attachment_remember (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
remembered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error)
      || gtk_widget_get_root (GTK_WIDGET (source)) == NULL)
    return;
  g_autofree char *body =
    /* Translators: %s says why */
    g_strdup_printf (_("The project names it, but it cannot be opened from here: %s"),
                     error->message);
  kumoji_tell (GTK_WIDGET (source), _("The file is not remembered"), body);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    kumoji_evidence_row_attach (KUMOJI_EVIDENCE_ROW (source), file);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_chooser_open (widget, _("Attach a file"), NULL, chosen_cb, NULL);
}

/* A file that was attached already is picked once more to be opened on another computer. */
static void
write_address (KumojiEvidenceRow *self, const char *address)
{
  KumojiFieldLink *link = kumoji_field_row_get_link (self->row);
  const char *text = kumoji_field_link_get_text (link);
  g_autoptr (GPtrArray) links = kumoji_link_find (text);
  g_autofree char *joined =
    *text != '\0' ? g_strconcat (text, " ", address, NULL) : g_strdup (address);

  if (g_ptr_array_find_with_equal_func (links, address, g_str_equal, NULL))
    return;
  kumoji_field_link_seal (link);
  kumoji_field_link_write (link, joined);
  kumoji_field_link_seal (link);
}

/* --- The widget ---------------------------------------------------------------------------------
 */

static void
set_row (KumojiEvidenceRow *self, KumojiFieldRow *row)
{
  self->row = row;
  if (row == NULL)
    return;
  gtk_widget_set_hexpand (GTK_WIDGET (row), TRUE);
  gtk_box_prepend (GTK_BOX (self), GTK_WIDGET (row));
  g_signal_connect_object (kumoji_field_row_get_link (row), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
kumoji_evidence_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kumoji_evidence_row_parent_class)->root (widget);
  update (KUMOJI_EVIDENCE_ROW (widget));
}

static void
kumoji_evidence_row_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ROW:
      set_row (KUMOJI_EVIDENCE_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_evidence_row_dispose (GObject *object)
{
  g_clear_pointer (&KUMOJI_EVIDENCE_ROW (object)->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (kumoji_evidence_row_parent_class)->dispose (object);
}

static void
kumoji_evidence_row_class_init (KumojiEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = kumoji_evidence_row_set_property;
  G_OBJECT_CLASS (klass)->dispose = kumoji_evidence_row_dispose;
  widget_class->root = kumoji_evidence_row_root;

  properties[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, KUMOJI_TYPE_FIELD_ROW,
                                              G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiEvidenceRow, open_button);
  gtk_widget_class_install_action (widget_class, "evidence.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "evidence.attach", NULL, attach_action);
}

static void
kumoji_evidence_row_init (KumojiEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_evidence_row_new:
 * @row: a compact row of a text, which stands in no other widget
 *
 * The row is bound, written and found as it would be by itself.
 *
 * Returns: (transfer floating): @row with the buttons
 */
GtkWidget *
kumoji_evidence_row_new (KumojiFieldRow *row)
{
  return g_object_new (KUMOJI_TYPE_EVIDENCE_ROW, "row", row, NULL);
}

/**
 * kumoji_evidence_row_attach:
 * @self: an evidence row
 * @file: a file that the user picked on this computer
 *
 * Names it in the text, and remembers in another thread that it may be opened.
 */
void
kumoji_evidence_row_attach (KumojiEvidenceRow *self, GFile *file)
{
  KumojiSession *session = get_session (self);
  g_autofree char *address =
    kumoji_attachment_compose (file, session != NULL ? kumoji_session_get_file (session) : NULL);
  g_autoptr (GTask) task = NULL;

  if (address == NULL)
    {
      kumoji_tell (GTK_WIDGET (self), _("The file was not attached"),
                   _(
                     "Only files on this computer or on a connected drive can be attached. Copy it "
                     "to one first."));
      return;
    }
  task = g_task_new (self, NULL, remembered_cb, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, remember_thread);
  write_address (self, address);
}
