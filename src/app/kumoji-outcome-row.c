/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An outcome row: one row of a sheet, and what becomes of it. */
#include "config.h"

#include "app/kumoji-outcome-row.h"

#include <glib/gi18n.h>

#include "app/kumoji-outcome-model.h"
#include "app/widgets/kumoji-pill.h"

struct _KumojiOutcomeRow
{
  AdwBin parent_instance;

  GtkLabel *number;
  KumojiPill *pill;
  GtkLabel *title;
  GtkLabel *detail;
};

enum
{
  PROP_LINE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KumojiOutcomeRow, kumoji_outcome_row, ADW_TYPE_BIN)

static const struct
{
  const char *label;
  KumojiPillKind pill;
} outcomes[] = {
  [KUMOJI_IMPORT_NEW] = { N_("New"), KUMOJI_PILL_PASSED },
  [KUMOJI_IMPORT_CHANGED] = { N_("Changed"), KUMOJI_PILL_CURRENT },
  [KUMOJI_IMPORT_SAME] = { N_("As it is"), KUMOJI_PILL_NOT_APPLICABLE },
  [KUMOJI_IMPORT_REFUSED] = { N_("Refused"), KUMOJI_PILL_BLOCKED },
};

/**
 * kumoji_outcome_get_label:
 * @outcome: what becomes of a row
 *
 * Returns: (transfer none): it in a word or two
 */
const char *
kumoji_outcome_get_label (KumojiImportOutcome outcome)
{
  return _(outcomes[outcome].label);
}

static void
set_line (KumojiOutcomeRow *self, KumojiOutcomeLine *line)
{
  const KumojiImportRow *row;
  g_autofree char *number = NULL;

  if (line == NULL)
    return;
  row = kumoji_outcome_line_get_row (line);
  /* Translators: the number of a row in a sheet. */
  number = g_strdup_printf (_("Row %u"), row->number);
  gtk_label_set_label (self->number, number);
  kumoji_pill_set (self->pill, outcomes[row->outcome].pill,
                   kumoji_outcome_get_label (row->outcome));
  gtk_label_set_label (self->title, *row->title != '\0' ? row->title : _("(no name)"));
  gtk_label_set_label (self->detail, row->detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *row->detail != '\0');
  if (row->outcome == KUMOJI_IMPORT_REFUSED)
    gtk_widget_remove_css_class (GTK_WIDGET (self->detail), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
}

static void
kumoji_outcome_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINE:
      set_line (KUMOJI_OUTCOME_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_outcome_row_class_init (KumojiOutcomeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = kumoji_outcome_row_set_property;

  /* What the row shows; nothing is kept of it. */
  properties[PROP_LINE] =
    g_param_spec_object ("line", NULL, NULL, KUMOJI_TYPE_OUTCOME_LINE,
                         G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-outcome-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiOutcomeRow, number);
  gtk_widget_class_bind_template_child (widget_class, KumojiOutcomeRow, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiOutcomeRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiOutcomeRow, detail);
}

static void
kumoji_outcome_row_init (KumojiOutcomeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
