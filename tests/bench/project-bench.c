/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much our own work costs on top of json-glib's, for 10,000 assets. */
#include "bench.h"

#include "files/kumoji-project-file.h"
#include "project/kumoji-edit.h"
#include "rules/kumoji-fingerprint.h"
#include "rules/kumoji-valuation.h"

#define ASSETS 10000

static KumojiProject *
fill (void)
{
  KumojiProject *project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *assets = kumoji_project_get_assets (project);

  for (guint i = 0; i < ASSETS; i++)
    {
      g_autoptr (KumojiRecord) asset = g_object_new (KUMOJI_TYPE_ASSET, NULL);
      g_autofree char *name = g_strdup_printf ("得意先台帳 %u", i);
      g_autofree char *number = g_strdup_printf ("A-%05u", i);
      kumoji_history_insert (history, assets, i, asset);
      kumoji_history_set_text (history, asset, "number", number);
      kumoji_history_set_text (history, asset, "name", name);
      kumoji_history_set_text (history, asset, "group", "customer-property");
      kumoji_history_set_text (history, asset, "rank", "a");
      kumoji_history_set_integer (history, asset, "count", i);
      kumoji_history_set_integer (history, asset, "unit-value", 150000);
      kumoji_history_set_text (history, asset, "owner", "営業部長");
      kumoji_history_set_text (history, asset, "location", "本社 2 階の金庫");
    }
  return project;
}

static void
read_plain (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  json_parser_load_from_data (parser, data, size, NULL);
}

static void
write_plain (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  json_parser_load_from_data (parser, data, size, NULL);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, json_parser_get_root (parser));
  g_autofree char *text = json_generator_to_data (generator, NULL);
}

int
main (void)
{
  g_autoptr (KumojiProject) project = fill ();
  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);
  gint64 plain_read, plain_write, us;

  BEST (plain_read, read_plain (bytes));
  BEST (plain_write, write_plain (bytes));
  printf ("%d assets, %" G_GSIZE_FORMAT " bytes\n", ASSETS, g_bytes_get_size (bytes));
  tell ("json-glib reads it (reference of reading)", plain_read, plain_read);
  BEST (us, g_object_unref (kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, NULL)));
  tell ("guard, json-glib, records", us, plain_read);
  tell ("json-glib reads and writes it (of writing)", plain_write, plain_write);
  BEST (us, g_bytes_unref (kumoji_project_to_bytes (project)));
  tell ("records to the file's bytes", us, plain_write);
  BEST (us, kumoji_snapshot_free (kumoji_record_snapshot (KUMOJI_RECORD (project))));
  tell ("snapshot (on the main loop)", us, plain_read);
  BEST (us, kumoji_valuation_free (kumoji_valuation_new (project)));
  tell ("valuation (on the main loop)", us, plain_read);
  BEST (us, g_free (kumoji_fingerprint_new (project)));
  tell ("fingerprint (in the report's thread)", us, plain_read);
  return 0;
}
