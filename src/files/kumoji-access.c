/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Access: who may read and write a file (private). */
#include "files/kumoji-access.h"

#include <errno.h>
#include <sys/xattr.h>
#include <unistd.h>

#define MODE_BITS 07777
#define GROUP_BITS 070
#define LIST "system.posix_acl_access"
#define MAX_LIST 65536 /* bytes, the kernel's own limit */

/* Whether the new file has the access list of the old one: often both have none. */
static gboolean
copy_list (const char *from, int to)
{
  g_autofree void *list = g_malloc (MAX_LIST);
  gssize length = getxattr (from, LIST, list, MAX_LIST);

  if (length >= 0)
    return fsetxattr (to, LIST, list, length, 0) == 0;
  /* The new one may have got a list from its folder. */
  return errno == ENOTSUP || fremovexattr (to, LIST) == 0 || errno == ENODATA || errno == ENOTSUP;
}

/* Whether the new file is in the old one's group. Only root may keep its owner, too. */
static gboolean
copy_owner (const struct stat *old, int to)
{
  struct stat now;

  if (fchown (to, old->st_uid, old->st_gid) == 0)
    return TRUE;
  if (fstat (to, &now) == 0 && now.st_gid == old->st_gid)
    return TRUE;
  return fchown (to, -1, old->st_gid) == 0;
}

/**
 * kumoji_access_copy:
 * @from: a file
 * @old: what the system says of it
 * @to: a new file that its owner alone may read so far
 *
 * Who may read @to and who may write it shall be as of @from. Where the system refuses, less is
 * allowed.
 */
void
kumoji_access_copy (const char *from, const struct stat *old, int to)
{
  gboolean same_group = copy_owner (old, to);
  gboolean same_list = copy_list (from, to);
  /* With a list the group's bits are a bound on everybody in it, and say nothing of the group. */
  mode_t mode = old->st_mode & MODE_BITS & ~(same_group && same_list ? 0 : GROUP_BITS);

  if (fchmod (to, mode) != 0)
    g_debug ("%s: mode not kept: %s", from, g_strerror (errno));
}
