/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed in a field and not written into the project yet.
 *
 * A recovery copy shall hold it, but to write it into the project while somebody types would change
 * the text under the cursor, or disturb an input method. So it is written into the copy alone. */
#include "config.h"

#include "app/kumoji-typing.h"

#include "project/kumoji-path.h"

struct _KumojiTyping
{
  char *path;
  char *field;
  char *text;
};

/**
 * kumoji_typing_new:
 * @record: in which it is typed
 * @field: the name of its field
 * @text: what stands there
 *
 * Returns: (transfer full): what is typed
 */
KumojiTyping *
kumoji_typing_new (KumojiRecord *record, const char *field, const char *text)
{
  KumojiTyping *self = g_new0 (KumojiTyping, 1);

  self->path = kumoji_record_dup_path (record, NULL);
  self->field = g_strdup (field);
  self->text = g_strdup (text);
  return self;
}

/**
 * kumoji_typing_free:
 * @self: (transfer full) (nullable): what is typed
 */
void
kumoji_typing_free (KumojiTyping *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->field);
  g_free (self->text);
  g_free (self);
}

/**
 * kumoji_typing_apply:
 * @self: what is typed
 * @project: another one that says the same as that in which it is typed
 *
 * Writes it there. A text that its field may not hold is left out.
 */
void
kumoji_typing_apply (const KumojiTyping *self, KumojiProject *project)
{
  KumojiRecord *record = kumoji_path_find (KUMOJI_RECORD (project), self->path);

  if (record != NULL && kumoji_record_get_field (record, self->field) != NULL)
    kumoji_history_set_parsed (kumoji_project_get_history (project), record, self->field,
                               self->text, NULL);
}
