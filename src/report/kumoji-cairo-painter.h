/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cairo painter: draws a page on the screen, on a printer or into a picture. */
#pragma once

#include <cairo.h>

#include "report/kumoji-page.h"

G_BEGIN_DECLS

void kumoji_cairo_paint (KumojiPage *page, cairo_t *cr);

G_END_DECLS
