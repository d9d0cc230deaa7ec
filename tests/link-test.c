/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of links: what is found in a text, what is never opened, and which files are. */
#include "files/kumoji-attachment.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog/kumoji-language.h"

#define LIST_MODE 0600

/* --- In a text -------------------------------------------------------------------------------- */

static void
assert_found (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) found = kumoji_link_find (text);
  g_autofree char *all = NULL;

  g_ptr_array_add (found, NULL);
  all = g_strjoinv (" ", (char **) found->pdata);
  g_assert_cmpstr (all, ==, expected);
}

static void
test_found (void)
{
  assert_found ("", "");
  assert_found ("規程 第3条 10:30 memo:x a@b 3:4", "");
  assert_found ("https://example.com/a", "https://example.com/a");
  assert_found ("URL：https://example.com/規程?x=1、別紙", "https://example.com/規程?x=1");
  assert_found ("(see https://example.com/a_(b)).", "https://example.com/a_(b)");
  assert_found ("「HTTP://Example.com:8080」 と taro@example.co.jp。",
                "HTTP://Example.com:8080 taro@example.co.jp");
  assert_found ("mailto:taro@example.co.jp, file:証拠/一覧.xlsx",
                "mailto:taro@example.co.jp file:証拠/一覧.xlsx");
  assert_found ("<https://example.com>; smb://server/share/x", "https://example.com "
                                                               "smb://server/share/x");
  /* What looks like a mail address in another address is a part of that. */
  assert_found ("http://good.example@evil.example/", "http://good.example@evil.example/");
  assert_found ("https:// file: mailto:", "");
  assert_found ("a\nhttps://example.com/b\tc", "https://example.com/b");
  assert_found ("\xff https://example.com", "");
}

/* A field takes 1,000 characters, and a file from elsewhere is read before they are counted. */
static void
test_long_text (void)
{
  g_autofree char *letters = g_strnfill (1000000, 'a');
  g_autofree char *colons = g_strnfill (1000000, ':');
  g_autofree char *dots = g_strnfill (200000, '.');
  g_autofree char *mail = g_strconcat ("a@", dots, NULL);

  assert_found (letters, "");
  assert_found (colons, "");
  assert_found (mail, "");
}

/* --- What may be opened ----------------------------------------------------------------------- */

static void
assert_opens (const char *address, KumojiLinkKind kind, const char *uri, const char *shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiLink) link = kumoji_link_parse (address, &error);

  g_assert_no_error (error);
  g_assert_cmpint (link->kind, ==, kind);
  g_assert_cmpstr (link->uri, ==, uri);
  g_assert_cmpstr (link->shown, ==, shown);
}

static void
assert_refused (const char *address, KumojiLinkError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiLink) link = kumoji_link_parse (address, &error);

  if (link != NULL)
    g_test_message ("opened: %s", address);
  g_assert_null (link);
  g_assert_error (error, KUMOJI_LINK_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 0);
}

static void
test_opened (void)
{
  assert_opens ("https://example.com/a?b=c#d", KUMOJI_LINK_WEB, "https://example.com/a?b=c#d",
                "https://example.com/a?b=c#d");
  assert_opens ("HtTpS://EXAMPLE.com/A%20b", KUMOJI_LINK_WEB, "https://example.com/A%20b",
                "https://example.com/A%20b");
  assert_opens ("http://192.168.1.10:8080/", KUMOJI_LINK_WEB, "http://192.168.1.10:8080/",
                "http://192.168.1.10:8080/");
  assert_opens ("http://[::1]:80/x", KUMOJI_LINK_WEB, "http://[::1]:80/x", "http://[::1]:80/x");
  assert_opens ("https://example.com/規程", KUMOJI_LINK_WEB,
                "https://example.com/%E8%A6%8F%E7%A8%8B", "https://example.com/規程");
  /* The user's eye is not deceived by letters: the host is shown as the network knows it. */
  assert_opens ("https://例え.jp/", KUMOJI_LINK_WEB, "https://xn--r8jz45g.jp/",
                "https://xn--r8jz45g.jp/");
  assert_opens ("https://xn--r8jz45g.jp", KUMOJI_LINK_WEB, "https://xn--r8jz45g.jp",
                "https://xn--r8jz45g.jp");
  assert_opens ("https://аpple.com", KUMOJI_LINK_WEB, "https://xn--pple-43d.com",
                "https://xn--pple-43d.com");
  assert_opens ("taro@example.co.jp", KUMOJI_LINK_MAIL, "mailto:taro@example.co.jp",
                "mailto:taro@example.co.jp");
  assert_opens ("MAILTO:taro+x@Example.co.jp", KUMOJI_LINK_MAIL, "mailto:taro+x@example.co.jp",
                "mailto:taro+x@example.co.jp");
  assert_opens ("file:証拠/一%20覧.xlsx", KUMOJI_LINK_FILE, NULL, "証拠/一 覧.xlsx");
  assert_opens ("file:///tmp/a.pdf", KUMOJI_LINK_FILE, NULL, "/tmp/a.pdf");
}

