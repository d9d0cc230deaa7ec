/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field: what one value of a record is, and what it may hold. */
#include "project/kumoji-field.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-day.h"

#define TEXT_MAX 1000
#define MEMO_MAX 100000

G_DEFINE_QUARK (kumoji-field-error, kumoji_field_error)

/**
 * kumoji_field_is_scalar:
 * @self: a field
 *
 * Returns: whether it holds a value, not records
 */
gboolean
kumoji_field_is_scalar (const KumojiField *self)
{
  return self->type != KUMOJI_FIELD_RECORD && self->type != KUMOJI_FIELD_LIST;
}

/**
 * kumoji_field_get_value_type:
 * @self: a field
 *
 * Returns: the GType of its values, and of its property
 */
GType
kumoji_field_get_value_type (const KumojiField *self)
{
  switch (self->type)
    {
    case KUMOJI_FIELD_INTEGER:
      return G_TYPE_INT64;
    case KUMOJI_FIELD_FLAG:
      return G_TYPE_BOOLEAN;
    case KUMOJI_FIELD_RECORD:
      return self->record_type ();
    case KUMOJI_FIELD_LIST:
      return G_TYPE_LIST_MODEL;
    default:
      return G_TYPE_STRING;
    }
}

/**
 * kumoji_field_init_value:
 * @self: a field of a scalar type
 * @value: (out caller-allocates): zeroed; holds what a new record holds
 */
void
kumoji_field_init_value (const KumojiField *self, GValue *value)
{
  g_value_init (value, kumoji_field_get_value_type (self));
  if (self->type == KUMOJI_FIELD_INTEGER)
    g_value_set_int64 (value, self->initial);
  else if (self->type == KUMOJI_FIELD_FLAG)
    g_value_set_boolean (value, self->initial != 0);
  else
    g_value_set_static_string (value, "");
}

/**
 * kumoji_field_value_is_initial:
 * @self: a field of a scalar type
 * @value: a value of it
 *
 * Returns: whether it is what a new record holds; such values are left out of files
 */
gboolean
kumoji_field_value_is_initial (const KumojiField *self, const GValue *value)
{
  if (self->type == KUMOJI_FIELD_INTEGER)
    return g_value_get_int64 (value) == self->initial;
  if (self->type == KUMOJI_FIELD_FLAG)
    return g_value_get_boolean (value) == (self->initial != 0);
  return *g_value_get_string (value) == '\0';
}

/**
 * kumoji_field_values_equal:
 * @self: a field of a scalar type
 * @a: a value
 * @b: another value
 *
 * Returns: whether both say the same
 */
gboolean
kumoji_field_values_equal (const KumojiField *self, const GValue *a, const GValue *b)
{
  if (self->type == KUMOJI_FIELD_INTEGER)
    return g_value_get_int64 (a) == g_value_get_int64 (b);
  if (self->type == KUMOJI_FIELD_FLAG)
    return g_value_get_boolean (a) == g_value_get_boolean (b);
  return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
}

/**
 * kumoji_field_get_max:
 * @self: a field
 *
 * Returns: the highest integer, or the most characters of a text
 */
gint64
kumoji_field_get_max (const KumojiField *self)
{
  if (self->max > 0)
    return self->max;
  if (self->type == KUMOJI_FIELD_INTEGER)
    return G_MAXINT64;
  return self->type == KUMOJI_FIELD_MEMO ? MEMO_MAX : TEXT_MAX;
}

/**
 * kumoji_date_is_valid:
 * @text: a text
 *
 * Returns: whether it is a day of the calendar as ISO 8601 writes it, e.g. "2026-11-20"
 */
gboolean
kumoji_date_is_valid (const char *text)
{
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;

  int year = atoi (text), month = atoi (text + 5), day = atoi (text + 8);
  return year > 0 && month > 0 && month <= 12 && day > 0 && g_date_valid_dmy (day, month, year);
}

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, KUMOJI_FIELD_ERROR, KUMOJI_FIELD_ERROR_VALUE, message);
  g_free (message);
  return FALSE;
}

static gboolean
check_integer (const KumojiField *self, gint64 number, GError **error)
{
  g_autofree char *max = kumoji_integer_format (kumoji_field_get_max (self));

  if (number < 0)
    return refuse (error, g_strdup (_("must not be negative")));
  if (number > kumoji_field_get_max (self))
    return refuse (error, g_strdup_printf (_("must be %s at most"), max));
  return TRUE;
}

