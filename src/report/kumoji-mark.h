/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mark: a state or a tick, drawn as a shape; fonts for print have none of them. */
#pragma once

#include "report/kumoji-palette.h"

G_BEGIN_DECLS

/**
 * KumojiMark:
 * @KUMOJI_MARK_LEVEL_NONE: and the levels behind it: none to three of three bars, so that they
 *   can be told apart without colour
 */
typedef enum
{
  KUMOJI_MARK_NONE,
  KUMOJI_MARK_PASSED,
  KUMOJI_MARK_BLOCKED,
  KUMOJI_MARK_OPEN,
  KUMOJI_MARK_WAITING,
  KUMOJI_MARK_NOT_APPLICABLE,
  KUMOJI_MARK_LATE,
  KUMOJI_MARK_LEVEL_NONE,
  KUMOJI_MARK_LEVEL_LOW,
  KUMOJI_MARK_LEVEL_MEDIUM,
  KUMOJI_MARK_LEVEL_HIGH,
} KumojiMark;

KumojiColour kumoji_mark_get_colour (KumojiMark mark, const KumojiPalette *palette);
void kumoji_mark_draw (KumojiPage *page,
                       const KumojiPalette *palette,
                       KumojiMark mark,
                       double x,
                       double y,
                       double size);
void kumoji_check_box_draw (KumojiPage *page,
                            const KumojiPalette *palette,
                            gboolean checked,
                            double x,
                            double y,
                            double size);

G_END_DECLS
