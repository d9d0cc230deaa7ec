/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON text: what json-glib's generator cannot write exactly.
 *
 * json-glib 1.6 reads 99.7 and writes 99.700000000000003, and turns an integer beyond 64 bits
 * negative. What a file holds beyond our tables must come back as it was, so the guard marks such
 * numbers as strings before json-glib reads them, and here the mark is taken off again. */
#include "project/kumoji-json.h"

#include <string.h>

/**
 * kumoji_json_append_string:
 * @out: where to
 * @text: valid UTF-8
 *
 * Appends @text as a JSON string, with no more escapes than JSON asks for.
 */
void
kumoji_json_append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      default:
        if ((guchar) *p < 0x20)
          g_string_append_printf (out, "\\u%04x", (guchar) *p);
        else
          g_string_append_c (out, *p);
      }
  g_string_append_c (out, '"');
}

static void
append_value (GString *out, JsonNode *node, const char *number_mark)
{
  const char *text;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_INT64:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
      break;
    case G_TYPE_STRING:
      text = json_node_get_string (node);
      if (number_mark != NULL && g_str_has_prefix (text, number_mark))
        g_string_append (out, text + strlen (number_mark));
      else
        kumoji_json_append_string (out, text);
      break;
    default:
      {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_string_append (out, g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));
      }
    }
}

static void
append_object (GString *out, JsonObject *object, const char *number_mark)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      kumoji_json_append_string (out, name);
      g_string_append_c (out, ':');
      kumoji_json_append_node (out, value, number_mark);
    }
  g_string_append_c (out, '}');
}

/**
 * kumoji_json_append_node:
 * @out: where to
 * @node: (nullable): a value of any type
 * @number_mark: (nullable): what the guard put in front of numbers that json-glib cannot keep
 *
 * Appends @node without white space, members in their order.
 */
void
kumoji_json_append_node (GString *out, JsonNode *node, const char *number_mark)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "null");
  else if (JSON_NODE_HOLDS_VALUE (node))
    append_value (out, node, number_mark);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (out, json_node_get_object (node), number_mark);
  else
    {
      JsonArray *array = json_node_get_array (node);
      g_string_append_c (out, '[');
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          kumoji_json_append_node (out, json_array_get_element (array, i), number_mark);
        }
      g_string_append_c (out, ']');
    }
}

/**
 * kumoji_json_append_indent:
 * @out: where to
 * @depth: how deep the new line stands
 *
 * Appends a line break and two spaces for each level.
 */
void
kumoji_json_append_indent (GString *out, guint depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

/**
 * kumoji_json_append_indented:
 * @out: where to
 * @compact: valid JSON without white space
 * @depth: how deep its first line stands
 *
 * Appends @compact over several lines, as the rest of a project's file stands.
 */
void
kumoji_json_append_indented (GString *out, const char *compact, guint depth)
{
  gboolean in_string = FALSE;

  for (const char *p = compact; *p != '\0'; p++)
    {
      gboolean opens = *p == '{' || *p == '[';

      if (in_string && *p == '\\')
        g_string_append_c (out, *p++);
      else if (*p == '"')
        in_string = !in_string;

      if (in_string || *p == '"')
        g_string_append_c (out, *p);
      else if (opens && (p[1] == '}' || p[1] == ']'))
        g_string_append_len (out, p++, 2);
      else if (opens)
        {
          g_string_append_c (out, *p);
          kumoji_json_append_indent (out, ++depth);
        }
      else if (*p == '}' || *p == ']')
        {
          kumoji_json_append_indent (out, --depth);
          g_string_append_c (out, *p);
        }
      else if (*p == ',')
        {
          g_string_append_c (out, *p);
          kumoji_json_append_indent (out, depth);
        }
      else if (*p == ':')
        g_string_append (out, ": ");
      else
        g_string_append_c (out, *p);
    }
}
