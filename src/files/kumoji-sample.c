/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample: what a new project may begin with. */
#include "files/kumoji-sample.h"

#include "data/kumoji-core-resources.h"
#include "files/kumoji-project-file.h"

#define SAMPLES "/io/github/kumoji/Kumoji/sample/"

static const char *const names[] = { KUMOJI_SAMPLE_BLANK, KUMOJI_SAMPLE_COMPANY, NULL };

/**
 * kumoji_sample_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the templates
 */
const char *const *
kumoji_sample_list (void)
{
  return names;
}

/**
 * kumoji_sample_new:
 * @template_name: one of kumoji_sample_list()
 * @language: of the sample company
 *
 * Returns: (transfer full): a project that says nothing yet, or what the sample company says
 */
KumojiProject *
kumoji_sample_new (const char *template_name, KumojiLanguage language)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  KumojiProject *project = NULL;

  if (!g_str_equal (template_name, KUMOJI_SAMPLE_COMPANY))
    return kumoji_project_new ();

  path = g_strdup_printf (SAMPLES "minato-%s.kumoji.json", kumoji_language_get_code (language));
  bytes = g_resource_lookup_data (kumoji_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  if (bytes != NULL)
    project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, &error);

  /* What is compiled in and broken is a broken build, found by the first test that runs. */
  if (project == NULL)
    g_error ("%s: %s", path, error->message);
  return project;
}
