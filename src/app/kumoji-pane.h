/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pane: one page of the sidebar, showing one project. */
#pragma once

#include <adwaita.h>

#include "catalog/kumoji-library.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_PANE (kumoji_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (KumojiPane, kumoji_pane, KUMOJI, PANE, AdwBin)

/**
 * KumojiPaneClass:
 * @set_project: another project is shown; chain up first
 * @refresh: the project says something else than before, or the pane comes into sight; called when
 *   the main loop is idle, and only while the pane is mapped
 * @go_to: show the place that @target names, in the pane's own words
 * @find: (nullable): opens the pane's own search, and returns whether it has one now
 * @dup_subtitle: (nullable): what the header bar says below the page's title
 */
struct _KumojiPaneClass
{
  AdwBinClass parent_class;

  void (*set_project) (KumojiPane *self, KumojiProject *project);
  void (*refresh) (KumojiPane *self);
  void (*go_to) (KumojiPane *self, const char *target);
  gboolean (*find) (KumojiPane *self);
  char *(*dup_subtitle) (KumojiPane *self);
};

KumojiProject *kumoji_pane_get_project (KumojiPane *self);
void kumoji_pane_set_project (KumojiPane *self, KumojiProject *project);
KumojiHistory *kumoji_pane_get_history (KumojiPane *self);
void kumoji_pane_queue_refresh (KumojiPane *self);
void kumoji_pane_go_to (KumojiPane *self, const char *target);
gboolean kumoji_pane_find (KumojiPane *self);
char *kumoji_pane_dup_subtitle (KumojiPane *self);
void kumoji_pane_subtitle_changed (KumojiPane *self);

void kumoji_pane_ask_for (KumojiPane *self, const char *page, const char *target);

G_END_DECLS
