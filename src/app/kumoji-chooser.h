/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of a file. The one place that knows GtkFileChooserNative. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KumojiFileKind:
 * @label: what such files are called, in English, marked with N_()
 * @suffix: with which their names end, e.g. ".kumoji.json"
 * @other_suffixes: (nullable): other ends of names of such files
 */
typedef struct
{
  const char *label;
  const char *suffix;
  const char *other_suffixes[2];
} KumojiFileKind;

extern const KumojiFileKind kumoji_file_kind_project;
extern const KumojiFileKind kumoji_file_kind_pdf;
extern const KumojiFileKind kumoji_file_kind_csv;
extern const KumojiFileKind kumoji_file_kind_picture;

gboolean kumoji_chooser_is_of_kind (GFile *file, const KumojiFileKind *kind);
void kumoji_chooser_open (GtkWidget *widget,
                          const char *title,
                          const KumojiFileKind *kind,
                          GAsyncReadyCallback callback,
                          gpointer data);
void kumoji_chooser_save (GtkWidget *widget,
                          const char *title,
                          const KumojiFileKind *kind,
                          const char *stem,
                          GFile *beside,
                          GAsyncReadyCallback callback,
                          gpointer data);
GFile *kumoji_chooser_finish (GAsyncResult *result);

G_END_DECLS
