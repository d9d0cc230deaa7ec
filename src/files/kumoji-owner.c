/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An owner: the running program to which a lock or a recovery copy belongs.
 *
 * A process number alone says little: it is used again, it counts anew after each start of the
 * computer, and every container has numbers of its own. Two computers may share a name, too. */
#include "files/kumoji-owner.h"

#include <string.h>
#include <unistd.h>

/* A computer's id itself is not to be shown around. */
#define MACHINE_KEY "io.github.kumoji.Kumoji"
#define MACHINE_LENGTH 16
#define START_FIELD 22 /* of /proc/PID/stat, counted from 1; the state is the third */

typedef struct
{
  const char *name;
  gsize offset;
} Member;

static const Member members[] = {
  { "user", G_STRUCT_OFFSET (KumojiOwner, user) },
  { "name", G_STRUCT_OFFSET (KumojiOwner, name) },
  { "host", G_STRUCT_OFFSET (KumojiOwner, host) },
  { "machine", G_STRUCT_OFFSET (KumojiOwner, machine) },
  { "boot", G_STRUCT_OFFSET (KumojiOwner, boot) },
  { "space", G_STRUCT_OFFSET (KumojiOwner, space) },
  { "start", G_STRUCT_OFFSET (KumojiOwner, start) },
};

static char **
text_of (const KumojiOwner *self, const Member *member)
{
  return G_STRUCT_MEMBER_P (self, member->offset);
}

static char *
read_line (const char *path)
{
  g_autofree char *content = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    return g_strdup ("");
  return g_strdup (g_strstrip (content));
}

static char *
make_machine (void)
{
  g_autofree char *id = read_line ("/etc/machine-id");
  g_autofree char *digest = NULL;

  if (*id == '\0')
    return g_strdup ("");
  digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) id, strlen (id),
                                      MACHINE_KEY, -1);
  return g_strndup (digest, MACHINE_LENGTH);
}

static char *
make_space (void)
{
  char *space = g_file_read_link ("/proc/self/ns/pid", NULL);

  return space != NULL ? space : g_strdup ("");
}

/* "" for a process that is not there, or that ended and only waits to be noticed. The program's own
 * name stands in brackets and may hold anything: what follows the last one counts. */
static char *
read_start (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *line = read_line (path);
  const char *rest = strrchr (line, ')');
  g_auto (GStrv) fields = rest != NULL ? g_strsplit (rest + 1, " ", -1) : NULL;

  /* The first is the space behind the bracket, the second the state. */
  if (fields == NULL || g_strv_length (fields) <= START_FIELD - 2 || strchr ("ZXx", *fields[1]))
    return g_strdup ("");
  return g_strdup (fields[START_FIELD - 2]);
}

/**
 * kumoji_owner_new_user:
 * @user: (nullable): a login name
 * @name: (nullable): what the user is called
 *
 * For a lock of which no more can be read.
 *
 * Returns: (transfer full): an owner of whom the user alone is known
 */
KumojiOwner *
kumoji_owner_new_user (const char *user, const char *name)
{
  KumojiOwner *self = g_new0 (KumojiOwner, 1);

  self->user = g_strdup (user);
  if (name != NULL && *name != '\0' && !g_str_equal (name, "Unknown"))
    self->name = g_strdup (name);
  else
    self->name = g_strdup (user);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (*text_of (self, &members[i]) == NULL)
      *text_of (self, &members[i]) = g_strdup ("");
  return self;
}

/**
 * kumoji_owner_new_self:
 *
 * Returns: (transfer full): this process
 */
KumojiOwner *
kumoji_owner_new_self (void)
{
  KumojiOwner *self = g_new0 (KumojiOwner, 1);
  g_autofree char *user = g_filename_display_name (g_get_user_name ());
  const char *name = g_get_real_name ();

  self->user = g_utf8_make_valid (user, -1);
  self->name = g_utf8_make_valid (g_str_equal (name, "Unknown") ? user : name, -1);
  self->host = g_utf8_make_valid (g_get_host_name (), -1);
  self->machine = make_machine ();
  self->boot = read_line ("/proc/sys/kernel/random/boot_id");
  self->space = make_space ();
  self->pid = getpid ();
  self->start = read_start (self->pid);
  return self;
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

/**
 * kumoji_owner_new_from_json:
 * @object: (nullable): what kumoji_owner_to_json() made, or what somebody else made of it
 *
 * Returns: (transfer full): the owner; what is not told is ""
 */
KumojiOwner *
kumoji_owner_new_from_json (JsonObject *object)
{
  KumojiOwner *self = g_new0 (KumojiOwner, 1);
  JsonNode *pid = object != NULL ? json_object_get_member (object, "pid") : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    *text_of (self, &members[i]) =
      g_strdup (object != NULL ? get_text (object, members[i].name) : "");
  if (pid != NULL && JSON_NODE_HOLDS_VALUE (pid) && json_node_get_value_type (pid) == G_TYPE_INT64)
    self->pid = json_node_get_int (pid);
  return self;
}

/**
 * kumoji_owner_to_json:
 * @self: an owner
 *
 * Returns: (transfer full): an object
 */
JsonNode *
kumoji_owner_to_json (const KumojiOwner *self)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_set_string_member (object, members[i].name, *text_of (self, &members[i]));
  json_object_set_int_member (object, "pid", self->pid);
  json_node_take_object (node, object);
  return node;
}

/**
 * kumoji_owner_free:
 * @self: (transfer full) (nullable): an owner
 */
void
kumoji_owner_free (KumojiOwner *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (*text_of (self, &members[i]));
  g_free (self);
}

/**
 * kumoji_owner_get_state:
 * @self: an owner
 *
 * Returns: whether the process runs, as far as it can be told from here
 */
KumojiOwnerState
kumoji_owner_get_state (const KumojiOwner *self)
{
  g_autoptr (KumojiOwner) me = kumoji_owner_new_self ();
  g_autofree char *start = NULL;

  if (*self->host == '\0' || self->pid <= 0 || !g_str_equal (self->host, me->host)
      || !g_str_equal (self->machine, me->machine))
    return KUMOJI_OWNER_UNKNOWN;
  if (*self->boot != '\0' && *me->boot != '\0' && !g_str_equal (self->boot, me->boot))
    return KUMOJI_OWNER_GONE;
  if (!g_str_equal (self->space, me->space) || *self->start == '\0' || *me->start == '\0')
    return KUMOJI_OWNER_UNKNOWN;
  if (self->pid == me->pid && g_str_equal (self->start, me->start))
    return KUMOJI_OWNER_SELF;
  start = read_start (self->pid);
  return g_str_equal (start, self->start) ? KUMOJI_OWNER_RUNNING : KUMOJI_OWNER_GONE;
}
