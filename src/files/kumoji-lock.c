/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lock: who has a project's file open.
 *
 * A small file beside the project's, for that is the one place which everybody sees who can open
 * the project, on this computer or over the network; locks of the kernel tell neither who has them
 * nor cross every mount. Its name is the one of LibreOffice, `.~lock.NAME#`: it is hidden, and the
 * programs that keep folders alike on several computers (Nextcloud, ownCloud) know it and leave it
 * where it is, so that no stale lock travels.
 *
 * A lock is told, it does not bind: where none can be written (a folder that is read-only, a
 * program that ignores it) the stamp of the file still finds every change before a save. */
#include "files/kumoji-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-guard.h"

#define FORMAT "kumoji-lock"
#define PREFIX ".~lock."
#define MAX_BYTES (64 * 1024)
#define TRIES 3 /* as often as others may come between */
#define TURN_TRIES 500
#define TURN_WAIT 2000 /* microseconds */

static KumojiLock *
lock_new (GFile *place, KumojiOwner *owner, gint64 since, const char *token)
{
  KumojiLock *self = g_new0 (KumojiLock, 1);

  self->place = g_object_ref (place);
  self->owner = owner;
  self->since = since;
  self->token = g_strdup (token);
  return self;
}

/**
 * kumoji_lock_free:
 * @self: (transfer full) (nullable): a lock, which stays where it is
 */
void
kumoji_lock_free (KumojiLock *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->place);
  kumoji_owner_free (self->owner);
  g_free (self->token);
  g_free (self);
}

/* Links are followed: whoever comes by another way finds the same lock. */
static GFile *
place_of (GFile *file)
{
  g_autofree char *real = g_file_is_native (file) ? realpath (g_file_peek_path (file), NULL) : NULL;
  g_autoptr (GFile) target = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *base = g_file_get_basename (target);
  g_autofree char *name = base != NULL ? g_strconcat (PREFIX, base, "#", NULL) : NULL;

  return folder != NULL && name != NULL ? g_file_get_child (folder, name) : NULL;
}

static GBytes *
compose (const KumojiLock *self)
{
  g_autoptr (GDateTime) since = g_date_time_new_from_unix_utc (self->since);
  g_autofree char *date = g_date_time_format_iso8601 (since);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  char *text;

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", 1);
  json_object_set_string_member (object, "token", self->token);
  json_object_set_string_member (object, "since", date);
  json_object_set_member (object, "owner", kumoji_owner_to_json (self->owner));
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
             && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : "";
}

static KumojiLock *
parse (GFile *place, GBytes *bytes)
{
  g_autofree char *mark = NULL;
  g_autoptr (JsonNode) root = kumoji_guard_parse (bytes, &mark, NULL);
  JsonObject *object =
    root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *owner = object != NULL ? json_object_get_member (object, "owner") : NULL;
  g_autoptr (GDateTime) since = NULL;

  if (owner == NULL || !JSON_NODE_HOLDS_OBJECT (owner)
      || !g_str_equal (get_text (object, "format"), FORMAT))
    return NULL;
  since = g_date_time_new_from_iso8601 (get_text (object, "since"), NULL);
  return lock_new (place, kumoji_owner_new_from_json (json_node_get_object (owner)),
                   since != NULL ? g_date_time_to_unix (since) : 0, get_text (object, "token"));
}

static GBytes *
read_bytes (GFile *place)
{
  g_autoptr (GFileInputStream) stream = g_file_read (place, NULL, NULL);

  return stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAX_BYTES, NULL, NULL)
                        : NULL;
}

/* NULL where there is none. Of one that cannot be read, the file's owner and time are told. */
static KumojiLock *
read_lock (GFile *place)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (place,
                       G_FILE_ATTRIBUTE_OWNER_USER "," G_FILE_ATTRIBUTE_OWNER_USER_REAL
                                                   "," G_FILE_ATTRIBUTE_TIME_MODIFIED
                                                   "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                       G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  KumojiLock *lock = NULL;

  if (info == NULL)
    return NULL;
  /* A pipe would wait for ever, and a link is none of ours. */
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    bytes = read_bytes (place);
  if (bytes != NULL)
    lock = parse (place, bytes);
  if (lock != NULL)
    return lock;
  return lock_new (place,
                   kumoji_owner_new_user (
                     g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_OWNER_USER),
                     g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_OWNER_USER_REAL)),
                   (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                   "");
}

/* A link appears whole or not at all, so nobody reads half a lock. Where there are no links (FAT,
 * many mounts) the file is created, which fails where there is one, and then written. */
static gboolean
create_whole (GFile *place, GBytes *bytes)
{
  g_autofree char *path = g_file_get_path (place);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = path != NULL ? g_strdup_printf ("%s%.8s", path, random) : NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gboolean linked = FALSE;

  if (path == NULL || !g_file_is_native (place))
    return FALSE;
  if (g_file_set_contents_full (name, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0644, NULL))
    linked = link (name, path) == 0;
  g_unlink (name);
  return linked;
}

static gboolean
create (GFile *place, GBytes *bytes)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (create_whole (place, bytes))
    return TRUE;
  stream = g_file_create (place, G_FILE_CREATE_NONE, NULL, NULL);
  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), text, length, NULL, NULL, NULL)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL))
    return TRUE;
  g_file_delete (place, NULL, NULL);
  return FALSE;
}

