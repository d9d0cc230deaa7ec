/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file's text: its bytes as UTF-8, whatever the program that wrote it made of them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No register comes near it; it bounds the memory and the time that reading takes. */
#define KUMOJI_CSV_MAX_BYTES (64 * 1024 * 1024)

#define KUMOJI_CSV_ERROR (kumoji_csv_error_quark ())

/**
 * KumojiCsvError:
 * @KUMOJI_CSV_ERROR_SIZE: too many bytes, rows or cells
 * @KUMOJI_CSV_ERROR_EMPTY: nothing in it
 * @KUMOJI_CSV_ERROR_ENCODING: no text, or in an encoding that is not known here
 * @KUMOJI_CSV_ERROR_SYNTAX: a quotation mark where none may stand
 */
typedef enum
{
  KUMOJI_CSV_ERROR_SIZE,
  KUMOJI_CSV_ERROR_EMPTY,
  KUMOJI_CSV_ERROR_ENCODING,
  KUMOJI_CSV_ERROR_SYNTAX,
} KumojiCsvError;

GQuark kumoji_csv_error_quark (void);

gboolean kumoji_csv_text_check_size (gsize size, GError **error);
char *kumoji_csv_text_new (GBytes *file, gsize *length, GError **error);

G_END_DECLS
