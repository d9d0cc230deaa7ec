/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cloud service that the company uses, or may use. */
#pragma once

#include "project/kumoji-record.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_SERVICE (kumoji_service_get_type ())
G_DECLARE_FINAL_TYPE (KumojiService, kumoji_service, KUMOJI, SERVICE, KumojiRecord)

G_END_DECLS
