/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An own form: what an own checklist, a section or an item of it says, to be edited.
 *
 * Its rows follow from the record's table: a text has one for each language, the reader's first. */
#include "config.h"

#include "app/pages/kumoji-own-form.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-field-row.h"

struct _KumojiOwnForm
{
  AdwBin parent_instance;

  KumojiProject *project; /* NULL for a draft */
  KumojiHistory *history;
  KumojiRecord *record;
  GPtrArray *rows; /* all of them */
  GtkWidget *title;
};

enum
{
  RENUMBERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiOwnForm, kumoji_own_form, ADW_TYPE_BIN)

static gboolean
is_wanted (KumojiOwnForm *self, KumojiRecord *wording)
{
  const char *name = kumoji_record_get_home (wording)->name;

  return kumoji_record_get_parent (wording) == self->record
         && (g_str_equal (name, "title") || g_str_equal (name, "question"));
}

static const char *
say_missing (KumojiOwnForm *self, KumojiRecord *wording)
{
  if (!is_wanted (self, wording))
    return NULL;
  return g_str_equal (kumoji_record_get_home (wording)->name, "title")
           ? _("Give it a title, in one language at least.")
           : _("Write what is asked, in one language at least.");
}

/* A language in which nothing is said yet: the reader of it will see the other one. */
static void
refresh_wording (KumojiOwnForm *self, KumojiFieldRow *row, KumojiRecord *wording)
{
  KumojiLanguage language;

  kumoji_language_parse (kumoji_field_link_get_field (kumoji_field_row_get_link (row)), &language);
  const char *mine = kumoji_record_get_text (wording, kumoji_language_get_code (language));
  const char *other = kumoji_record_get_text (wording, kumoji_language_get_code (!language));

  kumoji_field_row_set_subtitle (row, *mine != '\0' || *other == '\0' ? NULL
                                      : language == KUMOJI_LANGUAGE_EN
                                        ? _("No English text: the Japanese one is shown")
                                        : _("No Japanese text: the English one is shown"));
  kumoji_field_row_set_problem (row, *mine == '\0' && *other == '\0'
                                         && language == kumoji_language_get_default ()
                                       ? say_missing (self, wording)
                                       : NULL);
}

/* How a checklist is answered, and about what, stays while there are answers of that kind. */
static void
refresh_choice (KumojiOwnForm *self, KumojiFieldRow *row)
{
  const gboolean answered =
    self->project != NULL && kumoji_own_count_answers (self->project, self->record) > 0;
  g_autoptr (KumojiCatalog) catalog = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (row), !answered);
  kumoji_field_row_set_subtitle (row, answered ? _("Stays, for it has been answered") : NULL);
  if (!g_str_equal (kumoji_record_get_text (self->record, "kind"), "impact"))
    kumoji_field_row_set_problem (row, NULL);
  else if ((catalog = kumoji_own_catalog_read (self->record)) == NULL)
    kumoji_field_row_set_problem (row, _("Its impacts are not named. Choose another kind, or copy "
                                          "Kumoji’s checklist of threats."));
}

static void
refresh (KumojiOwnForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      KumojiFieldRow *row = self->rows->pdata[i];
      KumojiFieldLink *link = kumoji_field_row_get_link (row);
      KumojiRecord *record = kumoji_field_link_get_record (link);

      if (kumoji_record_get_parent (record) == NULL && record != self->record)
        continue;
      if (kumoji_record_is_wording (record))
        refresh_wording (self, row, record);
      else if (kumoji_field_link_get_description (link)->type == KUMOJI_FIELD_CHOICE)
        refresh_choice (self, row);
    }
}

static gboolean
write_number (const char *field, const char *text, gpointer data, GError **error)
{
  KumojiOwnForm *self = data;
  g_autofree char *number = g_strstrip (g_strdup (text));
  KumojiRecord *item = kumoji_own_edit_renumber (self->project, self->record, number, error);

  if (item != NULL && item != self->record)
    g_signal_emit (self, signals[RENUMBERED], 0, item);
  return item != NULL;
}

