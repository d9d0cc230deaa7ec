/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A difference row: what it is about, and what both sides say. */
#include "config.h"

#include "app/kumoji-difference-row.h"

#include <glib/gi18n.h>

#include "app/kumoji-difference-model.h"
#include "app/widgets/kumoji-pill.h"

/* Characters: of a longer text only what surrounds the first difference is shown. */
#define EXCERPT_MAX 240
#define EXCERPT_LEAD 40

struct _KumojiDifferenceRow
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *area_label;
  GtkLabel *count_label;
  GtkLabel *aside_label;
  GtkLabel *record_label;
  GtkLabel *field_label;
  KumojiPill *pill;
  GtkLabel *before_label;
  GtkLabel *after_label;
};

enum
{
  PROP_LINE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KumojiDifferenceRow, kumoji_difference_row, ADW_TYPE_BIN)

static const KumojiPillKind pills[] = {
  [KUMOJI_DIFFERENCE_ADDED] = KUMOJI_PILL_PASSED,
  [KUMOJI_DIFFERENCE_REMOVED] = KUMOJI_PILL_BLOCKED,
  [KUMOJI_DIFFERENCE_CHANGED] = KUMOJI_PILL_CURRENT,
  [KUMOJI_DIFFERENCE_MOVED] = KUMOJI_PILL_NOT_APPLICABLE,
};

/* How many characters both texts begin with. */
static glong
count_common (const char *a, const char *b)
{
  glong n = 0;

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      n++;
    }
  return n;
}

static char *
excerpt (const char *text, const char *other)
{
  glong length = g_utf8_strlen (text, -1);
  glong start = MIN (count_common (text, other), length) - EXCERPT_LEAD;

  if (length <= EXCERPT_MAX)
    return g_strdup (text);
  start = CLAMP (start, 0, length - EXCERPT_MAX);
  g_autofree char *piece = g_utf8_substring (text, start, start + EXCERPT_MAX);
  return g_strdup_printf ("%s%s%s", start > 0 ? "…" : "", piece,
                          start + EXCERPT_MAX < length ? "…" : "");
}

static void
show_side (GtkLabel *label, const KumojiDifference *difference, gboolean is_after)
{
  const char *text = is_after ? difference->after : difference->before;
  g_autofree char *shown = NULL;
  gboolean missing =
    difference->kind == (is_after ? KUMOJI_DIFFERENCE_REMOVED : KUMOJI_DIFFERENCE_ADDED);

  if (missing)
    shown = g_strdup ("–");
  else if (difference->kind == KUMOJI_DIFFERENCE_MOVED)
    /* Translators: %s is a number: where in its list a record stands */
    shown = g_strdup_printf (_("Place %s"), text);
  else if (*text == '\0')
    shown = g_strdup (_("(empty)"));
  else
    shown = excerpt (text, is_after ? difference->before : difference->after);
  gtk_label_set_label (label, shown);
  if (missing || *text == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "dim-label");
}

static void
show_difference (KumojiDifferenceRow *self, const KumojiDifference *difference)
{
  KumojiLanguage language = kumoji_language_get_default ();
  gboolean named = *difference->record != '\0';
  const char *field = difference->field;
  g_autofree char *marked =
    difference->is_set_aside ? g_strdup_printf (_("%s (as the file has it)"), field) : NULL;

  if (marked != NULL)
    field = marked;
  gtk_label_set_label (self->record_label, named ? difference->record : field);
  gtk_label_set_label (self->field_label, field);
  gtk_widget_set_visible (GTK_WIDGET (self->field_label), named && *field != '\0');
  kumoji_pill_set (self->pill, pills[difference->kind],
                   kumoji_difference_kind_get_label (difference->kind, language));
  show_side (self->before_label, difference, FALSE);
  show_side (self->after_label, difference, TRUE);
}

static void
show_head (KumojiDifferenceRow *self, const KumojiDifference *first, guint heads)
{
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u difference", "%u differences", heads), heads);

  gtk_label_set_label (self->area_label,
                       kumoji_difference_get_area_label (first, kumoji_language_get_default ()));
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->aside_label), first->is_aside);
}

static void
set_line (KumojiDifferenceRow *self, KumojiDifferenceLine *line)
{
  const KumojiDifference *difference;

  if (line == NULL)
    return;
  difference = kumoji_difference_line_get_difference (line);
  if (kumoji_difference_line_get_heads (line) > 0)
    show_head (self, difference, kumoji_difference_line_get_heads (line));
  else
    show_difference (self, difference);
  gtk_stack_set_visible_child_name (self->stack, kumoji_difference_line_get_heads (line) > 0
                                                   ? "head"
                                                   : "difference");
}

static void
kumoji_difference_row_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINE:
      set_line (KUMOJI_DIFFERENCE_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_difference_row_class_init (KumojiDifferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = kumoji_difference_row_set_property;

  /* What the row shows; nothing is kept of it. */
  properties[PROP_LINE] =
    g_param_spec_object ("line", NULL, NULL, KUMOJI_TYPE_DIFFERENCE_LINE,
                         G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-difference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiDifferenceRow, stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiDifferenceRow, area_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiDifferenceRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiDifferenceRow, aside_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiDifferenceRow, record_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiDifferenceRow, field_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiDifferenceRow, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiDifferenceRow, before_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiDifferenceRow, after_label);
}

static void
kumoji_difference_row_init (KumojiDifferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
