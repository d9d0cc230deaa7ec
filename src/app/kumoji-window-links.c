/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's links: the one place that hands an address to the desktop.
 *
 * An address from a project is shown whole and asked about first; what this program says by itself,
 * e.g. that a report is written, was asked for by the button. Both pass the same rule. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-window-private.h"
#include "files/kumoji-attachment.h"

#define MAX_ADDRESS_HEIGHT 160

/* One address on its way, from the action to the desktop. */
typedef struct
{
  KumojiWindow *window;
  char *address;
  gboolean asks;
  KumojiLink *link;
  GFile *project;
  KumojiAttachment *file; /* for a link to one, once it is found */
} Opening;

static const KumojiReply web_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "open", N_("_Open"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply mail_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "open", N_("_Write"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static const KumojiReply folder_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "open", N_("_Show folder"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

/* What is asked about each kind of target. */
static const struct
{
  const char *heading;
  const char *body;
  const KumojiReply *replies;
} questions[] = {
  [KUMOJI_LINK_WEB] = { N_("Open this web page?"),
                        N_("The address stands in the project. Open it only if you know the "
                            "place: whoever wrote it there may lead you anywhere."),
                        web_replies },
  [KUMOJI_LINK_MAIL] = { N_("Write to this mail address?"),
                         N_("The address stands in the project. Your mail program opens with an "
                             "empty letter."),
                         mail_replies },
  [KUMOJI_LINK_FILE] = { N_("Open this file?"),
                         N_("It was attached on this computer. It opens in the program that is "
                             "set for such files."),
                         web_replies },
  [KUMOJI_LINK_FILE + 1] = { N_("Show this file in its folder?"),
                             N_("The file is a program, or starts one. Kumoji does not open it, "
                                 "but shows the folder that it is in."),
                             folder_replies },
};

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_clear_object (&opening->project);
  kumoji_link_free (opening->link);
  kumoji_attachment_free (opening->file);
  g_free (opening->address);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* Plain text in the order in which it is written, all of it, however long. */
static GtkWidget *
address_new (const char *address)
{
  g_autofree char *plain = kumoji_link_dup_plain (address);
  GtkWidget *label = gtk_label_new (plain);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), MAX_ADDRESS_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), label);
  gtk_widget_add_css_class (scroll, "card");
  return scroll;
}

static void
refuse (Opening *opening, const char *sentence)
{
  kumoji_tell_lines (GTK_WIDGET (opening->window), _("This is not opened"), sentence,
                     address_new (opening->address));
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: %s says why */
  body = g_strdup_printf (_("The desktop has no program that opens it, or did not start it: %s"),
                          error->message);
  refuse (opening, body);
}

static void
launch (Opening *opening)
{
  g_autofree char *folder =
    opening->file != NULL && opening->file->runs ? g_path_get_dirname (opening->file->path) : NULL;
  g_autofree char *uri =
    opening->file == NULL
      ? g_strdup (opening->link->uri)
      : g_filename_to_uri (folder != NULL ? folder : opening->file->path, NULL, NULL);

  gtk_show_uri_full (GTK_WINDOW (opening->window), uri, GDK_CURRENT_TIME, NULL, launched_cb,
                     opening);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;

  if (g_str_equal (kumoji_ask_finish (result), "open"))
    launch (opening);
  else
    opening_free (opening);
}

static void
ask (Opening *opening)
{
  guint kind = opening->link->kind + (opening->file != NULL && opening->file->runs ? 1 : 0);
  const char *shown = opening->file != NULL ? opening->file->path : opening->link->shown;

  if (!opening->asks)
    {
      launch (opening);
      return;
    }
  kumoji_ask_about (GTK_WIDGET (opening->window), _(questions[kind].heading),
                    _(questions[kind].body), address_new (shown), questions[kind].replies,
                    "cancel", asked_cb, opening);
}

/* A drive of the network may take its time to say what a file is. */
static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;

  opening->file = kumoji_attachment_find (opening->link, opening->project, &error);
  if (opening->file != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    ask (g_steal_pointer (&opening));
  else
    refuse (opening, error->message);
}

static void
open_address (KumojiWindow *self, const char *address, gboolean asks)
{
  g_autoptr (Opening) opening = g_new0 (Opening, 1);
  g_autoptr (GError) error = NULL;
  GFile *project = kumoji_session_get_file (self->session);

  opening->window = g_object_ref (self);
  opening->address = g_strdup (address);
  opening->asks = asks;
  opening->link = kumoji_link_parse (address, &error);
  opening->project = project != NULL ? g_object_ref (project) : NULL;
  if (opening->link == NULL)
    refuse (opening, error->message);
  else if (opening->link->kind == KUMOJI_LINK_FILE)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, found_cb, opening);
      g_task_set_task_data (task, g_steal_pointer (&opening), NULL);
      g_task_run_in_thread (task, find_thread);
    }
  else
    ask (g_steal_pointer (&opening));
}

static void
open_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_window_commit_typing (KUMOJI_WINDOW (widget));
  open_address (KUMOJI_WINDOW (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
show_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_address (KUMOJI_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

/**
 * kumoji_window_links_class_init:
 * @widget_class: the class of windows
 *
 * Installs "win.open-link", for an address that stands in a project: it is asked about, and
 * "win.show-uri", for one that this program made itself.
 */
void
kumoji_window_links_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-link", "s", open_link_action);
  gtk_widget_class_install_action (widget_class, "win.show-uri", "s", show_uri_action);
}
