/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A checklist: one catalog as the company answers it, for itself or for a service, in one round. */
#include "config.h"

#include "app/pages/kumoji-checklist.h"

#include <glib/gi18n.h>

#include "files/kumoji-today.h"
#include "project/kumoji-edit.h"
#include "rules/kumoji-answering.h"

struct _KumojiChecklist
{
  GObject parent_instance;

  KumojiProject *project;
  KumojiCatalog *catalog;
  char *subject;
  gint64 round; /* 0: the last one */
};

G_DEFINE_FINAL_TYPE (KumojiChecklist, kumoji_checklist, G_TYPE_OBJECT)

static void
kumoji_checklist_finalize (GObject *object)
{
  KumojiChecklist *self = KUMOJI_CHECKLIST (object);

  g_object_unref (self->project);
  g_object_unref (self->catalog);
  g_free (self->subject);

  G_OBJECT_CLASS (kumoji_checklist_parent_class)->finalize (object);
}

static void
kumoji_checklist_class_init (KumojiChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_checklist_finalize;
}

static void
kumoji_checklist_init (KumojiChecklist *self)
{
}

/**
 * kumoji_checklist_new:
 * @project: a project
 * @catalog: what is asked
 * @subject: a service's id, "" for the company
 *
 * Returns: (transfer full): the catalog as it is answered in the last round
 */
KumojiChecklist *
kumoji_checklist_new (KumojiProject *project, KumojiCatalog *catalog, const char *subject)
{
  KumojiChecklist *self = g_object_new (KUMOJI_TYPE_CHECKLIST, NULL);

  self->project = g_object_ref (project);
  self->catalog = g_object_ref (catalog);
  self->subject = g_strdup (subject);
  return self;
}

/**
 * kumoji_checklist_get_project:
 * @self: a checklist
 *
 * Returns: (transfer none): in which it is answered
 */
KumojiProject *
kumoji_checklist_get_project (KumojiChecklist *self)
{
  return self->project;
}

/**
 * kumoji_checklist_get_history:
 * @self: a checklist
 *
 * Returns: (transfer none): through which it is answered
 */
KumojiHistory *
kumoji_checklist_get_history (KumojiChecklist *self)
{
  return kumoji_project_get_history (self->project);
}

/**
 * kumoji_checklist_get_catalog:
 * @self: a checklist
 *
 * Returns: (transfer none): what is asked
 */
KumojiCatalog *
kumoji_checklist_get_catalog (KumojiChecklist *self)
{
  return self->catalog;
}

/**
 * kumoji_checklist_get_subject:
 * @self: a checklist
 *
 * Returns: (transfer none): the id of the service that it is about, "" for the company
 */
const char *
kumoji_checklist_get_subject (KumojiChecklist *self)
{
  return self->subject;
}

static gboolean
is_round_of (KumojiChecklist *self, KumojiRecord *assessment)
{
  return g_str_equal (kumoji_record_get_text (assessment, "catalog"),
                      kumoji_catalog_get_id (self->catalog))
         && g_str_equal (kumoji_record_get_text (assessment, "subject"), self->subject);
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  gint64 first = kumoji_record_get_integer (*(KumojiRecord **) a, "round");
  gint64 second = kumoji_record_get_integer (*(KumojiRecord **) b, "round");

  return (first > second) - (first < second);
}

/**
 * kumoji_checklist_list_rounds:
 * @self: a checklist
 *
 * Returns: (transfer container) (element-type KumojiAssessment): its rounds, the first one first
 */
GPtrArray *
kumoji_checklist_list_rounds (KumojiChecklist *self)
{
  KumojiList *assessments = kumoji_project_get_assessments (self->project);
  GPtrArray *rounds = g_ptr_array_new ();

  for (guint i = 0; i < kumoji_list_get_length (assessments); i++)
    if (is_round_of (self, kumoji_list_get (assessments, i)))
      g_ptr_array_add (rounds, kumoji_list_get (assessments, i));
  g_ptr_array_sort (rounds, compare_rounds);
  return rounds;
}

/**
 * kumoji_checklist_set_round:
 * @self: a checklist
 * @round: a round's number, 0 for the last one, whichever that is
 */
void
kumoji_checklist_set_round (KumojiChecklist *self, gint64 round)
{
  self->round = round;
}

/**
 * kumoji_checklist_get_round:
 * @self: a checklist
 *
 * Returns: the number of the round that is shown; 1 where nothing is answered yet
 */
gint64
kumoji_checklist_get_round (KumojiChecklist *self)
{
  KumojiAssessment *assessment = kumoji_checklist_get_assessment (self);

  return assessment != NULL ? kumoji_record_get_integer (KUMOJI_RECORD (assessment), "round") : 1;
}

/**
 * kumoji_checklist_get_assessment:
 * @self: a checklist
 *
 * Returns: (transfer none) (nullable): the round that is shown, %NULL where nothing is answered yet
 */
KumojiAssessment *
kumoji_checklist_get_assessment (KumojiChecklist *self)
{
  g_autoptr (GPtrArray) rounds = kumoji_checklist_list_rounds (self);

  for (guint i = 0; i < rounds->len; i++)
    if (kumoji_record_get_integer (rounds->pdata[i], "round") == self->round)
      return rounds->pdata[i];
  return rounds->len > 0 ? rounds->pdata[rounds->len - 1] : NULL;
}

/**
 * kumoji_checklist_start_round:
 * @self: a checklist
 *
 * Begins a new round, and shows it. Nothing is answered in it but what lasts, such as documents.
 */
