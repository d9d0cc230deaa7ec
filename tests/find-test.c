/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in questions, answers, assets, services and the glossary. */
#include <string.h>

#include "project/kumoji-edit.h"
#include "rules/kumoji-find.h"

#define TODAY "2026-11-20"
#define MOST 20

/* The text with what the words match in brackets. */
static char *
mark (const char *text, GArray *spans)
{
  GString *marked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const KumojiSpan *span = &g_array_index (spans, KumojiSpan, i);
      g_assert_cmpuint (span->start, >=, at);
      g_assert_cmpuint (span->end, >, span->start);
      g_string_append_len (marked, text + at, span->start - at);
      g_string_append_printf (marked, "[%.*s]", (int) (span->end - span->start),
                              text + span->start);
      at = span->end;
    }
  g_assert_cmpuint (at, <=, strlen (text));
  g_string_append (marked, text + at);
  g_assert_true (g_utf8_validate (marked->str, -1, NULL));
  return g_string_free (marked, FALSE);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Backup", "backup" },
    { "バックアップ", "ばっくあっぷ" },
    { "ﾊﾞｯｸｱｯﾌﾟ", "ばっくあっぷ" },
    { "ハ\u3099ックアッフ\u309a", "ばっくあっぷ" },
    { "ＳａａＳ　２０２６", "saas 2026" },
    { "サーバー", "さーばー" },
    { "ヴ", "ゔ" },
    { "Straße", "strasse" },
    { "E\u0301te", "\u00e9te" },
    { "①㈱㌔", "1(株)きろ" },
    { "𠮷野家 👩‍👩‍👧", "𠮷野家 👩‍👩‍👧" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = kumoji_fold (cases[i].text);
      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

/* What is marked are whole characters of the text as it is written. */
static void
test_spans (void)
{
  static const struct
  {
    const char *words; /* folded, one space between */
    const char *marked;
  } cases[] = {
    { "ばっく", "[バック]アップの[ﾊﾞｯｸ]、[ばっく]" },
    { "株", "[㈱]雲路、[株]式" },
    { "saas か", "[Ｓａａ][Ｓ]で[か]" },
    { "ab bc", "[abc] [ab] b" },
    { "none", "何もない" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].words, " ", -1);
      g_auto (GStrv) opened = g_strsplit (cases[i].marked, "[", -1);
      g_autofree char *joined = g_strjoinv ("", opened);
      g_auto (GStrv) closed = g_strsplit (joined, "]", -1);
      g_autofree char *text = g_strjoinv ("", closed);
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (KumojiSpan));
      kumoji_fold_find (text, (const char *const *) words, spans);
      g_autofree char *marked = mark (text, spans);
      g_autofree char *wanted = g_strdup (cases[i].marked);
      /* Spans that touch are one. */
      g_auto (GStrv) pieces = g_strsplit (wanted, "][", -1);
      g_autofree char *expected = g_strjoinv ("", pieces);
      g_assert_cmpstr (marked, ==, expected);
    }
}

static KumojiProject *
project_new (char **service)
{
  KumojiProject *project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *mail = KUMOJI_RECORD (kumoji_edit_add_service (project, "ﾒｰﾙ便"));
  KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
  KumojiAssessment *round;

  kumoji_history_set_text (history, mail, "provider", "Example <b>Cloud</b> & Co.");
  kumoji_history_set_text (history, asset, "name", "顧客台帳");
  kumoji_history_set_text (history, asset, "number", "A-17");
  kumoji_history_set_text (history, asset, "owner", "営業　佐藤");
  round = kumoji_edit_ensure_round (project, "ipa-guide", kumoji_record_get_id (mail));
  kumoji_edit_answer (project, round, "10", "memo", "毎晩、控えを\n倉庫へ。担当はサトウ", TODAY,
                      NULL);
  kumoji_edit_answer (project, round, "10", "evidence", "backup-log.pdf", TODAY, NULL);
  round = kumoji_edit_ensure_round (project, "jssa-stage2", "");
  kumoji_edit_answer (project, round, "1.9", "memo", "old note zebra", TODAY, NULL);
  round = kumoji_edit_start_round (project, "jssa-stage2", "", FALSE, TODAY);
  kumoji_edit_answer (project, round, "1.9", "by", "さとう", TODAY, NULL);
  if (service != NULL)
    *service = g_strdup (kumoji_record_get_id (mail));
  return project;
}

