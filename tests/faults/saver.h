/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a saver's exit status says of the file. */
#pragma once

typedef enum
{
  SAVER_SAVED = 0,   /* holds the new project */
  SAVER_REFUSED = 1, /* is as it was */
  SAVER_UNSURE = 3,  /* holds the new project, which the disk may lose */
  SAVER_NOT_READY = 4,
} SaverStatus;
