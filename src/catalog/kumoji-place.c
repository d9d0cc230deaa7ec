/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place in a JSON document that is being read: gives members of the expected type, and says where
 * something is wrong. */
#include "catalog/kumoji-place.h"

#include "catalog/kumoji-catalog.h"
#include "catalog/kumoji-phrases.h"

static void
append_path (const KumojiPlace *self, GString *path)
{
  if (self->parent == NULL)
    return;
  append_path (self->parent, path);
  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, self->name);
  if (self->index >= 0)
    g_string_append_printf (path, "[%d]", self->index);
}

static const char *
document_name (const KumojiPlace *self)
{
  while (self->parent != NULL)
    self = self->parent;
  return self->name;
}

/**
 * kumoji_place_init_root:
 * @self: the place
 * @document: the document's name, for messages; must outlive @self
 * @parser: keeps what is read; must outlive @self
 * @bytes: the document
 * @format: what its member "format" must say
 * @version: what its member "version" must say
 * @error: where the first error goes; must hold none
 *
 * Returns: whether the document is an object of that format and version
 */
gboolean
kumoji_place_init_root (KumojiPlace *self,
                        const char *document,
                        JsonParser *parser,
                        GBytes *bytes,
                        const char *format,
                        gint64 version,
                        GError **error)
{
  g_autoptr (GError) broken = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  *self = (KumojiPlace){ .name = document, .index = -1, .error = error };
  if (!json_parser_load_from_data (parser, data, size, &broken))
    {
      kumoji_place_fail (self, NULL, broken->message);
      return FALSE;
    }

  JsonNode *root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      kumoji_place_fail (self, NULL, _("an object is wanted here"));
      return FALSE;
    }
  self->object = json_node_get_object (root);
  if (g_strcmp0 (kumoji_place_get_string (self, "format", TRUE), format) != 0)
    {
      g_autofree char *reason = g_strdup_printf (_("must be “%s”"), format);
      kumoji_place_fail (self, "format", reason);
    }
  if (kumoji_place_get_integer (self, "version", TRUE) != version)
    kumoji_place_fail (self, "version", _("this version is not known"));
  return !kumoji_place_failed (self);
}

/**
 * kumoji_place_init_element:
 * @self: the place
 * @parent: where the array stands; must outlive @self
 * @member: the array's name
 * @index: which element
 *
 * Returns: whether the element is an object
 */
gboolean
kumoji_place_init_element (KumojiPlace *self,
                           const KumojiPlace *parent,
                           const char *member,
                           int index)
{
  JsonArray *array = json_object_get_array_member (parent->object, member);
  JsonNode *node = json_array_get_element (array, index);

  *self = (KumojiPlace){ .parent = parent, .name = member, .index = index, .error = parent->error };
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      kumoji_place_fail (self, NULL, _("an object is wanted here"));
      return FALSE;
    }
  self->object = json_node_get_object (node);
  return TRUE;
}

/**
 * kumoji_place_init_member:
 * @self: the place
 * @parent: where the object stands; must outlive @self
 * @member: the object's name
 *
 * Returns: whether the member is there and an object; one that is absent is no error
 */
gboolean
kumoji_place_init_member (KumojiPlace *self, const KumojiPlace *parent, const char *member)
{
  JsonNode *node = json_object_get_member (parent->object, member);

  *self = (KumojiPlace){ .parent = parent, .name = member, .index = -1, .error = parent->error };
  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      kumoji_place_fail (self, NULL, _("an object is wanted here"));
      return FALSE;
    }
  self->object = json_node_get_object (node);
  return TRUE;
}

/**
 * kumoji_place_failed:
 * @self: a place
 *
 * Returns: whether anything in the document was wrong so far
 */
gboolean
kumoji_place_failed (const KumojiPlace *self)
{
  return *self->error != NULL;
}

/**
 * kumoji_place_fail:
 * @self: a place
 * @member: (nullable): the member of it that is wrong
 * @reason: what is wrong, one phrase without a full stop
 *
 * Sets the document's error to "DOCUMENT: PATH: REASON", unless an earlier one is there.
 */
void
kumoji_place_fail (const KumojiPlace *self, const char *member, const char *reason)
{
  g_autoptr (GString) path = g_string_new (NULL);

  if (kumoji_place_failed (self))
    return;
  append_path (self, path);
  if (member != NULL)
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", member);
  g_set_error (self->error, KUMOJI_CATALOG_ERROR, KUMOJI_CATALOG_ERROR_BROKEN, "%s: %s: %s",
               document_name (self), path->len > 0 ? path->str : "/", reason);
}

/**
 * kumoji_place_has:
 * @self: a place
 * @member: a member's name
 *
 * Returns: whether the member is there
 */
gboolean
kumoji_place_has (const KumojiPlace *self, const char *member)
{
  return self->object != NULL && json_object_has_member (self->object, member);
}

/* The member's value where it holds @type; an error where it holds another, or is wanted and
 * absent. */
