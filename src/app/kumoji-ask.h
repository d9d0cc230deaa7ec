/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question or a message in a dialog. The one place that knows AdwMessageDialog. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * KumojiReply:
 * @id: what kumoji_ask_finish() returns
 * @label: (nullable): what the button says, with a mnemonic; %NULL ends a list of replies
 * @appearance: whether it is suggested or destroys something
 *
 * The first reply of a list is the one that nothing is lost by: closing the dialog means it.
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} KumojiReply;

void kumoji_ask (GtkWidget *widget,
                 const char *heading,
                 const char *body,
                 const KumojiReply *replies,
                 const char *preferred,
                 GAsyncReadyCallback callback,
                 gpointer data);
void kumoji_ask_about (GtkWidget *widget,
                       const char *heading,
                       const char *body,
                       GtkWidget *lines,
                       const KumojiReply *replies,
                       const char *preferred,
                       GAsyncReadyCallback callback,
                       gpointer data);
const char *kumoji_ask_finish (GAsyncResult *result);
void kumoji_ask_text (GtkWidget *widget,
                      const char *heading,
                      const char *body,
                      const char *label,
                      const char *enter,
                      GAsyncReadyCallback callback,
                      gpointer data);
char *kumoji_ask_text_finish (GAsyncResult *result);
void kumoji_tell (GtkWidget *widget, const char *heading, const char *body);
void kumoji_tell_lines (GtkWidget *widget, const char *heading, const char *body, GtkWidget *lines);

G_END_DECLS