static gboolean
check_string (const KumojiField *self, const char *text, GError **error)
{
  g_autofree char *max = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error, g_strdup (_("is no valid UTF-8 text")));
  if (*text == '\0')
    return TRUE;
  if (self->type == KUMOJI_FIELD_DATE)
    return kumoji_date_is_valid (text)
           || refuse (error,
                      g_strdup_printf (_("“%s” is no date; write it like 2026-11-20"), text));
  if (self->type == KUMOJI_FIELD_CHOICE)
    return kumoji_field_find_choice (self, text) != NULL
           || refuse (error, g_strdup_printf (_("“%s” is not one of its choices"), text));

  max = kumoji_integer_format (kumoji_field_get_max (self));
  return g_utf8_strlen (text, -1) <= kumoji_field_get_max (self)
         || refuse (error, g_strdup_printf (_("is longer than %s characters"), max));
}

/**
 * kumoji_field_check:
 * @self: a field of a scalar type
 * @value: a value of any type
 * @error: return location for %KUMOJI_FIELD_ERROR; its message says what is wrong, without a name
 *
 * Returns: whether the field may hold @value
 */
gboolean
kumoji_field_check (const KumojiField *self, const GValue *value, GError **error)
{
  if (!G_VALUE_HOLDS (value, kumoji_field_get_value_type (self)))
    return refuse (error,
                   g_strdup (self->type == KUMOJI_FIELD_INTEGER ? _("must be a whole number")
                             : self->type == KUMOJI_FIELD_FLAG  ? _("must be true or false")
                                                                : _("must be a text")));
  if (self->type == KUMOJI_FIELD_INTEGER)
    return check_integer (self, g_value_get_int64 (value), error);
  if (self->type == KUMOJI_FIELD_FLAG)
    return TRUE;
  return g_value_get_string (value) != NULL ? check_string (self, g_value_get_string (value), error)
                                            : refuse (error, g_strdup (_("must be a text")));
}

/* Digits as people type them: full-width ones, commas between thousands, yen in either form,
 * blanks.
 */
static gboolean
parse_integer (const char *text, gint64 *number)
{
  g_autofree char *folded = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) digits = g_string_new (NULL);

  if (folded == NULL)
    return FALSE;
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isdigit (c) && c < 128)
        g_string_append_c (digits, c);
      else if (c == '-' && digits->len == 0)
        g_string_append_c (digits, '-');
      else if (c != ',' && c != 0xA5 && c != 0x5186 && c != '\\' && c != '%'
               && !g_unichar_isspace (c))
        return FALSE;
    }
  if (digits->len == 0)
    {
      *number = 0;
      return TRUE;
    }
  return g_ascii_string_to_signed (digits->str, 10, G_MININT64, G_MAXINT64, number, NULL);
}

/**
 * kumoji_field_fold:
 * @text: what somebody typed, or a label
 *
 * Returns: (transfer full): @text for comparison: without blanks, neither upper nor full width
 */
char *
kumoji_field_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  GString *closed = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (closed, g_utf8_get_char (p));
  return g_string_free (closed, FALSE);
}

static gboolean
folds_to (const char *label, const char *folded)
{
  g_autofree char *other = kumoji_field_fold (label);

  return g_str_equal (other, folded);
}

/* A choice by its id, or by its label in either language. */
static const KumojiChoice *
parse_choice (const KumojiField *self, const char *text)
{
  g_autofree char *folded = NULL;

  for (const KumojiChoice *choice = self->choices; choice->id != NULL; choice++)
    if (g_str_equal (choice->id, text)
        || g_str_equal (kumoji_phrase (KUMOJI_LANGUAGE_JA, choice->label), text)
        || g_str_equal (choice->label, text))
      return choice;
  /* Nearly all that is typed or read is exact: only the rest is folded. */
  folded = kumoji_field_fold (text);
  for (const KumojiChoice *choice = self->choices; choice->id != NULL; choice++)
    if (folds_to (choice->id, folded) || folds_to (choice->label, folded)
        || folds_to (kumoji_phrase (KUMOJI_LANGUAGE_JA, choice->label), folded))
      return choice;
  return NULL;
}

/**
 * kumoji_field_parse:
 * @self: a field of a scalar type
 * @text: what somebody typed
 * @value: (out caller-allocates): zeroed; holds the value where it is valid
 * @error: return location for %KUMOJI_FIELD_ERROR
 *
 * Numbers may have commas, a yen sign and full-width digits; choices may be given by their label,
 * in any width and case; days in any form that kumoji_day_to_iso() understands.
 *
 * Returns: whether the field may hold what @text says
 */
