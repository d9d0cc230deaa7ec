/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing: a document on its way to a printer, by the desktop's own dialog. */
#pragma once

#include <gtk/gtk.h>

#include "report/kumoji-document.h"

G_BEGIN_DECLS

GtkPrintOperation *kumoji_printing_new (KumojiDocument *document, GtkPrintSettings *usual);
GtkPageSetup *kumoji_printing_new_page_setup (KumojiPage *page);

G_END_DECLS
