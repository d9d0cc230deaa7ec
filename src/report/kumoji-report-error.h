/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which a report can fail. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KUMOJI_REPORT_ERROR (kumoji_report_error_quark ())

/**
 * KumojiReportError:
 * @KUMOJI_REPORT_ERROR_NO_FONT: no Japanese font that can be embedded is installed
 * @KUMOJI_REPORT_ERROR_GEOMETRY: something was placed at no place of the page, or outside its box
 * @KUMOJI_REPORT_ERROR_PDF: libharu refused an operation
 * @KUMOJI_REPORT_ERROR_PART: there is no such part, or no blank form of it
 * @KUMOJI_REPORT_ERROR_CATALOG: there is no such checklist
 * @KUMOJI_REPORT_ERROR_PAGES: the document would have too many pages
 * @KUMOJI_REPORT_ERROR_IMAGE: a picture that cannot be used
 *
 * Cancelling gives %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  KUMOJI_REPORT_ERROR_NO_FONT,
  KUMOJI_REPORT_ERROR_GEOMETRY,
  KUMOJI_REPORT_ERROR_PDF,
  KUMOJI_REPORT_ERROR_PART,
  KUMOJI_REPORT_ERROR_CATALOG,
  KUMOJI_REPORT_ERROR_PAGES,
  KUMOJI_REPORT_ERROR_IMAGE,
} KumojiReportError;

GQuark kumoji_report_error_quark (void);

G_END_DECLS
