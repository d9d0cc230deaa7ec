/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field: what one value of a record is, and what it may hold. */
#pragma once

#include <gio/gio.h>

#include "catalog/kumoji-language.h"

G_BEGIN_DECLS

#define KUMOJI_FIELD_ERROR (kumoji_field_error_quark ())

typedef enum
{
  KUMOJI_FIELD_ERROR_VALUE,
} KumojiFieldError;

GQuark kumoji_field_error_quark (void);

/**
 * KumojiFieldType:
 * @KUMOJI_FIELD_TEXT: one line of text
 * @KUMOJI_FIELD_MEMO: text of several lines
 * @KUMOJI_FIELD_INTEGER: a whole number from 0 to the field's limit
 * @KUMOJI_FIELD_FLAG: yes or no
 * @KUMOJI_FIELD_CHOICE: the id of one of the field's choices, or "" for none yet
 * @KUMOJI_FIELD_DATE: a day as ISO 8601 text, or "" for none
 * @KUMOJI_FIELD_RECORD: one record of another type, always there
 * @KUMOJI_FIELD_LIST: a list of records of another type
 */
typedef enum
{
  KUMOJI_FIELD_TEXT,
  KUMOJI_FIELD_MEMO,
  KUMOJI_FIELD_INTEGER,
  KUMOJI_FIELD_FLAG,
  KUMOJI_FIELD_CHOICE,
  KUMOJI_FIELD_DATE,
  KUMOJI_FIELD_RECORD,
  KUMOJI_FIELD_LIST,
} KumojiFieldType;

/**
 * KumojiUnit:
 *
 * What an integer counts.
 */
typedef enum
{
  KUMOJI_UNIT_NONE,
  KUMOJI_UNIT_YEN,
  KUMOJI_UNIT_PERCENT,
} KumojiUnit;

/**
 * KumojiChoice:
 * @id: as it stands in files
 * @label: in English, to be looked up with kumoji_phrase()
 */
typedef struct
{
  const char *id;
  const char *label;
} KumojiChoice;

/**
 * KumojiField:
 * @name: as it stands in files, and the name of the GObject property
 * @type: what it holds
 * @label: in English, to be looked up with kumoji_phrase()
 * @choices: (nullable): of a choice, ended by an id of %NULL
 * @none: (nullable): what it means where none of the choices is taken, in English; %NULL for
 *   "not said yet"
 * @max: the highest integer, or the most characters of a text; 0 for what the type allows
 * @initial: the integer or flag that a new record holds
 * @unit: what an integer counts
 * @record_type: the type of the records in it
 * @refers_to: (nullable): the project's list that has the record whose id it holds
 * @is_aside: whether the field is no part of what the company says, so not in the fingerprint
 *
 * A record type is a table of these; JSON, CSV, properties, forms, undo and report columns follow.
 */
typedef struct
{
  const char *name;
  KumojiFieldType type;
  const char *label;
  const KumojiChoice *choices;
  const char *none;
  gint64 max;
  gint64 initial;
  KumojiUnit unit;
  GType (*record_type) (void);
  const char *refers_to;
  gboolean is_aside;
} KumojiField;

gboolean kumoji_field_is_scalar (const KumojiField *self);
GType kumoji_field_get_value_type (const KumojiField *self);
void kumoji_field_init_value (const KumojiField *self, GValue *value);
gboolean kumoji_field_value_is_initial (const KumojiField *self, const GValue *value);
gboolean kumoji_field_values_equal (const KumojiField *self, const GValue *a, const GValue *b);
gint64 kumoji_field_get_max (const KumojiField *self);

gboolean kumoji_field_check (const KumojiField *self, const GValue *value, GError **error);
char *kumoji_field_fold (const char *text);
gboolean
kumoji_field_parse (const KumojiField *self, const char *text, GValue *value, GError **error);
char *kumoji_field_format (const KumojiField *self, const GValue *value, KumojiLanguage language);

const char *kumoji_field_get_label (const KumojiField *self, KumojiLanguage language);
const KumojiChoice *kumoji_field_find_choice (const KumojiField *self, const char *id);
const char *
kumoji_field_get_choice_label (const KumojiField *self, const char *id, KumojiLanguage language);

gboolean kumoji_date_is_valid (const char *text);
char *kumoji_integer_format (gint64 number);
char *kumoji_yen_format (gint64 yen);

G_END_DECLS