static JsonNode *
get_value (const KumojiPlace *self, const char *member, GType type, gboolean wanted)
{
  if (kumoji_place_failed (self))
    return NULL;

  JsonNode *node = json_object_get_member (self->object, member);
  if (node == NULL)
    {
      if (wanted)
        kumoji_place_fail (self, member, _("is missing"));
      return NULL;
    }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    {
      kumoji_place_fail (self, member,
                         type == G_TYPE_STRING  ? _("must be a text")
                         : type == G_TYPE_INT64 ? _("must be a whole number")
                                                : _("must be true or false"));
      return NULL;
    }
  return node;
}

/**
 * kumoji_place_get_string:
 * @self: a place
 * @member: the member's name
 * @wanted: whether it must be there, and not empty
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
kumoji_place_get_string (const KumojiPlace *self, const char *member, gboolean wanted)
{
  JsonNode *node = get_value (self, member, G_TYPE_STRING, wanted);
  const char *string = node != NULL ? json_node_get_string (node) : NULL;

  if (wanted && string != NULL && *string == '\0')
    kumoji_place_fail (self, member, _("must not be empty"));
  return string;
}

/**
 * kumoji_place_get_integer:
 * @self: a place
 * @member: the member's name
 * @wanted: whether it must be there
 *
 * Returns: the number, 0 where it is absent; a negative one is an error
 */
gint64
kumoji_place_get_integer (const KumojiPlace *self, const char *member, gboolean wanted)
{
  JsonNode *node = get_value (self, member, G_TYPE_INT64, wanted);
  gint64 number = node != NULL ? json_node_get_int (node) : 0;

  if (number < 0)
    kumoji_place_fail (self, member, _("must not be negative"));
  return number;
}

/**
 * kumoji_place_get_flag:
 * @self: a place
 * @member: the member's name
 *
 * Returns: what the flag says, %FALSE where it is absent
 */
gboolean
kumoji_place_get_flag (const KumojiPlace *self, const char *member)
{
  JsonNode *node = get_value (self, member, G_TYPE_BOOLEAN, FALSE);

  return node != NULL && json_node_get_boolean (node);
}

/**
 * kumoji_place_get_choice:
 * @self: a place
 * @member: the member's name
 * @choices: (array zero-terminated=1): the words that it may hold
 * @wanted: whether it must be there
 *
 * Returns: the index of the word in @choices; 0 where it is absent
 */
int
kumoji_place_get_choice (const KumojiPlace *self,
                         const char *member,
                         const char *const *choices,
                         gboolean wanted)
{
  const char *word = kumoji_place_get_string (self, member, wanted);

  if (word == NULL)
    return 0;
  for (int i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], word))
      return i;

  g_autofree char *known = g_strjoinv (", ", (char **) choices);
  g_autofree char *reason =
    g_strdup_printf (_("“%s” is not known; it must be one of %s"), word, known);
  kumoji_place_fail (self, member, reason);
  return 0;
}

/**
 * kumoji_place_get_length:
 * @self: a place
 * @member: the name of an array
 * @wanted: whether it must be there
 *
 * Returns: the number of its elements, 0 where it is absent or no array
 */
guint
kumoji_place_get_length (const KumojiPlace *self, const char *member, gboolean wanted)
{
  if (kumoji_place_failed (self))
    return 0;

  JsonNode *node = json_object_get_member (self->object, member);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node));
  if (node != NULL)
    kumoji_place_fail (self, member, _("must be a list"));
  else if (wanted)
    kumoji_place_fail (self, member, _("is missing"));
  return 0;
}

/**
 * kumoji_place_dup_strings:
 * @self: a place
 * @member: the name of an array of texts
 *
 * Returns: (transfer full): the texts; empty where the array is absent
 */
char **
kumoji_place_dup_strings (const KumojiPlace *self, const char *member)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  guint n = kumoji_place_get_length (self, member, FALSE);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node =
        json_array_get_element (json_object_get_array_member (self->object, member), i);
      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (strings, json_node_get_string (node));
      else
        kumoji_place_fail (self, member, _("must be a list of texts"));
    }
  return g_strv_builder_end (strings);
}

/**
 * kumoji_place_get_text:
 * @self: a place
 * @member: the name of a text in two languages
 * @wanted: whether it must be there, in one language at least
 * @text: (out caller-allocates): the text; clear it with kumoji_text_clear()
 *
 * A language in which it says nothing is one that it lacks, see kumoji_text_lacks().
 */
void
kumoji_place_get_text (const KumojiPlace *self,
                       const char *member,
                       gboolean wanted,
                       KumojiText *text)
{
  KumojiPlace place;

  *text = (KumojiText){ 0 };
  if (kumoji_place_failed (self))
    return;
  for (int i = 0; kumoji_place_init_member (&place, self, member) && i < KUMOJI_N_LANGUAGES; i++)
    {
      const char *said = kumoji_place_get_string (&place, kumoji_language_get_code (i), FALSE);
      text->in[i] = said != NULL && *said != '\0' ? g_strdup (said) : NULL;
    }
  if (wanted && kumoji_text_is_empty (text))
    kumoji_place_fail (self, member, _("is missing"));
}