void
kumoji_checklist_start_round (KumojiChecklist *self)
{
  g_autofree char *today = kumoji_today_new ();

  kumoji_edit_start_round (self->project, kumoji_catalog_get_id (self->catalog), self->subject,
                           kumoji_answering_get (kumoji_catalog_get_kind (self->catalog))->lasts,
                           today);
  self->round = 0;
}

/**
 * kumoji_checklist_get_answer:
 * @self: a checklist
 * @item: an item of its catalog
 *
 * Returns: (transfer none) (nullable): what is said to the item, %NULL for nothing yet
 */
KumojiAnswer *
kumoji_checklist_get_answer (KumojiChecklist *self, KumojiItem *item)
{
  KumojiAssessment *assessment = kumoji_checklist_get_assessment (self);

  return assessment != NULL ? kumoji_assessment_get_answer (assessment, kumoji_item_get_id (item))
                            : NULL;
}

/**
 * kumoji_checklist_get_state:
 * @self: a checklist
 * @item: an item of its catalog
 *
 * Returns: where the item stands
 */
KumojiItemState
kumoji_checklist_get_state (KumojiChecklist *self, KumojiItem *item)
{
  g_autofree char *today = kumoji_today_new ();

  return kumoji_item_state (item, kumoji_checklist_get_assessment (self),
                            kumoji_project_get_profile (self->project), today);
}

/**
 * kumoji_checklist_work_out:
 * @self: a checklist
 * @score: (out caller-allocates): how much is answered
 */
void
kumoji_checklist_work_out (KumojiChecklist *self, KumojiScore *score)
{
  g_autofree char *today = kumoji_today_new ();

  kumoji_score_work_out (score, self->catalog, kumoji_checklist_get_assessment (self),
                         kumoji_project_get_profile (self->project), today);
}

/**
 * kumoji_checklist_find_section:
 * @self: a checklist
 * @item: an item of its catalog
 *
 * Returns: (transfer none): the section in which the item stands
 */
KumojiSection *
kumoji_checklist_find_section (KumojiChecklist *self, KumojiItem *item)
{
  GPtrArray *sections = kumoji_catalog_get_sections (self->catalog);

  for (guint i = 0; i < sections->len; i++)
    {
      KumojiSection *section = sections->pdata[i];
      if (g_ptr_array_find (section->items, item, NULL))
        return section;
    }
  g_return_val_if_reached (NULL);
}

/**
 * kumoji_checklist_ensure_assessment:
 * @self: a checklist
 *
 * Returns: (transfer none): the round that is shown; the first one, begun now, where there is none
 */
KumojiAssessment *
kumoji_checklist_ensure_assessment (KumojiChecklist *self)
{
  KumojiAssessment *assessment = kumoji_checklist_get_assessment (self);

  return assessment != NULL
           ? assessment
           : kumoji_edit_ensure_round (self->project, kumoji_catalog_get_id (self->catalog),
                                       self->subject);
}

/**
 * kumoji_checklist_write_answer:
 * @self: a checklist
 * @item: an item of its catalog
 * @field: a field of the answer
 * @text: what it shall hold, as typed
 * @error: return location for %KUMOJI_FIELD_ERROR
 *
 * One step of the history, with the start of the first round where it is the first answer.
 *
 * Returns: whether the field may hold @text, and holds it now
 */
gboolean
kumoji_checklist_write_answer (KumojiChecklist *self,
                               KumojiItem *item,
                               const char *field,
                               const char *text,
                               GError **error)
{
  KumojiHistory *history = kumoji_checklist_get_history (self);
  const char *id = kumoji_item_get_id (item);
  g_autofree char *today = kumoji_today_new ();
  g_autofree char *name = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (!kumoji_field_parse (kumoji_record_type_get_field (KUMOJI_TYPE_ANSWER, field), text, &value,
                           error))
    return FALSE;
  if (kumoji_checklist_get_assessment (self) != NULL)
    return kumoji_edit_answer (self->project, kumoji_checklist_get_assessment (self), id, field,
                               text, today, error);
  if (*text == '\0')
    return TRUE;

  /* Translators: the name of an undo step; %s is an item's number. */
  name = g_strdup_printf (_("Answer %s"), id);
  kumoji_history_begin (history, name);
  kumoji_edit_answer (self->project, kumoji_checklist_ensure_assessment (self), id, field, text,
                      today, NULL);
  kumoji_history_end (history);
  return TRUE;
}

/**
 * kumoji_checklist_write_round:
 * @self: a checklist
 * @field: a field of the round, e.g. "assessor"
 * @text: what it shall hold, as typed
 * @error: return location for %KUMOJI_FIELD_ERROR
 *
 * Begins the first round where there is none.
 *
 * Returns: whether the field may hold @text, and holds it now
 */
gboolean
kumoji_checklist_write_round (KumojiChecklist *self,
                              const char *field,
                              const char *text,
                              GError **error)
{
  KumojiHistory *history = kumoji_checklist_get_history (self);
  KumojiAssessment *assessment = kumoji_checklist_get_assessment (self);
  g_auto (GValue) value = G_VALUE_INIT;

  if (!kumoji_field_parse (kumoji_record_type_get_field (KUMOJI_TYPE_ASSESSMENT, field), text,
                           &value, error))
    return FALSE;
  if (assessment != NULL)
    return kumoji_history_set_value (history, KUMOJI_RECORD (assessment), field, &value, error);
  if (*text == '\0')
    return TRUE;

  kumoji_history_begin (history, _("Start checklist"));
  assessment = kumoji_checklist_ensure_assessment (self);
  kumoji_history_set_value (history, KUMOJI_RECORD (assessment), field, &value, NULL);
  kumoji_history_end (history);
  return TRUE;
}
