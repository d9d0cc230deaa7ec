/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: the sidebar, the pages, and one project. */
#pragma once

#include "app/kumoji-application.h"
#include "app/kumoji-pane.h"
#include "app/kumoji-session.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_WINDOW (kumoji_window_get_type ())
G_DECLARE_FINAL_TYPE (KumojiWindow, kumoji_window, KUMOJI, WINDOW, AdwApplicationWindow)

KumojiWindow *kumoji_window_new (KumojiApplication *application);
void kumoji_window_open (KumojiWindow *self, GFile *file);
void kumoji_window_recover (KumojiWindow *self, const char *id);
KumojiSession *kumoji_window_get_session (KumojiWindow *self);
KumojiPane *kumoji_window_get_pane (KumojiWindow *self, const char *id);
const char *kumoji_window_get_page (KumojiWindow *self);
void kumoji_window_go_to (KumojiWindow *self, const char *page, const char *target);
void kumoji_window_check_report (KumojiWindow *self, GFile *file);
void kumoji_window_add_toast (KumojiWindow *self, AdwToast *toast);

G_END_DECLS
