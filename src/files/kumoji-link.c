/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A link: an address in a text that somebody may want to open, and what of it may be opened.
 *
 * A project may come from anybody, and what opens an address may do more than show a page. Only web
 * and mail addresses of the plainest form pass, and files, of which kumoji-attachment.h says more.
 * What is shown before is what is opened: a host in letters that only look like others is written
 * as the network knows it, and an address with a part that hides another is refused. */
#include "files/kumoji-link.h"

#include <gio/gio.h>
#include <string.h>

#include "catalog/kumoji-phrases.h"

/* Bytes. Longer ones are no addresses that a person gave. */
#define MAX_LENGTH 2000

#define MAX_PORT 65535

/* No address has these, or they stand around it: Japanese sentences have no spaces. */
#define WIDE_BREAKS "　、。「」『』（）［］【】〈〉《》，；：！？“”"
#define BREAKS " <>\"\\^`{|}" WIDE_BREAKS

/* What ends a sentence, not the address before it. */
#define TRAILING ".,;:!?'"

#define MAIL_LOCAL "A-Za-z0-9.!#$%&'*+/=^_`{|}~-"

/* An address with its scheme, or a mail address without one. Each begins where a word does, so that
 * a long text costs no more than its length. */
#define PATTERN                                                                                    \
  "(?<![A-Za-z0-9+.-])(?:(?i:https?|mailto|file):|[A-Za-z][A-Za-z0-9+.-]*://)"                     \
  "[^\\s\\p{Cc}\\p{Z}<>\"\\\\^`{|}" WIDE_BREAKS "]+"                                               \
  "|(?<![" MAIL_LOCAL "])[" MAIL_LOCAL "]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"

G_DEFINE_QUARK (kumoji-link-error-quark, kumoji_link_error)

/* --- In a text -------------------------------------------------------------------------------- */

static gsize
count (const char *text, gsize length, char c)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == c;
  return n;
}

/* "(see https://example.com/a)." ends in what belongs to the sentence. */
static void
trim (char *address)
{
  for (gsize length = strlen (address); length > 0; address[--length] = '\0')
    {
      char last = address[length - 1];
      gboolean closes =
        (last == ')' && count (address, length, '(') < count (address, length, ')'))
        || (last == ']' && count (address, length, '[') < count (address, length, ']'));

      if (strchr (TRAILING, last) == NULL && !closes)
        return;
    }
}

/* "https://" alone, and "file:" at the end of a line, lead nowhere. */
static gboolean
says_something (const char *address)
{
  const char *colon = strchr (address, ':');

  return colon != NULL ? colon[1 + strspn (colon + 1, "/")] != '\0' : strchr (address, '@') != NULL;
}

/**
 * kumoji_link_find:
 * @text: what somebody typed
 *
 * Returns: (transfer full) (element-type utf8): what looks like addresses in it, in order;
 *   kumoji_link_parse() says whether they may be opened
 */
GPtrArray *
kumoji_link_find (const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) regex = g_regex_new (PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return found;
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *address = g_match_info_fetch (match, 0);

      trim (address);
      if (says_something (address))
        g_ptr_array_add (found, g_steal_pointer (&address));
    }
  return found;
}

/* --- What may be opened ----------------------------------------------------------------------- */

static gpointer
refuse (GError **error, KumojiLinkError code, const char *sentence)
{
  g_set_error_literal (error, KUMOJI_LINK_ERROR, code, sentence);
  return NULL;
}

static gpointer
refuse_broken (GError **error)
{
  return refuse (error, KUMOJI_LINK_ERROR_BROKEN,
                 _("This is no address that can be opened. Copy it from the browser once more."));
}

static gpointer
refuse_hidden (GError **error)
{
  return refuse (error, KUMOJI_LINK_ERROR_BROKEN,
                 _("This address hides where it leads. Open its page in the browser by yourself, "
                    "and copy the address from there."));
}

/* What cannot be seen, what turns the order of the characters around it, and what only looks like a
 * space. */
static gboolean
is_hidden (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    case G_UNICODE_SPACE_SEPARATOR:
      return c != ' ';
    default:
      return c == 0x115f || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xffa0
             || (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff)
             || (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff)
             || (c >= 0x1e800 && c <= 0x1efff);
    }
}

