/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner: walks over a JSON text, strictly as RFC 8259 has it, without recursion. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KumojiSpan:
 * @offset: bytes from the start of the text
 * @length: bytes
 *
 * A piece of the text.
 */
typedef struct
{
  gsize offset;
  gsize length;
} KumojiSpan;

/**
 * KumojiScan:
 * @numbers: (element-type KumojiSpan): the numbers that json-glib cannot keep as they are
 * @strings: (element-type KumojiSpan): the texts that begin as a number mark might, undecoded
 *
 * What the scanner found.
 */
typedef struct
{
  GArray *numbers;
  GArray *strings;
} KumojiScan;

gboolean kumoji_json_scan (const char *text, gsize length, KumojiScan *scan, GError **error);
void kumoji_scan_clear (KumojiScan *self);
void kumoji_json_decode (const char *from, const char *to, GString *decoded);

G_END_DECLS
