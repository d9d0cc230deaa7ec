/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Also asked: the questions of other guides that ask the same, and what is noted there. A memo or
 * evidence of theirs can be taken over into what is empty here; an answer never is. */
#include "config.h"

#include "app/pages/kumoji-also-asked.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-asked-row.h"
#include "app/pages/kumoji-checklists-page.h"
#include "catalog/kumoji-references.h"
#include "rules/kumoji-answering.h"

/* What can be taken over, as bits. */
enum
{
  TAKE_MEMO = 1,
  TAKE_EVIDENCE = 2,
};

static const char *const taken_fields[] = { "memo", "evidence" };

typedef struct
{
  KumojiChecklist *checklist;
  KumojiItem *item;
} Other;

struct _KumojiAlsoAsked
{
  AdwBin parent_instance;

  KumojiChecklist *checklist;
  KumojiItem *item;
  char *service; /* for which the others are listed, "" for none */
  GArray *others;

  GtkWidget *offer;
  GtkLabel *offer_title;
  GtkLabel *offer_text;
  GtkButton *offer_button;
  GtkExpander *expander;
  GtkLabel *places;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (KumojiAlsoAsked, kumoji_also_asked, ADW_TYPE_BIN)

static void
clear_other (gpointer data)
{
  Other *other = data;

  g_object_unref (other->checklist);
  g_object_unref (other->item);
}

static const char *
get_field (KumojiChecklist *checklist, KumojiItem *item, const char *field)
{
  KumojiAnswer *answer = kumoji_checklist_get_answer (checklist, item);

  return answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), field) : "";
}

/* What the other one says and ours does not. */
static guint
work_out_offer (KumojiAlsoAsked *self, const Other *other)
{
  const KumojiAnswering *ours = kumoji_answering_get (kumoji_item_get_kind (self->item));
  guint offer = 0;

  for (guint i = 0; i < G_N_ELEMENTS (taken_fields); i++)
    if (g_strv_contains (ours->fields, taken_fields[i])
        && *get_field (self->checklist, self->item, taken_fields[i]) == '\0'
        && *get_field (other->checklist, other->item, taken_fields[i]) != '\0')
      offer |= 1u << i;
  return offer;
}

/* "Quotes of three providers" and, on a line of its own, "Evidence: quotes.pdf" */
static char *
dup_notes (const Other *other, guint which)
{
  const char *memo = which & TAKE_MEMO ? get_field (other->checklist, other->item, "memo") : "";
  const char *evidence =
    which & TAKE_EVIDENCE ? get_field (other->checklist, other->item, "evidence") : "";
  GString *notes = g_string_new (memo);

  if (*memo != '\0' && *evidence != '\0')
    g_string_append_c (notes, '\n');
  if (*evidence != '\0')
    g_string_append_printf (notes, _("Evidence: %s"), evidence);
  return g_string_free (notes, FALSE);
}

/* "IPA 2011 check 8" */
static char *
dup_name (const Other *other)
{
  KumojiCatalog *catalog = kumoji_checklist_get_catalog (other->checklist);

  return g_strjoin (" ", kumoji_catalog_get_short_title (catalog, kumoji_language_get_default ()),
                    kumoji_item_get_id (other->item), NULL);
}

static void
show_offer (KumojiAlsoAsked *self)
{
  const Other *other = NULL;
  guint offer = 0, number = 0;

  for (guint i = 0; i < self->others->len && offer == 0; i++)
    {
      number = i;
      other = &g_array_index (self->others, Other, i);
      offer = work_out_offer (self, other);
    }
  gtk_widget_set_visible (self->offer, offer != 0);
  if (offer == 0)
    return;

  g_autofree char *name = dup_name (other);
  g_autofree char *notes = dup_notes (other, offer);
  /* Translators: %s is the name of a guide and the number of a question in it. */
  g_autofree char *title = g_strdup_printf (_("Noted already at %s"), name);
  g_autofree char *label =
    g_strdup_printf (offer == TAKE_MEMO       ? _("Take memo from %s")
                     : offer == TAKE_EVIDENCE ? _("Take evidence from %s")
                                              : _("Take memo and evidence from %s"),
                     name);
  gtk_label_set_label (self->offer_title, title);
  gtk_label_set_label (self->offer_text, notes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->offer_text), notes);
  gtk_button_set_label (self->offer_button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->offer_button), "u", number);
}

