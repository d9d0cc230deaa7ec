/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problems of a file, in the words of the pages. */
#pragma once

#include <adwaita.h>

#include "project/kumoji-project.h"

G_BEGIN_DECLS

char *kumoji_problem_dup_title (const KumojiProblem *problem, KumojiProject *project);
GtkWidget *kumoji_problems_new (GPtrArray *problems, KumojiProject *project);

G_END_DECLS
