/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A link: an address in a text that somebody may want to open, and what of it may be opened. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KUMOJI_LINK_ERROR (kumoji_link_error_quark ())

/**
 * KumojiLinkError:
 * @KUMOJI_LINK_ERROR_KIND: a kind of address that is never opened
 * @KUMOJI_LINK_ERROR_BROKEN: no address, or one that hides where it leads
 * @KUMOJI_LINK_ERROR_LONG: nobody can read it before it is opened
 * @KUMOJI_LINK_ERROR_FOREIGN: a file that was not attached on this computer
 * @KUMOJI_LINK_ERROR_GONE: a file that was, and is not there any more
 */
typedef enum
{
  KUMOJI_LINK_ERROR_KIND,
  KUMOJI_LINK_ERROR_BROKEN,
  KUMOJI_LINK_ERROR_LONG,
  KUMOJI_LINK_ERROR_FOREIGN,
  KUMOJI_LINK_ERROR_GONE,
} KumojiLinkError;

typedef enum
{
  KUMOJI_LINK_WEB,
  KUMOJI_LINK_MAIL,
  KUMOJI_LINK_FILE,
} KumojiLinkKind;

/**
 * KumojiLink:
 * @kind: what it leads to
 * @uri: (nullable): what is opened, ASCII; %NULL for a file
 * @shown: the same to be read: a host as the network knows it, a path as it was typed
 * @path: (nullable): of a file, from the root or from the project's folder
 */
typedef struct
{
  KumojiLinkKind kind;
  char *uri;
  char *shown;
  char *path;
} KumojiLink;

GQuark kumoji_link_error_quark (void);

GPtrArray *kumoji_link_find (const char *text);
KumojiLink *kumoji_link_parse (const char *address, GError **error);
void kumoji_link_free (KumojiLink *self);
char *kumoji_link_compose_file (const char *path);
char *kumoji_link_dup_plain (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiLink, kumoji_link_free)

G_END_DECLS
