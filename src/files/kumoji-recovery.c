/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recovery copy: what a project said that was in no file yet.
 *
 * One file in the state folder, so that the copy and what is known of it are never apart: a line of
 * JSON that says whose it is, then the project's file as it would be saved. Without its first line
 * it is a project that opens. The name is a random id: two programs, two files of one name and
 * projects that have no name yet never meet. */
#include "files/kumoji-recovery.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-file-reader.h"
#include "files/kumoji-guard.h"
#include "files/kumoji-safe-save.h"

#define FORMAT "kumoji-recovery"
#define VERSION 1
#define SUFFIX ".kumoji-recovery"
#define BROKEN_SUFFIX ".broken"
#define PRIVATE_FOLDER 0700
#define MAX_HEADER (64 * 1024) /* bytes; a web address and a name are far from it */

/**
 * kumoji_recovery_dup_folder:
 *
 * Returns: (transfer full): where the copies are, whether it is there or not
 */
char *
kumoji_recovery_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "kumoji", "recovery", NULL);
}

static char *
path_of (const char *id)
{
  g_autofree char *folder = kumoji_recovery_dup_folder ();
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

static GFile *
file_of (const char *id)
{
  g_autofree char *path = path_of (id);

  return g_file_new_for_path (path);
}

/**
 * kumoji_recovery_new:
 * @id: (nullable): its name; %NULL for a fresh one
 *
 * Returns: (transfer full): a copy of which nothing is said yet
 */
KumojiRecovery *
kumoji_recovery_new (const char *id)
{
  KumojiRecovery *self = g_new0 (KumojiRecovery, 1);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->company = g_strdup ("");
  return self;
}

/**
 * kumoji_recovery_free:
 * @self: (transfer full) (nullable): a copy
 */
void
kumoji_recovery_free (KumojiRecovery *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->file);
  g_clear_pointer (&self->owner, kumoji_owner_free);
  g_free (self->id);
  g_free (self->company);
  g_free (self->base);
  g_free (self->digest);
  g_free (self);
}