static KumojiFindings *
find (KumojiProject *project, const char *words)
{
  g_autoptr (KumojiFindSource) source = kumoji_find_source_new (project, KUMOJI_LANGUAGE_JA);
  KumojiFindings *findings = kumoji_find (source, words, MOST, NULL);

  g_assert_nonnull (findings);
  return findings;
}

static const KumojiFound *
get (KumojiFindings *findings, KumojiFindGroup group, guint position)
{
  g_assert_cmpuint (position, <, findings->found[group]->len);
  return findings->found[group]->pdata[position];
}

static void
test_groups (void)
{
  g_autofree char *service = NULL;
  g_autoptr (KumojiProject) project = project_new (&service);
  g_autofree char *target = g_strconcat ("ipa-guide/", service, "/10", NULL);

  {
    g_autoptr (KumojiFindings) findings = find (project, "サトウ");
    const KumojiFound *found = get (findings, KUMOJI_FIND_ANSWERS, 0);
    g_autofree char *marked = mark (found->excerpt, found->excerpt_spans);
    g_assert_cmpuint (findings->n[KUMOJI_FIND_ANSWERS], ==, 2);
    g_assert_cmpstr (found->target, ==, target);
    g_assert_cmpstr (found->title, ==, "10  重要な情報のバックアップ");
    g_assert_cmpstr (found->place, ==, "IPA 安全利用 · ﾒｰﾙ便");
    g_assert_cmpstr (marked, ==, "毎晩、控えを 倉庫へ。担当は[サトウ]");
    g_assert_cmpstr (get (findings, KUMOJI_FIND_ANSWERS, 1)->target, ==, "jssa-stage2//1.9");
  }
  {
    g_autoptr (KumojiFindings) findings = find (project, "佐藤　A-17 顧客");
    const KumojiFound *found = get (findings, KUMOJI_FIND_ASSETS, 0);
    g_autofree char *title = mark (found->title, found->title_spans);
    g_assert_cmpuint (findings->n[KUMOJI_FIND_ASSETS], ==, 1);
    g_assert_cmpstr (title, ==, "[顧客]台帳");
  }
  {
    g_autoptr (KumojiFindings) findings = find (project, "メール");
    const KumojiFound *found = get (findings, KUMOJI_FIND_SERVICES, 0);
    g_autofree char *title = mark (found->title, found->title_spans);
    g_assert_cmpstr (found->target, ==, service);
    g_assert_cmpstr (title, ==, "[ﾒｰﾙ]便");
  }
  {
    g_autoptr (KumojiFindings) findings = find (project, "<B>cloud");
    const KumojiFound *found = get (findings, KUMOJI_FIND_SERVICES, 0);
    g_autofree char *marked = mark (found->excerpt, found->excerpt_spans);
    g_assert_cmpstr (marked, ==, "Example [<b>Cloud]</b> & Co.");
  }
  {
    g_autoptr (KumojiFindings) findings = find (project, "ｓｌａ");
    g_assert_cmpstr (get (findings, KUMOJI_FIND_TERMS, 0)->target, ==, "glossary//sla");
    g_assert_cmpuint (findings->n[KUMOJI_FIND_QUESTIONS], >, 0);
    g_assert_cmpuint (findings->n[KUMOJI_FIND_ASSETS], ==, 0);
  }
}

/* The number finds its question first; a title comes before a hint; every word must occur. */
static void
test_order (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (KumojiFindings) by_number = find (project, "cld.8.1.5");
  g_autoptr (KumojiFindings) by_title = find (project, "バックアップ");
  g_autoptr (KumojiFindings) none = find (project, "バックアップ 無い言葉だ");
  g_autoptr (KumojiFindings) nothing = find (project, " 　\n");
  gboolean title_is_over = FALSE;

  g_assert_cmpstr (get (by_number, KUMOJI_FIND_QUESTIONS, 0)->target, ==,
                   "iso27017-customer//CLD.8.1.5");
  for (guint i = 0; i < by_title->found[KUMOJI_FIND_QUESTIONS]->len; i++)
    {
      const KumojiFound *found = get (by_title, KUMOJI_FIND_QUESTIONS, i);
      g_assert_false (title_is_over && found->title_spans->len > 0);
      title_is_over = found->title_spans->len == 0;
      g_assert_true (found->title_spans->len > 0 || found->excerpt_spans->len > 0);
    }
  for (int group = 0; group < KUMOJI_N_FIND_GROUPS; group++)
    {
      g_assert_cmpuint (none->n[group], ==, 0);
      g_assert_cmpuint (nothing->n[group], ==, 0);
      g_assert_cmpuint (nothing->found[group]->len, ==, 0);
    }
}

