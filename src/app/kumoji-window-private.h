/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share (private). */
#pragma once

#include "app/kumoji-session.h"
#include "app/kumoji-window.h"

G_BEGIN_DECLS

/* What was asked for and waits until unsaved changes are saved or given up. */
typedef enum
{
  KUMOJI_NEXT_NOTHING,
  KUMOJI_NEXT_BEGIN,
  KUMOJI_NEXT_CHOOSE,
  KUMOJI_NEXT_LOAD,
  KUMOJI_NEXT_SAMPLE,
  KUMOJI_NEXT_CLOSE,
} KumojiNext;

struct _KumojiWindow
{
  AdwApplicationWindow parent_instance;

  KumojiSession *session;
  GSettings *settings; /* NULL where the schema is not installed */
  guint idle_id;
  guint busy_id;

  KumojiNext next;
  GFile *next_file;
  gboolean asking;
  gboolean may_close;
  gboolean told_failed; /* that no recovery copy can be kept */

  AdwFlap *flap;
  GtkListBox *sidebar;
  GtkStack *stack;
  AdwWindowTitle *title;
  GtkWidget *spinner;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  AdwToastOverlay *toasts;
  GtkInfoBar *read_only_bar;
  GtkLabel *read_only_label;
  GtkWidget *copy_button;
  GtkInfoBar *disk_bar;
  GtkLabel *disk_label;
  GtkWidget *compare_button;
  GtkWidget *mine_button;
  GtkButton *theirs_button;
  GtkInfoBar *problems_bar;
  GtkLabel *problems_label;
  GMenu *recent_menu;
  GMenu *undo_section;
};

void kumoji_window_files_class_init (GtkWidgetClass *widget_class);
void kumoji_window_files_init (KumojiWindow *self);
void kumoji_window_search_class_init (GtkWidgetClass *widget_class);
void kumoji_window_paper_class_init (GtkWidgetClass *widget_class);
void kumoji_window_links_class_init (GtkWidgetClass *widget_class);
void kumoji_window_others_class_init (GtkWidgetClass *widget_class);
void kumoji_window_others_init (KumojiWindow *self);
void kumoji_window_others_update (KumojiWindow *self);
void kumoji_window_backups_class_init (GtkWidgetClass *widget_class);
void kumoji_window_backups_init (KumojiWindow *self);
void kumoji_window_load (KumojiWindow *self, GFile *file, KumojiOpening opening);
void kumoji_window_ask_holder (KumojiWindow *self, GFile *file);
void kumoji_window_queue_update (KumojiWindow *self);
KumojiTyping *kumoji_window_dup_typing (KumojiWindow *self);
gboolean kumoji_window_confirm_close (KumojiWindow *self);
void kumoji_window_files_update (KumojiWindow *self);
void kumoji_window_commit_typing (KumojiWindow *self);

G_END_DECLS
