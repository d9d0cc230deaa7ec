/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formula guard: an apostrophe before a cell that a spreadsheet would run.
 *
 * Text of a project may come from anybody: “=HYPERLINK(…)” in a name must stay a name when the
 * sheet is opened. A cell that begins with apostrophes and would be taken for a guarded one gets
 * one more, so that taking one off always gives back what was there. */
#include "files/kumoji-csv-guard.h"

#include <string.h>

/* A sign, digits, and perhaps a point and more digits: a spreadsheet reads it as that number. */
static gboolean
is_number (const char *cell)
{
  gsize whole, digits;

  cell += *cell == '-' || *cell == '+';
  whole = strspn (cell, "0123456789");
  cell += whole;
  if (whole > 0 && *cell == '.')
    {
      digits = strspn (cell + 1, "0123456789");
      cell += digits > 0 ? digits + 1 : 0;
    }
  return whole > 0 && *cell == '\0';
}

/* Behind any apostrophes. */
static gboolean
would_start_formula (const char *cell)
{
  cell += strspn (cell, "'");
  return *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL;
}

/**
 * kumoji_csv_needs_guard:
 * @cell: what a cell shall say
 *
 * DESIGN.md section 6: cells that would start a formula, unless they are numbers.
 *
 * Returns: whether an apostrophe must stand before it in the file
 */
gboolean
kumoji_csv_needs_guard (const char *cell)
{
  return would_start_formula (cell) && !is_number (cell);
}

/**
 * kumoji_csv_skip_guard:
 * @cell: what stands in a file
 *
 * Returns: (transfer none): what the cell says: @cell, or what is behind its guard
 */
const char *
kumoji_csv_skip_guard (const char *cell)
{
  return *cell == '\'' && would_start_formula (cell) ? cell + 1 : cell;
}