static void
set_nullable (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

/* One line, and the line's end. */
static char *
make_header (const KumojiRecovery *self, const char *digest)
{
  g_autoptr (KumojiOwner) owner = kumoji_owner_new_self ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (self->time);
  g_autofree char *date = g_date_time_format_iso8601 (time);
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = NULL;

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", VERSION);
  set_nullable (object, "file", uri);
  json_object_set_string_member (object, "company", self->company);
  json_object_set_string_member (object, "time", date);
  set_nullable (object, "base", self->base);
  json_object_set_string_member (object, "digest", digest);
  json_object_set_member (object, "owner", kumoji_owner_to_json (owner));
  text = json_to_string (root, FALSE);
  return g_strconcat (text, "\n", NULL);
}

/* The folder is its owner's alone, even if an older one, or a hand, made it wider. */
static gboolean
make_folder (GError **error)
{
  g_autofree char *path = kumoji_recovery_dup_folder ();
  g_autoptr (GError) cause = NULL;

  if (g_mkdir_with_parents (path, PRIVATE_FOLDER) == 0 && g_chmod (path, PRIVATE_FOLDER) == 0)
    return TRUE;
  g_set_error_literal (&cause, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  kumoji_file_error_set_write (error, cause);
  return FALSE;
}

/**
 * kumoji_recovery_write:
 * @self: what is known of the copy
 * @project: a project's file, from kumoji_project_file_compose()
 * @error: return location for %KUMOJI_FILE_ERROR; the message names no file
 *
 * Writes the copy in place of an older one of the same id; the safe save does it, and its owner
 * alone may read it. Any thread may do this.
 *
 * Returns: whether it is kept now
 */
gboolean
kumoji_recovery_write (const KumojiRecovery *self, GBytes *project, GError **error)
{
  gsize length;
  const guint8 *content = g_bytes_get_data (project, &length);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, project);
  g_autofree char *header = make_header (self, digest);
  GByteArray *whole = g_byte_array_sized_new ((guint) (strlen (header) + length));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = path_of (self->id);

  g_byte_array_append (whole, (const guint8 *) header, (guint) strlen (header));
  g_byte_array_append (whole, content, (guint) length);
  bytes = g_byte_array_free_to_bytes (whole);
  return make_folder (error) && kumoji_safe_save_private (path, bytes, error);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
             && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gint64
get_integer (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
             && json_node_get_value_type (node) == G_TYPE_INT64
           ? json_node_get_int (node)
           : 0;
}

static gint64
parse_time (const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static KumojiRecovery *
parse_header (const char *id, GBytes *line, GError **error)
{
  g_autofree char *mark = NULL;
  g_autoptr (JsonNode) root = kumoji_guard_parse (line, &mark, error);
  JsonObject *object =
    root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *owner = object != NULL ? json_object_get_member (object, "owner") : NULL;
  KumojiRecovery *self;

  if (root == NULL)
    return NULL;
  if (object != NULL && g_strcmp0 (get_text (object, "format"), FORMAT) == 0
      && get_integer (object, "version") > VERSION)
    {
      kumoji_file_error_set_newer (error, get_integer (object, "version"));
      return NULL;
    }
  if (object == NULL || g_strcmp0 (get_text (object, "format"), FORMAT) != 0
      || get_integer (object, "version") != VERSION || get_text (object, "digest") == NULL)
    {
      g_set_error_literal (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NOT_OURS,
                           _("this is no recovery copy of Kumoji"));
      return NULL;
    }
  self = kumoji_recovery_new (id);
  if (get_text (object, "file") != NULL)
    self->file = g_file_new_for_uri (get_text (object, "file"));
  if (get_text (object, "company") != NULL)
    {
      g_free (self->company);
      self->company = g_strdup (get_text (object, "company"));
    }
  self->time = parse_time (get_text (object, "time"));
  self->base = g_strdup (get_text (object, "base"));
  self->digest = g_strdup (get_text (object, "digest"));
  self->owner = kumoji_owner_new_from_json (
    owner != NULL && JSON_NODE_HOLDS_OBJECT (owner) ? json_node_get_object (owner) : NULL);
  return self;
}

static KumojiRecovery *
parse (const char *id, GBytes *bytes, GBytes **project, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = text != NULL ? memchr (text, '\n', MIN (length, MAX_HEADER)) : NULL;
  gsize n = end != NULL ? (gsize) (end - text) + 1 : 0;
  g_autoptr (GBytes) header = g_bytes_new_from_bytes (bytes, 0, n);
  g_autoptr (GBytes) rest = g_bytes_new_from_bytes (bytes, n, length - n);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, rest);
  g_autoptr (KumojiRecovery) self = parse_header (id, header, error);

  if (self == NULL)
    return NULL;
  if (!g_str_equal (digest, self->digest))
    {
      g_set_error_literal (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_UNFAITHFUL,
                           _("the recovery copy is not whole"));
      return NULL;
    }
  if (project != NULL)
    *project = g_steal_pointer (&rest);
  return g_steal_pointer (&self);
}

/**
 * kumoji_recovery_read:
 * @id: names the copy
 * @project: (out) (optional) (transfer full): the project's file that is in it
 * @error: return location for %KUMOJI_GUARD_ERROR or %KUMOJI_FILE_ERROR
 *
 * Any thread may do this.
 *
 * Returns: (transfer full) (nullable): what is known of it
 */
KumojiRecovery *
kumoji_recovery_read (const char *id, GBytes **project, GError **error)
{
  g_autoptr (GFile) file = file_of (id);
  g_autoptr (GBytes) bytes = kumoji_file_read (file, NULL, NULL, error);
  KumojiRecovery *self = bytes != NULL ? parse (id, bytes, project, error) : NULL;

  if (self == NULL)
    kumoji_file_error_name (error, file);
  return self;
}

/**
 * kumoji_recovery_remove:
 * @id: names a copy; it need not be there
 * @error: return location for %KUMOJI_FILE_ERROR_WRITE
 *
 * Only for what was saved, or what the user gave up.
 *
 * Returns: whether it is gone
 */
gboolean
kumoji_recovery_remove (const char *id, GError **error)
{
  g_autoptr (GFile) file = file_of (id);
  g_autoptr (GError) cause = NULL;

  if (g_file_delete (file, NULL, &cause)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  kumoji_file_error_set_write (error, cause);
  kumoji_file_error_name (error, file);
  return FALSE;
}

/* What cannot be read is not deleted: somebody may still make something of it. It gets a name that
 * is not listed, so that it is told of once. */
static gboolean
put_aside (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *aside = g_strconcat (path, BROKEN_SUFFIX, NULL);

  return g_rename (path, aside) == 0;
}

/* The system may have no time for a file now that it gives the next moment. */
static gboolean
is_broken (const GError *error)
{
  return !g_error_matches (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ)
         && !g_error_matches (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NEWER);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const KumojiRecovery *left = *(KumojiRecovery *const *) a;
  const KumojiRecovery *right = *(KumojiRecovery *const *) b;

  if (left->time != right->time)
    return left->time > right->time ? -1 : 1;
  return strcmp (left->id, right->id);
}

/**
 * kumoji_recovery_list:
 * @n_broken: (out) (optional): how many copies could not be read; they are put aside under another
 *   name, and the next call does not count them again
 *
 * The copies that nobody has open, the newest first. One of another computer or container counts as
 * such: whether it is open there cannot be told, see kumoji_owner_get_state(). What a newer Kumoji
 * wrote is left to it. Reads every copy: for a thread.
 *
 * Returns: (transfer full) (element-type KumojiRecovery): the copies
 */
GPtrArray *
kumoji_recovery_list (guint *n_broken)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_recovery_free);
  g_autofree char *path = kumoji_recovery_dup_folder ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strlen (name) - MIN (strlen (name), strlen (SUFFIX)));
      g_autoptr (GError) error = NULL;
      g_autoptr (KumojiRecovery) copy = NULL;

      if (!g_str_has_suffix (name, SUFFIX))
        continue;
      copy = kumoji_recovery_read (id, NULL, &error);
      if (copy == NULL)
        n += is_broken (error) && put_aside (path, name);
      else if (kumoji_owner_get_state (copy->owner) >= KUMOJI_OWNER_GONE)
        g_ptr_array_add (copies, g_steal_pointer (&copy));
    }
  g_ptr_array_sort (copies, compare_times);
  if (n_broken != NULL)
    *n_broken = n;
  return copies;
}