static KumojiFieldRow *
add_row (KumojiOwnForm *self, AdwPreferencesGroup *group, KumojiRecord *record, const char *field)
{
  GtkWidget *row = kumoji_field_row_new (field);

  if (g_str_equal (field, "id"))
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Number"));
      kumoji_field_row_set_writer (KUMOJI_FIELD_ROW (row), write_number, self);
    }
  kumoji_field_row_bind (KUMOJI_FIELD_ROW (row), record, self->history);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return KUMOJI_FIELD_ROW (row);
}

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_wording (KumojiOwnForm *self, GtkBox *box, KumojiRecord *wording, const char *label)
{
  AdwPreferencesGroup *group = add_group (box, label);
  KumojiLanguage language = kumoji_language_get_default ();
  KumojiFieldRow *first = add_row (self, group, wording, kumoji_language_get_code (language));

  add_row (self, group, wording, kumoji_language_get_code (!language));
  if (self->title == NULL && is_wanted (self, wording))
    self->title = GTK_WIDGET (first);
}

static gboolean
is_shown (KumojiOwnForm *self, KumojiRecord *record, const KumojiField *field)
{
  KumojiRecord *catalog = record;

  while (kumoji_record_get_parent (catalog) != NULL && !KUMOJI_IS_OWN_CATALOG (catalog))
    catalog = kumoji_record_get_parent (catalog);
  if (g_str_equal (field->name, "id"))
    return KUMOJI_IS_OWN_ITEM (record) && self->project != NULL;
  if (g_str_equal (field->name, "interval"))
    return g_str_equal (kumoji_record_get_text (catalog, "kind"), "recurring");
  return field->type != KUMOJI_FIELD_LIST && !g_str_equal (field->name, "file");
}

/* What is a single value first, then the texts. */
static void
add_fields (KumojiOwnForm *self, GtkBox *box, KumojiRecord *record, const char *title)
{
  AdwPreferencesGroup *group = NULL;
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (!kumoji_field_is_scalar (&fields[i]) || !is_shown (self, record, &fields[i]))
        continue;
      if (group == NULL)
        group = add_group (box, title);
      add_row (self, group, record, fields[i].name);
    }
  for (guint i = 0; i < n_fields; i++)
    {
      const char *label = kumoji_field_get_label (&fields[i], kumoji_language_get_default ());
      if (fields[i].type != KUMOJI_FIELD_RECORD || !is_shown (self, record, &fields[i]))
        continue;
      KumojiRecord *child = kumoji_record_get_record (record, fields[i].name);
      if (kumoji_record_is_wording (child))
        add_wording (self, box, child, label);
      else
        add_fields (self, box, child, label);
    }
}

static void
forget (KumojiOwnForm *self)
{
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_ptr_array_set_size (self->rows, 0);
  self->title = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->record);
  g_clear_object (&self->history);
  g_clear_object (&self->project);
}

static void
kumoji_own_form_dispose (GObject *object)
{
  forget (KUMOJI_OWN_FORM (object));

  G_OBJECT_CLASS (kumoji_own_form_parent_class)->dispose (object);
}

static void
kumoji_own_form_finalize (GObject *object)
{
  g_ptr_array_unref (KUMOJI_OWN_FORM (object)->rows);

  G_OBJECT_CLASS (kumoji_own_form_parent_class)->finalize (object);
}

static void
kumoji_own_form_class_init (KumojiOwnFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kumoji_own_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = kumoji_own_form_finalize;

  /**
   * KumojiOwnForm::renumbered:
   * @self: the form
   * @item: the item under its new number, which stands in the place of the one that is shown
   */
  signals[RENUMBERED] = g_signal_new ("renumbered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, KUMOJI_TYPE_RECORD);
}

static void
kumoji_own_form_init (KumojiOwnForm *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * kumoji_own_form_show:
 * @self: a form
 * @project: (nullable): the project in which the record stands; %NULL for a draft
 * @history: (nullable): through which it is changed
 * @record: (nullable): an own catalog, or a section or an item of one; %NULL for nothing
 */
void
kumoji_own_form_show (KumojiOwnForm *self,
                      KumojiProject *project,
                      KumojiHistory *history,
                      KumojiRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  forget (self);
  adw_bin_set_child (ADW_BIN (self), box);
  if (record == NULL)
    return;
  g_set_object (&self->project, project);
  g_set_object (&self->history, history);
  g_set_object (&self->record, record);
  add_fields (self, GTK_BOX (box), record, "");
  g_signal_connect_swapped (history, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}

/**
 * kumoji_own_form_focus_title:
 * @self: a form
 *
 * Whoever added something types its title next.
 */
void
kumoji_own_form_focus_title (KumojiOwnForm *self)
{
  if (self->title != NULL)
    gtk_widget_grab_focus (self->title);
}
