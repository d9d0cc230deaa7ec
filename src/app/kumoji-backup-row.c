/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup row: one saved version, and how far it is from now. */
#include "config.h"

#include "app/kumoji-backup-row.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-pill.h"

struct _KumojiBackupRow
{
  AdwActionRow parent_instance;

  KumojiBackup *backup;

  KumojiPill *pill;
};

G_DEFINE_FINAL_TYPE (KumojiBackupRow, kumoji_backup_row, ADW_TYPE_ACTION_ROW)

static void
kumoji_backup_row_finalize (GObject *object)
{
  g_clear_pointer (&KUMOJI_BACKUP_ROW (object)->backup, kumoji_backup_free);

  G_OBJECT_CLASS (kumoji_backup_row_parent_class)->finalize (object);
}

static void
kumoji_backup_row_class_init (KumojiBackupRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_backup_row_finalize;

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-backup-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiBackupRow, pill);
}

static void
kumoji_backup_row_init (KumojiBackupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_backup_dup_date:
 * @backup: a version
 *
 * Returns: (transfer full): when it was saved, as the user writes dates
 */
char *
kumoji_backup_dup_date (const KumojiBackup *backup)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (backup->time / G_USEC_PER_SEC);

  return g_date_time_format (date, "%x %X");
}

/* The file is named where the version was saved to another one: before it was renamed, or a copy.
 */
static char *
dup_subtitle (const KumojiBackup *backup, GFile *file)
{
  g_autofree char *size = g_format_size (backup->size);
  g_autoptr (GFile) other = backup->uri != NULL ? g_file_new_for_uri (backup->uri) : NULL;
  g_autofree char *name = other != NULL ? g_file_get_parse_name (other) : NULL;

  if (other == NULL || (file != NULL && g_file_equal (other, file)))
    return g_steal_pointer (&size);
  /* Translators: a size, then a file's path */
  return g_strdup_printf (_("%s · saved as %s"), size, name);
}

/**
 * kumoji_backup_row_new:
 * @backup: (transfer full): a version
 * @file: (nullable): the project's file
 *
 * Returns: (transfer floating): a row that tells of it
 */
GtkWidget *
kumoji_backup_row_new (KumojiBackup *backup, GFile *file)
{
  KumojiBackupRow *self = g_object_new (KUMOJI_TYPE_BACKUP_ROW, NULL);
  g_autofree char *date = kumoji_backup_dup_date (backup);
  g_autofree char *subtitle = dup_subtitle (backup, file);

  self->backup = backup;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), date);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  kumoji_pill_set (self->pill, KUMOJI_PILL_OPEN, _("Comparing…"));
  return GTK_WIDGET (self);
}

/**
 * kumoji_backup_row_get_backup:
 * @self: a row
 *
 * Returns: (transfer none): its version
 */
const KumojiBackup *
kumoji_backup_row_get_backup (KumojiBackupRow *self)
{
  return self->backup;
}

/**
 * kumoji_backup_row_set_differences:
 * @self: a row
 * @n: in how many things the version differs from the project as it is now
 */
void
kumoji_backup_row_set_differences (KumojiBackupRow *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);

  if (n == 0)
    kumoji_pill_set (self->pill, KUMOJI_PILL_PASSED, _("The same as now"));
  else
    kumoji_pill_set (self->pill, KUMOJI_PILL_CURRENT, text);
}

/**
 * kumoji_backup_row_set_problem:
 * @self: a row
 * @problem: why the version cannot be read
 */
void
kumoji_backup_row_set_problem (KumojiBackupRow *self, const char *problem)
{
  kumoji_pill_set (self->pill, KUMOJI_PILL_BLOCKED, _("Cannot be read"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), problem);
}
