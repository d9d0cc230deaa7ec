/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pill: a state as icon, word and colour. */
#include "config.h"

#include "app/widgets/kumoji-pill.h"

struct _KumojiPill
{
  GtkWidget parent_instance;

  KumojiPillKind kind;

  GtkImage *icon;
  GtkLabel *word;
};

enum
{
  PROP_KIND = 1,
  PROP_LABEL,
  N_PROPS
};

/* Indexed by the kind. */
static const struct
{
  const char *icon;
  const char *style;
} looks[] = {
  [KUMOJI_PILL_OPEN] = { "kumoji-open-symbolic", "open" },
  [KUMOJI_PILL_PASSED] = { "kumoji-passed-symbolic", "passed" },
  [KUMOJI_PILL_BLOCKED] = { "kumoji-blocked-symbolic", "blocked" },
  [KUMOJI_PILL_NOT_APPLICABLE] = { "kumoji-not-applicable-symbolic", "not-applicable" },
  [KUMOJI_PILL_LATE] = { "kumoji-late-symbolic", "late" },
  [KUMOJI_PILL_CURRENT] = { "kumoji-current-symbolic", "current" },
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (KumojiPillKind,
                    kumoji_pill_kind,
                    G_DEFINE_ENUM_VALUE (KUMOJI_PILL_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (KUMOJI_PILL_PASSED, "passed"),
                    G_DEFINE_ENUM_VALUE (KUMOJI_PILL_BLOCKED, "blocked"),
                    G_DEFINE_ENUM_VALUE (KUMOJI_PILL_NOT_APPLICABLE, "not-applicable"),
                    G_DEFINE_ENUM_VALUE (KUMOJI_PILL_LATE, "late"),
                    G_DEFINE_ENUM_VALUE (KUMOJI_PILL_CURRENT, "current"))

G_DEFINE_FINAL_TYPE (KumojiPill, kumoji_pill, GTK_TYPE_WIDGET)

static void
set_kind (KumojiPill *self, KumojiPillKind kind)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), looks[self->kind].style);
  self->kind = kind;
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[kind].style);
  gtk_image_set_from_icon_name (self->icon, looks[kind].icon);
}

static void
set_label (KumojiPill *self, const char *label)
{
  gtk_label_set_label (self->word, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->word), label != NULL && *label != '\0');
}

static void
kumoji_pill_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KumojiPill *self = KUMOJI_PILL (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_LABEL:
      g_value_set_string (value, kumoji_pill_get_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_pill_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KumojiPill *self = KUMOJI_PILL (object);

  switch (prop_id)
    {
    case PROP_KIND:
      kumoji_pill_set (self, g_value_get_enum (value), kumoji_pill_get_label (self));
      break;
    case PROP_LABEL:
      kumoji_pill_set (self, self->kind, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_pill_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kumoji_pill_parent_class)->dispose (object);
}

static void
kumoji_pill_class_init (KumojiPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kumoji_pill_get_property;
  object_class->set_property = kumoji_pill_set_property;
  object_class->dispose = kumoji_pill_dispose;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, KUMOJI_TYPE_PILL_KIND, KUMOJI_PILL_OPEN, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiPill, icon);
  gtk_widget_class_bind_template_child (widget_class, KumojiPill, word);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pill");
}

static void
kumoji_pill_init (KumojiPill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_kind (self, KUMOJI_PILL_OPEN);
  set_label (self, NULL);
}

/**
 * kumoji_pill_new:
 * @kind: the icon and the colour
 * @label: (nullable): the word
 *
 * Returns: (transfer floating): a pill
 */
GtkWidget *
kumoji_pill_new (KumojiPillKind kind, const char *label)
{
  return g_object_new (KUMOJI_TYPE_PILL, "kind", kind, "label", label, NULL);
}

/**
 * kumoji_pill_set:
 * @self: a pill
 * @kind: the icon and the colour
 * @label: (nullable): the word
 */
void
kumoji_pill_set (KumojiPill *self, KumojiPillKind kind, const char *label)
{
  if (self->kind != kind)
    {
      set_kind (self, kind);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
    }
  if (g_strcmp0 (gtk_label_get_label (self->word), label) != 0)
    {
      set_label (self, label);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
    }
}

/**
 * kumoji_pill_get_kind:
 * @self: a pill
 *
 * Returns: its icon and colour
 */
KumojiPillKind
kumoji_pill_get_kind (KumojiPill *self)
{
  return self->kind;
}

/**
 * kumoji_pill_get_label:
 * @self: a pill
 *
 * Returns: its word, "" for none
 */
const char *
kumoji_pill_get_label (KumojiPill *self)
{
  return gtk_label_get_label (self->word);
}
