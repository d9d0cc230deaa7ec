/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of the guard: what is JSON passes without loss, and nothing else does. */
#include "files/kumoji-guard.h"

#include <string.h>

#include "catalog/kumoji-language.h"
#include "project/kumoji-json.h"

static GBytes *
read_data (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "json", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static GPtrArray *
list_data (const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "json", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  return names;
}

static char *
read_back (GBytes *bytes, GError **error)
{
  g_autofree char *mark = NULL;
  g_autoptr (JsonNode) root = kumoji_guard_parse (bytes, &mark, error);
  GString *text = g_string_new (NULL);

  if (root != NULL)
    kumoji_json_append_node (text, root, mark);
  return g_string_free (text, root == NULL);
}

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_null (strchr (error->message, '\033'));
  g_assert_nonnull (strstr (error->message, "; "));
  g_assert_cmpuint (strlen (error->message), <, 300);
}

static void
test_valid (void)
{
  g_autoptr (GPtrArray) names = list_data ("valid");

  g_assert_cmpuint (names->len, >=, 100);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = read_data ("valid", names->pdata[i]);
      g_autoptr (GBytes) expected = read_data ("expected", names->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = read_back (bytes, &error);

      g_test_message ("%s", (char *) names->pdata[i]);
      g_assert_no_error (error);
      g_assert_cmpmem (text, strlen (text), g_bytes_get_data (expected, NULL),
                       g_bytes_get_size (expected));
    }
}

static void
test_invalid (void)
{
  g_autoptr (GPtrArray) names = list_data ("invalid");

  g_assert_cmpuint (names->len, >=, 300);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = read_data ("invalid", names->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *mark = NULL;
      g_autoptr (GBytes) checked = kumoji_guard_check (bytes, &mark, &error);

      g_test_message ("%s: %s", (char *) names->pdata[i], error != NULL ? error->message : "");
      g_assert_null (checked);
      g_assert_true (error->domain == KUMOJI_GUARD_ERROR);
      assert_sentence (error);
    }
}

/* A valid text that is cut anywhere is no JSON any more, and never a crash. */
static void
test_truncated (void)
{
  g_autoptr (GPtrArray) names = list_data ("valid");

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = read_data ("valid", names->pdata[i]);
      gsize length = MIN (g_bytes_get_size (bytes), 2000);

      for (gsize n = 0; n < length; n++)
        {
          /* A copy of its own, so that the sanitizer sees a read beyond the end. */
          g_autoptr (GBytes) cut = g_bytes_new (g_bytes_get_data (bytes, NULL), n);
          g_autoptr (GError) error = NULL;
          g_autofree char *mark = NULL;
          g_autoptr (GBytes) checked = kumoji_guard_check (cut, &mark, &error);
          if (checked == NULL)
            assert_sentence (error);
        }
    }
}

typedef struct
{
  const char *text;
  KumojiGuardError code;
  const char *message;
} Place;

static const Place places[] = {
  { "{\n  \"a\": 1,\n}", KUMOJI_GUARD_ERROR_SYNTAX,
    "line 3, column 1: something is missing before this closing bracket; *" },
  { "{\r\n\t\"a\": 'x'}", KUMOJI_GUARD_ERROR_SYNTAX,
    "line 2, column 7: a value must stand here, not “'”; *" },
  { "{\"会社\": 港}", KUMOJI_GUARD_ERROR_SYNTAX,
    "line 1, column 8: a value must stand here, not “港”; *" },
  { "\xef\xbb\xbf[01]", KUMOJI_GUARD_ERROR_SYNTAX, "line 1, column 2: this is no JSON number; *" },
  { "[\"\n\"]", KUMOJI_GUARD_ERROR_SYNTAX, "line 1, column 3: a text must not hold a line break*" },
  { "{\"a\":1,\n\"a\":2}", KUMOJI_GUARD_ERROR_DUPLICATE,
    "line 2, column 1: the name “a” stands twice in one object; *" },
  { "[\"\\u0000\"]", KUMOJI_GUARD_ERROR_ENCODING, "line 1, column 3: a text must not hold NUL; *" },
  { "[\n\"\x80\"]", KUMOJI_GUARD_ERROR_ENCODING, "line 2, column 2: this is no UTF-8 text; *" },
  { "[1] // x", KUMOJI_GUARD_ERROR_SYNTAX, "line 1, column 5: a comment must not stand*" },
  { "{} x", KUMOJI_GUARD_ERROR_SYNTAX,
    "line 1, column 4: nothing must stand behind the last bracket, not “x”; *" },
  { "{\"a\": [1, 2", KUMOJI_GUARD_ERROR_SYNTAX, "line 1, column 12: the file ends too early; *" },
  { "", KUMOJI_GUARD_ERROR_EMPTY, "the file is empty; *" },
  { "\xff\xfe{", KUMOJI_GUARD_ERROR_ENCODING, "the file was saved as UTF-16; save it as UTF-8" },
};

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (places[i].text, strlen (places[i].text));
      g_autoptr (GError) error = NULL;
      g_autofree char *mark = NULL;

      g_assert_null (kumoji_guard_check (bytes, &mark, &error));
      g_assert_error (error, KUMOJI_GUARD_ERROR, (int) places[i].code);
      if (!g_pattern_match_simple (places[i].message, error->message))
        g_error ("“%s” is not as “%s”", error->message, places[i].message);
    }
}