static void
test_other_kinds (void)
{
  static const char *const addresses[] = {
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "smb://server/share",
    "vbscript:x",
    "ftp://example.com/a",
    "ssh://example.com",
    "ms-settings:",
    "x-scheme-handler:x",
    "about:config",
    "blob:https://x/y",
    "view-source:https://example.com",
    "httpss://example.com",
    "https+x://example.com",
    ":",
    "trash:///",
    "computer:///",
    "admin:///etc/passwd",
    "tel:110",
    "steam://run/1",
    "zoommtg://zoom.us/join",
    "a:b@c.com",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    assert_refused (addresses[i], KUMOJI_LINK_ERROR_KIND);
}

static void
test_broken (void)
{
  static const char *const addresses[] = {
    /* nothing, or nowhere */
    "",
    "https:",
    "https://",
    "https:///a",
    "http:example.com",
    "//example.com/a",
    "/etc/passwd",
    "example.com",
    "@",
    "a@",
    "@b",
    "mailto:",
    "mailto:a@b@c.com",
    "https://:80/",
    "https://example.com:0/",
    "https://example.com:99999/",
    "https://example.com:80x/",
    "https://[::1",
    "https://[::1]x/",
    "https://[1.2.3.4]/",
    "https://a..b/",
    "https://.a/",
    /* one host before another */
    "http://a@b",
    "https://good.example:x@evil.example/",
    "https://good.example%2f@evil.example/",
    "https://good.example%00.evil.example/",
    "https://good.example\\@evil.example/",
    "https://good.example／.evil.example/",

    /* what cannot be seen, what turns the order, what ends a line */
    " https://example.com",
    "https://example.com ",
    "https://exa mple.com",
    "https://example.com/\na",
    "https://example.com/\r\nX: y",
    "java\nscript:alert(1)",
    "\tjavascript:alert(1)",
    "https://example.com/\xe2\x80\xae"
    "fdp.exe",
    "https://example.com/\xe2\x80\x8b",
    "https://\xe2\x81\xa6"
    "a.example/",
    "https://example.com/\xd7\x90/b",
    "https://example.com/\xe3\x80\x80",
    "https://example.com/\x7f",
    "https://example.com/\x01",
    "\xff\xfe",
    /* what is no part of an address, and halves of one */
    "https://example.com/<b>",
    "https://example.com/\"onclick=",
    "https://example.com/`id`",
    "https://example.com/{a}",
    "https://example.com/%",
    "https://example.com/%2",
    "https://example.com/%zz",
    /* letters that bring a file along */
    "mailto:a@b.com?attach=/etc/passwd",
    "mailto:a@b.com?subject=x",
    "mailto:a%0ab@c.com",
    "mailto:a@b.com%3Fattach=x",
    "mailto://a@b.com",
    "mailto:a,b@c.com",
    "mailto:a b@c.com",
    /* other people's files */
    "file:",
    "file://server/share/a",
    "file://localhost/etc/passwd",

    "file:../a",
    "file:a/../../b",
    "file:///a/../b",
    "file:./a",
    "file:a%2f..%2f..%2fb",
    "file:a%00b",
    "file:%2e%2e/a",
    "file:~/a/..",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    assert_refused (addresses[i], KUMOJI_LINK_ERROR_BROKEN);
}

static void
test_long (void)
{
  g_autofree char *many = g_strnfill (1000000, 'a');
  g_autofree char *address = g_strconcat ("https://example.com/", many, NULL);
  g_autofree char *host = g_strconcat ("https://", many, NULL);

  assert_refused (address, KUMOJI_LINK_ERROR_LONG);
  assert_refused (host, KUMOJI_LINK_ERROR_LONG);
  assert_refused (many, KUMOJI_LINK_ERROR_LONG);
}

static void
test_plain (void)
{
  g_autofree char *plain = kumoji_link_dup_plain ("a\xe2\x80\xae"
                                                  "fdp\n<b>\xe2\x80\x8b\xff 規程 \xd7\x90&amp;");

  g_assert_cmpstr (plain, ==, "a‹U+202E›fdp‹U+000A›<b>‹U+200B›\xef\xbf\xbd 規程 ‹U+05D0›&amp;");
}

/* --- Files ------------------------------------------------------------------------------------ */

typedef struct
{
  char *folder; /* of the project */
  GFile *project;
} Fixture;

static GFile *
write_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  return g_file_new_for_path (path);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_build_filename (g_get_home_dir (), "案件", NULL);
  self->project = write_file (self->folder, "plan.kumoji.json");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->project);
  g_free (self->folder);
}

