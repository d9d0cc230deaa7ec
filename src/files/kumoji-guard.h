/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guard: what must hold of a file before json-glib sees a byte of it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define KUMOJI_GUARD_MAX_BYTES (256 * 1024 * 1024)
#define KUMOJI_GUARD_MAX_DEPTH 64

/* No project comes near these; they bound the memory and the time that json-glib takes. */
#define KUMOJI_GUARD_MAX_NAMES 10000
#define KUMOJI_GUARD_MAX_VALUES (16 * 1024 * 1024)

#define KUMOJI_GUARD_ERROR (kumoji_guard_error_quark ())

/**
 * KumojiGuardError:
 * @KUMOJI_GUARD_ERROR_SIZE: too many bytes, values or names
 * @KUMOJI_GUARD_ERROR_EMPTY: nothing in it
 * @KUMOJI_GUARD_ERROR_ENCODING: not UTF-8, or a character that no text may hold
 * @KUMOJI_GUARD_ERROR_DEPTH: too deeply nested
 * @KUMOJI_GUARD_ERROR_DUPLICATE: a name stands twice in one object
 * @KUMOJI_GUARD_ERROR_SYNTAX: no JSON (RFC 8259)
 */
typedef enum
{
  KUMOJI_GUARD_ERROR_SIZE,
  KUMOJI_GUARD_ERROR_EMPTY,
  KUMOJI_GUARD_ERROR_ENCODING,
  KUMOJI_GUARD_ERROR_DEPTH,
  KUMOJI_GUARD_ERROR_DUPLICATE,
  KUMOJI_GUARD_ERROR_SYNTAX,
} KumojiGuardError;

GQuark kumoji_guard_error_quark (void);

gboolean kumoji_guard_check_size (guint64 size, GError **error);
GBytes *kumoji_guard_check (GBytes *file, char **number_mark, GError **error);
JsonNode *kumoji_guard_parse (GBytes *file, char **number_mark, GError **error);

G_END_DECLS
