/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the glossary in the interface: marked, explained, and never markup of a text's own. */
#include "app-harness.h"

#include <string.h>

#include "app/pages/kumoji-item-card.h"
#include "app/widgets/kumoji-term-label.h"
#include "app/widgets/kumoji-term-popover.h"

typedef struct
{
  GtkWidget *window;
  GtkLabel *label;
} Fixture;

static KumojiLibrary *
library (void)
{
  return kumoji_library_get_default ();
}

static KumojiItem *
term (const char *catalog, const char *id)
{
  KumojiItem *item = kumoji_catalog_get_item (kumoji_library_get_catalog (library (), catalog), id);

  g_assert_nonnull (item);
  return item;
}

static guint
count (const char *text, const char *needle)
{
  guint n = 0;

  for (const char *at = strstr (text, needle); at != NULL; at = strstr (at + 1, needle))
    n++;
  return n;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = gtk_window_new ();
  f->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->label));
  gtk_window_present (GTK_WINDOW (f->window));
  harness_settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GtkWidget *window = g_object_ref (f->window);
  GtkLabel *label = g_object_ref (f->label);

  gtk_window_destroy (GTK_WINDOW (f->window));
  harness_settle ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (label);
}

/* Each word once, where it stands first; not in its own explanation. */
static void
test_markup (void)
{
  g_autofree char *markup =
    kumoji_term_markup_new (library (), "A backup of the log; the backups and logs",
                            KUMOJI_LANGUAGE_EN, NULL);
  g_autofree char *own = kumoji_term_markup_new (library (), "A backup of the log",
                                                 KUMOJI_LANGUAGE_EN, term ("glossary", "backup"));
  g_autofree char *japanese =
    kumoji_term_markup_new (library (), "控えとバックアップとログ", KUMOJI_LANGUAGE_JA, NULL);

  g_assert_cmpuint (count (markup, "<a "), ==, 2);
  g_assert_true (g_str_has_prefix (markup, "A <a href=\"term:glossary/backup\" title=\""));
  g_assert_true (g_str_has_suffix (markup, ">log</a>; the backups and logs"));
  g_assert_cmpuint (count (own, "<a "), ==, 1);
  g_assert_nonnull (strstr (own, "term:glossary/log"));
  g_assert_cmpuint (count (japanese, "<a "), ==, 2);
}

/* What a text says stays as it is, whatever it looks like; a screen reader gets it plain. */
static void
test_hostile (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "plain",
    "<b>bold</b> & <a href=\"https://example.org\">audit</a> log's \"backup\" &amp; &#60;",
    "</a></span> audit <",
    "控え<b>ログ</b>＆",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      kumoji_term_label_set_text (f->label, library (), texts[i], NULL);
      harness_settle ();
      g_assert_cmpstr (gtk_label_get_text (f->label), ==, texts[i]);
      g_assert_cmpuint (count (gtk_label_get_label (f->label), "example.org"), ==,
                        count (texts[i], "example.org"));
      g_assert_null (strstr (gtk_label_get_label (f->label), "href=\"https"));
    }
}

/* Every text of every catalog is markup that GTK reads, and says what it said. */
static void
test_all_texts (Fixture *f, gconstpointer data)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (library ());
  double seconds = 0;
  guint n = 0, n_texts = 0;

  for (guint i = 0; i < catalogs->len; i++)
    {
      GPtrArray *items = kumoji_catalog_get_items (catalogs->pdata[i]);
      for (guint j = 0; j < items->len; j++)
        for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
          {
            const char *hint = kumoji_item_get_hint (items->pdata[j], language);
            g_autoptr (GTimer) timer = g_timer_new ();
            g_autofree char *markup = kumoji_term_markup_new (library (), hint, language, NULL);
            gtk_label_set_markup (f->label, markup);
            seconds += g_timer_elapsed (timer, NULL);
            n_texts++;
            g_assert_cmpstr (gtk_label_get_text (f->label), ==, hint);
            n += count (markup, "<a ");
          }
    }
  g_assert_cmpuint (n, >, 500);
  g_test_minimized_result (seconds / n_texts * 1e3, "a text is marked in %.2f ms",
                           seconds / n_texts * 1e3);
}