/* What opening @address would come to, for a project at @project. */
static KumojiAttachment *
find (const char *address, GFile *project, GError **error)
{
  g_autoptr (KumojiLink) link = kumoji_link_parse (address, error);

  g_assert_nonnull (link);
  return kumoji_attachment_find (link, project, error);
}

static void
assert_not_found (const char *address, GFile *project, KumojiLinkError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiAttachment) found = find (address, project, &error);

  g_assert_null (found);
  g_assert_error (error, KUMOJI_LINK_ERROR, (int) code);
}

static void
assert_file (const char *address, GFile *project, GFile *expected, gboolean runs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiAttachment) found = find (address, project, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found->path, ==, g_file_peek_path (expected));
  g_assert_cmpint (found->runs, ==, runs);
}

static void
remember (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (kumoji_attachment_remember (file, &error));
  g_assert_no_error (error);
}

/* Whatever a file is called, its address stands in a text and leads back to it. */
static void
test_names (Fixture *self, gconstpointer data)
{
  static const char *const names[] = {
    "a.pdf",
    "証拠/アクセス 一覧.xlsx",
    "「規程」（最新）、改訂.docx",
    "50% & <b>.txt",
    "a?b#c",
    "end.",
    "(x)",
    "tab\tand\nline",
    "\xe2\x80\xae"
    "fdp.txt",
    "latin-\xe9.txt",
    "file:x",
    "%2e%2e",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = write_file (self->folder, names[i]);
      g_autofree char *address = kumoji_attachment_compose (file, self->project);
      g_autofree char *absolute = kumoji_attachment_compose (file, NULL);
      g_autofree char *text = g_strdup_printf ("規程（%s）、%s。", address, absolute);
      g_autofree char *both = g_strdup_printf ("%s %s", address, absolute);

      g_assert_true (g_str_has_prefix (address, "file:") && address[5] != '/');
      g_assert_true (g_str_has_prefix (absolute, "file:///"));
      assert_found (text, both);
      assert_not_found (address, self->project, KUMOJI_LINK_ERROR_FOREIGN);
      remember (file);
      assert_file (address, self->project, file, FALSE);
      assert_file (absolute, self->project, file, FALSE);
      assert_file (absolute, NULL, file, FALSE);
      assert_not_found (address, NULL, KUMOJI_LINK_ERROR_FOREIGN);
    }
  /* Readable where the name is. */
  g_autoptr (GFile) file = write_file (self->folder, "証拠/一覧.xlsx");
  g_autofree char *address = kumoji_attachment_compose (file, self->project);
  g_assert_cmpstr (address, ==, "file:証拠/一覧.xlsx");
}

/* The project's word is not enough, and nothing is said of what is there and what not. */
static void
test_foreign (Fixture *self, gconstpointer data)
{
  assert_not_found ("file:///etc/passwd", self->project, KUMOJI_LINK_ERROR_FOREIGN);
  assert_not_found ("file:///no/such/file", self->project, KUMOJI_LINK_ERROR_FOREIGN);
  assert_not_found ("file:plan.kumoji.json", self->project, KUMOJI_LINK_ERROR_FOREIGN);
  assert_not_found ("file:////etc//passwd", self->project, KUMOJI_LINK_ERROR_FOREIGN);
}

