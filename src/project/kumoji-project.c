/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project: all that one company says, and its history. */
#include "project/kumoji-project.h"

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-record-private.h"

struct _KumojiProject
{
  KumojiRecord parent_instance;

  KumojiHistory *history;
  GPtrArray *own;         /* of Own: the own catalogs when the library was built; NULL before */
  KumojiLibrary *library; /* of the bundled catalogs and those */
};

G_DEFINE_FINAL_TYPE (KumojiProject, kumoji_project, KUMOJI_TYPE_RECORD)

/* An own catalog as it was read. */
typedef struct
{
  KumojiRecord *record;
  guint stamp;
  KumojiState *head;      /* what frames all of its items */
  GHashTable *items;      /* its items with their stamps */
  KumojiCatalog *catalog; /* NULL for a record that makes none */
} Own;

/* "format" and "version" stand first in the file, but are facts of the format, not of the company.
 */
static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT, .is_aside = TRUE },
  { "profile", KUMOJI_FIELD_RECORD, N_("Company"), .record_type = kumoji_profile_get_type },
  { "assessments", KUMOJI_FIELD_LIST, N_("Checklists"),
    .record_type = kumoji_assessment_get_type },
  { "catalogs", KUMOJI_FIELD_LIST, N_("Own checklists"),
    .record_type = kumoji_own_catalog_get_type },
  { "assets", KUMOJI_FIELD_LIST, N_("Information assets"), .record_type = kumoji_asset_get_type },
  { "services", KUMOJI_FIELD_LIST, N_("Cloud services"), .record_type = kumoji_service_get_type },
  { "stages", KUMOJI_FIELD_LIST, N_("Roadmap"), .record_type = kumoji_stage_get_type },
  /* What was signed does not change what the company says. */
  { "issued", KUMOJI_FIELD_LIST, N_("Issued reports"), .record_type = kumoji_issue_get_type,
    .is_aside = TRUE },
  { "reports", KUMOJI_FIELD_RECORD, N_("How reports look"),
    .record_type = kumoji_report_setup_get_type, .is_aside = TRUE },
};

static const char *const stage_ids[] = { "0", "1", "2", "3", "4", "x" };

static void
own_free (Own *own)
{
  g_object_unref (own->record);
  kumoji_state_unref (own->head);
  g_hash_table_unref (own->items);
  g_clear_object (&own->catalog);
  g_free (own);
}

static void
kumoji_project_finalize (GObject *object)
{
  KumojiProject *self = KUMOJI_PROJECT (object);

  /* Commands hold records whose lists are ours. */
  g_clear_object (&self->history);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kumoji_project_parent_class)->finalize (object);
}

static void
kumoji_project_class_init (KumojiProjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_project_finalize;
  kumoji_record_class_install_fields (KUMOJI_RECORD_CLASS (klass), N_("project"), fields,
                                      G_N_ELEMENTS (fields));
}

static void
kumoji_project_init (KumojiProject *self)
{
  self->history = kumoji_history_new ();
}

/* A file need not hold a stage of which nothing was said yet. */
static void
complete_stages (KumojiProject *self)
{
  KumojiList *stages = kumoji_project_get_stages (self);

  for (guint i = 0; i < G_N_ELEMENTS (stage_ids); i++)
    {
      if (kumoji_list_find (stages, stage_ids[i]) != NULL)
        continue;
      g_autoptr (KumojiRecord) stage = g_object_new (KUMOJI_TYPE_STAGE, NULL);
      kumoji_record_set_id (stage, stage_ids[i]);
      kumoji_list_insert (stages, MIN (i, kumoji_list_get_length (stages)), stage);
    }
}

/**
 * kumoji_project_new:
 *
 * Returns: (transfer full): a project that says nothing yet
 */
KumojiProject *
kumoji_project_new (void)
{
  KumojiProject *self = g_object_new (KUMOJI_TYPE_PROJECT, NULL);
  g_autofree char *id = g_uuid_string_random ();

  kumoji_record_set_id (KUMOJI_RECORD (self), id);
  complete_stages (self);
  return self;
}

/**
 * kumoji_project_new_from_json:
 * @root: the root of a project's file, without "format" and "version"
 * @number_mark: (nullable): what the guard put in front of numbers that json-glib cannot keep
 *
 * Never fails: what the tables do not take is kept aside, see kumoji_record_list_problems().
 *
 * Returns: (transfer full): the project
 */
KumojiProject *
kumoji_project_new_from_json (JsonObject *root, const char *number_mark)
{
  KumojiProject *self = g_object_new (KUMOJI_TYPE_PROJECT, NULL);

  kumoji_record_load_json (KUMOJI_RECORD (self), root, number_mark);
  complete_stages (self);
  return self;
}

/**
 * kumoji_project_new_from_snapshot:
 * @snapshot: of a project
 *
 * Any thread may do this.
 *
 * Returns: (transfer full): a project of its own that says the same, with an empty history
 */
KumojiProject *
kumoji_project_new_from_snapshot (const KumojiSnapshot *snapshot)
{
  return KUMOJI_PROJECT (kumoji_snapshot_restore (snapshot));
}