/* Only the last round is searched: it is what the checklists show. */
static void
test_rounds (void)
{
  g_autoptr (KumojiProject) project = project_new (NULL);
  g_autoptr (KumojiFindings) findings = find (project, "zebra");

  g_assert_cmpuint (findings->n[KUMOJI_FIND_ANSWERS], ==, 0);
}

/* What is found is cut around the first word, at whole characters, and says so. */
static void
test_excerpt (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autofree char *before = g_strnfill (300, 'x');
  g_autofree char *memo = g_strconcat (before, "針\n針", before, NULL);

  kumoji_edit_answer (project, kumoji_edit_ensure_round (project, "jssa-stage2", ""), "1.9", "memo",
                      memo, TODAY, NULL);
  g_autoptr (KumojiFindings) findings = find (project, "針");
  const KumojiFound *found = get (findings, KUMOJI_FIND_ANSWERS, 0);
  g_autofree char *marked = mark (found->excerpt, found->excerpt_spans);
  g_assert_true (g_str_has_prefix (marked, "…xxx"));
  g_assert_nonnull (strstr (marked, "x[針] [針]x"));
  g_assert_true (g_str_has_suffix (marked, "x…"));
  g_assert_cmpint (g_utf8_strlen (found->excerpt, -1), ==, 142);
}

#define N_ASSETS 10000

/* More than are wanted are counted; what is stopped gives nothing; and how long it takes. */
static void
test_many (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  KumojiHistory *history = kumoji_project_get_history (project);

  for (guint i = 0; i < N_ASSETS; i++)
    {
      KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
      g_autofree char *name = g_strdup_printf ("顧客台帳（支店 %u）のバックアップ", i);
      kumoji_history_set_text (history, asset, "name", name);
      kumoji_history_set_text (history, asset, "owner", "営業部　課長");
    }
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (KumojiFindSource) source = kumoji_find_source_new (project, KUMOJI_LANGUAGE_JA);
  g_test_minimized_result (g_timer_elapsed (timer, NULL) * 1e3, "copied in %.1f ms",
                           g_timer_elapsed (timer, NULL) * 1e3);

  for (int i = 0; i < 2; i++)
    {
      g_timer_start (timer);
      g_autoptr (KumojiFindings) findings = kumoji_find (source, "ﾊﾞｯｸ 営業", MOST, NULL);
      g_test_minimized_result (g_timer_elapsed (timer, NULL) * 1e3, "search %d takes %.1f ms",
                               i + 1, g_timer_elapsed (timer, NULL) * 1e3);
      g_assert_cmpuint (findings->n[KUMOJI_FIND_ASSETS], ==, N_ASSETS);
      g_assert_cmpuint (findings->found[KUMOJI_FIND_ASSETS]->len, ==, MOST);
    }
  g_cancellable_cancel (cancellable);
  g_assert_null (kumoji_find (source, "顧客", MOST, cancellable));
}

static gpointer
find_thread (gpointer data)
{
  g_autoptr (KumojiFindSource) source = data;
  g_autoptr (KumojiFindings) findings = kumoji_find (source, "バックアップ", MOST, NULL);

  return GUINT_TO_POINTER (findings->n[KUMOJI_FIND_QUESTIONS]);
}

/* A source outlives its project and is searched by several threads at once. */
static void
test_threads (void)
{
  KumojiProject *project = project_new (NULL);
  KumojiFindSource *source = kumoji_find_source_new (project, KUMOJI_LANGUAGE_JA);
  GThread *threads[4];
  guint n = 0;

  g_assert_finalize_object (project);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("find", find_thread, kumoji_find_source_ref (source));
  kumoji_find_source_unref (source);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      guint found = GPOINTER_TO_UINT (g_thread_join (threads[i]));
      g_assert_cmpuint (found, >, 10);
      g_assert_true (n == 0 || n == found);
      n = found;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/fold", test_fold);
  g_test_add_func ("/find/spans", test_spans);
  g_test_add_func ("/find/groups", test_groups);
  g_test_add_func ("/find/order", test_order);
  g_test_add_func ("/find/rounds", test_rounds);
  g_test_add_func ("/find/excerpt", test_excerpt);
  g_test_add_func ("/find/many", test_many);
  g_test_add_func ("/find/threads", test_threads);
  return g_test_run ();
}