static GtkPopover *
find_popover (GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (KUMOJI_IS_TERM_POPOVER (child))
      return GTK_POPOVER (child);
  return NULL;
}

static gboolean
activate (GtkLabel *label, const char *uri)
{
  gboolean is_taken = FALSE;

  g_signal_emit_by_name (label, "activate-link", uri, &is_taken);
  return is_taken;
}

/* A click opens what explains the word; closed, it is gone. No other link opens anything. */
static void
test_popover (Fixture *f, gconstpointer data)
{
  kumoji_term_label_set_text (f->label, library (), "Is a log kept?", NULL);
  g_assert_true (activate (f->label, "term:glossary/log"));
  GtkPopover *popover = find_popover (GTK_WIDGET (f->label));
  g_assert_nonnull (popover);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_template_child (
                     GTK_WIDGET (popover), KUMOJI_TYPE_TERM_POPOVER, "explanation"))),
                   ==, kumoji_item_get_question (term ("glossary", "log"), KUMOJI_LANGUAGE_EN));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *) &popover);
  gtk_popover_popdown (popover);
  WAIT_UNTIL (popover == NULL);

  static const char *const others[] = { "https://example.org", "term:",         "term:glossary",
                                        "term:glossary/none",  "term:none/log", "file:///etc" };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_true (activate (f->label, others[i]));
      g_assert_null (find_popover (GTK_WIDGET (f->label)));
    }
}

/* Destroyed while it is open: tear_down() sees that both go. */
static void
test_destroyed (Fixture *f, gconstpointer data)
{
  kumoji_term_label_set_text (f->label, library (), "Is a log kept?", NULL);
  g_assert_true (activate (f->label, "term:glossary/log"));
  WAIT_UNTIL (find_popover (GTK_WIDGET (f->label)) != NULL);
  harness_settle ();
}

/* On the item card; the popover's button goes to the glossary. */
static void
test_card (Harness *h, gconstpointer data)
{
  GtkWidget *page;
  KumojiItemCard *card;

  harness_go (h, "checklists", "jssa-stage2//1.9");
  page = GTK_WIDGET (kumoji_window_get_pane (h->window, "checklists"));
  card = harness_find (page, KUMOJI_TYPE_ITEM_CARD, 0);
  GtkLabel *hint =
    GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (card), KUMOJI_TYPE_ITEM_CARD, "hint"));
  GtkLabel *question = GTK_LABEL (
    gtk_widget_get_template_child (GTK_WIDGET (card), KUMOJI_TYPE_ITEM_CARD, "question"));
  KumojiItem *item = term ("jssa-stage2", "1.9");
  g_assert_cmpstr (gtk_label_get_text (hint), ==, kumoji_item_get_hint (item, KUMOJI_LANGUAGE_EN));
  g_assert_nonnull (strstr (gtk_label_get_label (question), "term:glossary/backup"));

  g_assert_true (activate (question, "term:glossary/backup"));
  GtkPopover *popover = find_popover (GTK_WIDGET (question));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  gtk_widget_activate (GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (popover), KUMOJI_TYPE_TERM_POPOVER, "button")));
  KumojiItem *explained = term ("glossary", "backup");
  WAIT_UNTIL (g_str_equal (gtk_label_get_text (question),
                           kumoji_item_get_title (explained, KUMOJI_LANGUAGE_EN)));
  WAIT_UNTIL (find_popover (GTK_WIDGET (question)) == NULL);
}

int
main (int argc, char *argv[])
{
  harness_init (&argc, &argv);
  g_test_add_func ("/terms/markup", test_markup);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/terms/hostile", test_hostile);
  ADD ("/terms/all-texts", test_all_texts);
  ADD ("/terms/popover", test_popover);
  ADD ("/terms/destroyed", test_destroyed);
#undef ADD
  g_test_add ("/terms/card", Harness, NULL, harness_set_up, test_card, harness_tear_down);
  return harness_run ();
}
