/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A destination: the page and the place in it where something can be mended. */
#include "config.h"

#include "app/kumoji-destination.h"

static void
set (KumojiDestination *self, const char *page, const char *target)
{
  self->page = page;
  self->target = g_strdup (target);
}

/**
 * kumoji_destination_of_blocker:
 * @self: (out caller-allocates): where to go
 * @gate: a gate
 * @blocker: one of its blockers
 */
void
kumoji_destination_of_blocker (KumojiDestination *self,
                               const KumojiGate *gate,
                               const KumojiBlocker *blocker)
{
  if (blocker->catalog != NULL)
    {
      self->page = "checklists";
      /* Every gate's checklists are about the company, so there is no subject. */
      self->target =
        g_strdup_printf ("%s//%s", kumoji_catalog_get_id (blocker->catalog),
                         blocker->item != NULL ? kumoji_item_get_id (blocker->item) : "");
    }
  else if (blocker->reason == KUMOJI_BLOCKER_NO_PERSON)
    set (self, "company", "persons");
  else
    set (self, "roadmap", gate->guide->id);
}

/**
 * kumoji_destination_of_warning:
 * @self: (out caller-allocates): where to go
 * @gate: a gate
 * @warning: one of its warnings
 */
void
kumoji_destination_of_warning (KumojiDestination *self,
                               const KumojiGate *gate,
                               KumojiWarning warning)
{
  switch (warning)
    {
    case KUMOJI_WARNING_PRECONDITION:
      set (self, "checklists", "jssa-precondition//");
      break;
    case KUMOJI_WARNING_NO_ASSETS:
      set (self, "assets", "");
      break;
    case KUMOJI_WARNING_ROUND_TOO_OLD:
      set (self, "checklists", "jssa-stage4//");
      break;
    case KUMOJI_WARNING_PRACTICES_OPEN:
      self->page = "checklists";
      self->target = g_strdup_printf ("%s//", gate->guide->practices);
      break;
    case KUMOJI_WARNING_NO_EXPERT:
      set (self, "company", "qualified-expert");
      break;
    case KUMOJI_WARNING_TOO_SHORT:
    case KUMOJI_WARNING_RESIDUAL_RISK:
    case KUMOJI_WARNING_BUDGET:
      set (self, "roadmap", gate->guide->id);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * kumoji_destination_clear:
 * @self: a destination
 */
void
kumoji_destination_clear (KumojiDestination *self)
{
  g_clear_pointer (&self->target, g_free);
}
