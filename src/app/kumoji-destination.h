/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A destination: the page and the place in it where something can be mended. */
#pragma once

#include "rules/kumoji-gate.h"

G_BEGIN_DECLS

/**
 * KumojiDestination:
 * @page: (transfer none): a page's id
 * @target: a place in it, for "win.go"; "" for the page itself
 */
typedef struct
{
  const char *page;
  char *target;
} KumojiDestination;

void kumoji_destination_of_blocker (KumojiDestination *self,
                                    const KumojiGate *gate,
                                    const KumojiBlocker *blocker);
void kumoji_destination_of_warning (KumojiDestination *self,
                                    const KumojiGate *gate,
                                    KumojiWarning warning);
void kumoji_destination_clear (KumojiDestination *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KumojiDestination, kumoji_destination_clear)

G_END_DECLS
