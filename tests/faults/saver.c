/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saver: opens a project's file and saves another project over it, while calls fail.
 *
 * usage: saver keep|private|stale|remote TARGET SOURCE
 *
 * remote: the way of GVfs mounts, on a local file; stale: as if somebody else had written TARGET
 * meanwhile. Prints how many calls failed and what the save says; ends with one of the statuses
 * below. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "catalog/kumoji-language.h"
#include "faults/saver.h"
#include "files/kumoji-project-file.h"
#include "files/kumoji-remote-save.h"
#include "files/kumoji-safe-save.h"

typedef void (*Arm) (void);
typedef unsigned (*Disarm) (void);

static KumojiProject *
load (const char *path, KumojiStamp **stamp)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  KumojiProject *project = kumoji_project_file_load (file, KUMOJI_LOAD_NONE, NULL, stamp, &error);

  if (project == NULL)
    g_error ("%s", error->message);
  return project;
}

static gboolean
save (const char *way,
      GFile *target,
      KumojiSnapshot *snapshot,
      const KumojiStamp *expected,
      KumojiStamp **stamp,
      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_equal (way, "private") && !g_str_equal (way, "remote"))
    return kumoji_project_file_save (target, snapshot, expected, NULL, stamp, error);
  bytes = kumoji_project_file_compose (snapshot, error);
  if (bytes != NULL && g_str_equal (way, "remote"))
    return kumoji_remote_save (target, bytes, NULL, error);
  return bytes != NULL && kumoji_safe_save_private (g_file_peek_path (target), bytes, error);
}

int
main (int argc, char **argv)
{
  Arm arm;
  Disarm disarm;
  g_autoptr (GFile) target = NULL;
  g_autoptr (KumojiStamp) stamp = NULL, now = NULL;
  g_autoptr (KumojiProject) old = NULL, project = NULL;
  g_autoptr (KumojiSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  *(void **) &arm = dlsym (RTLD_DEFAULT, "kumoji_faults_arm");
  *(void **) &disarm = dlsym (RTLD_DEFAULT, "kumoji_faults_disarm");
  if (argc != 4 || arm == NULL || disarm == NULL)
    return SAVER_NOT_READY;
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  target = g_file_new_for_path (argv[2]);
  if (g_file_query_exists (target, NULL))
    old = load (argv[2], &stamp);
  if (g_str_equal (argv[1], "stale"))
    stamp->digest[0] = '-';
  project = load (argv[3], NULL);
  snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));

  arm ();
  gboolean saved = save (argv[1], target, snapshot, stamp, &now, &error);
  unsigned n_injected = disarm ();
  printf ("%u %s\n", n_injected, saved ? "saved" : error->message);
  if (saved)
    return SAVER_SAVED;
  if (!g_error_matches (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_UNSURE))
    return SAVER_REFUSED;
  /* The next save must not take what is there for somebody else's. */
  if (g_str_equal (argv[1], "keep")
      && (now == NULL || !kumoji_project_file_save (target, snapshot, now, NULL, NULL, NULL)))
    return SAVER_NOT_READY;
  return SAVER_UNSURE;
}