/**
 * kumoji_project_to_bytes:
 * @self: a project
 *
 * Returns: (transfer full): its file, DESIGN.md section 6: the same bytes for the same project
 */
GBytes *
kumoji_project_to_bytes (KumojiProject *self)
{
  GString *body = g_string_new (NULL);
  GString *file = g_string_new ("{\n  \"format\": \"" KUMOJI_PROJECT_FORMAT "\",\n");

  kumoji_record_append_json (KUMOJI_RECORD (self), body, 0);
  g_string_append_printf (file, "  \"version\": %d,", KUMOJI_PROJECT_VERSION);
  g_string_append (file, body->str + 1); /* behind its brace; a project has an id at least */
  g_string_append_c (file, '\n');
  g_string_free (body, TRUE);
  return g_string_free_to_bytes (file);
}

/* Whether the library still says what the own catalogs say. */
static gboolean
is_library_current (KumojiProject *self)
{
  KumojiList *catalogs = kumoji_project_get_catalogs (self);

  if (self->own == NULL || self->own->len != kumoji_list_get_length (catalogs))
    return FALSE;
  for (guint i = 0; i < self->own->len; i++)
    {
      const Own *own = self->own->pdata[i];
      if (own->record != kumoji_list_get (catalogs, i)
          || own->stamp != kumoji_record_get_stamp (own->record))
        return FALSE;
    }
  return TRUE;
}

static const Own *
find_before (KumojiProject *self, KumojiRecord *record)
{
  for (guint i = 0; self->own != NULL && i < self->own->len; i++)
    {
      const Own *own = self->own->pdata[i];
      if (own->record == record)
        return own;
    }
  return NULL;
}

/* Notes the items with their stamps, and those that are as they were before in @unchanged. */
static void
note_items (Own *self, const Own *before, GHashTable *unchanged)
{
  KumojiList *sections = kumoji_own_catalog_get_sections (self->record);

  for (guint i = 0; i < kumoji_list_get_length (sections); i++)
    {
      KumojiList *items = kumoji_record_get_list (kumoji_list_get (sections, i), "items");
      for (guint j = 0; j < kumoji_list_get_length (items); j++)
        {
          KumojiRecord *item = kumoji_list_get (items, j);
          gpointer stamp = GUINT_TO_POINTER (kumoji_record_get_stamp (item));
          gpointer last;

          if (before != NULL && g_hash_table_lookup_extended (before->items, item, NULL, &last)
              && last == stamp)
            g_hash_table_add (unchanged, item);
          g_hash_table_insert (self->items, g_object_ref (item), stamp);
        }
    }
}

/* Reads what has changed of an own catalog since it was read before. */
static Own *
read_own (KumojiProject *self, KumojiRecord *record)
{
  const Own *before = find_before (self, record);
  g_autoptr (GHashTable) unchanged = g_hash_table_new (NULL, NULL);
  Own *own = g_new0 (Own, 1);

  own->record = g_object_ref (record);
  own->stamp = kumoji_record_get_stamp (record);
  own->head = kumoji_state_ref (kumoji_record_get_state (record));
  own->items = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  /* A state that somebody holds is never written in: the same one says the same. */
  if (before != NULL && (before->catalog == NULL || before->head != own->head))
    before = NULL;
  note_items (own, before, unchanged);
  if (before != NULL && before->stamp == own->stamp)
    own->catalog = g_object_ref (before->catalog);
  else
    own->catalog =
      kumoji_own_catalog_read_changes (record, before != NULL ? before->catalog : NULL, unchanged);
  return own;
}

static void
build_library (KumojiProject *self)
{
  KumojiList *catalogs = kumoji_project_get_catalogs (self);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) own_free);
  g_autoptr (GPtrArray) sound = g_ptr_array_new ();

  for (guint i = 0; i < kumoji_list_get_length (catalogs); i++)
    {
      Own *own = read_own (self, kumoji_list_get (catalogs, i));
      g_ptr_array_add (all, own);
      if (own->catalog != NULL)
        g_ptr_array_add (sound, own->catalog);
    }
  g_clear_pointer (&self->own, g_ptr_array_unref);
  self->own = all;
  g_clear_object (&self->library);
  self->library = kumoji_library_new_with (kumoji_library_get_default (), sound);
}

/**
 * kumoji_project_get_library:
 * @self: a project
 *
 * The bundled catalogs and its own, which are read again after they were changed.
 *
 * Returns: (transfer none): the catalogs that it is answered with; until the next edit of an own
 *   catalog
 */
KumojiLibrary *
kumoji_project_get_library (KumojiProject *self)
{
  if (kumoji_list_get_length (kumoji_project_get_catalogs (self)) == 0)
    return kumoji_library_get_default ();
  if (!is_library_current (self))
    build_library (self);
  return self->library;
}

/**
 * kumoji_project_get_catalogs:
 * @self: a project
 *
 * Returns: (transfer none): its own catalogs
 */
