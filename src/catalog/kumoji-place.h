/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place in a JSON document that is being read: gives members of the expected type, and says where
 * something is wrong. */
#pragma once

#include <json-glib/json-glib.h>

#include "catalog/kumoji-language.h"

G_BEGIN_DECLS

/**
 * KumojiPlace:
 *
 * One object in a document. Lives on the stack of the function that reads it; children point to
 * their parent, so a path costs nothing until something is wrong. The first error stays.
 */
typedef struct _KumojiPlace KumojiPlace;
struct _KumojiPlace
{
  const KumojiPlace *parent;
  const char *name; /* the document's name at the root, else the member it stands in */
  int index;        /* in the member's array, or -1 */
  JsonObject *object;
  GError **error;
};

gboolean kumoji_place_init_root (KumojiPlace *self,
                                 const char *document,
                                 JsonParser *parser,
                                 GBytes *bytes,
                                 const char *format,
                                 gint64 version,
                                 GError **error);
gboolean kumoji_place_init_element (KumojiPlace *self,
                                    const KumojiPlace *parent,
                                    const char *member,
                                    int index);
gboolean
kumoji_place_init_member (KumojiPlace *self, const KumojiPlace *parent, const char *member);
gboolean kumoji_place_failed (const KumojiPlace *self);
void kumoji_place_fail (const KumojiPlace *self, const char *member, const char *reason);

gboolean kumoji_place_has (const KumojiPlace *self, const char *member);
const char *kumoji_place_get_string (const KumojiPlace *self, const char *member, gboolean wanted);
gint64 kumoji_place_get_integer (const KumojiPlace *self, const char *member, gboolean wanted);
gboolean kumoji_place_get_flag (const KumojiPlace *self, const char *member);
int kumoji_place_get_choice (const KumojiPlace *self,
                             const char *member,
                             const char *const *choices,
                             gboolean wanted);
guint kumoji_place_get_length (const KumojiPlace *self, const char *member, gboolean wanted);
char **kumoji_place_dup_strings (const KumojiPlace *self, const char *member);
void kumoji_place_get_text (const KumojiPlace *self,
                            const char *member,
                            gboolean wanted,
                            KumojiText *text);

G_END_DECLS