static void
clear_rows (KumojiAlsoAsked *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* Most questions are stepped through with the list shut: its rows are made once it is open. */
static void
show_rows (KumojiAlsoAsked *self)
{
  if (!gtk_expander_get_expanded (self->expander))
    {
      clear_rows (self);
      return;
    }
  for (guint i = 0; i < self->others->len; i++)
    {
      const Other *other = &g_array_index (self->others, Other, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      g_autofree char *notes = dup_notes (other, TAKE_MEMO | TAKE_EVIDENCE);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (kumoji_asked_row_new (i));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      kumoji_asked_row_set (KUMOJI_ASKED_ROW (row), other->checklist, other->item, notes,
                            work_out_offer (self, other) != 0);
    }
}

/* "Also asked in IPA guide, IPA 2011 and 7 more": each guide once. */
static void
show_places (KumojiAlsoAsked *self)
{
  KumojiLanguage language = kumoji_language_get_default ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < self->others->len; i++)
    {
      KumojiChecklist *checklist = g_array_index (self->others, Other, i).checklist;
      const char *title =
        kumoji_catalog_get_short_title (kumoji_checklist_get_catalog (checklist), language);
      if (!g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        g_ptr_array_add (titles, (gpointer) title);
    }
  g_ptr_array_add (titles, NULL);
  /* Translators: what stands between the names of guides in a list. */
  g_autofree char *joined = g_strjoinv (_(", "), (char **) titles->pdata);
  /* Translators: %s lists the names of other guides, %u is how many questions of theirs. */
  g_autofree char *text =
    g_strdup_printf (ngettext ("Also asked in %s (%u question)", "Also asked in %s (%u questions)",
                               self->others->len),
                     joined, self->others->len);
  gtk_label_set_label (self->places, text);
}

/* Which service the questions about a service are meant for: ours, else the one that the page has
 * chosen, else the first. */
static const char *
find_service (KumojiAlsoAsked *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), KUMOJI_TYPE_CHECKLISTS_PAGE);
  KumojiList *services =
    kumoji_project_get_services (kumoji_checklist_get_project (self->checklist));
  const char *ours = kumoji_checklist_get_subject (self->checklist);
  KumojiRecord *service = NULL;

  if (*ours != '\0')
    return ours;
  if (page != NULL)
    service = kumoji_checklists_page_get_service (KUMOJI_CHECKLISTS_PAGE (page));
  if (service == NULL && kumoji_list_get_length (services) > 0)
    service = kumoji_list_get (services, 0);
  return service != NULL ? kumoji_record_get_id (service) : "";
}