/**
 * kumoji_link_dup_plain:
 * @text: an address, or the name of a file; it may be anything
 *
 * Returns: (transfer full): the same to be shown: what cannot be seen, and letters that are written
 *   from right to left, as their numbers
 */
char *
kumoji_link_dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_hidden (c))
        g_string_append_printf (plain, "‹U+%04X›", c);
      else
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

/* Whether each character may stand in an address; "%" only before two digits. */
static gboolean
is_clean (const char *address)
{
  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_hidden (c) || g_utf8_strchr (BREAKS, -1, c) != NULL
          || (c == '%' && !(g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))))
        return FALSE;
    }
  return TRUE;
}

/* "例え.jp" as the network knows it. NULL for what no host is called. */
static char *
dup_host (const char *host)
{
  g_autofree char *ascii = g_hostname_to_ascii (host);
  g_autofree char *lower = ascii != NULL ? g_ascii_strdown (ascii, -1) : NULL;

  if (lower == NULL || *lower == '\0' || *lower == '.' || *lower == '-'
      || strspn (lower, "abcdefghijklmnopqrstuvwxyz0123456789.-_") != strlen (lower)
      || strstr (lower, "..") != NULL)
    return NULL;
  return g_steal_pointer (&lower);
}

static gboolean
is_port (const char *port)
{
  guint64 number;

  return g_ascii_string_to_unsigned (port, 10, 1, MAX_PORT, &number, NULL);
}

/* "host", "host:8080" or "[::1]:8080". NULL for anything else. */
static char *
dup_authority (const char *authority)
{
  const char *colon = strrchr (authority, ':');
  const char *bracket = strchr (authority, ']');
  g_autofree char *name = NULL;
  g_autofree char *host = NULL;

  if (*authority == '[' && bracket != NULL)
    {
      g_autofree char *number = g_strndup (authority + 1, (gsize) (bracket - authority - 1));
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (number);

      if (address == NULL || g_inet_address_get_family (address) != G_SOCKET_FAMILY_IPV6)
        return NULL;
      host = g_strdup_printf ("[%s]", number);
      colon = bracket[1] == ':' ? bracket + 1 : NULL;
      if (bracket[1] != '\0' && colon == NULL)
        return NULL;
    }
  else
    {
      name =
        g_strndup (authority, colon != NULL ? (gsize) (colon - authority) : strlen (authority));
      host = dup_host (name);
    }
  if (host == NULL || (colon != NULL && !is_port (colon + 1)))
    return NULL;
  return g_strconcat (host, colon, NULL);
}

static KumojiLink *
link_new (KumojiLinkKind kind, char *uri, char *shown, char *path)
{
  KumojiLink *self = g_new0 (KumojiLink, 1);

  self->kind = kind;
  self->uri = uri;
  self->shown = shown;
  self->path = path;
  return self;
}

/* "http://a@b" leads to b, and "http://a%2f@b" too, however much of a stands before it. */
static KumojiLink *
parse_web (const char *scheme, const char *rest, GError **error)
{
  gsize length;
  g_autofree char *typed = NULL;
  g_autofree char *authority = NULL;
  g_autofree char *shown = NULL;
  char *uri;

  if (!g_str_has_prefix (rest, "//"))
    return refuse_broken (error);
  length = strcspn (rest + 2, "/?#");
  typed = g_strndup (rest + 2, length);
  if (strpbrk (typed, "@%") != NULL)
    return refuse_hidden (error);
  authority = dup_authority (typed);
  if (authority == NULL)
    return refuse_broken (error);
  shown = g_strdup_printf ("%s://%s%s", scheme, authority, rest + 2 + length);
  uri = g_uri_escape_string (
    shown, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%",
    FALSE);
  if (g_uri_is_valid (uri, G_URI_FLAGS_ENCODED, NULL))
    return link_new (KUMOJI_LINK_WEB, uri, g_steal_pointer (&shown), NULL);
  g_free (uri);
  return refuse_broken (error);
}

/* Mail programs were known to attach any file that an address asked for: it may hold nothing but
 * whom to write to. */
