/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term label: a label in which the words of the glossary explain themselves. */
#pragma once

#include <adwaita.h>

#include "catalog/kumoji-library.h"

G_BEGIN_DECLS

char *kumoji_term_markup_new (KumojiLibrary *library,
                              const char *text,
                              KumojiLanguage language,
                              KumojiItem *except);
void kumoji_term_label_set_text (GtkLabel *label,
                                 KumojiLibrary *library,
                                 const char *text,
                                 KumojiItem *except);

G_END_DECLS