gboolean
kumoji_field_parse (const KumojiField *self, const char *text, GValue *value, GError **error)
{
  g_auto (GValue) parsed = G_VALUE_INIT;
  gint64 number;

  kumoji_field_init_value (self, &parsed);
  if (self->type == KUMOJI_FIELD_INTEGER)
    {
      if (!parse_integer (text, &number))
        return refuse (error, g_strdup_printf (_("“%s” is no whole number"), text));
      g_value_set_int64 (&parsed, number);
    }
  else if (self->type == KUMOJI_FIELD_FLAG)
    g_value_set_boolean (&parsed, g_str_equal (text, "true") || g_str_equal (text, "yes")
                                    || g_str_equal (text, "1"));
  else if (self->type == KUMOJI_FIELD_CHOICE && *text != '\0')
    {
      const KumojiChoice *choice = parse_choice (self, text);
      g_value_set_string (&parsed, choice != NULL ? choice->id : text);
    }
  else if (self->type == KUMOJI_FIELD_DATE)
    {
      g_autofree char *iso = kumoji_day_to_iso (text);
      g_value_set_string (&parsed, iso != NULL ? iso : text);
    }
  else
    g_value_set_string (&parsed, text);

  if (!kumoji_field_check (self, &parsed, error))
    return FALSE;
  g_value_init (value, G_VALUE_TYPE (&parsed));
  g_value_copy (&parsed, value);
  return TRUE;
}

/**
 * kumoji_integer_format:
 * @number: a whole number
 *
 * Returns: (transfer full): it with a comma between thousands, in either language
 */
char *
kumoji_integer_format (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  GString *text = g_string_new (NULL);
  const char *p = digits;

  if (*p == '-')
    g_string_append_c (text, *p++);
  for (gsize left = strlen (p); left > 0; left--, p++)
    {
      g_string_append_c (text, *p);
      if (left > 1 && left % 3 == 1)
        g_string_append_c (text, ',');
    }
  return g_string_free (text, FALSE);
}

/**
 * kumoji_yen_format:
 * @yen: an amount in whole yen
 *
 * Returns: (transfer full): it as "¥1,234", a negative one as "−¥1,234"
 */
char *
kumoji_yen_format (gint64 yen)
{
  g_autofree char *number = kumoji_integer_format (yen);

  return yen < 0 ? g_strconcat ("−¥", number + 1, NULL) : g_strconcat ("¥", number, NULL);
}

/**
 * kumoji_field_format:
 * @self: a field of a scalar type
 * @value: a value of it
 * @language: the reader's language
 *
 * Returns: (transfer full): the value as a person reads it
 */
char *
kumoji_field_format (const KumojiField *self, const GValue *value, KumojiLanguage language)
{
  switch (self->type)
    {
    case KUMOJI_FIELD_INTEGER:
      return self->unit == KUMOJI_UNIT_YEN ? kumoji_yen_format (g_value_get_int64 (value))
                                           : kumoji_integer_format (g_value_get_int64 (value));
    case KUMOJI_FIELD_FLAG:
      return g_strdup (
        kumoji_phrase (language, g_value_get_boolean (value) ? N_("Yes") : N_("No")));
    case KUMOJI_FIELD_CHOICE:
      return g_strdup (kumoji_field_get_choice_label (self, g_value_get_string (value), language));
    default:
      return g_value_dup_string (value);
    }
}

/**
 * kumoji_field_get_label:
 * @self: a field
 * @language: the reader's language
 *
 * Returns: (transfer none): its name for people
 */
const char *
kumoji_field_get_label (const KumojiField *self, KumojiLanguage language)
{
  return self->label != NULL ? kumoji_phrase (language, self->label) : self->name;
}

/**
 * kumoji_field_find_choice:
 * @self: a field that holds a choice
 * @id: as it stands in files
 *
 * Returns: (transfer none) (nullable): the choice
 */
const KumojiChoice *
kumoji_field_find_choice (const KumojiField *self, const char *id)
{
  for (const KumojiChoice *choice = self->choices; choice != NULL && choice->id != NULL; choice++)
    if (g_str_equal (choice->id, id))
      return choice;
  return NULL;
}

/**
 * kumoji_field_get_choice_label:
 * @self: a field that holds a choice
 * @id: as it stands in files
 * @language: the reader's language
 *
 * Returns: (transfer none): the choice's name for people, "" for none
 */
const char *
kumoji_field_get_choice_label (const KumojiField *self, const char *id, KumojiLanguage language)
{
  const KumojiChoice *choice = kumoji_field_find_choice (self, id);

  return choice != NULL ? kumoji_phrase (language, choice->label) : "";
}
