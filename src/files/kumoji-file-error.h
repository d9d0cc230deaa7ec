/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file error: why a file was not read or written, and what to do. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KUMOJI_FILE_ERROR (kumoji_file_error_quark ())

/**
 * KumojiFileError:
 * @KUMOJI_FILE_ERROR_READ: the system does not give the file
 * @KUMOJI_FILE_ERROR_WRITE: the system does not take the file; what was there is as it was
 * @KUMOJI_FILE_ERROR_UNSURE: the file holds what was written, but the disk may lose it
 * @KUMOJI_FILE_ERROR_NOT_OURS: it is JSON, but no Kumoji project
 * @KUMOJI_FILE_ERROR_NEWER: a newer Kumoji wrote it, see kumoji_file_error_get_version()
 * @KUMOJI_FILE_ERROR_CHANGED: somebody else wrote it since it was read
 * @KUMOJI_FILE_ERROR_UNFAITHFUL: what would be written does not read back as it is
 */
typedef enum
{
  KUMOJI_FILE_ERROR_READ,
  KUMOJI_FILE_ERROR_WRITE,
  KUMOJI_FILE_ERROR_UNSURE,
  KUMOJI_FILE_ERROR_NOT_OURS,
  KUMOJI_FILE_ERROR_NEWER,
  KUMOJI_FILE_ERROR_CHANGED,
  KUMOJI_FILE_ERROR_UNFAITHFUL,
} KumojiFileError;

GQuark kumoji_file_error_quark (void);

gint64 kumoji_file_error_get_version (const GError *error);
const char *kumoji_file_error_get_sentence (const GError *error, GFile *file);
char *kumoji_file_dup_name (GFile *file);

void kumoji_file_error_set_newer (GError **error, gint64 version);
void kumoji_file_error_set_read (GError **error, const GError *cause);
void kumoji_file_error_set_write (GError **error, const GError *cause);
void kumoji_file_error_name (GError **error, GFile *file);

G_END_DECLS
