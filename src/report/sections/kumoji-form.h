/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: labels with room to write beside them. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

/**
 * KumojiFormField:
 * @label: what is to be written
 * @value: (nullable): what is known already
 * @wide: has a row of its own
 */
typedef struct
{
  const char *label;
  const char *value;
  gboolean wide;
} KumojiFormField;

void kumoji_form_add (KumojiReportContext *context, const KumojiFormField *fields, guint n_fields);

G_END_DECLS
