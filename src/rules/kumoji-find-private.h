/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is searched, as the search itself sees it. */
#pragma once

#include "rules/kumoji-find.h"

G_BEGIN_DECLS

#define KUMOJI_FIND_BODIES 6

/**
 * KumojiFindEntry:
 * @title: searched, too, but of an answer
 * @bodies: what else is searched; may be shorter, %NULL ends it
 * @folded: title and bodies folded, one a line; %NULL until a search has needed it
 * @folded_title: the same of the title alone, %NULL where it is not searched
 */
typedef struct
{
  KumojiFindGroup group;
  const char *target;
  const char *title;
  const char *place;
  const char *bodies[KUMOJI_FIND_BODIES + 1];
  char *folded;
  char *folded_title;
} KumojiFindEntry;

/* Never changes but for what is folded, which @mutex guards: threads may search it. */
struct _KumojiFindSource
{
  KumojiLibrary *library; /* whose texts the entries point to */
  GStringChunk *texts;    /* the project's */
  GArray *entries;        /* of KumojiFindEntry */
  GMutex mutex;
};

G_END_DECLS
