/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question or a message in a dialog. The one place that knows AdwMessageDialog. */
#include "config.h"

#include "app/kumoji-ask.h"

#include <glib/gi18n.h>

static GtkWidget *
dialog_new (GtkWidget *widget, const char *heading, const char *body)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (GTask) task = data;

  g_task_return_pointer (task, (gpointer) g_intern_string (response), NULL);
}

/**
 * kumoji_ask:
 * @widget: that asks
 * @heading: the question, short
 * @body: what follows from each reply
 * @replies: what can be answered
 * @preferred: the id of the reply that Enter gives
 * @callback: called once it is answered
 * @data: passed to @callback
 */
void
kumoji_ask (GtkWidget *widget,
            const char *heading,
            const char *body,
            const KumojiReply *replies,
            const char *preferred,
            GAsyncReadyCallback callback,
            gpointer data)
{
  kumoji_ask_about (widget, heading, body, NULL, replies, preferred, callback, data);
}

/**
 * kumoji_ask_about:
 * @widget: that asks
 * @heading: the question, short
 * @body: what follows from each reply
 * @lines: (nullable) (transfer floating): a widget that shows what it is about
 * @replies: what can be answered
 * @preferred: the id of the reply that Enter gives
 * @callback: called once it is answered
 * @data: passed to @callback
 */
void
kumoji_ask_about (GtkWidget *widget,
                  const char *heading,
                  const char *body,
                  GtkWidget *lines,
                  const KumojiReply *replies,
                  const char *preferred,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (dialog_new (widget, heading, body));
  GTask *task = g_task_new (widget, NULL, callback, data);

  if (lines != NULL)
    adw_message_dialog_set_extra_child (dialog, lines);
  for (const KumojiReply *reply = replies; reply->label != NULL; reply++)
    {
      adw_message_dialog_add_response (dialog, reply->id, _(reply->label));
      adw_message_dialog_set_response_appearance (dialog, reply->id, reply->appearance);
    }
  adw_message_dialog_set_close_response (dialog, replies[0].id);
  adw_message_dialog_set_default_response (dialog, preferred);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * kumoji_ask_finish:
 * @result: what the callback of kumoji_ask() was given
 *
 * Returns: the id of the reply
 */
const char *
kumoji_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
text_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (GTask) task = data;
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (response, "enter"))
    g_task_return_pointer (task, text, g_free);
  else
    {
      g_free (text);
      g_task_return_pointer (task, NULL, NULL);
    }
}

/* Nothing can be entered that says nothing. */
static void
text_changed_cb (GtkEditable *entry, GParamSpec *pspec, AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "enter", *text != '\0');
}

/**
 * kumoji_ask_text:
 * @widget: that asks
 * @heading: the question, short
 * @body: what the text is for
 * @label: what the entry is called
 * @enter: what the button says that takes the text, with a mnemonic
 * @callback: called once it is answered
 * @data: passed to @callback
 *
 * Asks for one line of text.
 */
void
kumoji_ask_text (GtkWidget *widget,
                 const char *heading,
                 const char *body,
                 const char *label,
                 const char *enter,
                 GAsyncReadyCallback callback,
                 gpointer data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (dialog_new (widget, heading, body));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (entry, "notify::text", G_CALLBACK (text_changed_cb), dialog);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "enter", enter, NULL);
  adw_message_dialog_set_response_appearance (dialog, "enter", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "enter", FALSE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "enter");
  g_signal_connect (dialog, "response", G_CALLBACK (text_response_cb),
                    g_task_new (widget, NULL, callback, data));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/**
 * kumoji_ask_text_finish:
 * @result: what the callback of kumoji_ask_text() was given
 *
 * Returns: (transfer full) (nullable): the text, never empty; %NULL where there shall be none
 */
char *
kumoji_ask_text_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * kumoji_tell:
 * @widget: that has something to say
 * @heading: what happened, short
 * @body: what is wrong, where, and what to do
 */
void
kumoji_tell (GtkWidget *widget, const char *heading, const char *body)
{
  kumoji_tell_lines (widget, heading, body, NULL);
}

/**
 * kumoji_tell_lines:
 * @widget: that has something to say
 * @heading: what happened, short
 * @body: what it means
 * @lines: (nullable) (transfer floating): a widget that shows the particulars
 */
void
kumoji_tell_lines (GtkWidget *widget, const char *heading, const char *body, GtkWidget *lines)
{
  GtkWidget *dialog = dialog_new (widget, heading, body);

  if (lines != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), lines);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