/* Two that find the same stale lock must not both take it: it is moved to a name of our own, and
 * what was moved must be what was judged. Else it belongs to somebody who was faster, and goes
 * back. */
static void
put_away (const KumojiLock *stale)
{
  g_autoptr (GFile) folder = g_file_get_parent (stale->place);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".kumoji-%.8s.lock", random);
  g_autoptr (GFile) aside = g_file_get_child (folder, name);
  g_autoptr (KumojiLock) moved = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_move (stale->place, aside, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL,
                    &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
        g_file_delete (stale->place, NULL, NULL);
      return;
    }
  moved = read_lock (aside);
  if (moved == NULL || g_str_equal (moved->token, stale->token)
      || !g_file_move (aside, stale->place, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL,
                       NULL))
    g_file_delete (aside, NULL, NULL);
}

/* Those who find the same stale lock are all on this computer, so the kernel can let them do so in
 * turn. Where it cannot (NFS), put_away() leaves little room for two to meet. -1 for no turn. */
static int
wait_for_turn (GFile *place)
{
  g_autoptr (GFile) folder = g_file_get_parent (place);
  int descriptor = g_file_is_native (folder)
                     ? open (g_file_peek_path (folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
                     : -1;

  for (guint i = 0; descriptor >= 0 && i < TURN_TRIES; i++)
    {
      if (flock (descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        break;
      g_usleep (TURN_WAIT);
    }
  return descriptor;
}

static KumojiLockResult
take (KumojiLock *mine, gboolean break_held, KumojiLock **held)
{
  g_autoptr (GBytes) bytes = compose (mine);

  for (guint i = 0; i < TRIES; i++)
    {
      gboolean created = create (mine->place, bytes);
      g_autoptr (KumojiLock) found = created ? NULL : read_lock (mine->place);

      /* Over a network the answer to our own creation may be lost. */
      if (created || (found != NULL && g_str_equal (found->token, mine->token)))
        return KUMOJI_LOCK_OURS;
      if (found == NULL && i > 0)
        return KUMOJI_LOCK_NONE;
      if (found == NULL) /* it may have been released this moment */
        continue;
      if (!break_held && kumoji_owner_get_state (found->owner) != KUMOJI_OWNER_GONE)
        {
          *held = g_steal_pointer (&found);
          return KUMOJI_LOCK_HELD;
        }
      put_away (found);
    }
  return KUMOJI_LOCK_NONE;
}

/**
 * kumoji_lock_take:
 * @file: a project's file, local or not; it need not be there yet
 * @break_held: whether the lock of somebody else is taken away: only where the user said so
 * @lock: (out) (transfer full): our lock, or who has it; %NULL for %KUMOJI_LOCK_NONE
 *
 * A lock whose program ended on this computer is taken over at once. One of another computer never
 * is, for nobody can tell from here. For a thread: a mount may take its time.
 *
 * Returns: whose the lock is now
 */
KumojiLockResult
kumoji_lock_take (GFile *file, gboolean break_held, KumojiLock **lock)
{
  g_autoptr (GFile) place = place_of (file);
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr (KumojiLock) mine = NULL;
  KumojiLockResult result;
  int turn;

  *lock = NULL;
  if (place == NULL)
    return KUMOJI_LOCK_NONE;
  mine = lock_new (place, kumoji_owner_new_self (), g_get_real_time () / G_USEC_PER_SEC, token);
  turn = wait_for_turn (place);
  result = take (mine, break_held, lock);
  if (turn >= 0)
    close (turn);
  if (result == KUMOJI_LOCK_OURS)
    *lock = g_steal_pointer (&mine);
  return result;
}

/**
 * kumoji_lock_release:
 * @self: (transfer full) (nullable): a lock of ours
 *
 * Takes it away, unless somebody else broke it and has one of his own there.
 */
void
kumoji_lock_release (KumojiLock *self)
{
  g_autoptr (KumojiLock) found = self != NULL ? read_lock (self->place) : NULL;

  if (found != NULL && g_str_equal (found->token, self->token))
    g_file_delete (self->place, NULL, NULL);
  kumoji_lock_free (self);
}

/* Nobody reads a login name where a name is known. */
static char *
dup_who (const KumojiOwner *owner)
{
  if (*owner->name == '\0')
    return g_strdup (_("Somebody"));
  if (g_str_equal (owner->name, owner->user) || *owner->user == '\0')
    return g_strdup (owner->name);
  return g_strdup_printf ("%s (%s)", owner->name, owner->user);
}

static char *
dup_since (gint64 since)
{
  g_autoptr (GDateTime) time = since > 0 ? g_date_time_new_from_unix_local (since) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("–");
}

/**
 * kumoji_lock_dup_sentence:
 * @self: the lock of somebody else
 *
 * Returns: (transfer full): who has the file open, where, and since when
 */
char *
kumoji_lock_dup_sentence (const KumojiLock *self)
{
  g_autofree char *who = dup_who (self->owner);
  g_autofree char *since = dup_since (self->since);

  if (kumoji_owner_get_state (self->owner) == KUMOJI_OWNER_SELF)
    return g_strdup (_("it is open in another window"));
  if (*self->owner->host == '\0')
    /* Translators: the first %s is a person, the second a date and time */
    return g_strdup_printf (_("%s has it open since %s"), who, since);
  /* Translators: a person, the name of a computer, a date and time */
  return g_strdup_printf (_("%s has it open on the computer “%s” since %s"), who,
                          self->owner->host, since);
}