/* Both move together; then it is another file, which is attached once more under the same name. */
static void
test_moved (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self->folder, "moved/a.pdf");
  g_autofree char *address = kumoji_attachment_compose (file, self->project);
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "elsewhere", NULL);
  g_autoptr (GFile) project = write_file (folder, "plan.kumoji.json");
  g_autoptr (GFile) copy = write_file (folder, "moved/a.pdf");
  g_autofree char *again = kumoji_attachment_compose (copy, project);

  remember (file);
  assert_not_found (address, project, KUMOJI_LINK_ERROR_FOREIGN);
  g_assert_cmpstr (again, ==, address);
  remember (copy);
  assert_file (address, project, copy, FALSE);
  assert_file (address, self->project, file, FALSE);

  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  assert_not_found (address, self->project, KUMOJI_LINK_ERROR_GONE);
}

/* A link is remembered as the file that it led to. */
static void
test_turned_link (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) good = write_file (self->folder, "good.pdf");
  g_autoptr (GFile) other = write_file (self->folder, "other.pdf");
  g_autofree char *path = g_build_filename (self->folder, "link.pdf", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);

  g_assert_cmpint (symlink ("good.pdf", path), ==, 0);
  remember (link);
  assert_file ("file:link.pdf", self->project, good, FALSE);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("other.pdf", path), ==, 0);
  assert_not_found ("file:link.pdf", self->project, KUMOJI_LINK_ERROR_FOREIGN);
}

static void
test_running (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "a.desktop", "b.EXE", "c.sh", "d.pdf.lnk", "e.AppImage" };
  g_autoptr (GFile) document = write_file (self->folder, "f.pdf");
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autofree char *address = kumoji_attachment_compose (folder, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = write_file (self->folder, names[i]);
      g_autofree char *place = kumoji_attachment_compose (file, self->project);
      remember (file);
      assert_file (place, self->project, file, TRUE);
    }
  remember (document);
  assert_file ("file:f.pdf", self->project, document, FALSE);
  g_assert_cmpint (g_chmod (g_file_peek_path (document), 0755), ==, 0);
  assert_file ("file:f.pdf", self->project, document, TRUE);
  remember (folder);
  assert_file (address, NULL, folder, TRUE);
}

/* The list is its owner's alone, stays small, and does no harm where it is broken. */
static void
test_list (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "kumoji", NULL);
  g_autofree char *place = g_build_filename (folder, "attached", NULL);
  g_autoptr (GString) many = g_string_new ("rubbish\n%zz\n\n\xff\n");
  g_autoptr (GFile) file = write_file (self->folder, "kept.pdf");
  g_autofree char *text = NULL;
  struct stat status;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < KUMOJI_ATTACHMENTS_MAX + 10; i++)
    g_string_append_printf (many, "/x/%u\n", i);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (place, many->str, -1, NULL));
  assert_not_found ("file:kept.pdf", self->project, KUMOJI_LINK_ERROR_FOREIGN);
  remember (file);
  assert_file ("file:kept.pdf", self->project, file, FALSE);

  g_assert_true (g_file_get_contents (place, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, KUMOJI_ATTACHMENTS_MAX + 1);
  g_assert_cmpint (g_stat (place, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, LIST_MODE);
  g_assert_cmpint (g_unlink (place), ==, 0);
  assert_not_found ("file:kept.pdf", self->project, KUMOJI_LINK_ERROR_FOREIGN);
}

static void
test_no_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) remote = g_file_new_for_uri ("smb://server/share/a.pdf");
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);
  g_autoptr (GFile) gone = g_file_new_for_path (missing);
  g_autoptr (GError) error = NULL;

  g_assert_null (kumoji_attachment_compose (remote, self->project));
  g_assert_false (kumoji_attachment_remember (remote, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (kumoji_attachment_remember (gone, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_func ("/link/found", test_found);
  g_test_add_func ("/link/long-text", test_long_text);
  g_test_add_func ("/link/opened", test_opened);
  g_test_add_func ("/link/other-kinds", test_other_kinds);
  g_test_add_func ("/link/broken", test_broken);
  g_test_add_func ("/link/long", test_long);
  g_test_add_func ("/link/plain", test_plain);
#define ADD(path, test) g_test_add ("/link/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("names", test_names);
  ADD ("foreign", test_foreign);
  ADD ("moved", test_moved);
  ADD ("turned-link", test_turned_link);
  ADD ("running", test_running);
  ADD ("list", test_list);
  ADD ("no-file", test_no_file);
#undef ADD
  return g_test_run ();
}