KumojiList *
kumoji_project_get_catalogs (KumojiProject *self)
{
  return kumoji_record_get_list (KUMOJI_RECORD (self), "catalogs");
}

/**
 * kumoji_project_get_history:
 * @self: a project
 *
 * Returns: (transfer none): through which it is changed
 */
KumojiHistory *
kumoji_project_get_history (KumojiProject *self)
{
  return self->history;
}

/**
 * kumoji_project_get_profile:
 * @self: a project
 *
 * Returns: (transfer none): who the company is
 */
KumojiProfile *
kumoji_project_get_profile (KumojiProject *self)
{
  return KUMOJI_PROFILE (kumoji_record_get_record (KUMOJI_RECORD (self), "profile"));
}

/**
 * kumoji_project_get_company:
 * @self: a project
 *
 * Returns: (transfer none): the company's name, "" for none yet; until the next edit
 */
const char *
kumoji_project_get_company (KumojiProject *self)
{
  return kumoji_record_get_text (KUMOJI_RECORD (kumoji_project_get_profile (self)), "company");
}

/**
 * kumoji_project_get_assessments:
 * @self: a project
 *
 * Returns: (transfer none): all rounds, each behind those of its catalog and subject before it
 */
KumojiList *
kumoji_project_get_assessments (KumojiProject *self)
{
  return kumoji_record_get_list (KUMOJI_RECORD (self), "assessments");
}

/**
 * kumoji_project_get_assets:
 * @self: a project
 *
 * Returns: (transfer none): the register
 */
KumojiList *
kumoji_project_get_assets (KumojiProject *self)
{
  return kumoji_record_get_list (KUMOJI_RECORD (self), "assets");
}

/**
 * kumoji_project_get_services:
 * @self: a project
 *
 * Returns: (transfer none): the cloud services
 */
KumojiList *
kumoji_project_get_services (KumojiProject *self)
{
  return kumoji_record_get_list (KUMOJI_RECORD (self), "services");
}

/**
 * kumoji_project_get_stages:
 * @self: a project
 *
 * Returns: (transfer none): stages 0 to 4 and x
 */
KumojiList *
kumoji_project_get_stages (KumojiProject *self)
{
  return kumoji_record_get_list (KUMOJI_RECORD (self), "stages");
}

/**
 * kumoji_project_get_issued:
 * @self: a project
 *
 * Returns: (transfer none): the reports that were issued, the last one last
 */
KumojiList *
kumoji_project_get_issued (KumojiProject *self)
{
  return kumoji_record_get_list (KUMOJI_RECORD (self), "issued");
}

/**
 * kumoji_project_get_report_setup:
 * @self: a project
 *
 * Returns: (transfer none): how its reports look
 */
KumojiReportSetup *
kumoji_project_get_report_setup (KumojiProject *self)
{
  return KUMOJI_REPORT_SETUP (kumoji_record_get_record (KUMOJI_RECORD (self), "reports"));
}

/**
 * kumoji_project_get_stage:
 * @self: a project
 * @id: "0" to "4", or "x"
 *
 * Returns: (transfer none): that stage
 */
KumojiStage *
kumoji_project_get_stage (KumojiProject *self, const char *id)
{
  return kumoji_list_find (kumoji_project_get_stages (self), id);
}

/* The highest round of that catalog for that subject which is not above @most. */
static KumojiAssessment *
find_round (KumojiProject *self, const char *catalog, const char *subject, gint64 most)
{
  KumojiList *assessments = kumoji_project_get_assessments (self);
  KumojiAssessment *last = NULL;
  gint64 highest = -1;

  for (guint i = 0; i < kumoji_list_get_length (assessments); i++)
    {
      KumojiRecord *record = kumoji_list_get (assessments, i);
      const gint64 round = kumoji_record_get_integer (record, "round");

      if (!g_str_equal (kumoji_record_get_text (record, "catalog"), catalog)
          || !g_str_equal (kumoji_record_get_text (record, "subject"), subject) || round < highest
          || round > most)
        continue;
      highest = round;
      last = KUMOJI_ASSESSMENT (record);
    }
  return last;
}

/**
 * kumoji_project_get_last_round:
 * @self: a project
 * @catalog: a catalog's id
 * @subject: a service's id, "" for the company
 *
 * Returns: (transfer none) (nullable): the highest round of that catalog for that subject
 */
KumojiAssessment *
kumoji_project_get_last_round (KumojiProject *self, const char *catalog, const char *subject)
{
  return find_round (self, catalog, subject, G_MAXINT64);
}

/**
 * kumoji_project_get_round_before:
 * @self: a project
 * @round: one of its rounds
 *
 * Returns: (transfer none) (nullable): the round of the same catalog and subject before it
 */
KumojiAssessment *
kumoji_project_get_round_before (KumojiProject *self, KumojiAssessment *round)
{
  KumojiRecord *record = KUMOJI_RECORD (round);

  return find_round (self, kumoji_record_get_text (record, "catalog"),
                     kumoji_record_get_text (record, "subject"),
                     kumoji_record_get_integer (record, "round") - 1);
}
