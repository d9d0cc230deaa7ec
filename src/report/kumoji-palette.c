/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A palette: the colours of reports and charts, and the sizes of type on paper. */
#include "report/kumoji-palette.h"

/* Okabe, M. and Ito, K., "Color Universal Design" (2008): blue, bluish green, orange, reddish
 * purple, sky blue, vermilion, yellow. Their black is left to the text. */
#define OKABE_ITO 0x0072b2, 0x009e73, 0xe69f00, 0xcc79a7, 0x56b4e9, 0xd55e00, 0xf0e442
#define ON_OKABE_ITO 0xffffff, 0xffffff, 0x1f2328, 0x1f2328, 0x1f2328, 0xffffff, 0x1f2328

/* For paper, and for a light theme: text is dark enough for 7 : 1, words in colour for 4.5 : 1. */
const KumojiPalette kumoji_palette_paper = {
  .text = 0x1f2328,
  .dim = 0x586069,
  .background = 0xffffff,
  .accent = 0x0b6cb8,
  .good = 0x00704f,
  .bad = 0xb3401a,
  .caution = 0x8a5a00,
  .neutral = 0x586069,
  .plan = 0xcdd6de,
  .on_plan = 0x3a424a,
  .tint = 0xeef2f6,
  .stripe = 0xf4f7fa,
  .rule = 0x8b939c,
  .series = { OKABE_ITO },
  .on_series = { ON_OKABE_ITO },
};

/* For a dark theme, upon libadwaita's card colour. */
const KumojiPalette kumoji_palette_dark = {
  .text = 0xf2f4f6,
  .dim = 0xb0b7be,
  .background = 0x36363a,
  .accent = 0x78b9f0,
  .good = 0x4fd3a8,
  .bad = 0xff9a6b,
  .caution = 0xf0c050,
  .neutral = 0xb0b7be,
  .plan = 0x5d656d,
  .on_plan = 0xf2f4f6,
  .tint = 0x42464b,
  .stripe = 0x3b3c40,
  .rule = 0x7d858d,
  .series = { 0x3d9ad6, 0x12b98a, 0xe69f00, 0xd68bb4, 0x7cc7f2, 0xe97a2b, 0xf0e442 },
  .on_series = { 0x10151a, 0x10151a, 0x10151a, 0x10151a, 0x10151a, 0x10151a, 0x10151a },
};

/**
 * kumoji_palette_get_series:
 *
 * Returns: the colour of a series; they repeat after %KUMOJI_N_SERIES
 */
KumojiColour
kumoji_palette_get_series (const KumojiPalette *palette, guint position)
{
  return palette->series[position % KUMOJI_N_SERIES];
}
