/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of own catalogs: one step each. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

KumojiRecord *kumoji_own_catalog_new (const char *id);
KumojiRecord *kumoji_own_catalog_new_copy (KumojiProject *project, KumojiCatalog *catalog);
char *kumoji_own_dup_free_id (KumojiProject *project, const char *wanted);
void kumoji_own_set_id (KumojiRecord *catalog, const char *id);

KumojiRecord *kumoji_own_edit_add_section (KumojiHistory *history,
                                           KumojiRecord *catalog,
                                           guint position,
                                           KumojiLanguage language,
                                           const char *title);
KumojiRecord *kumoji_own_edit_add_item (KumojiHistory *history,
                                        KumojiRecord *section,
                                        guint position,
                                        const char *id,
                                        KumojiLanguage language,
                                        const char *title);
gboolean kumoji_own_edit_can_move (KumojiRecord *record, gboolean up);
void kumoji_own_edit_move (KumojiHistory *history, KumojiRecord *record, gboolean up);

void kumoji_own_edit_embed (KumojiProject *project, KumojiRecord *catalog);
void kumoji_own_edit_delete (KumojiProject *project, KumojiRecord *record);
KumojiRecord *kumoji_own_edit_renumber (KumojiProject *project,
                                        KumojiRecord *item,
                                        const char *id,
                                        GError **error);
guint kumoji_own_count_answers (KumojiProject *project, KumojiRecord *record);

G_END_DECLS