static void
list_others (KumojiAlsoAsked *self)
{
  KumojiProject *project = kumoji_checklist_get_project (self->checklist);
  g_autoptr (GPtrArray) references =
    kumoji_references_list (kumoji_project_get_library (project),
                            kumoji_catalog_get_id (kumoji_checklist_get_catalog (self->checklist)),
                            kumoji_item_get_id (self->item));

  g_array_set_size (self->others, 0);
  for (guint i = 0; i < references->len; i++)
    {
      const KumojiReference *reference = references->pdata[i];
      const gboolean is_company =
        kumoji_catalog_get_subject (reference->catalog) == KUMOJI_SUBJECT_COMPANY;
      Other other = {
        kumoji_checklist_new (project, reference->catalog, is_company ? "" : self->service),
        g_object_ref (reference->item),
      };
      g_array_append_val (self->others, other);
    }
  clear_rows (self);
  show_places (self);
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiAlsoAsked *self = KUMOJI_ALSO_ASKED (widget);
  const guint number = g_variant_get_uint32 (parameter);
  g_autofree char *step = NULL;

  g_return_if_fail (number < self->others->len);
  const Other *other = &g_array_index (self->others, Other, number);
  const guint offer = work_out_offer (self, other);
  if (offer == 0)
    return;

  KumojiHistory *history = kumoji_checklist_get_history (self->checklist);
  /* Translators: the name of an undo step; %s is a question's number. */
  step = g_strdup_printf (_("Take notes over to %s"), kumoji_item_get_id (self->item));
  kumoji_history_seal (history);
  kumoji_history_begin (history, step);
  for (guint i = 0; i < G_N_ELEMENTS (taken_fields); i++)
    if (offer & (1u << i))
      {
        g_autofree char *text =
          g_strdup (get_field (other->checklist, other->item, taken_fields[i]));
        kumoji_checklist_write_answer (self->checklist, self->item, taken_fields[i], text, NULL);
      }
  kumoji_history_end (history);
  kumoji_history_seal (history);
  kumoji_also_asked_refresh (self);
}

static void
row_activated_cb (KumojiAlsoAsked *self, GtkListBoxRow *row)
{
  kumoji_asked_row_go (KUMOJI_ASKED_ROW (row));
}

static void
expanded_cb (KumojiAlsoAsked *self)
{
  if (self->item != NULL)
    show_rows (self);
}

static void
kumoji_also_asked_dispose (GObject *object)
{
  KumojiAlsoAsked *self = KUMOJI_ALSO_ASKED (object);

  g_clear_object (&self->item);
  g_clear_object (&self->checklist);
  g_array_set_size (self->others, 0);

  G_OBJECT_CLASS (kumoji_also_asked_parent_class)->dispose (object);
}

static void
kumoji_also_asked_finalize (GObject *object)
{
  KumojiAlsoAsked *self = KUMOJI_ALSO_ASKED (object);

  g_array_unref (self->others);
  g_free (self->service);

  G_OBJECT_CLASS (kumoji_also_asked_parent_class)->finalize (object);
}

static void
kumoji_also_asked_class_init (KumojiAlsoAskedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_also_asked_dispose;
  G_OBJECT_CLASS (klass)->finalize = kumoji_also_asked_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-also-asked.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, KumojiAlsoAsked, name)
  BIND (offer);
  BIND (offer_title);
  BIND (offer_text);
  BIND (offer_button);
  BIND (expander);
  BIND (places);
  BIND (list);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_install_action (widget_class, "also-asked.take", "u", take_action);
}

static void
kumoji_also_asked_init (KumojiAlsoAsked *self)
{
  self->others = g_array_new (FALSE, FALSE, sizeof (Other));
  g_array_set_clear_func (self->others, clear_other);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_also_asked_show:
 * @self: the list
 * @checklist: a checklist
 * @item: an item of its catalog
 *
 * Shows who asks the same as @item; hides itself where nobody does.
 */
void
kumoji_also_asked_show (KumojiAlsoAsked *self, KumojiChecklist *checklist, KumojiItem *item)
{
  const gboolean is_other = self->checklist != checklist || self->item != item;

  g_set_object (&self->checklist, checklist);
  g_set_object (&self->item, item);
  if (is_other || g_strcmp0 (self->service, find_service (self)) != 0)
    {
      g_free (self->service);
      self->service = g_strdup (find_service (self));
      list_others (self);
    }
  kumoji_also_asked_refresh (self);
}

/**
 * kumoji_also_asked_refresh:
 * @self: the list
 *
 * Shows what is noted and answered now.
 */
void
kumoji_also_asked_refresh (KumojiAlsoAsked *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->others->len > 0);
  show_offer (self);
  show_rows (self);
}
