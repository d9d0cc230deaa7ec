/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service bar: chooses, adds, describes and deletes the cloud services that are assessed. */
#pragma once

#include <adwaita.h>

#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_SERVICE_BAR (kumoji_service_bar_get_type ())
G_DECLARE_FINAL_TYPE (KumojiServiceBar, kumoji_service_bar, KUMOJI, SERVICE_BAR, AdwBin)

void kumoji_service_bar_set_project (KumojiServiceBar *self, KumojiProject *project);
void kumoji_service_bar_select (KumojiServiceBar *self, const char *service);
KumojiRecord *kumoji_service_bar_get_selected (KumojiServiceBar *self);
void kumoji_service_bar_add (KumojiServiceBar *self);
void kumoji_service_bar_refresh (KumojiServiceBar *self);

G_END_DECLS
