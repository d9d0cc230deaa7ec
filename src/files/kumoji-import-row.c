/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import row: what one row of a sheet would make of the register. */
#include "files/kumoji-import-row.h"

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-intake.h"

/* Characters: what a change shows of both values together. */
#define SHOWN_MAX 60

/**
 * kumoji_import_row_new:
 * @number: in the sheet, from 1
 *
 * Returns: (transfer full): a row of which nothing is known yet
 */
KumojiImportRow *
kumoji_import_row_new (guint number)
{
  KumojiImportRow *self = g_new0 (KumojiImportRow, 1);

  self->number = number;
  self->title = g_strdup ("");
  self->detail = g_strdup ("");
  return self;
}

/**
 * kumoji_import_row_free:
 * @self: (transfer full): a row
 */
void
kumoji_import_row_free (KumojiImportRow *self)
{
  g_clear_object (&self->draft);
  g_clear_object (&self->present);
  g_free (self->reference);
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

/**
 * kumoji_import_row_is_refused:
 * @self: a row
 *
 * Returns: whether it stays out
 */
gboolean
kumoji_import_row_is_refused (const KumojiImportRow *self)
{
  return self->outcome == KUMOJI_IMPORT_REFUSED;
}

static void
add_detail (KumojiImportRow *self, const char *separator, const char *detail)
{
  char *details =
    *self->detail != '\0' ? g_strconcat (self->detail, separator, detail, NULL) : g_strdup (detail);

  g_free (self->detail);
  self->detail = details;
}

/**
 * kumoji_import_row_refuse:
 * @self: a row
 * @reason: (transfer full): why it stays out; one more where it does already
 */
void
kumoji_import_row_refuse (KumojiImportRow *self, char *reason)
{
  if (!kumoji_import_row_is_refused (self))
    *self->detail = '\0';
  self->outcome = KUMOJI_IMPORT_REFUSED;
  /* Translators: between two reasons why a row of a sheet is refused. */
  add_detail (self, _("; "), reason);
  g_free (reason);
}

/* What may stand in a cell, for whoever wrote something else. */
static char *
dup_choices (const KumojiField *field)
{
  KumojiLanguage language = kumoji_language_get_default ();
  GString *labels = g_string_new (NULL);

  for (const KumojiChoice *choice = field->choices; choice->id != NULL; choice++)
    /* Translators: between the choices of a list, e.g. "Original, Copy". */
    g_string_append_printf (labels, "%s%s", labels->len > 0 ? _(", ") : "",
                            kumoji_field_get_choice_label (field, choice->id, language));
  return g_string_free (labels, FALSE);
}

/**
 * kumoji_import_row_refuse_field:
 * @self: a row
 * @field: which of its cells is wrong
 * @reason: what is wrong with it
 */
void
kumoji_import_row_refuse_field (KumojiImportRow *self, const KumojiField *field, const char *reason)
{
  const char *label = kumoji_field_get_label (field, kumoji_language_get_default ());
  g_autofree char *choices = field->choices != NULL ? dup_choices (field) : NULL;

  if (choices != NULL)
    /* Translators: a column, what is wrong in it, and what may stand there. */
    kumoji_import_row_refuse (self, g_strdup_printf (_("%s: %s (%s)"), label, reason, choices));
  else
    /* Translators: a column, and what is wrong in it. */
    kumoji_import_row_refuse (self, g_strdup_printf (_("%s: %s"), label, reason));
}

/**
 * kumoji_import_row_begin:
 * @self: a row whose @present is known
 * @type: what it becomes
 *
 * From here on kumoji_import_row_fill() works.
 */
void
kumoji_import_row_begin (KumojiImportRow *self, GType type)
{
  self->draft = kumoji_intake_draft (type, self->present);
  self->outcome = self->present != NULL ? KUMOJI_IMPORT_SAME : KUMOJI_IMPORT_NEW;
}

/* "Count: 300 → 320"; of a long text, and of what refers to another asset, only the label. */
static char *
dup_change (const KumojiField *field, const GValue *before, const GValue *after)
{
  KumojiLanguage language = kumoji_language_get_default ();
  const char *label = kumoji_field_get_label (field, language);
  g_autofree char *old = kumoji_field_format (field, before, language);
  g_autofree char *new = kumoji_field_format (field, after, language);

  if (field->refers_to != NULL || g_utf8_strlen (old, -1) + g_utf8_strlen (new, -1) > SHOWN_MAX)
    return g_strdup (label);
  /* Translators: a column, what stood there, and what the sheet says. */
  return g_strdup_printf (_("%s: %s → %s"), label, *old != '\0' ? old : "–",
                          *new != '\0' ? new : "–");
}

/**
 * kumoji_import_row_fill:
 * @self: a row that has begun
 * @field: the index of a scalar field
 * @value: what the row says, as kumoji_field_parse() gave it
 */
void
kumoji_import_row_fill (KumojiImportRow *self, guint field, const GValue *value)
{
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (self->draft, &n_fields);
  g_autofree char *change = NULL;

  if (!kumoji_intake_fill (self->draft, field, value) || self->present == NULL)
    return;
  self->outcome = KUMOJI_IMPORT_CHANGED;
  change = dup_change (&fields[field], kumoji_record_get_value_at (self->present, field), value);
  add_detail (self, " · ", change);
}
