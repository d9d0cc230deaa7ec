/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults: a library to be preloaded, which lets the n-th call of one kind fail.
 *
 * KUMOJI_FAULT_CALL   which call, by its name in the table below
 * KUMOJI_FAULT_AT     which one of them, from 1 on, counted from kumoji_faults_arm()
 * KUMOJI_FAULT_TIMES  how many in a row
 * KUMOJI_FAULT_ERRNO  what they say; 0 for a write that takes half of what it is given
 *
 * Only the program's own files fail: standard output and error go through. */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* both names of each call are needed, as they are */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>

void kumoji_faults_arm (void);
unsigned kumoji_faults_disarm (void);

static const char *call_name;
static unsigned long first, times;
static int fault;
static int armed;
static unsigned long n_calls;
static unsigned n_injected;

static unsigned long
read_number (const char *name)
{
  const char *text = getenv (name);

  return text != NULL ? strtoul (text, NULL, 10) : 0;
}

/* From here on calls count. */
void
kumoji_faults_arm (void)
{
  call_name = getenv ("KUMOJI_FAULT_CALL");
  first = read_number ("KUMOJI_FAULT_AT");
  times = read_number ("KUMOJI_FAULT_TIMES");
  fault = (int) read_number ("KUMOJI_FAULT_ERRNO");
  __atomic_store_n (&armed, call_name != NULL, __ATOMIC_SEQ_CST);
}

/* Up to here. Returns: how many calls were made to fail */
unsigned
kumoji_faults_disarm (void)
{
  __atomic_store_n (&armed, 0, __ATOMIC_SEQ_CST);
  return __atomic_load_n (&n_injected, __ATOMIC_SEQ_CST);
}

/* Whether this call fails; errno is set then. */
static int
strikes (const char *name)
{
  if (!__atomic_load_n (&armed, __ATOMIC_SEQ_CST) || strcmp (name, call_name) != 0)
    return 0;
  unsigned long n = __atomic_add_fetch (&n_calls, 1, __ATOMIC_SEQ_CST);
  if (n < first || n - first >= times)
    return 0;
  __atomic_add_fetch (&n_injected, 1, __ATOMIC_SEQ_CST);
  errno = fault;
  return 1;
}

static void *
find (const char *name)
{
  void *real = dlsym (RTLD_NEXT, name);

  if (real == NULL)
    abort ();
  return real;
}

