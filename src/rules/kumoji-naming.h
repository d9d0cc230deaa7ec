/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A naming: what people call the records of a project, and what they read in their fields. */
#pragma once

#include "catalog/kumoji-library.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

typedef struct _KumojiNaming KumojiNaming;

KumojiNaming *
kumoji_naming_new (KumojiProject *project, KumojiLibrary *library, KumojiLanguage language);
void kumoji_naming_free (KumojiNaming *self);

char *kumoji_naming_dup_name (KumojiNaming *self, KumojiRecord *record);
char *kumoji_naming_dup_value (KumojiNaming *self, KumojiRecord *record, const KumojiField *field);
char *kumoji_naming_dup_summary (KumojiNaming *self, KumojiRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiNaming, kumoji_naming_free)

G_END_DECLS
