/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bullet: one point of a list, with its lines below each other. */
#include "config.h"

#include "app/pages/kumoji-bullet.h"

struct _KumojiBullet
{
  GtkBox parent_instance;

  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (KumojiBullet, kumoji_bullet, GTK_TYPE_BOX)

static void
kumoji_bullet_class_init (KumojiBulletClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-bullet.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiBullet, text);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
kumoji_bullet_init (KumojiBullet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_bullet_new:
 * @text: what it says
 *
 * Returns: (transfer floating): a bullet
 */
GtkWidget *
kumoji_bullet_new (const char *text)
{
  KumojiBullet *self = g_object_new (KUMOJI_TYPE_BULLET, NULL);

  gtk_label_set_label (self->text, text);
  return GTK_WIDGET (self);
}