static void
assert_refused (GString *text, KumojiGuardError code)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (GError) error = NULL;
  g_autofree char *mark = NULL;

  g_assert_null (kumoji_guard_check (bytes, &mark, &error));
  g_assert_error (error, KUMOJI_GUARD_ERROR, (int) code);
  assert_sentence (error);
}

static GString *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return all;
}

static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  GString *many;

  assert_refused (repeat ("[", 100000), KUMOJI_GUARD_ERROR_DEPTH);
  assert_refused (repeat ("{\"a\":", 100000), KUMOJI_GUARD_ERROR_DEPTH);
  assert_refused (repeat ("[{\"a\":", 100000), KUMOJI_GUARD_ERROR_DEPTH);
  assert_refused (repeat ("]", 100000), KUMOJI_GUARD_ERROR_SYNTAX);

  g_assert_true (kumoji_guard_check_size (KUMOJI_GUARD_MAX_BYTES, &error));
  g_assert_no_error (error);
  g_assert_false (kumoji_guard_check_size ((guint64) KUMOJI_GUARD_MAX_BYTES + 1, &error));
  g_assert_error (error, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_SIZE);

  many = repeat ("0,", KUMOJI_GUARD_MAX_VALUES);
  g_string_prepend_c (many, '[');
  g_string_append (many, "0]");
  assert_refused (many, KUMOJI_GUARD_ERROR_SIZE);
}

/* Names that GLib's hash of strings takes for one: "Ez" and "FY", in every combination. */
static void
test_colliding_names (void)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < 1 << 15; i++)
    {
      g_string_append (text, i > 0 ? ",\"" : "\"");
      for (guint bit = 0; bit < 15; bit++)
        g_string_append (text, i >> bit & 1 ? "Ez" : "FY");
      g_string_append (text, "\":0");
    }
  g_string_append_c (text, '}');
  assert_refused (text, KUMOJI_GUARD_ERROR_SIZE);
}

/* A text of the file that looks like a marked number stays a text. */
static void
test_mark (void)
{
  static const char text[] =
    "[\"kumoji-number:1\",\"kumoji-number-1:\",\"kumoji-number-3:x\",1.50]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autofree char *mark = NULL;
  g_autoptr (GBytes) checked = kumoji_guard_check (bytes, &mark, &error);
  g_autofree char *back = read_back (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (mark, ==, "kumoji-number-2:");
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (checked, NULL), g_bytes_get_size (checked),
                                  "\"kumoji-number-2:1.50\""));
  g_assert_cmpstr (back, ==, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);

  g_test_add_func ("/guard/valid", test_valid);
  g_test_add_func ("/guard/invalid", test_invalid);
  g_test_add_func ("/guard/truncated", test_truncated);
  g_test_add_func ("/guard/places", test_places);
  g_test_add_func ("/guard/limits", test_limits);
  g_test_add_func ("/guard/colliding-names", test_colliding_names);
  g_test_add_func ("/guard/mark", test_mark);

  return g_test_run ();
}
