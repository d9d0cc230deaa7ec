/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The balance card: what all information is worth, held against annual sales. */
#include "config.h"

#include "app/pages/kumoji-balance-card.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-share-row.h"
#include "app/widgets/kumoji-chart-view.h"
#include "app/widgets/kumoji-pill.h"

struct _KumojiBalanceCard
{
  AdwBin parent_instance;

  GtkWidget *figures;
  GtkLabel *total;
  GtkLabel *sales;
  GtkWidget *sales_button;
  GtkLabel *difference;
  KumojiPill *pill;
  GtkLabel *sentence;
  KumojiChartView *chart;
};

typedef struct
{
  char *total, *sales;
  double total_yen, sales_yen;
} Bars;

G_DEFINE_FINAL_TYPE (KumojiBalanceCard, kumoji_balance_card, ADW_TYPE_BIN)

static const KumojiPillKind kinds[] = {
  [KUMOJI_VALUATION_BALANCED] = KUMOJI_PILL_PASSED,
  [KUMOJI_VALUATION_OVER] = KUMOJI_PILL_LATE,
  [KUMOJI_VALUATION_UNDER] = KUMOJI_PILL_LATE,
  [KUMOJI_VALUATION_UNKNOWN] = KUMOJI_PILL_OPEN,
};

static void
kumoji_balance_card_class_init (KumojiBalanceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KUMOJI_TYPE_PILL);
  g_type_ensure (KUMOJI_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-balance-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiBalanceCard, figures);
  gtk_widget_class_bind_template_child (widget_class, KumojiBalanceCard, total);
  gtk_widget_class_bind_template_child (widget_class, KumojiBalanceCard, sales);
  gtk_widget_class_bind_template_child (widget_class, KumojiBalanceCard, sales_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiBalanceCard, difference);
  gtk_widget_class_bind_template_child (widget_class, KumojiBalanceCard, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiBalanceCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, KumojiBalanceCard, chart);
}

static void
kumoji_balance_card_init (KumojiBalanceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the figures mean, and what to do. */
static char *
dup_sentence (KumojiValuation *valuation)
{
  KumojiLanguage language = kumoji_language_get_default ();
  g_autofree char *share = NULL;

  if (valuation->overflow != NULL)
    return kumoji_valuation_dup_overflow_message (valuation, language);
  if (valuation->state == KUMOJI_VALUATION_UNKNOWN)
    return g_strdup (_("Enter annual sales on the page Company: all information together is worth "
                        "about as much as it earns in a year."));
  share = kumoji_share_format (valuation->total, valuation->sales);
  switch (valuation->state)
    {
    case KUMOJI_VALUATION_OVER:
      /* Translators: %s is a percentage. */
      return g_strdup_printf (_("The assets come to %s of sales. Lower the values per record that "
                                 "are guessed too high."),
                              share);
    case KUMOJI_VALUATION_UNDER:
      return g_strdup_printf (_(
                                "The assets come to %s of sales. Add what is missing, or raise the "
                                "values per record that are guessed too low."),
                              share);
    case KUMOJI_VALUATION_BALANCED:
    case KUMOJI_VALUATION_UNKNOWN:
    default:
      return g_strdup_printf (_("The assets come to %s of sales: the values hold together."),
                              share);
    }
}

static double
get_bars_height (const KumojiCanvas *canvas, double width, gconstpointer data)
{
  return 10 * canvas->size;
}

static void
draw_bars (const KumojiCanvas *canvas, const KumojiBox *box, gconstpointer data)
{
  const Bars *bars = data;
  const KumojiAmount amounts[] = {
    { _("Total of the assets"), bars->total, bars->total_yen },
    { _("Annual sales"), bars->sales, bars->sales_yen },
  };

  kumoji_chart_draw_columns (canvas, box, amounts, G_N_ELEMENTS (amounts));
}

static void
bars_free (gpointer data)
{
  Bars *bars = data;

  g_free (bars->total);
  g_free (bars->sales);
  g_free (bars);
}

static void
show_bars (KumojiBalanceCard *self,
           KumojiValuation *valuation,
           const char *total,
           const char *sales)
{
  Bars *bars = g_new0 (Bars, 1);
  g_autofree char *description = g_strdup_printf (
    /* Translators: what a chart of two columns says; both are amounts. */
    _("Total of the assets %s beside annual sales of %s"), total, sales);

  bars->total = g_strdup (total);
  bars->sales = g_strdup (sales);
  bars->total_yen = (double) valuation->total;
  bars->sales_yen = (double) valuation->sales;
  kumoji_chart_view_set_chart (self->chart, get_bars_height, draw_bars, bars, bars_free);
  kumoji_chart_view_set_description (self->chart, description);
}

/**
 * kumoji_balance_card_set:
 * @self: a card
 * @valuation: what it shows
 *
 * Where a value is beyond all numbers it shows a sentence in place of figures.
 */
void
kumoji_balance_card_set (KumojiBalanceCard *self, KumojiValuation *valuation)
{
  gboolean is_known = valuation->state != KUMOJI_VALUATION_UNKNOWN;
  g_autofree char *total = kumoji_yen_format (valuation->total);
  g_autofree char *sales = kumoji_yen_format (valuation->sales);
  g_autofree char *difference = kumoji_yen_format (valuation->difference);
  g_autofree char *sentence = dup_sentence (valuation);

  gtk_widget_set_visible (self->figures, valuation->overflow == NULL);
  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->sales, sales);
  gtk_widget_set_visible (GTK_WIDGET (self->sales), valuation->sales > 0);
  gtk_widget_set_visible (self->sales_button, valuation->sales == 0);
  gtk_label_set_label (self->difference, is_known ? difference : "—");
  kumoji_pill_set (self->pill, kinds[valuation->state],
                   kumoji_valuation_state_get_label (valuation->state,
                                                     kumoji_language_get_default ()));
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), is_known);
  show_bars (self, valuation, total, sales);
}
