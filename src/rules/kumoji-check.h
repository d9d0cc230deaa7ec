/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a project: what in it cannot be right, beyond single values. */
#pragma once

#include "catalog/kumoji-library.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

GPtrArray *kumoji_check_project (KumojiLibrary *library, KumojiProject *project);

G_END_DECLS
