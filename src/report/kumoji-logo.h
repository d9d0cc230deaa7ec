/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A logo: a small picture that a project keeps as text. */
#pragma once

#include "report/kumoji-image.h"

G_BEGIN_DECLS

char *kumoji_logo_encode (GBytes *file, GError **error);
KumojiImage *kumoji_logo_decode (const char *text, GError **error);

G_END_DECLS
