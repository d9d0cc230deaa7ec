/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The asset card: what the chosen asset is worth, what goes with its place, and all its fields. */
#include "config.h"

#include "app/pages/kumoji-asset-card.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-copy-row.h"
#include "app/pages/kumoji-share-row.h"
#include "app/widgets/kumoji-field-row.h"

struct _KumojiAssetCard
{
  AdwBin parent_instance;

  KumojiProject *project;
  KumojiAsset *asset;

  GtkLabel *name;
  GtkLabel *product;
  GtkLabel *share;
  GtkLabel *balancing;
  GtkWidget *loss_title;
  GtkLabel *loss;
  KumojiCopyRow *copy_row;
};

G_DEFINE_FINAL_TYPE (KumojiAssetCard, kumoji_asset_card, ADW_TYPE_BIN)

static void
kumoji_asset_card_dispose (GObject *object)
{
  KumojiAssetCard *self = KUMOJI_ASSET_CARD (object);

  g_clear_object (&self->asset);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (kumoji_asset_card_parent_class)->dispose (object);
}

static void
kumoji_asset_card_class_init (KumojiAssetCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_asset_card_dispose;

  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  g_type_ensure (KUMOJI_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-asset-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetCard, name);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetCard, product);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetCard, share);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetCard, balancing);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetCard, loss_title);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetCard, loss);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetCard, copy_row);
}

static void
kumoji_asset_card_init (KumojiAssetCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_sentence (GtkLabel *label, const char *sentence)
{
  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
}

static char *
dup_product (KumojiRecord *asset)
{
  g_autofree char *count = kumoji_integer_format (kumoji_record_get_integer (asset, "count"));
  g_autofree char *unit = kumoji_yen_format (kumoji_record_get_integer (asset, "unit-value"));
  g_autofree char *yen = NULL;
  gint64 total;

  if (!kumoji_asset_get_total (KUMOJI_ASSET (asset), &total))
    /* Translators: a count and a value per record whose product is beyond all numbers. */
    return g_strdup_printf (_("%s × %s is too large; check both"), count, unit);
  yen = kumoji_yen_format (total);
  return g_strdup_printf ("%s × %s = %s", count, unit, yen);
}

static char *
dup_share (KumojiAssetCard *self, KumojiValuation *valuation)
{
  g_autofree char *share = NULL;
  gint64 total;

  if (!kumoji_asset_counts (self->asset))
    return g_strdup (_("Listed, but does not count in the total."));
  if (valuation->overflow != NULL || valuation->total == 0
      || !kumoji_asset_get_total (self->asset, &total))
    return NULL;
  share = kumoji_share_format (total, valuation->total);
  /* Translators: %s is a percentage. */
  return g_strdup_printf (_("%s of the total of all assets."), share);
}

static char *
dup_balancing (KumojiAssetCard *self, KumojiValuation *valuation)
{
  g_autofree char *yen = NULL;
  gint64 unit_value;

  if (!kumoji_valuation_get_balancing_value (valuation, self->asset, &unit_value))
    return NULL;
  yen = kumoji_yen_format (unit_value);
  /* Translators: %s is an amount, the value of one record. */
  return g_strdup_printf (_("At %s a record, all assets together would equal annual sales."), yen);
}

/* What is lost with the place where the asset is kept: all that is kept there with it. */
static char *
dup_loss (KumojiAssetCard *self)
{
  const char *location = kumoji_record_get_text (KUMOJI_RECORD (self->asset), "location");
  KumojiList *assets = kumoji_project_get_assets (self->project);
  g_autofree char *yen = NULL;
  gint64 sum = 0, total;
  guint n = 0;

  if (*location == '\0')
    return NULL;
  for (guint i = 0; i < kumoji_list_get_length (assets); i++)
    {
      KumojiAsset *asset = kumoji_list_get (assets, i);
      if (!g_str_equal (kumoji_record_get_text (KUMOJI_RECORD (asset), "location"), location))
        continue;
      n++;
      if (kumoji_asset_counts (asset)
          && (!kumoji_asset_get_total (asset, &total) || __builtin_add_overflow (sum, total, &sum)))
        return NULL;
    }
  if (sum == 0)
    /* Translators: a number of assets, and a place. */
    return g_strdup_printf (ngettext ("%u asset is kept at “%s”; it adds nothing to the total.",
                                      "%u assets are kept at “%s”; they add nothing to the total.",
                                      n),
                            n, location);
  yen = kumoji_yen_format (sum);
  /* Translators: a number of assets, a place, an amount. */
  return g_strdup_printf (ngettext ("%u asset is kept at “%s”, worth %s.",
                                    "%u assets are kept at “%s”, worth %s in all.", n),
                          n, location, yen);
}

/**
 * kumoji_asset_card_bind:
 * @self: a card
 * @project: (nullable): the project
 * @asset: (nullable): the asset in it that is chosen
 */
void
kumoji_asset_card_bind (KumojiAssetCard *self, KumojiProject *project, KumojiAsset *asset)
{
  if (self->asset == asset && self->project == project)
    return;
  g_set_object (&self->project, project);
  g_set_object (&self->asset, asset);
  kumoji_field_rows_bind (GTK_WIDGET (self), (KumojiRecord *) asset,
                          asset != NULL ? kumoji_project_get_history (project) : NULL);
  kumoji_copy_row_bind (self->copy_row, project, asset);
}

/**
 * kumoji_asset_card_set_valuation:
 * @self: a card that is bound to an asset
 * @valuation: of its project
 */
void
kumoji_asset_card_set_valuation (KumojiAssetCard *self, KumojiValuation *valuation)
{
  const char *name = kumoji_record_get_text (KUMOJI_RECORD (self->asset), "name");
  g_autofree char *product = dup_product (KUMOJI_RECORD (self->asset));
  g_autofree char *share = dup_share (self, valuation);
  g_autofree char *balancing = dup_balancing (self, valuation);
  g_autofree char *loss = dup_loss (self);

  gtk_label_set_label (self->name, *name != '\0' ? name : _("Asset without a name"));
  gtk_label_set_label (self->product, product);
  set_sentence (self->share, share);
  set_sentence (self->balancing, balancing);
  set_sentence (self->loss, loss);
  gtk_widget_set_visible (self->loss_title, loss != NULL);
  kumoji_copy_row_refresh (self->copy_row);
}

/**
 * kumoji_asset_card_get_asset:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what it shows
 */
KumojiAsset *
kumoji_asset_card_get_asset (KumojiAssetCard *self)
{
  return self->asset;
}
