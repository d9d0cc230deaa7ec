/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the application share: a home of its own, windows, bounded waits. */
#pragma once

#include "app/kumoji-window.h"

G_BEGIN_DECLS

#define WAIT_UNTIL(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 wait_end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;                               \
    while (!(condition) && g_get_monotonic_time () < wait_end)                                     \
      harness_turn ();                                                                             \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  KumojiApplication *application;
  KumojiWindow *window;
  char *folder;
} Harness;

void harness_init (int *argc, char ***argv);
void harness_set_up (Harness *self, gconstpointer data);
void harness_tear_down (Harness *self, gconstpointer data);

GtkWindow *harness_show (gpointer child, int width, int height);
void harness_close (GtkWindow *window);

void harness_turn (void);
void harness_settle (void);
KumojiProject *harness_get_project (Harness *self);
KumojiHistory *harness_get_history (Harness *self);
void harness_set_company (Harness *self, const char *company);
void harness_activate (Harness *self, const char *action);
void harness_go (Harness *self, const char *page, const char *target);
gboolean harness_is_enabled (Harness *self, const char *action);
GFile *harness_write (Harness *self, const char *name, const char *text);
KumojiSessionState harness_get_state (Harness *self);
AdwMessageDialog *harness_find_dialog (Harness *self);
gpointer harness_find (GtkWidget *parent, GType type, guint position);
gpointer harness_get_child (gpointer widget, GType type, const char *name);
gboolean harness_press (gpointer widget, guint keyval, GdkModifierType state);
int harness_run (void);

G_END_DECLS
