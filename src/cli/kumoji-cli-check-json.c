/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kumoji-cli check --json: DESIGN.md section 8, member by member. */
#include "cli/kumoji-cli-check.h"

#include "cli/kumoji-cli-json.h"

/* A choice that was not made yet; no choice has this id. */
#define NOT_SET "none"

static void
add_problems (GString *out, GPtrArray *problems)
{
  kumoji_cli_json_open (out, "problems", '[');
  for (guint i = 0; i < problems->len; i++)
    {
      const KumojiProblem *problem = problems->pdata[i];
      kumoji_cli_json_open (out, NULL, '{');
      kumoji_cli_json_add_text (out, "path", problem->path);
      kumoji_cli_json_add_text (out, "reason", problem->reason);
      kumoji_cli_json_close (out, '}');
    }
  kumoji_cli_json_close (out, ']');
}

static void
add_precondition (GString *out, const KumojiScore *score)
{
  kumoji_cli_json_open (out, "precondition", '{');
  kumoji_cli_json_add_integer (out, "yes", score->yes);
  kumoji_cli_json_add_integer (out, "of", score->applicable);
  kumoji_cli_json_add_flag (out, "fits", score->passed);
  kumoji_cli_json_close (out, '}');
}

static void
add_round (GString *out, const KumojiCliRound *round)
{
  const KumojiScore *score = &round->score;

  kumoji_cli_json_open (out, NULL, '{');
  kumoji_cli_json_add_text (out, "catalog", kumoji_catalog_get_id (round->catalog));
  kumoji_cli_json_add_text (out, "subject",
                            round->service != NULL
                              ? kumoji_record_get_id (KUMOJI_RECORD (round->service))
                              : "");
  if (round->round != NULL)
    kumoji_cli_json_add_integer (out, "round",
                                 kumoji_record_get_integer (KUMOJI_RECORD (round->round), "round"));
  else
    kumoji_cli_json_add_null (out, "round");
  kumoji_cli_json_add_integer (out, "items", score->items);
  kumoji_cli_json_add_integer (out, "excluded", score->excluded);
  kumoji_cli_json_add_integer (out, "not-applicable", score->not_applicable);
  kumoji_cli_json_add_integer (out, "applicable", score->applicable);
  kumoji_cli_json_add_integer (out, "answered", score->answered);
  kumoji_cli_json_add_integer (out, "yes", score->yes);
  kumoji_cli_json_add_integer (out, "no", score->no);
  kumoji_cli_json_add_flag (out, "passed", score->passed);
  kumoji_cli_json_close (out, '}');
}

static void
add_rounds (GString *out, GArray *rounds)
{
  kumoji_cli_json_open (out, "checklists", '[');
  for (guint i = 0; i < rounds->len; i++)
    add_round (out, &g_array_index (rounds, KumojiCliRound, i));
  kumoji_cli_json_close (out, ']');
}

/* Figures that went beyond 64 bits are not to be shown. */
static void
add_yen (GString *out, const char *name, const KumojiValuation *valuation, gint64 yen)
{
  if (valuation->overflow != NULL)
    kumoji_cli_json_add_null (out, name);
  else
    kumoji_cli_json_add_integer (out, name, yen);
}

static void
add_shares (GString *out, const char *name, const KumojiValuation *valuation, GArray *shares)
{
  kumoji_cli_json_open (out, name, '{');
  for (guint i = 0; i < shares->len; i++)
    {
      const KumojiShare *share = &g_array_index (shares, KumojiShare, i);
      add_yen (out, *share->id != '\0' ? share->id : NOT_SET, valuation, share->total);
    }
  kumoji_cli_json_close (out, '}');
}

static void
add_valuation (GString *out, const KumojiValuation *valuation)
{
  kumoji_cli_json_open (out, "valuation", '{');
  add_yen (out, "total", valuation, valuation->total);
  kumoji_cli_json_add_integer (out, "sales", valuation->sales);
  add_yen (out, "difference", valuation, valuation->difference);
  if (valuation->overflow == NULL && valuation->ratio_millionths >= 0)
    kumoji_cli_json_add_millionths (out, "ratio", valuation->ratio_millionths);
  else
    kumoji_cli_json_add_null (out, "ratio");
  kumoji_cli_json_add_text (out, "state",
                            valuation->overflow == NULL
                              ? kumoji_valuation_state_get_id (valuation->state)
                              : kumoji_valuation_state_get_id (KUMOJI_VALUATION_UNKNOWN));
  add_shares (out, "by-group", valuation, valuation->by_group);
  add_shares (out, "by-class", valuation, valuation->by_class);
  add_shares (out, "by-category", valuation, valuation->by_category);
  add_shares (out, "by-rank", valuation, valuation->by_rank);
  kumoji_cli_json_close (out, '}');
}

