/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A path: lines and curves in points, origin at the top left. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Single precision is a ten-thousandth of a point on any paper, and halves a long report. */
typedef struct
{
  float x, y, width, height;
} KumojiBox;

typedef enum
{
  KUMOJI_PATH_MOVE,
  KUMOJI_PATH_LINE,
  KUMOJI_PATH_CURVE,
  KUMOJI_PATH_CLOSE,
} KumojiPathVerb;

/**
 * KumojiPathStep:
 * @x: the points of the step: one for a move or a line, two handles and the end for a curve
 */
typedef struct
{
  KumojiPathVerb verb;
  float x[3], y[3];
} KumojiPathStep;

typedef struct _KumojiPath KumojiPath;

KumojiPath *kumoji_path_new (void);
void kumoji_path_free (KumojiPath *path);

void kumoji_path_move_to (KumojiPath *path, double x, double y);
void kumoji_path_line_to (KumojiPath *path, double x, double y);
void kumoji_path_curve_to (KumojiPath *path,
                           double x1,
                           double y1,
                           double x2,
                           double y2,
                           double x3,
                           double y3);
void
kumoji_path_arc_to (KumojiPath *path, double x, double y, double radius, double start, double end);
void kumoji_path_close (KumojiPath *path);
void kumoji_path_add_box (KumojiPath *path, const KumojiBox *box, double radius);
void kumoji_path_add_circle (KumojiPath *path, double x, double y, double radius);

const KumojiPathStep *kumoji_path_get_steps (KumojiPath *path, guint *n_steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiPath, kumoji_path_free)

G_END_DECLS
