/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage guide: what the six stages of adoption ask, and the gate out of each. */
#include "catalog/kumoji-stage-guide.h"

#include "catalog/kumoji-catalog.h"
#include "catalog/kumoji-phrases.h"
#include "catalog/kumoji-place.h"

#define STAGES_VERSION 1

static const char *const months_kinds[] = { "at-least", "per-round", NULL };

static void
text_free (KumojiText *text)
{
  kumoji_text_clear (text);
  g_free (text);
}

static void
stage_guide_free (KumojiStageGuide *self)
{
  g_free (self->id);
  g_free (self->number);
  kumoji_text_clear (&self->name);
  kumoji_text_clear (&self->type);
  kumoji_text_clear (&self->purpose);
  kumoji_text_clear (&self->decision);
  kumoji_text_clear (&self->residual_risk);
  g_clear_pointer (&self->policy, g_ptr_array_unref);
  g_strfreev (self->passed);
  g_strfreev (self->warns_not_passed);
  g_free (self->practices);
  g_free (self->needs_stage_entered);
  g_free (self);
}

static void
read_policy (KumojiStageGuide *self, const KumojiPlace *place)
{
  guint n = kumoji_place_get_length (place, "policy", TRUE);

  self->policy = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  for (guint i = 0; i < n; i++)
    {
      KumojiPlace point;
      if (!kumoji_place_init_element (&point, place, "policy", i))
        return;

      KumojiText *text = g_new0 (KumojiText, 1);
      for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
        text->in[language] =
          g_strdup (kumoji_place_get_string (&point, kumoji_language_get_code (language), TRUE));
      g_ptr_array_add (self->policy, text);
    }
}

static void
read_gate (KumojiStageGuide *self, const KumojiPlace *place)
{
  KumojiPlace gate, budget;

  if (!kumoji_place_init_member (&gate, place, "gate"))
    {
      kumoji_place_fail (place, "gate", _("is missing"));
      return;
    }
  self->needs_person = kumoji_place_get_flag (&gate, "needs-person");
  self->passed = kumoji_place_dup_strings (&gate, "passed");
  self->each_round = kumoji_place_get_flag (&gate, "each-round");
  self->warns_not_passed = kumoji_place_dup_strings (&gate, "warns-not-passed");
  self->practices = g_strdup (kumoji_place_get_string (&gate, "warns-practices-open", FALSE));
  self->warns_no_assets = kumoji_place_get_flag (&gate, "warns-no-assets");
  self->needs_stage_entered =
    g_strdup (kumoji_place_get_string (&gate, "needs-stage-entered", FALSE));
  self->needs_processes = kumoji_place_get_flag (&gate, "needs-processes");

  if (kumoji_place_init_member (&budget, place, "budget"))
    {
      self->budget_min = kumoji_place_get_integer (&budget, "min", TRUE);
      self->budget_max = kumoji_place_get_integer (&budget, "max", TRUE);
    }
}

static KumojiStageGuide *
read_stage (const KumojiPlace *place)
{
  KumojiStageGuide *self = g_new0 (KumojiStageGuide, 1);

  self->id = g_strdup (kumoji_place_get_string (place, "id", TRUE));
  self->number = self->id != NULL ? g_ascii_strup (self->id, -1) : NULL;
  kumoji_place_get_text (place, "name", TRUE, &self->name);
  kumoji_place_get_text (place, "type", TRUE, &self->type);
  kumoji_place_get_text (place, "purpose", TRUE, &self->purpose);
  kumoji_place_get_text (place, "decision", TRUE, &self->decision);
  kumoji_place_get_text (place, "residual-risk", TRUE, &self->residual_risk);
  self->months = kumoji_place_get_integer (place, "months", TRUE);
  self->per_round = kumoji_place_get_choice (place, "months-kind", months_kinds, TRUE) == 1;
  read_policy (self, place);
  if (!kumoji_place_failed (place))
    read_gate (self, place);
  return self;
}

/**
 * kumoji_stage_guides_new_from_bytes:
 * @bytes: the file of the stages
 * @name: its name, for messages
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KumojiStageGuide): the stages in order
 */
GPtrArray *
kumoji_stage_guides_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func ((GDestroyNotify) stage_guide_free);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) broken = NULL;
  KumojiPlace root;
  guint n = 0;

  if (kumoji_place_init_root (&root, name, parser, bytes, "kumoji-stages", STAGES_VERSION, &broken))
    n = kumoji_place_get_length (&root, "stages", TRUE);
  for (guint i = 0; i < n && broken == NULL; i++)
    {
      KumojiPlace place;
      if (kumoji_place_init_element (&place, &root, "stages", i))
        g_ptr_array_add (stages, read_stage (&place));
    }
  if (broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return NULL;
    }
  return g_steal_pointer (&stages);
}
