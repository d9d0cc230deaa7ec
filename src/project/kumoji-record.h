/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: something that the company says, as its table of fields describes it. */
#pragma once

#include "project/kumoji-field.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_RECORD (kumoji_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (KumojiRecord, kumoji_record, KUMOJI, RECORD, GObject)

typedef struct _KumojiList KumojiList;

/**
 * KumojiRecordClass:
 * @fields: the table; the first field is "id", which never changes
 * @n_fields: its length
 * @by_name: from a field's name to its index plus one
 * @noun: what such a record is called, in English
 *
 * Set by kumoji_record_class_install_fields(), which installs the properties, too. They are
 * read-only: an edit is a command on the project's history.
 */
struct _KumojiRecordClass
{
  GObjectClass parent_class;

  const KumojiField *fields;
  guint n_fields;
  GHashTable *by_name;
  const char *noun;
};

void kumoji_record_class_install_fields (KumojiRecordClass *klass,
                                         const char *noun,
                                         const KumojiField *fields,
                                         guint n_fields);

/**
 * KUMOJI_DEFINE_RECORD_OF:
 *
 * Defines a record type that is nothing but that table of fields.
 */
#define KUMOJI_DEFINE_RECORD_OF(TypeName, type_name, noun, table)                                  \
  struct _##TypeName                                                                               \
  {                                                                                                \
    KumojiRecord parent_instance;                                                                  \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, KUMOJI_TYPE_RECORD)                                    \
  static void type_name##_class_init (TypeName##Class *klass)                                      \
  {                                                                                                \
    kumoji_record_class_install_fields (KUMOJI_RECORD_CLASS (klass), noun, table,                  \
                                        G_N_ELEMENTS (table));                                     \
  }                                                                                                \
  static void type_name##_init (TypeName *self)                                                    \
  {                                                                                                \
  }

/**
 * KUMOJI_DEFINE_RECORD:
 *
 * Defines a record type that is nothing but the table `fields` of its file.
 */
#define KUMOJI_DEFINE_RECORD(TypeName, type_name, noun)                                            \
  KUMOJI_DEFINE_RECORD_OF (TypeName, type_name, noun, fields)

const char *kumoji_record_get_id (KumojiRecord *self);
const char *kumoji_record_get_noun (KumojiRecord *self, KumojiLanguage language);
const KumojiField *kumoji_record_get_fields (KumojiRecord *self, guint *n_fields);
const KumojiField *kumoji_record_get_field (KumojiRecord *self, const char *name);
const KumojiField *kumoji_record_type_get_field (GType type, const char *name);
guint kumoji_record_type_find (GType type, const char *name);
const GValue *kumoji_record_get_value_at (KumojiRecord *self, guint index);

const GValue *kumoji_record_get_value (KumojiRecord *self, const char *name);
const char *kumoji_record_get_text (KumojiRecord *self, const char *name);
gint64 kumoji_record_get_integer (KumojiRecord *self, const char *name);
gboolean kumoji_record_get_flag (KumojiRecord *self, const char *name);
KumojiList *kumoji_record_get_list (KumojiRecord *self, const char *name);
KumojiRecord *kumoji_record_get_record (KumojiRecord *self, const char *name);
char *kumoji_record_format (KumojiRecord *self, const char *name, KumojiLanguage language);
gboolean kumoji_record_is_initial (KumojiRecord *self);

KumojiRecord *kumoji_record_get_parent (KumojiRecord *self);
const KumojiField *kumoji_record_get_home (KumojiRecord *self);
guint kumoji_record_get_stamp (KumojiRecord *self);
char *kumoji_record_dup_path (KumojiRecord *self, const char *field);
KumojiRecord *kumoji_record_duplicate (KumojiRecord *self);

/**
 * KumojiSnapshot:
 *
 * What a record and everything below it said at one moment. Taking one costs a reference for each
 * record, so that a thread may save or print while editing goes on.
 */
typedef struct _KumojiSnapshot KumojiSnapshot;

KumojiSnapshot *kumoji_record_snapshot (KumojiRecord *self);
const char *kumoji_snapshot_get_id (const KumojiSnapshot *self);
KumojiRecord *kumoji_snapshot_restore (const KumojiSnapshot *self);
void kumoji_snapshot_free (KumojiSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiSnapshot, kumoji_snapshot_free)

G_END_DECLS