static void
add_gate (GString *out, const KumojiGate *gate)
{
  kumoji_cli_json_open (out, "gate", '{');
  kumoji_cli_json_add_flag (out, "open", gate->open);
  kumoji_cli_json_add_flag (out, "overridden", gate->overridden);
  kumoji_cli_json_open (out, "blockers", '[');
  for (guint i = 0; i < gate->blockers->len; i++)
    {
      const KumojiBlocker *blocker = &g_array_index (gate->blockers, KumojiBlocker, i);
      kumoji_cli_json_open (out, NULL, '{');
      kumoji_cli_json_add_text (out, "catalog",
                                blocker->catalog != NULL ? kumoji_catalog_get_id (blocker->catalog)
                                                         : NULL);
      kumoji_cli_json_add_text (out, "item",
                                blocker->item != NULL ? kumoji_item_get_id (blocker->item) : NULL);
      kumoji_cli_json_add_text (out, "reason", kumoji_blocker_reason_get_id (blocker->reason));
      kumoji_cli_json_close (out, '}');
    }
  kumoji_cli_json_close (out, ']');
  kumoji_cli_json_open (out, "warnings", '[');
  for (guint i = 0; i < gate->warnings->len; i++)
    kumoji_cli_json_add_text (out, NULL,
                              kumoji_warning_get_id (
                                g_array_index (gate->warnings, KumojiWarning, i)));
  kumoji_cli_json_close (out, ']');
  kumoji_cli_json_close (out, '}');
}

static void
add_roadmap (GString *out, const KumojiRoadmap *roadmap)
{
  kumoji_cli_json_open (out, "roadmap", '{');
  kumoji_cli_json_add_text (out, "current",
                            roadmap->current != NULL ? roadmap->current->guide->id : NULL);
  kumoji_cli_json_open (out, "stages", '[');
  for (guint i = 0; i < roadmap->gates->len; i++)
    {
      const KumojiGate *gate = roadmap->gates->pdata[i];
      kumoji_cli_json_open (out, NULL, '{');
      kumoji_cli_json_add_text (out, "id", gate->guide->id);
      kumoji_cli_json_add_text (out, "state", kumoji_stage_state_get_id (gate->state));
      add_gate (out, gate);
      kumoji_cli_json_close (out, '}');
    }
  kumoji_cli_json_close (out, ']');
  kumoji_cli_json_close (out, '}');
}

/* A project does not hold service levels and costs yet: null, as DESIGN.md section 8 names them. */
static void
add_services (GString *out, KumojiProject *project)
{
  KumojiList *services = kumoji_project_get_services (project);

  kumoji_cli_json_open (out, "services", '[');
  for (guint i = 0; i < kumoji_list_get_length (services); i++)
    {
      KumojiRecord *service = kumoji_list_get (services, i);
      kumoji_cli_json_open (out, NULL, '{');
      kumoji_cli_json_add_text (out, "id", kumoji_record_get_id (service));
      kumoji_cli_json_add_text (out, "name", kumoji_record_get_text (service, "name"));
      kumoji_cli_json_add_null (out, "availability");
      kumoji_cli_json_add_null (out, "downtime-seconds");
      kumoji_cli_json_add_null (out, "break-even-month");
      kumoji_cli_json_close (out, '}');
    }
  kumoji_cli_json_close (out, ']');
}

/* A project holds no actions yet. */
static void
add_actions (GString *out)
{
  kumoji_cli_json_open (out, "actions", '{');
  kumoji_cli_json_add_integer (out, "open", 0);
  kumoji_cli_json_add_integer (out, "overdue", 0);
  kumoji_cli_json_add_integer (out, "done", 0);
  kumoji_cli_json_close (out, '}');
}

/**
 * kumoji_cli_check_print_json:
 * @self: a finding
 *
 * Prints one object on standard output.
 */
void
kumoji_cli_check_print_json (const KumojiCliFinding *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  kumoji_cli_json_open (out, NULL, '{');
  kumoji_cli_json_add_flag (out, "valid", self->problems->len == 0);
  add_problems (out, self->problems);
  kumoji_cli_json_add_text (out, "fingerprint", self->fingerprint);
  kumoji_cli_json_add_text (out, "company", kumoji_project_get_company (self->project));
  add_precondition (out, &self->precondition);
  add_rounds (out, self->rounds);
  add_valuation (out, self->valuation);
  add_roadmap (out, self->roadmap);
  add_services (out, self->project);
  add_actions (out);
  kumoji_cli_json_close (out, '}');
  kumoji_cli_json_print (out);
}