/* One that fails as -1 and takes what it takes. */
#define CALL(kind, type, name, parameters, ...)                                                    \
  type name parameters;                                                                            \
  type name parameters                                                                             \
  {                                                                                                \
    static type (*real) parameters;                                                                \
    if (real == NULL)                                                                              \
      *(void **) &real = find (#name);                                                             \
    return strikes (kind) ? (type) -1 : real (__VA_ARGS__);                                        \
  }

/* clang-format off */
CALL ("fsync", int, fsync, (int fd), fd)
CALL ("fsync", int, fdatasync, (int fd), fd)
CALL ("rename", int, rename, (const char *from, const char *to), from, to)
CALL ("rename", int, renameat, (int from_dir, const char *from, int to_dir, const char *to),
      from_dir, from, to_dir, to)
CALL ("link", int, link, (const char *from, const char *to), from, to)
CALL ("link", int, linkat, (int from_dir, const char *from, int to_dir, const char *to, int flags),
      from_dir, from, to_dir, to, flags)
CALL ("unlink", int, unlink, (const char *path), path)
CALL ("unlink", int, unlinkat, (int dir, const char *path, int flags), dir, path, flags)
CALL ("unlink", int, remove, (const char *path), path)
CALL ("ftruncate", int, ftruncate, (int fd, off_t length), fd, length)
CALL ("ftruncate", int, ftruncate64, (int fd, off64_t length), fd, length)
CALL ("fallocate", int, fallocate, (int fd, int mode, off_t offset, off_t length),
      fd, mode, offset, length)
CALL ("fallocate", int, fallocate64, (int fd, int mode, off64_t offset, off64_t length),
      fd, mode, offset, length)
CALL ("fchmod", int, fchmod, (int fd, mode_t mode), fd, mode)
CALL ("fchmod", int, chmod, (const char *path, mode_t mode), path, mode)
CALL ("fchown", int, fchown, (int fd, uid_t owner, gid_t group), fd, owner, group)
CALL ("fchown", int, chown, (const char *path, uid_t owner, gid_t group), path, owner, group)
CALL ("flock", int, flock, (int fd, int operation), fd, operation)
CALL ("mkdir", int, mkdir, (const char *path, mode_t mode), path, mode)
CALL ("read", ssize_t, read, (int fd, void *buffer, size_t length), fd, buffer, length)
CALL ("stat", int, stat, (const char *path, struct stat *status), path, status)
CALL ("stat", int, stat64, (const char *path, struct stat64 *status), path, status)
CALL ("stat", int, lstat, (const char *path, struct stat *status), path, status)
CALL ("stat", int, lstat64, (const char *path, struct stat64 *status), path, status)
CALL ("stat", int, fstat, (int fd, struct stat *status), fd, status)
CALL ("stat", int, fstat64, (int fd, struct stat64 *status), fd, status)
CALL ("stat", int, statx, (int dir, const char *path, int flags, unsigned mask, struct statx *status),
      dir, path, flags, mask, status)
CALL ("access", int, access, (const char *path, int mode), path, mode)
CALL ("readlink", ssize_t, readlink, (const char *path, char *target, size_t length),
      path, target, length)
CALL ("xattr", ssize_t, getxattr, (const char *path, const char *name, void *value, size_t length),
      path, name, value, length)
CALL ("xattr", int, fsetxattr, (int fd, const char *name, const void *value, size_t length, int flags),
      fd, name, value, length, flags)
CALL ("xattr", int, fremovexattr, (int fd, const char *name), fd, name)
/* clang-format on */

/* Opened as the system would, and counted as one kind: by path, by folder, for files of any size.
 */
#define OPEN(name, parameters, ...)                                                                \
  int name parameters;                                                                             \
  int name parameters                                                                              \
  {                                                                                                \
    static int (*real) parameters;                                                                 \
    mode_t mode = 0;                                                                               \
    va_list rest;                                                                                  \
    va_start (rest, flags);                                                                        \
    if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE)                                \
      mode = va_arg (rest, mode_t);                                                                \
    va_end (rest);                                                                                 \
    if (real == NULL)                                                                              \
      *(void **) &real = find (#name);                                                             \
    return strikes ("open") ? -1 : real (__VA_ARGS__, mode);                                       \
  }

OPEN (open, (const char *path, int flags, ...), path, flags)
OPEN (open64, (const char *path, int flags, ...), path, flags)
OPEN (openat, (int dir, const char *path, int flags, ...), dir, path, flags)
OPEN (openat64, (int dir, const char *path, int flags, ...), dir, path, flags)

DIR *
opendir (const char *path)
{
  static DIR *(*real) (const char *);

  if (real == NULL)
    *(void **) &real = find ("opendir");
  return strikes ("open") ? NULL : real (path);
}

ssize_t
write (int fd, const void *buffer, size_t length)
{
  static ssize_t (*real) (int, const void *, size_t);

  if (real == NULL)
    *(void **) &real = find ("write");
  if (fd > STDERR_FILENO && strikes ("write"))
    return fault != 0 ? -1 : real (fd, buffer, length > 1 ? length / 2 : length);
  return real (fd, buffer, length);
}

/* As Linux does it: the number is free whatever close() says. */
int
close (int fd)
{
  static int (*real) (int);

  if (real == NULL)
    *(void **) &real = find ("close");
  if (fd > STDERR_FILENO && strikes ("close"))
    {
      real (fd);
      errno = fault;
      return -1;
    }
  return real (fd);
}

/* A number for a second one is what closing a twin needs. */
int
fcntl (int fd, int command, ...)
{
  static int (*real) (int, int, ...);
  va_list rest;

  va_start (rest, command);
  void *argument = va_arg (rest, void *);
  va_end (rest);
  if (real == NULL)
    *(void **) &real = find ("fcntl");
  return strikes ("fcntl") ? -1 : real (fd, command, argument);
}
