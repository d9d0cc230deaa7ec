/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An outcome model: what becomes of each row of a sheet, as a list. A GListModel.
 *
 * A line is made when somebody looks at it: there may be a hundred thousand. */
#include "config.h"

#include "app/kumoji-outcome-model.h"

struct _KumojiOutcomeLine
{
  GObject parent_instance;

  KumojiOutcomeModel *model; /* which keeps the row */
  const KumojiImportRow *row;
};

struct _KumojiOutcomeModel
{
  GObject parent_instance;

  KumojiAssetImport *import;
  GArray *shown; /* of guint: which rows */
};

static void kumoji_outcome_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (KumojiOutcomeLine, kumoji_outcome_line, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE_WITH_CODE (KumojiOutcomeModel,
                               kumoji_outcome_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      kumoji_outcome_model_iface_init))

static void
kumoji_outcome_line_finalize (GObject *object)
{
  g_object_unref (KUMOJI_OUTCOME_LINE (object)->model);

  G_OBJECT_CLASS (kumoji_outcome_line_parent_class)->finalize (object);
}

static void
kumoji_outcome_line_class_init (KumojiOutcomeLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_outcome_line_finalize;
}

static void
kumoji_outcome_line_init (KumojiOutcomeLine *self)
{
}

/**
 * kumoji_outcome_line_get_row:
 * @self: a line
 *
 * Returns: (transfer none): the sheet's row that it shows
 */
const KumojiImportRow *
kumoji_outcome_line_get_row (KumojiOutcomeLine *self)
{
  return self->row;
}

static GType
kumoji_outcome_model_get_item_type (GListModel *model)
{
  return KUMOJI_TYPE_OUTCOME_LINE;
}

static guint
kumoji_outcome_model_get_n_items (GListModel *model)
{
  return KUMOJI_OUTCOME_MODEL (model)->shown->len;
}

static gpointer
kumoji_outcome_model_get_item (GListModel *model, guint position)
{
  KumojiOutcomeModel *self = KUMOJI_OUTCOME_MODEL (model);
  GPtrArray *rows = kumoji_asset_import_get_rows (self->import);
  KumojiOutcomeLine *line;

  if (position >= self->shown->len)
    return NULL;
  line = g_object_new (KUMOJI_TYPE_OUTCOME_LINE, NULL);
  line->model = g_object_ref (self);
  line->row = rows->pdata[g_array_index (self->shown, guint, position)];
  return line;
}

static void
kumoji_outcome_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = kumoji_outcome_model_get_item_type;
  iface->get_n_items = kumoji_outcome_model_get_n_items;
  iface->get_item = kumoji_outcome_model_get_item;
}

static void
kumoji_outcome_model_finalize (GObject *object)
{
  KumojiOutcomeModel *self = KUMOJI_OUTCOME_MODEL (object);

  kumoji_asset_import_free (self->import);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (kumoji_outcome_model_parent_class)->finalize (object);
}

static void
kumoji_outcome_model_class_init (KumojiOutcomeModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_outcome_model_finalize;
}

static void
kumoji_outcome_model_init (KumojiOutcomeModel *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * kumoji_outcome_model_new:
 * @import: (transfer full): what a sheet would make of the register
 *
 * Returns: (transfer full): all of its rows
 */
KumojiOutcomeModel *
kumoji_outcome_model_new (KumojiAssetImport *import)
{
  KumojiOutcomeModel *self = g_object_new (KUMOJI_TYPE_OUTCOME_MODEL, NULL);

  self->import = import;
  kumoji_outcome_model_set_filter (self, KUMOJI_OUTCOME_ANY);
  return self;
}

/**
 * kumoji_outcome_model_get_import:
 * @self: a model
 *
 * Returns: (transfer none): what it shows
 */
KumojiAssetImport *
kumoji_outcome_model_get_import (KumojiOutcomeModel *self)
{
  return self->import;
}

/**
 * kumoji_outcome_model_get_count:
 * @self: a model
 * @outcome: a #KumojiImportOutcome, or %KUMOJI_OUTCOME_ANY
 *
 * Returns: how many such rows there are, whatever the filter shows
 */
guint
kumoji_outcome_model_get_count (KumojiOutcomeModel *self, int outcome)
{
  return outcome == KUMOJI_OUTCOME_ANY ? kumoji_asset_import_get_rows (self->import)->len
                                       : kumoji_asset_import_count (self->import, outcome);
}

/**
 * kumoji_outcome_model_set_filter:
 * @self: a model
 * @outcome: a #KumojiImportOutcome, or %KUMOJI_OUTCOME_ANY
 *
 * Shows only such rows.
 */
void
kumoji_outcome_model_set_filter (KumojiOutcomeModel *self, int outcome)
{
  GPtrArray *rows = kumoji_asset_import_get_rows (self->import);
  guint before = self->shown->len;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < rows->len; i++)
    if (outcome == KUMOJI_OUTCOME_ANY
        || ((const KumojiImportRow *) rows->pdata[i])->outcome == (KumojiImportOutcome) outcome)
      g_array_append_val (self->shown, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown->len);
}
