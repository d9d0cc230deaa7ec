/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its windows, and what is asked of it from outside. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KUMOJI_TYPE_APPLICATION (kumoji_application_get_type ())
G_DECLARE_FINAL_TYPE (KumojiApplication, kumoji_application, KUMOJI, APPLICATION, AdwApplication)

KumojiApplication *kumoji_application_new (void);

G_END_DECLS
