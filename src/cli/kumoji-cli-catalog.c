/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kumoji-cli catalog: the catalogs, and what one of them asks. */
#include "catalog/kumoji-library.h"
#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-json.h"
#include "cli/kumoji-cli-options.h"
#include "cli/kumoji-cli-output.h"

static const char *
subject_id (KumojiCatalog *catalog)
{
  return kumoji_catalog_get_subject (catalog) == KUMOJI_SUBJECT_SERVICE ? "service" : "company";
}

static void
list_json (GPtrArray *catalogs)
{
  g_autoptr (GString) out = g_string_new (NULL);

  kumoji_cli_json_open (out, NULL, '[');
  for (guint i = 0; i < catalogs->len; i++)
    {
      KumojiCatalog *catalog = catalogs->pdata[i];
      kumoji_cli_json_open (out, NULL, '{');
      kumoji_cli_json_add_text (out, "id", kumoji_catalog_get_id (catalog));
      kumoji_cli_json_add_text (out, "kind", kumoji_kind_words[kumoji_catalog_get_kind (catalog)]);
      kumoji_cli_json_add_text (out, "subject", subject_id (catalog));
      kumoji_cli_json_open (out, "title", '{');
      for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
        kumoji_cli_json_add_text (out, kumoji_language_get_code (language),
                                  kumoji_catalog_get_title (catalog, language));
      kumoji_cli_json_close (out, '}');
      kumoji_cli_json_add_integer (out, "items", kumoji_catalog_get_items (catalog)->len);
      kumoji_cli_json_close (out, '}');
    }
  kumoji_cli_json_close (out, ']');
  kumoji_cli_json_print (out);
}

static void
list_text (GPtrArray *catalogs)
{
  KumojiLanguage language = kumoji_language_get_default ();

  for (guint i = 0; i < catalogs->len; i++)
    {
      guint n_items = kumoji_catalog_get_items (catalogs->pdata[i])->len;
      g_autofree char *items = g_strdup_printf (P_("%u item", "%u items", n_items), n_items);
      kumoji_cli_print ("%-24s %s (%s)\n", kumoji_catalog_get_id (catalogs->pdata[i]),
                        kumoji_catalog_get_title (catalogs->pdata[i], language), items);
    }
}

static void
show_line (const char *label, const char *text)
{
  if (text != NULL)
    kumoji_cli_print ("    %s: %s\n", label, text);
}

static void
show_interval (gint64 months)
{
  if (months > 0)
    kumoji_cli_print ("    %s: %" G_GINT64_FORMAT "\n", _("Interval in months"), months);
}

static void
show_impacts (GPtrArray *impacts, KumojiLanguage language)
{
  for (guint i = 0; i < impacts->len; i++)
    {
      const KumojiFacetValue *impact = impacts->pdata[i];
      kumoji_cli_print ("  %s: %s\n", _("Impact"), kumoji_text_get (&impact->title, language));
    }
}

/* Whom or when the item concerns, one line a facet. */
static void
show_facets (GPtrArray *facets, KumojiItem *item, KumojiLanguage language)
{
  for (guint i = 0; i < facets->len; i++)
    {
      const KumojiFacet *facet = facets->pdata[i];
      const char *const *values = kumoji_item_get_facet (item, facet->id);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; values != NULL && values[j] != NULL; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " / " : "",
                                kumoji_text_get (&kumoji_facet_find_value (facet, values[j])->title,
                                                 language));
      show_line (kumoji_text_get (&facet->title, language), text->len > 0 ? text->str : NULL);
    }
}

/* Before the first of the items that serve it. */
static void
show_control (const KumojiControl *control, KumojiLanguage language)
{
  kumoji_cli_print ("\n%s %s\n", control->id, kumoji_text_get (&control->title, language));
  show_line (_("Purpose"), kumoji_text_get (&control->purpose, language));
}

static void
show_item (KumojiCatalog *catalog, KumojiItem *item, KumojiLanguage language)
{
  kumoji_cli_print ("\n%s %s\n    %s\n", kumoji_item_get_id (item),
                    kumoji_item_get_title (item, language),
                    kumoji_item_get_question (item, language));
  show_line (_("Hint"), kumoji_item_get_hint (item, language));
  show_line (_("Look for"), kumoji_item_get_look_for (item, language));
  show_line (_("Example"), kumoji_item_get_example (item, language));
  show_interval (kumoji_item_get_interval (item));
  show_facets (kumoji_catalog_get_facets (catalog), item, language);
}

static void
show_section (KumojiCatalog *catalog, const KumojiSection *section, KumojiLanguage language)
{
  const KumojiControl *last = NULL;

  kumoji_cli_print ("\n%s %s\n", section->id, kumoji_text_get (&section->title, language));
  for (guint i = 0; i < section->items->len; i++)
    {
      const KumojiControl *control = kumoji_catalog_get_control (catalog, section->items->pdata[i]);
      if (control != NULL && control != last)
        show_control (control, language);
      last = control;
      show_item (catalog, section->items->pdata[i], language);
    }
}

static void
show_text (KumojiCatalog *catalog)
{
  KumojiLanguage language = kumoji_language_get_default ();
  GPtrArray *sections = kumoji_catalog_get_sections (catalog);

  gint64 year = kumoji_catalog_get_year (catalog);
  g_autofree char *when = year > 0 ? g_strdup_printf (", %" G_GINT64_FORMAT, year) : g_strdup ("");

  kumoji_cli_print ("%s\n%s%s, %s\n", kumoji_catalog_get_title (catalog, language),
                    kumoji_catalog_get_publisher (catalog, language), when,
                    kumoji_catalog_get_place (catalog, language));
  kumoji_cli_print ("%s\n", kumoji_kind_get_label (kumoji_catalog_get_kind (catalog), language));
  show_impacts (kumoji_catalog_get_impacts (catalog), language);
  for (guint i = 0; i < sections->len; i++)
    show_section (catalog, sections->pdata[i], language);
}

static KumojiCliStatus
list (gboolean json)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_library_get_default ());

  if (json)
    list_json (catalogs);
  else
    list_text (catalogs);
  return KUMOJI_CLI_DONE;
}

static KumojiCliStatus
show (const char *id, gboolean json)
{
  KumojiCatalog *catalog = kumoji_library_get_catalog (kumoji_library_get_default (), id);

  if (catalog == NULL)
    return kumoji_cli_refuse (id,
                              _("there is no such catalog; “kumoji-cli catalog list” names them"));
  if (json)
    kumoji_cli_print_bytes (kumoji_catalog_get_bytes (catalog));
  else
    show_text (catalog);
  return KUMOJI_CLI_DONE;
}

/**
 * kumoji_cli_catalog:
 * @self: the command
 * @arguments: what was typed
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_catalog (const KumojiCliCommand *self, char **arguments)
{
  gboolean json = FALSE;
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON for other programs."), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  KumojiCliStatus status;
  const char *word;

  if (!kumoji_cli_parse (self, arguments, entries, &status))
    return status;
  word = words != NULL ? words[0] : "";
  if (g_str_equal (word, "list"))
    return kumoji_cli_expect (self, words, 1, _("nothing stands behind “list”"), &status)
             ? list (json)
             : status;
  if (g_str_equal (word, "show"))
    return kumoji_cli_expect (self, words, 2, _("name one catalog behind “show”"), &status)
             ? show (words[1], json)
             : status;
  return kumoji_cli_usage (self, _("say “list” or “show”"));
}