static KumojiLink *
parse_mail (const char *address, GError **error)
{
  const char *at = strrchr (address, '@');
  g_autofree char *local = at != NULL ? g_strndup (address, (gsize) (at - address)) : NULL;
  g_autofree char *host = at != NULL ? dup_host (at + 1) : NULL;
  char *uri;

  if (strchr (address, '?') != NULL || strchr (address, '%') != NULL)
    return refuse_hidden (error);
  if (host == NULL || *local == '\0' || strchr (local, '@') != NULL
      || !g_regex_match_simple ("^[A-Za-z0-9.!#$&'*+=_~-]+$", local, G_REGEX_DOLLAR_ENDONLY, 0))
    return refuse_broken (error);
  uri = g_strdup_printf ("mailto:%s@%s", local, host);
  return link_new (KUMOJI_LINK_MAIL, uri, g_strdup (uri), NULL);
}

/* From the root or from the project's folder, and not out of it. */
static KumojiLink *
parse_file (const char *rest, GError **error)
{
  gboolean has_host = g_str_has_prefix (rest, "//");
  const char *start = g_str_has_prefix (rest, "///") ? rest + 2 : rest;
  g_autofree char *path = g_uri_unescape_string (start, NULL);
  g_auto (GStrv) parts = path != NULL ? g_strsplit (path, "/", -1) : NULL;

  if (path == NULL || *path == '\0' || (has_host && start == rest)
      || g_strv_contains ((const char *const *) parts, "..")
      || g_strv_contains ((const char *const *) parts, "."))
    return refuse (error, KUMOJI_LINK_ERROR_BROKEN,
                   _("This does not name a file on this computer. Attach the file once more."));
  return link_new (KUMOJI_LINK_FILE, NULL, g_strdup (path), g_strdup (path));
}

/**
 * kumoji_link_parse:
 * @address: what looks like an address; it may be anything
 * @error: return location for %KUMOJI_LINK_ERROR; one sentence for whoever wants to open it
 *
 * The one rule of what may be opened.
 *
 * Returns: (transfer full): what it leads to, or %NULL where it is never opened
 */
KumojiLink *
kumoji_link_parse (const char *address, GError **error)
{
  const char *colon = strchr (address, ':');
  g_autofree char *scheme =
    colon != NULL ? g_ascii_strdown (address, (gssize) (colon - address)) : NULL;

  if (strlen (address) > MAX_LENGTH)
    return refuse (error, KUMOJI_LINK_ERROR_LONG,
                   _("This address is too long to be opened from here."));
  if (!g_utf8_validate (address, -1, NULL) || !is_clean (address))
    return refuse_hidden (error);
  if (scheme == NULL)
    return parse_mail (address, error);
  if (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
    return parse_web (scheme, colon + 1, error);
  if (g_str_equal (scheme, "mailto"))
    return parse_mail (colon + 1, error);
  if (g_str_equal (scheme, "file"))
    return parse_file (colon + 1, error);
  return refuse (error, KUMOJI_LINK_ERROR_KIND,
                 _(
                   "Kumoji opens web addresses, mail addresses and attached files, nothing else."));
}

/**
 * kumoji_link_free:
 * @self: (transfer full) (nullable): a link
 */
void
kumoji_link_free (KumojiLink *self)
{
  if (self == NULL)
    return;
  g_free (self->uri);
  g_free (self->shown);
  g_free (self->path);
  g_free (self);
}

/**
 * kumoji_link_compose_file:
 * @path: of a file, from the root or from the project's folder
 *
 * Returns: (transfer full): an address of it that can be read, and that kumoji_link_find() finds
 *   in a text
 */
char *
kumoji_link_compose_file (const char *path)
{
  GString *address = g_string_new (*path == '/' ? "file://" : "file:");
  const char *end = path + strlen (path);

  for (const char *p = path; p < end;)
    {
      gunichar c = g_utf8_get_char_validated (p, (gssize) (end - p));
      gboolean is_character = c != (gunichar) -1 && c != (gunichar) -2;
      const char *next = is_character ? g_utf8_next_char (p) : p + 1;

      if (!is_character || is_hidden (c) || g_utf8_strchr (BREAKS "%?#()[]", -1, c) != NULL
          || (next == end && c < 0x80 && strchr (TRAILING, (char) c) != NULL))
        for (; p < next; p++)
          g_string_append_printf (address, "%%%02X", (guchar) *p);
      else
        g_string_append_unichar (address, c);
      p = next;
    }
  return g_string_free (address, FALSE);
}
